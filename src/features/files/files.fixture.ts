import { mkdtemp, readdir, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll } from 'vitest'
import type { AccountId, AgencyId } from '../../kernel/ids.ts'
import { type PersonActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { openFileStore } from '../../platform/file-store.ts'
import { httpServer } from '../../platform/http.ts'
import { foundAgencies } from '../agencies/agencies.ts'
import { actOnMatter, filesChangeIn, openMatter, recordOnMatter } from '../matters/matters.ts'
import { createDemoAccounts, type Role, roles } from '../people/people.ts'
import type { SizeLimits } from './accepted-file-kinds.ts'
import type { FileView } from './file-view.ts'
import { fileRoutes, type MatterDoor } from './files.ts'

/** What the composition root hands in. */
const matters: MatterDoor = { recordOnMatter, filesChangeIn }

/** A server of the files alone, on a real socket and a real folder, with the demonstration's agencies and people. */
export async function aFileServer(db: Db, sizeLimits?: SizeLimits) {
  await asActor(db, systemActor('founding'), foundAgencies)
  await asActor(db, systemActor('demonstration'), createDemoAccounts)
  const folder = await mkdtemp(join(tmpdir(), 'xiezhi-files-'))
  const store = await openFileStore(folder, 0)
  const people = await everybody(db)
  const person = (login: string): PersonActor => {
    const found = people.get(login)
    if (!found) throw new Error(`Nobody is called ${login}.`)
    return found
  }
  const logged: string[] = []
  const app = await httpServer({
    log: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }),
    // Who asks is the matter of another feature.
    authenticate: async (request) => people.get(String(request.headers['x-login'])),
  })
  await fileRoutes(app, { db, store, matters, ...(sizeLimits ? { sizeLimits } : {}) })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1`
  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  })

  const ask = (login: string, path: string, init: RequestInit & { duplex?: 'half' } = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { 'x-login': login, ...init.headers } })

  /** Opens a clue as a draft. */
  const aDraft = async (login = 'tieling.officer', kind = 'clue'): Promise<string> => {
    const actor = person(login)
    const { matter } = await asActor(db, actor, (tx) => openMatter(tx, actor, { kind }))
    return matter.id
  }
  /** Sends a clue to agencies. */
  const push = async (matterId: string, logins = ['siping.officer'], login = 'tieling.officer') => {
    const actor = person(login)
    const body = aPush(logins.map((to) => person(to).agencyId))
    await asActor(db, actor, async (tx) => {
      const { rows } = await sql<{
        version: number
      }>`select version from matter where id = ${matterId}`.execute(tx)
      const expectedVersion = rows[0]?.version
      await actOnMatter(tx, actor, { matterId, action: 'push', body, expectedVersion })
    })
  }
  const upload = (
    login: string,
    matterId: string,
    query: Readonly<Record<string, string>>,
    body: Buffer | ReadableStream,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    ask(login, `/matters/${matterId}/files?${new URLSearchParams(query)}`, {
      method: 'POST',
      body: body as BodyInit,
      headers: { 'content-type': 'application/octet-stream', ...headers },
      duplex: 'half',
    })
  const list = async (login: string, matterId: string): Promise<FileView[]> =>
    ((await (await ask(login, `/matters/${matterId}/files`)).json()) as { items: FileView[] }).items

  /** The files on the disk, below the folder. */
  const onDisk = async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  }
  return { app, url, store, folder, person, logged, ask, upload, list, onDisk, aDraft, push }
}

async function everybody(db: Db): Promise<ReadonlyMap<string, PersonActor>> {
  const { rows } = await sql<{
    id: AccountId
    login: string
    name: string
    agency_id: AgencyId
    path: string
    roles: Role[]
  }>`
    select account.id, login, account.name, agency_id, path, roles
    from account join agency on agency.id = agency_id`.execute(db)
  return new Map(
    rows.map((row) => [
      row.login,
      {
        type: 'person',
        accountId: row.id,
        name: row.name,
        agencyId: row.agency_id,
        agencyPath: row.path,
        powers: new Set(row.roles.flatMap((role) => roles[role].powers)),
        sessionId: row.login,
      },
    ]),
  )
}

const aPush = (to: readonly string[]) => ({
  to,
  what: {
    title: '辽C00001 涉嫌超限',
    domain: 'overload',
    facts: '过磅 61.2 吨，车籍在四平。',
    place: 'G102 铁岭收费站',
  },
  source: { kind: 'inspection', sourceGrade: 'A', contentGrade: '1' },
  assessment: { pushReasons: ['belongs-to-member'], urgency: 'normal' },
  declaration: { noReporter: true, noStateSecrets: true },
})
