import { expect, test } from 'vitest'
import { agencyIdOf } from '../../src/features/agencies/agencies.ts'
import {
  recordedTruck,
  wasteShip,
} from '../../src/features/matters/kinds/case-transfer/case-transfer.examples.ts'
import { signIn } from '../http.ts'
import { aSystem } from './browser.ts'
import { attach, buttonFor, choose, fillIn, minutesAgo, today } from './form.ts'
import {
  act,
  eventually,
  fillInOfficers,
  goToStep,
  numberOn,
  otherAct,
  seesLead,
  seesState,
  stepsOf,
  taskOf,
  timesOf,
  writeStep,
} from './matter-page.ts'
import { aDocument, aPicture } from './papers.ts'

/* Cases as they were reported, with their places, times and figures; every person, company and plate is invented. */

const system = await aSystem()

/** A transfer that lies among somebody's drafts, written and with its materials, as it was left last night. */
async function aDraft(login: string, content: object, materials: readonly string[]): Promise<string> {
  const client = await signIn(system.url, login)
  const { body } = await client.post('/matters', { kind: 'case-transfer' })
  const { id, number } = body.matter
  const kept = await client.put(`/matters/${id}/drafts/submit?leg=0`, { body: content, version: 0 })
  expect(kept.status).toBe(200)
  for (const item of materials) {
    const paper = aDocument(item, '核对无误。')
    const { status } = await client.upload(id, { name: paper.name, item }, paper.buffer)
    expect(status).toBe(201)
  }
  return number
}

test('S01 a truck recorded in 柘荣 is settled in 高密, where it is registered: 119.07 t on a limit of 49 t', async () => {
  const number = await aDraft('zherong.officer', recordedTruck(agencyIdOf('370700-ZF')), [
    'investigation-report',
    'monitoring-record',
    'monitoring-review',
    'weighing-record',
  ])
  const [{ page: sender }, { page: reviewer }, { page: detachment }, { page: brigade }] = await Promise.all([
    system.signedIn('zherong.officer'),
    system.signedIn('zherong.reviewer'),
    system.signedIn('weifang.officer'),
    system.signedIn('gaomi.officer'),
  ])

  await sender.getByRole('link', { name: '新建事项' }).click()
  await sender.getByRole('listitem').filter({ hasText: number }).getByRole('link').click()
  await goToStep(sender, '超限情况')
  await goToStep(sender, '核对内容')
  await sender.getByRole('button', { name: '提交审核', exact: true }).click()
  await sender.getByRole('link', { name: '查看事项' }).click()
  await reviewer.getByRole('row').filter({ hasText: number }).getByRole('link').click()
  await act(reviewer, '审核同意', { 审核意见: '技术监控记录已经审核，同意移送。' })
  await act(sender, '发出移送函')

  // 潍坊 signs for it and lets 高密 below it answer.
  await detachment.getByRole('row').filter({ hasText: number }).first().getByRole('link').click()
  await detachment.getByRole('button', { name: '签收', exact: true }).click()
  await seesState(detachment, '已签收待决定')
  await otherAct(detachment, '转下级单位办理', async (form) => {
    await choose(form.getByRole('combobox'), '高密市交通运输综合行政执法大队')
    await form.getByRole('textbox').fill('车籍地在高密，由高密大队办理。')
  })

  // 高密 reads the figures of the record and asks for nothing again.
  await brigade.getByRole('row').filter({ hasText: number }).first().getByRole('link').click()
  const overload = brigade.getByRole('region', { name: '超限情况' })
  expect(await overload.textContent()).toMatch(/119,070 千克[\s\S]*49,000 千克/)
  expect(await overload.textContent()).toMatch(/70,070 千克（143\s*%）/)
  await brigade.getByRole('button', { name: '查看 monitoring-record.pdf' }).waitFor()
  await act(brigade, '接收案件', { 备注: '证据材料齐全，我大队不再重复取证。' })
  await seesLead(sender, '高密市交通运输综合行政执法大队')
  await act(sender, '告知当事人', { 告知方式: '电子送达（经当事人书面同意）', 办理时间: minutesAgo(1) })
  await act(brigade, '立案', async (form) => {
    await fillIn(form, { 立案案号: '鲁潍高交执〔2026〕00156号', 立案时间: minutesAgo(1) })
    await fillInOfficers(form, '王德厚', '单立新')
  })
  await act(brigade, '登记处理决定', async (form) => {
    await fillIn(form, { 处理结果: '给予行政处罚' })
    await fillIn(form, {
      文书号: '鲁潍高交罚〔2026〕00141号',
      作出日期: today(),
      内容摘要: '超过限值70070千克，决定罚款30000元。',
      处罚种类: ['罚款'],
      '罚款金额（元）': '30000.00',
    })
  })
  await act(brigade, '反馈结果', {
    内容摘要: '决定书已送达，罚款已缴清，当事人未往返福建。',
    执行情况: '已全部执行',
  })

  // The result comes back, and the four times can be read: sent, received, told, settled.
  await seesState(sender, '结果已反馈')
  await act(sender, '确认结果并办结', { 备注: '结果已回写本地案件。' })
  await seesState(sender, '已办结')
  await sender.locator('.timeline').getByText('决定书已送达，罚款已缴清').waitFor()
  const times = await timesOf(sender, '发出移送函', '签收', '告知当事人', '确认结果并办结')
  expect(times).toHaveLength(4)
  expect([...times].sort()).toEqual(times)
  await sender.getByText('办结时间').waitFor()
  expect(await stepsOf(brigade)).not.toContain('一次性告知补正')
}, 180_000)

