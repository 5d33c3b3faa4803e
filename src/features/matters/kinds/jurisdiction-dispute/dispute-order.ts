import type { Fault } from '../../../../kernel/refusal.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { EffectInput, Statement } from '../../kind.ts'
import { lastSaid } from '../last-said.ts'
import { type Former, outOfOrder } from '../out-of-order.ts'
import type { Raise } from './jurisdiction-dispute.contract.ts'

// What the dates of a dispute cannot lie before.

const occurrence = ({ dispute }: Raise): Former => ({
  words: { zh: '违法行为发生（发现）', en: 'the violation happened or was found' },
  at: dispute.occurredAt,
})

/**
 * Who raised the dispute filed the case after what it says happened. The other side is not held to it: that it had found and filed the
 * act before may be just what is disputed.
 */
export function filingOrderFaults(
  { body, matter, leg, actorAgencyId }: EffectInput,
  filedAt: string | undefined,
): readonly Fault[] {
  if (filedAt === undefined || actorAgencyId !== leg.asker_id) return []
  const raised = ('dispute' in body ? body : matter.content) as Raise
  return outOfOrder(['position', 'filedAt'], filedAt, [occurrence(raised)])
}

const filing: Words = { zh: '立案', en: 'the case was filed' }

/** Nothing is agreed on a case before it was filed, by whichever side did so last. */
export function agreementOrderFaults(
  { body, matter }: EffectInput,
  positions: readonly Statement[],
): readonly Fault[] {
  const filings = positions
    .flatMap(({ value: { filedAt } }) => (typeof filedAt === 'string' ? [filedAt] : []))
    .sort((one, other) => Date.parse(one) - Date.parse(other))
  return outOfOrder(['agreedOn'], String(body.agreedOn), [
    occurrence(matter.content as Raise),
    ...filings.map((at) => ({ words: filing, at })),
  ])
}

/** The party is told who has the case after that was settled; whoever stops had something to stop. */
export async function handOverOrderFaults(input: EffectInput): Promise<readonly Fault[]> {
  const { stoppedAt, notice } = input.body as { stoppedAt: string; notice: { at?: string } }
  const stop = outOfOrder(['stoppedAt'], stoppedAt, [occurrence(input.matter.content as Raise)])
  if (notice.at === undefined) return stop
  const settled = await lastSaid<{ agreedOn?: string; decidedOn?: string }>(input, settling)
  const at = settled.decidedOn ?? settled.agreedOn
  const settlement = { words: { zh: '确定管辖', en: 'jurisdiction was settled' }, at }
  return [...stop, ...outOfOrder(['notice', 'at'], notice.at, [settlement])]
}

const settling = ['settleOnAsker', 'settleOnAnswerer', 'designateAsker', 'designateAnswerer']
