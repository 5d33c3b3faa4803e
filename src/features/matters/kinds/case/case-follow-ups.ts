import type { AgencyId } from '../../../../kernel/ids.ts'
import { getAgency } from '../../../agencies/agencies.ts'
import type { EffectInput, FollowUp } from '../../kind.ts'
import { needsNotice, noticeOf } from '../case-notice/notice-of.ts'
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
    if (!facts) return undefined
    const { divisionCode } = await getAgency(tx, matter.lead_id as AgencyId)
    return needsNotice(facts, divisionCode) ? { kind: 'case-notice', content: noticeOf(facts) } : undefined
  },
}
