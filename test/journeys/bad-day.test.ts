import { expect, test } from 'vitest'
import { agencyIdOf } from '../../src/features/agencies/agencies.ts'
import { demoAccounts } from '../../src/features/people/demo-accounts.ts'
import { aCase } from '../a-case.ts'
import { type Client, signIn as signInByApi } from '../http.ts'
import { aSystem, signIn } from './browser.ts'
import { chooseFiles, fillIn } from './form.ts'
import { act, eventually, goToStep, openAction, seesState } from './matter-page.ts'
import { aDocument } from './papers.ts'
import { picture } from './picture.ts'

/* What goes wrong on a bad day, and that it costs nobody a word. */

const system = await aSystem()

/** The same system by its API, for what lies before a journey. */
const api = {
  signedIn: (login: string): Promise<Client> => signInByApi(system.url, login),
  agencyOf: (login: string) =>
    agencyIdOf(demoAccounts.find((account) => account.login === login)?.agency ?? 'nobody'),
}

test('a bad day costs nobody a word: locked out, browser closed, file that lies, session ended, server gone', async () => {
  await lockedOut()

  const reasons = '车辆自四平市装载后驶入我县，'
  const first = await system.signedIn('tieling.officer')
  await first.page.getByRole('link', { name: '新建事项' }).click()
  await first.page.getByRole('button', { name: '开始填写案件移送' }).click()
  await goToStep(first.page, '移送事由')
  const place = first.page.getByRole('form', { name: '移送事由' })
  await fillIn(place, { 移送理由: reasons.slice(0, 5) })
  await first.page.getByText(/草稿已保存/).waitFor()
  await fillIn(place, { 移送理由: reasons })
  await first.page.close()

  // The tab was closed right after the last word; in another browser the draft is there again.
  const window = await system.signedIn('tieling.officer')
  const { page } = window
  await page.getByRole('link', { name: '新建事项' }).click()
  await page.getByRole('region', { name: '未完成的草稿' }).getByRole('link').first().click()
  await goToStep(page, '移送事由')
  const text = page.getByRole('textbox', { name: '移送理由', exact: true })
  await eventually(() => text.inputValue()).toBe(reasons)
  await first.close()

  // A file that lies about what it is stays outside, and says why; the next one is taken.
  await goToStep(page, '随附材料')
  const liar = { ...aDocument('现场照片'), name: '现场照片.png', mimeType: 'image/png' }
  await chooseFiles(page, '为“现场照片、视听资料”选择文件', liar)
  await page.getByRole('alert').filter({ hasText: '现场照片.png' }).waitFor()
  expect(window.refusals()).toEqual([expect.stringMatching(/^POST \/matters\/…\/files 4\d\d$/)])
  await page.getByRole('button', { name: '关闭 现场照片.png' }).click()
  await chooseFiles(page, '为“案件调查报告”选择文件', aDocument('案件调查报告'))
  await page.getByRole('button', { name: '查看 案件调查报告.pdf' }).waitFor()

  // The session ends while somebody types: one signs in again over the same page.
  await goToStep(page, '移送事由')
  await endOtherSessions('tieling.officer')
  await text.fill(`${reasons}违法行为在梨树县境内已经开始，`)
  const again = page.getByRole('dialog', { name: '登录已过期' })
  await again.waitFor()
  expect(window.refusals()).toEqual(expect.arrayContaining(['PUT /matters/…/drafts/submit 401']))
  await signIn(page, 'tieling.officer')
  await again.waitFor({ state: 'hidden' })
  expect(await text.inputValue()).toBe(`${reasons}违法行为在梨树县境内已经开始，`)
  await page.getByText(/草稿已保存/).waitFor()
  window.refusals()

  // The server is gone for a moment: the page says so, keeps what is typed, and saves it when the server is back.
  await system.goAway()
  await text.fill(`${reasons}违法行为在梨树县境内已经开始，应由四平市管辖。`)
  await page.getByText('草稿暂时没有存到服务器').waitFor()
  await page.getByRole('alert').getByText('与服务器的连接已中断').waitFor()
  await system.comeBack()
  await page.getByText(/草稿已保存/).waitFor({ timeout: 60_000 })
  await page.getByText('与服务器的连接已中断').waitFor({ state: 'hidden', timeout: 60_000 })
  await page.reload()
  await eventually(() => text.inputValue()).toContain('应由四平市管辖。')
}, 180_000)

test('what changed while somebody was typing is shown before it counts, and the typed text stays', async () => {
  const { id, officer, receiver } = await aCase(api)
  await receiver.act(id, 'acknowledge')
  const window = await system.signedIn('siping.officer')
  const { page } = window
  await window.open(`/matters/${id}`)
  await seesState(page, '已签收待决定')
  const form = await openAction(page, '接收案件')
  await fillIn(form, { 备注: '同意接收，请告知当事人。' })

  await officer.act(id, 'askBack', { reason: '当事人已到案，请同意撤回。' })
  await form.getByText('在您填写期间，事项有 1 条新记录').waitFor()
  await picture(page, 'changed')
  await form.getByRole('button', { name: '接收案件', exact: true }).click()
  await eventually(() => window.refusals()).toEqual(['POST /matters/…/moves 409'])
  await seesState(page, '已签收待决定')
  expect(await form.getByRole('textbox', { name: '备注', exact: true }).inputValue()).toBe(
    '同意接收，请告知当事人。',
  )
  await form.getByRole('button', { name: '已知晓，继续' }).click()
  await form.getByRole('button', { name: '接收案件', exact: true }).click()
  await seesState(page, '已接收待立案')
}, 180_000)

