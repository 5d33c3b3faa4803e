import { addDays, atChina, chinaDayOf, type Day, type Instant } from '../../kernel/day.ts'
import { type Calendar, publishedCalendar } from '../../kernel/working-days.ts'

/**
 * Moments before the start of a demonstration, so that its deadlines, lights and timelines look as they would on any day.
 * Every answer lies before `now`.
 */
export type Past = {
  readonly now: Instant
  /** That time of day in China on the `ago`-th working day before today; 1 or more. */
  workday(ago: number, time: string): Instant
  /** That time of day in China so many calendar days ago; 1 or more. */
  day(ago: number, time: string): Instant
  minutes(ago: number): Instant
}

/** The past of a moment. Pure. */
export function pastOf(now: Instant, calendar: Calendar = publishedCalendar): Past {
  const today = chinaDayOf(now)
  return {
    now,
    workday: (ago, time) => atChina(workingDayBefore(today, ago, calendar), `${time}:00`),
    day: (ago, time) => atChina(addDays(today, -ago), `${time}:00`),
    minutes: (ago) => new Date(Date.parse(now) - ago * 60_000).toISOString(),
  }
}

function workingDayBefore(today: Day, ago: number, calendar: Calendar): Day {
  let day = today
  for (let left = ago; left > 0; left--) {
    do day = addDays(day, -1)
    while (!calendar.isWorkingDay(day))
  }
  return day
}

/** `2026年11月13日`, as documents write a day. */
export function documentDay(instant: Instant): string {
  const [year, month, day] = chinaDayOf(instant).split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** `2026年11月13日9时40分`. */
export function documentTime(instant: Instant): string {
  const china = new Date(Date.parse(instant) + 28_800_000)
  return `${documentDay(instant)}${china.getUTCHours()}时${String(china.getUTCMinutes()).padStart(2, '0')}分`
}

/** `吉四交执〔2026〕00231号`: the organ and its series, the year of the moment, a serial. */
export const documentNumber = (series: string, instant: Instant, serial: number): string =>
  `${series}〔${chinaDayOf(instant).slice(0, 4)}〕${String(serial).padStart(5, '0')}号`
