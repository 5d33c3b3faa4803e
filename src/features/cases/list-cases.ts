import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { normalisePlate } from '../../kernel/identifiers/plate.ts'
import { type AgencyActor, hasPower } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { Paging, packCursor, unpackCursor } from '../../platform/http.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { agencyNames, type ClockRow, clockView, isoClock, kindOf, searchPairs } from '../matters/matters.ts'
import { calendarFor } from '../rules/rules.ts'
import type { CaseRow } from './case-views.ts'
import { outcomeWords } from './outcome-words.ts'

/** The filters of the list of cases; they live in the page's address. */
export const CaseQuery = Paging.extend({
  state: z.string().max(50).optional(),
  behaviour: z.string().max(50).optional(),
  outcome: z.string().max(50).optional(),
  plate: z.string().max(20).optional(),
  /** Words of the cause, a number, a company … */
  q: z.string().max(100).optional(),
  settled: z.stringbool().optional(),
  /** `subtree`: everything below one's agency, for those who oversee. */
  scope: z.enum(['own', 'subtree']).default('own'),
})
export type CaseQuery = z.infer<typeof CaseQuery>

type Row = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
  readonly lead_id: string
  readonly opened_at: string
  readonly behaviour: string | null
  readonly case_number: string | null
  readonly filed_at: string | null
  readonly outcome: string | null
  readonly clock: ClockRow | null
}

/** The cases of one's agency, newest first, filtered. */
export async function listCases(
  tx: Tx,
  actor: AgencyActor,
  query: CaseQuery,
  occasion: Occasion = hereAndNow(),
): Promise<{ readonly items: readonly CaseRow[]; readonly next: string | null }> {
  const [before] = query.cursor ? unpackCursor(query.cursor, z.tuple([z.uuid()])) : [null]
  const { rows } = await sql<Row>`
    select m.id, m.number, m.title, l.state, m.lead_id, m.opened_at, m.content #>> '{about,behaviour}' as behaviour,
      f.case_number, f.filed_at, o.outcome,
      (select to_jsonb(c) from clock c where c.matter_id = m.id and c.stopped_at is null order by c.paused_at is not null, c.due_at limit 1) as clock
    ${
      isSubtree(actor, query)
        ? sql`from matter m`
        : sql`from party own join matter m on m.id = own.matter_id and own.agency_id = ${actor.agencyId} and own.left_at is null`
    }
    join leg l on l.matter_id = m.id and l.no = 1
    left join filed_act f on f.matter_id = m.id
    cross join lateral (select case_outcome(m.id) as outcome) o
    where m.kind = 'case' and ${conditions(actor, query)} and (${before}::uuid is null or m.id < ${before}::uuid)
    order by m.id desc limit ${query.limit + 1}`.execute(tx)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await caseRows(tx, page, occasion.now),
    next: rows.length > query.limit && last ? packCursor([last.id]) : null,
  }
}

const isSubtree = (actor: AgencyActor, { scope }: CaseQuery): boolean =>
  scope === 'subtree' && hasPower(actor, 'oversee')

function conditions(actor: AgencyActor, query: CaseQuery) {
  const { state, behaviour, outcome, plate, q, settled } = query
  const all = [sql<SqlBool>`true`]
  if (state) all.push(sql`l.state = ${state}`)
  if (behaviour) all.push(sql`m.content #>> '{about,behaviour}' = ${behaviour}`)
  if (outcome) all.push(sql`o.outcome = ${outcome}`)
  if (plate) all.push(sql`plain_identifier(m.content #>> '{vehicle,plate}') = ${normalisePlate(plate)}`)
  if (settled !== undefined) all.push(settled ? sql`m.settled_at is not null` : sql`m.settled_at is null`)
  if (q) all.push(searched(q.trim(), !isSubtree(actor, query)))
  return sql.join(all, sql` and `)
}

/** By the words of the matter, or by the case number, which comes with filing. */
function searched(q: string, isOwn: boolean) {
  const pairs = q.split(/\s+/).flatMap((word) => searchPairs([word]))
  const inNumber = sql<SqlBool>`strpos(f.case_number_key, case_number_key(${q})) > 0`
  return pairs.length > 0
    ? sql<SqlBool>`(m.id in (select search_matters(${pairs}::text[], ${isOwn}, null, 2000)) or ${inNumber})`
    : inNumber
}

async function caseRows(tx: Tx, rows: readonly Row[], now: string): Promise<CaseRow[]> {
  const agencyOf = await agencyNames(
    tx,
    rows.flatMap(({ lead_id, clock }) => [lead_id, clock?.owes_id]),
  )
  const calendar = await calendarFor(tx)
  const { states } = kindOf('case').words
  return rows.map((row) => ({
    id: row.id,
    caseNumber: row.case_number,
    number: row.number,
    title: row.title,
    state: row.state,
    stateWords: states[row.state] ?? { zh: row.state, en: row.state },
    behaviour: row.behaviour,
    outcome: row.outcome,
    outcomeWords: outcomeWords(row.outcome),
    agency: agencyOf(row.lead_id) ?? { id: row.lead_id, name: '', nameEn: '', shortName: '' },
    filedAt: row.filed_at,
    openedAt: row.opened_at,
    nextClock: row.clock && clockView(isoClock({ ...row.clock, kind: 'case' }), agencyOf, calendar, now),
  }))
}
