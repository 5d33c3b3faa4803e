import { expect, test } from 'vitest'
import { documentNumber, documentTime, pastOf } from './past.ts'

test.each([
  ['a Tuesday', '2026-11-24T10:00:00+08:00', 1, '2026-11-23T09:00:00+08:00'],
  ['a Sunday', '2026-11-22T10:00:00+08:00', 1, '2026-11-20T09:00:00+08:00'],
  ['the day after the National Day holidays', '2026-10-08T00:10:00+08:00', 1, '2026-09-30T09:00:00+08:00'],
  ['a Sunday that is worked', '2026-09-21T10:00:00+08:00', 1, '2026-09-20T09:00:00+08:00'],
  ['two weeks on', '2026-11-24T10:00:00+08:00', 10, '2026-11-10T09:00:00+08:00'],
])('counts working days back from %s', (_, now, ago, expected) => {
  expect(pastOf(now).workday(ago, '09:00')).toBe(expected)
})

test('the day in China counts, not that of Greenwich', () => {
  expect(pastOf('2026-11-23T17:00:00Z').workday(1, '09:00')).toBe('2026-11-23T09:00:00+08:00')
})

test('writes moments and numbers as documents do', () => {
  expect(documentTime('2026-11-13T09:05:00+08:00')).toBe('2026年11月13日9时05分')
  expect(documentNumber('吉四交执', '2026-12-31T17:00:00Z', 231)).toBe('吉四交执〔2027〕00231号')
})
