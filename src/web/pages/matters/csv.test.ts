import { expect, test } from 'vitest'
import { csv } from './csv.ts'

test('Excel reads the Chinese of an exported list', () => {
  expect(csv([['编号', '标题']])).toBe('\uFEFF编号,标题\r\n')
})

test('commas, quotes and new lines stay within their cell', () => {
  expect(csv([['甲,乙', '说"不"', '一\n二']])).toBe('\uFEFF"甲,乙","说""不""","一\n二"\r\n')
})

test('a title that begins like a formula is not run by the spreadsheet', () => {
  expect(csv([['=HYPERLINK("x")']])).toBe(`\uFEFF"'=HYPERLINK(""x"")"\r\n`)
  expect(csv([['-1+2']])).toBe("\uFEFF'-1+2\r\n")
})
