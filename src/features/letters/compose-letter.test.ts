import { describe, expect, test } from 'vitest'
import { composeLetter, type LetterFrame, letterDigest } from './compose-letter.ts'
import { defaultTemplates } from './default-templates.ts'
import { letterNumber } from './letter-number.ts'
import { checkTemplate, LetterTemplate, templateFaults } from './letter-template.ts'
import { letterTypeNames, letterTypes } from './letter-types.ts'

const frame: LetterFrame = {
  number: '辽铁交执移函〔2026〕1号',
  code: 'ABCD-EFGH-JKMN-PQRS',
  issuer: { id: '1', name: '铁岭市交通运输综合行政执法队' },
  to: [{ id: '2', name: '四平市交通运输综合行政执法支队' }],
  enclosures: [],
  copies: [],
  day: '2026-03-05',
  at: '2026-03-05T01:30:00.000Z',
  matter: '案移-20260305-000001',
  template: 'default/1',
  stamp: null,
}
const aTemplate = (...blocks: LetterTemplate['blocks']): LetterTemplate => ({
  layout: 'letter',
  title: '函',
  blocks,
})
const textOf = (template: LetterTemplate, facts: Record<string, string | string[]>): string =>
  JSON.stringify(composeLetter('case-transfer', template, facts, frame).parts)

describe('a template', () => {
  test.each(letterTypeNames)('of the default set for %s names only what its letters have', (type) => {
    expect(templateFaults(type, LetterTemplate.parse(defaultTemplates[type]))).toEqual([])
  })

  test('that names an unknown field is refused with its place and the fields there are', () => {
    const template = aTemplate({ paragraph: '当事人{party}' }, { paragraph: '罚款{fineAmount}元' })

    expect(() => checkTemplate('case-transfer', template)).toThrowError(
      expect.objectContaining({
        code: 'invalid-input',
        faults: [
          expect.objectContaining({
            path: ['blocks', 1, 'paragraph'],
            message: {
              zh: expect.stringMatching(/^“案件移送函”没有名为 fineAmount 的文字字段。可用：.*cause/),
              en: expect.stringMatching(
                /^The letter "Case transfer letter" has no text field fineAmount\. There is: .*cause/,
              ),
            },
          }),
        ],
      }),
    )
  })

  test.each([
    ['a list that is none', { list: 'facts' }],
    ['a table that is none', { table: 'materials', columns: ['name'] }],
    ['an unknown column', { table: 'objects', columns: ['price'] }],
    ['a list inside a sentence', { paragraph: '材料{materials}' }],
    ['an open brace', { paragraph: '当事人{party' }],
    ['a bracket inside a bracket', { paragraph: '[当事人[{party}]]' }],
    ['a property of every object', { paragraph: '{constructor}' }],
    ['a prototype', { list: '__proto__' }],
    ['nothing at all', { paragraph: '{}' }],
  ] as const)('with %s is refused', (_, block) => {
    const template = LetterTemplate.parse(aTemplate(block as never))

    expect(templateFaults('case-transfer', template)).not.toEqual([])
  })

  test('with a block nobody knows is refused by its form', () => {
    const read = LetterTemplate.safeParse({ title: '函', blocks: [{ typst: '#read("/etc/passwd")' }] })

    expect(read.success).toBe(false)
  })
})

describe('the text of a letter', () => {
  test('leaves out what has no fact: a bracket, a block, a heading over nothing', () => {
    const template = aTemplate(
      { paragraph: '当事人{party}[，电话{phone}]。' },
      { heading: '在案措施' },
      { list: 'measures' },
      { heading: '理由' },
      { paragraph: '因{reasons}' },
    )

    const { parts } = composeLetter('case-transfer', template, { party: '试例公司', cause: '超限' }, frame)

    expect(parts).toEqual([{ sort: 'paragraph', text: '当事人试例公司。' }])
  })

  test('keeps the lines somebody wrote in one entry of a list, without the empty ones', () => {
    const measures = ['询问当事人：\n一、由谁装载？\n\n 二、是否过磅？', '扣押车辆。']

    const { parts } = composeLetter(
      'case-transfer',
      aTemplate({ list: 'measures' }),
      { cause: '超限', measures },
      frame,
    )

    expect(parts).toEqual([
      { sort: 'list', items: ['询问当事人：\n一、由谁装载？\n二、是否过磅？', '扣押车辆。'] },
    ])
  })

  test('leaves out a column of which no row says anything, and a table of nothing', () => {
    const template = aTemplate({ table: 'objects', columns: ['name', 'quantity', 'condition'] })
    const composed = (objects: readonly Readonly<Record<string, string>>[]) =>
      composeLetter('case-transfer', template, { cause: '超限', objects }, frame).parts

    expect(composed([{ name: '货车', quantity: '1辆' }, { name: '案卷' }])).toEqual([
      {
        sort: 'table',
        columns: ['名称', '数量'],
        rows: [
          ['货车', '1辆'],
          ['案卷', ''],
        ],
      },
    ])
    expect(composed([{}])).toEqual([])
  })

  test('numbers its headings anew where one was left out, and ends no sentence twice', () => {
    const template = aTemplate(
      { heading: '一、案情' },
      { paragraph: '{facts}。' },
      { heading: '二、措施' },
      { list: 'measures' },
      { heading: '三、理由' },
      { paragraph: '{reasons}' },
    )

    const { parts } = composeLetter(
      'case-transfer',
      template,
      { cause: '超限', facts: '已查明。', reasons: '属地。' },
      frame,
    )

    expect(parts.map((part) => 'text' in part && part.text)).toEqual([
      '一、案情',
      '已查明。',
      '二、理由',
      '属地。',
    ])
  })

  test('takes what people typed for text: braces, brackets and markup stay as they are', () => {
    const typed = '{cause}[x] #eval("1") $1 $& *粗* _斜_ `码` \\n <w:p/> &amp;'

    expect(textOf(aTemplate({ paragraph: '当事人：{party}' }), { party: typed, cause: '超限' })).toBe(
      JSON.stringify([{ sort: 'paragraph', text: `当事人：${typed}` }]),
    )
  })

  test('makes a paragraph of each line somebody wrote', () => {
    expect(textOf(aTemplate({ paragraph: '{facts}' }), { facts: '第一段\n\n  第二段 ' })).toBe(
      JSON.stringify([
        { sort: 'paragraph', text: '第一段' },
        { sort: 'paragraph', text: '第二段' },
      ]),
    )
  })

  test('shows a preview without a number', () => {
    const template = aTemplate({ paragraph: '文号{number}' })
    const { parts } = composeLetter('case-transfer', template, { cause: '超限' }, { ...frame, number: null })

    expect(parts).toEqual([{ sort: 'paragraph', text: '文号（正式发出时编号）' }])
  })

  test('has one digest for the same content, in whatever order it was put together, and another for any change', () => {
    const letter = composeLetter('case-transfer', defaultTemplates['case-transfer'], { cause: '超限' }, frame)
    const reordered = Object.fromEntries(Object.entries(letter).reverse()) as typeof letter

    expect(letterDigest(reordered)).toBe(letterDigest(letter))
    expect(letterDigest({ ...letter, day: '2026-03-06' })).not.toBe(letterDigest(letter))
  })
})

test('a number has no zeros in front and the year in hexagonal brackets', () => {
  expect(letterNumber('辽铁交执', '移函', 2026, 7)).toBe('辽铁交执移函〔2026〕7号')
})

test('no two types of letters share the sign in their numbers', () => {
  const marks = Object.values(letterTypes).map(({ mark }) => mark)

  expect(new Set(marks).size).toBe(marks.length)
})
