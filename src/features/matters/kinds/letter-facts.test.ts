import { expect, test } from 'vitest'
import { fileNames } from './letter-facts.ts'

test('a letter says of each file what it is and what it is called, and neither twice', () => {
  const report = { item: 'investigation-report', means: '案件调查报告' }

  expect(
    fileNames([
      { ...report, name: 'IMG_20261122_1830.jpg' },
      { ...report, name: '调查报告.pdf' },
      { ...report, name: '案件调查报告（补充）.docx' },
      { name: '情况说明.pdf', item: null },
    ]),
  ).toEqual(['案件调查报告（IMG_20261122_1830）', '案件调查报告', '案件调查报告（补充）', '情况说明'])
})

test('a letter is no inventory: after thirty files it says how many more there are', () => {
  const many = Array.from({ length: 32 }, (_, index) => ({ name: `照片${index + 1}.jpg`, item: null }))

  expect(fileNames(many)).toHaveLength(31)
  expect(fileNames(many).at(-1)).toBe('其他材料共2件')
})
