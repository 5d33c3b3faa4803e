import { expect, test } from 'vitest'
import { agencyIdOf } from '../../src/features/agencies/agencies.ts'
import { caseBodies, overloadedTruck } from '../../src/features/matters/kinds/case/case.examples.ts'
import { fledTruck } from '../../src/features/matters/kinds/lookout/lookout.examples.ts'
import {
  crowdedCar,
  rideHailingCar,
} from '../../src/features/matters/kinds/partner-referral/partner-referral.examples.ts'
import { aMatter } from '../a-matter.ts'
import { peopleOf } from '../fixtures.ts'
import { signIn } from '../http.ts'
import { aSystem } from './browser.ts'
import { fillIn, minutesAgo, today } from './form.ts'
import { act, eventually, fillInOfficers, goToStep, seesLead, seesState, stepsOf } from './matter-page.ts'
import { aDocument } from './papers.ts'

/* Scenarios that were reported, each in a few telling steps; every person, company and plate is invented. */

const system = await aSystem()

const on = (at: string) => ({ now: `${at}+08:00`, node: 'test' })

test('S08 鹿邑 and two townships of 谯城 search a border together by night: three trucks are reported and brought to the station 太清', async () => {
  const [asker, { page, open }, other] = await Promise.all([
    signIn(system.url, 'luyi.officer'),
    system.signedIn('weigang.officer'),
    system.signedIn('shatu.officer'),
  ])
  const { body } = await asker.post('/matters', { kind: 'lookout' })
  const { id } = body.matter
  const truck = fledTruck([agencyIdOf('341602.WEIGANG-ZF'), agencyIdOf('341602.SHATU-ZF')])
  const [first] = truck.vehicles
  const vehicles = ['豫PTEST1', '豫PTEST2', '皖STEST3'].map((plate) => ({
    ...first,
    plate,
    trailerPlate: undefined,
  }))
  await asker.act(id, 'issue', JSON.parse(JSON.stringify({ ...truck, vehicles })))

  for (const [window, town, officer] of [
    [{ page, open }, '魏岗镇', '曹继承'],
    [other, '沙土镇', '邓国华'],
  ] as const) {
    await window.open(`/matters/${id}`)
    await act(window.page, '签收并布控', async (form) => {
      await fillIn(form, { 布控点位: `${town}省界卡点` })
      await fillIn(form.getByRole('group', { name: '值守联系人', exact: true }), {
        姓名: officer,
        联系电话: '0558-55500101',
      })
    })
    await seesState(window.page, '布控中')
  }
  for (const { plate } of vehicles)
    await act(page, '回报发现', async (form) => {
      await form.getByRole('radio', { name: new RegExp(plate) }).check()
      await fillIn(form, {
        发现时间: minutesAgo(5),
        发现地点: '魏岗镇省界卡点',
        处置结果: '已拦停',
        处置经过: '已引导至太清超限检测站。',
      })
      await fillInOfficers(form, '曹继承', '花建新')
    })
  await eventually(async () => (await stepsOf(page)).filter((step) => step === '回报发现').length).toBe(3)

  const station = await system.signedIn('luyi.officer')
  await station.open(`/matters/${id}`)
  for (const { plate } of vehicles)
    await station.page.locator('.timeline').getByText(new RegExp(plate)).first().waitFor()
  await act(station.page, '答复发现', { 处置意见: '我方派员前往', 具体要求: '暂扣至太清超限检测站。' })

  // The station is a place of the directory, below the brigade that detains there.
  await station.open(`/directory/${agencyIdOf('411628-CZ1')}`)
  await station.page.getByRole('heading', { level: 1, name: '太清超限检测站' }).waitFor()
  await station.page.getByRole('link', { name: '鹿邑县交通运输综合行政执法大队' }).first().waitFor()
}, 180_000)

test('S20 border police hand over a ride-hailing car from elsewhere, which the brigade takes over and files', async () => {
  const police = await signIn(system.url, 'lushui.partner')
  const { body } = await police.post('/matters', { kind: 'partner-referral' })
  const { id } = body.matter
  await police.upload(
    id,
    { name: '查获经过.pdf', item: 'case-materials' },
    aDocument('查获经过', '例行检查。').buffer,
  )
  await police.act(id, 'send', rideHailingCar(agencyIdOf('533301-ZF')))

  const { page, open } = await system.signedIn('lushui.officer')
  await open(`/matters/${id}`)
  await page.getByRole('button', { name: '签收', exact: true }).click()
  await act(page, '受理', { 备注: '即派两名执法人员前往办理移交手续。' })
  await seesLead(page, '泸水')

  const finder = await system.signedIn('lushui.partner')
  await finder.open(`/matters/${id}`)
  await act(finder.page, '移交车辆和物品', async (form) => {
    await fillIn(form, { 时间: minutesAgo(20), 地点: '省界公路边境检查站', 移交人: '密向东' })
    await fillIn(form.getByRole('group', { name: '移交清单 第 1 项' }), {
      名称: '小型客车',
      数量: 1,
      单位: '辆',
    })
  })
  await act(page, '确认收到车辆和物品', { 时间: minutesAgo(10), 接收人: '余文学' })
  await act(page, '立案', { 立案案号: '云怒泸交执〔2026〕00031号', 立案时间: minutesAgo(5) })
  await seesState(finder.page, '已立案')
  expect(await stepsOf(finder.page)).toEqual(
    expect.arrayContaining(['移交车辆和物品', '确认收到车辆和物品', '立案']),
  )
}, 180_000)

