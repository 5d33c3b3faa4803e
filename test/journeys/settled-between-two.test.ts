import { expect, test } from 'vitest'
import { agencyIdOf } from '../../src/features/agencies/agencies.ts'
import { consultationBodies } from '../../src/features/matters/kinds/consultation/consultation.examples.ts'
import {
  jurisdictionDisputeBodies,
  loadedAndWeighed,
} from '../../src/features/matters/kinds/jurisdiction-dispute/jurisdiction-dispute.examples.ts'
import { signIn } from '../http.ts'
import { aSystem } from './browser.ts'
import { fillIn, minutesAgo, today } from './form.ts'
import { act, eventually, goToStep, openAction, seesLead, seesState, writeStep } from './matter-page.ts'

const system = await aSystem()

/** A dispute of an earlier month that was settled, for the one that is written now. */
async function aSettledDispute(): Promise<void> {
  const [asker, other] = await Promise.all([
    signIn(system.url, 'tieling.officer'),
    signIn(system.url, 'lishu.officer'),
  ])
  const to = agencyIdOf('220322-ZF')
  const bodies = jurisdictionDisputeBodies(to)
  const { position, contact } = bodies.takePosition
  const { body } = await asker.post('/matters', { kind: 'jurisdiction-dispute' })
  const { id } = body.matter
  await asker.act(id, 'raise', loadedAndWeighed(to))
  await other.act(id, 'takePosition', { position: { ...position, competent: 'asker' }, contact })
  await asker.act(id, 'settleOnAsker', bodies.settleOnAsker)
  await other.act(id, 'handOver', bodies.handOver)
  await asker.act(id, 'confirmHandOver', bodies.confirmHandOver)
}

/** A dispute in which both sides have said what they hold. */
async function aConsultedDispute(
  caseNumber: string,
): Promise<{ readonly id: string; readonly number: string }> {
  const [asker, other] = await Promise.all([
    signIn(system.url, 'tieling.officer'),
    signIn(system.url, 'lishu.officer'),
  ])
  const bodies = jurisdictionDisputeBodies(agencyIdOf('220322-ZF'))
  const { dispute, ...rest } = bodies.raise
  const { body } = await asker.post('/matters', { kind: 'jurisdiction-dispute' })
  const { id, number } = body.matter
  await asker.act(id, 'raise', { ...rest, dispute: { ...dispute, caseNumber } })
  await other.act(id, 'takePosition', bodies.takePosition)
  return { id, number }
}

