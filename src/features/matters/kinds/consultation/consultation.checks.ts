import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'

/** What the forms cannot see. */
export const consultationChecks = {
  writeMinutes: async (input: EffectInput) => refuseFuture(input, [['heldAt']]),
} as const
