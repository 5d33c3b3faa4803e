import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { agencyIdOf } from '../../src/features/agencies/agencies.ts'
import { caseBodies, overloadedTruck } from '../../src/features/matters/kinds/case/case.examples.ts'
import {
  caseTransferBodies,
  detainedTruck,
} from '../../src/features/matters/kinds/case-transfer/case-transfer.examples.ts'
import { materialsOf } from '../../src/features/matters/kinds/case-transfer/case-transfer.materials.ts'
import { airportCars, clueBodies } from '../../src/features/matters/kinds/clue/clue.examples.ts'
import {
  consultationBodies,
  jointInspection,
} from '../../src/features/matters/kinds/consultation/consultation.examples.ts'
import { scaleRecord } from '../../src/features/matters/kinds/evidence-recognition/evidence-recognition.examples.ts'
import { evidenceRecognition } from '../../src/features/matters/kinds/evidence-recognition/evidence-recognition.ts'
import {
  forceRequestBodies,
  nightCheck,
} from '../../src/features/matters/kinds/force-request/force-request.examples.ts'
import type { PersonActor } from '../../src/platform/actor.ts'
import { aMatter } from '../a-matter.ts'
import { peopleOf } from '../fixtures.ts'
import { signIn } from '../http.ts'
import { aSystem, type Window } from './browser.ts'
import { choose, fillIn, minutesAgo, today } from './form.ts'
import { act, goToStep, seesLead, seesState, stepsOf } from './matter-page.ts'

/* Agreements between neighbours as they were reported, with their times and figures; every person and plate is invented. */

const system = await aSystem()

const on = (at: string) => ({ now: new Date(`${at}+08:00`).toISOString(), node: 'test' })

type Two = { readonly by: PersonActor; readonly to: PersonActor }

/** A clue about one vehicle or ship that was looked into and filed on the same day. */
async function aFoundOne({ by, to }: Two, day: string, what: Readonly<Record<string, unknown>>) {
  const example = airportCars([to.agencyId])
  const occurredAt = `${day}T08:00:00+08:00`
  const push = { ...example, what: { ...example.what, occurredAt }, ...what }
  const bodies = { ...clueBodies([to.agencyId]), push }
  const clue = await aMatter(system.db, {
    kind: 'clue',
    opener: by,
    bodies,
    occasion: on(`${day}T09:00:00`),
  })
  for (const [actor, action, time] of [
    [by, 'push', '09:10'],
    [to, 'acknowledge', '09:30'],
    [to, 'take', '10:00'],
    [to, 'conclude', '15:00'],
  ] as const)
    await clue.does(actor, action, { occasion: on(`${day}T${time}:00`) })
}

/** People lent for a day's joint check, as far as they were promised. */
async function promisedForces(
  { by, to, approver }: Two & { readonly approver: PersonActor },
  { day, title, place }: { readonly day: string; readonly title: string; readonly place: string },
) {
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 2 * 86_400_000).toISOString().slice(0, 10)
  const example = nightCheck([to.agencyId])
  const submit = {
    ...example,
    operation: { ...example.operation, title, place },
    window: { from: `${day}T09:00:00+08:00`, until: `${day}T17:00:00+08:00` },
  }
  const bodies = { ...forceRequestBodies([to.agencyId]), submit }
  const request = await aMatter(system.db, {
    kind: 'force-request',
    opener: by,
    bodies,
    occasion: on(`${before}T09:00:00`),
  })
  for (const [actor, action, time] of [
    [by, 'submit', '09:30'],
    [approver, 'approve', '10:00'],
    [by, 'send', '10:10'],
    [to, 'acknowledge', '11:00'],
    [to, 'commit', '15:00'],
  ] as const)
    await request.does(actor, action, { occasion: on(`${before}T${time}:00`) })
  return { request, names: bodies.commit.people.map(({ name }) => name) }
}

/** How many matters the list says there are with the other agency, of one kind, since a day. */
async function totalWith({ page, open }: Window, other: string, kind: string, since: string): Promise<void> {
  await open(`/directory/${agencyIdOf(other)}`)
  await page.getByRole('link', { name: '与该单位的往来事项' }).click()
  await choose(page.getByRole('combobox', { name: '类型' }), kind)
  await page.getByLabel('发起日期自').fill(since)
}

const seesTotal = (page: Page, count: number) =>
  page.getByRole('status').getByText(`共 ${count} 件`, { exact: true }).waitFor()

/** Under which agreement a matter runs, as its page says. */
const seesAgreement = (page: Page, name: string) =>
  page.locator('.matter-head .facts').getByText(name).waitFor()

