import { sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database.ts'
import type { LineOfBusiness } from './lines-of-business.ts'

/** The lines of business an agency is competent for; none for an agency there is not. */
export async function linesOf(tx: Tx, id: AgencyId): Promise<readonly LineOfBusiness[]> {
  const { rows } = await sql<{ lines: LineOfBusiness[] }>`select lines from agency where id = ${id}`.execute(
    tx,
  )
  return rows[0]?.lines ?? []
}
