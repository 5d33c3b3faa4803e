import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, atChina } from '../../kernel/day.ts'
import { deadlineOf } from '../../kernel/deadline.ts'
import { publishedCalendar as calendar } from '../../kernel/working-days.ts'
import {
  type BindingRule,
  bindingRule,
  type DeadlineOverride,
  type DeadlineRule,
  objectionTo,
  type Proposal,
  withOverride,
} from './deadline-rule.ts'
import { deadlineRules } from './deadline-rules.ts'
import { explainDeadline } from './explain-deadline.ts'
import { nearRuleIds } from './near-rule-ids.ts'
import { insistOnVariant, ruleAmong, ruleInForce } from './rule-for.ts'

const rule = (id: string): DeadlineRule => ruleInForce(id, '2026-11-22')
const plain = (one: DeadlineRule): BindingRule => bindingRule(one, null) as BindingRule
const objection = (id: string, proposal: Proposal) =>
  objectionTo(proposal, plain(rule(id)), rule(id).editable)

const override = (ruleId: string, more: Partial<DeadlineOverride>): DeadlineOverride => ({
  id: 1,
  allianceId: 'a',
  ruleId,
  variant: null,
  value: 3,
  unit: 'work_day',
  extension: null,
  effectiveFrom: '2026-06-01',
  effectiveTo: null,
  adoptedBy: null,
  reason: '联席会议第 1 次会议',
  createdAt: '2026-05-20T00:00:00Z',
  ...more,
})

describe('a number of an alliance', () => {
  test('may fill a gap of the law, longer or shorter, in another unit', () => {
    expect(objection('TRANSFER_ACCEPT', { value: 10, unit: 'cal_day', extension: 5 })).toBeUndefined()
    expect(objection('TRANSFER_ACCEPT', { value: 2, unit: 'work_day', extension: null })).toBeUndefined()
  })

  test('may be as strict as national law, or stricter', () => {
    expect(objection('CASE_DECISION', { value: 90, unit: 'cal_day', extension: 30 })).toBeUndefined()
    expect(objection('CASE_DECISION', { value: 60, unit: 'cal_day', extension: null })).toBeUndefined()
  })

  test.each([
    ['CASE_DECISION', { value: 91, unit: 'cal_day', extension: null }, /90 日.*只能收紧/],
    ['CASE_DECISION', { value: 60, unit: 'cal_day', extension: 31 }, /最多延长 30/],
    ['SERVE_DECISION', { value: 5, unit: 'work_day', extension: 1 }, /没有规定延长/],
    ['SERVE_DECISION', { value: 7, unit: 'cal_day', extension: null }, /同一单位/],
    ['HEARING_NOTICE_BEFORE', { value: 6, unit: 'work_day', extension: null }, /不少于 7/],
    ['DATA_USE_LOG', { value: 2, unit: 'year', extension: null }, /不少于 3/],
  ] as const)('%s with %o is refused, and the refusal names the number that binds', (id, proposal, why) => {
    expect(objection(id, proposal)?.zh).toMatch(why)
  })

  test('makes a minimum stricter by making it longer', () => {
    expect(
      objection('HEARING_NOTICE_BEFORE', { value: 10, unit: 'work_day', extension: null }),
    ).toBeUndefined()
    expect(objection('DATA_USE_LOG', { value: 5, unit: 'year', extension: null })).toBeUndefined()
  })

  test.each(['CRIME_TRANSFER', 'CRIME_APPROVE', 'PAY_FINE', 'LITIGATE'])(
    '%s cannot even be shortened',
    (id) => {
      const { value, unit } = rule(id)
      expect(objection(id, { value: value - 1, unit, extension: null })?.zh).toMatch(/不能另行约定/)
    },
  )

  test('that is accepted never lets a national deadline end later', () => {
    const national = deadlineRules.filter(
      ({ editable, counts, limit }) => editable === 'to-tighten' && !counts && limit === 'at-most',
    )
    const proposed = fc.constantFrom(...national).chain((one) =>
      fc.record({
        one: fc.constant(one),
        proposal: fc.record({
          value: fc.integer({ min: 1, max: one.value + 2 }),
          unit: fc.constant(one.unit),
          extension: fc.option(fc.integer({ min: 1, max: (one.extension?.value ?? 0) + 2 })),
        }),
      }),
    )
    fc.assert(
      fc.property(proposed, fc.nat(700), fc.boolean(), ({ one, proposal }, offset, extended) => {
        const law = plain(one)
        fc.pre(objectionTo(proposal, law, one.editable) === undefined)
        const own = withOverride(law, override(one.id, proposal))
        const from = atChina(addDays('2025-08-01', offset), '10:00:00')
        const due = (rule: BindingRule) =>
          Date.parse(
            deadlineOf({ rule, from, extended: extended && rule.extension !== undefined, calendar }).dueAt,
          )
        expect(due(own)).toBeLessThanOrEqual(due(law))
      }),
      { numRuns: 500 },
    )
  })
})

