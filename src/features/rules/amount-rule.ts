import { type Amount, wordsOfAmount } from '../../kernel/amount.ts'
import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Confidence } from './deadline-rule.ts'

/**
 * Who may set a number of its own: a province its own in place of ours, and an alliance a stricter one (`by-province`); both only a
 * stricter one (`to-tighten`); nobody (`never`).
 */
export type AmountEditable = 'by-province' | 'to-tighten' | 'never'

/** One number of law that is no deadline: from which fine a party has a right to a hearing, what may be decided on the spot. */
export type AmountRule = Amount & {
  readonly id: string
  readonly name: Words
  /** `at-most`: the lower, the stricter for the agency; `at-least`: the higher. */
  readonly limit: 'at-most' | 'at-least'
  /** Article of law, or the practice it follows. */
  readonly basis: Words
  readonly confidence: Confidence
  /** Where the number was read. */
  readonly source: Words
  /** First day in force; null where no law dates the number. */
  readonly effectiveFrom: Day | null
  /** Last day in force; null while it is. */
  readonly effectiveTo: Day | null
  readonly editable: AmountEditable
}

/** A number of its own that an alliance or a province adopted; exactly one of the two is named. */
export type AmountOverride = {
  readonly id: number
  readonly allianceId: string | null
  /** The first two digits of the division. */
  readonly province: string | null
  readonly ruleId: string
  readonly value: number
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly adoptedBy: string
  readonly reason: string
  /** How surely the decision was read. */
  readonly confidence: AdoptedConfidence
  readonly createdAt: string
}

/** What of it decides which number binds. */
type DecidedAmount = Omit<AmountOverride, 'adoptedBy' | 'createdAt'>

/** How surely a decision of a province or an alliance was read: its text, two sources that agree, or one that retells it. */
export type AdoptedConfidence = Extract<Confidence, 'V-local' | '2x' | 'M'>

/** A province or an alliance that sets amounts of its own. */
export type AmountAdopter = {
  readonly by: 'alliance' | 'province'
  /** The id of the alliance, or the first two digits of the province. */
  readonly of: string
  readonly name: Words
}

/** An amount as it binds an agency on one day, with the decision that set it where it is not the law's own. */
export type BindingAmount = Omit<AmountRule, 'effectiveFrom' | 'effectiveTo'> & {
  readonly adopted?: {
    readonly by: 'alliance' | 'province'
    /** The id of the alliance, or the two digits of the province. */
    readonly of: string
    readonly since: Day
    readonly reason: string
  }
}

/** Where an amount stands and how sure that is, line by line: what a page or a refusal gives as the reason. */
export function reasonsOfAmount(amount: BindingAmount): readonly { readonly words: Words }[] {
  const { name, basis, source, adopted } = amount
  const number = wordsOfAmount(amount)
  return [
    { words: { zh: `${name.zh}：${number.zh}。`, en: `${name.en}: ${number.en}.` } },
    { words: { zh: `依据：${basis.zh}（${source.zh}）。`, en: `Basis: ${basis.en} (${source.en}).` } },
    ...(adopted
      ? [
          {
            words: {
              zh: `${adopted.by === 'province' ? '本省' : '协作区域'}自 ${adopted.since} 起执行：${adopted.reason}。`,
              en: `Set by the ${adopted.by} from ${adopted.since}: ${adopted.reason}.`,
            },
          },
        ]
      : []),
  ]
}

/** Whether one number is stricter for the agency than another of the same rule. */
const isStricter = (value: number, than: number, limit: AmountRule['limit']): boolean =>
  limit === 'at-most' ? value < than : value > than

/** The rule with the numbers that bind: the province's first, then whichever of its alliances is strictest. Pure. */
export function bindingAmount(
  rule: AmountRule,
  overrides: readonly DecidedAmount[],
  day: Day,
): BindingAmount {
  const { effectiveFrom: _from, effectiveTo: _to, ...law } = rule
  const inForce = latestOf(
    overrides.filter(
      ({ ruleId, effectiveFrom, effectiveTo }) =>
        ruleId === rule.id && effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
    ),
  ).sort((a, b) => Number(b.province !== null) - Number(a.province !== null))
  let binding: BindingAmount = law
  for (const { value, allianceId, province, effectiveFrom: since, reason, confidence } of inForce) {
    const by = province === null ? 'alliance' : 'province'
    if (objectionToAmount(value, binding, by)) continue
    binding = { ...law, value, confidence, adopted: { by, of: province ?? allianceId ?? '', since, reason } }
  }
  return binding
}

/** The newest decision of each alliance and province. */
function latestOf(overrides: readonly DecidedAmount[]): DecidedAmount[] {
  const latest = new Map<string, DecidedAmount>()
  for (const override of overrides) {
    const of = override.allianceId ?? override.province ?? ''
    const known = latest.get(of)
    const isNewer =
      !known ||
      known.effectiveFrom < override.effectiveFrom ||
      (known.effectiveFrom === override.effectiveFrom && known.id < override.id)
    if (isNewer) latest.set(of, override)
  }
  return [...latest.values()]
}

/** Why an alliance or province may not have this number, naming the one that binds; undefined when it may. */
export function objectionToAmount(
  value: number,
  binding: Pick<BindingAmount, 'name' | 'basis' | 'value' | 'unit' | 'limit' | 'editable'>,
  by: 'alliance' | 'province',
): Words | undefined {
  const { name, basis, limit, editable } = binding
  const bound = wordsOfAmount(binding)
  if (editable === 'never')
    return {
      zh: `“${name.zh}”为 ${bound.zh}（${basis.zh}），由法律直接规定，不能另行约定。`,
      en: `"${name.en}" is ${bound.en} (${basis.en}) by law itself; nobody can agree on another.`,
    }
  if (editable === 'by-province' && by === 'province') return undefined
  if (value === binding.value || isStricter(value, binding.value, limit)) return undefined
  return {
    zh: `“${name.zh}”为 ${bound.zh}（${basis.zh}），只能更严：请填写${limit === 'at-most' ? '不高于' : '不低于'} ${binding.value} 的数值。`,
    en: `"${name.en}" is ${bound.en} (${basis.en}); it can only be made stricter: give no ${limit === 'at-most' ? 'more' : 'less'} than ${binding.value}.`,
  }
}
