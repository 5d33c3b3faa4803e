import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion } from '../../../../../test/fixtures.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { actOnMatter } from '../../act-on-matter.ts'
import { saveDraft } from '../../drafts.ts'
import { listMatters, MatterQuery } from '../../list-matters.ts'
import { readEvents } from '../../read-events.ts'
import { InboxQuery, readInbox } from '../../read-inbox.ts'
import { readMatter } from '../../read-matter.ts'
import { wakeClocks } from '../../wake-clocks.ts'
import { jurisdictionDisputeBodies, loadedAndWeighed } from './jurisdiction-dispute.examples.ts'

// The common superior takes a dispute up of its own accord 依职权 (行政处罚法 Art. 25).

const { db } = await testDatabase()
const region = await aRegion(db)
const finder = region.who('tieling.officer')
const finderLeader = region.who('tieling.leader')
const loader = region.who('lishu.officer')
const loaderLeader = region.who('lishu.leader')
const ministry = region.who('ministry.supervisor')
const liaoning = region.who('liaoning.supervisor')

function aDispute(to = loader.agencyId) {
  const bodies = jurisdictionDisputeBodies(to)
  const example = loadedAndWeighed(to)
  const raise = { ...example, dispute: { ...example.dispute, caseNumber: randomUUID() } }
  return aMatter(db, { kind: 'jurisdiction-dispute', opener: finder, bodies: { ...bodies, raise } })
}

async function aRaisedDispute(to = loader.agencyId) {
  const dispute = await aDispute(to)
  await dispute.does(finder, 'raise')
  return dispute
}

/** The other side says that the one that raised it shall have the case. */
const givingWay = () => {
  const { position, contact } = jurisdictionDisputeBodies(loader.agencyId).takePosition
  return { body: { position: { ...position, competent: 'asker' }, contact } }
}

/** Everything the background work does within days. */
async function daysPass(days: number) {
  const occasion = { now: new Date(Date.now() + days * 86_400_000).toISOString(), node: 'test' }
  while ((await wakeClocks(db, occasion)) > 0);
}

const read = (actor: PersonActor, id: string) => asActor(db, actor, (tx) => readMatter(tx, actor, id))

/** A dispute inside 辽宁, between 昌图 and a city's brigade: the province's department is the common superior. */
async function aProvincialDispute() {
  const { rows } = await sql<{ id: AgencyId }>`select id from agency where code = '210700-ZF'`.execute(db)
  const [other] = rows
  if (!other) throw new Error('The region has no 210700-ZF.')
  return aRaisedDispute(other.id)
}

const offered = async (actor: PersonActor, id: string) =>
  (await read(actor, id)).legs[0]?.openActions.find(({ action }) => action === 'takeUp')

const restricts = (actor: PersonActor, id: string) =>
  asActor(db, actor, (tx) =>
    actOnMatter(tx, actor, { matterId: id, action: 'restrict', body: { readers: [] } }),
  )

/** What a supervisor finds below as its own to decide. */
const found = async (actor: PersonActor) => {
  const query = MatterQuery.parse({ scope: 'subtree', side: 'superior', settled: 'false', limit: '200' })
  return (await asActor(db, actor, (tx) => listMatters(tx, actor, query))).items.map(({ id }) => id)
}

test('both sides are told why, it takes part from then on, and when the time is up it designates', async () => {
  const dispute = await aRaisedDispute()
  await dispute.does(loader, 'takePosition')
  await expect(dispute.does(ministry, 'designateAsker')).rejects.toMatchObject({
    code: 'not-now',
    words: { zh: expect.stringContaining('共同上级现在可以办理：“依职权启动指定管辖”') },
  })

  await dispute.does(ministry, 'takeUp')

  for (const side of [finder, loader]) {
    expect(await read(side, dispute.id)).toMatchObject({
      legs: [{ state: 'takenUp', superior: { id: ministry.agencyId } }],
    })
    const events = await asActor(db, side, (tx) => readEvents(tx, dispute.id))
    expect(events.at(-1)).toMatchObject({
      type: 'takeUp',
      agency: { id: ministry.agencyId },
      body: { form: jurisdictionDisputeBodies(loader.agencyId).takeUp },
    })
    const { items } = await asActor(db, side, (tx) => readInbox(tx, side, InboxQuery.parse({})))
    expect(items.find(({ matter }) => matter.id === dispute.id)).toMatchObject({ type: 'takeUp' })
  }
  await daysPass(9)
  await dispute.looksAgain()
  expect(await dispute.does(ministry, 'designateAnswerer')).toMatchObject({ lead: loader.agencyId })
  const decision = (await dispute.letters()).at(-1)
  expect(decision).toMatchObject({ type: 'designation-decision' })
  expect(JSON.stringify(decision?.parts)).toContain('本机关依职权启动指定管辖')
})

