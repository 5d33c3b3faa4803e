import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { type Db, openDatabase } from './database.ts'
import { refuseUnfitServer } from './fit-server.ts'

const folder = new URL('../../migrations/', import.meta.url)

/**
 * Brings the database to the newest schema: the plain SQL files of `migrations/` in the order of their numbers,
 * each once, forward only, under an advisory lock so that several servers may start at once.
 * @param upTo the last migration to run, for a restore that needs the schema of its time
 * @returns the names of the files that were run now
 * @throws Refusal when the server is too old, not in UTF-8, or the account may not change the schema
 * @throws when a file fails (nothing of the run stays) or when the database is newer than this program
 */
export async function migrate(url: string, upTo?: string): Promise<readonly string[]> {
  await refuseUnfitServer(url)
  // Without end: building an index on a large table takes its time.
  const db = openDatabase(url, 2, 0)
  try {
    return await migrateWith(db, upTo)
  } finally {
    await db.destroy()
  }
}

async function migrateWith(db: Db, upTo?: string): Promise<readonly string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: readMigrations },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
  })
  const { error, results } = upTo ? await migrator.migrateTo(upTo) : await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** The names of the migrations this program knows, in their order. */
export async function knownMigrations(): Promise<readonly string[]> {
  return Object.keys(await readMigrations())
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  const migrations: Record<string, Migration> = {}
  for (const file of files) {
    const text = await readFile(new URL(file, folder), 'utf8')
    migrations[file.replace(/\.sql$/, '')] = { up: async (db) => void (await sql.raw(text).execute(db)) }
  }
  return migrations
}
