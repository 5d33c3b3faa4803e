import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { Refusal } from '../kernel/refusal.ts'
import type { Words } from '../kernel/words.ts'
import { systemActor } from './actor.ts'
import { asActor } from './as-actor.ts'
import type { Db, Tx } from './database.ts'
import type { Logger } from './log.ts'

/** What the access log can say. A new kind of access gets its words here. */
export const accessWords = {
  'sign-in': { zh: '登录', en: 'Signed in' },
  'sign-in-failed': { zh: '登录失败', en: 'Failed to sign in' },
  'locked-out': { zh: '账号锁定', en: 'Locked out' },
  'sign-out': { zh: '退出', en: 'Signed out' },
  'session-ended': { zh: '结束会话', en: 'Ended a session' },
  'password-changed': { zh: '修改密码', en: 'Changed the password' },
  'password-reset': { zh: '重置密码', en: 'Reset a password' },
  'stood-in': { zh: '开始代理', en: 'Stood in for a colleague' },
  'account-created': { zh: '新建账号', en: 'Created an account' },
  'account-changed': { zh: '修改账号', en: 'Changed an account' },
  'roles-changed': { zh: '变更角色', en: 'Changed roles' },
  'account-disabled': { zh: '停用账号', en: 'Disabled an account' },
  'account-enabled': { zh: '启用账号', en: 'Enabled an account' },
  'account-unlocked': { zh: '解除锁定', en: 'Unlocked an account' },
  'administrator-appointed': { zh: '设立管理员', en: 'Appointed an administrator' },
  'delegation-made': { zh: '委托代理', en: 'Made a delegation' },
  'delegation-ended': { zh: '结束委托', en: 'Ended a delegation' },
  'token-created': { zh: '签发令牌', en: 'Created a token' },
  'token-revoked': { zh: '撤销令牌', en: 'Revoked a token' },
  'calendar-made': { zh: '生成日历地址', en: 'Made a calendar address' },
  'calendar-revoked': { zh: '撤销日历地址', en: 'Revoked a calendar address' },
  'agency-notification-set': { zh: '修改推送与值班', en: 'Changed webhook or duty desk' },
  'personal-data-read': { zh: '查看个人信息', en: 'Read personal data' },
  'cases-searched': { zh: '跨区域查询案件', en: 'Searched the cases of all regions' },
  'matter-exported': { zh: '导出事项档案包', en: 'Exported a capsule' },
  'file-opened': { zh: '查看附件', en: 'Opened a file' },
  'letter-opened': { zh: '查看函件', en: 'Opened a letter' },
  'stamp-set': { zh: '更换电子印章', en: 'Set the electronic seal' },
  'stamp-permitted': { zh: '授权用印', en: 'Permitted the use of the seal' },
  'stamp-revoked': { zh: '收回用印授权', en: 'Took back a permission to use the seal' },
  'access-log-read': { zh: '查看访问记录', en: 'Read the access log' },
  refused: { zh: '被拒绝的操作', en: 'Refused' },
  'refusals-lost': { zh: '未能记录的拒绝', en: 'Refusals not recorded' },
} as const satisfies Record<string, Words>

export type Access = keyof typeof accessWords

/** What is recorded of one access: ids and fixed words, never what was read, typed or refused (P25). */
export type AccessEntry = {
  readonly what: Access
  /** `POST /api/v1/matters/{id}/moves`: the pattern, never the address with its ids and queries. */
  readonly route?: string
  readonly matterId?: string
  /** Names of the fields of personal data that were read. */
  readonly fields?: readonly string[]
  /** Why the personal data was read, from a closed list of the caller's. */
  readonly purpose?: string
  readonly outcome?: 'done' | 'refused'
  readonly facts?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}

/** In whose name a job of the server records; people and machines are named by their transaction. */
export type AccessBy = { readonly accountId?: string | undefined; readonly agencyId?: string | undefined }

/**
 * Records an access together with what it accompanies, or not at all: by the one in whose name the transaction runs.
 */
export async function recordAccess(tx: Tx, entry: AccessEntry): Promise<void> {
  await sql`insert into access_log (what, route, matter_id, fields, purpose, outcome, facts)
    values (${entry.what}, ${entry.route ?? null}, ${entry.matterId ?? null}, ${entry.fields ?? []}::text[],
      ${entry.purpose ?? null}, ${entry.outcome ?? 'done'}, ${JSON.stringify(entry.facts ?? {})}::jsonb)`.execute(
    tx,
  )
}

/** The same for a job of the server that acts on somebody's behalf before it is known who that is, such as signing in. */
export async function recordAccessBy(tx: Tx, by: AccessBy, entry: AccessEntry): Promise<void> {
  await insertRows(tx, [rowOf(by, entry)])
}

