import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aboutAnotherTruck,
  aCaseUntil,
  type CaseBodies,
  caseNoticeBodies,
  on,
  overloadedElsewhere,
} from '../../../test/a-case-of-march.ts'
import { aMatter, type PlayedMatter } from '../../../test/a-matter.ts'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { actOnMatter, caseStanding, readDraft, readMatter } from '../matters/matters.ts'
import { CaseQuery, listCases } from './list-cases.ts'
import { recallNotices } from './recall-notices.ts'
import { searchCases } from './search-cases.ts'

const { db } = await testDatabase()
let region: Region
let officer: PersonActor
let leader: PersonActor
let reviewer: PersonActor
let home: PersonActor
let licensing: PersonActor
/** Each test has a truck and numbers of its own. */
let truck: number
let bodies: CaseBodies

beforeAll(async () => {
  region = await aRegion(db)
  officer = region.who('tieling.officer')
  leader = region.who('tieling.leader')
  reviewer = region.who('tieling.reviewer')
  home = region.who('siping.officer')
  licensing = region.who('lishu.officer')
})

beforeEach(() => {
  ;({ truck, bodies } = aboutAnotherTruck())
})

const aClosedCase = () => aCaseUntil(db, 'close', { officer, leader }, bodies)

/** A notice about the case that both licensing agencies have been sent. */
async function aSentNotice(): Promise<PlayedMatter> {
  const to = [home.agencyId, licensing.agencyId]
  const example = overloadedElsewhere(to)
  const decision = {
    ...example.decision,
    caseNumber: bodies.file.caseNumber.replace('〔', '[').replace('〕', ']'),
    decisionNumber: `辽铁昌罚〔2026〕${truck}号`,
    decidedOn: '2026-03-17',
    handledOn: '2026-03-23',
  }
  const occasion = on('2026-03-24T09:00:00')
  const notice = await aMatter(db, {
    kind: 'case-notice',
    opener: officer,
    bodies: { ...caseNoticeBodies(to), submit: { ...example, decision } },
    occasion,
  })
  await notice.attach(officer, ['penalty-decision'])
  await notice.does(officer, 'submit', { occasion })
  await notice.does(reviewer, 'approve', { occasion })
  await notice.does(officer, 'send', { occasion })
  return notice
}

const revised = on('2026-05-13T10:00:00')
const undone = on('2026-05-14T10:00:00')
const standing = (id: string) => asActor(db, officer, (tx) => caseStanding(tx, id, undone))
const recall = (actor: PersonActor, id: string) =>
  asActor(db, actor, (tx) => recallNotices(tx, actor, id, undone))
/** What the closing drafted by itself is not sent: it is discarded. */
async function discardDrafts(id: string): Promise<void> {
  for (const notice of (await standing(id)).revision?.notices.filter(({ is }) => is === 'discard') ?? [])
    await asActor(db, officer, (tx) =>
      actOnMatter(
        tx,
        officer,
        { matterId: notice.id, action: 'discard', body: {}, expectedVersion: notice.version },
        undone,
      ),
    )
}
const draftedNotices = async (id: string) =>
  (
    await sql<{ content: { decision: Record<string, unknown> }; state: string }>`
      select n.content, l.state from matter_link k join matter n on n.id = k.matter_id join leg l on l.matter_id = n.id and l.no = 1
      where k.other_id = ${id} and n.kind = 'case-notice' order by n.opened_at`.execute(db)
  ).rows

/** The ground that closing is suggested with. */
const suggestedGround = async (id: string) => {
  const address = { matterId: id, action: 'close', leg: 1 }
  return (await asActor(db, leader, (tx) => readDraft(tx, leader, address))).body
}

test('closing begins with the ground the record bears out, and with none before it does', async () => {
  const played = await aCaseUntil(db, 'serve', { officer, leader }, bodies)
  expect(await suggestedGround(played.id)).toEqual({})

  await played.does(officer, 'recordExecution', { occasion: on('2026-03-20T11:00:00') })
  expect(await suggestedGround(played.id)).toEqual({ ground: 'executed' })

  await played.does(leader, 'revise', { occasion: revised })
  expect(await suggestedGround(played.id)).toEqual({ ground: 'decision-annulled' })
})

