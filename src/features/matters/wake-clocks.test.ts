import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import { newId } from '../../kernel/ids.ts'
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
    const events = await asActor(db, finder, (tx) => readEvents(tx, id))
    expect(events.map(({ words }) => words.zh)).toContain('已超期：签收期限')
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

describe('a reminder of what somebody was assigned', () => {
  const assignee = () => region.who('siping.liaison')

  /** A clue assigned at 四平, reminded of two days later; who there has the reminder in the inbox. */
  async function remindedOf(arrange: (matterId: string) => Promise<void>): Promise<string[]> {
    const id = await aClue(finder, receiver)
    await act(receiver, id, 'assign', { accountId: assignee().accountId }, '2026-03-02T10:00:00+08:00')
    await arrange(id)
    await wakeUntil('2026-03-03T18:00:00+08:00')
    const people = []
    for (const login of ['siping.officer', 'siping.liaison', 'siping.leader', 'siping.dispatcher']) {
      const person = region.who(login)
      const { rows } = await asActor(db, person, (tx) =>
        sql`select from inbox where matter_id = ${id} and type = 'clock.reminded'`.execute(tx),
      )
      if (rows.length > 0) people.push(login)
    }
    return people
  }

  const away = (to: PersonActor, from: string, until: string) =>
    sql`insert into delegation (id, agency_id, from_account, to_account, from_at, until_at, reason, made_by)
      values (${newId()}, ${to.agencyId}, ${assignee().accountId}, ${to.accountId}, ${from}, ${until}, '年休假',
        ${assignee().accountId})`.execute(db)
  const backAgain = () => sql`update delegation set ended_at = now()`.execute(db)

  test('reaches the assignee alone', async () => {
    expect(await remindedOf(async () => {})).toEqual(['siping.liaison'])
  })

  test('reaches everybody there when the assignee’s account was disabled', async () => {
    const disable = (active: boolean) =>
      sql`update account set active = ${active} where id = ${assignee().accountId}`.execute(db)

    const people = await remindedOf(async () => void (await disable(false)))
    await disable(true)

    expect(people).toEqual(['siping.officer', 'siping.liaison', 'siping.leader', 'siping.dispatcher'])
  })

  test('reaches who stands in while the assignee is away, and neither before nor after', async () => {
    const leave = ['2026-03-03T00:00:00+08:00', '2026-03-09T00:00:00+08:00'] as const
    const dispatcher = region.who('siping.dispatcher')

    const during = await remindedOf(async () => void (await away(dispatcher, ...leave)))
    await backAgain()
    const before = await remindedOf(async () => {
      await away(dispatcher, '2026-03-04T00:00:00+08:00', leave[1])
    })
    await backAgain()

    expect(during).toEqual(['siping.dispatcher'])
    expect(before).toEqual(['siping.liaison'])
  })

  test('P27 never goes to one who may not read the matter, but to those who may', async () => {
    const people = await remindedOf(async (id) => {
      const readers = [assignee().accountId]
      await act(region.who('siping.leader'), id, 'restrict', { readers }, '2026-03-02T11:00:00+08:00')
      await away(region.who('siping.dispatcher'), '2026-03-03T00:00:00+08:00', '2026-03-09T00:00:00+08:00')
    })
    await backAgain()

    expect(people).toEqual(['siping.liaison', 'siping.leader'])
  })
})