/** Remembers refusals without delaying the answer. */
export type RefusalRecorder = {
  /** For `onRefusal` of the HTTP server. Only notes the refusal; it is written a moment later. */
  record(request: FastifyRequest, refusal: Refusal): void
  /** Writes what is waiting. */
  flush(): Promise<void>
  /** Writes what is waiting and stops. */
  [Symbol.asyncDispose](): Promise<void>
}

const batchRows = 100
const batchMilliseconds = 200
const retryMilliseconds = 2_000
/** While the database is away this many wait; what comes after is counted, not kept. */
const mostWaiting = 5_000

/**
 * Refusals roll their transaction back, so they are recorded in one of their own: together, at most 100 at a time,
 * within 200 ms. Refusals of strangers are not recorded: they would let anybody fill the log.
 */
export function refusalRecorder(db: Db, log: Logger): RefusalRecorder {
  let waiting: AccessRow[] = []
  let lost = 0
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()

  const write = async () => {
    const batch = waiting.slice(0, batchRows)
    const lostNow = lost
    const rows =
      lostNow > 0
        ? [...batch, rowOf({}, { what: 'refusals-lost', outcome: 'refused', facts: { count: lostNow } })]
        : batch
    if (rows.length === 0) return
    try {
      await asActor(db, systemActor('refusals'), (tx) => insertRows(tx, rows))
    } catch (error) {
      // While the database is away the rows stay in line; anything else is a bug that must not hold up the rest for ever.
      if (isUnavailable(error)) {
        timer ??= setTimeout(flush, retryMilliseconds).unref()
        return
      }
      log.error({ err: error }, 'refusals could not be recorded')
      lost += batch.length
      waiting = waiting.slice(batch.length)
      return
    }
    waiting = waiting.slice(batch.length)
    lost -= lostNow
    if (waiting.length > 0) await write()
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    writing = writing.then(write)
    return writing
  }
  const record = (request: FastifyRequest, refusal: Refusal) => {
    if (!request.actor) return
    if (waiting.length >= mostWaiting) lost++
    else waiting.push(refusalRow(request, refusal))
    if (waiting.length === batchRows) void flush()
    else timer ??= setTimeout(flush, batchMilliseconds).unref()
  }
  return { record, flush, [Symbol.asyncDispose]: flush }
}

const isUnavailable = (error: unknown): boolean => error instanceof Refusal && error.code === 'unavailable'

type AccessRow = {
  readonly at: string
  readonly account_id: string | null
  readonly agency_id: string | null
  readonly what: Access
  readonly route: string | null
  readonly matter_id: string | null
  readonly fields: readonly string[]
  readonly purpose: string | null
  readonly outcome: string
  readonly facts: object
}

function refusalRow(request: FastifyRequest, refusal: Refusal): AccessRow {
  const { actor } = request
  const params = request.params as Record<string, unknown> | undefined
  const isMatter = request.routeOptions.url?.startsWith('/api/v1/matters/:id')
  const matterId = isMatter ? params?.id : params?.matterId
  return rowOf(
    {
      accountId: actor?.type === 'person' ? actor.accountId : undefined,
      agencyId: actor && actor.type !== 'system' ? actor.agencyId : undefined,
    },
    {
      what: 'refused',
      outcome: 'refused',
      route: `${request.method} ${request.routeOptions.url ?? '?'}`.slice(0, 300),
      ...(typeof matterId === 'string' && uuid.test(matterId) ? { matterId } : {}),
      facts: { code: refusal.code, ...(actor?.type === 'machine' ? { tokenId: actor.tokenId } : {}) },
    },
  )
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function rowOf(by: AccessBy, entry: AccessEntry): AccessRow {
  return {
    at: new Date().toISOString(),
    account_id: by.accountId ?? null,
    agency_id: by.agencyId ?? null,
    what: entry.what,
    route: entry.route ?? null,
    matter_id: entry.matterId ?? null,
    fields: entry.fields ?? [],
    purpose: entry.purpose ?? null,
    outcome: entry.outcome ?? 'done',
    facts: entry.facts ?? {},
  }
}

async function insertRows(tx: Tx, rows: readonly AccessRow[]): Promise<void> {
  await sql`insert into access_log (at, account_id, agency_id, what, route, matter_id, fields, purpose, outcome, facts)
    select at, account_id, agency_id, what, route, matter_id, fields, purpose, outcome, facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (at timestamptz, account_id uuid, agency_id uuid,
      what text, route text, matter_id uuid, fields text[], purpose text, outcome text, facts jsonb)`.execute(
    tx,
  )
}