test('S03 a clue about several cars goes from 天津 to 北京 and comes back as filed cases', async () => {
  const [{ page: finder }, { page: desk }, { page: officer }] = await Promise.all([
    system.signedIn('tianjin.officer'),
    system.signedIn('beijing.dispatcher'),
    system.signedIn('beijing.officer'),
  ])
  await finder.getByRole('link', { name: '新建事项' }).click()
  await finder.getByRole('button', { name: '开始填写线索推送' }).click()
  await writeStep(finder, '推送给', (step) => fillIn(step, { 推送给: '北京市交通运输综合执法总队' }))
  await writeStep(finder, '线索内容', (step) =>
    fillIn(step, {
      标题: '京牌车辆长期往返天津与首都机场载客',
      领域: '非法营运',
      情况描述: '接举报后成立专案组，分析通行记录和轨迹，三辆京牌小客车固定往返天津市区与首都机场载客。',
      地点: '天津市和平区至首都国际机场',
    }),
  )
  await writeStep(finder, '来源和可信度', (step) =>
    fillIn(step, { 线索来源: '投诉举报', 来源可靠程度: 'B 通常可靠', 内容可信程度: '1 已证实' }),
  )
  await writeStep(finder, '研判', (step) =>
    fillIn(step, { 推送理由: ['带团伙性质违法活动'], 紧急程度: '一般', 处置建议: '建议在机场出发层布控。' }),
  )
  const plates = ['京ATEST1', '京ATEST2', '京ATEST3']
  await writeStep(finder, '涉及的车、船、单位、个人', async (step) => {
    for (const [index, plate] of plates.entries()) {
      await step.getByRole('button', { name: '添加涉及的车、船、单位、个人' }).click()
      const entry = step.getByRole('group', { name: `涉及的车、船、单位、个人 第 ${index + 1} 项` })
      await fillIn(entry, { 类别: '车辆' })
      await fillIn(entry, { 车牌号: plate, 号牌颜色: '蓝', 号牌说明: '测试号牌，并非真实车辆' })
    }
  })
  await goToStep(finder, '附件')
  await attach(
    finder,
    buttonFor('其他附件'),
    aPicture('高速出入口截图', { of: 'coach', at: new Date().toISOString() }),
    aDocument('轨迹分析', '三辆车近六十日通行记录。'),
  )
  await writeStep(finder, '确认', (step) =>
    fillIn(step, { 内容和附件不含举报人信息: true, 内容和附件不涉及国家秘密: true }),
  )
  await finder.getByRole('button', { name: '推送', exact: true }).click()
  await finder.getByRole('link', { name: '查看事项' }).click()
  await seesState(finder, '已推送待签收')
  const number = await numberOn(finder)
  expect(number).toMatch(/^线索-\d{8}-\d{6}$/)

  // The duty desk signs for it, an officer takes it up; both read which cars, and what came along.
  await desk
    .getByRole('row')
    .filter({ hasText: number })
    .getByRole('button', { name: `签收 ${number}` })
    .click()
  await officer.getByRole('row').filter({ hasText: number }).filter({ hasText: '研判期限' }).waitFor()
  await officer.getByRole('row').filter({ hasText: number }).first().getByRole('link').click()
  const subjects = officer.getByRole('region', { name: '涉及的车、船、单位、个人' })
  for (const plate of plates) await subjects.getByText(plate).waitFor()
  await officer.getByRole('button', { name: '查看 轨迹分析.pdf' }).waitFor()
  await officer.getByRole('button', { name: '查看 高速出入口截图.png' }).click()
  const viewer = officer.getByRole('dialog')
  expect(await viewer.getByText(/^[0-9a-f]{64}$/).textContent()).toHaveLength(64)
  await officer.keyboard.press('Escape')
  await viewer.waitFor({ state: 'hidden' })
  await act(officer, '受理核查', { 备注: '已布控，三辆车列入重点关注名单。' })
  await act(officer, '核查结论', async (form) => {
    await fillIn(form, { 核查结论: '属实，已立案' })
    await fillIn(form, {
      核查情况: '在营运状态下查获，均无客运经营许可，车辆依法扣押。',
      立案案号: '京交执〔2026〕00418号',
    })
  })
  await act(officer, '反馈', {
    反馈内容: '立案3件，扣押车辆3辆。',
    已采取的措施: '扣押车辆；在机场持续布控。',
  })

  await seesState(finder, '已反馈待评价')
  await act(finder, '评价并办结', { 价值评价: '价值大', 说明: '两地配合顺畅，系列案件告破。' })
  await Promise.all([seesState(finder, '已办结'), seesState(officer, '已办结')])
  await eventually(() => stepsOf(finder)).toEqual(
    expect.arrayContaining(['推送', '签收', '受理核查', '核查结论', '反馈', '评价并办结']),
  )
}, 180_000)

