import { sql } from 'kysely'
import { z } from 'zod'
import type { Words } from '../../kernel/words.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { Paging, packCursor, unpackCursor } from '../../platform/http.ts'
import { agencyNames } from './agency-names.ts'
import { kindOf } from './kinds/kinds.ts'
import { matterNotFound } from './matter-store.ts'
import type { InboxRow } from './matter-views.ts'
import { eventWords } from './read-events.ts'

export const InboxQuery = Paging.extend({ unread: z.stringbool().optional() })
export type InboxQuery = z.infer<typeof InboxQuery>

type Row = {
  readonly id: number
  readonly at: string
  readonly type: string
  readonly urgent: boolean
  readonly read_at: string | null
  readonly leg_no: number | null
  readonly matter_id: string
  readonly kind: string
  readonly number: string
  readonly title: string
  readonly agency_id: string | null
}

/** What arrived for one's agency, newest first. */
export async function readInbox(
  tx: Tx,
  actor: AgencyActor,
  query: InboxQuery,
): Promise<{ readonly items: readonly InboxRow[]; readonly next: string | null }> {
  const [before] = query.cursor ? unpackCursor(query.cursor, z.tuple([z.int()])) : [null]
  const rows = await entries(tx, actor, {
    limit: query.limit + 1,
    condition: sql`(${before}::bigint is null or i.id < ${before}::bigint) ${query.unread ? sql`and i.read_at is null` : sql``}`,
    order: sql`i.id desc`,
  })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await present(tx, actor, page),
    next: rows.length > query.limit && last ? packCursor([last.id]) : null,
  }
}

/** What arrived after an entry, oldest first: what an open page missed while it was cut off. */
export async function inboxAfter(tx: Tx, actor: AgencyActor, id: number): Promise<InboxRow[]> {
  return present(
    tx,
    actor,
    await entries(tx, actor, { limit: 200, condition: sql`i.id > ${id}`, order: sql`i.id` }),
  )
}

async function entries(
  tx: Tx,
  actor: AgencyActor,
  part: { readonly limit: number; readonly condition: unknown; readonly order: unknown },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select i.id, i.at, i.type, i.urgent, i.read_at, i.leg_no, i.matter_id, m.kind, m.number, m.title, e.agency_id
    from inbox i join matter m on m.id = i.matter_id
    left join event e on e.matter_id = i.matter_id and e.seq = i.seq
    where i.agency_id = ${actor.agencyId} and ${part.condition} order by ${part.order} limit ${part.limit}`.execute(
    tx,
  )
  return rows
}

async function present(tx: Tx, actor: AgencyActor, rows: readonly Row[]): Promise<InboxRow[]> {
  const agencyOf = await agencyNames(
    tx,
    rows.map((row) => row.agency_id),
  )
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    type: row.type,
    words: newsWords(row, actor),
    urgent: row.urgent,
    readAt: row.read_at,
    leg: row.leg_no,
    matter: { id: row.matter_id, kind: row.kind, number: row.number, title: row.title },
    from: agencyOf(row.agency_id),
  }))
}

/** What happened, as its reader says it: a matter that others sent has arrived 收到案件移送. */
function newsWords({ kind: name, type, agency_id }: Row, { agencyId }: AgencyActor): Words {
  const kind = kindOf(name)
  const isSending = Object.values(kind.chart.states).some((steps) => steps[type]?.sends)
  if (!isSending || agency_id === agencyId) return eventWords(kind, type)
  return { zh: `收到${kind.words.name.zh}`, en: `Received: ${kind.words.name.en}` }
}

/**
 * Marks everything that arrived about a matter as read, for the whole agency.
 * @throws Refusal `not-found` also when it exists but is not for the reader
 */
export async function markRead(tx: Tx, matterId: string): Promise<void> {
  const { rows } = await sql<{ seen: boolean }>`select mark_read(${matterId}) as seen`.execute(tx)
  if (!rows[0]?.seen) throw matterNotFound()
}
