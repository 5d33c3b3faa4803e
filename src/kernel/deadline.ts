import {
  addDays,
  addMonths,
  chinaDayOf,
  chinaInstant,
  type Day,
  daysBetween,
  endOf,
  type Instant,
  millisecondsOf,
} from './day.ts'
import {
  clockPauseStep,
  clockTimeStep,
  correspondingDayStep,
  dueStep,
  extendedStep,
  idlePauseStep,
  movedStep,
  type NoticedDay,
  notCountedStep,
  noticedSteps,
  type Step,
  startStep,
  staysStep,
  unpublishedSteps,
} from './derivation.ts'
import { clockMilliseconds, isClockTime, type Term } from './term.ts'
import type { Calendar } from './working-days.ts'

/** A time in which the period does not run; `to` is null while it lasts. */
export type Pause = { readonly from: Instant; readonly to: Instant | null }

/** Everything a deadline depends on. Nothing else does: the same input gives the same answer anywhere, at any time. */
export type DeadlineInput = {
  readonly rule: Term
  /** When the event happened that the period runs from. */
  readonly from: Instant
  readonly pauses?: readonly Pause[]
  /** True when the one extension of the rule was granted. */
  readonly extended?: boolean
  readonly calendar: Calendar
  /** Only for a pause that still lasts: it is reckoned as if it ended now, so the answer is the earliest possible end. */
  readonly now?: Instant
}

/** A deadline with the reasons for it. */
export type Deadline = {
  /** The last moment in time, with +08:00; 23:59:59 of the last day where the period is counted in days. */
  readonly dueAt: Instant
  readonly steps: readonly Step[]
  /** True while a pause that began in time still lasts: then `dueAt` is only the earliest possible end. */
  readonly paused: boolean
}

/**
 * When a period ends, and why, line by line.
 *
 * - The day of the event does not count (民诉法 85). What time of the day it was, or whether that day was worked, makes no difference.
 * - Working days: the last one is the n-th day worked. Calendar days, months, years: where the last day is a day off, the first
 *   working day after it, unless the rule's `lastDay` stays. Months and years end on the corresponding day (民法典 202).
 * - Minutes and hours run through nights and holidays.
 * - A pause takes out whole days, from the day it begins up to, not including, the day it ends: as many days are left on the day
 *   of resumption as were left on the day of the pause, and pausing and resuming on one day changes nothing. For clock time it
 *   takes out exactly its length. Overlapping pauses count once. A pause that begins after the end revives nothing.
 * - The extension lengthens the period itself: 30 days and 30 more are 60 days, not 30 days after a moved last day.
 *
 * @throws RangeError for what only a programming error can ask: an extension the rule does not have, a pause that ends before it
 *   begins, a pause or extension of a period counted backwards, a calendar without working days
 */
export function deadlineOf(input: DeadlineInput): Deadline {
  const { rule, from, extended = false } = input
  assertCountable(input)
  const total = rule.value + (extended ? (rule.extension?.value ?? 0) : 0)
  const end = endAfter(input, total)
  const steps = [
    startStep(rule, from),
    ...(extended ? [extendedStep(rule, total)] : []),
    ...end.steps,
    dueStep(rule, end.dueAt),
  ]
  return { dueAt: end.dueAt, steps, paused: isPaused(input, end.dueAt) }
}

type End = { readonly dueAt: Instant; readonly steps: readonly Step[] }

function assertCountable({ rule, pauses = [], extended = false }: DeadlineInput): void {
  if (!Number.isInteger(rule.value) || rule.value < 0) throw new RangeError(`no whole length: ${rule.value}`)
  if (extended && !rule.extension) throw new RangeError('the rule has no extension')
  if (rule.counts === 'before' && (extended || pauses.length > 0))
    throw new RangeError('a period counted backwards is neither paused nor extended')
  for (const { from, to } of pauses)
    if (to && millisecondsOf(to) < millisecondsOf(from))
      throw new RangeError(`a pause ends before it begins: ${from}`)
}

