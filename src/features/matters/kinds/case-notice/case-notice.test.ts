import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { agencyIdOf } from '../../../agencies/agencies.ts'
import { actOnMatter } from '../../act-on-matter.ts'
import { draftCaseNotice } from '../../draft-case-notice.ts'
import { readDraft, saveDraft } from '../../drafts.ts'
import { readMatter } from '../../read-matter.ts'
import { suggestedAddressee } from '../../suggested-addressee.ts'
import { caseTransferBodies, detainedTruck } from '../case-transfer/case-transfer.examples.ts'
import { materialsOf } from '../case-transfer/case-transfer.materials.ts'
import { caseNoticeBodies, overloadedElsewhere } from './case-notice.examples.ts'
import { noticeOf } from './notice-of.ts'

const { db } = await testDatabase()
let region: Region
let decider: PersonActor
let reviewer: PersonActor
let home: PersonActor
let licensing: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  decider = region.who('tieling.officer')
  reviewer = region.who('tieling.reviewer')
  home = region.who('siping.officer')
  licensing = region.who('lishu.officer')
})

/** A notice that has been delivered to both. */
async function aSentNotice(request?: { readonly measures: readonly string[] }) {
  const example = overloadedElsewhere([home.agencyId, licensing.agencyId])
  const decision = { ...example.decision, decisionNumber: randomUUID() }
  const submit = { ...example, decision, ...(request ? { request } : {}) }
  const bodies = { ...caseNoticeBodies([home.agencyId, licensing.agencyId]), submit }
  const notice = await aMatter(db, { kind: 'case-notice', opener: decider, bodies })
  await notice.attach(decider, ['penalty-decision'])
  await notice.does(decider, 'submit')
  await notice.does(reviewer, 'approve')
  await notice.does(decider, 'send')
  return { notice, bodies }
}

describe('a notice', () => {
  test('to several is sent once: a colleague who comes second is told what changed, and not asked for a conversation', async () => {
    const { notice } = await aSentNotice()
    const { rows } = await sql<{
      version: number
    }>`select version from matter where id = ${notice.id}`.execute(db)
    const sent = rows[0]?.version ?? 0
    const again = (expectedVersion: number) =>
      asActor(db, decider, (tx) =>
        actOnMatter(tx, decider, { matterId: notice.id, action: 'send', body: {}, expectedVersion }),
      )

    await expect(again(sent - 1)).rejects.toMatchObject({ code: 'already-changed' })
    await expect(again(sent)).rejects.toMatchObject({ code: 'not-now' })
  })

  test('is answered by each region for itself, every measure that was asked for once', async () => {
    const { notice, bodies } = await aSentNotice()
    await notice.does(home, 'acknowledge')
    const asked = bodies.answer.outcomes ?? []
    const [first] = asked
    const answering = (outcomes: readonly unknown[]) =>
      notice.does(home, 'answer', { body: { ...bodies.answer, outcomes } })

    await expect(answering([first])).rejects.toMatchObject({ faults: [{ path: ['outcomes'] }] })
    await expect(
      answering([{ ...first, on: '2025-07-02', until: '2025-07-01' }, ...asked.slice(1)]),
    ).rejects.toMatchObject({ faults: [{ path: ['outcomes', 0, 'until'] }] })
    await expect(answering([...asked, first])).rejects.toMatchObject({
      faults: [{ path: ['outcomes', 2, 'measure'] }],
    })
    expect(await notice.does(home, 'answer')).toMatchObject({
      settled: false,
      legs: [{ state: 'answered' }, { state: 'sent' }],
    })
    await notice.does(licensing, 'acknowledge')
    expect(await notice.does(licensing, 'answer')).toMatchObject({ settled: true, lead: decider.agencyId })
  })

  test('that suggests nothing is answered in words alone', async () => {
    const { notice, bodies } = await aSentNotice({ measures: [] })
    await notice.does(home, 'acknowledge')

    expect(await notice.does(home, 'answer', { body: { summary: bodies.answer.summary } })).toMatchObject({
      legs: [{ state: 'answered' }, { state: 'sent' }],
    })
  })

  test('goes out within seven working days of the day the case was handled, over writing and review', async () => {
    const example = overloadedElsewhere([home.agencyId])
    const submit = {
      ...example,
      decision: {
        ...example.decision,
        decisionNumber: randomUUID(),
        decidedOn: '2026-11-02',
        handledOn: '2026-11-03',
      },
    }
    const notice = await aMatter(db, {
      kind: 'case-notice',
      opener: decider,
      bodies: { ...caseNoticeBodies([home.agencyId]), submit },
    })
    await notice.attach(decider, ['penalty-decision'])
    await notice.does(decider, 'submit')

    expect((await notice.clocks()).notifying).toBe('2026-11-12T15:59:59.000Z')
    await notice.does(reviewer, 'approve')
    expect((await notice.clocks()).notifying).toBe('2026-11-12T15:59:59.000Z')
  })

  test('carries the decision itself', async () => {
    const notice = await aMatter(db, {
      kind: 'case-notice',
      opener: decider,
      bodies: caseNoticeBodies([home.agencyId]),
    })

    await expect(notice.does(decider, 'submit')).rejects.toMatchObject({
      faults: [{ path: ['materials', 'penalty-decision'] }],
    })
  })
})

