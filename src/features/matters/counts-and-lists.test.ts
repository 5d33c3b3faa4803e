import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import { chinaDayOf } from '../../kernel/day.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { actOnMatter } from './act-on-matter.ts'
import { airportCars } from './kinds/clue/clue.examples.ts'
import { countMatters, listMatters, MatterFilter, MatterQuery } from './list-matters.ts'
import type { MoveResult, ObligationRow } from './matter-views.ts'
import { openMatter } from './open-matter.ts'
import { InboxQuery, markRead, readInbox } from './read-inbox.ts'
import { readWorkbench, WorkbenchQuery } from './workbench.ts'

const { db } = await testDatabase()
let region: Region

const at = (time: string) => ({ node: 'test', now: new Date(time).toISOString() })
/** A Tuesday, when everything below has happened. */
const today = at('2026-03-10T15:00:00+08:00')

beforeAll(async () => {
  region = await aRegion(db)
  const [tieling, siping, lishu] = ['tieling.officer', 'siping.officer', 'lishu.officer'].map(region.who)
  const leader = region.who('siping.leader')
  if (!tieling || !siping || !lishu) throw new Error('Somebody is missing.')
  const days = ['02-27', '03-03', '03-06', '03-09', '03-10'].map((day) => `2026-${day}T09:00:00+08:00`)
  for (const day of days) {
    const [first, second] = [await aClue(tieling, day, siping, lishu), await aClue(siping, day, tieling)]
    await act(siping, first, 'assign', { accountId: siping.accountId }, day)
    await act(tieling, first, 'say', { text: '请核查。' }, day)
    await act(tieling, second, 'acknowledge', {}, day)
    // What a colleague may not see must not be counted for him either.
    await act(leader, await aClue(tieling, day, siping), 'restrict', { readers: [] }, day)
    await asActor(db, siping, (tx) => openMatter(tx, siping, { kind: 'clue' }, at(day)))
    await asActor(db, siping, (tx) => openMatter(tx, siping, { kind: 'case-transfer' }, at(day)))
    await asActor(db, siping, (tx) => markRead(tx, first.matter.id))
    await act(tieling, first, 'say', { text: '另有情况。' }, day)
  }
})

async function act(actor: PersonActor, { matter }: MoveResult, action: string, body: unknown, time: string) {
  const input = { matterId: matter.id, action, body, leg: 1, expectedVersion: 2 }
  return asActor(db, actor, (tx) => actOnMatter(tx, actor, input, at(time)))
}

async function aClue(from: PersonActor, time: string, ...to: PersonActor[]): Promise<MoveResult> {
  const opened = await asActor(db, from, (tx) => openMatter(tx, from, { kind: 'clue' }, at(time)))
  const body = airportCars(to.map(({ agencyId }) => agencyId))
  const input = { matterId: opened.matter.id, action: 'push', body, expectedVersion: 1 }
  return asActor(db, from, (tx) => actOnMatter(tx, from, input, at(time)))
}

/** Every row of a list, page by page. */
async function all<Row>(
  page: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly Row[]; readonly next: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await page(cursor)
    rows.push(...items)
    if (!next) return rows
    cursor = next
  }
}

const mattersOf = (actor: PersonActor, filter: Readonly<Record<string, string>>) =>
  asActor(db, actor, (tx) =>
    all((cursor) =>
      listMatters(
        tx,
        actor,
        MatterQuery.parse({ ...filter, limit: 3, ...(cursor ? { cursor } : {}) }),
        today,
      ),
    ),
  )

const unreadOf = (actor: PersonActor) =>
  asActor(db, actor, (tx) =>
    all((cursor) =>
      readInbox(tx, actor, InboxQuery.parse({ unread: 'true', limit: 3, ...(cursor ? { cursor } : {}) })),
    ),
  )

const readers = [
  'siping.officer',
  'siping.leader',
  'siping.dispatcher',
  'tieling.officer',
  'lishu.officer',
  'gaomi.officer',
  'jilin.supervisor',
]

const isLate = ({ clock }: ObligationRow) => clock.light === 'red'
const isDueToday = (row: ObligationRow) =>
  !isLate(row) && chinaDayOf(row.clock.dueAt) === chinaDayOf(today.now)

