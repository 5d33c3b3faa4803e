import { sql } from 'kysely'
import { type ChainedEvent, suiteOf } from '../../kernel/event-chain.ts'
import type { EventRecord } from '../../kernel/event-record.ts'
import type { Tx } from '../../platform/database.ts'

/** The events of a matter from one number to another, as they were recorded and as far as the actor may read them. */
export async function recordedEvents(
  tx: Tx,
  matterId: string,
  from: number,
  to: number,
): Promise<EventRecord[]> {
  const { rows } = await sql<ChainedEvent>`
    select matter_id as matter, node, seq, encode(prev_hash, 'hex') as "prevHash", at, actor, leg, type, body,
      visible_to as "visibleTo", encode(hash, 'hex') as hash, encode(salt, 'hex') as salt
    from event where matter_id = ${matterId} and seq between ${from} and ${to} order by seq`.execute(tx)
  return rows.map(({ salt, ...event }) => {
    const salted = salt ? { ...event, salt } : event
    return { ...salted, suite: suiteOf(salted) ?? 'sha256' } as EventRecord
  })
}
