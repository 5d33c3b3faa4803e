import { expect, test } from 'vitest'
import { verifyDatabase } from '../../src/features/proof/proof.ts'
import { aSystem } from './browser.ts'
import { attach, buttonFor, fillIn, minutesAgo, today } from './form.ts'
import {
  act,
  eventually,
  fillInOfficers,
  goToStep,
  leadOn,
  numberOn,
  readDeadlines,
  seesLead,
  seesState,
  stepsOf,
  taskOf,
  timelineOf,
  writeStep,
} from './matter-page.ts'
import { aDocument, aPicture } from './papers.ts'
import { picture } from './picture.ts'

const system = await aSystem()

const changtu = '昌图县交通运输综合行政执法大队'
const siping = '四平市交通运输综合行政执法支队'
const company = '四平试例物流有限公司'

test('a case crosses a provincial border: 四平 leads from the instant it accepts, and both sides read the same story', async () => {
  const receiver = await system.signedIn('siping.officer')
  const arrivals = receiver.page.getByRole('table', { name: '待我办理' })
  const officer = await system.signedIn('tieling.officer')
  const { page } = officer

  // Writing it, step by step.
  await page.getByRole('link', { name: '新建事项' }).click()
  await page.getByRole('button', { name: '开始填写案件移送' }).click()
  await writeStep(page, '受移送机关', (step) => fillIn(step, { 受移送机关: siping }))
  await writeStep(page, '移送事由', (step) =>
    fillIn(step, {
      移送情形: '违法行为发生地不在本辖区',
      移送理由:
        '车辆自四平市梨树县装载后驶入我县，超限运输行为在梨树县境内已经开始，承运企业和源头装载企业均在四平市。',
      移送依据: '行政处罚法第二十二条、第二十五条',
    }),
  )
  await writeStep(page, '案件情况', (step) =>
    fillIn(step, {
      案号: '辽铁昌交执〔2026〕00401号',
      案由: '车辆超限运输',
      案件来源: '行政检查',
      发现时间: minutesAgo(26 * 60),
      违法行为发生地: '铁岭市昌图县毛家店镇',
      路线桩号: 'G102 K812+300 上行',
      已查明的事实:
        '执法人员在毛家店流动检测点检查发现，六轴半挂货车装载玉米行驶公路，经检测车货总质量62000千克，限值49000千克，超过限值13000千克。',
      涉嫌违反的规定: '公路法第五十条；超限运输车辆行驶公路管理规定第三条',
    }),
  )
  await writeStep(page, '当事人', async (step) => {
    await fillIn(step, { 类别: '单位' })
    await fillIn(step, { 姓名或名称: company, 统一社会信用代码: '91220322TEXTXP015N' })
  })
  await writeStep(page, '涉案车辆', (step) =>
    fillIn(step, {
      '填写“涉案车辆”（如涉及）': true,
      车牌号: '吉CTEST1',
      号牌颜色: '黄',
      号牌说明: '测试号牌，并非真实车辆',
      车辆类型: '牵引车',
    }),
  )
  await writeStep(page, '超限情况', async (step) => {
    await fillIn(step, {
      '填写“超限情况”（如涉及）': true,
      车轴数: 6,
      '车货总质量（千克）': 62000,
      '限值（千克）': 49000,
      '检测站（点）': '毛家店流动检测点',
    })
    await picture(page, 'writing')
  })
  await writeStep(page, '涉案物品', async (step) => {
    await step.getByRole('button', { name: '添加涉案物品' }).click()
    await fillIn(step, {
      名称: '玉米',
      数量: 13000,
      单位: '千克',
      保管地点和保管人: '昌图县毛家店卸载场，保管人试例二',
    })
  })
  await writeStep(page, '执法人员', async (step) => {
    await fillInOfficers(step, '周启明')
    const second = step.getByRole('group', { name: '执法人员 第 2 项' })
    await fillIn(second, { 姓名: '孟晓峰' })
    expect(await second.getByLabel('执法证号').inputValue()).toMatch(/^2112\d{4}$/)
  })
  await writeStep(page, '联系人', async (step) => {
    expect(await step.getByLabel('姓名').inputValue()).toBe('周启明')
    expect(await step.getByLabel('办公电话').inputValue()).toBe('024-55500101')
  })

  // It says what is missing, and each line leads to its place.
  await goToStep(page, '核对内容')
  await page.getByRole('button', { name: '提交审核', exact: true }).click()
  const faults = page.getByRole('alert').filter({ hasText: '处需要更正' })
  await faults.getByRole('link').first().waitFor()
  expect(await taskOf(page, '随附材料').textContent()).toContain('6 项')
  await picture(page, 'missing')
  await faults.getByRole('link', { name: /证据保全/ }).click()
  await writeStep(page, '确认', (step) =>
    fillIn(step, { 已做好基本取证和必要的证据保全: true, 内容和附件不涉及国家秘密: true }),
  )
  await goToStep(page, '随附材料')
  for (const material of ['案件调查报告', '现场笔录', '询问笔录', '称重检测单', '涉案物品清单'])
    await attach(page, buttonFor(material), aDocument(material, '车货总质量62000千克，限值49000千克。'))
  const scene = { of: 'truck', at: new Date().toISOString(), axles: 6, tonnes: 62 } as const
  await attach(
    page,
    buttonFor('现场照片、视听资料'),
    aPicture('正面照片', scene),
    aPicture('过磅照片', scene),
  )
  await eventually(() => taskOf(page, '随附材料').textContent()).toContain('已完成')
  await picture(page, 'materials')

  await goToStep(page, '核对内容')
  await page.getByRole('button', { name: '提交审核', exact: true }).click()
  await page.getByRole('link', { name: '查看事项' }).click()
  await seesState(page, '审核中')
  const number = await numberOn(page)
  const address = new URL(page.url()).pathname

  // The legal reviewer approves in another browser; the officer sends.
  const reviewer = await system.signedIn('tieling.reviewer')
  await reviewer.page.getByRole('table', { name: '待我办理' }).getByText(number).waitFor()
  await reviewer.page
    .getByRole('link', { name: new RegExp(company) })
    .first()
    .click()
  await seesState(reviewer.page, '审核中')
  await picture(reviewer.page, 'review')
  await act(reviewer.page, '审核同意', { 审核意见: '事实清楚，材料齐全，同意移送。' })
  await seesState(page, '已审批待发出')
  expect(await arrivals.getByText(number).count()).toBe(0)
  await act(page, '发出移送函')
  await seesState(page, '已送达待签收')

  // The other window has been open all the time: it is there without reloading.
  await arrivals.getByText(number).first().waitFor()
  const other = receiver.page
  await other.keyboard.press('j')
  await other.keyboard.press('a')
  await other.getByText(`已签收 ${number}`).waitFor()
  await seesState(page, '已签收待决定')

  // One missing document, asked for and given.
  await other.getByRole('searchbox', { name: '搜索事项' }).fill(number)
  await other.keyboard.press('Enter')
  await other.getByRole('link', { name: new RegExp(company) }).click()
  await seesState(other, '已签收待决定')
  await act(other, '一次性告知补正', {
    材料或事项: '称重检测单',
    需要补正什么: '检测单缺少检测设备检定有效期，请补充检定证书。',
  })
  await seesState(page, '待补正材料')
  expect([await leadOn(page), await leadOn(other)]).toEqual([changtu, changtu])
  await attach(page, buttonFor('其他附件'), aDocument('检定证书', '检定结论：合格。'))
  await act(page, '补正材料', async (form) => {
    await fillIn(form.getByRole('group', { name: /称重检测单/ }), { 补正情况: '已上传设备检定证书。' })
  })
  await seesState(other, '已签收待决定')

  // Accepting moves the lead, in both windows, and nothing before did.
  expect([await leadOn(page), await leadOn(other)]).toEqual([changtu, changtu])
  await picture(other, 'matter')
  const deadlines = other.getByRole('region', { name: '时限' })
  await deadlines.locator('summary').filter({ hasText: '计算过程' }).first().click()
  await picture(deadlines, 'deadline')
  await act(other, '接收案件', { 备注: '同意接收。' })
  await seesState(other, '已接收待立案')
  await Promise.all([seesLead(page, siping), seesLead(other, siping)])

  await act(page, '移交案卷和物品', {
    办理时间: minutesAgo(2),
    交接地点: '昌图县毛家店卸载场',
    名称: '玉米',
    数量: 13000,
    单位: '千克',
    移交人: '周启明',
  })
  await act(other, '确认收到案卷和物品', { 办理时间: minutesAgo(1), 接收人: '李思远' })
  await act(page, '告知当事人', { 告知方式: '直接送达', 办理时间: minutesAgo(1) })
  await act(other, '立案', async (form) => {
    await fillIn(form, { 立案案号: '吉四交执〔2026〕00231号', 立案时间: minutesAgo(1) })
    await fillInOfficers(form, '李思远', '孙浩然')
  })
  await act(other, '登记处理决定', async (form) => {
    await fillIn(form, { 处理结果: '给予行政处罚' })
    await fillIn(form, {
      文书号: '吉四交罚〔2026〕00198号',
      作出日期: today(),
      内容摘要: '超限13000千克，处罚款6500元，已卸载。',
      处罚种类: ['罚款'],
      '罚款金额（元）': '6500.00',
    })
  })
  await act(other, '反馈结果', { 内容摘要: '罚款已缴清，车辆已放行。', 执行情况: '已全部执行' })
  await seesState(page, '结果已反馈')
  await act(page, '确认结果并办结', { 备注: '结果已收悉。' })
  await Promise.all([seesState(page, '已办结'), seesState(other, '已办结')])

  // Both sides read the same story, every deadline explains itself, and nothing was altered.
  await eventually(() => stepsOf(other)).toContain('确认结果并办结')
  const [told, heard] = [await timelineOf(page), await timelineOf(other)]
  expect(told.filter((entry) => heard.includes(entry))).toEqual(heard)
  expect(heard.length).toBeGreaterThan(10)
  // Besides those of both, the sender has its own: for reviewing and for sending.
  expect(await readDeadlines(page)).toBe((await readDeadlines(other)) + 2)
  expect(new URL(other.url()).pathname).toBe(address)
  const proof = await verifyDatabase(system.db)
  expect(proof).toMatchObject({ isSound: true, faultCount: 0 })
}, 180_000)
