import { expect, test } from 'vitest'
import { publishedCalendar } from '../../../../kernel/working-days.ts'
import { ruleAmong } from '../../../rules/rules.ts'
import type { OtherServing, Serving } from './document-service.contract.ts'
import { documentServiceBodies, leftBehind } from './document-service.examples.ts'
import { serviceDateOf } from './service-date.ts'

const to = '018f0000-0000-7000-8000-000000000001' as never

const dayOf = (service: Serving | OtherServing, variant?: string) =>
  serviceDateOf(service, {
    rule: ruleAmong([], { ruleId: 'PUBLIC_NOTICE_SERVICE', variant, on: '2025-07-01T00:00:00+08:00' }),
    calendar: publishedCalendar,
  }).day

const notice: OtherServing = {
  method: 'public-notice',
  publishedOn: '2025-07-01',
  medium: '四平日报',
  noticeReason: '下落不明，两次送达未成。',
}

test.each<[string, Serving | OtherServing, string]>([
  ['in person, on the day it was signed for', documentServiceBodies(to).serve, '2025-07-03'],
  ['left behind, on the day it was left', leftBehind, '2025-07-03'],
  ['late in the evening, on that day in China', { ...leftBehind, at: '2025-07-03T15:59:00Z' }, '2025-07-03'],
  ['after midnight in China, on the next day', { ...leftBehind, at: '2025-07-03T16:00:00Z' }, '2025-07-04'],
  [
    'by post, on the day of the return receipt',
    { method: 'post', deliveredOn: '2025-07-09', tracking: 'T' },
    '2025-07-09',
  ],
  [
    'electronically, on the day it reached the party’s system',
    { method: 'electronic', arrivedAt: '2025-07-05T20:00:00+08:00', confirmation: '确认-1', system: '短信' },
    '2025-07-05',
  ],
  [
    'through a unit, on the day the party signed',
    { method: 'via-unit', unit: '看守所', signedOn: '2025-07-06' },
    '2025-07-06',
  ],
  // The sixtieth day, 30 August, is a Saturday.
  ['by public notice, after sixty days', notice, '2025-09-01'],
])('a document is served %s', (_, service, day) => {
  expect(dayOf(service)).toBe(day)
})

test('the thirty days of the civil procedure are there for when the ministry’s text is settled', () => {
  expect(dayOf(notice, 'civil')).toBe('2025-07-31')
})
