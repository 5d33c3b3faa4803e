import { createHmac } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../kernel/refusal.ts'
import type { Config } from './config.ts'
import { type Postgres, runningPostgres, startPostgres } from './embedded-postgres.ts'

/** What one process works on: a database and the folder of uploaded files. */
export type Installation = {
  /** The account the server runs as: it owns nothing and can only take on the running roles. */
  readonly databaseUrl: string
  /** The account that may change the schema. */
  readonly migrationUrl: string
  readonly filesFolder: string
  /** The secret that this node seals its log with; made on first use, never part of a backup. */
  readonly signingKeyFile: string
  /** Ends this process's use; the last one to leave an embedded database stops it. */
  [Symbol.asyncDispose](): Promise<void>
}

/** `alone` carries the address under which the process serves: only one may serve from an embedded database. */
type Use = { readonly alone?: string }

/**
 * Opens the installation that the configuration names: `DATABASE_URL`, or the embedded database in the data folder, which is
 * started when it does not run yet.
 *
 * Who uses an embedded database is written in the database itself, as advisory locks: they vanish with the process that
 * holds them, however it ends, which no lock file does.
 */
export async function openInstallation(config: Config, use: Use = {}): Promise<Installation> {
  const kept = {
    filesFolder: join(config.folder, 'files'),
    signingKeyFile: join(config.folder, 'keys', 'signing.pem'),
  }
  await makeFolder(config.folder)
  await makeFolder(kept.filesFolder, 0o700)
  if (config.databaseUrl) {
    return {
      databaseUrl: config.databaseUrl,
      migrationUrl: config.migrationUrl ?? config.databaseUrl,
      ...kept,
      [Symbol.asyncDispose]: async () => {},
    }
  }
  const embedded = await joinEmbedded(join(config.folder, 'database'), use)
  const addresses = await prepareDatabase(embedded.postgres.url)
  return { ...addresses, ...kept, [Symbol.asyncDispose]: embedded.leave }
}

/** Makes a folder unless it is there; refuses one that we may not write into. */
async function makeFolder(path: string, mode?: number): Promise<void> {
  try {
    await mkdir(path, { recursive: true, ...(mode === undefined ? {} : { mode }) })
    await access(path, constants.W_OK | constants.X_OK)
  } catch (reason) {
    const code = (reason as NodeJS.ErrnoException).code
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new Refusal('unavailable', {
        zh: `磁盘已满，不能建立数据目录 ${path}。请清理或扩容后重新启动。`,
        en: `The disk is full: the data folder ${path} cannot be made. Free or add space and start again.`,
      })
    }
    throw new Refusal('not-allowed', {
      zh: `不能写入数据目录 ${path}（${code}）。请把它的所有者改为当前账号“${userInfo().username}”，或用 XIEZHI_DATA 指定可写的目录。`,
      en: `The data folder ${path} cannot be written (${code}). Make it belong to this account ("${userInfo().username}"), or name a writable one in XIEZHI_DATA.`,
    })
  }
}

type Embedded = { readonly postgres: Postgres; leave(): Promise<void> }

/** Starts or joins the embedded server, and starts it again on the same port should it die while we use it. */
async function joinEmbedded(folder: string, use: Use): Promise<Embedded> {
  let postgres = await startPostgres({ folder, durable: true })
  let presence = await enter(postgres, use)
  let isPresent = true
  const leaving = new AbortController()
  let comingBack = Promise.resolve()

  const watch = () => {
    presence.on('end', () => {
      isPresent = false
      if (!leaving.signal.aborted) comingBack = comeBack()
    })
  }
  // Without an end: a full disk, for one, keeps PostgreSQL down until somebody has made room, and then it must come back.
  const comeBack = async () => {
    while (!leaving.signal.aborted) {
      try {
        postgres = await startPostgres({ folder, durable: true, port: postgres.port })
        presence = await enter(postgres, use)
        isPresent = true
        return watch()
      } catch {
        await after(1_000, undefined, { signal: leaving.signal }).catch(() => {})
      }
    }
  }
  const leave = async () => {
    leaving.abort()
    await comingBack
    if (!isPresent) {
      const running = await runningPostgres(folder)
      if (!running) return
      presence = await enter(running, {})
    }
    if (await isLastToLeave(presence)) await postgres.stop()
    await presence.end().catch(() => {})
  }
  watch()
  return { postgres, leave }
}

const inUse = "hashtext('xiezhi.in-use')"
const serving = "hashtext('xiezhi.serving')"

