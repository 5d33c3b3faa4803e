import type { EffectInput, FollowUp } from '../../kind.ts'
import { draftOfNotice } from '../case-notice/draft-of-notice.ts'
import type { Registration } from './case.contract.ts'
import { recordOf } from './case-record.ts'
import { noticeFactsOf } from './onward.ts'

/**
 * Closing an overload, or any penalty on a vehicle of another province, drafts the notice to the region that licensed the vehicle
 * (62号令 Art. 44); its seven working days run from the day the case was closed.
 */
export const caseFollowUps = {
  close: async ({ tx, matter, leg, body }: EffectInput): Promise<FollowUp | undefined> => {
    const record = await recordOf(tx, matter.id, leg.done)
    const facts = noticeFactsOf(
      { content: matter.content as Registration, record, number: matter.number },
      String(body.closedOn),
    )
    return facts && draftOfNotice(tx, { agencyId: matter.lead_id, facts })
  },
}
