import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { addDays, atChina } from '../../kernel/day.ts'
import { AccountId, AgencyId } from '../../kernel/ids.ts'
import { type AgencyActor, hasPower } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { Paging, packCursor, unpackCursor } from '../../platform/http.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { calendarFor } from '../rules/rules.ts'
import { agencyNames, personNames } from './agency-names.ts'
import { type ClockRow, clockView } from './clock-view.ts'
import { kindOf, kinds } from './kinds/kinds.ts'
import type { LockedLeg } from './matter-store.ts'
import type { MatterRow } from './matter-views.ts'
import { isoClock } from './read-matter.ts'
import { searchPairs } from './search-pairs.ts'
import { unaskedStates } from './superior.ts'

/** The filters of a list; they live in the page's address, so a saved view is an address. */
export const MatterFilter = z.object({
  kind: z.string().max(50).optional(),
  state: z.string().max(50).optional(),
  /** Which side one's own agency sits on; below it, also where it may sit down as the common superior of its own accord. */
  side: z.enum(['asker', 'answerer', 'superior']).optional(),
  /** The other side. */
  agency: AgencyId.optional(),
  light: z.enum(['green', 'amber', 'red']).optional(),
  settled: z.stringbool().optional(),
  assignee: z.union([AccountId, z.literal('none')]).optional(),
  unread: z.stringbool().optional(),
  /** The first and the last day in China on which it was opened, for totals that run since an agreement. */
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Words of the title, number, plate, company … */
  q: z.string().max(100).optional(),
  /** `subtree`: everything below one's agency, for those who oversee. */
  scope: z.enum(['own', 'subtree']).default('own'),
})
export type MatterFilter = z.infer<typeof MatterFilter>

export const MatterQuery = Paging.extend(MatterFilter.shape)
export type MatterQuery = z.infer<typeof MatterQuery>

type Row = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly title: string
  readonly urgency: 'normal' | 'urgent'
  readonly version: number
  readonly opener_id: string
  readonly lead_id: string
  readonly opened_at: string
  readonly settled_at: string | null
  readonly assignee_id: string | null
  readonly unread: boolean
  readonly legs: readonly LockedLeg[]
  readonly clock: ClockRow | null
}

/**
 * The matters of one's agency, newest first, filtered. Identifiers grow with time, so the page is read off the index of
 * parties whatever the size of the table.
 */
export async function listMatters(
  tx: Tx,
  actor: AgencyActor,
  query: MatterQuery,
  occasion: Occasion = hereAndNow(),
): Promise<{ readonly items: readonly MatterRow[]; readonly next: string | null }> {
  const [before = null] = query.cursor ? unpackCursor(query.cursor, z.tuple([z.uuid()])) : []
  const { rows } = await sql<Row>`
    select m.id, m.kind, m.number, m.title, m.urgency, m.version, m.opener_id, m.lead_id, m.opened_at, m.settled_at,
      own.assignee_id,
      ${unreadHere(actor)} as unread,
      (select jsonb_agg(to_jsonb(l) order by l.no) from leg l where l.matter_id = m.id) as legs,
      (select to_jsonb(c) from clock c where c.matter_id = m.id and c.stopped_at is null order by c.paused_at is not null, c.due_at limit 1) as clock
    ${fromMatters(actor, query)}
    where ${conditions(actor, query, occasion.now, { before, most: query.limit + 1 })}
      and (${before}::uuid is null or m.id < ${before}::uuid)
    order by m.id desc limit ${query.limit + 1}`.execute(tx)

  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await matterRows(tx, page, occasion.now),
    next: rows.length > query.limit && last ? packCursor([last.id]) : null,
  }
}