/** A session that says we are here for as long as it lives. Refuses when another process already serves from this folder. */
async function enter(postgres: Postgres, use: Use): Promise<pg.Client> {
  const presence = new pg.Client({
    connectionString: postgres.url,
    application_name: `xiezhi ${process.pid} ${use.alone ?? ''}`.trim().slice(0, 63),
    keepAlive: true,
  })
  presence.on('error', () => {})
  await presence.connect()
  await presence.query(`select pg_advisory_lock_shared(${inUse})`)
  if (use.alone === undefined) return presence
  // One that was just killed together with its starting script needs a moment to leave.
  for (let attempt = 1; attempt <= 30; attempt++) {
    const { rows } = await presence.query<{ free: boolean }>(
      `select pg_try_advisory_lock(${serving}) as free`,
    )
    if (rows[0]?.free) return presence
    await after(100)
  }
  const refusal = await alreadyServed(presence)
  await presence.end()
  throw refusal
}

/** Says where the other one runs: its session's name carries process and address. */
async function alreadyServed(presence: pg.Client): Promise<Refusal> {
  const { rows } = await presence.query<{ application_name: string }>(
    `select application_name from pg_stat_activity
      where pid in (select pid from pg_locks where locktype = 'advisory' and granted
        and objid::bigint = (${serving}::bigint & 4294967295))`,
  )
  const [, process = '?', address = '?'] = rows[0]?.application_name.split(' ') ?? []
  return new Refusal(
    'conflict',
    {
      zh: `这个数据目录已有协执在运行：${address}（进程 ${process}）。请直接打开该网址；要另开一套，请用 XIEZHI_DATA 和 XIEZHI_PORT 指定别的目录和端口。`,
      en: `Xiezhi already runs on this folder: ${address} (process ${process}). Open that address; for another installation set XIEZHI_DATA and XIEZHI_PORT to another folder and port.`,
    },
    { facts: { address, process: Number(process) } },
  )
}

/** The Xiezhi processes that use an embedded database now, as `process address`. */
export async function databaseUsers(postgres: Postgres): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  try {
    const { rows } = await client.query<{ application_name: string }>(
      "select application_name from pg_stat_activity where application_name ~ '^xiezhi [0-9]' order by 1",
    )
    return rows.map((row) => row.application_name.slice('xiezhi '.length))
  } finally {
    await client.end()
  }
}

/** Whether nobody else uses the database. The lock is kept until the session ends, so nobody can come in meanwhile. */
async function isLastToLeave(presence: pg.Client): Promise<boolean> {
  try {
    await presence.query(`select pg_advisory_unlock_shared(${inUse})`)
    const { rows } = await presence.query<{ last: boolean }>(`select pg_try_advisory_lock(${inUse}) as last`)
    return rows[0]?.last ?? false
  } catch {
    // The session is gone: the server stops or has stopped already.
    return false
  }
}

const database = 'xiezhi'
const account = 'xiezhi_server'

/** Makes the database and the account that the server runs as, once. */
async function prepareDatabase(adminUrl: string): Promise<{ databaseUrl: string; migrationUrl: string }> {
  // Derived from the administrator's, so that one secret is kept and every process finds the same.
  const password = createHmac('sha256', new URL(adminUrl).password).update(account).digest('hex')
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query("select pg_advisory_lock(hashtext('xiezhi.prepare'))")
    const { rows } = await admin.query<{ made: boolean }>(
      'select exists (select from pg_database where datname = $1) as made',
      [database],
    )
    if (!rows[0]?.made) await makeDatabase(admin, password)
  } finally {
    await admin.end()
  }
  const migrationUrl = new URL(adminUrl)
  migrationUrl.pathname = `/${database}`
  const databaseUrl = new URL(migrationUrl)
  databaseUrl.username = account
  databaseUrl.password = password
  return { databaseUrl: databaseUrl.href, migrationUrl: migrationUrl.href }
}

async function makeDatabase(admin: pg.Client, password: string): Promise<void> {
  for (const role of ['xiezhi_app', 'xiezhi_system']) {
    await admin.query(
      `do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`,
    )
  }
  await admin.query(
    `do $$ begin create role ${account} login noinherit; exception when duplicate_object then null; end $$`,
  )
  await admin.query(`alter role ${account} password '${password}'`)
  await admin.query(`grant xiezhi_app, xiezhi_system to ${account}`)
  await admin.query(`create database ${database}`)
}
