import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { addDays, atChina, chinaDayOf, type Day } from './day.ts'
import { type DeadlineInput, deadlineOf, type Pause } from './deadline.ts'
import type { Term, Unit } from './term.ts'
import { workingDaysWithin } from './urgency.ts'
import { calendarWith, publishedCalendar } from './working-days.ts'

const calendar = publishedCalendar

const term = (value: number, unit: Unit, more: Partial<Term> = {}): Term => ({ value, unit, ...more })
const dueDay = (rule: Term, from: string, more: Partial<DeadlineInput> = {}): Day =>
  chinaDayOf(deadlineOf({ rule, from, calendar, ...more }).dueAt)
const stepsOf = (rule: Term, from: string, more: Partial<DeadlineInput> = {}) =>
  deadlineOf({ rule, from, calendar, ...more }).steps
const noon = (day: Day) => atChina(day, '12:00:00')

describe('working days', () => {
  test.each([
    ['a plain week', 3, '2026-03-02', '2026-03-05'],
    ['over an ordinary weekend', 3, '2026-03-05', '2026-03-10'],
    ['over the Spring Festival with its make-up Saturday before', 5, '2026-02-12', '2026-02-26'],
    ['ending on the make-up Saturday itself', 2, '2026-02-12', '2026-02-14'],
    ['over the make-up Saturday after the Spring Festival', 5, '2026-02-24', '2026-03-02'],
    ['from a day in the holiday', 3, '2026-02-17', '2026-02-26'],
    ['from the last day of the holiday', 1, '2026-02-23', '2026-02-24'],
    ['over Mid-autumn and National Day', 5, '2026-09-24', '2026-10-09'],
    ['ending on the Saturday worked for National Day', 6, '2026-09-24', '2026-10-10'],
    ['ending on the Sunday worked for National Day', 1, '2026-09-18', '2026-09-20'],
    ['over the year end with a Sunday worked', 3, '2025-12-30', '2026-01-05'],
    ['from a Saturday', 1, '2026-03-07', '2026-03-09'],
    ['over a leap day', 2, '2024-02-28', '2024-03-01'],
  ])('%s: %i from %s end on %s', (_case, value, from, due) => {
    expect(dueDay(term(value, 'work_day'), noon(from))).toBe(due)
  })

  test('end at 24:00 of the last day, whenever on the first day the event was', () => {
    const rule = term(5, 'work_day')
    const due = '2026-03-09T23:59:59+08:00'
    for (const time of ['00:00:00', '08:30:00', '17:59:59', '23:59:59'])
      expect(deadlineOf({ rule, from: atChina('2026-03-02', time), calendar }).dueAt).toBe(due)
  })
})

describe('calendar days, months and years', () => {
  test.each([
    ['ending on a weekday', 3, 'cal_day', '2026-03-02', '2026-03-05'],
    ['ending on a Saturday', 3, 'cal_day', '2026-03-04', '2026-03-09'],
    ['ending in the Spring Festival', 3, 'cal_day', '2026-02-13', '2026-02-24'],
    ['ending on a Saturday that is worked', 3, 'cal_day', '2026-02-25', '2026-02-28'],
    [
      'the ninety days of a penalty decision, ending in the National Day holiday',
      90,
      'cal_day',
      '2026-07-07',
      '2026-10-08',
    ],
    ['over the year end, ending on New Year’s Day', 2, 'cal_day', '2025-12-30', '2026-01-04'],
    [
      'a month from the 31st, ending on the last of February, a Saturday that is worked',
      1,
      'month',
      '2026-01-31',
      '2026-02-28',
    ],
    ['a month from the 31st in a leap year', 1, 'month', '2024-01-31', '2024-02-29'],
    ['three months, ending on a Sunday', 3, 'month', '2026-11-30', '2027-03-01'],
    ['six months to sue, ending in the National Day holiday', 6, 'month', '2026-04-02', '2026-10-08'],
    ['a year from a leap day', 1, 'year', '2024-02-29', '2025-02-28'],
    ['two years from a leap day, ending on a Saturday that is worked', 2, 'year', '2024-02-29', '2026-02-28'],
    [
      'four years from a leap day to the next, in the unpublished 2028',
      4,
      'year',
      '2024-02-29',
      '2028-02-29',
    ],
  ] as const)('%s: %i %s from %s end on %s', (_case, value, unit, from, due) => {
    expect(dueDay(term(value, unit), noon(from))).toBe(due)
  })

  test('a period that limits a power stays on its day off', () => {
    const seizure = term(30, 'cal_day', { lastDay: 'stays' })
    expect(dueDay(seizure, noon('2026-09-04'))).toBe('2026-10-04')
    expect(stepsOf(seizure, noon('2026-09-04')).map((step) => step.kind)).toContain('stays')
  })
})

