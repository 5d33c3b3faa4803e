import {
  addDays,
  chinaDayOf,
  chinaInstant,
  type Day,
  type Instant,
  millisecondsOf,
  weekdayName,
  yearOf,
} from './day.ts'
import { isClockTime, type Term, type Unit, wordsOfMinutes, wordsOfSpan } from './term.ts'
import type { Words } from './words.ts'
import { type Calendar, firstPublishedYear } from './working-days.ts'

/** What a line of the derivation of a deadline is about; its words say the same to a person. */
export type StepKind =
  | 'start'
  | 'extended'
  | 'not-counted'
  | 'clock-time'
  | 'corresponding-day'
  | 'skipped'
  | 'make-up'
  | 'weekends'
  | 'paused'
  | 'pause-without-effect'
  | 'unpublished'
  | 'moved'
  | 'stays'
  | 'due'

/** One line of a derivation. `days` counts days; `from` and `to` are the first and the last day it is about. */
export type Step = {
  readonly kind: StepKind
  readonly words: Words
  readonly at?: Instant
  readonly from?: Day
  readonly to?: Day
  readonly days?: number
}

/** A day met while counting that a reader would ask about: off, worked against expectation, or paused. */
export type NoticedDay = {
  readonly day: Day
  readonly what: 'off' | 'make-up' | 'paused'
  /** Whether the day would have counted. */
  readonly counts: boolean
}

type PauseLine = { readonly begin: number; readonly end: number; readonly lasting: boolean }

const named = (day: Day): Words => {
  const weekday = weekdayName(day)
  return { zh: `${day}（${weekday.zh}）`, en: `${day} (${weekday.en})` }
}

