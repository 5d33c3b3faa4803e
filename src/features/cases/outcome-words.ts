import type { Words } from '../../kernel/words.ts'
import { kindOf } from '../matters/matters.ts'

/** How a case was decided, or what became of the decision, in words; null before it. */
export function outcomeWords(outcome: string | null): Words | null {
  const { options } = kindOf('case').words
  return outcome === null ? null : (options.proposal?.[outcome] ?? options.result?.[outcome] ?? null)
}
