import {
  chinaDayOf,
  chinaInstant,
  daysBetween,
  type Instant,
  millisecondsOf,
  yearOf,
} from '../../kernel/day.ts'
import { deadlineOf, type Pause } from '../../kernel/deadline.ts'
import type { Step } from '../../kernel/derivation.ts'
import { type Fault, Refusal } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { BindingRule, Confidence } from './deadline-rule.ts'

/** A deadline with everything a person may ask about it: what `POST /deadlines` and `xiezhi deadline --json` answer. */
export type ExplainedDeadline = {
  readonly rule: string
  readonly from: Instant
  readonly due: Instant
  readonly steps: readonly Step[]
  readonly variant: string | null
  readonly name: Words
  readonly basis: Words
  readonly confidence: Confidence
  /** True while a pause lasts: `due` is then the earliest possible end. */
  readonly paused: boolean
}

/** What somebody asks to have counted. */
export type DeadlineQuestion = {
  readonly from: Instant
  readonly pauses?: readonly Pause[] | undefined
  readonly extended?: boolean | undefined
  readonly now?: Instant | undefined
}

/** Before 1992 China still had summer time; nothing of this system lies there, or two centuries ahead. */
const firstYear = 1992
const lastYear = 2199
/** Longer than any pause of a real procedure; more only costs time. */
const pauseDays = 7_300

/**
 * Counts a period and gives the reasons. Pure.
 * @throws Refusal `invalid-input` for a time outside 1992–2199, an extension the rule does not have, pauses that end before they begin
 */
export function explainDeadline(
  rule: BindingRule,
  { from, pauses = [], extended = false, now }: DeadlineQuestion,
  calendar: Calendar,
): ExplainedDeadline {
  const faults = faultsOf(rule, { from, pauses, extended })
  const [first] = faults
  if (first) throw new Refusal('invalid-input', first.message, { faults })
  const { dueAt, steps, paused } = deadlineOf({
    rule,
    from,
    pauses,
    extended,
    calendar,
    ...(now ? { now } : {}),
  })
  return {
    rule: rule.id,
    from: chinaInstant(millisecondsOf(from)),
    due: dueAt,
    steps,
    variant: rule.variant,
    name: rule.name,
    basis: rule.basis,
    confidence: rule.confidence,
    paused,
  }
}

function faultsOf(
  rule: BindingRule,
  { from, pauses, extended }: { from: Instant; pauses: readonly Pause[]; extended: boolean },
): Fault[] {
  const faults: Fault[] = []
  const no = (path: readonly (string | number)[], zh: string, en: string) =>
    faults.push({ path, message: { zh, en } })
  const isCountable = (at: Instant) =>
    yearOf(chinaDayOf(at)) >= firstYear && yearOf(chinaDayOf(at)) <= lastYear
  if (!isCountable(from))
    no(
      ['from'],
      `起算时间应在 ${firstYear} 年至 ${lastYear} 年之间，请核对年份。`,
      `Give a time between ${firstYear} and ${lastYear}; check the year.`,
    )
  if (extended && !rule.extension)
    no(
      ['extended'],
      `“${rule.name.zh}”不能延长，请去掉延长。`,
      `"${rule.name.en}" cannot be extended; leave the extension out.`,
    )
  if (rule.counts === 'before' && (extended || pauses.length > 0))
    no(
      ['pauses'],
      '倒数的时限不能暂停或延长，请去掉。',
      'A period counted backwards is neither paused nor extended; leave that out.',
    )
  for (const [index, pause] of pauses.entries()) {
    if (!isCountable(pause.from) || (pause.to && !isCountable(pause.to)))
      no(
        ['pauses', index],
        `暂停时间应在 ${firstYear} 年至 ${lastYear} 年之间。`,
        `Give times between ${firstYear} and ${lastYear}.`,
      )
    else if (pause.to && millisecondsOf(pause.to) < millisecondsOf(pause.from))
      no(
        ['pauses', index, 'to'],
        '恢复时间早于暂停时间，请核对。',
        'The pause ends before it begins; check both times.',
      )
    else if (pause.to && daysBetween(chinaDayOf(pause.from), chinaDayOf(pause.to)) > pauseDays)
      no(
        ['pauses', index, 'to'],
        '暂停超过 20 年，请核对年份。',
        'The pause lasts over 20 years; check the year.',
      )
  }
  return faults
}