test('a decision that a side asked for says so, and shows what each filed, holds, relies on and proves', async () => {
  const dispute = await aRaisedDispute()
  await dispute.does(loader, 'takePosition')
  await dispute.does(finderLeader, 'escalate')

  const { decisionNumber: _, ...unnumbered } = jurisdictionDisputeBodies(loader.agencyId).designateAsker
  await dispute.does(ministry, 'designateAsker', { body: unnumbered })

  const decision = (await dispute.letters()).at(-1)
  expect(JSON.stringify(decision?.parts)).toContain('报请指定管辖')
  expect(decision?.parts).toContainEqual(
    expect.objectContaining({
      sort: 'table',
      columns: ['单位', '立案情况', '意见', '依据', '证据'],
      rows: [
        expect.arrayContaining([expect.stringContaining('立案（')]),
        expect.arrayContaining([expect.stringContaining('立案（')]),
      ],
    }),
  )
})

test('also past a side that says nothing, and after a demand, whose time runs on', async () => {
  const [silent, demanded] = [await aRaisedDispute(), await aRaisedDispute()]
  await demanded.does(loader, 'takePosition')
  await demanded.does(loaderLeader, 'demandDesignation')
  const dueOf = async () =>
    (await read(loader, demanded.id)).clocks.find(({ name }) => name === 'demand')?.dueAt
  const due = await dueOf()

  await silent.does(ministry, 'takeUp')
  await demanded.does(ministry, 'takeUp')

  expect(await dueOf()).toBe(due)
  await daysPass(9)
  for (const { id } of [silent, demanded])
    expect(await read(ministry, id)).toMatchObject({ legs: [{ state: 'escalated' }] })
})

test('nobody else does: no side, no superior of one of them, none further up, no office, and nobody without the power', async () => {
  const dispute = await aProvincialDispute()
  const inThePower = { ...liaoning, powers: new Set(['oversee'] as const) }

  for (const [login, code] of [
    ['tieling.leader', 'not-your-turn'],
    ['ministry.supervisor', 'not-your-turn'],
    ['jilin.supervisor', 'not-found'],
    ['office.secretary', 'not-found'],
  ] as const) {
    await expect(dispute.does(region.who(login), 'takeUp'), login).rejects.toMatchObject({ code })
  }
  await expect(dispute.does(inThePower, 'takeUp')).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await offered(finder, dispute.id)).toBeUndefined()
  expect(await offered(ministry, dispute.id)).toBeUndefined()
  expect(await offered(liaoning, dispute.id)).toMatchObject({ open: true })
  expect(await dispute.does(liaoning, 'takeUp')).toMatchObject({ legs: [{ state: 'takenUp' }] })
})

test('the database lets nobody else write it either', async () => {
  const dispute = await aProvincialDispute()
  const writes = (actor: PersonActor) =>
    asActor(db, actor, (tx) =>
      sql`select record_move(jsonb_build_object(
        'matter', (select to_jsonb(m) || jsonb_build_object('head', encode(head, 'hex')) from matter m where id = ${dispute.id}),
        'expected', (select version from matter where id = ${dispute.id}), 'events', '[]'::jsonb,
        'legs', (select jsonb_agg(to_jsonb(l) || jsonb_build_object('superior_id', ${actor.agencyId}::text)) from leg l where matter_id = ${dispute.id})))`.execute(
        tx,
      ),
    )

  await expect(writes(ministry)).rejects.toThrow('not a party')
  await expect(writes({ ...liaoning, powers: new Set(['oversee']) })).rejects.toThrow('not a party')
})

test('it finds its own below it, also those it was called into, and not what others decide', async () => {
  const [own, ministrys, called] = [
    await aProvincialDispute(),
    await aRaisedDispute(),
    await aProvincialDispute(),
  ]
  await called.does(finderLeader, 'escalate')

  expect(await found(liaoning)).toEqual(expect.arrayContaining([own.id, called.id]))
  expect(await found(liaoning)).not.toContain(ministrys.id)
  expect(await found(ministry)).toContain(ministrys.id)
  expect(await found(ministry)).not.toContain(own.id)
})

