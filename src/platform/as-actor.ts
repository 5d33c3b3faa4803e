import { Refusal } from '../kernel/refusal.ts'
import { type Actor, isAdministrator } from './actor.ts'
import { type Db, type Tx, transactionOn } from './database.ts'

/**
 * The only door to the tables: one transaction, in somebody's name.
 *
 * Sets the database role and the settings that row-level security reads. Commits when `work` resolves, rolls back
 * when it throws. `begin` and the settings travel with the first statement of `work`, and what `lastly` was given travels
 * with the commit: round trips, not PostgreSQL, are the cost.
 * @throws Refusal `unavailable` when the database cannot be reached or its disk is full. It says whether nothing was written, or whether the
 *   connection was lost between the commit and its answer, when nobody can know.
 */
export async function asActor<T>(db: Db, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  let isCommitting = false
  try {
    const client = await db.pool.connect()
    const tx = transactionOn(db, client)
    let isUnusable = false
    try {
      lastly(tx, client.query(`begin; ${nameOf(actor)}`))
      const result = await work(tx)
      isCommitting = true
      const commit = client.query('commit')
      await Promise.all([...onTheirWay(tx).statements, commit])
      // PostgreSQL answers ROLLBACK when a statement failed and somebody swallowed the error.
      if ((await commit).command !== 'COMMIT')
        throw new Error('A statement failed and its error was swallowed.')
      for (const next of afterwards.get(tx) ?? []) next()
      return result
    } catch (error) {
      // What is still to come would otherwise be asked in the name of whoever has the connection next.
      await Promise.allSettled(onTheirWay(tx).statements)
      // A broken connection rolls back by itself; the first error is the one to report.
      isUnusable = isConnectionLoss(error) || isStalePlan(error)
      if (!isUnusable) await client.query('rollback').catch(() => {})
      throw onTheirWay(tx).failure ?? error
    } finally {
      client.release(isUnusable)
    }
  } catch (error) {
    if (isCommitting && isConnectionLoss(error)) throw databaseGoneInCommit()
    throw databaseTrouble(error) ?? error
  }
}

type OnTheirWay = { readonly statements: Promise<unknown>[]; failure: unknown }

const sent = new WeakMap<Tx, OnTheirWay>()

function onTheirWay(tx: Tx): OnTheirWay {
  const known = sent.get(tx) ?? { statements: [], failure: undefined }
  sent.set(tx, known)
  return known
}

/**
 * Does not wait for a statement that is on its way: it is answered together with the commit. When it fails nothing is
 * committed, and its error is the one that `asActor` throws.
 */
export function lastly(tx: Tx, statement: Promise<unknown>): void {
  const waiting = onTheirWay(tx)
  waiting.statements.push(statement)
  statement.catch((error) => {
    waiting.failure ??= error
  })
}

/** The agency of administrators: party to nothing, so row-level security shows them no matter, not even their agency's. */
const noAgency = '00000000-0000-0000-0000-000000000000'

const afterwards = new WeakMap<Tx, (() => void)[]>()

/** Does something once the transaction is durable, such as telling open pages; never when it is rolled back. */
export function afterCommit(tx: Tx, next: () => void): void {
  const waiting = afterwards.get(tx)
  if (waiting) waiting.push(next)
  else afterwards.set(tx, [next])
}

/** The `set local` statements that say in whose name the transaction runs. */
function nameOf(actor: Actor): string {
  if (actor.type === 'system')
    return `set local role xiezhi_system; set local app.job = ${literal(actor.job)}`
  const account = actor.type === 'person' ? actor.accountId : ''
  const oversight = actor.powers.has('oversee') ? actor.agencyPath : ''
  return [
    'set local role xiezhi_app',
    `set local app.agency = ${literal(isAdministrator(actor) ? noAgency : actor.agencyId)}`,
    `set local app.account = ${literal(account)}`,
    `set local app.oversight = ${literal(oversight)}`,
    `set local app.powers = ${literal([...actor.powers].join(','))}`,
  ].join('; ')
}

/** A quoted SQL string. Only ids, paths and fixed words come here, and they are quoted all the same. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''").replaceAll('\\', '')}'`
}

const lossCodes = new Set([
  // What the network says of a server that is down, restarting, moved, or behind a broken line.
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // What a server says that stops, has crashed, starts, or has no connection left.
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '53300',
  // A standby that has not been promoted yet.
  '25006',
])

/** True when the error says that the database went away rather than that it disliked a statement. */
function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  return (
    (typeof code === 'string' && lossCodes.has(code)) ||
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error/.test(
      error.message,
    )
  )
}

/** True when a table was altered under a prepared statement; a new connection prepares it anew. */
const isStalePlan = (error: unknown): boolean =>
  error instanceof Error && error.message === 'cached plan must not change result type'

/** True when PostgreSQL could not write because its disk, or its quota of it, is full; what was begun is rolled back. */
const isDatabaseFull = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '53100'

/**
 * What to tell somebody whose statement failed because the database is away or cannot write; nothing when the statement
 * itself was at fault.
 */
export function databaseTrouble(error: unknown): Refusal | undefined {
  if (isDatabaseFull(error)) return databaseFull()
  return isConnectionLoss(error) ? databaseGone() : undefined
}

const databaseFull = (): Refusal =>
  new Refusal('unavailable', {
    zh: '数据库所在磁盘已满，本次操作没有保存。请联系系统管理员清理或扩容后再提交；已填写的内容仍保留在页面上。',
    en: 'The disk of the database is full and nothing was saved. Ask the system administrator to free or add space, then submit again; what you typed is still on the page.',
  })

/** Says that the database is away and that nothing was saved. */
function databaseGone(): Refusal {
  return new Refusal('unavailable', {
    zh: '数据库暂时连不上，本次操作没有保存。请稍后重试；已填写的内容仍保留在页面上。',
    en: 'The database cannot be reached for the moment and nothing was saved. Try again shortly; what you typed is still on the page.',
  })
}

/** Says that the database went away before it confirmed what it may have written. */
const databaseGoneInCommit = (): Refusal =>
  new Refusal('unavailable', {
    zh: '数据库在确认保存时断开，本次操作可能已经保存。请稍后刷新查看，没有保存的再提交一次；已填写的内容仍保留在页面上。',
    en: 'The database went away while confirming, so this may have been saved or not. Look again shortly, and submit once more what is missing; what you typed is still on the page.',
  })