describe('a decision that is annulled after the case was closed', () => {
  test('takes the case up again, recalls the notice from both agencies, and closes only then', async () => {
    const played = await aClosedCase()
    const notice = await aSentNotice()
    for (const receiver of [home, licensing]) await notice.does(receiver, 'acknowledge')
    await expect(played.does(officer, 'revise', { occasion: revised })).rejects.toMatchObject({
      code: 'not-allowed',
    })

    expect(await played.does(leader, 'revise', { occasion: revised })).toMatchObject({
      settled: false,
      legs: [{ state: 'revised' }],
    })
    expect(await played.clocks()).toEqual({ withdrawal: '2026-05-18T15:59:59.000Z' })
    const before = (await standing(played.id)).revision
    expect(before).toMatchObject({ result: 'annulled', revisionNumber: '铁政复决〔2026〕21号' })
    expect(before?.notices.map(({ is, waitsFor }) => `${is} ${waitsFor.length}`).sort()).toEqual([
      'discard 0',
      'recall 2',
    ])
    await expect(played.does(officer, 'undo', { occasion: undone })).rejects.toMatchObject({
      code: 'not-now',
      facts: { notices: expect.arrayContaining([expect.objectContaining({ id: notice.id })]) },
    })

    expect(await recall(officer, played.id)).toMatchObject({ recalled: [{ id: notice.id }] })
    await expect(recall(officer, played.id)).rejects.toMatchObject({ code: 'not-now' })
    await discardDrafts(played.id)
    for (const receiver of [home, licensing]) {
      const seen = await asActor(db, receiver, (tx) => readMatter(tx, receiver, notice.id))
      expect(seen.legs.map(({ state }) => state)).toContain('recalling')
    }
    await played.does(officer, 'undo', { occasion: undone })
    const close = { ...bodies.close, closedOn: '2026-05-14' }
    await expect(played.does(leader, 'close', { body: close, occasion: undone })).rejects.toMatchObject({
      faults: [{ path: ['ground'] }],
    })
    const annulled = { ...close, ground: 'decision-annulled' }
    expect(await played.does(leader, 'close', { body: annulled, occasion: undone })).toMatchObject({
      settled: true,
      legs: [{ state: 'closed' }],
    })

    const after = (await standing(played.id)).revision
    expect(after?.notices.find(({ id }) => id === notice.id)).toMatchObject({ is: 'confirming' })
    const sent = await asActor(db, home, (tx) =>
      sql<{ form: object }>`
        select body -> 'form' as form from event where matter_id = ${notice.id} and type = 'recall'`.execute(
        tx,
      ),
    )
    expect(sent.rows).toMatchObject([
      {
        form: {
          recallReason: 'annulled',
          documentNumber: '铁政复决〔2026〕21号',
          organ: '铁岭市人民政府',
          nowHolds: bodies.revise.nowHolds,
        },
      },
    ])
  })

  test('is no penalty any more to those who ask whether a violation is the first, and the act may be filed again', async () => {
    const played = await aClosedCase()
    const search = async () => {
      const asked = { plate: `吉C${truck}`, colour: '2', purpose: 'first-violation' } as const
      return (await asActor(db, home, (tx) => searchCases(tx, home, asked))).items
    }
    expect(await search()).toMatchObject([{ outcome: 'penalty' }])

    await played.does(leader, 'revise', { occasion: revised })
    await discardDrafts(played.id)
    expect(await search()).toMatchObject([{ outcome: 'annulled', outcomeWords: { zh: '决定被撤销' } }])
    const query = CaseQuery.parse({ outcome: 'annulled', plate: `吉C${truck}` })
    expect((await asActor(db, officer, (tx) => listCases(tx, officer, query))).items).toHaveLength(1)

    await played.does(officer, 'undo', { occasion: undone })
    const close = { ...bodies.close, ground: 'decision-annulled', closedOn: '2026-05-14' }
    await played.does(leader, 'close', { body: close, occasion: undone })
    const { rows } = await sql`select released_at from filed_act where matter_id = ${played.id}`.execute(db)
    expect(rows).toMatchObject([{ released_at: expect.anything() }])
    expect(await draftedNotices(played.id)).toMatchObject([{ state: 'discarded' }])
  })
})

