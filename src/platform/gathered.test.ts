import { expect, test } from 'vitest'
import { gathered } from './gathered.ts'

test('what is asked in one turn is answered together, and later askers are answered anew', async () => {
  const asked: number[][] = []
  const double = gathered(async (numbers: readonly number[]) => {
    asked.push([...numbers])
    return numbers.map((number) => number * 2)
  })
  expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6])
  expect(await double(4)).toBe(8)
  expect(asked).toEqual([[1, 2, 3], [4]])
})

test('a failed answer fails for those who asked together and for nobody after them', async () => {
  let isAway = true
  const ask = gathered(async (names: readonly string[]) => {
    if (isAway) throw new Error('away')
    return names
  })
  const answers = await Promise.allSettled([ask('铁岭'), ask('四平')])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isAway = false
  expect(await ask('铁岭')).toBe('铁岭')
})
