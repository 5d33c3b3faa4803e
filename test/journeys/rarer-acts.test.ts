import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { agencyIdOf } from '../../src/features/agencies/agencies.ts'
import { nightCheck } from '../../src/features/matters/kinds/force-request/force-request.examples.ts'
import { signIn } from '../http.ts'
import { aSystem, type Window } from './browser.ts'
import { attach, buttonFor, choose, fillIn } from './form.ts'
import { act, eventually, goToStep, openAction, seesState, writeStep } from './matter-page.ts'

const system = await aSystem({ stories: true })

/** The matter of the demonstration that this clause finds. */
async function matterWhere(clause: ReturnType<typeof sql>): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select leg.matter_id as id from leg join agency answerer on answerer.id = leg.answerer_id
    where ${clause} order by leg.matter_id limit 1`.execute(system.db)
  const id = rows[0]?.id
  if (!id) throw new Error('The demonstration has no such matter.')
  return id
}

const atSiping = sql`answerer.code = '220300-ZF' and leg.kind = 'case-transfer' and leg.state = 'received'`

test('a video of a matter plays in the page and can be wound forward', async () => {
  const { page, open } = await system.signedIn('siping.officer')
  await open(`/matters/${await matterWhere(atSiping)}`)
  const recording = {
    name: '行车记录.webm',
    mimeType: 'video/webm',
    buffer: await readFile(new URL('./two-seconds.webm', import.meta.url)),
  }
  await attach(page, buttonFor('其他附件'), recording)

  await page.getByRole('button', { name: '查看 行车记录.webm' }).click()
  const video = page.getByRole('dialog').locator('video')
  await eventually(() => video.evaluate((player: HTMLVideoElement) => player.duration)).toBe(2)
  await video.evaluate((player: HTMLVideoElement) => {
    player.muted = true
    player.currentTime = 1.5
    return player.play()
  })
  await eventually(() => video.evaluate((player: HTMLVideoElement) => player.ended)).toBe(true)
}, 60_000)

test('eight tabs of one person all hear the news, also when the tab that listens is closed', async () => {
  const id = await matterWhere(
    sql`${atSiping} and leg.asker_id = (select id from agency where code = '211224-ZF')`,
  )
  const first = await system.signedIn('tieling.officer')
  const others: Window[] = []
  for (let count = 0; count < 7; count++) others.push(await first.tab(`/matters/${id}`))
  const isLive = ({ page }: { readonly page: Page }) => page.getByText('实时更新').waitFor()
  await Promise.all(others.map(isLive))
  const siping = await system.signedIn('siping.officer')
  await siping.open(`/matters/${id}`)
  const say = async (text: string) => {
    await siping.page.getByLabel('给对方的留言（双方可见）').fill(text)
    await siping.page.getByRole('button', { name: '发送', exact: true }).click()
  }
  const allRead = (text: string) =>
    Promise.all(others.map(({ page }) => page.locator('.entry-text').getByText(text).waitFor()))

  await say('请补充称重照片的原件。')
  await allRead('请补充称重照片的原件。')
  await first.page.close()
  await say('称重照片已在附件中找到。')
  await allRead('称重照片已在附件中找到。')
}, 180_000)

test('who answers an error in a record reads it in the form, which says at once that a colleague has answered', async () => {
  const id = await matterWhere(
    sql`answerer.code = '220300-ZF' and leg.kind = 'data-correction' and leg.state = 'verifying'`,
  )
  const { rows } = await sql<{
    recorded: string
  }>`select content #>> '{errors,0,recorded}' as recorded from matter where id = ${id}`.execute(system.db)
  const officer = await system.signedIn('siping.officer')
  await officer.open(`/matters/${id}`)

  const form = await openAction(officer.page, '更正并反馈')
  const [first] = await form.getByRole('group', { name: /^1 · / }).all()
  expect(await first?.textContent()).toContain(`记录为${rows[0]?.recorded}`)

  const leader = await system.signedIn('siping.leader')
  await leader.open(`/matters/${id}`)
  await act(leader.page, '不予更正', { 理由: '经核实，原记录无误', 事实和理由: '与原始档案一致。' })
  await form.getByText('这一步现在不能办理').waitFor()
  expect(await form.getByRole('button', { name: '更正并反馈', exact: true }).isDisabled()).toBe(true)
}, 90_000)