test('S23 a first violation is not punished in 厦门, and is found from elsewhere as a case of its own', async () => {
  const { who } = await peopleOf(system.db)
  const officer = who('xiamen.officer')
  const leader = who('xiamen.leader')
  const bodies = caseBodies({
    ...overloadedTruck(),
    about: {
      ...overloadedTruck().about,
      procedure: 'summary',
      cause: '未随车携带道路运输证',
      behaviour: 'illegal-freight',
    },
    vehicle: { plate: '闽DTEST1', colour: '2', type: 'truck' },
  })
  const it = await aMatter(system.db, { kind: 'case', opener: officer, bodies })
  await it.does(officer, 'register')
  await it.does(leader, 'file', {
    body: { ...bodies.file, caseNumber: '闽厦交执〔2026〕00063号' },
  })

  const { page, open } = await system.signedIn('xiamen.officer')
  await open(`/matters/${it.id}`)
  await act(page, '当场不予处罚', {
    处理结果: '首次违法且危害轻微并及时改正，不予行政处罚',
    决定书文号: '闽厦交执不罚〔2026〕63号',
    作出日期: today(),
    内容摘要: '首次违法，当场改正，不予行政处罚。',
    法律依据: '《行政处罚法》第三十三条',
    教育和改正情况: '已当场教育。',
  })
  await seesState(page, '已决定不予处罚，待送达')

  const elsewhere = await system.signedIn('shiyan.officer')
  await elsewhere.open('/cases')
  const search = elsewhere.page.getByRole('region', { name: '跨区域查询' })
  await search.getByRole('textbox', { name: '车牌号' }).fill('闽DTEST1')
  await search.getByRole('button', { name: '查询' }).click()
  await search.getByText('查到 1 件').waitFor()
  const row = search.getByRole('row').filter({ hasText: '闽厦交执〔2026〕00063号' })
  expect(await row.textContent()).toContain('首次违法')
}, 180_000)

test('S29 police pass on a crowded van: six seats, ten aboard, nine fares of 400 yuan; the brigade takes it', async () => {
  const police = await signIn(system.url, 'shiyan.partner')
  const { body } = await police.post('/matters', { kind: 'partner-referral' })
  const { id } = body.matter
  await police.act(id, 'send', crowdedCar(agencyIdOf('420300-ZF')))

  const { page, open } = await system.signedIn('shiyan.officer')
  await open(`/matters/${id}`)
  await page.getByRole('button', { name: '签收', exact: true }).click()
  const aboard = page.getByRole('region', { name: '载客情况' })
  expect(await aboard.textContent()).toMatch(/6[\s\S]*10[\s\S]*9[\s\S]*400/)
  await page.locator('.timeline').getByText('超员 4 人，超员率 67%').waitFor()
  await page.locator('.timeline').getByText('收取票款 3600 元').waitFor()
  await act(page, '受理')
  await act(page, '立案', { 立案案号: '鄂十交执〔2026〕00412号', 立案时间: minutesAgo(5) })
  await seesState(page, '已立案')
}, 180_000)

test('S29 closing the case of the van writes the notice to the region of its plate, and sends nothing', async () => {
  const { who } = await peopleOf(system.db)
  const [officer, leader] = [who('shiyan.officer'), who('shiyan.leader')] as const
  const { overload: _, ...van } = overloadedTruck()
  const bodies = caseBodies({
    ...van,
    about: {
      ...van.about,
      cause: '擅自从事道路客运经营',
      behaviour: 'illegal-passenger',
      source: 'other-department',
      sourceNote: '公安转办',
    },
    vehicle: { plate: '苏GTEST9', colour: '1', type: 'car' },
  })
  const it = await aMatter(system.db, {
    kind: 'case',
    opener: officer,
    bodies,
    occasion: on('2026-03-05T11:00:00'),
  })
  for (const [actor, action, at] of [
    [officer, 'register', '2026-03-05T12:00:00'],
    [leader, 'file', '2026-03-05T13:00:00'],
    [officer, 'seizeAtOnce', '2026-03-05T13:10:00'],
    [officer, 'reportSeizure', '2026-03-05T14:00:00'],
    [officer, 'conclude', '2026-03-08T10:00:00'],
    [officer, 'serveNotice', '2026-03-09T10:30:00'],
    [officer, 'recordDefence', '2026-03-10T10:30:00'],
    [leader, 'decide', '2026-03-17T10:00:00'],
    [officer, 'serve', '2026-03-18T10:30:00'],
    [officer, 'endSeizure', '2026-03-19T10:30:00'],
    [officer, 'recordExecution', '2026-03-20T10:30:00'],
  ] as const)
    await it.does(actor, action, { occasion: on(at) })

  const { page, open } = await system.signedIn('shiyan.leader')
  await open(`/matters/${it.id}`)
  await act(page, '结案', {
    结案情形: '处罚决定执行完毕',
    结案日期: today(),
    结案报告: '罚款已缴纳，同意结案。',
  })
  await seesState(page, '已结案')

  const { page: writer } = await system.signedIn('shiyan.officer')
  await writer.getByRole('link', { name: '新建事项' }).click()
  await writer
    .getByRole('listitem')
    .filter({ hasText: '结案抄告' })
    .filter({ hasText: '苏GTEST9' })
    .getByRole('link')
    .click()
  // It is addressed by the plate and says why; whoever writes may choose another.
  await goToStep(writer, '抄告机关')
  const form = writer.getByRole('form', { name: '抄告机关', exact: true })
  await form.getByText('连云港市交通运输综合行政执法支队', { exact: true }).waitFor()
  await form.getByText('号牌“苏G”由连云港市核发').waitFor()
  const elsewhere = await system.signedIn('lianyungang.officer')
  await elsewhere.open('/matters?kind=case-notice')
  await elsewhere.page.getByText('共 0 件').waitFor()
}, 180_000)
