import { sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { mustKeepAgency } from './keep-agency.ts'

/**
 * Takes a liaison off the directory.
 * @throws Refusal `not-found` when there is none (any more); `not-allowed` for anybody but the agency's leader and the
 *   system administrator
 */
export async function removeLiaison(tx: Tx, actor: Actor, liaisonId: string): Promise<void> {
  const { rows } = await sql<{ agencyId: AgencyId }>`
    select agency_id as "agencyId" from liaison where id = ${liaisonId}`.execute(tx)
  const liaison = rows[0]
  if (!liaison)
    throw new Refusal('not-found', {
      zh: '没有这位联络员，可能已被移除。请刷新页面。',
      en: 'There is no such liaison; it may have been removed already. Reload the page.',
    })
  mustKeepAgency(actor, liaison.agencyId)
  await sql`delete from liaison where id = ${liaisonId}`.execute(tx)
}
