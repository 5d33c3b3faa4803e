import { addDays, type Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Calendar, DayKind } from '../../kernel/working-days.ts'

/** A day as the calendar page shows it. */
export type CalendarDay = {
  readonly day: Day
  readonly working: boolean
  readonly kind: DayKind
  readonly reason: Words
  /** Where an administrator's correction comes from, if there is one. */
  readonly correction: { readonly reason: string; readonly source: string } | null
}

/** A year: whether its holidays are known, and every day that is not as its weekday suggests. Pure. */
export function calendarYear(calendar: Calendar, year: number) {
  const days: CalendarDay[] = []
  const first = `${year}-01-01`
  for (let day = first; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const kind = calendar.kindOf(day)
    if (kind === 'holiday' || kind === 'make-up' || calendar.correctionOf(day))
      days.push(presentDay(calendar, day))
  }
  return { year, published: calendar.isPublished(year), days }
}

/** One day of a calendar. Pure. */
export function presentDay(calendar: Calendar, day: Day): CalendarDay {
  const correction = calendar.correctionOf(day)
  return {
    day,
    working: calendar.isWorkingDay(day),
    kind: calendar.kindOf(day),
    reason: calendar.reasonOf(day),
    correction: correction ? { reason: correction.reason, source: correction.source } : null,
  }
}
