import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished, pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { Refusal } from '../kernel/refusal.ts'
import type { Manifest, TableContent } from './backup.ts'
import { knownMigrations, migrate } from './migrate.ts'
import { readTar, type TarEntry } from './tar.ts'

/**
 * Brings a backup back into an empty database and an empty folder of files. Every digest is checked before anything is written;
 * then the tables are made as they were, filled, checked again, and brought to the newest schema. A failure leaves
 * the database as empty as it was.
 */
export async function restoreBackup(url: string, filesFolder: string, file: string): Promise<Manifest> {
  const manifest = await verifyBackup(file)
  await refuseUnlessEmpty(url, filesFolder)
  await refuseNewer(manifest)
  try {
    await migrate(url, manifest.migrations.at(-1))
    await loadTables(url, file, manifest)
    await loadFiles(filesFolder, file)
    await migrate(url)
  } catch (reason) {
    await withClient(url, (client) => client.query('drop schema public cascade; create schema public'))
    throw reason
  }
  return manifest
}

/** Reads a backup through and compares every digest with its manifest; refuses a damaged or incomplete one by name. */
export async function verifyBackup(file: string): Promise<Manifest> {
  const tables = new Map<string, Hash>()
  const files = new Map<string, string>()
  let manifest: Manifest | undefined
  try {
    for await (const entry of openArchive(file)) {
      const [kind, ...rest] = entry.path.split('/')
      if (entry.path === 'manifest.json') manifest = JSON.parse((await wholeOf(entry)).toString('utf8'))
      else if (kind === 'tables' && rest[0]) {
        const hash = tables.get(rest[0]) ?? createHash('sha256')
        tables.set(rest[0], hash)
        for await (const chunk of entry.content()) hash.update(chunk)
      } else if (kind === 'files') {
        const hash = createHash('sha256')
        for await (const chunk of entry.content()) hash.update(chunk)
        files.set(rest.join('/'), hash.digest('hex'))
      }
    }
  } catch (reason) {
    throw damaged(reason instanceof Error ? reason.message : String(reason))
  }
  if (manifest?.format !== 'xiezhi-backup-1') throw damaged('manifest.json')
  const empty = createHash('sha256').digest('hex')
  for (const { name, sha256 } of manifest.tables) {
    if ((tables.get(name)?.digest('hex') ?? empty) !== sha256) throw damaged(name)
  }
  for (const { path, sha256 } of manifest.files) {
    if (files.get(path) !== sha256) throw damaged(path)
  }
  return manifest
}

const openArchive = (file: string): AsyncGenerator<TarEntry> => {
  const source = createReadStream(file)
  const unpacked = createZstdDecompress()
  // The reader sees the failure of either stream as the end of its loop.
  pipeline(source, unpacked).catch(() => {})
  return readTar(unpacked)
}

async function wholeOf(entry: TarEntry): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const chunk of entry.content()) pieces.push(chunk)
  return Buffer.concat(pieces)
}

/**
 * Fills the tables in one transaction. Rows of the migrations themselves are replaced. References and triggers are
 * taken away meanwhile and put back at the end: the references are then checked over all rows, and no trigger
 * does again what it did when the row was written first.
 */
async function loadTables(url: string, file: string, manifest: Manifest): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('begin')
    const putBack = await takeAway(client)
    const names = manifest.tables.map(({ name }) => pg.escapeIdentifier(name))
    if (names.length > 0) await client.query(`truncate ${names.join(', ')}`)
    await copyAll(client, file, new Map(manifest.tables.map((table) => [table.name, table])))
    for (const { name, last } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2::bigint)', [pg.escapeIdentifier(name), last])
    }
    for (const statement of putBack) await client.query(statement)
    await client.query('commit')
  })
}

/** Drops references and silences triggers; the statements that undo it. */
async function takeAway(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ away: string; back: string }>(`
    select format('alter table %s drop constraint if exists %I', conrelid::regclass, conname) as away,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
      from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    union all
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
           format('alter table %s enable %s trigger %I', tgrelid::regclass,
                  case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname)
      from pg_trigger join pg_class c on c.oid = tgrelid
     where not tgisinternal and tgparentid = 0 and tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace`)
  for (const { away } of rows) await client.query(away)
  return rows.map(({ back }) => back)
}

async function copyAll(
  client: pg.Client,
  file: string,
  tables: ReadonlyMap<string, TableContent>,
): Promise<void> {
  let open: { readonly table: TableContent; readonly rows: CopyStreamQuery } | undefined
  const close = async () => {
    if (!open) return
    open.rows.end()
    await finished(open.rows)
    if (open.rows.rowCount !== open.table.rows) throw damaged(open.table.name)
    open = undefined
  }
  for await (const entry of openArchive(file)) {
    const [kind, name = ''] = entry.path.split('/')
    const table = kind === 'tables' ? tables.get(name) : undefined
    if (!table) continue
    if (open?.table !== table) {
      await close()
      const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
      open = {
        table,
        rows: client.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${columns}) from stdin`)),
      }
      // Failures arrive through the writes and the end; without a listener Node would stop the process.
      open.rows.on('error', () => {})
    }
    for await (const chunk of entry.content()) await write(open.rows, chunk)
  }
  await close()
}

/** Resolves when the chunk is taken; rejects with what PostgreSQL said about it. */
function write(rows: CopyStreamQuery, chunk: Buffer): Promise<void> {
  return new Promise((settle, fail) => {
    rows.write(chunk, (reason) => (reason ? fail(rows.errored ?? reason) : settle()))
  })
}

async function loadFiles(folder: string, file: string): Promise<void> {
  for await (const entry of openArchive(file)) {
    if (!entry.path.startsWith('files/')) continue
    const path = join(folder, entry.path.slice('files/'.length))
    await mkdir(dirname(path), { recursive: true })
    await pipeline(entry.content(), createWriteStream(`${path}.unfinished`, { mode: 0o600, flush: true }))
    await rename(`${path}.unfinished`, path)
  }
}

async function refuseUnlessEmpty(url: string, filesFolder: string): Promise<void> {
  const tables = await withClient(url, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "select count(*)::int as count from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')",
    )
    return rows[0]?.count ?? 0
  })
  const files = await readdir(filesFolder).catch(() => [])
  if (tables === 0 && files.length === 0) return
  throw new Refusal('not-now', {
    zh: '目标不是空的：备份只能恢复到空数据库和空文件目录。请用 XIEZHI_DATA 指定一个新目录（或用 DATABASE_URL 指定一个空库），再执行恢复。',
    en: 'The target is not empty: a backup is restored only into an empty database and folder. Name a new folder in XIEZHI_DATA (or an empty database in DATABASE_URL) and restore again.',
  })
}

async function refuseNewer(manifest: Manifest): Promise<void> {
  const known = new Set(await knownMigrations())
  const unknown = manifest.migrations.filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new Refusal('unsupported', {
    zh: `备份来自更新的版本（${unknown.join('、')}）。请先升级本程序，再恢复。`,
    en: `The backup comes from a newer version (${unknown.join(', ')}). Upgrade this program first, then restore.`,
  })
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const damaged = (where: string): Refusal =>
  new Refusal('invalid-input', {
    zh: `备份文件不完整或已损坏（${where}），没有写入任何内容。请换用另一份备份。`,
    en: `The backup is incomplete or damaged (${where}); nothing was written. Use another backup.`,
  })
