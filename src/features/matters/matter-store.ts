import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database.ts'
import type { LetterRow } from '../letters/letters.ts'
import { alreadyPending } from './refusals.ts'

/**
 * The store of matters: two functions of SQL (migrations/0005-matters.sql), one to lock and load everything a decision
 * needs, one to write everything a move changes. One round trip each.
 */

/** A matter as it stands while we hold its lock; names as in the tables. */
export type LockedMatter = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly title: string
  readonly urgency: 'normal' | 'urgent'
  readonly opener_id: string
  readonly lead_id: string
  /** Who reviews it until it is sent, where the opener has nobody for it but the writer. */
  readonly reviewer_id: string | null
  readonly alliance_id: string | null
  readonly subject_key: string | null
  readonly content: Readonly<Record<string, unknown>>
  readonly version: number
  /** Hash of the last event, hex. */
  readonly head: string
  readonly opened_at: string
  readonly settled_at: string | null
  readonly legs: readonly LockedLeg[]
  /** Running and resting clocks only. */
  readonly clocks: readonly LockedClock[]
  readonly parties: readonly LockedParty[]
  /** When the last event happened: the next one is never earlier. */
  readonly last_at: string
  /** What the same key got before, if it was used before. */
  readonly earlier: EarlierResult | null
}

/** The first result of a write, and the digest (hex) of what was asked then. */
export type EarlierResult = { readonly digest: string; readonly result: unknown }

/** Who asks, and the key under which a repeated asking gets the first answer. */
export type IdempotencyKey = { readonly askedBy: string; readonly key: string }

export type LockedLeg = {
  readonly no: number
  readonly asker_id: string
  readonly answerer_id: string | null
  readonly superior_id: string | null
  /** Agencies that read and speak in the conversation without a side of their own 列席. */
  readonly attending: readonly string[]
  readonly state: string
  readonly done: Readonly<Record<string, string>>
  readonly delivery: 'unsent' | 'delivered' | 'failed'
  readonly delivery_fault: string | null
  readonly sent_at: string | null
  readonly settled_at: string | null
}

export type LockedClock = {
  readonly id: string
  readonly leg_no: number
  readonly name: string
  /** Which of several of the same name it is, such as a measure by its number. */
  readonly item: string | null
  readonly rule_id: string
  /** The rule as it was when the clock started (features/rules). */
  readonly rule: Readonly<Record<string, unknown>>
  readonly owes_id: string
  readonly waits_id: string | null
  readonly started_at: string
  readonly due_at: string
  readonly amber_at: string
  readonly paused_at: string | null
  readonly pauses: readonly { readonly from: string; readonly to: string }[]
  readonly extended_at: string | null
  readonly stopped_at: string | null
  readonly outcome: 'met' | 'late' | 'void' | null
  readonly wake_at: string | null
  readonly told: readonly string[]
}

export type LockedParty = {
  readonly agency_id: string
  readonly restricted: boolean
  readonly readers: readonly string[]
  readonly assignee_id: string | null
  readonly left_at: string | null
}

/** An event ready to be written: hashed, in its place in the chain. */
export type EventRow = {
  readonly node: string
  readonly seq: number
  readonly prev_hash: string | null
  readonly hash: string
  readonly at: string
  readonly actor: Readonly<Record<string, unknown>>
  readonly agency_id: string | null
  readonly leg: number | null
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
  readonly visible_to: readonly string[] | null
  readonly salt: string
}

export type InboxEntry = {
  readonly agency_id: string
  readonly account_id: string | null
  readonly leg_no: number | null
  readonly seq: number
  readonly type: string
  readonly urgent: boolean
  readonly at: string
}

/** The row of the matter itself. */
export type MatterColumns = Omit<LockedMatter, 'legs' | 'clocks' | 'parties' | 'last_at' | 'earlier'>

