import { sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database.ts'
import type { AgencyRef } from './agency-store.ts'

/** Agencies under one agreement (协作区域). */
export type Alliance = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly since: string
  readonly isDefault: boolean
  /** The kinds of matter the agreement covers; null means all. */
  readonly kinds: string[] | null
  /** Where the daily work is done; it may mediate, never designate. */
  readonly officeId: AgencyId | null
  readonly convenorId: AgencyId
}

/** An alliance with those who signed it. */
export type AllianceWithMembers = Alliance & {
  readonly members: {
    readonly role: 'member' | 'convenor' | 'deputy'
    readonly agency: Pick<AgencyRef, 'id' | 'code' | 'name' | 'nameEn' | 'shortName'>
  }[]
}

const columns = sql`
  alliance.id, alliance.code, alliance.name, alliance.name_en as "nameEn", alliance.since,
  alliance.is_default as "isDefault", alliance.kinds, alliance.office_agency_id as "officeId",
  alliance.convenor_agency_id as "convenorId"`

/** The default alliance first, then by code: where several fit, everybody picks the same one. */
const preference = sql`alliance.is_default desc, alliance.code`

/** Every alliance an agency takes part in, by itself or through an agency above it. */
export async function alliancesOf(tx: Tx, agency: AgencyId): Promise<Alliance[]> {
  const { rows } = await sql<Alliance>`
    select ${columns} from alliances_covering(${[agency]}, null) alliance order by ${preference}`.execute(tx)
  return rows
}

/**
 * The alliance whose rules hold between two agencies: one that covers both, the default one before others, then by code;
 * undefined where they have signed nothing together and only the law holds.
 * @param kind asks for one that covers this kind of matter
 */
export async function commonAlliance(
  tx: Tx,
  one: AgencyId,
  other: AgencyId,
  kind?: string,
): Promise<Alliance | undefined> {
  const { rows } = await sql<Alliance>`
    select ${columns} from alliances_covering(${[one, other]}, ${kind ?? null}) alliance
    order by ${preference} limit 1`.execute(tx)
  return rows[0]
}

/** The alliance with an id, if there is one. */
export async function findAlliance(tx: Tx, id: string): Promise<Alliance | undefined> {
  const { rows } = await sql<Alliance>`select ${columns} from alliance where id = ${id}`.execute(tx)
  return rows[0]
}

/** All alliances with their members, convenors first. There are tens of them, so there is no paging. */
export async function listAlliances(tx: Tx): Promise<AllianceWithMembers[]> {
  const { rows } = await sql<AllianceWithMembers>`
    select ${columns}, (
      select json_agg(json_build_object('role', alliance_member.role, 'agency', json_build_object(
          'id', agency.id, 'code', agency.code, 'name', agency.name,
          'nameEn', agency.name_en, 'shortName', agency.short_name))
        order by array_position(array['convenor', 'deputy', 'member'], alliance_member.role), agency.code)
      from alliance_member join agency on agency.id = alliance_member.agency_id
      where alliance_member.alliance_id = alliance.id) as members
    from alliance order by ${preference}`.execute(tx)
  return rows
}
