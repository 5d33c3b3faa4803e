import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { tarEnd, tarHeader, tarPadding } from './tar.ts'

/** What a backup says about itself; its last entry, so a backup that broke off has none. */
export type Manifest = {
  readonly format: 'xiezhi-backup-1'
  readonly madeAt: string
  /** The migrations the tables were made by, in their order. */
  readonly migrations: readonly string[]
  /** In an order in which no table refers to a later one. */
  readonly tables: readonly TableContent[]
  readonly sequences: readonly { readonly name: string; readonly last: string }[]
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[]
}

/** One table: the digest is over the rows as `COPY` writes them. */
export type TableContent = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly sha256: string
}

/** Rows travel in pieces of this size, because an archive states each size before the content. */
const pieceBytes = 4 * 1024 * 1024

/**
 * Writes the whole installation into one compressed archive (tar, Zstandard) while it goes on working: all tables as of one
 * instant, then the uploaded files, which are never altered once stored. Needs the account that owns the tables.
 * @returns the manifest; the file appears under its name only when it is complete
 */
export async function writeBackup(
  url: string,
  filesFolder: string,
  file: string,
  now: Date,
): Promise<Manifest> {
  const unfinished = `${file}.unfinished`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    // A row that a policy would hide must stop the backup, not be missing from it.
    await client.query('set local row_security = off')
    const made: { manifest?: Manifest } = {}
    const archive = Readable.from(archiveOf(client, filesFolder, now, made), { objectMode: false })
    const compress = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } })
    await pipeline(archive, compress, createWriteStream(unfinished, { mode: 0o600, flush: true }))
    await rename(unfinished, file)
    if (!made.manifest) throw new Error('The archive ended without its manifest.')
    return made.manifest
  } finally {
    await client.end()
    await rm(unfinished, { force: true })
  }
}

async function* archiveOf(
  client: pg.Client,
  filesFolder: string,
  now: Date,
  made: { manifest?: Manifest },
): AsyncGenerator<Buffer> {
  const tables: TableContent[] = []
  for (const table of await tablesInOrder(client)) tables.push(yield* tableEntries(client, table))
  const migrations = await client.query<{ name: string }>('select name from schema_migration order by name')
  const sequences = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences
      where schemaname = 'public' and last_value is not null order by 1`,
  )
  const files: Manifest['files'][number][] = []
  for (const path of await storedFiles(filesFolder)) {
    const content = yield* fileEntry(filesFolder, path)
    if (content) files.push(content)
  }

  const manifest: Manifest = {
    format: 'xiezhi-backup-1',
    madeAt: now.toISOString(),
    migrations: migrations.rows.map(({ name }) => name),
    tables,
    sequences: sequences.rows,
    files,
  }
  made.manifest = manifest
  yield* entry('manifest.json', Buffer.from(JSON.stringify(manifest, null, 1)))
  yield tarEnd()
}

type Table = { readonly name: string; readonly columns: readonly string[] }

/** All tables but the migrations' own, those referred to before those that refer. */
async function tablesInOrder(client: pg.Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table & { refersTo: readonly string[] }>(`
    select c.relname as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
           array(select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
                  where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "refersTo"
      from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname not like 'schema\\_migration%'
     order by c.relname`)
  const ordered: Table[] = []
  const left = new Map(rows.map((row) => [row.name, row]))
  while (left.size > 0) {
    const free = [...left.values()].filter((row) => !row.refersTo.some((name) => left.has(name)))
    // Tables that refer to each other in a ring: any order does, because a restore checks references at the end.
    for (const { name, columns } of free.length > 0 ? free : [...left.values()]) {
      ordered.push({ name, columns })
      left.delete(name)
    }
  }
  return ordered
}

async function* tableEntries(
  client: pg.Client,
  { name, columns }: Table,
): AsyncGenerator<Buffer, TableContent> {
  const hash = createHash('sha256')
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const rows = client.query(copyTo(`copy (select ${list} from ${pg.escapeIdentifier(name)}) to stdout`))
  let held: Buffer[] = []
  let heldBytes = 0
  let piece = 0
  const flush = function* () {
    piece += 1
    yield* entry(`tables/${name}/${String(piece).padStart(6, '0')}`, Buffer.concat(held))
    held = []
    heldBytes = 0
  }
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    hash.update(chunk)
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes >= pieceBytes) yield* flush()
  }
  if (heldBytes > 0) yield* flush()
  return { name, columns, rows: rows.rowCount, sha256: hash.digest('hex') }
}

/** Paths of the uploaded files below their folder, with `/`. What begins with a dot or is still arriving is left out. */
async function storedFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((found) => found.isFile())
    .map((found) => relative(folder, join(found.parentPath, found.name)).split(sep))
    .filter((steps) => !steps.some((step) => step.startsWith('.') || step === 'incoming'))
    .map((steps) => steps.join('/'))
    .sort()
}

/** Nothing when the file has been swept away since the list was made: no row of the backup refers to it then. */
async function* fileEntry(
  folder: string,
  path: string,
): AsyncGenerator<Buffer, Manifest['files'][number] | undefined> {
  const whole = join(folder, path)
  const size = (await stat(whole).catch(() => undefined))?.size
  if (size === undefined) return undefined
  const hash: Hash = createHash('sha256')
  yield tarHeader(`files/${path}`, size)
  let bytes = 0
  for await (const chunk of createReadStream(whole) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
    yield chunk
  }
  if (bytes !== size) throw new Error(`The file ${path} changed while it was copied.`)
  yield tarPadding(size)
  return { path, bytes, sha256: hash.digest('hex') }
}

function* entry(path: string, content: Buffer): Generator<Buffer> {
  yield tarHeader(path, content.length)
  yield content
  yield tarPadding(content.length)
}
