import { chinaDayOf } from '../../../kernel/day.ts'
import { deadlineOf } from '../../../kernel/deadline.ts'
import { refuseFaults } from '../../../kernel/faults.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import { wordsOfSpan } from '../../../kernel/term.ts'
import { calendarFor, ruleFor } from '../../rules/rules.ts'
import type { EffectInput } from '../kind.ts'

/** The end that somebody named for what lasts a while: where it stands in the form, and the rule that says how long it lasts at most. */
export type NamedEnd = {
  /** When it begins; now unless said. */
  readonly from?: string
  readonly until: string
  readonly path: readonly string[]
  readonly ruleId: string
}

/** Refuses what is over before it begins, or lasts longer than the registry allows. */
export const refuseUnfitEnd = async (input: Pick<EffectInput, 'tx' | 'now'>, end: NamedEnd): Promise<void> =>
  refuseFaults(await unfitEnd(input, end))

/** What is wrong with such an end, where other faults are said along with it. */
export async function unfitEnd(
  { tx, now }: Pick<EffectInput, 'tx' | 'now'>,
  { from = now, until, path, ruleId }: NamedEnd,
): Promise<readonly Fault[]> {
  const rule = await ruleFor(tx, { ruleId, on: now })
  const { dueAt } = deadlineOf({ rule, from, calendar: await calendarFor(tx) })
  if (Date.parse(until) <= Date.parse(now))
    return [
      {
        path,
        message: { zh: '截止时间已过，请填写将来的时间。', en: 'This is past; give a time that lies ahead.' },
      },
    ]
  if (Date.parse(until) <= Date.parse(dueAt)) return []
  const longest = wordsOfSpan(rule)
  return [
    {
      path,
      message: {
        zh: `${rule.name.zh}为 ${longest.zh}，即至 ${chinaDayOf(dueAt)}。期满仍有需要的，另行审批。`,
        en: `It lasts ${longest.en} at most, until ${chinaDayOf(dueAt)}. If it is still needed then, have a new one approved.`,
      },
    },
  ]
}
