import type { FastifyInstance } from 'fastify'
import { refusalRecorder } from '../../platform/access-log.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type App, httpServer } from '../../platform/http.ts'
import { openLog } from '../../platform/log.ts'
import { foundAgencies } from '../agencies/agencies.ts'
import { actingForHeader, authenticate } from './authenticate.ts'
import { createDemoAccounts, demoPassword } from './demo-accounts.ts'
import { peopleRoutes } from './people.routes.ts'

/** A server of the people feature alone, with the demonstration's agencies and accounts, for tests. */
export type Demonstration = {
  readonly app: App
  /** Everything the server logged, as lines of JSON. */
  readonly logged: readonly string[]
  readonly accounts: ReadonlyMap<string, string>
  flushRefusals(): Promise<void>
}

/** Founds the agencies, makes the accounts and builds the server. */
export async function aDemonstration(db: Db): Promise<Demonstration> {
  await asActor(db, systemActor('founding'), foundAgencies)
  const accounts = await asActor(db, systemActor('demonstration'), createDemoAccounts)
  const logged: string[] = []
  const log = openLog('trace', { write: (line) => void logged.push(line) })
  const refusals = refusalRecorder(db, log)
  const app = await httpServer({
    log,
    authenticate: (request) => authenticate(db, request),
    onRefusal: refusals.record,
  })
  peopleRoutes(app, db)
  await app.ready()
  return { app, logged, accounts, flushRefusals: refusals.flush }
}

export type Answer = {
  readonly status: number
  // Tests read what they expect; a missing field fails the expectation that names it.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the test is about.
  readonly body: any
  readonly cookie: string | undefined
  readonly setCookie: string | undefined
}

/** Sends one request, as a browser with a cookie or as a program with a token. */
export async function ask(
  app: Pick<FastifyInstance, 'inject'>,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  more: {
    readonly cookie?: string | undefined
    readonly token?: string
    readonly body?: object
    readonly https?: boolean
    /** In whose name the page shows that one acts. */
    readonly actingFor?: string
  } = {},
): Promise<Answer> {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: {
      ...(more.cookie ? { cookie: `xiezhi=${more.cookie}` } : {}),
      ...(more.token ? { authorization: `Bearer ${more.token}` } : {}),
      ...(more.actingFor ? { [actingForHeader]: more.actingFor } : {}),
      ...(more.https ? { 'x-forwarded-proto': 'https' } : {}),
    },
    ...(more.body ? { payload: more.body } : {}),
  })
  return {
    status: response.statusCode,
    body: response.body ? JSON.parse(response.body) : undefined,
    cookie: response.cookies.find(({ name }) => name === 'xiezhi')?.value,
    setCookie: [response.headers['set-cookie']].flat()[0],
  }
}

/** Signs in with the demonstration's password, and returns the cookie. */
export async function signedIn(
  app: Pick<FastifyInstance, 'inject'>,
  login: string,
  password: string = demoPassword,
): Promise<string> {
  const { cookie, body } = await ask(app, 'POST', '/session', { body: { login, password } })
  if (!cookie) throw new Error(`${login} was not let in: ${JSON.stringify(body)}`)
  return cookie
}