describe('a number and the list it leads to', () => {
  test.each(readers)('P22 agree on the workbench of %s, whatever it is narrowed to', async (login) => {
    const actor = region.who(login)
    for (const narrowed of [
      {},
      { scope: 'mine' },
      { scope: 'role' },
      { kind: 'clue' },
      { scope: 'mine', kind: 'clue' },
      { scope: 'role', kind: 'clue' },
      { kind: 'case-transfer' },
    ]) {
      const query = WorkbenchQuery.parse({ ...narrowed, limit: 200 })
      const { counts, owed, awaited } = await asActor(db, actor, (tx) =>
        readWorkbench(tx, actor, query, today),
      )

      expect(
        {
          owed: owed.length,
          overdue: owed.filter(isLate).length,
          dueToday: owed.filter(isDueToday).length,
          awaited: awaited.length,
          awaitedLate: awaited.filter(isLate).length,
        },
        JSON.stringify(narrowed),
      ).toEqual({
        owed: counts.owed,
        overdue: counts.overdue,
        dueToday: counts.dueToday,
        awaited: counts.awaited,
        awaitedLate: counts.awaitedLate,
      })
      expect(counts.unread).toBe((await unreadOf(actor)).length)
      expect(counts.drafts).toBe((await mattersOf(actor, { state: 'drafted' })).length)
    }
  })

  test('what my role can do is all of it for a case officer, and no clue for a reviewer', async () => {
    const owedBy = async (login: string, scope: string) => {
      const actor = region.who(login)
      const query = WorkbenchQuery.parse({ scope, kind: 'clue' })
      return (await asActor(db, actor, (tx) => readWorkbench(tx, actor, query, today))).counts
    }
    const ofAgency = await owedBy('siping.dispatcher', 'agency')

    expect(ofAgency.owed).toBeGreaterThan(0)
    expect(await owedBy('siping.dispatcher', 'role')).toEqual(ofAgency)
    const { owed, overdue, awaited } = await owedBy('siping.reviewer', 'role')
    expect([owed, overdue, awaited]).toEqual([0, 0, ofAgency.awaited])
  })

  test.each(readers)('P22 agree on every filter of the matters of %s', async (login) => {
    const actor = region.who(login)
    const filters = [
      {},
      { kind: 'clue' },
      { settled: 'false' },
      { settled: 'true' },
      { light: 'red' },
      { light: 'amber' },
      { light: 'green' },
      { unread: 'true' },
      { side: 'asker' },
      { side: 'answerer' },
      { state: 'pushed' },
      { assignee: 'none' },
      { assignee: actor.accountId },
      { q: '机场' },
      { scope: 'subtree' },
      { scope: 'subtree', light: 'red' },
    ]
    for (const filter of filters) {
      const counted = await asActor(db, actor, (tx) =>
        countMatters(tx, actor, MatterFilter.parse(filter), today),
      )

      expect(counted, JSON.stringify(filter)).toEqual({
        count: (await mattersOf(actor, filter)).length,
        more: false,
      })
    }
  })

  test.each(readers)('words find, page by page, whatever %s may see that has them', async (login) => {
    const actor = region.who(login)
    const ids = async (filter: Readonly<Record<string, string>>) =>
      (await mattersOf(actor, filter)).map(({ id }) => id)
    const drafts = new Set(await ids({ state: 'drafted' }))

    const found = await ids({ q: '机场 首都' })

    expect(found).toEqual((await ids({ kind: 'clue' })).filter((id) => !drafts.has(id)))
  })

  test('P22 agree on what was opened since a day or until one, both included, by the days of China', async () => {
    const lishu = region.who('lishu.officer')
    for (const [filter, found] of [
      [{ since: '2026-03-03', until: '2026-03-09' }, 3],
      [{ since: '2026-03-04' }, 3],
      [{ until: '2026-02-27' }, 1],
      [{ until: '2026-02-26' }, 0],
    ] as const) {
      const counted = await asActor(db, lishu, (tx) =>
        countMatters(tx, lishu, MatterFilter.parse(filter), today),
      )

      expect([(await mattersOf(lishu, filter)).length, counted.count], JSON.stringify(filter)).toEqual([
        found,
        found,
      ])
    }
  })

  test('P22 the numbers are of something: late, due, awaited, unread and drafts there are', async () => {
    const siping = region.who('siping.officer')

    const { counts } = await asActor(db, siping, (tx) =>
      readWorkbench(tx, siping, WorkbenchQuery.parse({}), today),
    )

    for (const [name, count] of Object.entries(counts))
      if (name !== 'unreadMore') expect(count, name).toBeGreaterThan(0)
  })

  test('count unread news up to 99, say that there are more, and count again when they have been read', async () => {
    const lishu = region.who('lishu.officer')
    const tieling = region.who('tieling.officer')
    const counts = async () =>
      (await asActor(db, lishu, (tx) => readWorkbench(tx, lishu, WorkbenchQuery.parse({}), today))).counts
    const before = (await counts()).unread
    const clue = await aClue(tieling, '2026-03-10T10:00:00+08:00', lishu)
    for (let said = 1; said < 99 - before; said += 1)
      await act(tieling, clue, 'say', { text: `补充 ${said}` }, '2026-03-10T11:00:00+08:00')

    expect(await counts()).toMatchObject({ unread: 99, unreadMore: false })
    await act(tieling, clue, 'say', { text: '又一条' }, '2026-03-10T11:00:00+08:00')
    expect(await counts()).toMatchObject({ unread: 99, unreadMore: true })
    expect((await unreadOf(lishu)).length).toBe(100)

    await asActor(db, lishu, (tx) => markRead(tx, clue.matter.id))
    expect(await counts()).toMatchObject({ unread: before, unreadMore: false })
  })
})
