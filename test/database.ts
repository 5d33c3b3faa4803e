import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Db, openDatabase } from '../src/platform/database.ts'

/** A database of a test file's own: its pool, its address, and the door to close. */
export type TestDatabase = { readonly db: Db; readonly url: string }

/**
 * A fresh clone of the migrated template on the real PostgreSQL of this run (about 50 ms). Call it once at the top of a
 * test file; it is dropped after the file's tests.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const admin = inject('postgresUrl')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await runAsAdmin(admin, `create database ${name} template ${inject('templateName')}`)
  const url = databaseUrl(admin, name)
  const db = openDatabase(url, 8)
  afterAll(async () => {
    await db.destroy()
    await runAsAdmin(admin, `drop database if exists ${name} with (force)`)
  })
  return { db, url }
}

/** The address of another database on the same server. */
export function databaseUrl(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Runs one statement as the administrator of the server; `create database` waits its turn for the template. */
export async function runAsAdmin(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    // Two clones of one template at the same moment fail; an advisory lock lines them up.
    await client.query("select pg_advisory_lock(hashtext('xiezhi.template'))")
    await client.query(statement)
  } finally {
    await client.end()
  }
}
