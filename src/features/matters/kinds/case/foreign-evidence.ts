import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { agencyNames } from '../../agency-names.ts'
import type { AgencyShort } from '../../matter-views.ts'

/** A piece of evidence in a case that another region's agency collected, and whether it was recognised for this case. */
export type ForeignEvidence = {
  readonly file: string
  readonly name: string
  /** Null where it is said that another authority handed it in, and not which. */
  readonly collectedBy: AgencyShort | null
  readonly isRecognised: boolean
}

type Row = Omit<ForeignEvidence, 'collectedBy'> & { readonly collected_by: string | null }

/**
 * The evidence of a case that agencies of other provinces collected, as it is described in its record; files that were withdrawn are
 * left out. It is recognised when the agency of the case recognised that very piece, for this case, in a matter 证据互认 of the agency
 * that collected it: the file by its digest, or the piece the description names.
 */
export async function foreignEvidence(tx: Tx, matterId: string): Promise<readonly ForeignEvidence[]> {
  const { rows } = await sql<Row>`
    select file, name, collected_by, recognised as "isRecognised" from foreign_evidence(${matterId}) order by name`.execute(
    tx,
  )
  const agencyOf = await agencyNames(
    tx,
    rows.map((row) => row.collected_by),
  )
  return rows.map(({ collected_by, ...row }) => ({ ...row, collectedBy: agencyOf(collected_by) }))
}
