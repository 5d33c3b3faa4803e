import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { type AgencyRef, refColumns } from './agency-store.ts'

/**
 * Who answers for a division: its enforcement team or else its department, and where the directory has neither, those of the division
 * above it. Units of a road, stations and partners answer for no division. Undefined where nobody does, such as in a province that
 * is not in the directory yet.
 */
export async function enforcementIn(tx: Tx, divisionCode: string): Promise<AgencyRef | undefined> {
  const { rows } = await sql<AgencyRef>`
    select ${refColumns} from agency
    where agency.active and agency.kind in ('corps', 'detachment', 'brigade', 'department')
      and agency.level <> 'township'
      and agency.division_code in (select divisions_above(${divisionCode}))
    -- The codes of one line grow from the province down; a department follows its own teams.
    order by agency.division_code desc,
      array_position(array['corps', 'detachment', 'brigade', 'department'], agency.kind), agency.path
    limit 1`.execute(tx)
  return rows[0]
}
