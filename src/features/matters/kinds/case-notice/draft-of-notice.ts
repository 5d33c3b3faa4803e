import type { AgencyId } from '../../../../kernel/ids.ts'
import type { Tx } from '../../../../platform/database.ts'
import { getAgency } from '../../../agencies/agencies.ts'
import type { FollowUp } from '../../kind.ts'
import { homeRegionOf } from './home-region.ts'
import { type NoticeFacts, needsNotice, noticeOf } from './notice-of.ts'

/**
 * The draft of the notice that a decision calls for, addressed to the region that issued the plate as far as the plate tells. Nothing
 * is sent: the officer completes it, changes the addressee or not, and has it reviewed. Undefined where no notice is due.
 */
export async function draftOfNotice(
  tx: Tx,
  { agencyId, facts }: { readonly agencyId: string; readonly facts: NoticeFacts },
): Promise<FollowUp | undefined> {
  const { divisionCode } = await getAgency(tx, agencyId as AgencyId)
  if (!needsNotice(facts, divisionCode)) return undefined
  const home = await homeRegionOf(tx, { plate: facts.vehicle?.plate, askerId: agencyId })
  const to = home?.agency ? { to: [home.agency.id] } : {}
  return { kind: 'case-notice', content: { ...to, ...noticeOf(facts) } }
}