test('two counties of two provinces dispute a case: earlier ones are shown, positions stand side by side, the ministry designates', {
  timeout: 120_000,
}, async () => {
  await aSettledDispute()
  const { page } = await system.signedIn('tieling.officer')
  await page.getByRole('link', { name: '新建事项' }).click()
  await page.getByRole('button', { name: '开始填写管辖争议', exact: true }).click()
  await writeStep(page, '争议对方', (step) => fillIn(step, { 争议对方: '梨树县交通运输综合行政执法大队' }))
  await writeStep(page, '争议事项', async (step) => {
    await fillIn(step, {
      争议类型: '双方都主张管辖',
      违法行为类型: '超限超载',
      案由: '车辆超限运输',
      案号: '辽铁昌交执〔2026〕00071号',
      违法行为发生地: '梨树县装载，昌图县毛家店镇检测发现',
      '发生（发现）时间': minutesAgo(3_000),
      基本事实: '六轴货车装载玉米驶入昌图县，经检测超过限值12000千克，双方均已立案。',
    })
  })
  const precedents = page.getByRole('region', { name: '类似的已办结事项' })
  // One with the same other side may be there already; what the violation has in common comes with the typing.
  await eventually(() => precedents.textContent()).toContain('违法行为类型')
  await writeStep(page, '当事人', async (step) => {
    await fillIn(step, { 类别: '单位' })
    await fillIn(step, { 姓名或名称: '四平试例物流有限公司' })
  })
  await writeStep(page, '本方立场', async (step) => {
    await fillIn(step, {
      应由谁管辖: '由发起方管辖',
      本机关立案案号: '辽铁昌交执〔2026〕00071号',
      本机关立案时间: minutesAgo(2_900),
      事实和理由: '超限行为在本县被查获，检测、取证均在本县完成，本机关立案在先。',
      法律依据: '行政处罚法第二十二条、第二十五条',
      证据: '称重检测单、现场笔录、现场视频。',
    })
  })
  await writeStep(page, '联系人', (step) => fillIn(step, { 姓名: '周启明', 办公电话: '024-55500101' }))
  await writeStep(page, '确认', (step) =>
    fillIn(step, { 争议期间继续采取必要的证据保全和安全措施: true, 内容和附件不涉及国家秘密: true }),
  )
  await goToStep(page, '核对内容')
  await page.getByRole('button', { name: '提出管辖争议', exact: true }).click()
  await page.getByRole('link', { name: '查看事项' }).click()
  await seesState(page, '已提出，待对方陈述')
  const address = new URL(page.url()).pathname

  const other = await system.signedIn('lishu.officer')
  await other.open(address)
  const form = await openAction(other.page, '陈述立场')
  const position = form.getByRole('group', { name: '本方立场', exact: true })
  await fillIn(position, {
    应由谁管辖: '由承办方管辖',
    本机关立案案号: '吉四梨交执〔2026〕00031号',
    本机关立案时间: minutesAgo(1_500),
    事实和理由: '违法装载发生在本县，源头企业在本县，宜一并查处。',
    法律依据: '行政处罚法第二十二条',
    证据: '过磅单、装载现场照片、询问笔录。',
  })
  await fillIn(form.getByRole('group', { name: '联系人', exact: true }), {
    姓名: '陈树森',
    办公电话: '0434-5550102',
  })
  await form.getByRole('button', { name: '陈述立场', exact: true }).click()
  await seesState(other.page, '协商中')

  const table = page.getByRole('region', { name: '各方立场对照' })
  await table.getByText('过磅单').waitFor()
  expect(await table.locator('.notice').textContent()).toContain('最先立案')

  // Who revises a position finds it as stated, and changes only what is new.
  await act(page, '修改立场', async (revision) => {
    expect(await revision.getByLabel('事实和理由').inputValue()).toContain('本机关立案在先')
    await fillIn(revision, { 证据: '称重检测单、现场笔录、现场视频、车辆轨迹。' })
  })
  await table.getByText('车辆轨迹').waitFor()
  expect(await table.textContent()).toContain('本机关立案在先')

  const leader = await system.signedIn('tieling.leader')
  await leader.open(address)
  await act(leader.page, '报请指定管辖', {
    协商情况: '两次视频协商，对先立案时间的效力意见不一。',
    本机关意见: '本机关最先立案，建议指定由本机关管辖。',
    法律依据: '行政处罚法第二十五条',
  })
  const ministry = await system.signedIn('ministry.supervisor')
  await ministry.open(address)
  await act(ministry.page, '指定承办方管辖', async (decision) => {
    // The superior reads which agency that is, above the form that designates it.
    await decision.getByText('承办方：梨树县交通运输综合行政执法大队').waitFor()
    await fillIn(decision, {
      指定管辖决定文号: '交执指〔2026〕8号',
      决定日期: today(),
      理由: '源头装载系主要违法行为，由装载地机关并案管辖。',
      法律依据: '行政处罚法第二十二条、第二十五条',
    })
  })
  await seesLead(other.page, '梨树')
  await seesState(page, '由承办方管辖，待移交')
})

test('the side that did not raise the dispute demands designation, and both see when it goes up', {
  timeout: 90_000,
}, async () => {
  const { id } = await aConsultedDispute('辽铁昌交执〔2026〕00081号')

  const leader = await system.signedIn('lishu.leader')
  await leader.open(`/matters/${id}`)
  await act(leader.page, '要求报请指定管辖', {
    协商情况: '两次视频协商，对方坚持先立案即有管辖权。',
    本机关意见: '源头装载行为系主要违法行为，建议指定由本机关管辖。',
    法律依据: '行政处罚法第二十五条',
  })

  await seesState(leader.page, '承办方要求指定管辖，待报请')
  const officer = await system.signedIn('tieling.officer')
  await officer.open(`/matters/${id}`)
  const deadlines = officer.page.getByRole('region', { name: '时限' })
  await deadlines.getByText('转入指定前的期限').first().waitFor()
  await deadlines.getByText('计算过程').first().click()
  expect(await deadlines.textContent()).toContain('系统建议值')
})