describe('clock time', () => {
  test.each([
    ['through a holiday night', 24, 'hour', '2026-02-16T22:30:00+08:00', '2026-02-17T22:30:00+08:00'],
    ['over the year end', 15, 'minute', '2026-12-31T23:50:00+08:00', '2027-01-01T00:05:00+08:00'],
    [
      'from a moment told in another zone',
      2,
      'hour',
      '2026-03-07T03:15:00-05:00',
      '2026-03-07T18:15:00+08:00',
    ],
  ] as const)('%s: %i %s from %s end at %s', (_case, value, unit, from, due) => {
    expect(deadlineOf({ rule: term(value, unit), from, calendar }).dueAt).toBe(due)
  })

  test('a pause takes out exactly its length, overlapping pauses once, and one after the end nothing', () => {
    const rule = term(2, 'hour')
    const from = '2026-03-02T10:00:00+08:00'
    const pause = (begin: string, end: string | null): Pause => ({
      from: `2026-03-02T${begin}:00+08:00`,
      to: end && `2026-03-02T${end}:00+08:00`,
    })
    const dueWith = (...pauses: Pause[]) => deadlineOf({ rule, from, pauses, calendar }).dueAt.slice(11, 16)
    expect(dueWith(pause('10:30', '11:15'))).toBe('12:45')
    expect(dueWith(pause('10:30', '11:15'), pause('11:00', '11:30'))).toBe('13:00')
    expect(dueWith(pause('10:30', '11:15'), pause('12:30', '13:00'))).toBe('13:15')
    expect(dueWith(pause('12:00', '13:00'))).toBe('12:00')
    expect(dueWith(pause('09:00', '10:20'))).toBe('12:20')
    expect(dueWith(pause('10:30', null))).toBe('12:00')
    expect(
      deadlineOf({ rule, from, pauses: [pause('10:30', null)], calendar, now: '2026-03-02T15:30:00+08:00' }),
    ).toMatchObject({ dueAt: '2026-03-02T17:00:00+08:00', paused: true })
  })
})

describe('a period counted backwards', () => {
  const notice = term(7, 'work_day', { counts: 'before' })

  test('a hearing notice goes out seven working days before the hearing, holidays left out', () => {
    expect(dueDay(notice, noon('2026-03-12'))).toBe('2026-03-03')
    expect(dueDay(notice, noon('2026-10-12'))).toBe('2026-09-24')
  })

  test('it is neither paused nor extended', () => {
    expect(() => deadlineOf({ rule: notice, from: noon('2026-03-12'), extended: true, calendar })).toThrow(
      RangeError,
    )
  })

  test('calendar days that end on a day off end on the working day before', () => {
    expect(dueDay(term(3, 'cal_day', { counts: 'before' }), noon('2026-02-20'))).toBe('2026-02-14')
  })
})

describe('a pause', () => {
  const rule = term(5, 'work_day')
  const from = noon('2026-03-02')
  const pause = (begin: Day, end: Day | null): Pause => ({ from: noon(begin), to: end && noon(end) })

  test('begun and ended on one day changes nothing', () => {
    for (const day of ['2026-03-02', '2026-03-04', '2026-03-09'])
      expect(dueDay(rule, from, { pauses: [pause(day, day)] })).toBe('2026-03-09')
  })

  test('over three working days gives exactly three working days more', () => {
    expect(dueDay(rule, from, { pauses: [pause('2026-03-04', '2026-03-09')] })).toBe('2026-03-12')
  })

  test('on the last day does not let the period run out: what was left of it is left on resumption', () => {
    expect(dueDay(rule, from, { pauses: [pause('2026-03-09', '2026-03-17')] })).toBe('2026-03-17')
  })

  test('that begins after the end revives nothing, and the derivation says so', () => {
    const pauses = [pause('2026-03-10', '2026-03-20')]
    expect(dueDay(rule, from, { pauses })).toBe('2026-03-09')
    expect(
      stepsOf(rule, from, { pauses }).find(({ kind }) => kind === 'pause-without-effect')?.words.en,
    ).toMatch(/after the end/)
  })

  test('that still lasts gives the earliest possible end as of now', () => {
    const lasting = [pause('2026-03-04', null)]
    expect(deadlineOf({ rule, from, pauses: lasting, calendar })).toMatchObject({ paused: true })
    expect(dueDay(rule, from, { pauses: lasting, now: noon('2026-03-09') })).toBe('2026-03-12')
    expect(dueDay(rule, from, { pauses: lasting, now: noon('2026-03-10') })).toBe('2026-03-13')
  })

  test('between a last day off and the working day it moved to still counts', () => {
    // 3 days from Wednesday end on Saturday and move to Monday; the clock is paused on Sunday until Thursday.
    expect(
      dueDay(term(3, 'cal_day'), noon('2026-03-04'), { pauses: [pause('2026-03-08', '2026-03-12')] }),
    ).toBe('2026-03-12')
  })

  test('that ends before it begins is a bug of the caller', () => {
    expect(() => dueDay(rule, from, { pauses: [pause('2026-03-05', '2026-03-04')] })).toThrow(RangeError)
  })
})

