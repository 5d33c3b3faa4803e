import { chinaDayOf, type Day, type Instant } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database.ts'
import {
  type BindingRule,
  bindingRule,
  type DeadlineOverride,
  type DeadlineRule,
  objectionTo,
  ruleOn,
  withOverride,
} from './deadline-rule.ts'
import { deadlineRules } from './deadline-rules.ts'
import { nearRuleIds } from './near-rule-ids.ts'
import { rulebookOf } from './rulebook.ts'

/** Which rule is asked for: of which alliance, in which variant, on which day. */
export type RuleQuery = {
  readonly ruleId: string
  /** Such as `urgent`; a rule without that variant binds as it is, because an urgent matter has ordinary clocks too. */
  readonly variant?: string | null | undefined
  readonly allianceId?: string | null | undefined
  /** The moment the period begins: a clock keeps the rule it was started with. */
  readonly on: Instant
}

/**
 * The rule that binds: the version in force on that day, in the variant, with the alliance's own number where it has one.
 * A number the alliance may not have (any more, because the law became stricter) does not count.
 * @throws Refusal `not-found` for an id there is no rule of, or none in force on that day
 */
export async function ruleFor(tx: Tx, { ruleId, variant, allianceId, on }: RuleQuery): Promise<BindingRule> {
  const { overrides } = await rulebookOf(tx)
  const own = allianceId ? overrides.filter((override) => override.allianceId === allianceId) : []
  return ruleAmong(own, { ruleId, variant, on })
}

/** The same without a database, from the overrides of one alliance. Pure. */
export function ruleAmong(
  overrides: readonly DeadlineOverride[],
  { ruleId, variant, on }: Pick<RuleQuery, 'ruleId' | 'variant' | 'on'>,
): BindingRule {
  const day = chinaDayOf(on)
  const rule = ruleInForce(ruleId, day)
  const binding = (variant ? bindingRule(rule, variant) : undefined) ?? bindingRule(rule, null)
  if (!binding) throw new Error(`rule ${ruleId} has no plain form`)
  const override = overrides
    .filter((one) => one.ruleId === ruleId && one.variant === binding.variant)
    .filter(
      ({ effectiveFrom, effectiveTo }) =>
        effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
    )
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.id - b.id)
    .at(-1)
  return override && !objectionTo(override, binding, rule.editable)
    ? withOverride(binding, override)
    : binding
}

/**
 * Insists on a variant somebody named, where `ruleFor` would quietly take the rule as it is.
 * @throws Refusal `invalid-input` that lists the variants there are
 */
export function insistOnVariant(rule: BindingRule, variant: string | null | undefined): BindingRule {
  if (!variant || rule.variant === variant) return rule
  const known = Object.keys(deadlineRules.find(({ id }) => id === rule.id)?.variants ?? {})
  const message =
    known.length > 0
      ? {
          zh: `时限规则“${rule.id}”没有“${variant}”这种情形，可用：${known.join('、')}。`,
          en: `Deadline rule "${rule.id}" has no variant "${variant}"; there is ${known.join(', ')}.`,
        }
      : {
          zh: `时限规则“${rule.id}”没有其他情形，请去掉“${variant}”。`,
          en: `Deadline rule "${rule.id}" has no variants; leave out "${variant}".`,
        }
  throw new Refusal('invalid-input', message, {
    faults: [{ path: ['variant'], message }],
    facts: { variants: known },
  })
}

/**
 * The version of a rule on a day.
 * @throws Refusal `not-found` that names near ids, or since when there is such a rule
 */
export function ruleInForce(ruleId: string, day: Day): DeadlineRule {
  const rule = ruleOn(deadlineRules, ruleId, day)
  if (rule) return rule
  const versions = deadlineRules.filter(({ id }) => id === ruleId)
  throw versions.length > 0 ? notInForce(versions, day) : noSuchRule(ruleId)
}

function noSuchRule(ruleId: string): Refusal {
  const near = nearRuleIds(ruleId)
  const zh = near.length > 0 ? `是否想用：${near.join('、')}？` : '请从时限规则清单中选择。'
  const en =
    near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Choose one from the list of deadline rules.'
  return new Refusal(
    'not-found',
    { zh: `没有时限规则“${ruleId}”。${zh}`, en: `There is no deadline rule "${ruleId}". ${en}` },
    { facts: { near } },
  )
}

function notInForce(versions: readonly DeadlineRule[], day: Day): Refusal {
  const first = versions.map(({ effectiveFrom }) => effectiveFrom ?? '').sort()[0] ?? ''
  const name = versions[0]?.name ?? { zh: '', en: '' }
  const basis = versions[0]?.basis ?? { zh: '', en: '' }
  return new Refusal(
    'not-found',
    {
      zh: `“${name.zh}”（${basis.zh}）在 ${day} 不适用，自 ${first} 起施行。请核对起算时间，或按当时的规定人工计算。`,
      en: `"${name.en}" (${basis.en}) does not apply on ${day}; it is in force since ${first}. Check the time it starts, or reckon by the rules of that time.`,
    },
    { facts: { inForceSince: first } },
  )
}
