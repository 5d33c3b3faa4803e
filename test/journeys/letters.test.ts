import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { AgencyId } from '../../src/kernel/ids.ts'
import { systemActor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/as-actor.ts'
import { aCase } from '../a-case.ts'
import { aSeal } from '../a-seal.ts'
import { signIn } from '../http.ts'
import { aSystem } from './browser.ts'
import { picture } from './picture.ts'

const system = await aSystem()
const { rows: accounts } = await asActor(system.db, systemActor('test'), (tx) =>
  sql<{ login: string; agency_id: AgencyId }>`select login, agency_id from account`.execute(tx),
)
const agencyOf = (login: string): AgencyId => {
  const account = accounts.find((each) => each.login === login)
  if (!account) throw new Error(`There is no account ${login}.`)
  return account.agency_id
}
/** A case that is approved and waits to be sent. */
const anApprovedCase = () =>
  aCase({ signedIn: (login) => signIn(system.url, login), agencyOf }, { isSent: false })

test('an officer looks at the letter, sends it, and a stranger checks it and compares the file', async () => {
  const { id } = await anApprovedCase()
  const officer = await system.signedIn('tieling.officer')
  const { page } = officer
  await officer.open(`/matters/${id}`)

  await page.getByRole('button', { name: '发出移送函' }).click()
  const drawer = page.getByRole('dialog', { name: '发出移送函' })
  await drawer.getByRole('button', { name: '预览案件移送函' }).click()
  const preview = page.getByRole('dialog', { name: '案件移送函（样稿）' })
  await preview.getByTitle('案件移送函（样稿）').waitFor()
  await preview.getByRole('button', { name: '关闭', exact: true }).click()
  await drawer.getByRole('button', { name: '发出移送函' }).click()

  const letters = page.getByRole('region', { name: '函件', exact: true })
  await letters.getByText(/移函〔\d{4}〕1号/).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    letters.getByRole('link', { name: /^下载 PDF：/ }).click(),
  ])
  const path = await download.path()
  const pdf = await readFile(path)
  const address = await letters.getByRole('link', { name: '公开核验页' }).getAttribute('href')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

  const stranger = await system.window()
  await stranger.open(address ?? '')
  await stranger.page.getByText('有效', { exact: true }).waitFor()
  const chooser = stranger.page.locator('input[type=file]')
  await chooser.setInputFiles({ name: '移送函.pdf', mimeType: 'application/pdf', buffer: pdf })
  await stranger.page
    .getByRole('status')
    .getByText(/一个字节也没有改动/)
    .waitFor()
  await picture(stranger.page, 'letter-check')
  const altered = Buffer.from(pdf)
  altered[1000] = (altered[1000] ?? 0) ^ 1
  await chooser.setInputFiles({ name: '移送函.pdf', mimeType: 'application/pdf', buffer: altered })
  await stranger.page
    .getByRole('status')
    .getByText(/不一致/)
    .waitFor()
  await chooser.setInputFiles({ name: '移送函.docx', mimeType: '', buffer: Buffer.from('PK') })
  await stranger.page.getByRole('status').getByText('这不是 PDF').waitFor()
})

test('a leader puts the seal in place and permits its use, and the next letter bears it', async () => {
  const leader = await system.signedIn('siping.leader')
  const { page } = leader
  await page.getByRole('link', { name: '公文设置' }).click()
  const stamp = page.getByRole('region', { name: '电子印章' })
  await stamp
    .locator('input[type=file]')
    .setInputFiles({ name: '章.png', mimeType: 'image/png', buffer: aSeal() })
  await stamp.getByRole('img', { name: '电子印章' }).waitFor()
  await stamp.getByRole('checkbox', { name: '案件移送回执' }).check()
  await stamp.getByRole('button', { name: '授权用印' }).click()
  await stamp.getByText('还需填写：授权依据').waitFor()
  await stamp.getByLabel('授权依据').fill('支队长办公会决定')
  await stamp.getByRole('button', { name: '授权用印' }).click()
  await stamp.getByRole('button', { name: '收回“案件移送回执”的用印授权' }).waitFor()
  expect(await stamp.getByText('还需填写').isVisible()).toBe(false)

  const { id, officer, receiver, bodies } = await anApprovedCase()
  await officer.act(id, 'send')
  await receiver.act(id, 'acknowledge')
  await receiver.act(id, 'accept', bodies.accept)
  await leader.open(`/matters/${id}`)
  await page.getByRole('region', { name: '函件', exact: true }).getByText('已用印').waitFor()
})

test('the joint office adopts a template, and is told which field there is not', async () => {
  const secretary = await system.signedIn('office.secretary')
  const { page } = secretary
  await page.getByRole('link', { name: '公文设置' }).click()
  const editor = page.getByRole('form', { name: '采用新版本' })
  const text = editor.getByLabel('模板内容（JSON）')
  await text.fill('{"title":"移送函","blocks":[{"paragraph":"罚款{fineAmount}元"}]}')
  await editor.getByLabel('采用依据').fill('联席会议第三次会议')
  await editor.getByRole('button', { name: '采用新版本' }).click()
  await editor.getByText(/没有名为 fineAmount 的文字字段/).waitFor()
  expect(secretary.refusals()).toEqual(['POST /letter-templates 422'])

  await text.fill(
    '{"title":"关于移送“{cause}”案件的函","blocks":[{"paragraph":"现将{party}一案移送你单位。"}]}',
  )
  await editor.getByRole('button', { name: '采用新版本' }).click()
  await page.getByText(/已采用：.*\/1$/).waitFor()
})