test('S15 丰宁 and 怀柔 check together on 6 December 2024 under their agreement of March: 28 cars since then', async () => {
  const { who } = await peopleOf(system.db)
  const [fengning, huairou] = [who('fengning.officer'), who('huairou.officer')] as const
  const agreement = '丰宁—怀柔交通运输执法区域协同协作'
  const car = (plate: string) => ({ subjects: [{ kind: 'vehicle', plate, colour: '1', type: 'car' }] })
  // Two before there was an agreement, 27 since; the twenty-eighth is found below.
  for (let index = 1; index <= 29; index++) {
    const [by, to] = index % 2 ? [fengning, huairou] : [huairou, fengning]
    const day = index <= 2 ? `2024-02-0${index}` : `2024-${String(3 + (index % 9)).padStart(2, '0')}-12`
    await aFoundOne({ by, to }, day, car(`冀HTST${String(index).padStart(2, '0')}`))
  }
  const { request, names } = await promisedForces(
    { by: huairou, to: fengning, approver: who('huairou.reviewer') },
    { day: '2024-12-06', title: '进京通道联合检查', place: '汤河口检查站' },
  )
  const [host, guest] = await Promise.all([
    system.signedIn('huairou.officer'),
    system.signedIn('fengning.officer'),
  ])

  // What the agreement covers stands in the directory; what it does not cover runs under the wider one.
  await guest.open(`/directory/${agencyIdOf('110000-ZF-10')}`)
  const covered = guest.page.getByRole('listitem').filter({ hasText: agreement })
  expect(await covered.textContent()).toMatch(/线索推送[\s\S]*案件移送|案件移送[\s\S]*线索推送/)
  expect(await covered.textContent()).not.toContain('磋商')
  const talk = await aMatter(system.db, {
    kind: 'consultation',
    opener: fengning,
    bodies: consultationBodies([huairou.agencyId]),
  })
  await talk.does(fengning, 'call')
  await guest.open(`/matters/${talk.id}`)
  await seesAgreement(guest.page, '京津冀交通运输区域执法协作')

  // The joint check at the station: those who came, those who left, and the hours.
  await host.open(`/matters/${request.id}`)
  await seesAgreement(host.page, agreement)
  await act(host.page, '登记到达', async (form) => {
    // Everybody who was sent is listed already.
    for (const [index, name] of names.entries())
      await form.getByRole('group', { name: `${index + 1} · ${name}` }).waitFor()
    await fillIn(form, { 时间: '2024-12-06 09:00', 到达地点: '汤河口检查站' })
  })

  // One more car, whose operator sits in 丰宁.
  const finder = await signIn(system.url, 'huairou.officer')
  const { body } = await finder.post('/matters', { kind: 'clue' })
  const clueId = body.matter.id
  const push = {
    ...airportCars([fengning.agencyId]),
    ...car('冀HTEST8'),
    what: {
      title: '进京通道查获外省小客车非法营运',
      domain: 'illegal-operation',
      facts: '联合检查中查获小客车一台，载客四人，由丰宁驶往怀柔城区，不能出示客运经营许可，经营者在丰宁。',
      place: '汤河口检查站',
      occurredAt: '2024-12-06T10:20:00+08:00',
    },
  }
  await finder.put(`/matters/${clueId}/drafts/push?leg=0`, { body: push, version: 0 })
  await host.open(`/matters/${clueId}/write`)
  await goToStep(host.page, '核对内容')
  await host.page.getByRole('button', { name: '推送', exact: true }).click()
  await host.page.getByRole('link', { name: '查看事项' }).click()
  await seesAgreement(host.page, agreement)
  await guest.open(`/matters/${clueId}`)
  await guest.page.getByRole('button', { name: '签收', exact: true }).click()
  await act(guest.page, '受理核查')
  await act(guest.page, '核查结论', async (form) => {
    await fillIn(form, { 核查结论: '属实，已立案' })
    await fillIn(form, {
      核查情况: '经营者无道路客运经营许可，已立案。',
      立案案号: '冀承丰交执〔2024〕00128号',
    })
  })
  await act(guest.page, '反馈', { 反馈内容: '已立案，车辆依法暂扣。' })
  await act(host.page, '评价并办结', { 价值评价: '价值大' })
  await Promise.all([seesState(host.page, '已办结'), seesState(guest.page, '已办结')])

  // A case that began at the station is handed over, as the agreement says.
  const { overload: _, measures: __, objects: ___, ...taken } = detainedTruck(fengning.agencyId)
  const submit = {
    ...taken,
    case: {
      ...taken.case,
      number: '京交执十〔2024〕00317号',
      cause: '涉嫌未取得道路客运经营许可从事客运经营',
      discoveredAt: '2024-12-06T11:30:00+08:00',
      place: '汤河口检查站',
    },
    vehicle: { plate: '冀HTEST9', colour: '1', type: 'car' },
  }
  const transfer = await aMatter(system.db, {
    kind: 'case-transfer',
    opener: huairou,
    bodies: { ...caseTransferBodies(fengning.agencyId), submit },
    occasion: on('2024-12-06T15:00:00'),
  })
  await transfer.attach(
    huairou,
    materialsOf(submit).map(({ item }) => item),
  )
  await transfer.does(huairou, 'submit', { occasion: on('2024-12-06T15:30:00') })
  await transfer.does(who('huairou.reviewer'), 'approve', { occasion: on('2024-12-06T16:00:00') })
  await transfer.does(huairou, 'send', { occasion: on('2024-12-06T16:10:00') })
  await guest.open(`/matters/${transfer.id}`)
  await seesAgreement(guest.page, agreement)
  await guest.page.getByRole('button', { name: '签收', exact: true }).click()
  await act(guest.page, '接收案件', { 备注: '按协同协议接收。' })
  await host.open(`/matters/${transfer.id}`)
  await Promise.all([seesLead(host.page, '丰宁'), seesLead(guest.page, '丰宁')])

  await host.open(`/matters/${request.id}`)
  await act(host.page, '登记返回', async (form) => {
    await fillIn(form, { 时间: '2024-12-06 17:00', 成效: '累计协同查处非法营运28台。' })
    for (const [index, name] of names.entries()) {
      await fillIn(form.getByRole('group', { name: `${index + 1} · ${name}` }), {
        '工时（小时）': 8,
      })
    }
  })
  await guest.open(`/matters/${request.id}`)
  await act(guest.page, '确认返回和工时')
  await Promise.all([seesState(host.page, '已办结'), seesState(guest.page, '已办结')])

  // Both count the same since March, and two more without a beginning.
  for (const [window, other] of [
    [host, '130826-ZF'],
    [guest, '110000-ZF-10'],
  ] as const) {
    await totalWith(window, other, '线索推送', '2024-03-01')
    await seesTotal(window.page, 28)
    await window.page.getByLabel('发起日期自').fill('')
    await seesTotal(window.page, 30)
  }
  // The list says with whom, and is narrowed to another agency from there.
  const other = guest.page.getByRole('combobox', { name: '往来单位' })
  await guest.page.getByText('北京市交通运输综合执法总队第十支队').waitFor()
  await choose(other, '昌图县交通运输综合行政执法大队')
  await seesTotal(guest.page, 0)
}, 300_000)