/** Everything one move writes. What is missing stays untouched. */
export type MoveRecord = {
  readonly matter: Omit<MatterColumns, 'content'> & Partial<Pick<MatterColumns, 'content'>>
  /** True for the first event of a new matter. */
  readonly open: boolean
  /** The version the decision was made on. */
  readonly expected: number
  /** Whether the matter is settled, where that changes. */
  readonly settles?: boolean
  readonly legs?: readonly LockedLeg[]
  readonly dropLegsAfter?: number
  readonly parties?: readonly LockedParty[]
  readonly events: readonly EventRow[]
  readonly startClocks?: readonly (Omit<
    LockedClock,
    'paused_at' | 'pauses' | 'extended_at' | 'stopped_at' | 'outcome' | 'told'
  > & { readonly entrusted: boolean })[]
  readonly changeClocks?: readonly Omit<LockedClock, 'rule'>[]
  readonly inbox?: readonly InboxEntry[]
  readonly links?: readonly {
    readonly other_id: string
    readonly relation: string
    readonly made_at: string
  }[]
  readonly letters?: readonly (LetterRow & {
    readonly seq: number
    readonly leg_no: number | null
    readonly visible_to: readonly string[] | null
  })[]
  /** Letters taken back, by type and leg. */
  readonly voidLetters?: readonly { readonly type: string; readonly leg: number; readonly last?: true }[]
  readonly search?: readonly string[]
  readonly key?: {
    readonly asked_by: string
    readonly key: string
    readonly digest: string
    readonly result: unknown
  }
  readonly forgetDraft?: { readonly leg: number; readonly action: string }
  /** Hands what a whole agency was writing over to another. */
  readonly passDrafts?: { readonly from: string; readonly to: string }
}

/** What `lock_matter` answers: the row as it is, and the rest beside it. */
type Locked = Omit<LockedMatter, Exclude<keyof MatterColumns, 'head'>> & { readonly matter: MatterColumns }

/** Locks the matter until the transaction ends. Refuses when it does not exist or is not for the actor to see. */
export async function lockMatter(tx: Tx, id: string, key?: IdempotencyKey): Promise<LockedMatter> {
  const { rows } = await sql<{ locked: Locked | null }>`
    select lock_matter(${id}, ${key?.askedBy ?? null}, ${key?.key ?? null}) as locked`.execute(tx)
  return unpacked(rows[0]?.locked ?? null)
}

function unpacked(locked: Locked | null): LockedMatter {
  if (!locked) throw matterNotFound()
  const { matter, legs, ...beside } = locked
  return { ...matter, ...beside, legs: legs.toSorted((one, other) => one.no - other.no) }
}

/**
 * The same for several matters in one statement, in their order; each of them locked already, so that nobody waits for two crosswise.
 * @throws Refusal `not-found` when one does not exist or is not for the actor to see
 */
export async function lockMatters(tx: Tx, ids: readonly string[]): Promise<LockedMatter[]> {
  const { rows } = await sql<{ locked: Locked | null }>`
    select lock_matter(id) as locked from unnest(${ids}::uuid[]) with ordinality as wanted (id, nth) order by nth`.execute(
    tx,
  )
  return rows.map(({ locked }) => unpacked(locked))
}

/** Writes a move: the only way any of it is ever written. */
export async function recordMove(tx: Tx, move: MoveRecord): Promise<void> {
  try {
    await sql`select record_move(${JSON.stringify(move)}::jsonb)`.execute(tx)
  } catch (error) {
    throw lostRace(error) ?? error
  }
}

/** What the database's own guards say when two writers came through the checks at the same moment. */
function lostRace(error: unknown): Refusal | undefined {
  const { code, constraint } = error as { readonly code?: string; readonly constraint?: string }
  if (code === '23505' && constraint === 'matter_same_thing_pending') return alreadyPending(undefined)
  if (code === '23505' && constraint === 'idempotency_pkey') return askAgain()
  return undefined
}

/**
 * The first result of a write with this key that opened a matter; moves get it with the lock. Whoever asks with the same key
 * at the same moment waits here for the first.
 */
export async function earlierResult(
  tx: Tx,
  { askedBy, key }: IdempotencyKey,
): Promise<EarlierResult | undefined> {
  const [, { rows }] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${`${askedBy} ${key}`}, 6))`.execute(tx),
    sql<EarlierResult>`
      select encode(digest, 'hex') as digest, result from earlier_result(${askedBy}, ${key})`.execute(tx),
  ])
  return rows[0]
}

/** The next serial of a matter's number. Gaps may occur; letters are numbered without gaps elsewhere. */
export async function nextMatterSerial(tx: Tx): Promise<number> {
  const { rows } = await sql<{ serial: number }>`select nextval('matter_number') as serial`.execute(tx)
  return rows[0]?.serial ?? 0
}

const askAgain = (): Refusal =>
  new Refusal('already-changed', {
    zh: '同一次提交正在处理中，请稍候再试，结果不会重复。',
    en: 'The same submission is being dealt with right now; ask again in a moment, nothing will be done twice.',
  })

export const matterNotFound = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有找到这件事项，或者您没有查看它的权限。请核对编号；如确需查看，请联系主办单位。',
    en: 'There is no such matter, or it is not yours to see. Check the number, or ask the leading agency.',
  })