/** How many matters a filter shows, up to 1,000: for the counts of saved views. Same conditions as the list (P22). */
export async function countMatters(
  tx: Tx,
  actor: AgencyActor,
  filter: MatterFilter,
  occasion: Occasion = hereAndNow(),
): Promise<{ readonly count: number; readonly more: boolean }> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select ${fromMatters(actor, filter)}
      where ${conditions(actor, filter, occasion.now, { before: null, most: 1001 })} limit 1001) counted`.execute(
    tx,
  )
  const count = rows[0]?.count ?? 0
  return { count: Math.min(count, 1_000), more: count > 1_000 }
}

/**
 * Whether something about the matter lies unread in the inbox. Not `exists`: the planner turns that into one list of everything
 * unread, and checking who may see each of it took 140 ms where 50 matters were asked for.
 */
const unreadHere = (actor: AgencyActor) => sql<SqlBool>`
  (select true from inbox i
    where i.matter_id = m.id and i.agency_id = ${actor.agencyId} and i.read_at is null limit 1) is not null`

function fromMatters(actor: AgencyActor, { scope }: MatterFilter) {
  return scope === 'subtree' && hasPower(actor, 'oversee')
    ? sql`from matter m left join party own on own.matter_id = m.id and own.agency_id = ${actor.agencyId}`
    : sql`from party own join matter m on m.id = own.matter_id`
}

/** Which part of a list is asked for: how many at most, and older than which one. */
type Part = { readonly before: string | null; readonly most: number }

function conditions(actor: AgencyActor, filter: MatterFilter, now: string, part: Part) {
  const { kind, state, side, agency, light, settled, assignee, unread, since, until, q, scope } = filter
  const isOwn = scope === 'own' || !hasPower(actor, 'oversee')
  const all = [
    isOwn ? sql<SqlBool>`own.agency_id = ${actor.agencyId} and own.left_at is null` : sql<SqlBool>`true`,
  ]
  if (kind) all.push(sql`m.kind = ${kind}`)
  if (settled !== undefined) all.push(settled ? sql`m.settled_at is not null` : sql`m.settled_at is null`)
  // Read off the index of what is open; nothing runs any more in a settled matter.
  if (isOwn && (settled === false || light)) all.push(sql`not own.settled`)
  if (assignee)
    all.push(assignee === 'none' ? sql`own.assignee_id is null` : sql`own.assignee_id = ${assignee}`)
  if (state) all.push(sql`exists (select from leg l where l.matter_id = m.id and l.state = ${state})`)
  if (side === 'superior' && !isOwn) all.push(decidedBy(actor.agencyId))
  else if (side)
    all.push(
      sql`exists (select from leg l where l.matter_id = m.id and ${sql.ref(`l.${side}_id`)} = ${actor.agencyId})`,
    )
  if (agency)
    all.push(
      sql`exists (select from leg l where l.matter_id = m.id and ${agency} in (l.asker_id, l.answerer_id, l.superior_id)
          and l.delivery <> 'unsent')`,
    )
  if (light) all.push(lightCondition(light, now))
  if (unread) all.push(unreadHere(actor))
  if (since) all.push(sql`m.opened_at >= ${atChina(since, '00:00:00')}`)
  if (until) all.push(sql`m.opened_at < ${atChina(addDays(until, 1), '00:00:00')}`)
  if (q) all.push(searchCondition(q, isOwn, isOwn && all.length === 1 ? part : { ...part, most: mostFound }))
  return sql.join(all, sql` and `)
}

/**
 * Where one's agency is the common superior: called in, or free to take the matter up of its own accord, as the page of such a matter
 * offers it. Two lists, because each is short and read off an index, while asking each matter below one's agency would take all of them.
 */
function decidedBy(agencyId: string) {
  const free = kinds.flatMap(({ name, chart }) => {
    const states = unaskedStates(chart)
    return states.length > 0 ? [sql`(l.kind = ${name} and l.state = any(${states}::text[]))`] : []
  })
  return sql<SqlBool>`m.id in (
    select p.matter_id from party p join leg l on l.matter_id = p.matter_id
    where p.agency_id = ${agencyId} and p.left_at is null and l.superior_id = ${agencyId}
    union all
    select l.matter_id from leg l
    where (${sql.join(free, sql` or `)}) and l.settled_at is null and l.superior_id is null and l.delivery = 'delivered'
      and common_superior(l.asker_id, l.answerer_id) = ${agencyId})`
}

/** The nearest running deadline's light, by the columns the page shows it with. */
function lightCondition(light: 'green' | 'amber' | 'red', now: string) {
  const due = sql`(select c.due_at from clock c where c.matter_id = m.id and c.stopped_at is null and c.paused_at is null order by c.due_at limit 1)`
  const amber = sql`(select c.amber_at from clock c where c.matter_id = m.id and c.stopped_at is null and c.paused_at is null order by c.due_at limit 1)`
  const passed = sql`${due} + interval '1 second' <= ${now}::timestamptz`
  if (light === 'red') return sql<SqlBool>`${passed}`
  if (light === 'amber') return sql<SqlBool>`not ${passed} and ${amber} <= ${now}::timestamptz`
  return sql<SqlBool>`${amber} > ${now}::timestamptz`
}

/** How many matters with the words are looked at where other conditions, or what one may see, choose among them. */
const mostFound = 2_000

function searchCondition(q: string, isOwn: boolean, { before, most }: Part) {
  const pairs = q
    .trim()
    .split(/\s+/)
    .flatMap((word) => searchPairs([word]))
  return pairs.length > 0
    ? sql<SqlBool>`m.id in (select search_matters(${pairs}::text[], ${isOwn}, ${before}::uuid, ${most}))`
    : sql<SqlBool>`m.title ilike ${`%${q.trim().replaceAll(/[%_\\]/g, '\\$&')}%`}`
}

async function matterRows(tx: Tx, rows: readonly Row[], now: string): Promise<MatterRow[]> {
  const agencyOf = await agencyNames(
    tx,
    rows.flatMap((row) => [
      row.opener_id,
      row.lead_id,
      row.clock?.owes_id,
      ...row.legs.map((leg) => leg.answerer_id),
    ]),
  )
  const personOf = await personNames(
    tx,
    rows.map((row) => row.assignee_id),
  )
  const calendar = await calendarFor(tx)
  const none = { id: '', name: '', nameEn: '', shortName: '' }
  return rows.map((row) => {
    const kind = kindOf(row.kind)
    return {
      id: row.id,
      kind: row.kind,
      number: row.number,
      title: row.title,
      urgency: row.urgency,
      version: row.version,
      opener: agencyOf(row.opener_id) ?? none,
      lead: agencyOf(row.lead_id) ?? none,
      openedAt: row.opened_at,
      settledAt: row.settled_at,
      assignee: personOf(row.assignee_id),
      unread: row.unread,
      legs: row.legs.map((leg) => ({
        no: leg.no,
        answerer: agencyOf(leg.answerer_id),
        state: leg.state,
        stateWords: kind.words.states[leg.state] ?? { zh: leg.state, en: leg.state },
        delivery: leg.delivery,
      })),
      nextClock: row.clock && clockView(isoClock({ ...row.clock, kind: row.kind }), agencyOf, calendar, now),
    }
  })
}