test('before that it only looks on: it leaves no message, but keeps what it is typing', async () => {
  const dispute = await aRaisedDispute()
  const address = { matterId: dispute.id, action: 'takeUp', leg: 1 }
  const draft = { body: { reason: '拟直接指定' }, version: 0 }

  await expect(
    asActor(db, ministry, (tx) =>
      actOnMatter(tx, ministry, { matterId: dispute.id, action: 'say', body: { text: '请尽快协商。' } }),
    ),
  ).rejects.toMatchObject({ code: 'not-your-turn' })
  expect(await asActor(db, ministry, (tx) => saveDraft(tx, ministry, address, draft))).toMatchObject({
    version: 1,
  })
  const other = region.who('jilin.supervisor')
  await expect(asActor(db, other, (tx) => saveDraft(tx, other, address, draft))).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('what both sides restrict it does not learn of; where one does, it joins with those who decide there', async () => {
  const [hidden, half] = [await aRaisedDispute(), await aRaisedDispute()]
  await restricts(finderLeader, hidden.id)
  await restricts(loaderLeader, hidden.id)
  await restricts(finderLeader, half.id)

  await expect(hidden.does(ministry, 'takeUp')).rejects.toMatchObject({ code: 'not-found' })
  expect(await found(ministry)).not.toContain(hidden.id)
  await half.does(ministry, 'takeUp')
  expect(await read(ministry, half.id)).toMatchObject({ restricted: true })
})

test('a draft, a settled dispute and one it was called into cannot be taken up', async () => {
  const [draft, dropped, agreed, called] = [
    await aDispute(),
    await aRaisedDispute(),
    await aRaisedDispute(),
    await aRaisedDispute(),
  ]
  await dropped.does(finder, 'drop')
  await agreed.does(loader, 'takePosition', givingWay())
  await agreed.does(finder, 'settleOnAsker')
  await called.does(finderLeader, 'escalate')

  await expect(draft.does(ministry, 'takeUp')).rejects.toMatchObject({ code: 'not-your-turn' })
  for (const settled of [dropped, agreed, called])
    await expect(settled.does(ministry, 'takeUp')).rejects.toMatchObject({ code: 'not-now' })
})

test('it says why, and on what law', async () => {
  const dispute = await aRaisedDispute()

  await expect(dispute.does(ministry, 'takeUp', { body: { reason: ' ' } })).rejects.toMatchObject({
    faults: expect.arrayContaining([
      expect.objectContaining({ path: ['reason'] }),
      expect.objectContaining({ path: ['legalBasis'] }),
    ]),
  })
  expect(await read(finder, dispute.id)).toMatchObject({ legs: [{ state: 'raised', superior: null }] })
})

test('when the two agree at the same moment one of both comes first, and the agreement holds either way', async () => {
  for (let times = 0; times < 4; times++) {
    const dispute = await aRaisedDispute()
    const { version: expectedVersion } = await dispute.does(loader, 'takePosition', givingWay())
    const tries = async (actor: PersonActor, action: 'takeUp' | 'settleOnAsker', seen = expectedVersion) => {
      const body = jurisdictionDisputeBodies(loader.agencyId)[action]
      const wanted = { matterId: dispute.id, action, body, expectedVersion: seen }
      return asActor(db, actor, (tx) => actOnMatter(tx, actor, wanted))
    }

    const [taken, agreed] = await Promise.allSettled([
      tries(ministry, 'takeUp'),
      tries(finder, 'settleOnAsker'),
    ])

    const lost = [taken, agreed].filter(({ status }) => status === 'rejected')
    expect(lost).toMatchObject([{ reason: { code: 'already-changed' } }])
    if (agreed.status === 'rejected')
      await tries(finder, 'settleOnAsker', (await read(finder, dispute.id)).version)
    else
      await expect(tries(ministry, 'takeUp', (await read(finder, dispute.id)).version)).rejects.toMatchObject(
        { code: 'not-now' },
      )
    expect(await read(finder, dispute.id)).toMatchObject({
      lead: { id: finder.agencyId },
      legs: [{ state: 'forAsker' }],
    })
  }
})
