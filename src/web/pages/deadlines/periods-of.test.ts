import { expect, test } from 'vitest'
import type { CalendarDay } from '../../../features/rules/calendar-year.ts'
import { periodsOf } from './periods-of.ts'

const holiday = (day: string, zh = '国庆节放假'): CalendarDay => ({
  day,
  working: false,
  kind: 'holiday',
  reason: { zh, en: zh },
  correction: null,
})

test('the days of one holiday are one line', () => {
  const periods = periodsOf([holiday('2026-10-01'), holiday('2026-10-02'), holiday('2026-10-03')])

  expect(periods.map(({ last, length }) => [last, length])).toEqual([['2026-10-03', 3]])
})

test('another reason or a gap begins another line', () => {
  const periods = periodsOf([holiday('2026-10-01'), holiday('2026-10-02', '中秋放假'), holiday('2026-10-04')])

  expect(periods).toHaveLength(3)
})

test('a day the administrator corrected stays by itself, with its reason', () => {
  const corrected = { ...holiday('2026-10-02'), correction: { reason: '通知', source: '国办' } }

  expect(periodsOf([holiday('2026-10-01'), corrected, holiday('2026-10-03')])).toHaveLength(3)
})
