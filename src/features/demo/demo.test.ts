import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { type PersonActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { checkKept, openFileStore } from '../../platform/file-store.ts'
import { agencyIdOf } from '../agencies/agencies.ts'
import { kinds } from '../matters/matters.ts'
import { createDemoAccounts } from '../people/people.ts'
import { verifyDatabase } from '../proof/proof.ts'
import { demoState, loadDemo } from './demo.ts'
import { demoPeople } from './stage.ts'

const { db } = await testDatabase()
const { db: holidayDb } = await testDatabase()
let filesFolder: string
let who: (login: string) => PersonActor

beforeAll(async () => {
  filesFolder = await mkdtemp(join(tmpdir(), 'xiezhi-demo-'))
  await loadDemo(db, { filesFolder })
  who = await asActor(db, systemActor('demonstration'), async (tx) =>
    demoPeople(tx, await createDemoAccounts(tx)),
  )
})
afterAll(() => rm(filesFolder, { recursive: true, force: true }))

/** The kinds whose stories go through their whole chart; of the others a few matters are told. */
const inEveryState: readonly string[] = ['case-transfer', 'clue', 'case']

/** Rows as the database itself sees them, without anybody's name. */
const rowsOf = async <T>(query: ReturnType<typeof sql<T>>, from: Db = db): Promise<readonly T[]> =>
  (await query.execute(from)).rows

const mattersSeenBy = async (login: string): Promise<string[]> => {
  const { rows } = await asActor(db, who(login), (tx) =>
    sql<{ id: string }>`select id from matter order by id`.execute(tx),
  )
  return rows.map(({ id }) => id)
}

describe('the demonstration', () => {
  test('shows every state of a transfer, a clue and a case', async () => {
    const rows = await rowsOf(sql<{ place: string }>`
      select distinct kind || ' ' || state as place from leg where kind = any(${inEveryState})`)

    const states = kinds
      .filter(({ name }) => inEveryState.includes(name))
      .flatMap(({ name, chart }) => Object.keys(chart.states).map((state) => `${name} ${state}`))
    expect(rows.map(({ place }) => place).sort()).toEqual(states.sort())
  })

  test('shows every kind of matter with somebody to act on it', async () => {
    const rows = await rowsOf(sql<{ kind: string }>`
      select distinct l.kind from leg l join clock c on c.matter_id = l.matter_id
      where c.stopped_at is null and c.paused_at is null`)

    expect(rows.map(({ kind }) => kind).sort()).toEqual(kinds.map(({ name }) => name).sort())
  })

  test('has deadlines that are met, missed, near and far, for those who owe and those who wait', async () => {
    const rows = await rowsOf(sql<{ agency: string; light: string }>`
      select a.code as agency, case when c.stopped_at is not null then 'over' when c.paused_at is not null then 'rests'
        when c.due_at < now() then 'red' when c.amber_at <= now() then 'amber' else 'green' end as light
      from clock c join agency a on a.id = c.owes_id`)

    const lightsOf = (code: string) =>
      new Set(rows.filter(({ agency }) => agency === code).map(({ light }) => light))
    expect([...lightsOf('220300-ZF')].sort()).toEqual(['amber', 'green', 'over', 'red', 'rests'])
    expect(lightsOf('211224-ZF')).toEqual(new Set([...lightsOf('211224-ZF'), 'amber', 'green']))
  })

  test('gives numbers and news in the order of time, all of it in the past', async () => {
    const numbers = await rowsOf(
      sql<{ at: string }>`select opened_at as at from matter order by right(number, 6)`,
    )
    const news = await rowsOf(sql<{ at: string }>`select at from inbox order by id`)
    const events = await rowsOf(sql<{ late: boolean }>`select at > now() as late from event where at > now()`)

    for (const rows of [numbers, news]) {
      const moments = rows.map(({ at }) => Date.parse(at))
      expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    }
    expect(events).toEqual([])
  })

  test('keeps a record in which nothing is amiss, and every file as it came', async () => {
    expect(await verifyDatabase(db)).toMatchObject({ isSound: true, matters: 106 })

    const store = await openFileStore(filesFolder)
    const files = await rowsOf(sql<{ digest: string; size: number }>`select digest, size from stored_file`)
    expect(files.length).toBeGreaterThan(100)
    for (const { digest, size } of files) {
      expect(await checkKept(store, digest)).toBe('sound')
      expect(size).toBeLessThan(20_000)
    }
    const types = await rowsOf(sql<{ type: string }>`select distinct media_type as type from attachment`)
    expect(types.map(({ type }) => type).sort()).toEqual([
      'application/pdf',
      'image/png',
      'text/plain; charset=utf-8',
    ])
  })

  test('shows a matter to those who take part in it and to nobody else', async () => {
    const parties = await rowsOf(sql<{
      matter: string
      agency: string
      restricted: boolean
      readers: string[]
    }>`
      select matter_id as matter, agency_id as agency, restricted, readers from party where left_at is null`)
    const mayRead = (login: string) =>
      parties
        .filter(({ agency }) => agency === who(login).agencyId)
        .filter(({ restricted, readers }) => !restricted || readers.includes(who(login).accountId))
        .map(({ matter }) => matter)
        .sort()

    for (const place of ['tieling', 'siping', 'lishu', 'gaomi', 'beijing', 'jiashan', 'tielingxian'])
      expect(await mattersSeenBy(`${place}.officer`)).toEqual(mayRead(`${place}.officer`))
    expect(await mattersSeenBy('tielingxian.leader')).toEqual([])
    expect(await mattersSeenBy('sysadmin')).toEqual([])
    expect((await mattersSeenBy('ministry.supervisor')).length).toBeGreaterThan(30)
  })

  test('P7 shows the restricted clue to the people named, and on the other side to the leader first', async () => {
    const [restricted] = await rowsOf(sql<{ id: string }>`select matter_id as id from party where restricted`)
    const readers = []
    for (const role of [
      'tieling.leader',
      'tieling.officer',
      'tieling.reviewer',
      'siping.leader',
      'siping.officer',
    ])
      if ((await mattersSeenBy(role)).includes(restricted?.id ?? '')) readers.push(role)

    expect(readers).toEqual(['tieling.leader', 'tieling.officer', 'siping.leader'])
  })

  test('shows the addressee that a reform has closed as failed, and its successor in the directory', async () => {
    const failed = await rowsOf(sql<{ code: string; successor: string }>`
      select a.code, s.code as successor from leg l join agency a on a.id = l.answerer_id
      join agency s on s.id = a.successor_id where l.delivery = 'failed'`)

    expect(failed).toEqual([{ code: '220300-JC', successor: '220300-ZF' }])
  })

  test('names nobody: identifiers that can belong to no person, company or vehicle', async () => {
    const texts = await rowsOf(sql<{ text: string }>`
      select content::text as text from matter union all select body::text from event union all select body::text from draft`)
    const all = texts
      .map(({ text }) => text)
      .join('\n')
      .replaceAll(/"[0-9a-f]{64}"|[0-9a-f-]{36}/g, '')
    const found = (pattern: RegExp) => new Set(all.match(pattern))

    const numbers = found(/(?<![0-9A-Z])\d{17}[\dX](?![0-9A-Z])/g)
    expect(numbers.size).toBeGreaterThan(0)
    for (const number of numbers) expect(number).toMatch(/^99000019(0\d|10)\d{4}000[\dX]$/)
    for (const code of found(/(?<![0-9A-Z])91[0-9A-Z]{16}(?![0-9A-Z])/g))
      expect(code).toMatch(/^91990000MADEM/)
    const plates = found(/[京津冀辽吉黑蒙闽鲁苏沪浙][A-Z][A-Z0-9]{4,6}挂?/g)
    expect(plates.size).toBeGreaterThan(20)
    for (const plate of plates) expect(plate).toMatch(/^.[A-Z]TES[A-Z0-9]+挂?$/)
    expect(found(/(?<!\d)1[3-9]\d{9}(?!\d)/g).size).toBe(0)
  })

  test('goes into an unused installation only', async () => {
    const before = await rowsOf(
      sql`select (select count(*) from event) as events, (select count(*) from account) as people`,
    )

    expect(await demoState(db)).toBe('used')
    expect(await loadDemo(db, { filesFolder })).toBe(false)

    const after = await rowsOf(
      sql`select (select count(*) from event) as events, (select count(*) from account) as people`,
    )
    expect(after).toEqual(before)
  })

  test('tells where the agencies answer', async () => {
    const desk = await rowsOf(sql<{ phone: string }>`
      select phone from duty_desk where agency_id = ${agencyIdOf('220300-ZF')}`)

    expect(desk).toEqual([{ phone: '0434-5550101' }])
  })

  test('loads just as well in the middle of the night after a week of holidays', async () => {
    await loadDemo(holidayDb, { filesFolder, now: '2026-10-08T00:10:00+08:00' })

    const states = await rowsOf(sql`select distinct kind, state from leg`, holidayDb)
    expect(states).toEqual(
      expect.arrayContaining([...(await rowsOf(sql`select distinct kind, state from leg`))]),
    )
    const late = await rowsOf(sql`select from event where at > '2026-10-08T00:10:00+08:00'`, holidayDb)
    expect(late).toEqual([])
  }, 60_000)
})
