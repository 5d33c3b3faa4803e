import {
  addDays,
  addMonths,
  atChina,
  chinaDayOf,
  chinaInstant,
  type Day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  type Instant,
  millisecondsOf,
} from './day.ts'
import { deadlineOf } from './deadline.ts'
import { clockMilliseconds, isClockTime, type Span, type Term, type Unit, wordsOfMinutes } from './term.ts'
import type { Words } from './words.ts'
import { type Calendar, publishedCalendar } from './working-days.ts'

/** How urgent a deadline is: far, near, missed. */
export type Light = 'green' | 'amber' | 'red'

/** When people come to work: reminders in days arrive then, on a working day, never at midnight or on a Sunday. */
const officeOpens = '09:00:00'

/**
 * The light of a deadline: red from the first moment after its end, amber from the day (for clock time: the moment) of its
 * first reminder and always on the last day, green before.
 * @param calendar only matters for reminders counted in working days
 */
export function lightOf(
  dueAt: Instant,
  now: Instant,
  rule: Term,
  calendar: Calendar = publishedCalendar,
): Light {
  const due = millisecondsOf(dueAt)
  // A day ends at 24:00, and is written 23:59:59: the whole last second still belongs to it.
  const last = isClockTime(rule.unit) ? due : due + 999
  if (millisecondsOf(now) > last) return 'red'
  if (isClockTime(rule.unit)) {
    const first = remindersOf(dueAt, rule, calendar)[0]
    return first !== undefined && millisecondsOf(now) >= millisecondsOf(first) ? 'amber' : 'green'
  }
  const dueDay = chinaDayOf(dueAt)
  const amberFrom = [
    dueDay,
    ...(rule.remindBefore ?? []).map((lead) => reminderDay(dueDay, lead, calendar)),
  ].sort()[0]
  return chinaDayOf(now) >= (amberFrom ?? dueDay) ? 'amber' : 'green'
}

/**
 * When the owing side is reminded, earliest first. Leads in days arrive at nine on a working day (an earlier one where the
 * day is off); leads in hours and minutes arrive exactly that long before the end.
 */
export function remindersOf(dueAt: Instant, rule: Term, calendar: Calendar): readonly Instant[] {
  return (rule.remindBefore ?? [])
    .map((lead) =>
      isClockTime(lead.unit)
        ? chinaInstant(millisecondsOf(dueAt) - lead.value * clockMilliseconds(lead.unit))
        : atChina(reminderDay(chinaDayOf(dueAt), lead, calendar), officeOpens),
    )
    .sort((a, b) => millisecondsOf(a) - millisecondsOf(b))
}

/** When a missed deadline goes to the joint office; undefined when the rule does not escalate. */
export function escalationOf(dueAt: Instant, rule: Term, calendar: Calendar): Instant | undefined {
  return rule.escalateAfter && deadlineOf({ rule: rule.escalateAfter, from: dueAt, calendar }).dueAt
}

/** The working day on which a reminder arrives. Lists ask for it row by row, so it counts without deriving reasons. */
function reminderDay(dueDay: Day, { value, unit }: Span, calendar: Calendar): Day {
  let day =
    unit === 'work_day'
      ? dueDay
      : addMonths(addDays(dueDay, unit === 'cal_day' ? -value : 0), -monthsOf(unit, value))
  for (let left = unit === 'work_day' ? value : 0; left > 0; ) {
    day = addDays(day, -1)
    if (calendar.isWorkingDay(day)) left -= 1
  }
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1)
  return day
}

const monthsOf = (unit: Unit, value: number): number =>
  unit === 'month' ? value : unit === 'year' ? 12 * value : 0

/**
 * What is left, as a person says it: `剩 3 个工作日`, `今日到期`, `超期 12 日`, `剩 1 小时 20 分`, `剩 19 日 23 小时`. Working days are counted after today
 * up to and including the last day; what is overdue is counted in calendar days.
 */
export function remainingOf(dueAt: Instant, now: Instant, calendar: Calendar, unit: Unit): Words {
  if (isClockTime(unit)) return clockRemaining(millisecondsOf(dueAt) - millisecondsOf(now))
  const today = chinaDayOf(now)
  const dueDay = chinaDayOf(dueAt)
  const days = daysBetween(today, dueDay)
  if (days === 0) return { zh: '今日到期', en: 'due today' }
  if (days < 0) return { zh: `超期 ${-days} 日`, en: `${-days} ${days === -1 ? 'day' : 'days'} overdue` }
  const working = unit === 'work_day' ? workingDaysWithin(today, dueDay, calendar) : 0
  return working > 0
    ? { zh: `剩 ${working} 个工作日`, en: `${working} working ${working === 1 ? 'day' : 'days'} left` }
    : { zh: `剩 ${days} 日`, en: `${days} ${days === 1 ? 'day' : 'days'} left` }
}

/** The working days after `from` up to and including `to`. */
export function workingDaysWithin(from: Day, to: Day, calendar: Calendar): number {
  const last = dayNumber(to)
  let count = 0
  for (let number = dayNumber(from) + 1; number <= last; number += 1)
    if (calendar.isWorkingDay(dayFromNumber(number))) count += 1
  return count
}

/** Three days: from here on nobody thinks in hours any more. */
const longInMinutes = 3 * 24 * 60

function wordsOfDaysAndHours(minutes: number): Words {
  const days = Math.floor(minutes / (24 * 60))
  const hours = Math.floor((minutes % (24 * 60)) / 60)
  return hours === 0
    ? { zh: `${days} 日`, en: `${days} days` }
    : { zh: `${days} 日 ${hours} 小时`, en: `${days} days ${hours} h` }
}

function clockRemaining(milliseconds: number): Words {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000)
  const length = minutes < longInMinutes ? wordsOfMinutes(minutes) : wordsOfDaysAndHours(minutes)
  if (milliseconds < 0)
    return minutes === 0
      ? { zh: '刚刚超期', en: 'just overdue' }
      : { zh: `超期 ${length.zh}`, en: `${length.en} overdue` }
  return minutes === 0
    ? { zh: '剩不到 1 分钟', en: 'less than a minute left' }
    : { zh: `剩 ${length.zh}`, en: `${length.en} left` }
}
