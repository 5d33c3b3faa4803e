import { sql } from 'kysely'
import { canonical } from '../../kernel/canonical.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { agencyNames } from './agency-names.ts'
import { contentAsWritten } from './content-as-written.ts'
import type { PrecedentView } from './matter-views.ts'

/** So many settled matters are compared, the newest first, and so many shown. */
const most = { compared: 500, shown: 5 } as const

type Content = Readonly<Record<string, unknown>>

/**
 * Settled matters of the same kind that resemble one that is being written, or was: those with most of the compared fields in common
 * first, then the newest. Only what the reader's agency may see; none for kinds that compare nothing.
 * @throws Refusal `not-found` when there is no such matter, or it is not for the reader
 */
export async function precedentsOf(
  tx: Tx,
  actor: AgencyActor,
  matterId: string,
): Promise<readonly PrecedentView[]> {
  const { kind, content } = await contentAsWritten(tx, actor, matterId)
  if (!kind.precedents) return []
  const wanted = kind.precedents.by.flatMap((path) => {
    const value = textOf(content, path)
    return value === undefined ? [] : [{ path, value }]
  })
  if (wanted.length === 0) return []

  const settled = await sql<{
    id: string
    number: string
    title: string
    content: Content
    settled_at: string
    lead_id: string
    state: string
  }>`
    select m.id, m.number, m.title, m.content, m.settled_at, m.lead_id, l.state
    from matter m join leg l on l.matter_id = m.id and l.no = 1
    where m.kind = ${kind.name} and m.settled_at is not null and m.id <> ${matterId}
      and l.state = any(${[...kind.precedents.endedIn]})
    order by m.settled_at desc limit ${most.compared}`.execute(tx)
  const resembling = settled.rows
    .map((row) => ({
      row,
      alike: wanted.filter(({ path, value }) => textOf(row.content, path) === value).map(({ path }) => path),
    }))
    .filter(({ alike }) => alike.length > 0)
    .sort((a, b) => b.alike.length - a.alike.length)
    .slice(0, most.shown)
  const agencyOf = await agencyNames(
    tx,
    resembling.map(({ row }) => row.lead_id),
  )
  return resembling.map(({ row, alike }) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    settledAt: new Date(row.settled_at).toISOString(),
    state: row.state,
    stateWords: kind.words.states[row.state] ?? { zh: row.state, en: row.state },
    lead: agencyOf(row.lead_id),
    alike,
  }))
}

/** What stands at a path, as text that can be compared; nothing where it is not filled in. */
function textOf(content: Content, path: string): string | undefined {
  const value = path
    .split('.')
    .reduce<unknown>(
      (at, step) => (typeof at === 'object' && at !== null ? (at as Content)[step] : undefined),
      content,
    )
  return value === undefined || value === null || value === '' ? undefined : canonical(value)
}
