import type { Day } from '../../kernel/day.ts'
import { isClockTime, type Span, type Term, wordsOfSpan } from '../../kernel/term.ts'
import type { Words } from '../../kernel/words.ts'

/**
 * How sure a number is: `V` read in the text of the law, `V-local` read in the practice of one place, `2x` two independent
 * sources agree, `M` from memory and to be checked, `D` our own proposal where the law is silent, `OPEN` sources disagree or are missing.
 */
export type Confidence = 'V' | 'V-local' | '2x' | 'M' | 'D' | 'OPEN'

/**
 * What an alliance may do with a rule: set a number of its own (`freely`), only make it stricter (`to-tighten`), or nothing
 * (`never`: rights of the party, criminal transfers, what no agreement between agencies can touch).
 */
export type Editable = 'freely' | 'to-tighten' | 'never'

/** Another length of the same rule, such as for urgent clues. What it does not say is as in the rule, except the extension: it has its own or none. */
export type Variant = Span & {
  readonly name: Words
  readonly extension?: Extension
  readonly basis?: Words
  readonly confidence?: Confidence
  readonly remindBefore?: readonly Span[]
  readonly escalateAfter?: Span
}

/** What one extension adds, in the unit of the rule, and where that stands. */
export type Extension = { readonly value: number; readonly basis: Words; readonly confidence: Confidence }

/** One deadline of law, practice or agreement, in one version. Several versions of one id follow each other in time. */
export type DeadlineRule = Term & {
  readonly id: string
  readonly name: Words
  /** The event it runs from. */
  readonly from: Words
  readonly extension?: Extension
  readonly variants?: Readonly<Record<string, Variant>>
  /** `at-least`: a minimum, such as how long logs are kept; then longer is stricter. Otherwise a maximum. */
  readonly limit: 'at-most' | 'at-least'
  readonly remindBefore: readonly Span[]
  /** Article of law, or the practice it follows. */
  readonly basis: Words
  readonly confidence: Confidence
  /** First day in force; null where no law dates the number. */
  readonly effectiveFrom: Day | null
  /** Last day in force; null while it is. */
  readonly effectiveTo: Day | null
  readonly scope: 'national' | 'province' | 'alliance'
  readonly editable: Editable
  /** Where the number was read. */
  readonly source: Words
}

/** A number of its own that an alliance adopted for a rule. */
export type DeadlineOverride = {
  readonly id: number
  readonly allianceId: string
  readonly ruleId: string
  readonly variant: string | null
  readonly value: number
  readonly unit: Span['unit']
  /** What one extension adds; null when the period cannot be extended. */
  readonly extension: number | null
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly adoptedBy: string | null
  readonly reason: string
  readonly createdAt: string
}

/** A rule as it binds on one day: version, variant and the alliance's number chosen. Plain data, kept with each clock it starts. */
export type BindingRule = Term & {
  readonly id: string
  readonly variant: string | null
  readonly name: Words
  readonly from: Words
  readonly remindBefore: readonly Span[]
  readonly limit: DeadlineRule['limit']
  readonly basis: Words
  readonly confidence: Confidence
  readonly scope: DeadlineRule['scope']
  readonly source: Words
  /** The alliance's decision that set the number, if one did. */
  readonly adopted?: { readonly allianceId: string; readonly since: Day; readonly reason: string }
}

/** The version of a rule in force on a day; undefined when there is none of that id, or none yet, or none any more. */
export function ruleOn(rules: readonly DeadlineRule[], id: string, day: Day): DeadlineRule | undefined {
  return rules.find(
    (rule) =>
      rule.id === id &&
      (rule.effectiveFrom === null || rule.effectiveFrom <= day) &&
      (rule.effectiveTo === null || day <= rule.effectiveTo),
  )
}

/** The rule in one of its variants; undefined when it has no such variant. */
export function bindingRule(rule: DeadlineRule, variantName: string | null): BindingRule | undefined {
  const variant = variantName === null ? undefined : ownVariant(rule, variantName)
  if (variantName !== null && !variant) return undefined
  const span: Span = variant ?? rule
  const extension = variant ? variant.extension : rule.extension
  const escalateAfter = variant?.escalateAfter ?? rule.escalateAfter
  return {
    id: rule.id,
    variant: variantName,
    name: variant
      ? { zh: `${rule.name.zh}（${variant.name.zh}）`, en: `${rule.name.en} (${variant.name.en})` }
      : rule.name,
    from: rule.from,
    value: span.value,
    unit: span.unit,
    limit: rule.limit,
    remindBefore: variant ? (variant.remindBefore ?? remindersFor(span)) : rule.remindBefore,
    basis: variant?.basis ?? rule.basis,
    confidence: variant?.confidence ?? rule.confidence,
    scope: rule.scope,
    source: rule.source,
    ...(extension ? { extension: { value: extension.value, basis: extension.basis } } : {}),
    ...(escalateAfter ? { escalateAfter } : {}),
    ...(rule.counts ? { counts: rule.counts } : {}),
    ...(rule.lastDay ? { lastDay: rule.lastDay } : {}),
  }
}

