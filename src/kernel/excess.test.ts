import { expect, test } from 'vitest'
import { excessOf } from './excess.ts'

test('the excess of the cases that were reported: 119.07 t on 49 t, ten people on six seats', () => {
  expect(excessOf({ found: 119_070, limit: 49_000 })).toEqual({ over: 70_070, percent: 143 })
  expect(excessOf({ found: 10, limit: 6 })).toEqual({ over: 4, percent: 67 })
})

test('there is none within the limit, at the limit, or without a limit', () => {
  expect(excessOf({ found: 49_000, limit: 49_000 })).toBeUndefined()
  expect(excessOf({ found: 48_999, limit: 49_000 })).toBeUndefined()
  expect(excessOf({ found: 10, limit: 0 })).toBeUndefined()
})