describe('the one extension', () => {
  test('lengthens the period itself and not the moved last day', () => {
    const decision = term(30, 'cal_day', { extension: { value: 30 } })
    expect(dueDay(decision, noon('2026-02-06'))).toBe('2026-03-09')
    expect(dueDay(decision, noon('2026-02-06'), { extended: true })).toBe('2026-04-07')
  })

  test('of working days goes on counting after the paused end', () => {
    const verify = term(15, 'work_day', { extension: { value: 15 } })
    const pauses = [{ from: noon('2026-03-04'), to: noon('2026-03-09') }]
    expect(dueDay(verify, noon('2026-03-02'), { pauses })).toBe('2026-03-26')
    expect(dueDay(verify, noon('2026-03-02'), { pauses, extended: true })).toBe('2026-04-17')
  })

  test('of a rule that has none is a bug of the caller', () => {
    expect(() => dueDay(term(5, 'work_day'), noon('2026-03-02'), { extended: true })).toThrow(RangeError)
  })
})

describe('the derivation', () => {
  test('tells start, day not counted, make-up day, holiday and end of five working days over the Spring Festival', () => {
    const rule = term(5, 'work_day', { from: { zh: '移送函送达', en: 'the transfer was delivered' } })
    expect(stepsOf(rule, '2026-02-12T10:05:00+08:00').map(({ words }) => words.zh)).toEqual([
      '2026-02-12（周四）10:05 移送函送达，时限 5 个工作日。',
      '起算当日 2026-02-12 不计入（民事诉讼法第八十五条）。',
      '2026-02-14（周六）计为工作日（春节调休上班）。',
      '2026-02-15 至 2026-02-23 不计（春节放假，9 天）。',
      '2026-02-26（周四）24 时届满。',
    ])
  })

  test('tells why a last day moved', () => {
    expect(
      stepsOf(term(3, 'cal_day'), noon('2026-02-13')).find(({ kind }) => kind === 'moved'),
    ).toMatchObject({
      from: '2026-02-16',
      to: '2026-02-24',
      words: {
        zh: '最后一日 2026-02-16 为休息日（春节放假），顺延至其后第一个工作日 2026-02-24（周二）（民事诉讼法第八十五条）。',
      },
    })
  })

  test('names each pause with the days it took out, and keeps two pauses apart', () => {
    const pauses = [
      { from: noon('2026-03-03'), to: noon('2026-03-05') },
      { from: noon('2026-03-06'), to: noon('2026-03-10') },
    ]
    const paused = stepsOf(term(5, 'work_day'), noon('2026-03-02'), { pauses }).filter(
      ({ kind }) => kind === 'paused',
    )
    expect(paused).toMatchObject([
      { from: '2026-03-03', to: '2026-03-04', days: 2 },
      { from: '2026-03-06', to: '2026-03-09', days: 2 },
    ])
  })

  test('says that a year is not announced yet, once, and only when its days were counted', () => {
    const kinds = (from: Day) =>
      stepsOf(term(30, 'work_day'), noon(from)).filter(({ kind }) => kind === 'unpublished')
    expect(kinds('2098-12-20')).toHaveLength(2)
    expect(kinds('2099-03-01')[0]?.words.zh).toBe('2099 年放假安排尚未公布，按周末推算；公布后重新计算。')
    expect(kinds('2026-03-02')).toHaveLength(0)
  })

  test('sums up ordinary weekends in one line', () => {
    const weekends = stepsOf(term(20, 'work_day'), noon('2026-03-02')).filter(
      ({ kind }) => kind === 'weekends',
    )
    expect(weekends).toMatchObject([{ days: 8 }])
  })
})

