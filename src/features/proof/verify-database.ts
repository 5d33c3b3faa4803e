import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { auditMatter, type Cover, type RecordedEvent } from './audit-matter.ts'
import { type Cursor, openCursor, pageRows } from './cursor.ts'
import type { ProofFault } from './proof-fault.ts'
import { verifyLetters } from './verify-letters.ts'
import { type KnownSeal, type SealAudit, verifySeals } from './verify-seals.ts'

export type VerifyOptions = {
  /** Only this matter and the seals that cover it. */
  readonly matterId?: string | undefined
  /** Fingerprints of the keys whose seals count; without them every registered key. */
  readonly trustedKeys?: readonly string[] | undefined
  /** Seals written down earlier that the log must still contain. */
  readonly knownSeals?: readonly KnownSeal[] | undefined
  /** Told each fault as it is found, however many there are. */
  readonly report?: ((fault: ProofFault) => void) | undefined
  /** Told now and then how many events have been checked, and how many there are, about. */
  readonly progress?: ((checked: number, about: number) => void) | undefined
}

export type Verification = Pick<SealAudit, 'seals' | 'lastSeal'> & {
  readonly isSound: boolean
  readonly matters: number
  readonly events: number
  /** Events no seal covers yet. */
  readonly waiting: number
  readonly faultCount: number
  /** The first thousand. */
  readonly faults: readonly ProofFault[]
}

const mostFaults = 1_000

/**
 * Checks everything that was ever recorded: each event against its hash, its predecessor, its seal and its time; each
 * matter's version and head; each leg's state against the moves; each seal's list, root, place and signature.
 *
 * Reads one snapshot, so it may run beside the live system, and streams: memory stays flat however large the log.
 * Reports the exact row of every fault; changes nothing.
 */
export async function verifyDatabase(db: Db, options: VerifyOptions = {}): Promise<Verification> {
  return asActor(db, systemActor('verify'), async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    // Whoever reads the faults one by one may take their time. Parallel workers would be started anew for every page,
    // which took longer than reading it.
    await sql.raw('set local idle_in_transaction_session_timeout = 0').execute(tx)
    await sql.raw('set local max_parallel_workers_per_gather = 0').execute(tx)
    const faults: ProofFault[] = []
    let faultCount = 0
    const report = (fault: ProofFault) => {
      faultCount += 1
      if (faults.length < mostFaults) faults.push(fault)
      options.report?.(fault)
    }
    const { matterId, trustedKeys, knownSeals } = options
    const log = await verifySeals(tx, { matterId, trustedKeys, knownSeals, report })
    const counts = await verifyMatters(tx, log, { ...options, report })
    await verifyLetters(tx, { matterId, report })
    return {
      isSound: faultCount === 0,
      ...counts,
      seals: log.seals,
      lastSeal: log.lastSeal,
      faultCount,
      faults,
    }
  })
}

type Keyed = { readonly matter: string; readonly seq: number }
type EventRow = RecordedEvent
type MatterRow = {
  readonly matter: string
  readonly number: string
  readonly version: number
  readonly head: string
  readonly lead: string
}
type LegRow = { readonly matter: string; readonly no: number; readonly state: string }
type LeafRow = Keyed & { readonly hash: string; readonly sealNo: number; readonly sealedAt: string | null }
type WaitingRow = Keyed & { readonly hash: string }

/** Five tables read side by side in the order of matter and number: a row that one of them lacks shows at once. */
type Streams = {
  readonly matters: Cursor<MatterRow>
  readonly legs: Cursor<LegRow>
  readonly events: Cursor<EventRow>
  readonly leaves: Cursor<LeafRow>
  readonly waiting: Cursor<WaitingRow>
}

async function verifyMatters(
  tx: Tx,
  log: SealAudit,
  { matterId, report, progress }: VerifyOptions & { report: (fault: ProofFault) => void },
) {
  const streams = await openStreams(tx, matterId)
  const about = progress ? await eventsAbout(tx) : 0
  const counts = { matters: 0, events: 0, waiting: 0 }
  for (let matter = nextMatter(streams); matter !== undefined; matter = nextMatter(streams)) {
    const row = streams.matters.current?.matter === matter ? streams.matters.current : undefined
    if (row) await streams.matters.advance()
    const audit = auditMatter(
      { matter, ...(row && { number: row.number }) },
      { isLogWhole: log.isWhole, report },
    )
    for (let seq = nextSeq(streams, matter); seq !== Infinity; seq = nextSeq(streams, matter)) {
      const event = await take(streams.events, matter, seq)
      const leaf = await take(streams.leaves, matter, seq)
      const waits = await take(streams.waiting, matter, seq)
      audit.take({ seq, event, cover: coverOf(leaf, waits, log) })
      if (waits) counts.waiting += 1
      if (event && ++counts.events % 10_000 === 0) progress?.(counts.events, about)
    }
    audit.end({ row, legs: await takeLegs(streams.legs, matter) })
    counts.matters += 1
  }
  return counts
}

