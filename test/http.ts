import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'
import { openPress } from '../src/features/letters/letters.ts'
import type { EventView, MatterView, MoveResult } from '../src/features/matters/matter-views.ts'
import { demoPassword } from '../src/features/people/demo-accounts.ts'
import type { AgencyId } from '../src/kernel/ids.ts'
import type { Db } from '../src/platform/database.ts'
import type { App } from '../src/platform/http.ts'
import { openLog } from '../src/platform/log.ts'
import { composeServer } from '../src/serve.ts'
import { testDatabase } from './database.ts'
import { aRegion, type Region } from './fixtures.ts'

/** What a request was answered. */
export type Answer = {
  readonly status: number
  readonly headers: Headers
  // Tests read what they expect; a missing field fails the expectation that names it.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test is about.
  readonly body: any
}

/** What goes with a request besides its JSON body. */
export type More = {
  readonly headers?: Readonly<Record<string, string>>
  readonly key?: string
  readonly signal?: AbortSignal
}

/** A browser somebody is signed in with: it keeps its cookie. */
export type Client = {
  readonly cookie: string | undefined
  get(path: string, more?: More): Promise<Answer>
  post(path: string, body?: unknown, more?: More): Promise<Answer>
  put(path: string, body?: unknown, more?: More): Promise<Answer>
  delete(path: string, more?: More): Promise<Answer>
  /** Sends anything at all. */
  send(method: string, path: string, init?: RequestInit): Promise<Answer>
  /** Attaches a file to a matter. */
  upload(
    matterId: string,
    query: Readonly<Record<string, string>>,
    bytes: Uint8Array,
    more?: More,
  ): Promise<Answer>
  /** Takes an action on the version the matter has now, unless told another; the answer whatever it is. */
  move(matterId: string, action: string, body?: unknown, more?: MoveMore): Promise<Answer>
  /** The same, and it has to succeed. */
  act(matterId: string, action: string, body?: unknown, more?: MoveMore): Promise<MoveResult>
  /** `GET /matters/{id}`, which has to succeed. */
  matter(matterId: string): Promise<MatterView>
  /** Its timeline, which has to be there. */
  events(matterId: string): Promise<readonly EventView[]>
}

export type MoveMore = { readonly leg?: number; readonly expectedVersion?: number; readonly key?: string }

/** The whole server as it runs, on a port of its own, with a database and a file folder of its own. */
export type TestServer = {
  readonly app: App
  readonly db: Db
  readonly databaseUrl: string
  readonly url: string
  readonly region: Region
  /** Everything the server logged, as lines of JSON. */
  readonly logged: readonly string[]
  /** Somebody's browser, signed in through the front door; the same one each time. */
  signedIn(login: string): Promise<Client>
  /** Remembers the browser of somebody who signed in otherwise, for `signedIn`. */
  keep(login: string, client: Client): void
  /** A browser nobody is signed in with. */
  stranger(): Client
  agencyOf(login: string): AgencyId
}

/** Starts the composed server over a fresh region. Call it once at the top of a test file; it is closed after its tests. */
export async function aServer({ logLevel = 'warn' } = {}): Promise<TestServer> {
  // Hundreds of requests a test: on a machine with other work to do they take their time.
  vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })
  const { db, url: databaseUrl } = await testDatabase()
  const region = await aRegion(db)
  const folder = await mkdtemp(join(tmpdir(), 'xiezhi-http-'))
  const logged: string[] = []
  const log = openLog(logLevel, { write: (line) => void logged.push(line) })
  const press = openPress(folder, 'http://127.0.0.1:8700')
  const app = await composeServer({
    db,
    databaseUrl,
    log,
    filesFolder: join(folder, 'files'),
    signingKeyFile: join(folder, 'signing.pem'),
    press,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  afterAll(async () => {
    // Streams of events never end by themselves.
    const closed = app.close()
    app.server.closeAllConnections()
    await closed
    await press[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  })
  const browsers = new Map<string, Promise<Client>>()
  return {
    app,
    db,
    databaseUrl,
    url,
    region,
    logged,
    signedIn(login) {
      const known = browsers.get(login) ?? signIn(url, login)
      browsers.set(login, known)
      return known
    },
    keep: (login, client) => void browsers.set(login, Promise.resolve(client)),
    stranger: () => clientOf(url, undefined),
    agencyOf: (login) => region.who(login).agencyId,
  }
}

/** Signs in at any running server. */
export async function signIn(url: string, login: string, password: string = demoPassword): Promise<Client> {
  const answer = await clientOf(url, undefined).post('/session', { login, password })
  const cookie = /^xiezhi=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '')?.[1]
  if (!cookie) throw new Error(`${login} was not let in: ${JSON.stringify(answer.body)}`)
  return clientOf(url, cookie)
}

function clientOf(url: string, cookie: string | undefined): Client {
  const send: Client['send'] = async (method, path, init = {}) => {
    const headers = new Headers(init.headers)
    if (cookie) headers.set('cookie', `xiezhi=${cookie}`)
    const response = await fetch(`${url}/api/v1${path}`, { ...init, method, headers })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
  }
  const sendJson = (method: string, path: string, body: unknown, { headers, key, signal }: More = {}) =>
    send(method, path, {
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { 'idempotency-key': key } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  const client: Client = {
    cookie,
    send,
    get: (path, more) => sendJson('GET', path, undefined, more),
    post: (path, body, more) => sendJson('POST', path, body, more),
    put: (path, body, more) => sendJson('PUT', path, body, more),
    delete: (path, more) => sendJson('DELETE', path, undefined, more),
    upload: (matterId, query, bytes, more = {}) =>
      send('POST', `/matters/${matterId}/files?${new URLSearchParams(query)}`, {
        body: bytes as BodyInit,
        headers: {
          'content-type': 'application/octet-stream',
          ...(more.key ? { 'idempotency-key': more.key } : {}),
          ...more.headers,
        },
      }),
    async move(matterId, action, body = {}, { leg, expectedVersion, key } = {}) {
      const version = expectedVersion ?? (await client.matter(matterId)).version
      const move = { action, body, expectedVersion: version, ...(leg ? { leg } : {}) }
      return client.post(`/matters/${matterId}/moves`, move, key ? { key } : {})
    },
    async act(matterId, action, body, more) {
      const answer = await client.move(matterId, action, body, more)
      if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    async matter(matterId) {
      const answer = await client.get(`/matters/${matterId}`)
      if (answer.status !== 200)
        throw new Error(`${matterId}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    async events(matterId) {
      const answer = await client.get(`/matters/${matterId}/events`)
      if (answer.status !== 200)
        throw new Error(`${matterId}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body.items
    },
  }
  return client
}
