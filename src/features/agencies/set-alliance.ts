import { sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { SetAlliance } from './agencies.contract.ts'
import { allianceIdOf } from './agency-id.ts'
import { getOpenAgency } from './agency-store.ts'
import { mustManageSystem } from './keep-agency.ts'

/**
 * Writes an alliance (协作区域) and its members as a whole: what is not named is no longer in it. Making one the default takes
 * that from the former default.
 * @throws Refusal `not-allowed` for anybody but the system administrator; `not-found` or `not-now` for an agency that does
 *   not exist or is closed
 */
export async function setAlliance(tx: Tx, actor: Actor, input: SetAlliance): Promise<{ id: string }> {
  mustManageSystem(actor)
  const roles = rolesOf(input)
  for (const agency of [...roles.keys(), ...(input.officeId ? [input.officeId] : [])])
    await getOpenAgency(tx, agency)
  const id = allianceIdOf(input.code)
  if (input.isDefault)
    await sql`update alliance set is_default = false where is_default and id <> ${id}`.execute(tx)
  await sql`
    insert into alliance (id, code, name, name_en, office_agency_id, convenor_agency_id, since, is_default, kinds)
    values (${id}, ${input.code}, ${input.name}, ${input.nameEn}, ${input.officeId ?? null}, ${input.convenorId},
            ${input.since}, ${input.isDefault}, ${input.kinds ?? null}::text[])
    on conflict (id) do update
      set name = excluded.name, name_en = excluded.name_en, office_agency_id = excluded.office_agency_id,
          convenor_agency_id = excluded.convenor_agency_id, since = excluded.since,
          is_default = excluded.is_default, kinds = excluded.kinds`.execute(tx)
  await sql`delete from alliance_member where alliance_id = ${id}`.execute(tx)
  await sql`
    insert into alliance_member (alliance_id, agency_id, role)
    select ${id}, agency, role
    from unnest(${[...roles.keys()]}::uuid[], ${[...roles.values()]}::text[]) as m(agency, role)`.execute(tx)
  return { id }
}

/** One role each: whoever convenes is not listed again as a deputy or a member. */
const rolesOf = (input: SetAlliance): ReadonlyMap<AgencyId, 'member' | 'deputy' | 'convenor'> =>
  new Map([
    ...input.members.map((agency) => [agency, 'member'] as const),
    ...input.deputies.map((agency) => [agency, 'deputy'] as const),
    [input.convenorId, 'convenor'] as const,
  ])
