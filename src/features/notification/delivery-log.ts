import { sql } from 'kysely'
import { z } from 'zod'
import { AgencyId } from '../../kernel/ids.ts'
import { hasPower, type PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { Paging, packCursor, unpackCursor } from '../../platform/http.ts'
import { noticeSortNames } from './notice-sorts.ts'

export const DeliveryQuery = Paging
export type DeliveryQuery = z.infer<typeof DeliveryQuery>

/** One message that went, waits or failed. What it was about is shown to whom it went alone. */
export const Delivery = z.object({
  id: z.uuid(),
  channel: z.enum(['mail', 'webhook']),
  purpose: z.enum(['news', 'test', 'paused', 'code']),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.int(),
  madeAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
  fault: z.string().nullable(),
  /** To whom, for the security administrator. */
  login: z.string().nullable(),
  toDutyDesk: z.boolean(),
  /** Whose duty desk or program it went to, or where the person works. */
  agency: z.object({ id: AgencyId, name: z.string(), nameEn: z.string() }),
  about: z.array(z.object({ matterId: z.uuid(), number: z.string(), sort: z.enum(noticeSortNames) })),
})
export type Delivery = z.infer<typeof Delivery>

/**
 * What was sent to the person or, for a leader, to the agency; for the security administrator everybody's, without what it was about.
 * The newest first.
 */
export async function readDeliveries(
  tx: Tx,
  actor: PersonActor,
  query: DeliveryQuery,
): Promise<{ items: Delivery[]; next: string | null }> {
  const [before] = query.cursor ? unpackCursor(query.cursor, z.tuple([z.uuid()])) : [null]
  const isSecurity = hasPower(actor, 'manage-accounts')
  const { rows } = await sql<Delivery>`
    select d.id, d.channel, d.purpose, d.state, d.attempts, d.made_at as "madeAt", d.settled_at as "settledAt", d.fault,
      case when ${isSecurity} then (select a.login from account a where a.id = d.account_id) end as login,
      d.channel = 'mail' and d.account_id is null as "toDutyDesk",
      json_build_object('id', g.id, 'name', g.name, 'nameEn', g.name_en) as agency,
      coalesce((
        select json_agg(json_build_object('matterId', m.id, 'number', m.number, 'sort', n.sort) order by n.id)
        from (select * from notice n where n.dispatch_id = d.id order by n.id limit 20) n join matter m on m.id = n.matter_id), '[]') as about
    from dispatch d join agency g on g.id = d.agency_id
    where ${before}::uuid is null or d.id < ${before}::uuid
    order by d.id desc limit ${query.limit + 1}`.execute(tx)
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return { items, next: rows.length > query.limit && last ? packCursor([last.id]) : null }
}