test('the ministry finds a dispute nobody has referred on its workbench, takes it up, and both sides read why', {
  timeout: 90_000,
}, async () => {
  const { id, number } = await aConsultedDispute('辽铁昌交执〔2026〕00091号')

  const ministry = await system.signedIn('ministry.supervisor')
  await ministry.page
    .getByRole('list', { name: '数量' })
    .getByRole('link', { name: /作为共同上级/ })
    .click()
  await ministry.page.getByRole('row', { name: number }).getByRole('link').first().click()
  await act(ministry.page, '依职权启动指定管辖', {
    理由: '双方强制措施期限将满，协商仍无进展。',
    法律依据: '行政处罚法第二十五条第二款',
  })

  await seesState(ministry.page, '共同上级已启动指定，仍可协商一致')
  for (const login of ['tieling.officer', 'lishu.officer']) {
    const side = await system.signedIn(login)
    await side.page.getByRole('link', { name: '消息' }).first().click()
    // Wherever one clicks on a piece of news, the matter opens.
    await side.page.getByRole('listitem').filter({ hasText: '依职权启动指定管辖' }).first().click()
    await side.page.waitForURL(`**/matters/${id}**`)
    await side.page.getByText('双方强制措施期限将满，协商仍无进展。').first().waitFor()
    expect(await side.page.locator('.matter-head').textContent()).toContain('共同上级交通运输部')
  }
})

test('three agencies consult: the minutes hold when the others have confirmed the same words', {
  timeout: 90_000,
}, async () => {
  const caller = await signIn(system.url, 'tieling.officer')
  const bodies = consultationBodies([agencyIdOf('220300-ZF'), agencyIdOf('220322-ZF')])
  const { body } = await caller.post('/matters', { kind: 'consultation' })
  const { id } = body.matter
  await caller.act(id, 'call', bodies.call)

  const [first, second] = [await system.signedIn('siping.officer'), await system.signedIn('lishu.officer')]
  for (const [{ page, open }, view] of [
    [first, '同意同时检查，周五警力不足。'],
    [second, '建议增加十家堡点位。'],
  ] as const) {
    await open(`/matters/${id}`)
    const form = await openAction(page, '回复并陈述意见')
    await fillIn(form, { 参加方式: '远程参加' })
    await fillIn(form.getByRole('group', { name: '本机关意见', exact: true }), { 意见: view })
    await form.getByRole('button', { name: '回复并陈述意见', exact: true }).click()
    await form.waitFor({ state: 'hidden' })
  }
  await first.page.getByRole('region', { name: '各方立场对照' }).getByText('十家堡').waitFor()

  const asker = await system.signedIn('tieling.officer')
  await asker.open(`/matters/${id}`)
  await act(asker.page, '发出纪要', async (form) => {
    // The way, who takes part and the topics stand there already; the meeting was called for a day ahead.
    expect(await form.getByLabel('参加单位和人员').inputValue()).toContain('梨树县交通运输综合行政执法大队')
    await fillIn(form, { 磋商时间: minutesAgo(60), 纪要: '每周三、周四在两点同时检查。' })
    for (const [at, { topic }] of bodies.call.topics.entries()) {
      const outcome = form.getByRole('group', { name: `各议题结果 第 ${at + 1} 项` })
      expect(await outcome.getByLabel('议题').inputValue()).toBe(topic)
      await fillIn(outcome, { 结果: '达成一致', 内容: '每周三、周四，由查获地机关立案。' })
    }
  })
  for (const { page } of [first, second]) {
    await seesState(page, '纪要待确认')
    await act(page, '确认纪要')
  }
  await seesState(asker.page, '纪要已确认')
  await act(asker.page, '办结磋商')
  await seesState(asker.page, '已办结')
})
