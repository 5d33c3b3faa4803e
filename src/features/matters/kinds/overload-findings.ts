import { excessOf } from '../../../kernel/excess.ts'
import { fineFor, type WorkedOutFine } from '../../rules/rules.ts'
import type { Finding } from '../kind.ts'

/** The two weights of a vehicle in kilograms, and the moment it was found. */
type Weighed = {
  readonly totalKg: number
  readonly limitKg: number
  readonly at: string
}

/**
 * What follows from weighing a vehicle: how far it was over the limit 超限量、超限率, and where the case is still to be decided, what
 * the scale of the law leads to. Nothing within the limit.
 */
export function overloadFindings(
  { totalKg, limitKg, at }: Weighed,
  { isDecided = false }: { readonly isDecided?: boolean } = {},
): readonly Finding[] {
  const excess = excessOf({ found: totalKg, limit: limitKg })
  if (!excess) return []
  const { over, percent } = excess
  const overweight: Finding = {
    name: 'overweightKg',
    value: over,
    zh: `超过限值 ${over} 千克，超限率 ${percent}%（车货总质量 ${totalKg} 千克，限值 ${limitKg} 千克）。`,
    en: `${over} kg above the limit, ${percent} % of it (${totalKg} kg on a limit of ${limitKg} kg).`,
  }
  const fine = isDecided ? undefined : fineFor({ ruleId: 'OVERLOAD_MASS_FINE', value: over, on: at })
  return fine ? [overweight, suggestionOf(fine)] : [overweight]
}

/** The step and its amount with where they come from; how to decide stays with the agency. */
function suggestionOf({ rule, tier, yuan }: WorkedOutFine): Finding {
  const { basis, source, remainder, mostYuan } = rule
  if (tier.penalty === 'warning' || yuan === null)
    return {
      name: 'suggestedPenalty',
      value: 'warning',
      zh: `裁量参考：${tier.name.zh}，给予警告（${basis.zh}；${source.zh}）。由办案机关依法裁量。`,
      en: `For orientation: ${tier.name.en}, a warning (${basis.en}; ${source.en}). The agency decides.`,
    }
  const { each, yuan: perStep } = tier.penalty
  return {
    name: 'suggestedFineYuan',
    value: yuan,
    zh: `裁量参考：${tier.name.zh}，每超 ${each} ${rule.unit.zh}罚款 ${perStep} 元，最高 ${mostYuan} 元，计 ${yuan} 元（${basis.zh}；${source.zh}；${remainder.zh}，此算法待核对）。由办案机关依法裁量。`,
    en: `For orientation: ${tier.name.en}, ${perStep} yuan per ${each} ${rule.unit.en}, ${mostYuan} at most: ${yuan} yuan (${basis.en}; ${source.en}; ${remainder.en}, to be checked). The agency decides.`,
  }
}
