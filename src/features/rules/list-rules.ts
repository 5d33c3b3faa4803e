import { chinaDayOf, type Instant } from '../../kernel/day.ts'
import type { Tx } from '../../platform/database.ts'
import type { BindingRule, DeadlineRule } from './deadline-rule.ts'
import { deadlineRules } from './deadline-rules.ts'
import { ruleAmong, ruleInForce } from './rule-for.ts'
import { rulebookOf } from './rulebook.ts'

/** A rule as it binds, with its variants and what an alliance may do with it. */
export type ListedRule = BindingRule & {
  readonly variants: readonly BindingRule[]
  readonly editable: DeadlineRule['editable']
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
}

/** Every rule in force, as it binds in an alliance (or everywhere, without one), in the order of the registry. */
export async function listRules(
  tx: Tx,
  { allianceId, on }: { readonly allianceId?: string | undefined; readonly on: Instant },
): Promise<readonly ListedRule[]> {
  const day = chinaDayOf(on)
  const inForce = deadlineRules.filter(
    ({ effectiveFrom, effectiveTo }) =>
      (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo),
  )
  return Promise.all(inForce.map(({ id }) => getRule(tx, { ruleId: id, allianceId, on })))
}

/**
 * One rule in the same shape.
 * @throws Refusal `not-found` that names near ids
 */
export async function getRule(
  tx: Tx,
  {
    ruleId,
    allianceId,
    on,
  }: { readonly ruleId: string; readonly allianceId?: string | undefined; readonly on: Instant },
): Promise<ListedRule> {
  const { overrides } = await rulebookOf(tx)
  const own = overrides.filter((override) => override.allianceId === allianceId)
  const rule = ruleInForce(ruleId, chinaDayOf(on))
  return {
    ...ruleAmong(own, { ruleId, on }),
    variants: Object.keys(rule.variants ?? {}).map((variant) => ruleAmong(own, { ruleId, variant, on })),
    editable: rule.editable,
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo,
  }
}
