import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { newLetterCode } from '../src/features/letters/letter-code.ts'
import { newId } from '../src/kernel/ids.ts'
import { type ClueMove, clueLife } from './clue-life.ts'

/** A row as PostgreSQL says it in JSON. */
type Row = Readonly<Record<string, unknown>>

/** Everything that one clue's life left in the tables, by table. */
type Sample = {
  readonly matter: Row
  readonly leg: Row
  readonly parties: readonly Row[]
  readonly events: readonly Row[]
  readonly inbox: readonly Row[]
  readonly clocks: readonly Row[]
  readonly keys: readonly Row[]
  readonly letters: readonly Row[]
  readonly pairs: readonly string[]
  readonly draftPairs: readonly string[]
}

/** Writes one move of a clue with one prepared statement that commits by itself. */
export type RowWriter = (matterId: string, action: ClueMove) => Promise<void>

/**
 * The fastest way we know to write what the door writes: for each move one hand-written statement, prepared, typed
 * parameters, one round trip, the commit included. It decides nothing, checks only the version, hashes nothing and asks
 * nobody's name. The rows are those that one clue left behind when it went through HTTP, under new ids.
 */
export async function rowWriter(pool: pg.Pool, sampleId: string): Promise<RowWriter> {
  const sample = await readSample(pool, sampleId)
  return async (matterId, action) => {
    const { text, values } = statementFor(sample, action, matterId)
    const { rowCount } = await pool.query({ name: `rows of ${action}`, text, values })
    if (rowCount !== 1) throw new Error(`${action}: the version did not fit.`)
  }
}

