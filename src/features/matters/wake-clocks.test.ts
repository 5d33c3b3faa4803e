import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import { type PersonActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { actOnMatter } from './act-on-matter.ts'
import { airportCars } from './kinds/clue/clue.examples.ts'
import { openMatter } from './open-matter.ts'
import { readEvents } from './read-events.ts'
import { readMatter } from './read-matter.ts'
import { wakeClocks } from './wake-clocks.ts'

const { db } = await testDatabase()
let region: Region
let finder: PersonActor
let receiver: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  finder = region.who('tieling.officer')
  receiver = region.who('siping.officer')
})

const at = (now: string) => ({ now: new Date(now).toISOString(), node: 'local' })

const act = async (actor: PersonActor, matterId: string, action: string, body: unknown, now: string) => {
  const seen = await asActor(db, actor, (tx) => readMatter(tx, actor, matterId))
  const input = { matterId, action, body, expectedVersion: seen.version }
  return asActor(db, actor, (tx) => actOnMatter(tx, actor, input, at(now)))
}

/** A clue pushed on Monday 2 March 2026. */
async function aClue(from: PersonActor, to: PersonActor): Promise<string> {
  const day = '2026-03-02T09:00:00+08:00'
  const { matter } = await asActor(db, from, (tx) => openMatter(tx, from, { kind: 'clue' }, at(day)))
  await act(from, matter.id, 'push', airportCars([to.agencyId]), day)
  return matter.id
}

/** Lets the background work catch up with a day. */
async function wakeUntil(now: string): Promise<void> {
  while ((await wakeClocks(db, at(now))) > 0);
}

const told = async (matterId: string) =>
  (await asActor(db, systemActor('test'), (tx) => readEvents(tx, matterId)))
    .filter(({ type }) => type.startsWith('clock.'))
    .map(({ type }) => type)

describe('a deadline that comes near and passes', () => {
  test('P20 after an extension the reminders come again before the new end', async () => {
    const id = await aClue(finder, receiver)
    await act(receiver, id, 'acknowledge', {}, '2026-03-02T10:00:00+08:00')
    await act(receiver, id, 'take', {}, '2026-03-02T11:00:00+08:00')
    // 15 working days end on 23 March.
    await wakeUntil('2026-03-23T10:00:00+08:00')
    const before = (await told(id)).length
    await act(receiver, id, 'extend', { reason: '需外省协查。' }, '2026-03-23T15:00:00+08:00')

    await wakeUntil('2026-04-13T18:00:00+08:00')

    expect(before).toBeGreaterThan(0)
    expect((await told(id)).slice(before)).toContain('clock.reminded')
  })

  test('a matter of no alliance goes to the common superior when nobody answers', async () => {
    const far = region.who('zherong.officer')
    const id = await aClue(finder, far)

    await wakeUntil('2026-03-10T10:00:00+08:00')

    expect(await told(id)).toEqual(expect.arrayContaining(['clock.overdue', 'clock.escalated']))
    const ministry = region.who('ministry.supervisor')
    const { rows } = await asActor(db, ministry, (tx) =>
      sql<{ type: string }>`select type from inbox where matter_id = ${id}`.execute(tx),
    )
    expect(rows).toContainEqual({ type: 'clock.escalated' })
  })

  test('a restricted matter that is overdue reaches those who decide in the joint office', async () => {
    const id = await aClue(finder, receiver)
    const leader = region.who('tieling.leader')
    await act(leader, id, 'restrict', { readers: [finder.accountId] }, '2026-03-02T09:30:00+08:00')

    await wakeUntil('2026-03-10T10:00:00+08:00')

    const secretary = region.who('office.secretary')
    expect((await asActor(db, secretary, (tx) => readMatter(tx, secretary, id))).id).toBe(id)
  })
})