describe('P20 what other systems got wrong', () => {
  test('P20 GLPI #10594: a pause over a weekend adds the working days in it and nothing for the weekend', () => {
    const rule = term(1, 'work_day')
    const overWeekend = [{ from: noon('2026-03-06'), to: noon('2026-03-09') }]
    expect(dueDay(rule, noon('2026-03-05'))).toBe('2026-03-06')
    expect(dueDay(rule, noon('2026-03-05'), { pauses: overWeekend })).toBe('2026-03-09')
    const onlyWeekend = [{ from: noon('2026-03-07'), to: noon('2026-03-09') }]
    expect(dueDay(term(2, 'work_day'), noon('2026-03-05'), { pauses: onlyWeekend })).toBe('2026-03-09')
  })

  test('P20 pause and resume: what was left on the day of the pause is left on the day of resumption', () => {
    const rule = term(10, 'work_day')
    const due = dueDay(rule, noon('2026-03-02'))
    const pauses = [{ from: noon('2026-03-05'), to: noon('2026-03-19') }]
    const paused = dueDay(rule, noon('2026-03-02'), { pauses })
    expect(workingDaysWithin('2026-03-19', paused, calendar)).toBe(
      workingDaysWithin('2026-03-05', due, calendar),
    )
  })

  test('P20 a holiday announced after the clock started moves the end, and taking it back restores it', () => {
    const rule = term(5, 'work_day')
    const from = noon('2026-03-02')
    const day = { day: '2026-03-05', working: false, reason: '临时放假', source: '公告' }
    expect(dueDay(rule, from, { calendar: calendarWith([day]) })).toBe('2026-03-10')
    expect(dueDay(rule, from, { calendar: calendarWith([day, { ...day, working: true }]) })).toBe(
      '2026-03-09',
    )
  })

  test('P20 Zammad #390: a holiday nobody expected is named with its reason', () => {
    const day = { day: '2026-03-05', working: false, reason: '自治州成立纪念日', source: '州政府通知' }
    const steps = stepsOf(term(5, 'work_day'), noon('2026-03-02'), { calendar: calendarWith([day]) })
    expect(steps.find(({ kind }) => kind === 'skipped')?.words.zh).toContain('自治州成立纪念日')
  })

  test('P20 osTicket #6739: a calendar without a single worked Monday counts the other days', () => {
    const mondays = Array.from({ length: 60 }, (_, week) => addDays('2026-01-05', week * 7))
    const withoutMondays = calendarWith(
      mondays.map((day) => ({ day, working: false, reason: '周一不办公', source: '测试' })),
    )
    expect(dueDay(term(5, 'work_day'), noon('2026-03-02'), { calendar: withoutMondays })).toBe('2026-03-10')
    expect(dueDay(term(5, 'cal_day'), noon('2026-03-04'), { calendar: withoutMondays })).toBe('2026-03-10')
  })

  test('P20 Zammad #5177: the clock of the first answer is not moved by the clock of a later update', () => {
    const received = noon('2026-03-02')
    const first = dueDay(term(5, 'work_day'), received)
    const update = dueDay(term(1, 'work_day'), noon('2026-03-03'))
    expect(update < first).toBe(true)
    expect(dueDay(term(5, 'work_day'), received)).toBe(first)
  })

  describe('P20 GLPI #15429: time zones', () => {
    const before = process.env.TZ
    afterEach(() => {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    })

    test.each(['America/New_York', 'Pacific/Kiritimati', 'Asia/Shanghai', 'Europe/London'])(
      'a process in %s, summer time or not, counts China’s days',
      (zone) => {
        process.env.TZ = zone
        expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
        expect(dueDay(term(5, 'work_day'), '2026-03-05T16:30:00Z')).toBe('2026-03-13')
        expect(dueDay(term(1, 'work_day'), '2026-03-08T06:59:00-04:00')).toBe('2026-03-09')
        expect(deadlineOf({ rule: term(24, 'hour'), from: '2026-03-07T18:00:00Z', calendar }).dueAt).toBe(
          '2026-03-09T02:00:00+08:00',
        )
        expect(dueDay(term(3, 'cal_day'), '2026-02-12T16:00:00Z')).toBe('2026-02-24')
      },
    )
  })
})

/** The days of the years tried, and the package's own opinion on which of them are worked. */
const allDays = Array.from({ length: 4_000 }, (_, index) =>
  new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10),
)
const workedDays = new Set(allDays.filter((day) => chineseDays.isWorkday(day)))