async function readSample(pool: pg.Pool, id: string): Promise<Sample> {
  const { rows } = await pool.query<{ sample: Sample }>(
    `select jsonb_build_object(
      'matter', (select to_jsonb(t) from matter t where id = $1),
      'leg', (select to_jsonb(t) from leg t where matter_id = $1),
      'parties', (select jsonb_agg(to_jsonb(t) order by t.agency_id = m.opener_id desc) from party t where matter_id = $1),
      'events', (select jsonb_agg(to_jsonb(t) order by seq) from event t where matter_id = $1),
      'inbox', (select jsonb_agg(to_jsonb(t) order by seq) from inbox t where matter_id = $1),
      'clocks', (select jsonb_agg(to_jsonb(t) order by started_at, id) from clock t where matter_id = $1),
      'keys', (select jsonb_agg(to_jsonb(t) order by at) from idempotency t where result -> 'matter' ->> 'id' = $1::text),
      'letters', (select jsonb_agg(to_jsonb(t) order by seq) from letter t where matter_id = $1),
      'pairs', (select to_jsonb(pairs) from matter_search where matter_id = $1),
      'draftPairs', (select to_jsonb(pairs[1:18]) from matter_search where matter_id = $1)) as sample
    from matter m where id = $1`,
    [id],
  )
  const sample = rows[0]?.sample
  if (!sample || sample.keys.length !== clueLife.length) throw new Error('The sample clue is not complete.')
  return sample
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

/** The parts that every move writes: event, its place in the queue of the seals, the result under its key. */
const always = `
  e as (insert into event (matter_id, node, seq, prev_hash, hash, at, actor, agency_id, leg, type, body, visible_to, salt)
    select id, $2, $3, $4, $5, now(), $6, $7, $8, $9, $10, $11, decode(md5($13), 'hex') from m),
  u as (insert into unsealed (matter_id, seq, hash) select id, $3, $5 from m),
  k as (insert into idempotency (asked_by, key, digest, result) select $12, $13, $14, $15 from m)`

function alwaysValues(sample: Sample, action: ClueMove, matterId: string): unknown[] {
  const index = clueLife.findIndex((move) => move.action === action)
  const event = sample.events[index] ?? {}
  const key = sample.keys[index] ?? {}
  return [
    matterId,
    event.node,
    event.seq,
    index === 0 ? null : randomBytes(32),
    randomBytes(32),
    json(event.actor),
    event.agency_id,
    event.leg,
    event.type,
    json(event.body),
    event.visible_to,
    key.asked_by,
    `${action}-${crypto.randomUUID()}`,
    randomBytes(32),
    json(key.result),
  ]
}

const inbox = (from: number): string => `
  i as (insert into inbox (agency_id, matter_id, leg_no, seq, type, urgent, at)
    select $${from}, id, $${from + 1}, $3, $9, $${from + 2}, now() from m)`

function inboxValues(sample: Sample, seq: unknown): unknown[] {
  const entry = sample.inbox.find((row) => row.seq === seq)
  if (!entry) throw new Error(`The sample clue told nobody of its event ${seq}.`)
  return [entry.agency_id, entry.leg_no, entry.urgent]
}

const startClock = (from: number): string => `
  c as (insert into clock (id, matter_id, leg_no, name, rule_id, rule, owes_id, waits_id, started_at, due_at, amber_at, wake_at)
    select $${from}, id, 1, $${from + 1}, $${from + 2}, $${from + 3}, $${from + 4}, $${from + 5}, now(), $${from + 6}, $${from + 7}, $${from + 8} from m)`

const clockValues = (clock: Row): unknown[] => [
  newId(),
  clock.name,
  clock.rule_id,
  json(clock.rule),
  clock.owes_id,
  clock.waits_id,
  clock.due_at,
  clock.amber_at,
  clock.wake_at ?? clock.amber_at,
]

/** The letter that an event tells of, under the next number of its issuer. */
const writeLetter = (from: number): string => `,
  n as (insert into letter_counter as c (issuer_id, type, year, last) select $${from}, $${from + 1}, $${from + 2}, 1 from m
    on conflict (issuer_id, type, year) do update set last = c.last + 1 returning last),
  w as (insert into letter (id, matter_id, seq, leg_no, legs, issuer_id, to_ids, type, year, serial, number, code, issued_at, content, digest)
    select $${from + 3}, m.id, $3, $${from + 4}, $${from + 5}, $${from}, $${from + 6}, $${from + 1}, $${from + 2}, n.last, $${from + 7}, $${from + 8},
      now(), $${from + 9}, $${from + 10} from m, n)`

const letterValues = (letter: Row): unknown[] => [
  letter.issuer_id,
  letter.type,
  letter.year,
  newId(),
  letter.leg_no,
  letter.legs,
  letter.to_ids,
  letter.number,
  newLetterCode(),
  json(letter.content),
  letter.digest,
]

/** Which clock each move of the clue starts, in the order of the sample's clocks. */
const starts: readonly ClueMove[] = ['push', 'acknowledge', 'take', 'conclude', 'feedback']

function statementFor(
  sample: Sample,
  action: ClueMove,
  matterId: string,
): { readonly text: string; readonly values: unknown[] } {
  const { matter, leg, parties } = sample
  const values = alwaysValues(sample, action, matterId)
  const seq = values[2]
  const clock = sample.clocks[starts.indexOf(action)]
  const letter = sample.letters.find((row) => row.seq === seq)

  if (action === 'open')
    return {
      text: `with m as (
          insert into matter (id, kind, number, title, urgency, opener_id, lead_id, content, version, head, opened_at)
          values ($1, $16, $17, $18, 'normal', $19, $19, '{}', 1, $5, now()) returning id),
        ${always},
        l as (insert into leg (matter_id, no, kind, asker_id, state) select id, 1, $16, $19, $20 from m),
        p as (insert into party (matter_id, agency_id) select id, $19 from m),
        s as (insert into matter_search (matter_id, pairs) select id, $21 from m)
        select from m`,
      values: [
        ...values,
        matter.kind,
        `线索-20261122-${crypto.randomUUID().slice(0, 13)}`,
        '尚未填写',
        matter.opener_id,
        'drafted',
        sample.draftPairs,
      ],
    }

  if (action === 'say')
    return {
      text: `with m as (update matter set version = $3, head = $5 where id = $1 and version = $3::int - 1 returning id),
        ${always}, ${inbox(16)} select from m`,
      values: [...values, ...inboxValues(sample, seq)],
    }
  if (action === 'note')
    return {
      text: `with m as (update matter set version = $3, head = $5 where id = $1 and version = $3::int - 1 returning id),
        ${always} select from m`,
      values,
    }

  if (action === 'push')
    return {
      text: `with m as (
          update matter set version = $3, head = $5, title = $16, content = $17, alliance_id = $18, subject_key = $19
          where id = $1 and version = $3::int - 1 returning id),
        ${always}, ${inbox(20)}, ${startClock(23)},
        l as (update leg set state = $32, done = $33, answerer_id = $34, delivery = 'delivered', sent_at = now()
          from m where matter_id = m.id and no = 1),
        p as (insert into party (matter_id, agency_id) select id, $34 from m),
        s as (update matter_search set pairs = $35 from m where matter_id = m.id)
        ${letter ? writeLetter(36) : ''}
        select from m`,
      values: [
        ...values,
        matter.title,
        json(matter.content),
        matter.alliance_id,
        matter.subject_key,
        ...inboxValues(sample, seq),
        ...clockValues(clock ?? {}),
        stateAfter(sample, action),
        json(leg.done),
        parties[1]?.agency_id,
        sample.pairs,
        ...(letter ? letterValues(letter) : []),
      ],
    }

  const isLast = !clock
  return {
    text: `with m as (
        update matter set version = $3, head = $5${isLast ? ', settled_at = now()' : ''}
        where id = $1 and version = $3::int - 1 returning id),
      ${always}, ${inbox(16)},
      l as (update leg set state = $19, done = $20${isLast ? ', settled_at = now()' : ''} from m where matter_id = m.id and no = 1),
      o as (update clock set stopped_at = now(), outcome = 'met', wake_at = null
        from m where matter_id = m.id and stopped_at is null)
      ${isLast ? ', f as (update party set settled = true from m where matter_id = m.id)' : ''}
      ${clock ? `, ${startClock(21)}` : ''}
      ${letter ? writeLetter(clock ? 30 : 21) : ''}
      select from m`,
    values: [
      ...values,
      ...inboxValues(sample, seq),
      stateAfter(sample, action),
      json(leg.done),
      ...(clock ? clockValues(clock) : []),
      ...(letter ? letterValues(letter) : []),
    ],
  }
}

function stateAfter(sample: Sample, action: ClueMove): string {
  const body = sample.events.find((row) => row.type === action)?.body
  return (body as { moves: readonly { to: string }[] } | undefined)?.moves[0]?.to ?? ''
}
