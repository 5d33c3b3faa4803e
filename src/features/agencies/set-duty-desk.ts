import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { SetDutyDesk } from './agencies.contract.ts'
import { getOpenAgency } from './agency-store.ts'
import { mustKeepAgency } from './keep-agency.ts'

/**
 * Says where somebody of the agency answers (值班室); it replaces what was said before.
 * @throws Refusal `not-allowed` for anybody but its leader and the system administrator; `not-now` when it is closed
 */
export async function setDutyDesk(tx: Tx, actor: Actor, input: SetDutyDesk): Promise<void> {
  await getOpenAgency(tx, input.agencyId)
  mustKeepAgency(actor, input.agencyId)
  await sql`
    insert into duty_desk (agency_id, name, phone, hours, urgent)
    values (${input.agencyId}, ${input.name}, ${input.phone}, ${input.hours}, ${input.urgent})
    on conflict (agency_id) do update
      set name = excluded.name, phone = excluded.phone, hours = excluded.hours, urgent = excluded.urgent`.execute(
    tx,
  )
}
