import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

/** The kinds that settle where the case belongs: one of them at a time, or one region would get what another has been offered. */
const oneAtATime = ['case-transfer', 'criminal-transfer', 'jurisdiction-dispute'] as const

/** A matter that was begun from a case and goes on. */
export type UnderWay = {
  readonly kind: (typeof oneAtATime)[number]
  readonly id: string
  readonly number: string
}

/**
 * What was begun from a case and is neither settled nor discarded, of the kinds of which there is one at a time; drafts as well, so that
 * whoever begins a second one goes on with the first.
 */
export async function underWayFrom(tx: Tx, caseId: string): Promise<readonly UnderWay[]> {
  const { rows } = await sql<UnderWay>`
    select distinct on (m.kind) m.kind, m.id, m.number
    from matter_link k join matter m on m.id = k.matter_id
    where k.other_id = ${caseId} and m.kind = any(${[...oneAtATime]}::text[]) and m.settled_at is null
    order by m.kind, m.opened_at`.execute(tx)
  return rows
}
