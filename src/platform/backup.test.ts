import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, inject, test } from 'vitest'
import { databaseUrl, runAsAdmin, testDatabase } from '../../test/database.ts'
import { foundAgencies } from '../features/agencies/agencies.ts'
import { Refusal } from '../kernel/refusal.ts'
import { systemActor } from './actor.ts'
import { asActor } from './as-actor.ts'
import { writeBackup } from './backup.ts'
import { restoreBackup } from './restore.ts'

const { db, url } = await testDatabase()
await asActor(db, systemActor('founding'), foundAgencies)

const folder = await mkdtemp(join(tmpdir(), 'xiezhi-backup-'))
afterAll(() => rm(folder, { recursive: true }))
const madeAt = new Date('2026-03-05T01:30:00Z')

test('what is restored is what was backed up: every row of every table, every file, every reference and trigger', async () => {
  const files = await aFolderOfFiles()
  const target = await anEmptyDatabase()
  const restoredFiles = join(folder, randomUUID())
  const file = join(folder, 'whole.tar.zst')

  const manifest = await writeBackup(url, files, file, madeAt)
  await restoreBackup(target, restoredFiles, file)

  expect(manifest.tables.find(({ name }) => name === 'agency')?.rows).toBeGreaterThan(500)
  expect(await contentOf(target)).toEqual(await contentOf(url))
  expect(await structureOf(target)).toEqual(await structureOf(url))
  expect(await filesOf(restoredFiles)).toEqual(await filesOf(files, 'incoming'))
})

test('the backup of what was restored has the same digests', async () => {
  const files = await aFolderOfFiles()
  const target = await anEmptyDatabase()
  const restoredFiles = join(folder, randomUUID())
  const first = await writeBackup(url, files, join(folder, 'first.tar.zst'), madeAt)

  await restoreBackup(target, restoredFiles, join(folder, 'first.tar.zst'))
  const second = await writeBackup(target, restoredFiles, join(folder, 'second.tar.zst'), madeAt)

  expect(second).toEqual(first)
})

test('a backup is never restored over something that is there already', async () => {
  const file = join(folder, 'other.tar.zst')
  await writeBackup(url, await aFolderOfFiles(), file, madeAt)

  await expect(restoreBackup(url, join(folder, randomUUID()), file)).rejects.toMatchObject({
    code: 'not-now',
  })
})

test.each([
  ['breaks off in the middle', async (file: string, bytes: number) => truncate(file, Math.floor(bytes / 2))],
  ['lost its last bytes', async (file: string, bytes: number) => truncate(file, bytes - 10)],
  [
    'has one byte altered',
    async (file: string, bytes: number) => {
      const whole = await readFile(file)
      const at = Math.floor(bytes / 2)
      whole[at] = (whole[at] ?? 0) ^ 1
      await writeFile(file, whole)
    },
  ],
  ['is no backup at all', async (file: string) => writeFile(file, 'hello')],
])('a backup that %s is refused before anything is written', async (_fault, spoil) => {
  const target = await anEmptyDatabase()
  const file = join(folder, `${randomUUID()}.tar.zst`)
  await writeBackup(url, await aFolderOfFiles(), file, madeAt)
  await spoil(file, (await readFile(file)).length)

  const refusal = await restoreBackup(target, join(folder, randomUUID()), file).catch((reason) => reason)

  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal.code).toBe('invalid-input')
  expect(await structureOf(target)).toEqual([])
})

/** A folder as the file store keeps it, with one upload still on its way. */
async function aFolderOfFiles(): Promise<string> {
  const files = join(folder, randomUUID())
  await mkdir(join(files, 'ab', 'cd'), { recursive: true })
  await mkdir(join(files, 'incoming'))
  await writeFile(join(files, 'ab', 'cd', 'abcd01'), randomBytes(3_000_000))
  await writeFile(join(files, 'ab', 'cd', 'abcd02'), '')
  await writeFile(join(files, 'incoming', 'half'), 'not yet')
  return files
}

async function anEmptyDatabase(): Promise<string> {
  const name = `restored_${randomUUID().replaceAll('-', '')}`
  await runAsAdmin(inject('postgresUrl'), `create database ${name} template template0`)
  afterAll(() => runAsAdmin(inject('postgresUrl'), `drop database ${name} with (force)`))
  return databaseUrl(inject('postgresUrl'), name)
}

async function query(target: string, statement: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: target })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

/** One digest a table over all its rows. */
async function contentOf(target: string): Promise<Record<string, string>> {
  const tables = await query(
    target,
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  )
  const content: Record<string, string> = {}
  for (const { name } of tables) {
    if (!name || name.startsWith('schema_migration')) continue
    const [row] = await query(
      target,
      `select md5(coalesce(string_agg(t::text, '\n' order by t::text), '')) as digest from "${name}" t`,
    )
    content[name] = row?.digest ?? ''
  }
  return content
}

/** Columns, constraints, indexes, policies and triggers. */
function structureOf(target: string) {
  return query(
    target,
    `select table_name || '.' || column_name || ' ' || data_type as line from information_schema.columns where table_schema = 'public'
     union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0
     union all select indexdef from pg_indexes where schemaname = 'public'
     union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
     union all select tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies
     order by 1`,
  )
}

async function filesOf(path: string, except = ''): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  const files = found.filter((file) => file.isFile() && !file.parentPath.endsWith(`/${except}`))
  const lines = files.map(
    async (file) => `${file.name} ${(await readFile(join(file.parentPath, file.name))).toString('hex')}`,
  )
  return (await Promise.all(lines)).sort()
}
