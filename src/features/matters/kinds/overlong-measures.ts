import { chinaDayOf } from '../../../kernel/day.ts'
import { deadlineOf } from '../../../kernel/deadline.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import { calendarFor, ruleFor } from '../../rules/rules.ts'
import type { EffectInput } from '../kind.ts'

/** A measure that somebody says lasts from one instant to another, and where that end stands in the form. */
export type LastingMeasure = {
  /** The rule that says how long such a measure lasts at most, such as SEIZE. */
  readonly ruleId: 'SEIZE' | 'EVID_REG_SAVE'
  readonly from: string
  readonly until: string
  readonly path: Fault['path']
}

/** Measures that are to last longer than the law allows, extension included (行政强制法 Art. 25, 行政处罚法 Art. 56). */
export async function overlongMeasures(
  { tx, now }: Pick<EffectInput, 'tx' | 'now'>,
  measures: readonly LastingMeasure[],
): Promise<readonly Fault[]> {
  const ruleIds = [...new Set(measures.map(({ ruleId }) => ruleId))]
  if (ruleIds.length === 0) return []
  const calendar = await calendarFor(tx)
  const rules = new Map(
    await Promise.all(
      ruleIds.map(async (ruleId) => [ruleId, await ruleFor(tx, { ruleId, on: now })] as const),
    ),
  )
  return measures.flatMap(({ ruleId, from, until, path }): readonly Fault[] => {
    const rule = rules.get(ruleId)
    if (!rule) return []
    const extended = rule.extension !== undefined
    const last = chinaDayOf(deadlineOf({ rule, from, extended, calendar }).dueAt)
    if (chinaDayOf(until) <= last) return []
    return [
      {
        path,
        message: {
          zh: `${extended ? '经批准延长的，' : ''}最迟也只能到 ${last}（${rule.basis.zh}）。请核对期限。`,
          en: `${extended ? 'Extension included, it' : 'It'} may last until ${last} at most (${rule.basis.en}). Check the end.`,
        },
      },
    ]
  })
}
