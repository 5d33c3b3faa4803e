import type { Words } from './words.ts'

/** How a period is counted: clock time, working days, calendar days, or months and years ending on the corresponding day. */
export type Unit = 'minute' | 'hour' | 'work_day' | 'cal_day' | 'month' | 'year'

/** A length of time in one unit, such as five working days. A whole number: 0 only where "on the same day" makes sense. */
export type Span = { readonly value: number; readonly unit: Unit }

/**
 * A period of law or agreement, as it is counted. "以内" includes the number itself: something due within 5 working days is in
 * time until 24:00 of the fifth.
 */
export type Term = Span & {
  /** The event it runs from, for the derivation. */
  readonly from?: Words
  /** What one extension adds, in the same unit, and by which rule; absent when the period cannot be extended. */
  readonly extension?: { readonly value: number; readonly basis?: Words }
  /** `before` counts backwards: the hearing notice goes out at least 7 working days before the hearing. */
  readonly counts?: 'after' | 'before'
  /**
   * What happens when a period of calendar days, months or years ends on a day off: `moves` to the first working day
   * after (民诉法 85), or `stays` where the period limits a power over somebody and a holiday must not prolong it (查封扣押).
   */
  readonly lastDay?: 'moves' | 'stays'
  /** When the owing side is reminded, before the end. */
  readonly remindBefore?: readonly Span[]
  /** When an overdue matter goes to the joint office, after the end. */
  readonly escalateAfter?: Span
}

const names: Record<Unit, { readonly zh: string; readonly one: string; readonly many: string }> = {
  minute: { zh: '分钟', one: 'minute', many: 'minutes' },
  hour: { zh: '小时', one: 'hour', many: 'hours' },
  work_day: { zh: '个工作日', one: 'working day', many: 'working days' },
  cal_day: { zh: '日', one: 'day', many: 'days' },
  month: { zh: '个月', one: 'month', many: 'months' },
  year: { zh: '年', one: 'year', many: 'years' },
}

/** `5 个工作日`, `5 working days`. */
export function wordsOfSpan({ value, unit }: Span): Words {
  const name = names[unit]
  return { zh: `${value} ${name.zh}`, en: `${value} ${value === 1 ? name.one : name.many}` }
}

/** True for periods of plain clock time, which run through nights and holidays. */
export const isClockTime = (unit: Unit): unit is 'minute' | 'hour' => unit === 'minute' || unit === 'hour'

/** Milliseconds of a unit of clock time. */
export const clockMilliseconds = (unit: 'minute' | 'hour'): number => (unit === 'hour' ? 3_600_000 : 60_000)

/** A length of clock time as people say it: `1 小时 20 分`, `1 h 20 min`. */
export function wordsOfMinutes(minutes: number): Words {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return { zh: `${rest} 分`, en: `${rest} min` }
  if (rest === 0) return { zh: `${hours} 小时`, en: `${hours} h` }
  return { zh: `${hours} 小时 ${rest} 分`, en: `${hours} h ${rest} min` }
}
