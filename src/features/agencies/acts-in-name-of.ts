import { sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database.ts'

/** The department whose name stands on the documents of an agency, where that is not its own (行政处罚法 Arts 18–20). */
export async function actsInNameOf(tx: Tx, id: AgencyId): Promise<AgencyId | null> {
  const { rows } = await sql<{ name: AgencyId | null }>`
    select acts_in_name_of as name from agency where id = ${id}`.execute(tx)
  return rows[0]?.name ?? null
}
