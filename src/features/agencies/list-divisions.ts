import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/** A division as a list offers it. */
export type DivisionEntry = {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly level: 'province' | 'prefecture' | 'county'
  /** How many divisions it contains directly; 0 where there is nothing to open. */
  readonly childrenCount: number
}

/** The real divisions directly below one, or the provinces. Functional zones are left out: no agency answers for them. */
export async function listDivisions(tx: Tx, parent?: string): Promise<DivisionEntry[]> {
  const { rows } = await sql<DivisionEntry>`
    select code, name, name_en as "nameEn", level,
      (select count(*) from division child where child.parent_code = division.code and not child.pseudo)
        as "childrenCount"
    from division
    where parent_code is not distinct from ${parent ?? null} and not pseudo
    order by code`.execute(tx)
  return rows
}