test('what is suggested is suggested against somebody the notice names', async () => {
  const { owner: _, transportCertificate: __, ...vehicle } = overloadedElsewhere([]).vehicle ?? { plate: '' }
  const submit = {
    ...overloadedElsewhere([home.agencyId]),
    vehicle,
    driver: { remark: '驾驶人弃车离开，未能查明。' },
    request: {
      measures: ['interview', 'revoke-vehicle-certificate', 'stop-driver', 'cargo-source', 'education'],
    },
  }
  const bodies = { ...caseNoticeBodies([home.agencyId]), submit } as ReturnType<typeof caseNoticeBodies>
  const notice = await aMatter(db, { kind: 'case-notice', opener: decider, bodies })
  await notice.attach(decider, ['penalty-decision'])

  const refusal = await notice.does(decider, 'submit').catch((thrown) => thrown)

  expect(refusal.faults.map(({ path }: { path: readonly string[] }) => path.join('.'))).toEqual([
    'driver.employer',
    'vehicle.transportCertificate',
    'driver.name',
  ])
})

describe('a decision that does not stand', () => {
  test('P8 is recalled from everybody who was told, and stays open until each has confirmed', async () => {
    const { notice } = await aSentNotice()
    await notice.does(home, 'acknowledge')
    await notice.does(home, 'answer')

    expect(await notice.does(decider, 'recall', { leg: 2 })).toMatchObject({
      settled: false,
      legs: [{ state: 'recalling' }, { state: 'recalling' }],
    })
    for (const receiver of [home, licensing])
      expect(await asActor(db, receiver, (tx) => readMatter(tx, receiver, notice.id))).toMatchObject({
        clocks: expect.arrayContaining([
          expect.objectContaining({ name: 'recallConfirmation', outcome: null }),
        ]),
      })
    expect(await notice.does(home, 'confirmRecall')).toMatchObject({ settled: false })
    expect(await notice.does(licensing, 'confirmRecall')).toMatchObject({ settled: true })
  })

  test('is recalled by a letter to everybody who was told, after which the notice stands no longer; nor does an answer that was amended', async () => {
    const { notice } = await aSentNotice()
    await notice.does(home, 'acknowledge', { leg: 1 })
    await notice.does(home, 'answer', { leg: 1 })
    await notice.does(home, 'amendAnswer', { leg: 1 })
    await notice.does(decider, 'recall', { leg: 2 })

    const letters = await notice.letters()
    expect(letters.map(({ type, isVoid }) => [type, isVoid])).toEqual([
      ['case-notice', true],
      ['case-notice-feedback', true],
      ['case-notice-feedback', false],
      ['case-notice-recall', false],
    ])
    expect(letters.at(-1)?.to.map(({ id }) => id)).toEqual([home.agencyId, licensing.agencyId])
  })

  test('P8 is recalled also when all had answered and the matter was settled', async () => {
    const { notice } = await aSentNotice()
    for (const receiver of [home, licensing]) {
      await notice.does(receiver, 'acknowledge')
      await notice.does(receiver, 'answer')
    }

    const recalled = await notice.does(decider, 'recall', { leg: 1 })

    expect(recalled).toMatchObject({ settled: false, legs: [{ state: 'recalling' }, { state: 'recalling' }] })
    const { rows } = await sql`
      select from party where matter_id = ${notice.id} and not settled and left_at is null`.execute(db)
    expect(rows).toHaveLength(3)
  })

  test('an answer may be amended afterwards without taking the matter up again', async () => {
    const { notice } = await aSentNotice()
    for (const receiver of [home, licensing]) {
      await notice.does(receiver, 'acknowledge')
      await notice.does(receiver, 'answer')
    }

    expect(await notice.does(home, 'amendAnswer')).toMatchObject({
      settled: true,
      legs: [{ state: 'answered' }, {}],
    })
  })
})

