import { expect, test } from 'vitest'
import { publishedCalendar } from '../../kernel/working-days.ts'
import { usualChoice } from './choice.ts'
import type { NoticeSort } from './notice-sorts.ts'
import { whenToGo } from './when-to-go.ts'

const choice = { ...usualChoice, quietFrom: '22:00', quietUntil: '07:00', digestAt: '08:30' }

const goes = (sort: NoticeSort, now: string, isPressing = false) =>
  whenToGo(choice, { sort, isPressing }, `${now}:00+08:00`, publishedCalendar)

test('what falls into the quiet hours waits for their end, before and after midnight', () => {
  expect(goes('overdue', '2026-03-05T21:59')).toBe('2026-03-05T21:59:00+08:00')
  expect(goes('overdue', '2026-03-05T22:00')).toBe('2026-03-06T07:00:00+08:00')
  expect(goes('overdue', '2026-03-06T06:59')).toBe('2026-03-06T07:00:00+08:00')
  expect(goes('overdue', '2026-03-06T07:00')).toBe('2026-03-06T07:00:00+08:00')
})

test('quiet hours at noon end the same day, and without any nothing waits', () => {
  const noon = { ...choice, quietFrom: '12:00', quietUntil: '14:00' }
  const news = { sort: 'overdue', isPressing: false } as const

  expect(whenToGo(noon, news, '2026-03-05T12:30:00+08:00', publishedCalendar)).toBe(
    '2026-03-05T14:00:00+08:00',
  )
  expect(
    whenToGo(
      { ...choice, quietFrom: null, quietUntil: null },
      news,
      '2026-03-05T03:00:00+08:00',
      publishedCalendar,
    ),
  ).toBe('2026-03-05T03:00:00+08:00')
})

test('what is urgent goes at any hour, also where the person chose the digest for it', () => {
  const inDigest = { ...choice, byMail: { ...choice.byMail, urgent: 'digest' as const } }

  expect(goes('urgent', '2026-03-05T03:00', true)).toBe('2026-03-05T03:00:00+08:00')
  expect(
    whenToGo(inDigest, { sort: 'urgent', isPressing: true }, '2026-03-05T03:00:00+08:00', publishedCalendar),
  ).toBe('2026-03-05T03:00:00+08:00')
})

test('the digest comes at its hour on the next working day, over a holiday too', () => {
  expect(goes('news', '2026-03-05T08:00')).toBe('2026-03-05T08:30:00+08:00')
  expect(goes('news', '2026-03-05T08:30')).toBe('2026-03-06T08:30:00+08:00')
  // Friday the 13th; the Spring Festival lasts from 15 to 23 February, and Saturday the 14th is worked instead.
  expect(goes('news', '2026-02-13T20:00')).toBe('2026-02-14T08:30:00+08:00')
  expect(goes('news', '2026-02-14T20:00')).toBe('2026-02-24T08:30:00+08:00')
})

test('what a person does not want by mail goes never', () => {
  const none = { ...choice, byMail: { ...choice.byMail, urgent: 'off' as const } }

  expect(
    whenToGo(none, { sort: 'urgent', isPressing: true }, '2026-03-05T10:00:00+08:00', publishedCalendar),
  ).toBeUndefined()
})