function coverOf(
  leaf: LeafRow | undefined,
  waits: WaitingRow | undefined,
  log: SealAudit,
): Cover | undefined {
  if (leaf)
    return { hash: leaf.hash, sealedAt: leaf.sealedAt, leafAltered: log.leavesAltered.has(leaf.sealNo) }
  return waits && { hash: waits.hash, sealedAt: null, leafAltered: false }
}

/** The smallest matter any stream stands on; ids as text sort like PostgreSQL sorts them. */
function nextMatter({ matters, legs, events, leaves, waiting }: Streams): string | undefined {
  let next: string | undefined
  for (const { current } of [matters, legs, events, leaves, waiting])
    if (current && (next === undefined || current.matter < next)) next = current.matter
  return next
}

function nextSeq({ events, leaves, waiting }: Streams, matter: string): number {
  let next = Infinity
  for (const { current } of [events, leaves, waiting])
    if (current?.matter === matter && current.seq < next) next = current.seq
  return next
}

async function take<Row extends Keyed>(
  cursor: Cursor<Row>,
  matter: string,
  seq: number,
): Promise<Row | undefined> {
  const { current } = cursor
  if (current?.matter !== matter || current.seq !== seq) return undefined
  await cursor.advance()
  return current
}

async function takeLegs(cursor: Cursor<LegRow>, matter: string): Promise<LegRow[]> {
  const legs: LegRow[] = []
  for (; cursor.current?.matter === matter; await cursor.advance()) legs.push(cursor.current)
  return legs
}

const firstId = '00000000-0000-0000-0000-000000000000'

async function openStreams(tx: Tx, matterId: string | undefined): Promise<Streams> {
  const only = (column: string) => (matterId ? sql`and ${sql.ref(column)} = ${matterId}` : sql``)
  /** Everything behind the row in the order of two columns. */
  const behind = (columns: [string, string], matter: string | undefined, second: number | undefined) =>
    sql`(${sql.ref(columns[0])}, ${sql.ref(columns[1])}) > (${matter ?? firstId}::uuid, ${second ?? -1}::integer) ${only(columns[0])}`
  const rowsOf = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(tx)).rows
  return {
    matters: await openCursor<MatterRow>((after) =>
      rowsOf(sql<MatterRow>`
        select id as matter, number, version, encode(head, 'hex') as head, lead_id as lead from matter
        where id > ${after?.matter ?? firstId} ${only('id')} order by id limit ${pageRows}`),
    ),
    legs: await openCursor<LegRow>((after) =>
      rowsOf(sql<LegRow>`
        select matter_id as matter, no, state from leg
        where ${behind(['matter_id', 'no'], after?.matter, after?.no)} order by matter_id, no limit ${pageRows}`),
    ),
    events: await openCursor<EventRow>((after) =>
      rowsOf(sql<EventRow>`
        select matter_id as matter, node, seq, encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash,
          coalesce(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'never') as at, actor,
          agency_id as "agencyId", leg, type, body, visible_to as "visibleTo", encode(salt, 'hex') as salt
        from event where ${behind(['matter_id', 'seq'], after?.matter, after?.seq)} order by matter_id, seq limit ${pageRows}`),
    ),
    leaves: await openCursor<LeafRow>((after) =>
      rowsOf(sql<LeafRow>`
        select l.matter_id as matter, l.seq, encode(l.hash, 'hex') as hash, l.seal_no as "sealNo", s.sealed_at as "sealedAt"
        from seal_leaf l left join seal s on s.no = l.seal_no
        where ${behind(['l.matter_id', 'l.seq'], after?.matter, after?.seq)} order by l.matter_id, l.seq limit ${pageRows}`),
    ),
    waiting: await openCursor<WaitingRow>((after) =>
      rowsOf(sql<WaitingRow>`
        select matter_id as matter, seq, encode(hash, 'hex') as hash
        from unsealed where ${behind(['matter_id', 'seq'], after?.matter, after?.seq)} order by matter_id, seq limit ${pageRows}`),
    ),
  }
}

/** How many events there are, by the planner's estimate: a figure for the progress line, not worth a count. */
async function eventsAbout(tx: Tx): Promise<number> {
  const { rows } = await sql<{ about: number }>`
    select greatest(reltuples, 0)::bigint as about from pg_class where oid = 'event'::regclass`.execute(tx)
  return rows[0]?.about ?? 0
}
