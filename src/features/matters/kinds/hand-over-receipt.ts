import { refuseFaults } from '../../../kernel/faults.ts'
import type { EffectInput } from '../kind.ts'
import { futureFaults } from './future-faults.ts'
import { lastSaid } from './last-said.ts'
import { outOfOrder } from './out-of-order.ts'

/** Refuses a receipt that is dated in the future, or before the hand-over it confirms. */
export async function refuseUntimelyReceipt(input: EffectInput): Promise<void> {
  const { at } = await lastSaid<{ at: string }>(input, ['handOver'])
  refuseFaults([
    ...futureFaults(input.body, [['at']], input.now),
    ...outOfOrder(['at'], input.body.at as string, [{ words: { zh: '移交', en: 'it was handed over' }, at }]),
  ])
}
