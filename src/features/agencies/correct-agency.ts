import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { CorrectAgency } from './agencies.contract.ts'
import { type AgencyRef, getAgency } from './agency-store.ts'
import { mustManageSystem } from './keep-agency.ts'
import { soundOf } from './pinyin-of.ts'

/**
 * Corrects what the directory says of an agency. A name that somebody has corrected counts as confirmed.
 * @throws Refusal `not-allowed` for anybody but the system administrator; `not-found`
 */
export async function correctAgency(tx: Tx, actor: Actor, input: CorrectAgency): Promise<AgencyRef> {
  mustManageSystem(actor)
  const before = await getAgency(tx, input.agencyId)
  const name = input.name ?? before.name
  const shortName = input.shortName ?? before.shortName
  const { pinyin, initials } = soundOf(name, shortName)
  await sql`
    update agency
    set name = ${name}, short_name = ${shortName}, name_en = ${input.nameEn ?? before.nameEn},
        pinyin = ${pinyin}, initials = ${initials},
        lines = coalesce(${input.lines ?? null}::text[], lines),
        name_confidence = case when ${input.name !== undefined}::boolean then 'confirmed' else name_confidence end
    where id = ${input.agencyId}`.execute(tx)
  return getAgency(tx, input.agencyId)
}
