import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { actOnMatter } from './act-on-matter.ts'
import { airportCars } from './kinds/clue/clue.examples.ts'
import { kindOf } from './kinds/kinds.ts'
import { type LockedMatter, lockMatter, type MoveRecord, recordMove } from './matter-store.ts'
import { addEvent, beginMove } from './move.ts'
import { openMatter } from './open-matter.ts'

const { db } = await testDatabase()
let region: Region
let finder: PersonActor
let receiver: PersonActor
let matterId: string

beforeAll(async () => {
  region = await aRegion(db)
  finder = region.who('tieling.officer')
  receiver = region.who('siping.officer')
  const { matter } = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }))
  matterId = matter.id
  const body = airportCars([receiver.agencyId])
  await asActor(db, finder, (tx) =>
    actOnMatter(tx, finder, { matterId, action: 'push', body, expectedVersion: 1 }),
  )
})

/** What a faulty command would store: a sound note, with something wrong about it. */
const store = (actor: PersonActor, wrong: (record: MoveRecord, matter: LockedMatter) => object) =>
  asActor(db, actor, async (tx) => {
    const matter = await lockMatter(tx, matterId)
    const now = { now: new Date().toISOString(), node: 'local' }
    const move = beginMove(tx, actor, kindOf(matter.kind), matter, now)
    addEvent(move, { type: 'note', leg: 1, body: {}, visibleTo: [actor.agencyId] })
    const { content: _, ...rest } = move.matter
    const record = {
      matter: rest,
      open: false,
      expected: matter.version,
      events: move.events,
    } as unknown as MoveRecord
    await recordMove(tx, { ...record, ...wrong(record, matter) })
  })

const withEvent = (change: object) => (record: MoveRecord) => ({
  events: record.events.map((event) => ({ ...event, ...change })),
})

describe('the database refuses by itself', () => {
  test('nothing of a move that hangs together', async () => {
    await expect(store(receiver, () => ({}))).resolves.toBeUndefined()
  })

  test.each([
    [
      'a version that the events do not lead to',
      (r: MoveRecord) => ({ matter: { ...r.matter, version: 99 } }),
    ],
    ['a number left out', withEvent({ seq: 50 })],
    ['an event that does not follow the last one', withEvent({ prev_hash: '00'.repeat(32) })],
    ['a head that is no event', (r: MoveRecord) => ({ matter: { ...r.matter, head: '00'.repeat(32) } })],
    ['a decision on a version that has passed', (r: MoveRecord) => ({ expected: r.expected - 1 })],
  ])('%s', async (_what, wrong) => {
    await expect(store(receiver, wrong)).rejects.toThrow(/record_move|already/)
  })

  test('P1 a lead that takes no part', async () => {
    const stranger = region.who('gaomi.officer').agencyId
    const wrong = (r: MoveRecord) => ({ matter: { ...r.matter, lead_id: stranger } })

    await expect(store(receiver, wrong)).rejects.toThrow(/who leads takes part/)
  })

  test('an event in the name of another agency or person', async () => {
    await expect(store(receiver, withEvent({ agency_id: finder.agencyId }))).rejects.toThrow(/another name/)
    const forged = { type: 'person', account: finder.accountId, agency: receiver.agencyId }
    await expect(store(receiver, withEvent({ actor: forged }))).rejects.toThrow(/another name/)
  })

  test('a superior that only looks in from writing more than that it did', async () => {
    const superior = region.who('jilin.supervisor')
    const changed = (_: MoveRecord, { legs }: LockedMatter) => ({ legs })

    await expect(store(superior, changed)).rejects.toThrow(/not a party/)
    await expect(store(superior, () => ({}))).resolves.toBeUndefined()
  })

  test('the key of another person from being answered', async () => {
    const key = { asked_by: finder.accountId, key: 'a-key-of-the-finder', digest: '00', result: {} }
    await store(finder, () => ({ key }))

    const { rows } = await asActor(db, receiver, (tx) =>
      sql`select from earlier_result(${finder.accountId}, ${key.key})`.execute(tx),
    )
    expect(rows).toHaveLength(0)
  })
})
