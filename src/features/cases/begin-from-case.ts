import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import {
  alreadyPending,
  caseFacts,
  type MoveResult,
  onward,
  onwardKindNames,
  onwardKinds,
  openFollowUp,
  revealContent,
} from '../matters/matters.ts'

export const BeginFromCase = z.strictObject({ kind: z.enum(onwardKindNames) })
export type BeginFromCase = z.infer<typeof BeginFromCase>

/**
 * Opens the draft of another matter from a case: what the case knows is filled in, and the two are linked. The party comes along, so
 * that is a reading of personal data and recorded as one.
 * @throws Refusal `not-found`, `not-allowed` for who may not open matters, `not-now` where the case is not that far, `already-pending`
 * where one is under way of which there is one at a time
 */
export async function beginFromCase(
  tx: Tx,
  actor: AgencyActor,
  matterId: string,
  { kind }: BeginFromCase,
  occasion: Occasion = hereAndNow(),
): Promise<MoveResult> {
  const facts = await caseFacts(tx, matterId, occasion)
  if (!onwardKinds(facts).includes(kind)) throw notThatFar()
  const begun = facts.underWay?.find((each) => each.kind === kind)
  if (begun) throw alreadyPending(begun.number)
  await revealContent(tx, actor, matterId, { purpose: 'handling' })
  const opened = await openFollowUp(
    tx,
    actor,
    { kind, content: onward[kind].begin(facts), of: matterId },
    occasion,
  )
  if (!opened) throw mayNotOpen()
  return opened
}

const notThatFar = (): Refusal =>
  new Refusal('not-now', {
    zh: '案件还没有办到这一步，或者已经过了这一步，不能由此发起。请刷新页面，看看现在可以发起什么。',
    en: 'The case is not that far, or past it. Reload the page to see what can be begun from it now.',
  })

/** Who answers matters without beginning any, such as a reviewer, begins none from another either. */
export const mayNotOpen = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '您的账号不能发起新的事项，请由办案人员发起。',
    en: 'Your account cannot open matters; ask a case officer to.',
  })