test('S12 whoever is nearer stops the ship, then jurisdiction is settled: 17 exchanges, 8 conferences, 6 operations, 4 clues, 65 per cent fewer cases', async () => {
  const { who } = await peopleOf(system.db)
  const [xiuzhou, shengze] = [who('xiuzhou.officer'), who('shengze.officer')] as const
  const two = { by: xiuzhou, to: shengze }
  const ship = { kind: 'ship', name: '试例渣0007', type: 'cargo' }
  const monthDay = (index: number) => `2025-${String(1 + (index % 10)).padStart(2, '0')}-15`
  for (let index = 1; index <= 3; index++) await aFoundOne(two, monthDay(index), { subjects: [ship] })
  const meetings = [
    ...Array.from({ length: 17 }, (_, index) => `毗邻乡镇工作交流第${index + 1}次`),
    ...Array.from({ length: 7 }, (_, index) => `案件联席会议第${index + 1}次`),
  ]
  for (const [index, subject] of meetings.entries()) {
    const example = jointInspection([shengze.agencyId])
    const call = { ...example, consultation: { ...example.consultation, subject } }
    const bodies = { ...consultationBodies([shengze.agencyId]), call }
    const occasion = on(`${monthDay(index)}T09:00:00`)
    const talk = await aMatter(system.db, { kind: 'consultation', opener: xiuzhou, bodies, occasion })
    await talk.does(xiuzhou, 'call', { occasion })
    await talk.does(shengze, 'join', { occasion })
  }
  for (let index = 1; index <= 6; index++)
    await promisedForces(
      { ...two, approver: who('xiuzhou.reviewer') },
      { day: `2025-0${index}-20`, title: `跨省联合行动第${index}次`, place: '交界水域' },
    )
  for (let index = 0; index < 27; index++) {
    const day = index < 20 ? `2024-${String(1 + (index % 12)).padStart(2, '0')}-08` : `2025-0${index - 19}-08`
    const { overload: _, vehicle: __, ...rest } = overloadedTruck()
    const discoveredAt = `${day}T08:00:00+08:00`
    const register = {
      ...rest,
      about: { ...rest.about, cause: '违法倾倒建筑渣土', behaviour: 'waterway', discoveredAt },
      points: [{ role: 'place', at: discoveredAt, place: '盛泽镇交界水域' }],
      ship: { name: `试例渣${String(1_000 + index)}`, type: 'cargo' },
    }
    const it = await aMatter(system.db, {
      kind: 'case',
      opener: shengze,
      bodies: { ...caseBodies(), register },
      occasion: on(`${day}T09:00:00`),
    })
    await it.does(shengze, 'register', { occasion: on(`${day}T09:30:00`) })
  }

  // 秀洲 sees the ship by its cameras; 盛泽 is nearer and stops it before anybody has asked whose it is.
  const caller = await signIn(system.url, 'xiuzhou.officer')
  const { body } = await caller.post('/matters', { kind: 'clue' })
  const clueId = body.matter.id
  await caller.put(`/matters/${clueId}/drafts/push?leg=0`, {
    version: 0,
    body: {
      ...airportCars([shengze.agencyId]),
      what: {
        title: '黑渣土船在交界水域偷倒',
        domain: 'shipping',
        facts:
          '岸线视频和船舶轨迹显示，该船夜间关闭识别设备，在两地交界水域停留后吃水明显变浅，疑似偷倒渣土。',
        place: '盛泽、王江泾两镇交界水域',
      },
      assessment: {
        pushReasons: ['source-hazard'],
        urgency: 'urgent',
        suggestion: '谁近谁先管，请就近拦停。',
      },
      subjects: [ship],
    },
  })
  const [{ page: finder, open: openFinder }, { page: nearer, open: openNearer }] = await Promise.all([
    system.signedIn('xiuzhou.officer'),
    system.signedIn('shengze.officer'),
  ])
  await openFinder(`/matters/${clueId}/write`)
  await goToStep(finder, '核对内容')
  await finder.getByRole('button', { name: '推送', exact: true }).click()
  await finder.getByRole('link', { name: '查看事项' }).click()
  await seesAgreement(finder, '长三角示范区盛泽—秀洲毗邻乡镇综合执法协作')
  await openNearer(`/matters/${clueId}`)
  await nearer.getByRole('button', { name: '签收', exact: true }).click()
  await act(nearer, '受理核查', { 备注: '我镇距现场最近，已拦停该船并固定现场证据，管辖另行商定。' })
  await finder.locator('.timeline').getByText('我镇距现场最近').waitFor()

  // The eighth case conference, tied to the clue: the ship was stopped first, whose case it is comes second.
  const { body: called } = await caller.post('/matters', { kind: 'consultation' })
  const talkId = called.matter.id
  const example = jointInspection([shengze.agencyId])
  await caller.act(talkId, 'call', {
    ...example,
    consultation: {
      subject: '案件联席会议第8次',
      about: 'jurisdiction',
      background: '盛泽镇已就近拦停黑渣土船，倾倒地跨两省，需商定由谁立案。',
    },
    topics: [{ topic: '由谁立案管辖' }],
  })
  await openFinder(`/matters/${talkId}`)
  await finder.getByRole('button', { name: '关联事项', exact: true }).click()
  const link = finder.getByRole('form', { name: '关联事项', exact: true })
  await choosePart(link.getByRole('combobox').first(), '黑渣土船')
  await fillIn(link, { 关系: '同一案件' })
  await link.getByRole('button', { name: '关联事项', exact: true }).click()
  await finder.getByRole('region', { name: '关联事项' }).getByText('黑渣土船在交界水域偷倒').waitFor()
  await openNearer(`/matters/${talkId}`)
  await act(nearer, '回复并陈述意见', async (form) => {
    await fillIn(form, { 参加方式: '远程参加' })
    await fillIn(form.getByRole('group', { name: '本机关意见', exact: true }), {
      意见: '倾倒地点在我镇一侧，由我镇立案，请秀洲提供岸线视频。',
    })
  })
  await act(finder, '发出纪要', async (form) => {
    await fillIn(form, {
      磋商时间: minutesAgo(5),
      方式: '视频',
      参加单位和人员: '双方各两人。',
      纪要: '先由盛泽镇处置，经核对倾倒地点，由盛泽镇立案管辖，秀洲区移交视频证据。',
    })
    await fillIn(form.getByRole('group', { name: '各议题结果 第 1 项' }), {
      议题: '由谁立案管辖',
      结果: '达成一致',
      内容: '由盛泽镇立案。',
    })
  })
  await act(nearer, '确认纪要')
  await act(finder, '办结磋商')
  await Promise.all([seesState(finder, '已办结'), seesState(nearer, '已办结')])

  // The video crosses the border as evidence only when 盛泽 has reviewed it.
  const offer = {
    ...scaleRecord(shengze.agencyId),
    case: {
      number: '苏苏吴盛综执〔2025〕00021号',
      cause: '违法倾倒建筑渣土',
      violation: 'waterway',
      legalBasis: '行政处罚法第二十六条、第四十六条；毗邻乡镇综合执法协作协议',
    },
    evidence: [
      {
        origin: 'officers',
        name: '岸线视频录像',
        kind: 'audio-visual',
        copy: 'checked-copy',
        proves: '证明该船停留期间向水中倾倒渣土。',
        place: '王江泾镇岸线视频点',
        collectors: [
          { name: '计禾兴', certificateNumber: '演示3304110101' },
          { name: '闻人杰', certificateNumber: '演示3304110102' },
        ],
        collectedAt: '2025-10-15T06:00:00+08:00',
      },
    ],
  }
  const evidence = await aMatter(system.db, {
    kind: 'evidence-recognition',
    opener: xiuzhou,
    bodies: { send: offer },
  })
  await evidence.attach(
    xiuzhou,
    evidenceRecognition.materialsOf(offer).map(({ item }) => item),
  )
  await evidence.does(xiuzhou, 'send')
  await openNearer(`/matters/${evidence.id}`)
  await nearer.getByRole('button', { name: '签收', exact: true }).click()
  await act(nearer, '审核认可', async (form) => {
    const review = form.getByRole('group', { name: /岸线视频录像/ })
    await fillIn(review, { 结论: '认可' })
    for (const name of ['形式', '合法性', '关联性', '完整性'])
      await review
        .getByRole('radiogroup', { name: new RegExp(name) })
        .getByRole('radio', { name: '符合', exact: true })
        .check()
    await fillIn(form, { 审核日期: today(), 审核意见: '取证合法，可以作为认定事实的依据。' })
    for (const [index, name] of ['盛雨亭', '仲月琴'].entries())
      await fillIn(form.getByRole('group', { name: `审核人员 第 ${index + 1} 项` }), {
        姓名: name,
        执法证号: `演示00000${index + 1}`,
      })
  })

  await openNearer(`/matters/${clueId}`)
  await act(nearer, '核查结论', async (form) => {
    await fillIn(form, { 核查结论: '属实，已立案' })
    await fillIn(form, { 核查情况: '查实偷倒渣土，已立案。', 立案案号: '苏苏吴盛综执〔2025〕00021号' })
  })
  await act(nearer, '反馈', { 反馈内容: '船舶已依法处理，渣土已清运。' })
  await openFinder(`/matters/${clueId}`)
  await act(finder, '评价并办结', { 价值评价: '价值大' })
  await Promise.all([seesState(finder, '已办结'), seesState(nearer, '已办结')])
  expect(await stepsOf(finder)).toEqual(
    expect.arrayContaining(['推送', '签收', '受理核查', '核查结论', '反馈', '评价并办结']),
  )

  // The figures of the year, as the lists of both sides say.
  const lists = [
    { page: finder, open: openFinder, other: agencyIdOf('320509.SHENGZE-ZF') },
    { page: nearer, open: openNearer, other: agencyIdOf('330411-ZF') },
  ]
  for (const { page, open, other } of lists)
    for (const [kind, q, count] of [
      ['consultation', '毗邻乡镇工作交流', 17],
      ['consultation', '案件联席会议', 8],
      ['force-request', '跨省联合行动', 6],
      ['clue', '', 4],
    ] as const) {
      const search = new URLSearchParams({ kind, q, since: '2025-01-01', agency: other })
      await open(`/matters?${search}`)
      await seesTotal(page, count)
    }
  // Twenty cases the year before and seven since are 65 per cent fewer.
  await openNearer('/matters?kind=case')
  await nearer.getByLabel('发起日期自').fill('2024-01-01')
  await nearer.getByLabel('发起日期至').fill('2024-12-31')
  await seesTotal(nearer, 20)
  await nearer.getByLabel('发起日期至').fill('2025-12-31')
  await nearer.getByLabel('发起日期自').fill('2025-01-01')
  await seesTotal(nearer, 7)
}, 300_000)

/** Types part of what one looks for, and takes the first that is found. */
async function choosePart(control: ReturnType<Page['locator']>, part: string): Promise<void> {
  await control.click()
  await control.fill(part)
  await control.page().locator('.ant-select-item-option:visible').filter({ hasText: part }).first().click()
}
