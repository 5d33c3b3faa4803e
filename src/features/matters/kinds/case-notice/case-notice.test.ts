import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { draftCaseNotice } from '../../draft-case-notice.ts'
import { readDraft } from '../../drafts.ts'
import { readMatter } from '../../read-matter.ts'
import { caseTransferBodies, detainedTruck } from '../case-transfer/case-transfer.examples.ts'
import { materialsOf } from '../case-transfer/case-transfer.materials.ts'
import { caseNoticeBodies, overloadedElsewhere } from './case-notice.examples.ts'

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
async function aSentNotice() {
  const example = overloadedElsewhere([home.agencyId, licensing.agencyId])
  const submit = { ...example, decision: { ...example.decision, decisionNumber: randomUUID() } }
  const bodies = { ...caseNoticeBodies([home.agencyId, licensing.agencyId]), submit }
  const notice = await aMatter(db, { kind: 'case-notice', opener: decider, bodies })
  await notice.attach(decider, ['penalty-decision'])
  await notice.does(decider, 'submit')
  await notice.does(reviewer, 'approve')
  await notice.does(decider, 'send')
  return { notice, bodies }
}

describe('a notice', () => {
  test('is answered by each region for itself, every measure that was asked for once', async () => {
    const { notice, bodies } = await aSentNotice()
    await notice.does(home, 'acknowledge')
    const [first] = bodies.answer.outcomes
    const answering = (outcomes: readonly unknown[]) =>
      notice.does(home, 'answer', { body: { ...bodies.answer, outcomes } })

    await expect(answering([first])).rejects.toMatchObject({ faults: [{ path: ['outcomes'] }] })
    await expect(answering([...bodies.answer.outcomes, first])).rejects.toMatchObject({
      faults: [{ path: ['outcomes', 2, 'measure'] }],
    })
    expect(await notice.does(home, 'answer')).toMatchObject({
      settled: false,
      legs: [{ state: 'answered' }, { state: 'sent' }],
    })
    await notice.does(licensing, 'acknowledge')
    expect(await notice.does(licensing, 'answer')).toMatchObject({ settled: true, lead: decider.agencyId })
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