test('S11 a ship found by 吴江 goes to the department competent on shore, whose account answers and only refers', async () => {
  const number = await aDraft('wujiang.officer', wasteShip(agencyIdOf('330421-ZH')), [
    'investigation-report',
    'scene-record',
    'questioning-record',
  ])
  const [{ page: sender }, { page: reviewer }, partner] = await Promise.all([
    system.signedIn('wujiang.officer'),
    system.signedIn('wujiang.reviewer'),
    system.signedIn('jiashan.partner'),
  ])
  await sender.getByRole('link', { name: '新建事项' }).click()
  await sender.getByRole('listitem').filter({ hasText: number }).getByRole('link').click()
  await goToStep(sender, '涉案船舶')
  expect(await sender.getByRole('textbox', { name: '船名', exact: true }).inputValue()).toBe('试例货0001')
  await goToStep(sender, '随附材料')
  await attach(
    sender,
    buttonFor('现场照片、视听资料'),
    aPicture('船舶照片', { of: 'ship', at: new Date().toISOString() }),
  )
  await eventually(() => taskOf(sender, '随附材料').textContent()).toContain('已完成')
  await goToStep(sender, '核对内容')
  await sender.getByRole('button', { name: '提交审核', exact: true }).click()
  await sender.getByRole('link', { name: '查看事项' }).click()
  await reviewer.getByRole('row').filter({ hasText: number }).getByRole('link').click()
  await act(reviewer, '审核同意', { 审核意见: '同意移送属地综合执法部门。' })
  await act(sender, '发出移送函')

  // The partner sees this one matter, answers, and opens nothing of its own but referrals.
  const { page } = partner
  await page.getByRole('row').filter({ hasText: number }).first().waitFor()
  await partner.open('/matters')
  await page.getByText('共 1 件').waitFor()
  await page.getByRole('link', { name: /试例货0001|吴江试例/ }).click()
  await page.getByRole('button', { name: '签收', exact: true }).click()
  await seesState(page, '已签收待决定')
  await page
    .getByRole('textbox', { name: '给对方的留言（双方可见）' })
    .fill('已收到，请航运公司负责人到我局接受询问。')
  await page.getByRole('button', { name: '发送', exact: true }).click()
  await sender.locator('.timeline').getByText('已收到，请航运公司负责人到我局接受询问。').waitFor()
  await act(page, '接收案件', { 备注: '同意接收。' })
  await seesLead(sender, '嘉善')

  await partner.open('/new')
  await page.getByRole('button', { name: '开始填写部门移交' }).waitFor()
  expect(await page.getByRole('button', { name: /^开始填写/ }).count()).toBe(1)
}, 180_000)
