import { sql } from 'kysely'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { Tx } from '../../../../platform/database.ts'
import { agenciesByIds } from '../../../agencies/agencies.ts'
import { caseNumberKey } from '../case-transfer/case-number-key.ts'

/** In which matter a case went to another agency, and to which. */
export type CaseElsewhere = {
  /** The number of the matter. */
  readonly number: string
  readonly agency: { readonly name: string; readonly nameEn: string }
}

/**
 * Who has a case instead of one's own agency: since a dispute over it was settled or designated, or since a transfer of it was accepted.
 * It is known by its number, and by what was begun from it before it had one. Whoever lost it stops dealing with it (行政处罚法
 * Art. 25); undefined while it is one's own.
 */
export async function caseElsewhere(
  tx: Tx,
  { matterId, caseNumber }: { readonly matterId: string; readonly caseNumber?: string | undefined },
): Promise<CaseElsewhere | undefined> {
  const key = caseNumber === undefined ? null : caseNumberKey(caseNumber)
  const { rows } = await sql<{ number: string; agency_id: AgencyId }>`
    select number, agency_id from case_elsewhere_in(${key}, ${matterId})`.execute(tx)
  const [found] = rows
  const agency = found && (await agenciesByIds(tx, [found.agency_id])).get(found.agency_id)
  return agency && { number: found.number, agency: { name: agency.name, nameEn: agency.nameEn } }
}
