import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { type Day, weekdayName, weekdayOf, yearOf } from './day.ts'
import type { Words } from './words.ts'

/** What a day is: an ordinary weekday or weekend, a holiday of the State Council, or a weekend day worked instead of one (调休). */
export type DayKind = 'weekday' | 'weekend' | 'holiday' | 'make-up'

/** An administrator's word on one day, stronger than what was published. `reason` and `source` are shown wherever the day counts. */
export type CalendarCorrection = {
  readonly day: Day
  readonly working: boolean
  readonly reason: string
  readonly source: string
}

/** Which days are worked in China. Pure: the same corrections give the same calendar in every process and time zone. */
export type Calendar = {
  readonly isWorkingDay: (day: Day) => boolean
  /** What the day is and why, in words a person accepts: `春节放假`, `国庆节调休上班`, `周六`, a correction's reason. */
  readonly reasonOf: (day: Day) => Words
  readonly kindOf: (day: Day) => DayKind
  /** The correction in force for the day, if somebody made one. */
  readonly correctionOf: (day: Day) => CalendarCorrection | undefined
  /**
   * False for a year whose holidays are not known yet (usually announced in November of the year before) and for years
   * before the table begins: there only weekends are off, and whoever computes says so.
   */
  readonly isPublished: (year: number) => boolean
}

/** `2026-02-17` → `Spring Festival,春节,4`: English name, Chinese name, statutory days. */
const holidays = new Map(Object.entries(published.holidays as Record<Day, string>))
const makeUpDays = new Map(Object.entries(published.workdays as Record<Day, string>))
const publishedYears = new Set([...holidays.keys()].map(yearOf))

/** The first year of the published table; before it only weekends are known. */
export const firstPublishedYear = Math.min(...publishedYears)

/**
 * The working days of China: the State Council's holidays and make-up days (package `chinese-days`, since 2004),
 * overruled day by day by an administrator's corrections; of several for one day the last in the list stands.
 */
export function calendarWith(corrections: readonly CalendarCorrection[]): Calendar {
  const corrected = new Map(corrections.map((correction) => [correction.day, correction]))

  const known = new Map<Day, DayKind>()

  const look = (day: Day): DayKind => {
    const correction = corrected.get(day)
    if (correction) return kindOfCorrected(day, correction.working)
    if (makeUpDays.has(day)) return 'make-up'
    if (holidays.has(day)) return 'holiday'
    return isWeekend(day) ? 'weekend' : 'weekday'
  }
  // Lists ask about the same weeks thousands of times, and no calendar spans more than some ten thousand days.
  const kindOf = (day: Day): DayKind => {
    const kind = known.get(day) ?? look(day)
    known.set(day, kind)
    return kind
  }
  const isWorkingDay = (day: Day): boolean => {
    const kind = kindOf(day)
    return kind === 'weekday' || kind === 'make-up'
  }
  return {
    kindOf,
    isWorkingDay,
    correctionOf: (day) => corrected.get(day),
    reasonOf: (day) => {
      const correction = corrected.get(day)
      if (correction)
        return {
          zh: `${correction.reason}（管理员更正）`,
          en: `${correction.reason} (corrected by an administrator)`,
        }
      return publishedReason(day, kindOf(day))
    },
    isPublished: (year) => publishedYears.has(year) || isEnteredByHand(corrected, year),
  }
}

/** The calendar as published, without corrections: for the command line without a database and for the web page. */
export const publishedCalendar: Calendar = calendarWith([])

const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0

function kindOfCorrected(day: Day, working: boolean): DayKind {
  if (working) return isWeekend(day) ? 'make-up' : 'weekday'
  return isWeekend(day) ? 'weekend' : 'holiday'
}

function publishedReason(day: Day, kind: DayKind): Words {
  const [en = '', zh = ''] = (makeUpDays.get(day) ?? holidays.get(day) ?? '').split(',')
  if (kind === 'make-up') return { zh: `${zh}调休上班`, en: `make-up working day for ${en}` }
  if (kind === 'holiday') return { zh: `${zh}放假`, en: `${en} holiday` }
  return weekdayName(day)
}

/**
 * An administrator may enter a newly announced year before the package brings it. 1 January and 1 October are days off in
 * every year's announcement, so a table that names both is taken for a whole one.
 */
function isEnteredByHand(corrected: ReadonlyMap<Day, CalendarCorrection>, year: number): boolean {
  return [`${year}-01-01`, `${year}-10-01`].every((day) => corrected.get(day)?.working === false)
}
