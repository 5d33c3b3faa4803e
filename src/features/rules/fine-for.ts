import { chinaDayOf, type Instant } from '../../kernel/day.ts'
import { type FineRule, type FineTier, fineRules } from './fine-rules.ts'

/** The step of a scale a value falls into, and the amount it leads to; none where the step is a warning. */
export type WorkedOutFine = {
  readonly rule: FineRule
  readonly tier: FineTier
  readonly yuan: number | null
}

/** The version of a scale in force when the act was committed. */
export function fineRuleFor({
  ruleId,
  on,
}: {
  readonly ruleId: string
  readonly on: Instant
}): FineRule | undefined {
  const day = chinaDayOf(on)
  return fineRules.find(
    ({ id, effectiveFrom, effectiveTo }) =>
      id === ruleId && effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  )
}

/**
 * What a scale leads to for a measured value, by the version in force when the act was committed. It is worked out and decides nothing:
 * circumstances that mitigate are for the agency. Undefined where no version was in force, or no step covers the value. Pure.
 */
export function fineFor({
  ruleId,
  value,
  on,
}: {
  readonly ruleId: string
  readonly value: number
  readonly on: Instant
}): WorkedOutFine | undefined {
  const rule = fineRuleFor({ ruleId, on })
  const tier = rule?.tiers.find(({ above, upTo }) => value > above && (upTo === undefined || value <= upTo))
  if (!rule || !tier) return undefined
  const { penalty } = tier
  const yuan =
    penalty === 'warning' ? null : Math.min(rule.mostYuan, Math.floor(value / penalty.each) * penalty.yuan)
  return { rule, tier, yuan }
}
