import { expect, test } from 'vitest'
import { documentServiceBodies } from '../../src/features/matters/kinds/document-service/document-service.examples.ts'
import { lookoutBodies } from '../../src/features/matters/kinds/lookout/lookout.examples.ts'
import { aMatter } from '../a-matter.ts'
import { peopleOf } from '../fixtures.ts'
import { aSystem } from './browser.ts'
import { attach, buttonFor, fillIn, minutesAgo, today } from './form.ts'
import {
  act,
  eventually,
  fillInOfficers,
  goToStep,
  openAction,
  seesState,
  stepsOf,
  writeStep,
} from './matter-page.ts'
import { aDocument } from './papers.ts'

const system = await aSystem()

test('an officer asks for a co-investigation, and the other side answers its tasks one by one', {
  timeout: 90_000,
}, async () => {
  const { page } = await system.signedIn('tieling.officer')

  await page.getByRole('link', { name: '新建事项' }).click()
  await page.getByRole('button', { name: '开始填写协查', exact: true }).click()
  await writeStep(page, '协查机关', (step) => fillIn(step, { 协查机关: '四平市交通运输综合行政执法支队' }))
  await writeStep(page, '案件和依据', async (step) => {
    await fillIn(step, {
      案号: '辽铁昌交执〔2026〕00501号',
      案由: '车辆超限运输',
      基本案情: '六轴货车超限运输玉米，驾驶人称在四平市某粮库装载，未能提供装载单据。',
      请求依据: '行政处罚法第二十六条',
      紧急程度: '一般',
    })
  })
  await writeStep(page, '协查任务', async (step) => {
    const first = step.getByRole('group', { name: '协查任务 第 1 项' })
    await fillIn(first, { 任务: '当面询问' })
    await fillIn(first, {
      被询问人: '试例二十',
      具体要求: '询问车辆所有人，核实装载重量由谁决定。',
      询问提纲: '一、运输由谁安排？\n二、装载时是否过磅？',
    })
    await step.getByRole('button', { name: '添加协查任务' }).click()
    const second = step.getByRole('group', { name: '协查任务 第 2 项' })
    await fillIn(second, { 任务: '调取记录、档案' })
    await fillIn(second, {
      具体要求: '调取6月10日的出库单和过磅单。',
      地点或保管单位: '四平试例粮食有限公司',
    })
  })
  await writeStep(page, '执法人员', (step) => fillInOfficers(step, '周启明', '孟晓峰'))
  await writeStep(page, '联系人', (step) => fillIn(step, { 姓名: '周启明', 办公电话: '024-55500101' }))
  await writeStep(page, '确认', (step) =>
    fillIn(step, {
      '所请求的事项为本案调查所必需，所附个人信息限于必要范围': true,
      内容和附件不涉及国家秘密: true,
    }),
  )
  await goToStep(page, '随附材料')
  await attach(page, buttonFor('立案（受案）文书复印件'), aDocument('立案登记表', '车辆超限运输。'))
  await goToStep(page, '核对内容')
  await page.getByRole('button', { name: '提交审核', exact: true }).click()
  await page.getByRole('link', { name: '查看事项' }).click()
  await seesState(page, '审核中')
  const address = new URL(page.url()).pathname

  const reviewer = await system.signedIn('tieling.reviewer')
  await reviewer.open(address)
  await act(reviewer.page, '审核同意', { 审核意见: '同意发出。' })
  await seesState(page, '已审批待发出')
  await act(page, '发出')

  const helper = await system.signedIn('siping.officer')
  await helper.open(address)
  await helper.page.getByRole('button', { name: '签收', exact: true }).click()
  await seesState(helper.page, '已签收待受理')
  await act(helper.page, '受理协查', async (form) => {
    await fillInOfficers(form, '林文海', '赵一鸣')
    await fillIn(form.getByRole('group', { name: '联系人', exact: true }), {
      姓名: '林文海',
      办公电话: '0434-5550101',
    })
  })
  await seesState(helper.page, '协查中')
  const form = await openAction(helper.page, '答复一项任务')
  await fillIn(form, { 结果: '已完成' })
  await form.getByRole('radio', { name: /^1 · 当面询问/ }).check()
  await fillIn(form, { 查明的情况: '装载时未过磅。', '办理（开始）时间': minutesAgo(60) })
  // Who took it up has said who does it, and once one task is left it need not be chosen.
  const asked = form.getByRole('group', { name: '执法人员', exact: true })
  expect(await asked.getByLabel('姓名').first().inputValue()).not.toBe('')
  await form.getByRole('button', { name: '答复一项任务', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await act(helper.page, '答复一项任务', async (form) => {
    await fillIn(form, { 结果: '无法完成' })
    expect(await form.getByRole('radio', { name: /^2 · 调取记录/ }).isChecked()).toBe(true)
    await fillIn(form, { 无法完成的原因: '记录不存在或已灭失', 已作的努力: '到企业核查，不保存过磅单。' })
  })
  await eventually(() => stepsOf(page)).toContain('答复一项任务')
  await act(helper.page, '最终答复', { 协查结果综述: '一项已询问，一项无记录。' })
  await seesState(page, '已答复待审查')
  await act(page, '确认并办结')
  await seesState(page, '已办结')
  expect(await page.locator('.timeline').textContent()).toContain('1 · 当面询问')
})

test('a document is served, and both sides read on which day', { timeout: 90_000 }, async () => {
  const { who } = await peopleOf(system.db)
  const [asker, reviewer, server] = [
    who('tieling.officer'),
    who('tieling.reviewer'),
    who('siping.officer'),
  ] as const
  const bodies = documentServiceBodies(server.agencyId)
  const service = await aMatter(system.db, { kind: 'document-service', opener: asker, bodies })
  await service.attach(asker, ['document', 'receipt-form'])
  for (const [actor, action] of [
    [asker, 'submit'],
    [reviewer, 'approve'],
    [asker, 'send'],
    [server, 'acknowledge'],
    [server, 'take'],
  ] as const)
    await service.does(actor, action)

  const { page, open } = await system.signedIn('siping.officer')
  await open(`/matters/${service.id}`)
  await act(page, '登记送达', async (form) => {
    await fillIn(form, { 送达方式: '直接送达' })
    await fillIn(form, {
      送达时间: minutesAgo(0),
      送达地点: '梨树县试例路1号',
      签收人身份: '单位负责收件的人',
      签收人姓名: '试例三十三',
      关系或职务: '前台收件人员',
    })
    for (const [index, name] of ['林文海', '赵一鸣'].entries())
      await fillIn(form.getByRole('group', { name: `送达人员 第 ${index + 1} 项` }), {
        姓名: name,
        执法证号: `演示00000${index + 1}`,
      })
  })

  await seesState(page, '已送达待交回证')
  await page.getByText(`送达日期：${today()}（直接送达，以送达回证上的签收日期为准）。`).waitFor()
})

test('a lookout is read on a phone without scrolling sideways, and a hit names its vehicle', {
  timeout: 90_000,
}, async () => {
  const { who } = await peopleOf(system.db)
  const [issuer, watcher] = [who('tieling.officer'), who('siping.officer')] as const
  const bodies = lookoutBodies([watcher.agencyId])
  const lookout = await aMatter(system.db, { kind: 'lookout', opener: issuer, bodies })
  await lookout.does(issuer, 'issue')
  await lookout.does(watcher, 'deploy')

  const { page, open } = await system.signedIn('siping.officer', { viewport: { width: 360, height: 740 } })
  await open(`/matters/${lookout.id}`)
  await seesState(page, '布控中')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await act(page, '回报发现', async (form) => {
    await form.getByRole('radio', { name: /辽MTEST5/ }).check()
    await fillIn(form, {
      发现时间: minutesAgo(5),
      发现地点: 'G102 四平收费站',
      处置结果: '已记录，未拦停',
      处置经过: '车辆从应急车道驶过，未能拦停。',
    })
  })

  await page.locator('.timeline').getByText('1 · 牵引车 · 辽MTEST5').waitFor()
})
