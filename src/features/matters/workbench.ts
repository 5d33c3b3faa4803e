import { sql } from 'kysely'
import { z } from 'zod'
import { clocksWithin, endsByItself } from '../../kernel/chart.ts'
import { atChina, chinaDayOf } from '../../kernel/day.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { calendarFor } from '../rules/rules.ts'
import { agencyNames, personNames } from './agency-names.ts'
import { type ClockRow, clockView } from './clock-view.ts'
import { kindOf, kinds } from './kinds/kinds.ts'
import type { ObligationRow, WorkbenchView } from './matter-views.ts'

export const WorkbenchQuery = z.object({
  /** Whose: the whole agency's; of what it owes only what somebody with my powers can do; or only what is assigned to me. */
  scope: z.enum(['agency', 'role', 'mine']).default('agency'),
  kind: z.string().max(50).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type WorkbenchQuery = z.infer<typeof WorkbenchQuery>

type Row = ClockRow & {
  readonly matter_id: string
  readonly number: string
  readonly title: string
  readonly urgency: 'normal' | 'urgent'
  readonly assignee_id: string | null
  readonly state: string
  readonly asker_id: string
  readonly answerer_id: string | null
  readonly sent: boolean
}

/** What my agency owes by due time, what it waits for, and how many of each there are. One read for the whole page. */
export async function readWorkbench(
  tx: Tx,
  actor: AgencyActor,
  query: WorkbenchQuery,
  occasion: Occasion = hereAndNow(),
): Promise<WorkbenchView> {
  const owed = await obligations(tx, actor, 'owes_id', query)
  const awaited = await obligations(tx, actor, 'waits_id', query)
  const agencyOf = await agencyNames(
    tx,
    [...owed, ...awaited].flatMap((row) => [row.owes_id, row.asker_id, row.answerer_id]),
  )
  const personOf = await personNames(
    tx,
    [...owed, ...awaited].map((row) => row.assignee_id),
  )
  const calendar = await calendarFor(tx)
  const present = (row: Row): ObligationRow => ({
    clock: clockView(row, agencyOf, calendar, occasion.now),
    matter: {
      id: row.matter_id,
      kind: row.kind,
      number: row.number,
      title: row.title,
      urgency: row.urgency,
      assignee: personOf(row.assignee_id),
    },
    side: sideOf(actor.agencyId, row),
    leg: row.leg_no,
    state: row.state,
    stateWords: kindOf(row.kind).words.states[row.state] ?? { zh: row.state, en: row.state },
    with: agencyOf(otherThan(actor.agencyId, row)),
  })
  return {
    owed: owed.map(present),
    awaited: awaited.map(present),
    counts: await counts(tx, actor, query, occasion.now),
  }
}

/** With whom an agency deals in a row: the other side or, before sending, who wrote or reviews it elsewhere. */
function otherThan(own: string, { sent, asker_id, answerer_id, owes_id }: Row): string | null {
  const others = sent ? [asker_id, answerer_id] : [asker_id, owes_id]
  return others.find((id) => id !== own) ?? null
}

const sideOf = (own: string, { asker_id, answerer_id }: Row): ObligationRow['side'] =>
  own === answerer_id ? 'answerer' : own === asker_id ? 'asker' : undefined

/** What an agency has to do, or what it waits for. */
type Whose = 'owes_id' | 'waits_id'

function obligations(tx: Tx, actor: AgencyActor, whose: Whose, query: WorkbenchQuery): Promise<Row[]> {
  return sql<Row>`
    select c.*, m.kind, m.number, m.title, m.urgency, own.assignee_id, l.state, l.asker_id, l.answerer_id,
      l.delivery <> 'unsent' as sent
    from clock c
    join matter m on m.id = c.matter_id
    join leg l on l.matter_id = c.matter_id and l.no = c.leg_no
    left join party own on own.matter_id = c.matter_id and own.agency_id = ${actor.agencyId}
    where ${sql.ref(`c.${whose}`)} = ${actor.agencyId} and ${running} ${narrowed(actor, whose, query)}
    order by c.due_at, c.id limit ${query.limit}`
    .execute(tx)
    .then(({ rows }) => rows)
}

/** Where every matter begins; the same state the list of drafts is filtered by. */
const initialStates = [...new Set(kinds.map(({ chart }) => chart.initial))]

/** A deadline that rests obliges nobody: it waits for the other side, whose own deadline runs. */
const running = sql`c.stopped_at is null and c.paused_at is null`

function narrowed(actor: AgencyActor, whose: Whose, { scope, kind }: WorkbenchQuery) {
  const me = actor.type === 'person' ? actor.accountId : null
  const isMine = scope === 'mine' ? sql`and own.assignee_id = ${me}` : sql``
  const ofMyRole = scope === 'role' && whose === 'owes_id' ? withinPowers(actor) : sql``
  const ofSomebody = whose === 'waits_id' ? sql`and c.name <> all(${endingByThemselves}::text[])` : sql``
  return sql`${isMine} ${ofMyRole} ${ofSomebody} ${kind ? sql`and m.kind = ${kind}` : sql``}`
}

/**
 * Deadlines at whose end the platform acts, such as the validity of a warning: nobody is waited for or could be urged. By name alone, since
 * the counts do without the matter; so only what ends by itself in every kind that has the name.
 */
const endingByThemselves = (() => {
  const clocks = kinds.flatMap(({ chart }) =>
    Object.keys(chart.clocks).map((name) => ({ name, byItself: endsByItself(chart, name) })),
  )
  const acted = new Set(clocks.filter(({ byItself }) => !byItself).map(({ name }) => name))
  return [...new Set(clocks.map(({ name }) => name).filter((name) => !acted.has(name)))]
})()

/** Deadlines of a colleague's office are left out: a reviewer reads what waits for a review. */
function withinPowers({ powers }: AgencyActor) {
  const within = kinds.flatMap(({ name, chart }) =>
    clocksWithin(chart, powers).map((clock) => ({ kind: name, clock })),
  )
  return sql`and (m.kind, c.name) in (select * from unnest(
    ${within.map(({ kind }) => kind)}::text[], ${within.map(({ clock }) => clock)}::text[]))`
}

/** Of thousands unread each would be checked for who may see it, which took most of the page's time; nobody needs to know how many. */
const mostUnread = 99

async function counts(
  tx: Tx,
  actor: AgencyActor,
  query: WorkbenchQuery,
  now: string,
): Promise<WorkbenchView['counts']> {
  const endOfToday = atChina(chinaDayOf(now), '23:59:59')
  const late = sql`c.due_at + interval '1 second' <= ${now}::timestamptz`
  const counted = (whose: Whose) => sql`(
    select count(*) as all, count(*) filter (where ${late}) as late,
      count(*) filter (where not (${late}) and c.due_at <= ${endOfToday}::timestamptz) as today
    from clock c ${query.kind || query.scope === 'role' ? sql`join matter m on m.id = c.matter_id` : sql``}
    ${query.scope === 'mine' ? sql`left join party own on own.matter_id = c.matter_id and own.agency_id = ${actor.agencyId}` : sql``}
    where ${sql.ref(`c.${whose}`)} = ${actor.agencyId} and ${running} ${narrowed(actor, whose, query)})`
  // Each row is checked for who may see it, so each is read once.
  const { rows } = await sql<Omit<WorkbenchView['counts'], 'unreadMore'>>`
    select owed.all as owed, owed.late as overdue, owed.today as "dueToday",
      awaited.all as awaited, awaited.late as "awaitedLate",
      (select count(*) from (select from inbox i where i.agency_id = ${actor.agencyId} and i.read_at is null
        limit ${mostUnread + 1}) unread) as unread,
      (select count(*) from leg l join party own on own.matter_id = l.matter_id and own.agency_id = l.asker_id
        where l.asker_id = ${actor.agencyId} and l.no = 1 and l.delivery = 'unsent' and l.settled_at is null
          and l.state = any(${initialStates}::text[])) as drafts
    from ${counted('owes_id')} owed, ${counted('waits_id')} awaited`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('counting gave no row')
  return { ...row, unread: Math.min(row.unread, mostUnread), unreadMore: row.unread > mostUnread }
}
