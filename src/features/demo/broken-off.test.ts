import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { Db } from '../../platform/database.ts'
import { verifyDatabase } from '../proof/proof.ts'
import { demoState, loadDemo } from './demo.ts'

const broken = await testDatabase()
const whole = await testDatabase()
const shared = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'xiezhi-broken-off-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** `xiezhi demo` in a process of its own. */
function loading(databaseUrl: string) {
  const main = fileURLToPath(new URL('../../main.ts', import.meta.url))
  const child = spawn(process.execPath, [main, 'demo', '--lang=en'], {
    env: { PATH: process.env.PATH, XIEZHI_DATA: folder, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  child.stderr.on('data', (chunk) => lines.push(String(chunk)))
  child.stdout.on('data', (chunk) => lines.push(String(chunk)))
  return { child, lines, ended: once(child, 'exit') }
}

const count = async (db: Db, what: 'account' | 'event' | 'matter'): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(what)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** What people would see, without ids and times. */
async function shown(db: Db): Promise<readonly unknown[]> {
  const all = [
    sql`select code, active from agency where code in ('220300-JC', '220300-ZF') order by code`,
    sql`select line, name from liaison order by name, line`,
    sql`select m.title, l.no, l.state, l.delivery from matter m join leg l on l.matter_id = m.id order by 1, 2, 3`,
    sql`select m.title, e.seq, e.type, e.body ->> 'name' as file from matter m join event e on e.matter_id = m.id
      where e.type <> 'file.added' order by 1, 2, 3`,
    sql`select m.title, a.name, a.item from matter m join attachment a on a.matter_id = m.id order by 1, 2, 3`,
    sql`select m.title, d.action, d.version from matter m join draft d on d.matter_id = m.id order by 1, 2`,
    sql`select m.title, a.code, i.type, i.read_at is null as unread, count(*) from inbox i join matter m on m.id = i.matter_id
      join agency a on a.id = i.agency_id group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    sql`select m.title, c.name, c.leg_no, c.outcome from clock c join matter m on m.id = c.matter_id order by 1, 2, 3, 4`,
    sql`select m.title, o.title as other, l.relation from matter_link l join matter m on m.id = l.matter_id
      join matter o on o.id = l.other_id order by 1, 2`,
  ]
  const answers = []
  for (const query of all) answers.push((await query.execute(db)).rows)
  return answers
}

test('a load that kill -9 breaks off again and again ends as one that nothing disturbed', async () => {
  await loadDemo(whole.db, { filesFolder: folder })
  const events = await count(whole.db, 'event')
  const places = [
    ['account', 1],
    ['event', Math.floor(events / 3)],
    ['event', events],
  ] as const

  const states = []
  for (const [what, enough] of places) {
    const { child, ended } = loading(broken.url)
    while ((await count(broken.db, what)) < enough && child.exitCode === null);
    child.kill('SIGKILL')
    await ended
    states.push(await demoState(broken.db))
  }
  const { lines, ended } = loading(broken.url)
  await ended

  expect(states.slice(0, 2)).toEqual(['unfinished', 'unfinished'])
  expect(lines.join('')).toMatch(/The demonstration is loaded\.|not empty/)
  expect(await demoState(broken.db)).toBe('used')
  expect(await shown(broken.db)).toEqual(await shown(whole.db))
  expect(await verifyDatabase(broken.db)).toMatchObject({
    isSound: true,
    matters: await count(whole.db, 'matter'),
  })
}, 300_000)

test('two that load at the same moment load it once', async () => {
  const { db } = shared

  const loaded = await Promise.all([1, 2].map(() => loadDemo(db, { filesFolder: folder })))

  expect(loaded.sort()).toEqual([false, true])
  expect(await count(db, 'event')).toBe(await count(whole.db, 'event'))
}, 180_000)
