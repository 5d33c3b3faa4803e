import type { Words } from './words.ts'

/**
 * A moment as ISO 8601 text with its offset (`2026-11-22T10:00:00+08:00` or `…Z`). Periods of law are counted in China:
 * every moment a deadline answers with is written with +08:00.
 */
export type Instant = string

/** A calendar day in China, `2026-02-17`. It never depends on the zone of the process: it is text and counting, not a `Date`. */
export type Day = string

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** China keeps UTC+8 all year; summer time ended in 1991, before anything this system counts. */
const chinaOffsetMs = 8 * 60 * minuteMs

const instantShape =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

/** True for a real day written `2026-02-17`; `2026-02-30` is none. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFromNumber(dayNumber(text)) === text
}

/** True for a moment with an offset on a real day. */
export function isInstant(text: string): text is Instant {
  const day = instantShape.exec(text)?.[1]
  return day !== undefined && isDay(day)
}

/**
 * Milliseconds since 1970 of a moment.
 * @throws RangeError when the text is no moment; check with `isInstant` at the border
 */
export function millisecondsOf(instant: Instant): number {
  if (!isInstant(instant)) throw new RangeError(`not a moment with an offset: ${instant}`)
  return Date.parse(instant)
}

/** The moment as China writes it; fractions of a second only where there are some. */
export function chinaInstant(milliseconds: number): Instant {
  const text = new Date(milliseconds + chinaOffsetMs).toISOString()
  return `${text.slice(0, 19)}${text.endsWith('.000Z') ? '' : text.slice(19, 23)}+08:00`
}

/** The moment as China's clocks show it, to the minute: `2026-11-23 09:40`. For people; programs read `chinaInstant`. */
export const chinaClock = (instant: Instant): string =>
  chinaInstant(millisecondsOf(instant)).slice(0, 16).replace('T', ' ')

/** The day it is in China at a moment. */
export function chinaDayOf(instant: Instant): Day {
  return dayFromNumber(Math.floor((millisecondsOf(instant) + chinaOffsetMs) / dayMs))
}

/** A time of day in China, such as `atChina('2026-02-17', '09:00:00')`. */
export const atChina = (day: Day, time: string): Instant => `${day}T${time}+08:00`

/** The last second of a day: a period of days ends at 24:00 of its last day. */
export const endOf = (day: Day): Instant => atChina(day, '23:59:59')

/**
 * Reads a time as people type it: a moment with an offset, or a China time without one
 * (`2026-02-13`, `2026-02-13 10:00`, `2026-02-13T10:00:00`). A day alone means its first moment.
 * @returns undefined when it is none of these, or no real day
 */
export function readChinaTime(text: string): Instant | undefined {
  const typed = text.trim()
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?)?$/.exec(typed)
  const candidate = match ? atChina(match[1] ?? '', `${match[2] ?? '00:00'}${match[3] ?? ':00'}`) : typed
  return isInstant(candidate) ? candidate : undefined
}

/** The day's place in the count of days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs)
}

/** The day at a place in that count; an empty text for no place (NaN), which is no day. */
export function dayFromNumber(number: number): Day {
  return Number.isFinite(number) ? new Date(number * dayMs).toISOString().slice(0, 10) : ''
}

/** The day `count` days later, or earlier when negative. */
export const addDays = (day: Day, count: number): Day => dayFromNumber(dayNumber(day) + count)

/** How many days `to` is after `from`; negative when it is before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)

/**
 * The corresponding day `count` months later; where that month has no such day, its last one (民法典 202):
 * 31 January and one month is 28 February, 29 February and twelve months is 28 February.
 */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = partsOf(day)
  const months = year * 12 + (month - 1) + count
  const first = new Date(Date.UTC(Math.floor(months / 12), months % 12, 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, length)).padStart(2, '0')}`
}

/** The year of a day. */
export const yearOf = (day: Day): number => partsOf(day).year

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((dayNumber(day) + 4) % 7) + 7) % 7
}

const weekdays: readonly Words[] = [
  { zh: '周日', en: 'Sunday' },
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
]

/** The name of a day's weekday. */
export const weekdayName = (day: Day): Words => weekdays[weekdayOf(day)] ?? { zh: '', en: '' }

function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}
