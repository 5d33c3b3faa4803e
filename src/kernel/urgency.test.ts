import { describe, expect, test } from 'vitest'
import { atChina } from './day.ts'
import type { Term, Unit } from './term.ts'
import { escalationOf, lightOf, remainingOf, remindersOf } from './urgency.ts'
import { publishedCalendar as calendar } from './working-days.ts'

const rule: Term = {
  value: 5,
  unit: 'work_day',
  remindBefore: [
    { value: 1, unit: 'work_day' },
    { value: 0, unit: 'work_day' },
  ],
  escalateAfter: { value: 1, unit: 'work_day' },
}
const urgent: Term = {
  value: 2,
  unit: 'hour',
  remindBefore: [{ value: 105, unit: 'minute' }],
  escalateAfter: { value: 30, unit: 'minute' },
}
const due = atChina('2026-02-24', '23:59:59')

describe('the light of a deadline', () => {
  test.each([
    ['2026-02-13T23:59:59+08:00', 'green'],
    ['2026-02-14T00:00:00+08:00', 'amber'],
    ['2026-02-20T12:00:00+08:00', 'amber'],
    ['2026-02-24T23:59:59+08:00', 'amber'],
    ['2026-02-24T23:59:59.999+08:00', 'amber'],
    ['2026-02-25T00:00:00+08:00', 'red'],
  ])('one working day before an end after the Spring Festival, at %s: %s', (now, light) => {
    expect(lightOf(due, now, rule)).toBe(light)
  })

  test.each([
    ['2026-03-01T02:14:59+08:00', 'green'],
    ['2026-03-01T02:15:00+08:00', 'amber'],
    ['2026-03-01T04:00:00+08:00', 'amber'],
    ['2026-03-01T04:00:01+08:00', 'red'],
  ])('an urgent clue due at four in the morning, at %s: %s', (now, light) => {
    expect(lightOf('2026-03-01T04:00:00+08:00', now, urgent)).toBe(light)
  })

  test('is amber on the last day even of a rule without reminders', () => {
    expect(lightOf(due, '2026-02-24T08:00:00+08:00', { value: 5, unit: 'work_day' })).toBe('amber')
    expect(lightOf(due, '2026-02-23T08:00:00+08:00', { value: 5, unit: 'work_day' })).toBe('green')
  })
})

describe('reminders', () => {
  test('P20 Zammad #4432: arrive at nine on a working day, never at midnight or in a holiday', () => {
    expect(remindersOf(due, rule, calendar)).toEqual([
      '2026-02-14T09:00:00+08:00',
      '2026-02-24T09:00:00+08:00',
    ])
    const detention: Term = { value: 30, unit: 'cal_day', remindBefore: [{ value: 3, unit: 'cal_day' }] }
    expect(remindersOf(atChina('2026-02-22', '23:59:59'), detention, calendar)).toEqual([
      '2026-02-14T09:00:00+08:00',
    ])
  })

  test('P20 GLPI #22678: of clock time arrive exactly that long before the end', () => {
    expect(remindersOf('2026-03-01T04:00:00+08:00', urgent, calendar)).toEqual(['2026-03-01T02:15:00+08:00'])
  })

  test('escalation comes at the end of the working day after, or exactly the minutes after', () => {
    expect(escalationOf(atChina('2026-02-14', '23:59:59'), rule, calendar)).toBe('2026-02-24T23:59:59+08:00')
    expect(escalationOf('2026-03-01T04:00:00+08:00', urgent, calendar)).toBe('2026-03-01T04:30:00+08:00')
    expect(escalationOf(due, { value: 60, unit: 'cal_day' }, calendar)).toBeUndefined()
  })
})

describe('what is left', () => {
  test.each<[string, string, Unit, string, string]>([
    [
      '2026-02-24T23:59:59+08:00',
      '2026-02-12T09:00:00+08:00',
      'work_day',
      '剩 3 个工作日',
      '3 working days left',
    ],
    [
      '2026-02-24T23:59:59+08:00',
      '2026-02-23T09:00:00+08:00',
      'work_day',
      '剩 1 个工作日',
      '1 working day left',
    ],
    ['2026-02-24T23:59:59+08:00', '2026-02-24T23:00:00+08:00', 'work_day', '今日到期', 'due today'],
    ['2026-02-24T23:59:59+08:00', '2026-03-08T00:00:00+08:00', 'work_day', '超期 12 日', '12 days overdue'],
    ['2026-02-24T23:59:59+08:00', '2026-02-25T00:00:00+08:00', 'cal_day', '超期 1 日', '1 day overdue'],
    ['2026-02-24T23:59:59+08:00', '2026-02-14T09:00:00+08:00', 'cal_day', '剩 10 日', '10 days left'],
    ['2026-03-01T04:00:00+08:00', '2026-03-01T02:39:30+08:00', 'hour', '剩 1 小时 20 分', '1 h 20 min left'],
    [
      '2026-03-01T04:00:00+08:00',
      '2026-03-01T03:59:30+08:00',
      'hour',
      '剩不到 1 分钟',
      'less than a minute left',
    ],
    [
      '2026-03-01T04:00:00+08:00',
      '2026-03-01T09:05:00+08:00',
      'minute',
      '超期 5 小时 5 分',
      '5 h 5 min overdue',
    ],
    ['2026-03-01T04:00:00+08:00', '2026-03-01T04:00:30+08:00', 'minute', '刚刚超期', 'just overdue'],
    [
      '2026-03-04T03:59:00+08:00',
      '2026-03-01T04:00:00+08:00',
      'hour',
      '剩 71 小时 59 分',
      '71 h 59 min left',
    ],
    ['2026-03-04T04:30:00+08:00', '2026-03-01T04:00:00+08:00', 'hour', '剩 3 日', '3 days left'],
    [
      '2026-03-01T04:00:00+08:00',
      '2026-03-11T00:11:00+08:00',
      'hour',
      '超期 9 日 20 小时',
      '9 days 20 h overdue',
    ],
  ])('until %s, at %s, in %s: %s / %s', (dueAt, now, unit, zh, en) => {
    expect(remainingOf(dueAt, now, calendar, unit)).toEqual({ zh, en })
  })
})
