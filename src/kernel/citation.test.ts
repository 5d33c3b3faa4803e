import { expect, test } from 'vitest'
import { chineseNumber, citing } from './citation.ts'

test('numbers are written as statutes write them', () => {
  const written = [1, 10, 12, 20, 42, 99, 100, 103, 110, 119, 120, 236].map(chineseNumber)

  expect(written).toEqual([
    '一',
    '十',
    '十二',
    '二十',
    '四十二',
    '九十九',
    '一百',
    '一百零三',
    '一百一十',
    '一百一十九',
    '一百二十',
    '二百三十六',
  ])
})

test('a law is cited in each language as its own statutes do', () => {
  const penaltyLaw = citing({ zh: '行政处罚法', en: 'Administrative Penalty Law' })

  expect(penaltyLaw(42)).toEqual({ zh: '行政处罚法第四十二条', en: 'Administrative Penalty Law, art. 42' })
  expect(penaltyLaw(63, 64, 65)).toEqual({
    zh: '行政处罚法第六十三条、第六十四条、第六十五条',
    en: 'Administrative Penalty Law, arts 63, 64 and 65',
  })
})