test('a leader restricts a matter to named people, and nobody else of the agency finds it', async () => {
  const id = await matterWhere(atSiping)
  const leader = await system.signedIn('siping.leader')
  await leader.open(`/matters/${id}`)
  const title = (await leader.page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await leader.page.getByRole('button', { name: '限定知悉范围', exact: true }).click()
  const form = leader.page.getByRole('form', { name: '限定知悉范围' })
  await choose(form.getByRole('combobox', { name: '可以查看的人员' }), '李思远')
  await form.getByRole('button', { name: '限定知悉范围', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await leader.page.locator('.matter-head').getByText('限定知悉').waitFor()

  const named = await system.signedIn('siping.officer')
  await named.open(`/matters/${id}`)
  await named.page.getByRole('heading', { level: 1, name: title }).waitFor()
  const other = await system.signedIn('siping.dispatcher')
  await other.open(`/matters/${id}`)
  await other.page.getByRole('alert').getByText('没有找到这件事项').waitFor()
  expect(other.refusals()).toContain('GET /matters/… 404')
}, 120_000)

test('what could not be delivered is sent again, to the agency that took over', async () => {
  const id = await matterWhere(sql`leg.delivery = 'failed'`)
  const { page, open } = await system.signedIn('tieling.officer')
  await open(`/matters/${id}`)
  const legs = page.getByRole('region', { name: '各单位办理情况' })
  await legs.getByRole('button', { name: '重新发送' }).click()
  const form = page.getByRole('form', { name: '重新发送' })
  await choose(form.getByRole('combobox', { name: '改送单位' }), '公主岭市交通运输综合行政执法大队')
  await form.getByRole('button', { name: '重新发送', exact: true }).click()
  await form.waitFor({ state: 'hidden' })

  const row = legs.getByRole('row').filter({ hasText: '公主岭' })
  await row.getByText(/^已送达/).waitFor()
  expect(await legs.getByText('送达失败').count()).toBe(0)
}, 90_000)

test('a day the administrator corrects is shown with its source, and moves the deadlines counted over it', async () => {
  const admin = await system.signedIn('sysadmin')
  await admin.open('/deadlines?rule=TRANSFER_RECEIVE&from=2026-12-23T10:00')
  const due = admin.page.getByRole('status').filter({ hasText: '到期' })
  await due.getByText('2026年12月24日').first().waitFor()
  await admin.open('/calendar?year=2026')
  const form = admin.page.getByRole('region', { name: '更正某一天' })
  await fillIn(form, { 日期: '2026-12-24', 说明: '省里临时放假', 文件依据: '演示文〔2026〕1号' })
  await form.getByRole('button', { name: '保存' }).click()

  const days = admin.page.getByRole('table', { name: '说明' })
  await days.getByRole('row').filter({ hasText: '2026年12月24日' }).getByText('演示文〔2026〕1号').waitFor()
  await admin.open('/deadlines?rule=TRANSFER_RECEIVE&from=2026-12-23T10:00')
  await due.getByText('2026年12月25日').first().waitFor()
}, 90_000)

test('what the reviewer sends back is there to be corrected, under the reason, and is submitted again', async () => {
  const [writer, reviewer] = await Promise.all([
    signIn(system.url, 'tielingxian.officer'),
    signIn(system.url, 'tielingxian.reviewer'),
  ])
  const { body } = await writer.post('/matters', { kind: 'force-request' })
  const { id } = body.matter
  await writer.act(id, 'submit', nightCheck([agencyIdOf('220322-ZF')]))
  await reviewer.act(id, 'sendBack', { reason: '请写明夜班时段。' })
  const { page, open } = await system.signedIn('tielingxian.officer')

  await open(`/matters/${id}`)
  await page.getByRole('link', { name: '继续填写' }).click()

  await page.getByText('请写明夜班时段。').waitFor()
  await writeStep(page, '支援事由', async (step) => {
    expect(await step.getByRole('textbox', { name: '行动名称', exact: true }).inputValue()).toBe(
      '省界夜间联合治超',
    )
    await fillIn(step, { 情况和理由: '22 时至次日 6 时绕行货车集中，夜班仅六人。' })
  })
  await goToStep(page, '核对内容')
  await page.getByRole('button', { name: '提交审核', exact: true }).click()
  await page.getByRole('link', { name: '查看事项' }).click()
  await seesState(page, '审核中')
  await page.getByText('22 时至次日 6 时绕行货车集中，夜班仅六人。').waitFor()
}, 90_000)

test('a suspected crime is addressed to the police of one’s own level before anybody looks for them', async () => {
  const { page } = await system.signedIn('siping.officer')
  await page.getByRole('link', { name: '新建事项' }).click()
  await page.getByRole('button', { name: '开始填写涉嫌犯罪移送' }).click()

  const form = page.getByRole('form', { name: '受移送的公安机关' })
  await form.getByText('四平市公安局交通警察支队', { exact: true }).waitFor()
})
