import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anotherProcess } from '../../test/another-process.ts'
import { type Postgres, startPostgres } from './embedded-postgres.ts'
import { type ServerFacts, unfitBecause } from './fit-server.ts'
import { migrate } from './migrate.ts'

// A server of this file's own: roles belong to the whole server.
const folder = await mkdtemp(join(tmpdir(), 'xiezhi-fit-'))
let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres({ folder, durable: false })
})
afterAll(async () => {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
})

const addressOf = (account: string, database: string): string => {
  const url = new URL(postgres.url)
  url.username = account
  url.password = account === 'postgres' ? url.password : 'secret'
  url.pathname = `/${database}`
  return url.href
}

async function asAdministrator(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const tablesIn = async (database: string): Promise<number> => {
  const client = new pg.Client({ connectionString: addressOf('postgres', database) })
  await client.connect()
  const { rows } = await client.query("select count(*)::int as n from pg_tables where schemaname = 'public'")
  await client.end()
  return rows[0].n
}

test('a database that is not in UTF-8 is refused before anything is made', async () => {
  await asAdministrator("create database latin encoding 'LATIN1' locale 'C' template template0")

  const refused = migrate(addressOf('postgres', 'latin'))

  await expect(refused).rejects.toMatchObject({
    code: 'unsupported',
    words: { zh: expect.stringContaining('LATIN1'), en: expect.stringContaining("encoding 'UTF8'") },
  })
  expect(await tablesIn('latin')).toBe(0)
})

test('an account that may not make tables is told to name the one that owns them', async () => {
  await asAdministrator("create role guest login password 'secret'", 'create database visited')

  const refused = migrate(addressOf('guest', 'visited'))

  await expect(refused).rejects.toMatchObject({
    code: 'not-allowed',
    words: { zh: expect.stringContaining('XIEZHI_MIGRATION_URL'), en: expect.stringContaining('"guest"') },
  })
})

test('an owner who may not make roles is told what the administrator has to run', async () => {
  await asAdministrator("create role modest login password 'secret'", 'create database modest owner modest')

  const refused = migrate(addressOf('modest', 'modest'))

  await expect(refused).rejects.toMatchObject({
    code: 'not-allowed',
    words: {
      zh: expect.stringContaining('with admin option'),
      en: expect.stringContaining('with admin option'),
    },
  })
  expect(await tablesIn('modest')).toBe(0)
})

test('an older server than the tests have passed on is refused with the version that is needed', () => {
  const server: ServerFacts = {
    versionNumber: 140_013,
    version: '14.13',
    encoding: 'UTF8',
    account: 'xiezhi_owner',
    database: 'xiezhi',
    mayCreate: true,
    mayGrantRoles: true,
  }

  expect(unfitBecause(server)?.words).toEqual({
    zh: expect.stringMatching(/14\.13 版.*15 或更新版本/),
    en: expect.stringMatching(/version 14\.13.*15 or newer/),
  })
  expect(unfitBecause({ ...server, versionNumber: 150_000 })).toBeUndefined()
})

test('the accounts that docs/operations.md describes are enough, and none of them is a superuser', async () => {
  const text = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const recipe = /```sql\n([\s\S]*?)```/.exec(text)?.[1]?.replaceAll('…', 'secret') ?? ''
  await asAdministrator(...recipe.split(';').filter((statement) => statement.trim() !== ''))

  const applied = await migrate(addressOf('xiezhi_owner', 'xiezhi'))
  await using server = await anotherProcess(addressOf('xiezhi_server', 'xiezhi'), {
    env: { XIEZHI_MIGRATION_URL: addressOf('xiezhi_owner', 'xiezhi') },
  })

  expect(applied.length).toBeGreaterThan(0)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  const nobody = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'nobody', password: 'a wrong password' }),
  })
  expect(nobody.status).toBe(401)
})