describe('a notice is drafted by itself', () => {
  /** A transferred case that its receiver has decided and reports on. */
  async function aReportedCase(content: Readonly<Record<string, unknown>>, decide?: unknown) {
    const sender = region.who('tielingxian.officer')
    const bodies = { ...caseTransferBodies(home.agencyId), submit: content }
    const transfer = await aMatter(db, { kind: 'case-transfer', opener: sender, bodies })
    await transfer.attach(
      sender,
      materialsOf(content).map(({ item }) => item),
    )
    await transfer.does(sender, 'submit')
    await transfer.does(region.who('tielingxian.reviewer'), 'approve')
    await transfer.does(sender, 'send')
    for (const action of ['acknowledge', 'accept', 'file']) await transfer.does(home, action)
    await transfer.does(home, 'decide', decide ? { body: decide } : {})
    await transfer.does(home, 'reportResult')
    return transfer
  }
  const numbered = () => {
    const example = detainedTruck(home.agencyId)
    return { ...example, case: { ...example.case, number: randomUUID() } }
  }
  const noticesOf = async (transferId: string) => {
    const { rows } = await sql<{ id: string; title: string; opener_id: string }>`
      select m.id, m.title, m.opener_id from matter_link k join matter m on m.id = k.matter_id
      where k.other_id = ${transferId} and m.kind = 'case-notice'`.execute(db)
    return rows
  }

  test('when an overload case is dealt with: linked, filled in, and with its deadline running', async () => {
    const transfer = await aReportedCase(numbered())

    const [notice] = await noticesOf(transfer.id)
    expect(notice).toMatchObject({ opener_id: home.agencyId, title: '结案抄告：超限超载（吉CTEST1）' })
    const draft = await asActor(db, home, (tx) =>
      readDraft(tx, home, { matterId: notice?.id ?? '', action: 'submit', leg: 0 }),
    )
    expect(draft.body).toMatchObject({
      vehicle: { plate: '吉CTEST1', transportCertificate: '220322000001' },
      decision: { behaviour: 'overload', totalKg: 62_000, fineYuan: 6_500, execution: 'executed' },
    })
    expect(draft.body.vehicle).not.toHaveProperty('owner')
    // The truck is at home in the region that decided, which cannot tell itself.
    expect(draft.body).not.toHaveProperty('to')
    const seen = await asActor(db, home, (tx) => readMatter(tx, home, notice?.id ?? ''))
    expect(seen.clocks).toMatchObject([{ name: 'writing', ruleId: 'OVERLOAD_NOTIFY_REG', stoppedAt: null }])
  })

  test('not where there was no penalty, and not for a vehicle of the own province that was not overloaded', async () => {
    const { overload: _, ...light } = numbered()
    const none = {
      outcome: 'no-penalty-minor',
      decisionNumber: '吉四不罚〔2025〕1号',
      decidedOn: '2025-06-27',
      summary: '轻微并及时改正。',
    }

    expect(await noticesOf((await aReportedCase(numbered(), none)).id)).toEqual([])
    expect(await noticesOf((await aReportedCase(light)).id)).toEqual([])
  })

  test('for cases kept elsewhere, by the same rule', async () => {
    const { vehicle, decision, cargo } = overloadedElsewhere([])
    const drafting = (behaviour: 'overload' | 'freight', plate: string) =>
      asActor(db, decider, (tx) =>
        draftCaseNotice(tx, decider, {
          vehicle: { colour: '2', ...vehicle, plate },
          cargo,
          decision: { ...decision, behaviour },
        }),
      )

    expect(await drafting('freight', '辽MTEST1')).toBeUndefined()
    expect(await drafting('overload', '辽MTEST1')).toMatchObject({ matter: { kind: 'case-notice' } })
    expect(await drafting('freight', '吉CTEST1')).toMatchObject({ matter: { kind: 'case-notice' } })
  })
})