test('a decision that is changed is recalled, and what holds now is drafted as a new notice', async () => {
  const played = await aClosedCase()
  const notice = await aSentNotice()
  const changed = {
    ...bodies.revise,
    result: 'changed',
    by: 'court',
    organ: '昌图县人民法院',
    revisionNumber: '（2026）辽1224行初9号',
    penalties: ['fine'],
    fineYuan: 3_000,
  }
  await played.does(leader, 'revise', { body: changed, occasion: revised })
  await recall(officer, played.id)
  await discardDrafts(played.id)
  await played.does(officer, 'undo', { occasion: undone })
  await expect(played.does(leader, 'redo', { occasion: undone })).rejects.toMatchObject({ code: 'not-now' })
  const close = { ...bodies.close, ground: 'decision-changed', closedOn: '2026-05-14' }
  await played.does(leader, 'close', { body: close, occasion: undone })

  expect((await asActor(db, home, (tx) => readMatter(tx, home, notice.id))).legs[0]?.state).toBe('recalling')
  expect(await draftedNotices(played.id)).toMatchObject([
    { state: 'discarded' },
    {
      state: 'drafted',
      content: {
        decision: { decisionNumber: '（2026）辽1224行初9号', fineYuan: 3_000, decidedOn: '2026-05-11' },
      },
    },
  ])
})

test('where a new decision was ordered the case is decided anew, with a notice, a defence and a time of its own', async () => {
  const played = await aClosedCase()
  const body = { ...bodies.revise, result: 'annulled-redo' }
  await played.does(leader, 'revise', { body, occasion: revised })
  await discardDrafts(played.id)
  await expect(played.does(leader, 'redo', { occasion: undone })).rejects.toMatchObject({ code: 'not-now' })
  await played.does(officer, 'undo', { occasion: undone })
  const annulled = { ...bodies.close, ground: 'decision-annulled', closedOn: '2026-05-14' }
  await expect(played.does(leader, 'close', { body: annulled, occasion: undone })).rejects.toMatchObject({
    faults: [{ path: ['ground'] }],
  })

  await played.does(leader, 'redo', { occasion: undone })
  expect(await played.clocks()).toEqual({ decision: '2026-08-12T15:59:59.000Z' })
  await played.does(officer, 'conclude', { occasion: on('2026-05-15T10:00:00') })
  expect((await standing(played.id)).gates.filter(({ is }) => is === 'shut').map(({ name }) => name)).toEqual(
    ['notice', 'defence'],
  )
  const notice = { ...bodies.serveNotice, servedAt: '2026-05-18T10:00:00+08:00' }
  await played.does(officer, 'serveNotice', { body: notice, occasion: on('2026-05-18T11:00:00') })
  const decide = { ...bodies.decide, decisionNumber: '辽铁昌交执罚〔2026〕88号', decidedOn: '2026-05-27' }
  await played.does(leader, 'decide', { body: decide, occasion: on('2026-05-27T16:00:00') })
  expect((await standing(played.id)).revision).toBeNull()
})

test('nothing is annulled where nothing was decided, before the decision was made, or by somebody else’s word', async () => {
  const played = await aClosedCase()
  const early = { ...bodies.revise, decidedOn: '2026-03-16' }
  await expect(played.does(leader, 'revise', { body: early, occasion: revised })).rejects.toMatchObject({
    faults: [{ path: ['decidedOn'] }],
  })
  const late = { ...bodies.revise, receivedOn: '2026-05-10' }
  await expect(played.does(leader, 'revise', { body: late, occasion: revised })).rejects.toMatchObject({
    faults: [{ path: ['receivedOn'] }],
  })
  await expect(recall(officer, played.id)).rejects.toMatchObject({ code: 'not-now' })
  await expect(recall(home, played.id)).rejects.toMatchObject({ code: 'not-found' })

  const begun = on('2026-03-05T12:00:00')
  const file = { ...bodies.file, caseNumber: `${bodies.file.caseNumber}之二` }
  const register = { ...bodies.register, vehicle: { plate: `吉D${truck}`, colour: '2' } }
  const undecided = await aMatter(db, {
    kind: 'case',
    opener: officer,
    bodies: { ...bodies, register, file },
    occasion: begun,
  })
  await undecided.does(officer, 'register', { occasion: begun })
  await undecided.does(leader, 'file', { occasion: on('2026-03-05T15:00:00') })
  const withdrawn = { ...bodies.close, ground: 'filing-withdrawn' }
  await undecided.does(leader, 'close', { body: withdrawn, occasion: on('2026-03-23T11:00:00') })
  await expect(undecided.does(leader, 'revise', { occasion: revised })).rejects.toMatchObject({
    code: 'not-now',
  })
})
