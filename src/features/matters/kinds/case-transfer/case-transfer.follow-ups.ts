import { sql } from 'kysely'
import { chinaDayOf } from '../../../../kernel/day.ts'
import type { EffectInput, FollowUp } from '../../kind.ts'
import { draftOfNotice } from '../case-notice/draft-of-notice.ts'
import type { NoticeFacts } from '../case-notice/notice-of.ts'
import { measuredOf } from '../overload-fields.ts'
import { numberOfOwnCase } from '../own-case.ts'
import type { caseTransferForms, Submission } from './case-transfer.contract.ts'

type Decided = Extract<ReturnType<(typeof caseTransferForms)['decide']['parse']>, { outcome: 'penalty' }>
type Filed = ReturnType<(typeof caseTransferForms)['file']['parse']>

/**
 * The case notice 结案抄告 that becomes due when the receiver has dealt with the case: for a penalty in an overload case, or on a
 * vehicle of another province. Where the receiver keeps a case of its own from the transfer, closing that case drafts it, and only that.
 */
export async function noticeAfterDecision(input: EffectInput): Promise<FollowUp | undefined> {
  const { tx, matter, actorAgencyId, body, now } = input
  if ('caseNumber' in (await numberOfOwnCase(tx, matter))) return undefined
  const { rows } = await sql<{ decided: Decided | null; filed: Filed | null }>`
    select
      (select body -> 'form' from event where matter_id = ${matter.id} and type = 'decide' order by seq desc limit 1) as decided,
      (select body -> 'form' from event where matter_id = ${matter.id} and type = 'file' order by seq desc limit 1) as filed`.execute(
    tx,
  )
  const { decided, filed } = rows[0] ?? {}
  if (decided?.outcome !== 'penalty') return undefined
  const { case: it, vehicle, overload } = matter.content as Submission
  const facts: NoticeFacts = {
    vehicle,
    decision: {
      behaviour: overload ? 'overload' : 'other',
      caseNumber: filed?.caseNumber ?? it.number,
      occurredAt: it.discoveredAt,
      place: it.place,
      facts: decided.summary,
      ...(overload ? measuredOf(overload) : {}),
      decisionNumber: decided.decisionNumber,
      decidedOn: decided.decidedOn,
      handledOn: chinaDayOf(now),
      penalties: decided.penalties,
      ...(decided.fineYuan === undefined ? {} : { fineYuan: decided.fineYuan }),
      ...(decided.confiscatedYuan === undefined ? {} : { confiscatedYuan: decided.confiscatedYuan }),
      execution: body.execution as NoticeFacts['decision']['execution'],
    },
  }
  return draftOfNotice(tx, { agencyId: actorAgencyId, facts })
}
