import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Correspondent } from './compose-letter.ts'
import type { Issuer } from './write-letter.ts'

/** Who writes a letter and whom it names, as they are called now. */
export type LetterAgencies = {
  /** The agency, or the one in whose name it acts 以……名义 (行政处罚法 Art. 18–20). */
  readonly issuer: Issuer
  nameOf(id: string | null): Correspondent | undefined
  /** The agency in whose name this one acts, where that is another one. */
  principalOf(id: string): Correspondent | undefined
  /** The place of an agency in the tree. */
  pathOf(id: string): string | undefined
}

type Row = Issuer & {
  readonly path: string
  readonly is_issuer: boolean
  readonly principal: Correspondent | null
}

/** Looks up the agency whose letter it is and those it names, in one query. */
export async function letterAgencies(
  tx: Tx,
  actingId: string,
  ids: readonly (string | null)[],
): Promise<LetterAgencies> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const { rows } = await sql<Row>`
    select a.id, a.name, a.short_name as "shortName", a.division_code as "divisionCode", a.path,
      a.id = coalesce(own.acts_in_name_of, own.id) as is_issuer,
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as principal
    from agency own join agency a on a.id = any (${wanted}::uuid[]) or a.id = coalesce(own.acts_in_name_of, own.id)
    left join agency p on p.id = a.acts_in_name_of
    where own.id = ${actingId}`.execute(tx)
  const issuer = rows.find(({ is_issuer }) => is_issuer)
  if (!issuer) throw new Error('Whoever acts belongs to an agency.')
  const known = new Map(rows.map(({ id, name }) => [id, { id, name }]))
  return {
    issuer,
    nameOf: (id) => (id === null ? undefined : known.get(id)),
    principalOf: (id) => rows.find((row) => row.id === id)?.principal ?? undefined,
    pathOf: (id) => rows.find((row) => row.id === id)?.path,
  }
}
