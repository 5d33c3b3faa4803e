import type { CalendarDay } from '../../../features/rules/calendar-year.ts'

/** Days in a row for the same reason. */
export type Period = { readonly first: CalendarDay; readonly last: string; readonly length: number }

/** Puts the special days of a year together: seven days of National Day are one line. Corrected days stay by themselves. */
export function periodsOf(days: readonly CalendarDay[]): readonly Period[] {
  const periods: Period[] = []
  for (const day of days) {
    const before = periods.at(-1)
    if (before && isNext(before, day))
      periods[periods.length - 1] = { ...before, last: day.day, length: before.length + 1 }
    else periods.push({ first: day, last: day.day, length: 1 })
  }
  return periods
}

const isNext = ({ first, last }: Period, day: CalendarDay): boolean =>
  Date.parse(day.day) - Date.parse(last) === 86_400_000 &&
  first.kind === day.kind &&
  first.reason.zh === day.reason.zh &&
  !first.correction &&
  !day.correction