test('a notice about passengers does not ask for the source of a cargo', () => {
  const { decision } = overloadedElsewhere([])
  const drafted = (behaviour: 'passenger' | 'freight') => noticeOf({ decision: { ...decision, behaviour } })

  expect(drafted('passenger')).toMatchObject({ cargo: { remark: expect.stringContaining('不涉及货运') } })
  expect(drafted('freight')).not.toHaveProperty('cargo')
})

describe('whom a notice is for', () => {
  /** A draft of somebody in 铁岭 on a vehicle with this plate, and what is suggested beside it. */
  async function aDraftOn(plate: string) {
    const { vehicle, decision, cargo } = overloadedElsewhere([])
    return asActor(db, decider, async (tx) => {
      const facts = { vehicle: { colour: '2' as const, ...vehicle, plate }, cargo, decision }
      const drafted = await draftCaseNotice(tx, decider, facts)
      const { id } = drafted?.matter ?? { id: '' }
      const { body } = await readDraft(tx, decider, { matterId: id, action: 'submit', leg: 0 })
      return { id, to: body.to, suggested: await suggestedAddressee(tx, decider, id) }
    })
  }

  test('is suggested by the plate: the team of the region that issued it, and nothing is sent', async () => {
    const { id, to, suggested } = await aDraftOn('冀HTEST1')

    expect(to).toEqual([agencyIdOf('130800-ZF')])
    expect(suggested).toMatchObject({ agency: { id: agencyIdOf('130800-ZF') }, isDoubtful: false })
    expect(suggested?.words.zh).toBe(
      '号牌“冀H”由承德市核发，建议抄告承德市交通运输综合执法支队；道路运输证记载的许可机关不同的，请改选。',
    )
    const seen = await asActor(db, decider, (tx) => readMatter(tx, decider, id))
    expect(seen.legs).toMatchObject([{ state: 'drafted', answerer: null, delivery: 'unsent' }])
  })

  test.each([
    ['吉CTEST1', '220300-ZF', /四平市、公主岭市，仅凭号牌不能确定/],
    ['吉KTEST1', '220000-ZF', /只能看出在吉林省登记，看不出市县/],
    ['冀JTEST1', '130000', /由沧州市核发，机构目录中还没有该地的执法机构，暂按上一级/],
  ])(
    '%s does not decide: the likeliest is suggested, and it says why to look closer',
    async (plate, code, why) => {
      const { to, suggested } = await aDraftOn(plate)

      expect(to).toEqual([agencyIdOf(code)])
      expect(suggested).toMatchObject({ agency: { id: agencyIdOf(code) }, isDoubtful: true })
      expect(suggested?.words.zh).toMatch(why)
    },
  )

  test.each([
    ['桂ATEST1', /该省的机构还没有进入机构目录/],
    ['临时12345', /从号牌看不出车籍地/],
  ])('%s leads to nobody, and it says what to do', async (plate, why) => {
    const { to, suggested } = await aDraftOn(plate)

    expect(to).toBeUndefined()
    expect(suggested).toMatchObject({ agency: null, isDoubtful: true })
    expect(suggested?.words.zh).toMatch(why)
  })

  test('follows what is typed last, and is not for strangers to ask', async () => {
    const { id } = await aDraftOn('冀HTEST1')
    const address = { matterId: id, action: 'submit', leg: 0 }
    await asActor(db, decider, async (tx) => {
      const { body, version } = await readDraft(tx, decider, address)
      const vehicle = { ...(body.vehicle as object), plate: '京NTEST1' }
      await saveDraft(tx, decider, address, { body: { ...body, vehicle }, version })
    })

    const suggested = await asActor(db, decider, (tx) => suggestedAddressee(tx, decider, id))
    expect(suggested).toMatchObject({ agency: { id: agencyIdOf('110000-ZF') }, isDoubtful: false })
    await expect(asActor(db, home, (tx) => suggestedAddressee(tx, home, id))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('is suggested by no other kind', async () => {
    const clue = await aMatter(db, { kind: 'clue', opener: decider, bodies: {} })

    expect(await asActor(db, decider, (tx) => suggestedAddressee(tx, decider, clue.id))).toBeNull()
  })
})
