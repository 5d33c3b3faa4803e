import { test } from 'vitest'
import { caseBodies, caseNoticeBodies, on, overloadedElsewhere, overloadedTruck } from '../a-case-of-march.ts'
import { aMatter } from '../a-matter.ts'
import { peopleOf } from '../fixtures.ts'
import { aSystem } from './browser.ts'
import { fillIn } from './form.ts'
import { act, seesState } from './matter-page.ts'

const system = await aSystem()

test('a notice is answered measure by measure; when the decision is annulled, its case recalls every notice in one act', async () => {
  const { who } = await peopleOf(system.db)
  const [officer, leader, reviewer] = [
    who('tieling.officer'),
    who('tieling.leader'),
    who('tieling.reviewer'),
  ] as const
  const to = [who('siping.officer').agencyId]
  const bodies = caseBodies(overloadedTruck())
  const begun = on('2026-03-05T11:00:00')
  const it = await aMatter(system.db, { kind: 'case', opener: officer, bodies, occasion: begun })
  for (const [actor, action, at] of [
    [officer, 'register', '2026-03-05T12:00:00'],
    [leader, 'file', '2026-03-05T13:00:00'],
    [officer, 'conclude', '2026-03-08T10:00:00'],
    [officer, 'serveNotice', '2026-03-09T10:30:00'],
    [leader, 'decide', '2026-03-17T10:00:00'],
    [officer, 'serve', '2026-03-18T10:30:00'],
    [officer, 'recordExecution', '2026-03-20T10:30:00'],
    [leader, 'close', '2026-03-23T10:30:00'],
  ] as const)
    await it.does(actor, action, { occasion: on(at) })
  const example = overloadedElsewhere(to)
  const decision = {
    ...example.decision,
    caseNumber: bodies.file.caseNumber,
    decidedOn: '2026-03-17',
    handledOn: '2026-03-23',
  }
  const occasion = on('2026-03-24T10:00:00')
  const notice = await aMatter(system.db, {
    kind: 'case-notice',
    opener: officer,
    bodies: { ...caseNoticeBodies(to), submit: { ...example, decision } },
    occasion,
  })
  await notice.attach(officer, ['penalty-decision'])
  await notice.does(officer, 'submit', { occasion })
  await notice.does(reviewer, 'approve', { occasion })
  await notice.does(officer, 'send', { occasion })

  await notice.does(who('siping.officer'), 'acknowledge', { occasion })

  const receiver = await system.signedIn('siping.officer')
  await receiver.open(`/matters/${notice.id}`)
  await act(receiver.page, '反馈处理情况', async (form) => {
    const asked = (measure: string) => form.getByRole('group', { name: measure, exact: true })
    await fillIn(asked('1 · 约谈企业'), { 情况: '已采取', 文书号: '四交约〔2026〕8号', 日期: '2026-04-02' })
    await fillIn(asked('2 · 吊销车辆营运证'), {
      情况: '未采取',
      未采取的理由: '未达到法定次数或比例',
      说明: '一年内生效处罚三次。',
    })
    await fillIn(form, { 处理情况: '已约谈企业。' })
  })
  await seesState(receiver.page, '已反馈')

  const { page, open } = await system.signedIn('tieling.leader')
  await open(`/matters/${it.id}`)
  await act(page, '登记决定被撤销、变更', {
    结果: '决定被撤销',
    '由谁撤销、变更': '行政复议机关',
    作出机关: '铁岭市人民政府',
    '复议决定、判决等文号': '铁政复决〔2026〕21号',
    作出日期: '2026-05-11',
    收到日期: '2026-05-13',
    现在的结论: '检定证书过期，事实不清，撤销原处罚决定。',
  })
  await seesState(page, '决定被撤销、变更，善后中')
  await page.getByText('待撤回', { exact: true }).waitFor()
  await page.getByRole('button', { name: '撤回全部抄告' }).click()
  await page.getByText('已撤回，待确认', { exact: true }).waitFor()
  await page.getByRole('button', { name: '撤回全部抄告' }).waitFor({ state: 'detached' })

  await seesState(receiver.page, '撤回待确认')
  await act(receiver.page, '确认撤回', async (form) => {
    await form.getByRole('checkbox').first().check()
  })
  await seesState(receiver.page, '抄告已撤回')
}, 180_000)
