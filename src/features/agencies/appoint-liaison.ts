import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { AppointLiaison } from './agencies.contract.ts'
import { getOpenAgency } from './agency-store.ts'
import { mustKeepAgency } from './keep-agency.ts'

/**
 * Makes somebody the liaison (业务联络员) of an agency for a line of business.
 * @throws Refusal `not-allowed` for anybody but its leader and the system administrator; `not-now` when it is closed
 */
export async function appointLiaison(tx: Tx, actor: Actor, input: AppointLiaison): Promise<{ id: string }> {
  await getOpenAgency(tx, input.agencyId)
  mustKeepAgency(actor, input.agencyId)
  const id = newId()
  await sql`
    insert into liaison (id, agency_id, line, name, phone, account_id, note)
    values (${id}, ${input.agencyId}, ${input.line}, ${input.name}, ${input.phone},
            ${input.accountId ?? null}, ${input.note ?? null})`.execute(tx)
  return { id }
}
