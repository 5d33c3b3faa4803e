import { expect, test } from 'vitest'
import { isOversize, oversizeOf } from './oversize.ts'
import { sizeRules } from './size-rules.ts'

const on = '2025-06-03T09:40:00+08:00'

test.each([
  [{ lengthM: 18.1, widthM: 2.55, heightM: 4 }, undefined],
  [{ heightM: 4.01 }, [0, 200]],
  [{ lengthM: 20, widthM: 3, heightM: 4.2 }, [0, 200]],
  [{ lengthM: 20.01 }, [200, 1_000]],
  [{ lengthM: 12, widthM: 3.01, heightM: 3.9 }, [200, 1_000]],
  [{ lengthM: 28, widthM: 3.75, heightM: 4.5 }, [200, 1_000]],
  [{ heightM: 4.51 }, [1_000, 3_000]],
  [{ lengthM: 18.5, widthM: 3.76 }, [1_000, 3_000]],
  [{}, undefined],
])('%o leads to the range %o in yuan', (measured, range) => {
  const step = oversizeOf(measured, on)?.step

  expect(step && [step.fromYuan, step.upToYuan]).toEqual(range)
  expect(isOversize(measured)).toBe(range !== undefined)
})

test('names each side that is beyond its limit, to the centimetre, and none that is not', () => {
  expect(oversizeOf({ lengthM: 20, widthM: 2.5, heightM: 4.15 }, on)?.sides).toEqual([
    { side: 'lengthM', found: 20, limit: 18.1, over: 1.9 },
    { side: 'heightM', found: 4.15, limit: 4, over: 0.15 },
  ])
})

test('an act from before the rules leads to nothing', () => {
  expect(oversizeOf({ heightM: 4.3 }, '2016-09-20T23:59:00+08:00')).toBeUndefined()
  expect(oversizeOf({ heightM: 4.3 }, '2016-09-21T00:00:00+08:00')).toBeDefined()
})

test('the steps of every version follow each other without a gap, from the limit upwards, and say where they come from', () => {
  for (const { limits, steps, ...said } of sizeRules) {
    expect(steps.map(({ fromYuan }) => fromYuan)).toEqual([
      0,
      ...steps.slice(0, -1).map(({ upToYuan }) => upToYuan),
    ])
    expect(steps.findIndex(({ within }) => !within)).toBe(steps.length - 1)
    const ends = [limits, ...steps.flatMap(({ within }) => within ?? [])]
    for (const side of ['lengthM', 'widthM', 'heightM'] as const) {
      const each = ends.map((sizes) => sizes[side])
      expect(each).toEqual(each.toSorted((a, b) => a - b))
    }
    for (const { zh, en } of [said.basis, said.limitsBasis, said.exceptions, said.source])
      expect(zh.length * en.length).toBeGreaterThan(0)
  }
})
