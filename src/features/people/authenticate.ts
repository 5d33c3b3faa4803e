import type { FastifyRequest } from 'fastify'
import type { AccountId, AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Actor, PersonActor, Power } from '../../platform/actor.ts'
import { databaseTrouble } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { gathered } from '../../platform/gathered.ts'
import { powersOf } from './roles.ts'
import { digestOf } from './secret.ts'
import { signInRules } from './sign-in-rules.ts'

/** The name of the cookie that carries a session. */
export const sessionCookie = 'xiezhi'

/**
 * Who sent the request, by session cookie or bearer token; undefined for a stranger, also when the session has ended,
 * the account is disabled or the agency is closed. Asks the database each time, in one round trip, so that all of these
 * hold at once on every process.
 * @throws Refusal `not-allowed` when the password has to be changed first: until then only the session itself may be used
 */
export async function authenticate(db: Db, request: FastifyRequest): Promise<Actor | undefined> {
  const { authorization } = request.headers
  if (authorization?.startsWith('Bearer ')) return actorOfToken(db, authorization.slice('Bearer '.length))
  const cookie = request.cookies[sessionCookie]
  const found = cookie ? await actorOfSession(db, cookie, isAttended(request)) : undefined
  if (found && !isAboutTheSession(request)) {
    if (found.mustChangePassword) throw changePasswordFirst()
    if (isUnderAnotherName(request, found.actor)) throw actsForAnother()
  }
  return found?.actor
}

/** In whose name a page believes to act: `self`, or the account of the absentee. Programs do not say. */
export const actingForHeader = 'xiezhi-acting-for'

/**
 * True when something is to be done under another name than the page showed: the delegation is over or was taken back meanwhile, or
 * another window of the same session began to stand in. What is recorded has to be what the person meant.
 */
const isUnderAnotherName = ({ method, headers }: FastifyRequest, actor: PersonActor): boolean =>
  method !== 'GET' &&
  headers[actingForHeader] !== undefined &&
  headers[actingForHeader] !== (actor.standingInFor ?? 'self')

/** False for what an open page asks by itself: it must not keep the session of somebody who went away alive. */
const isAttended = ({ headers, routeOptions }: FastifyRequest): boolean =>
  headers['x-unattended'] === undefined && routeOptions.url !== '/api/v1/stream'

/** The person behind a session's token, for transports other than HTTP requests too. */
export async function actorOfSession(
  db: Db,
  token: string,
  attended = true,
): Promise<{ readonly actor: PersonActor; readonly mustChangePassword: boolean } | undefined> {
  const row = await sessionsOf(db)({ digest: digestOf(token), attended })
  if (!row) return undefined
  const actor: PersonActor = {
    type: 'person',
    accountId: row.account_id,
    name: row.name,
    agencyId: row.agency_id,
    agencyPath: row.agency_path,
    powers: powersOf(row.roles),
    sessionId: row.session_id,
    ...(row.standing_in_for ? { standingInFor: row.standing_in_for } : {}),
  }
  return { actor, mustChangePassword: row.must_change_password }
}

async function actorOfToken(db: Db, token: string): Promise<Actor | undefined> {
  const [row] = await askAll<TokenRow>(db, {
    name: 'actor_of_token',
    text: 'select * from actor_of_token($1)',
    values: [digestOf(token)],
  })
  if (!row) return undefined
  return {
    type: 'machine',
    tokenId: row.token_id,
    name: row.name,
    agencyId: row.agency_id,
    agencyPath: row.agency_path,
    powers: new Set(row.scopes),
  }
}

type SessionRow = {
  /** Which of the sessions that were asked for, from 1. */
  readonly nth: number
  readonly session_id: string
  readonly account_id: AccountId
  readonly name: string
  readonly agency_id: AgencyId
  readonly agency_path: string
  readonly roles: readonly string[]
  readonly standing_in_for: AccountId | null
  readonly must_change_password: boolean
}

type TokenRow = {
  readonly token_id: string
  readonly name: string
  readonly agency_id: AgencyId
  readonly agency_path: string
  readonly scopes: readonly Power[]
}

type Ask = (session: {
  readonly digest: Buffer
  readonly attended: boolean
}) => Promise<SessionRow | undefined>

const asks = new WeakMap<Db, Ask>()

/** Asks for the sessions of all requests that arrived in one turn of the event loop together: under load a statement serves several. */
function sessionsOf(db: Db): Ask {
  const known = asks.get(db)
  if (known) return known
  const ask: Ask = gathered(async (sessions) => {
    const rows = await askAll<SessionRow>(db, {
      name: 'actors_of_sessions',
      text: 'select * from actors_of_sessions($1, $2, make_interval(mins => $3), make_interval(days => $4))',
      values: [
        sessions.map(({ digest }) => digest),
        sessions.map(({ attended }) => attended),
        signInRules.idleMinutes,
        signInRules.passwordDays,
      ],
    })
    const answers = new Map(rows.map((row) => [row.nth, row]))
    return sessions.map((_, index) => answers.get(index + 1))
  })
  asks.set(db, ask)
  return ask
}

type Question = { readonly name: string; readonly text: string; readonly values: unknown[] }

/** One prepared statement on the bare pool. Only functions that answer to a secret are asked this way. */
async function askAll<Row extends object>(db: Db, question: Question): Promise<readonly Row[]> {
  try {
    return (await db.pool.query<Row>(question)).rows
  } catch (error) {
    throw databaseTrouble(error) ?? error
  }
}

function isAboutTheSession(request: FastifyRequest): boolean {
  if (request.is404 || request.routeOptions.config?.open) return true
  return /\/(session|preferences)(\/|$)/.test(request.routeOptions.url ?? '')
}

const changePasswordFirst = (): Refusal =>
  new Refusal(
    'not-allowed',
    {
      zh: '请先修改密码：初始密码只能使用一次，旧密码超过有效期也须更换。',
      en: 'Change your password first: a first password is for one use, and an old one has to be replaced.',
    },
    { facts: { mustChangePassword: true } },
  )

const actsForAnother = (): Refusal =>
  new Refusal(
    'already-changed',
    {
      zh: '这一步没有办理：您现在的身份与页面显示的不一致（代理已结束、被收回，或者在另一个窗口切换过）。请看右上角现在以谁的名义；本人也能办理的，填写的内容还在，再提交一次。',
      en: 'Nothing was done: you no longer act in the name this page showed (standing in has ended or was taken back, or was changed in another window). See top right in whose name you act now; where you may do it for yourself, what you typed is still there: submit again.',
    },
    { facts: { actingForChanged: true } },
  )
