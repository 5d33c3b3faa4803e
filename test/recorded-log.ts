import pg from 'pg'
import { type ChainedEvent, type EventContent, hashEvent } from '../src/kernel/event-chain.ts'
import { hexDigest } from '../src/kernel/hash-suite.ts'
import { newId } from '../src/kernel/ids.ts'

/** A session of somebody who owns the server and goes around every guard: what proof is for. */
export type Intruder = {
  run(statement: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  close(): Promise<void>
}

/** Opens a session that neither triggers nor foreign keys hold back. */
export async function anIntruder(url: string): Promise<Intruder> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c session_replication_role=replica -c timezone=UTC',
  })
  await client.connect()
  return {
    run: (statement, values = []) => client.query(statement, [...values]),
    close: () => client.end(),
  }
}

/** A matter with its events as they were recorded. */
export type RecordedMatter = {
  readonly id: string
  readonly number: string
  readonly events: readonly ChainedEvent[]
}

export const asker = '0190a5f0-7c3e-7b1a-9c55-0000000000a1'
export const answerer = '0190a5f0-7c3e-7b1a-9c55-0000000000a2'

const steps = [
  { type: 'open', leg: null, from: null, to: 'drafted', lead: asker },
  { type: 'submit', leg: null, from: 'drafted', to: 'inReview' },
  { type: 'approve', leg: null, from: 'inReview', to: 'approved' },
  { type: 'send', leg: null, from: 'approved', to: 'sent' },
  { type: 'acknowledge', leg: 1, from: 'sent', to: 'received' },
  { type: 'accept', leg: 1, from: 'received', to: 'accepted', lead: answerer },
] as const

/** The events of a case transfer, then messages, as the engine hashes them; one every second. */
export function chainOf(
  matter: string,
  length: number,
  from = Date.parse('2026-03-05T01:30:00.000Z'),
): ChainedEvent[] {
  const events: ChainedEvent[] = []
  for (let seq = 1; seq <= length; seq++) {
    const step = steps[seq - 1]
    const moves = step ? [{ leg: 1, from: step.from, to: step.to }] : undefined
    const lead = step && 'lead' in step ? { lead: step.lead } : {}
    const agency = (step?.leg ?? null) === null ? asker : answerer
    const content: EventContent = {
      matter,
      node: 'liaoning',
      seq,
      prevHash: events.at(-1)?.hash ?? null,
      at: new Date(from + seq * 1_000).toISOString(),
      actor: { type: 'person', account: '0190a5f0-7c3e-7b1a-9c55-0000000000b1', agency },
      leg: step ? step.leg : 1,
      type: step?.type ?? 'say',
      body: moves
        ? { form: { note: `第 ${seq} 步` }, moves, ...lead }
        : { form: { text: `第 ${seq} 条消息` } },
      visibleTo: seq < 4 ? [asker] : null,
      // The first events as they were recorded before there were salts.
      salt: seq < 3 ? null : hexDigest('sha256', `${matter} ${seq}`).slice(0, 32),
    }
    events.push(rehashed(content))
  }
  return events
}

/** The content with the hash it has to have. */
export const rehashed = (content: EventContent): ChainedEvent => ({
  ...content,
  hash: hashEvent(content),
})

/** Recomputes numbers, links and hashes, as somebody does who wants the chain to look right. */
export function relinked(events: readonly ChainedEvent[]): ChainedEvent[] {
  const linked: ChainedEvent[] = []
  for (const event of events)
    linked.push(rehashed({ ...event, seq: linked.length + 1, prevHash: linked.at(-1)?.hash ?? null }))
  return linked
}

/** Records a matter with its events waiting for a seal, just as `record_move` leaves it. */
export async function recordMatter(
  intruder: Intruder,
  length: number,
  id = newId(),
): Promise<RecordedMatter> {
  const number = `案移-20260305-${id.slice(-6)}`
  const events = chainOf(id, length)
  const last = events.at(-1)
  const to = steps[Math.min(length, steps.length) - 1]?.to
  const lead = length >= steps.length ? answerer : asker
  await intruder.run(
    `insert into matter (id, kind, number, title, opener_id, lead_id, version, head, opened_at)
     values ($1, 'case-transfer', $2, '超限运输', $3, $4, $5, decode($6, 'hex'), $7)`,
    [id, number, asker, lead, length, last?.hash, events[0]?.at],
  )
  await intruder.run(
    `insert into leg (matter_id, no, kind, asker_id, answerer_id, state, delivery)
     values ($1, 1, 'case-transfer', $2, $3, $4, 'delivered')`,
    [id, asker, answerer, to],
  )
  await insertEvents(intruder, events)
  await intruder.run(
    'insert into unsealed (matter_id, seq, hash) select matter_id, seq, hash from event where matter_id = $1',
    [id],
  )
  return { id, number, events }
}

/** Puts rows into the event table, and nothing else. */
export async function insertEvents(intruder: Intruder, events: readonly ChainedEvent[]): Promise<void> {
  await intruder.run(
    `insert into event (matter_id, node, seq, prev_hash, hash, at, actor, agency_id, leg, type, body, visible_to, salt)
     select matter, node, seq, decode("prevHash", 'hex'), decode(hash, 'hex'), at, actor, (actor ->> 'agency')::uuid, leg, type,
       body, "visibleTo", decode(salt, 'hex')
     from jsonb_to_recordset($1::jsonb) as e (matter uuid, node text, seq integer, "prevHash" text, hash text,
       at timestamptz, actor jsonb, leg integer, type text, body jsonb, "visibleTo" uuid[], salt text)`,
    [JSON.stringify(events)],
  )
}