function endAfter(input: DeadlineInput, total: number): End {
  const { unit, counts } = input.rule
  if (isClockTime(unit)) return clockEnd(input, total * clockMilliseconds(unit))
  const last = counts === 'before' ? lastDayBefore(input, total) : lastDayAfter(input, total)
  return { dueAt: endOf(last.day), steps: last.steps }
}

function isPaused({ rule, pauses = [] }: DeadlineInput, dueAt: Instant): boolean {
  const inTime = isClockTime(rule.unit)
    ? (from: Instant) => millisecondsOf(from) < millisecondsOf(dueAt)
    : (from: Instant) => chinaDayOf(from) <= chinaDayOf(dueAt)
  return pauses.some(({ from, to }) => to === null && inTime(from))
}

/** Plain clock time: the length is added to the moment, and then every pause that begins before the end reached so far. */
function clockEnd({ rule, from, pauses = [], now }: DeadlineInput, length: number): End {
  const start = millisecondsOf(from)
  if (rule.counts === 'before') return { dueAt: chinaInstant(start - length), steps: [clockTimeStep] }
  const steps: Step[] = [clockTimeStep]
  let end = start + length
  for (const pause of mergedPauses(pauses, now)) {
    const lost = pause.begin < end ? Math.max(0, pause.end - Math.max(pause.begin, start)) : 0
    steps.push(lost > 0 ? clockPauseStep(pause, lost) : idlePauseStep(pause, pause.begin >= end))
    end += lost
  }
  return { dueAt: chinaInstant(end), steps }
}

type LastDay = { readonly day: Day; readonly steps: readonly Step[] }

/** Days counted forwards one by one, so that every day left out can be named. */
function lastDayAfter({ rule, from, pauses = [], calendar, now }: DeadlineInput, total: number): LastDay {
  const eventDay = chinaDayOf(from)
  const merged = mergedPauses(pauses, now)
  const isPausedDay = pausedDays(merged)
  const workingDaysOnly = rule.unit === 'work_day'
  const corresponding = correspondingDay(rule, eventDay, total)
  const count = corresponding ? daysBetween(eventDay, corresponding) : total
  const noticed: NoticedDay[] = []

  let day = eventDay
  for (let counted = 0; counted < count; ) {
    day = nextDay(day, eventDay)
    const counts = !workingDaysOnly || calendar.isWorkingDay(day)
    if (isPausedDay(day)) noticed.push({ day, what: 'paused', counts })
    else if (!counts) noticed.push({ day, what: 'off', counts })
    else {
      counted += 1
      if (workingDaysOnly && isUnusual(day, calendar)) noticed.push({ day, what: 'make-up', counts })
    }
  }

  const nominal = day
  const endsOnDayOff = !workingDaysOnly && !calendar.isWorkingDay(nominal)
  if (endsOnDayOff && rule.lastDay !== 'stays')
    while (!calendar.isWorkingDay(day) || isPausedDay(day)) {
      day = nextDay(day, eventDay)
      if (isPausedDay(day)) noticed.push({ day, what: 'paused', counts: calendar.isWorkingDay(day) })
    }
  const idle = merged.filter((pause) => {
    const has = pausedDays([pause])
    return !noticed.some(({ day, what, counts }) => what === 'paused' && counts && has(day))
  })
  return {
    day,
    steps: [
      notCountedStep(eventDay),
      ...(corresponding ? [correspondingDayStep(rule.unit, total, corresponding)] : []),
      ...noticedSteps(noticed, rule.unit, calendar),
      ...idle.map((pause) => idlePauseStep(pause, pause.begin > millisecondsOf(endOf(day)))),
      ...unpublishedSteps(workingDaysOnly ? addDays(eventDay, 1) : nominal, day, calendar),
      ...(endsOnDayOff
        ? [day === nominal ? staysStep(day, calendar) : movedStep(nominal, day, calendar)]
        : []),
    ],
  }
}

