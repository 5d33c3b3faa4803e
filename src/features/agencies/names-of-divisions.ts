import { sql } from 'kysely'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../platform/database.ts'

/** What divisions are called, in the order of their codes as asked for; those there are not are left out. */
export async function namesOfDivisions(tx: Tx, codes: readonly string[]): Promise<readonly Words[]> {
  const { rows } = await sql<Words>`
    select name as zh, name_en as en from division
    where code = any(${[...codes]}::text[]) order by array_position(${[...codes]}::text[], code)`.execute(tx)
  return rows
}