describe('the rule that binds', () => {
  const on = (day: string) => atChina(day, '10:00:00')

  test('is the alliance’s number from the day it was adopted for', () => {
    const overrides = [override('TRANSFER_ACCEPT', {})]
    expect(ruleAmong(overrides, { ruleId: 'TRANSFER_ACCEPT', on: on('2026-05-31') })).toMatchObject({
      value: 5,
      scope: 'alliance',
    })
    expect(ruleAmong(overrides, { ruleId: 'TRANSFER_ACCEPT', on: on('2026-06-01') })).toMatchObject({
      value: 3,
      adopted: { since: '2026-06-01', reason: '联席会议第 1 次会议' },
    })
  })

  test('of several numbers is the newest in force, and the law again when it ends', () => {
    const overrides = [
      override('TRANSFER_ACCEPT', { id: 1, value: 3 }),
      override('TRANSFER_ACCEPT', {
        id: 2,
        value: 4,
        effectiveFrom: '2026-07-01',
        effectiveTo: '2026-07-31',
      }),
    ]
    const valueOn = (day: string) => ruleAmong(overrides, { ruleId: 'TRANSFER_ACCEPT', on: on(day) }).value
    expect([valueOn('2026-06-30'), valueOn('2026-07-15'), valueOn('2026-08-01')]).toEqual([3, 4, 3])
  })

  test('is the law where a stored number would loosen it', () => {
    const loose = [override('SERVE_DECISION', { value: 30 })]
    expect(ruleAmong(loose, { ruleId: 'SERVE_DECISION', on: on('2026-07-01') })).toMatchObject({
      value: 7,
      scope: 'national',
    })
  })

  test('of an urgent matter is the urgent variant, or the plain rule where there is none', () => {
    const urgent = (ruleId: string) => ruleAmong([], { ruleId, variant: 'urgent', on: on('2026-07-01') })
    expect(urgent('CLUE_RECEIVE')).toMatchObject({ value: 2, unit: 'hour', variant: 'urgent' })
    expect(urgent('TRANSFER_ACCEPT')).toMatchObject({ value: 5, unit: 'work_day', variant: null })
    expect(() => insistOnVariant(urgent('TRANSFER_ACCEPT'), 'urgent')).toThrow(/no variants/)
    expect(() =>
      insistOnVariant(ruleAmong([], { ruleId: 'CLUE_RECEIVE', on: on('2026-07-01') }), 'slow'),
    ).toThrow(/urgent/)
  })

  test('is the version of its time', () => {
    expect(ruleAmong([], { ruleId: 'NETLOG', on: on('2025-12-31') }).confidence).toBe('V')
    expect(ruleAmong([], { ruleId: 'NETLOG', on: on('2026-01-01') }).confidence).toBe('M')
    expect(() => ruleAmong([], { ruleId: 'DATA_PROVIDE', on: on('2025-07-31') })).toThrow(
      /in force since 2025-08-01/,
    )
  })

  test('survives being kept as JSON with the clock it started', () => {
    const binding = ruleAmong([], { ruleId: 'CLUE_VERIFY', on: on('2026-07-01') })
    expect(JSON.parse(JSON.stringify(binding))).toEqual(binding)
  })
})

describe('a rule id typed wrongly', () => {
  test.each([
    ['TRANSFER_ACEPT', 'TRANSFER_ACCEPT'],
    ['transfer-accept', 'TRANSFER_ACCEPT'],
    ['CASE_DECISON', 'CASE_DECISION'],
    ['decision', 'CASE_DECISION'],
  ])('%s brings up %s', (typed, id) => expect(nearRuleIds(typed)).toContain(id))

  test('without any likeness brings up nothing', () => expect(nearRuleIds('ÄÖÜ???')).toEqual([]))
})

describe('a question that makes no sense', () => {
  const from = '2026-03-02T10:00:00+08:00'

  test.each([
    ['an extension of a rule without one', 'PAY_FINE', { from, extended: true }, 'extended'],
    ['a year of summer time', 'PAY_FINE', { from: '1988-07-01T10:00:00+08:00' }, 'from'],
    [
      'a pause that ends before it begins',
      'PAY_FINE',
      { from, pauses: [{ from, to: '2026-03-01T10:00:00+08:00' }] },
      'pauses',
    ],
    [
      'a pause of a century',
      'PAY_FINE',
      { from, pauses: [{ from, to: '2126-03-01T10:00:00+08:00' }] },
      'pauses',
    ],
    [
      'a pause of a period counted backwards',
      'HEARING_NOTICE_BEFORE',
      { from, pauses: [{ from, to: null }] },
      'pauses',
    ],
  ])('%s is refused with the place of the fault', (_case, id, question, place) => {
    try {
      explainDeadline(plain(rule(id)), question, calendar)
      expect.unreachable()
    } catch (reason) {
      expect(reason).toMatchObject({
        code: 'invalid-input',
        faults: [{ path: expect.arrayContaining([place]) }],
      })
    }
  })
})
