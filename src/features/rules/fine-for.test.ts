import { expect, test } from 'vitest'
import { fineFor } from './fine-for.ts'
import { fineRules } from './fine-rules.ts'

const on = '2025-06-03T09:40:00+08:00'
const overload = (value: number, at = on) => fineFor({ ruleId: 'OVERLOAD_MASS_FINE', value, on: at })

test.each([
  [1, null],
  [1_000, null],
  [1_001, 500],
  [1_999, 500],
  [2_000, 1_000],
  [13_000, 6_500],
  [59_999, 29_500],
  [60_000, 30_000],
  [70_070, 30_000],
])('%i kg above the limit lead to %s yuan; a warning where there is no amount', (kilograms, yuan) => {
  expect(overload(kilograms)?.yuan).toBe(yuan)
})

test('an act from before the rules, or within the limit, leads to nothing', () => {
  expect(overload(13_000, '2016-09-20T23:59:00+08:00')).toBeUndefined()
  expect(overload(13_000, '2016-09-21T00:00:00+08:00')?.yuan).toBe(6_500)
  expect(overload(0)).toBeUndefined()
})

test('the steps of every scale follow each other without a gap, and say where they come from', () => {
  for (const { tiers, basis, source, remainder } of fineRules) {
    expect(tiers.map(({ above }) => above)).toEqual([0, ...tiers.slice(0, -1).map(({ upTo }) => upTo)])
    expect(tiers.at(-1)?.upTo).toBeUndefined()
    for (const said of [basis, source, remainder]) expect(said.zh.length * said.en.length).toBeGreaterThan(0)
  }
})