test('what is pasted too long is kept whole, and told with how long it is', async () => {
  const { id, receiver } = await aCase(api)
  await receiver.act(id, 'acknowledge')
  const { page, open } = await system.signedIn('siping.officer')
  await open(`/matters/${id}`)
  const form = await openAction(page, '接收案件')
  const note = form.getByRole('textbox', { name: '备注', exact: true })
  const pasted = '同意接收。'.repeat(201)

  await note.fill(pasted)
  // The fault that appears as one leaves the field does not take the button away from under the pointer.
  await form.getByRole('button', { name: '接收案件', exact: true }).click()

  await form.getByText('备注：最多 1000 个字，现有 1005 个，请缩短。').waitFor()
  expect(await note.inputValue()).toBe(pasted)
  await note.fill('同意接收。')
  await form.getByRole('button', { name: '接收案件', exact: true }).click()
  await seesState(page, '已接收待立案')
}, 180_000)

test('what one did oneself in another window is told as well, instead of a button that does nothing', async () => {
  const { id, receiver } = await aCase(api)
  await receiver.act(id, 'acknowledge')
  const window = await system.signedIn('siping.officer')
  const { page } = window
  await window.open(`/matters/${id}`)
  const form = await openAction(page, '接收案件')

  const other = await window.tab(`/matters/${id}`)
  await act(other.page, '接收案件')
  await page.setViewportSize({ width: 360, height: 420 })

  const told = form.getByText('事项已有新的进展，这一步现在不能办理')
  await told.waitFor()
  const button = form.getByRole('button', { name: '接收案件', exact: true })
  await button.scrollIntoViewIfNeeded()
  expect(await button.isDisabled()).toBe(true)
  await eventually(() => told.evaluate(isInView)).toBe(true)
}, 180_000)

test('who is too late to send what a colleague has sent reads so, and nothing of what was typed', async () => {
  const { id, officer } = await aCase(api, { isSent: false })
  const window = await system.signedIn('tieling.dispatcher')
  await window.open(`/matters/${id}`)
  const form = await openAction(window.page, '发出移送函')

  await officer.act(id, 'send')

  const told = form.getByText('事项已有新的进展，这一步现在不能办理。', { exact: true })
  await told.waitFor()
  expect(await form.textContent()).not.toContain('填写的内容')
  expect(await form.getByRole('button', { name: '发出移送函', exact: true }).isDisabled()).toBe(true)
}, 180_000)

test('the opinion a reviewer is writing stays when the writer takes the matter back meanwhile', async () => {
  const { id, officer, bodies } = await aCase(api, { isSent: false })
  await officer.act(id, 'withdraw')
  await officer.act(id, 'submit', bodies.submit)
  const window = await system.signedIn('tieling.reviewer')
  const { page } = window
  await window.open(`/matters/${id}`)
  const form = await openAction(page, '退回修改')
  const opinion = form.getByRole('textbox').first()
  await opinion.fill('请补充称重检测单的原件。')

  await officer.act(id, 'withdraw')
  await form.getByText('在您填写期间，事项有 1 条新记录').waitFor()
  await form.getByText('事项已有新的进展，这一步现在不能办理').waitFor()
  expect(await form.getByRole('button', { name: '退回修改', exact: true }).isDisabled()).toBe(true)
  expect(await opinion.inputValue()).toBe('请补充称重检测单的原件。')
}, 180_000)

/** Whether somebody sees it without scrolling. */
const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

/** Whoever mistypes the password is told how often still, then until when, and nothing else. */
async function lockedOut(): Promise<void> {
  const window = await system.window()
  const { page } = window
  await window.open('/')
  for (const left of [4, 3, 2, 1]) {
    await signIn(page, 'qingpu.leader', 'Falsch-gedacht-2026')
    await page.getByRole('alert').getByText(`再错 ${left} 次将锁定 15 分钟`).waitFor()
  }
  await signIn(page, 'qingpu.leader', 'Falsch-gedacht-2026')
  await page.getByRole('alert').getByText('密码连续输错 5 次，已锁定至').waitFor()

  expect(window.refusals()).toHaveLength(5)

  // The right one does not help while it is locked, and the answer is the same.
  await signIn(page, 'qingpu.leader')
  await eventually(() => window.refusals()).toHaveLength(1)
  await page.getByRole('alert').getByText('已锁定至').waitFor()
  expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0)
}

/** Ends every session of a person but a new one, as somebody does who left a computer behind. */
async function endOtherSessions(login: string): Promise<void> {
  const client = await api.signedIn(login)
  const { body } = await client.get('/session/sessions')
  for (const { id, current } of body.sessions)
    if (!current) expect((await client.delete(`/session/sessions/${id}`)).status).toBe(204)
}
