import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { draftOfNotice } from './kinds/case-notice/draft-of-notice.ts'
import type { NoticeFacts } from './kinds/case-notice/notice-of.ts'
import type { MoveResult } from './matter-views.ts'
import { openFollowUp } from './open-follow-up.ts'

/**
 * Drafts the case notice 结案抄告 a closed case calls for, in the same transaction: every overload, and a penalty on a vehicle of another
 * province. Its seven working days run from `decision.handledOn`. Undefined where none is due, or the actor may not open matters.
 */
export async function draftCaseNotice(
  tx: Tx,
  actor: AgencyActor,
  facts: NoticeFacts,
  { of, occasion = hereAndNow() }: { readonly of?: string; readonly occasion?: Occasion } = {},
): Promise<MoveResult | undefined> {
  const draft = await draftOfNotice(tx, { agencyId: actor.agencyId, facts })
  return draft && openFollowUp(tx, actor, { ...draft, of }, occasion)
}