/** The same law, written a second time without looking: lists of days, filtered. Slow and plain on purpose. */
function naiveDueDay(
  value: number,
  unit: Unit,
  eventDay: Day,
  pauses: readonly (readonly [Day, Day])[],
): Day {
  const start = new Date(`${eventDay}T00:00:00Z`)
  const today = allDays.indexOf(eventDay)
  const following = allDays.slice(today + 1, today + 1_000)
  const running = following.filter((day) => !pauses.some(([begin, end]) => day >= begin && day < end))
  const worked = running.filter((day) => workedDays.has(day))
  if (unit === 'work_day') return worked[value - 1] ?? 'none'
  let length = value
  if (unit === 'month' || unit === 'year') {
    const wanted = new Date(start)
    wanted.setUTCDate(1)
    wanted.setUTCMonth(wanted.getUTCMonth() + (unit === 'year' ? 12 * value : value) + 1)
    wanted.setUTCDate(0)
    if (wanted.getUTCDate() > start.getUTCDate()) wanted.setUTCDate(start.getUTCDate())
    length = following.indexOf(wanted.toISOString().slice(0, 10)) + 1
  }
  const last = running[length - 1] ?? 'none'
  return worked.find((day) => day >= last) ?? 'none'
}

describe('an independent second computation', () => {
  const anyDay = fc.integer({ min: 0, max: 365 * 6 }).map((offset) => addDays('2021-01-01', offset))
  const anyTime = fc
    .integer({ min: 0, max: 86_399 })
    .map((second) => new Date(second * 1000).toISOString().slice(11, 19))
  const anyPauses = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 25 })), {
    maxLength: 4,
  })
  const anyTerm = fc.oneof(
    fc.record({ value: fc.integer({ min: 1, max: 60 }), unit: fc.constant<Unit>('work_day') }),
    fc.record({ value: fc.integer({ min: 1, max: 120 }), unit: fc.constant<Unit>('cal_day') }),
    fc.record({ value: fc.integer({ min: 1, max: 12 }), unit: fc.constant<Unit>('month') }),
    fc.record({ value: fc.integer({ min: 1, max: 2 }), unit: fc.constant<Unit>('year') }),
  )

  test('agrees on four thousand random periods with pauses', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, anyTime, anyPauses, anyTime, (rule, day, time, offsets, pauseTime) => {
        const days = offsets.map(
          ([begin, length]) => [addDays(day, begin), addDays(day, begin + length)] as const,
        )
        const pauses = days.map(([begin, end]) => ({
          from: atChina(begin, pauseTime),
          to: atChina(end, pauseTime),
        }))
        const due = dueDay(rule, atChina(day, time), { pauses })
        expect(due).toBe(naiveDueDay(rule.value, rule.unit, day, days))
      }),
      { numRuns: 4_000 },
    )
  })

  test('a pause of n counted days lengthens a working-day period by exactly n counted days', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 1, max: 30 }),
        fc.nat(20),
        fc.nat(30),
        (day, value, begin, length) => {
          const rule = term(value, 'work_day')
          const due = dueDay(rule, noon(day))
          const [first, end] = [addDays(day, begin), addDays(day, begin + length)]
          fc.pre(first <= due)
          const paused = dueDay(rule, noon(day), { pauses: [{ from: noon(first), to: noon(end) }] })
          const out = workingDaysWithin(addDays(first, -1), addDays(end, -1), calendar)
          const onEventDay = first === day && end > day && calendar.isWorkingDay(day) ? 1 : 0
          expect(workingDaysWithin(due, paused, calendar)).toBe(out - onEventDay)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('a later event, a longer period or one more pause never end earlier', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, fc.nat(20), fc.nat(20), (rule, day, later, length) => {
        const due = dueDay(rule, noon(day))
        expect(dueDay(rule, noon(addDays(day, later))) >= due).toBe(true)
        expect(dueDay({ ...rule, value: rule.value + 1 }, noon(day)) >= due).toBe(true)
        const pauses = [{ from: noon(addDays(day, later)), to: noon(addDays(day, later + length)) }]
        expect(dueDay(rule, noon(day), { pauses }) >= due).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('an end never falls on a day off, and the reasons end with it', () => {
    fc.assert(
      fc.property(anyTerm, anyDay, (rule, day) => {
        const { dueAt, steps } = deadlineOf({ rule, from: noon(day), calendar })
        expect(calendar.isWorkingDay(chinaDayOf(dueAt))).toBe(true)
        expect(steps.at(-1)).toMatchObject({ kind: 'due', at: dueAt })
      }),
      { numRuns: 1_000 },
    )
  })
})