const minuteOf = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`

export function startStep(rule: Term, from: Instant): Step {
  const at = chinaInstant(millisecondsOf(from))
  const day = named(chinaDayOf(from))
  const event = rule.from ?? { zh: '起算事由发生', en: 'the event happened' }
  const span = wordsOfSpan(rule)
  const length =
    rule.counts === 'before'
      ? { zh: `须至少提前 ${span.zh}`, en: `to be done at least ${span.en} before` }
      : { zh: `时限 ${span.zh}`, en: `the period is ${span.en}` }
  return {
    kind: 'start',
    at,
    words: {
      zh: `${day.zh}${at.slice(11, 16)} ${event.zh}，${length.zh}。`,
      en: `${day.en} ${at.slice(11, 16)}: ${event.en}; ${length.en}.`,
    },
  }
}

export function extendedStep(rule: Term, total: number): Step {
  const added = wordsOfSpan({ value: rule.extension?.value ?? 0, unit: rule.unit })
  const all = wordsOfSpan({ value: total, unit: rule.unit })
  const basis = rule.extension?.basis
  return {
    kind: 'extended',
    words: {
      zh: `延长一次 ${added.zh}${basis ? `（${basis.zh}）` : ''}，合计 ${all.zh}。`,
      en: `Extended once by ${added.en}${basis ? ` (${basis.en})` : ''}: ${all.en} in all.`,
    },
  }
}

export function notCountedStep(day: Day): Step {
  return {
    kind: 'not-counted',
    from: day,
    words: {
      zh: `起算当日 ${day} 不计入（民事诉讼法第八十五条）。`,
      en: `The day of the event, ${day}, does not count (Civil Procedure Law, art. 85).`,
    },
  }
}

export const clockTimeStep: Step = {
  kind: 'clock-time',
  words: {
    zh: '按时分连续计算，夜间、周末和节假日不扣除。',
    en: 'Counted by the clock: nights, weekends and holidays are not left out.',
  },
}

export function correspondingDayStep(unit: Unit, value: number, day: Day): Step {
  const span = wordsOfSpan({ value, unit })
  return {
    kind: 'corresponding-day',
    from: day,
    words: {
      zh: `${span.zh}后的对应日为 ${day}；没有对应日的，以月末日为准（民法典第二百零二条）。`,
      en: `${span.en} later the corresponding day is ${day}; a month without it counts to its last day (Civil Code, art. 202).`,
    },
  }
}

/**
 * The days met while counting, in order: neighbouring days with one reason are one line, and the ordinary weekends of
 * the whole period are one line at the end.
 */
export function noticedSteps(noticed: readonly NoticedDay[], unit: Unit, calendar: Calendar): Step[] {
  const isPlainWeekend = ({ day, what }: NoticedDay) =>
    what === 'off' && calendar.kindOf(day) === 'weekend' && !calendar.correctionOf(day)
  const steps = stretchesOf(
    noticed.filter((one) => !isPlainWeekend(one)),
    calendar,
  ).flatMap((stretch) => stretchStep(stretch, unit, calendar))
  const weekends = noticed.filter(isPlainWeekend)
  const [first, last, days] = [weekends[0], weekends.at(-1), weekends.length]
  if (!first || !last) return steps
  const words = {
    zh: `其间普通周末 ${days} 天不计。`,
    en: days === 1 ? '1 ordinary weekend day does not count.' : `${days} ordinary weekend days do not count.`,
  }
  return [...steps, { kind: 'weekends', from: first.day, to: last.day, days, words }]
}

/** Neighbouring days with one reason; `days` are those that count (or would have), or all of them where none does. */
type Stretch = {
  readonly what: NoticedDay['what']
  readonly from: Day
  readonly to: Day
  readonly days: number
}

function stretchesOf(noticed: readonly NoticedDay[], calendar: Calendar): readonly Stretch[] {
  const found: Stretch[] = []
  for (const { day, what, counts } of noticed) {
    const last = found.at(-1)
    const days = what === 'paused' && !counts ? 0 : 1
    const goesOn =
      last?.what === what &&
      addDays(last.to, 1) === day &&
      (what === 'paused' || calendar.reasonOf(last.to).zh === calendar.reasonOf(day).zh)
    if (last && goesOn) found[found.length - 1] = { ...last, to: day, days: last.days + days }
    else found.push({ what, from: day, to: day, days })
  }
  return found
}

function stretchStep({ what, from, to, days }: Stretch, unit: Unit, calendar: Calendar): Step[] {
  const reason = calendar.reasonOf(from)
  const range = from === to ? named(from) : { zh: `${from} 至 ${to} `, en: `${from} to ${to}` }
  const place = { from, to, days }
  switch (what) {
    case 'off':
      return [
        {
          kind: 'skipped',
          ...place,
          words: {
            zh: `${range.zh}不计（${reason.zh}，${days} 天）。`,
            en: `${range.en} does not count (${reason.en}, ${days} ${days === 1 ? 'day' : 'days'}).`,
          },
        },
      ]
    case 'make-up':
      return [
        {
          kind: 'make-up',
          ...place,
          words: {
            zh: `${range.zh}计为工作日（${reason.zh}）。`,
            en: `${range.en} counts as worked (${reason.en}).`,
          },
        },
      ]
    case 'paused': {
      if (days === 0) return []
      const left = wordsOfSpan({ value: days, unit: unit === 'work_day' ? unit : 'cal_day' })
      return [
        {
          kind: 'paused',
          ...place,
          words: {
            zh: `${range.zh}时限暂停，扣除 ${left.zh}。`,
            en: `Paused ${range.en}: ${left.en} left out.`,
          },
        },
      ]
    }
  }
}

/** A pause that took nothing out is named too: whoever paused will ask why nothing changed. */
export function idlePauseStep({ begin, lasting }: PauseLine, tooLate: boolean): Step {
  const at = chinaInstant(begin)
  const why: Words = tooLate
    ? { zh: '开始时期限已届满，不影响期限', en: 'began after the end and changes nothing' }
    : lasting
      ? { zh: '尚未结束，恢复后期限再行顺延', en: 'still lasts; the end moves once it is over' }
      : { zh: '没有占去应计的时间，不影响期限', en: 'took out no time that counts and changes nothing' }
  return {
    kind: 'pause-without-effect',
    at,
    days: 0,
    words: { zh: `${minuteOf(at)} 起的暂停${why.zh}。`, en: `The pause of ${minuteOf(at)} ${why.en}.` },
  }
}

/** A pause of clock time, with the milliseconds it took out. */
export function clockPauseStep({ begin }: PauseLine, lost: number): Step {
  const at = chinaInstant(begin)
  const length = wordsOfMinutes(Math.floor(lost / 60_000))
  return {
    kind: 'paused',
    at,
    words: {
      zh: `${minuteOf(at)} 起时限暂停，扣除 ${length.zh}。`,
      en: `Paused from ${minuteOf(at)}: ${length.en} left out.`,
    },
  }
}

/** One line for each year whose holidays are not known, of the days the calendar was asked about. */
export function unpublishedSteps(from: Day, to: Day, calendar: Calendar): Step[] {
  const years: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1)
    if (!calendar.isPublished(year)) years.push(year)
  return years.map((year) => ({
    kind: 'unpublished',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    words: unpublishedWords(year),
  }))
}

function unpublishedWords(year: number): Words {
  return year < firstPublishedYear
    ? {
        zh: `没有 ${year} 年的放假安排，按周末推算。`,
        en: `The holidays of ${year} are not on record; only weekends are taken as off.`,
      }
    : {
        zh: `${year} 年放假安排尚未公布，按周末推算；公布后重新计算。`,
        en: `The holidays of ${year} are not announced yet; until then only weekends are taken as off.`,
      }
}

export function movedStep(from: Day, to: Day, calendar: Calendar): Step {
  const reason = calendar.reasonOf(from)
  const words: Words =
    to < from
      ? {
          zh: `${from} 为休息日（${reason.zh}），提前至此前最近的工作日 ${named(to).zh}。`,
          en: `${from} is a day off (${reason.en}); the working day before it is ${named(to).en}.`,
        }
      : {
          zh: `最后一日 ${from} 为休息日（${reason.zh}），顺延至其后第一个工作日 ${named(to).zh}（民事诉讼法第八十五条）。`,
          en: `The last day, ${from}, is a day off (${reason.en}); the first working day after it is ${named(to).en} (Civil Procedure Law, art. 85).`,
        }
  return { kind: 'moved', from, to, words }
}

export function staysStep(day: Day, calendar: Calendar): Step {
  const reason = calendar.reasonOf(day)
  return {
    kind: 'stays',
    from: day,
    words: {
      zh: `最后一日 ${day} 为休息日（${reason.zh}），本期限不因节假日延长，不顺延。`,
      en: `The last day, ${day}, is a day off (${reason.en}); holidays do not prolong this period.`,
    },
  }
}

export function dueStep(rule: Term, dueAt: Instant): Step {
  const day = named(dueAt.slice(0, 10))
  if (isClockTime(rule.unit)) {
    const time = dueAt.slice(11, 16)
    return {
      kind: 'due',
      at: dueAt,
      words: { zh: `${day.zh}${time} 届满。`, en: `It ends on ${day.en} at ${time}.` },
    }
  }
  const words: Words =
    rule.counts === 'before'
      ? { zh: `最迟于 ${day.zh}24 时前完成。`, en: `It has to be done by ${day.en}, 24:00.` }
      : { zh: `${day.zh}24 时届满。`, en: `It ends on ${day.en} at 24:00.` }
  return { kind: 'due', at: dueAt, words }
}