/**
 * Days counted backwards from the event: the n-th before it is the last on which the act is early enough. Where that is a day
 * off, the working day before it.
 */
function lastDayBefore({ rule, from, calendar }: DeadlineInput, total: number): LastDay {
  const eventDay = chinaDayOf(from)
  const noticed: NoticedDay[] = []
  const workingDaysOnly = rule.unit === 'work_day'
  let day = workingDaysOnly
    ? eventDay
    : (correspondingDay(rule, eventDay, -total) ?? addDays(eventDay, -total))
  for (let counted = 0; workingDaysOnly && counted < total; ) {
    day = nextDay(day, eventDay, -1)
    if (!calendar.isWorkingDay(day)) noticed.unshift({ day, what: 'off', counts: false })
    else {
      counted += 1
      if (isUnusual(day, calendar)) noticed.unshift({ day, what: 'make-up', counts: true })
    }
  }

  const nominal = day
  while (!calendar.isWorkingDay(day)) day = nextDay(day, eventDay, -1)
  return {
    day,
    steps: [
      notCountedStep(eventDay),
      ...noticedSteps(noticed, rule.unit, calendar),
      ...unpublishedSteps(day, workingDaysOnly ? addDays(eventDay, -1) : nominal, calendar),
      ...(day === nominal ? [] : [movedStep(nominal, day, calendar)]),
    ],
  }
}

/** The day a period of months or years ends on; undefined for periods counted day by day. */
function correspondingDay({ unit }: Term, eventDay: Day, total: number): Day | undefined {
  if (unit === 'month') return addMonths(eventDay, total)
  if (unit === 'year') return addMonths(eventDay, total * 12)
  return undefined
}

/** True for a working day that a reader would take for a day off, or that somebody decided on. */
const isUnusual = (day: Day, calendar: Calendar): boolean =>
  calendar.kindOf(day) === 'make-up' || calendar.correctionOf(day) !== undefined

/** Two centuries, longer than any period with its pauses; a calendar in which nobody ever works must not count for ever. */
const limitDays = 80_000

function nextDay(day: Day, eventDay: Day, step: 1 | -1 = 1): Day {
  if (Math.abs(daysBetween(eventDay, day)) > limitDays)
    throw new RangeError('the calendar has no working days')
  return addDays(day, step)
}

/** A pause in milliseconds since 1970, as long as it is known to last. */
type MergedPause = { readonly begin: number; readonly end: number; readonly lasting: boolean }

/** The pauses in order, overlapping ones as one, a lasting one up to `now`. */
function mergedPauses(pauses: readonly Pause[], now: Instant | undefined): readonly MergedPause[] {
  const sorted = pauses
    .map(({ from, to }) => {
      const begin = millisecondsOf(from)
      const end = to ? millisecondsOf(to) : now ? Math.max(begin, millisecondsOf(now)) : begin
      return { begin, end, lasting: to === null }
    })
    .sort((a, b) => a.begin - b.begin)
  const merged: MergedPause[] = []
  for (const pause of sorted) {
    const last = merged.at(-1)
    if (!last || pause.begin > last.end) merged.push(pause)
    else {
      const end = Math.max(last.end, pause.end)
      merged[merged.length - 1] = { begin: last.begin, end, lasting: last.lasting || pause.lasting }
    }
  }
  return merged
}

/** Tells whether a day lies in a pause: from the day the pause begins up to, not including, the day it ends. */
function pausedDays(pauses: readonly MergedPause[]): (day: Day) => boolean {
  const ranges = pauses.map(({ begin, end }) => ({
    first: chinaDayOf(chinaInstant(begin)),
    resumed: chinaDayOf(chinaInstant(end)),
  }))
  return (day) => ranges.some(({ first, resumed }) => first <= day && day < resumed)
}
