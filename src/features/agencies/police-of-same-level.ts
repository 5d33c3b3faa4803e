import { sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database.ts'
import { type AgencyRef, refColumns } from './agency-store.ts'

/**
 * The police of an agency's own level and place 同级公安机关, to whom alone it transfers suspected crimes (行政执法机关移送涉嫌犯罪案件的规定
 * Art. 5). Empty where the directory has none.
 */
export async function policeOfSameLevel(tx: Tx, agency: AgencyId): Promise<readonly AgencyRef[]> {
  const { rows } = await sql<AgencyRef>`
    select ${refColumns} from agency
    join agency own on own.id = ${agency}
    where agency.kind = 'partner' and agency.active and 'traffic-police' = any(agency.lines)
      and agency.level = own.level and agency.division_code = own.division_code
    order by agency.path`.execute(tx)
  return rows
}