/** The binding rule with the number an alliance adopted for it. */
export function withOverride(rule: BindingRule, override: DeadlineOverride): BindingRule {
  const { extension: _national, ...rest } = rule
  const span: Span = { value: override.value, unit: override.unit }
  const changed = rule.value !== span.value || rule.unit !== span.unit
  return {
    ...rest,
    ...span,
    ...(override.extension === null ? {} : { extension: { value: override.extension } }),
    remindBefore: changed ? remindersFor(span) : rule.remindBefore,
    scope: 'alliance',
    adopted: { allianceId: override.allianceId, since: override.effectiveFrom, reason: override.reason },
  }
}

/** A number an alliance proposes. */
export type Proposal = Span & { readonly extension: number | null }

/**
 * Why an alliance may not have this number, in words that name the one that binds; undefined when it may.
 * A national number may be made stricter: a shorter maximum, a longer minimum, no longer extension, in the same unit,
 * because five working days and seven calendar days cannot be compared before the days are known.
 */
export function objectionTo(proposal: Proposal, rule: BindingRule, editable: Editable): Words | undefined {
  if (editable === 'freely') return undefined
  const bound = wordsOfSpan(rule)
  if (editable === 'never')
    return {
      zh: `“${rule.name.zh}”为 ${bound.zh}（${rule.basis.zh}），由法律直接规定，协作区域不能另行约定。`,
      en: `"${rule.name.en}" is ${bound.en} (${rule.basis.en}) by law itself; an alliance cannot agree on another.`,
    }
  if (proposal.unit !== rule.unit)
    return {
      zh: `“${rule.name.zh}”的法定期限为 ${bound.zh}（${rule.basis.zh}），请用同一单位填写不超出它的数值。`,
      en: `The law sets ${bound.en} for "${rule.name.en}" (${rule.basis.en}); give a number in the same unit that stays within it.`,
    }
  const atLeast = rule.limit === 'at-least'
  if (atLeast ? proposal.value < rule.value : proposal.value > rule.value)
    return {
      zh: `“${rule.name.zh}”的法定期限为 ${bound.zh}（${rule.basis.zh}），只能收紧，不能放宽：请填写${atLeast ? '不少于' : '不超过'} ${rule.value} 的数值。`,
      en: `The law sets ${bound.en} for "${rule.name.en}" (${rule.basis.en}); it can be tightened but not loosened: give ${atLeast ? 'no less' : 'no more'} than ${rule.value}.`,
    }
  const extension = rule.extension?.value ?? 0
  if ((proposal.extension ?? 0) > extension)
    return {
      zh: `“${rule.name.zh}”${extension > 0 ? `法定最多延长 ${extension}` : '法律没有规定延长'}（${rule.basis.zh}），协作区域不能放宽，请改为不超过 ${extension}。`,
      en: `By law "${rule.name.en}" ${extension > 0 ? `can be extended by at most ${extension}` : 'cannot be extended'} (${rule.basis.en}); give no more than ${extension}.`,
    }
  return undefined
}

/** When people are reminded of a period of this length unless a rule says otherwise: earlier the longer it is, and on the last day. */
export function remindersFor({ value, unit }: Span): readonly Span[] {
  if (isClockTime(unit)) {
    const minutes = unit === 'hour' ? value * 60 : value
    return [{ value: Math.max(1, Math.round(minutes / 4)), unit: 'minute' }]
  }
  const lastDay: Span = { value: 0, unit: 'work_day' }
  if (unit === 'month' || unit === 'year')
    return [{ value: 10, unit: 'work_day' }, { value: 3, unit: 'work_day' }, lastDay]
  if (value <= 2) return [lastDay]
  if (value <= 7) return [{ value: 1, unit: 'work_day' }, lastDay]
  if (value <= 20) return [{ value: 2, unit: 'work_day' }, lastDay]
  return [{ value: 5, unit: 'work_day' }, { value: 1, unit: 'work_day' }, lastDay]
}

const ownVariant = (rule: DeadlineRule, name: string): Variant | undefined =>
  rule.variants && Object.hasOwn(rule.variants, name) ? rule.variants[name] : undefined
