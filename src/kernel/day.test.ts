import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  chinaDayOf,
  chinaInstant,
  daysBetween,
  isDay,
  isInstant,
  readChinaTime,
  weekdayOf,
} from './day.ts'

describe('a day in China', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['2026-2-1', false],
    ['', false],
  ])('%s is a day: %s', (text, is) => expect(isDay(text)).toBe(is))

  test('begins at 16:00 UTC of the day before', () => {
    expect(chinaDayOf('2026-03-05T15:59:59Z')).toBe('2026-03-05')
    expect(chinaDayOf('2026-03-05T16:00:00Z')).toBe('2026-03-06')
    expect(chinaDayOf('2026-03-05T23:59:59.999-05:00')).toBe('2026-03-06')
  })

  test('is counted over year ends and leap days', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
    expect(weekdayOf('2026-11-22')).toBe(0)
    expect(weekdayOf('1969-12-31')).toBe(3)
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', 3, '2026-04-30'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s', (day, months, corresponding) =>
    expect(addMonths(day, months)).toBe(corresponding),
  )
})

describe('a moment', () => {
  test.each([
    ['2026-02-13T10:00:00+08:00', true],
    ['2026-02-13T02:00Z', true],
    ['2026-02-30T10:00:00+08:00', false],
    ['2026-02-13T24:00:00+08:00', false],
    ['2026-02-13T10:00:00', false],
    ['2026-02-13', false],
    ['yesterday', false],
  ])('%s is a moment: %s', (text, is) => expect(isInstant(text)).toBe(is))

  test('is written in China’s time, with a fraction only where there is one', () => {
    expect(chinaInstant(Date.parse('2026-02-13T02:00:00Z'))).toBe('2026-02-13T10:00:00+08:00')
    expect(chinaInstant(Date.parse('2026-02-13T02:00:00.25Z'))).toBe('2026-02-13T10:00:00.250+08:00')
  })

  test.each([
    ['2026-02-13', '2026-02-13T00:00:00+08:00'],
    ['2026-02-13 10:05', '2026-02-13T10:05:00+08:00'],
    ['2026-02-13T10:05:30', '2026-02-13T10:05:30+08:00'],
    ['2026-02-13T10:05:30Z', '2026-02-13T10:05:30Z'],
    ['2026-02-30', undefined],
    ['2026-02-13 25:00', undefined],
    ['Friday', undefined],
  ])('typed as %s is read as %s', (typed, read) => expect(readChinaTime(typed)).toBe(read))
})
