import { expect, test } from 'vitest'
import { type Material, materialFaults, missingMaterials } from './materials.ts'

const asked: readonly Material[] = [
  { item: 'report', words: { zh: '案件调查报告', en: 'Report' }, required: true, indispensable: true },
  { item: 'photographs', words: { zh: '现场照片', en: 'Photographs' }, required: true },
  { item: 'licences', words: { zh: '证件复印件', en: 'Licences' }, required: false },
]
const missing = (content: Readonly<Record<string, unknown>>, attached: readonly string[] = []) =>
  missingMaterials(asked, content, new Set(attached)).map(({ item }) => item)

test('what is required is missing until it is attached, and what is optional never is', () => {
  expect(missing({})).toEqual(['report', 'photographs'])
  expect(missing({}, ['report', 'other'])).toEqual(['photographs'])
  expect(missing({}, ['report', 'photographs'])).toEqual([])
})

test('a material may be declared not applicable, unless the matter makes no sense without it', () => {
  const notApplicable = [
    { item: 'photographs', reason: '夜间无法拍摄' },
    { item: 'report', reason: '没有时间' },
  ]

  expect(missing({ notApplicable })).toEqual(['report'])
})

test('a content that is only half written is read as well', () => {
  for (const content of [{ notApplicable: [null, 3] }, { notApplicable: 'x' }, { notApplicable: [{}] }])
    expect(missing(content)).toEqual(['report', 'photographs'])
})

test('each missing material is a fault at its place that says what to do', () => {
  const faults = materialFaults(asked, {}, new Set())

  expect(faults.map(({ path }) => path)).toEqual([
    ['materials', 'report'],
    ['materials', 'photographs'],
  ])
  expect(faults[0]?.message.zh).not.toContain('不适用')
  expect(faults[1]?.message.zh).toContain('不适用')
})
