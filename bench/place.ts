import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { foundAgencies } from '../src/features/agencies/agencies.ts'
import { createDemoAccounts, demoPassword } from '../src/features/people/people.ts'
import { systemActor } from '../src/platform/actor.ts'
import { asActor } from '../src/platform/as-actor.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/database.ts'
import { openInstallation } from '../src/platform/installation.ts'
import { migrate } from '../src/platform/migrate.ts'
import { benchFolder } from './bench-folder.ts'
import { type Connection, connect } from './connection.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Somebody of the demonstration: ids for rows written directly, a session for requests. */
export type Person = { readonly login: string; readonly accountId: string; readonly agencyId: string }

/** A server process, made as `xiezhi serve` makes it. */
export type Server = { readonly address: string; readonly pid: number; stop(): Promise<void> }

/** A fresh installation of our own with durable commits, and what a measurement needs of it. */
export type Place = {
  readonly folder: string
  /** The owner of the tables, past row-level security; 16 connections as the server has. */
  readonly owner: pg.Pool
  readonly databaseUrl: string
  who(login: string): Person
  /** @param code the tree whose server runs; this one when left out */
  serve(code?: string): Promise<Server>
  /** Signs somebody in and returns the cookie. */
  signIn(server: Server, login: string): Promise<string>
  connect(server: Server): Promise<Connection>
  [Symbol.asyncDispose](): Promise<void>
}

/** Sets an installation up in a temporary folder (some 3 s): real PostgreSQL, real agencies and accounts. */
export async function preparePlace(): Promise<Place> {
  const temporary = await benchFolder()
  const folder = temporary.path
  const installation = await openInstallation(readConfig({ XIEZHI_DATA: folder }))
  await migrate(installation.migrationUrl)
  const people = await settle(installation.databaseUrl)
  const owner = new pg.Pool({ connectionString: installation.migrationUrl, max: 16 })
  owner.on('error', () => {})
  const servers = new Set<Server>()
  return {
    folder,
    owner,
    databaseUrl: installation.databaseUrl,
    who(login) {
      const person = people.get(login)
      if (!person) throw new Error(`The demonstration has no account ${login}.`)
      return person
    },
    async serve(code = root) {
      const server = await startServer(code, installation.databaseUrl, join(folder, 'files'))
      servers.add(server)
      return server
    },
    async signIn(server, login) {
      const connection = await connect(server.address)
      const answer = await connection.ask('POST', '/api/v1/session', {
        body: { login, password: demoPassword },
      })
      connection.close()
      const cookie = answer.cookie
      if (!cookie) throw new Error(`${login} could not sign in: ${answer.status} ${answer.text}`)
      return cookie
    },
    connect: (server) => connect(server.address),
    async [Symbol.asyncDispose]() {
      for (const server of servers) await server.stop()
      await owner.end()
      await installation[Symbol.asyncDispose]()
      await temporary[Symbol.asyncDispose]()
    },
  }
}

/** Founds the agencies, makes the accounts, and returns who they are. */
async function settle(databaseUrl: string): Promise<ReadonlyMap<string, Person>> {
  const db = openDatabase(databaseUrl, 2)
  try {
    await asActor(db, systemActor('founding'), foundAgencies)
    await asActor(db, systemActor('demonstration'), createDemoAccounts)
    const rows = await asActor(db, systemActor('bench'), (tx) =>
      tx.selectFrom('account').select(['login', 'id as accountId', 'agency_id as agencyId']).execute(),
    )
    return new Map(rows.map((person) => [person.login, person]))
  } finally {
    await db.destroy()
  }
}

async function startServer(code: string, databaseUrl: string, filesFolder: string): Promise<Server> {
  const child: ChildProcess = fork(join(code, 'bench', 'server-process.ts'), [], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      BENCH_DATABASE_URL: databaseUrl,
      BENCH_FILES: filesFolder,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const [address] = (await once(child, 'message')) as [string]
  return {
    address,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
