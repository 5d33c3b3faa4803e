import { z } from 'zod'
import { invalidInput } from '../../kernel/faults.ts'
import type { Fault } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { Words } from '../../kernel/words.ts'
import type { LetterField } from './letter-field.ts'
import { fieldsOf, type LetterSort, letterTypes } from './letter-types.ts'

/**
 * How the page looks: the letter 信函 of GB/T 9704-2012 §10.1, the plain document 公文 of §7, or minutes 纪要 of §10.3.
 */
export const letterLayouts = ['letter', 'document', 'minutes'] as const

const Block = z.union([
  z.strictObject({ paragraph: text(3_000) }),
  z.strictObject({ heading: text(100) }),
  z.strictObject({ list: text(50) }),
  z.strictObject({ table: text(50), columns: z.array(text(50)).min(1).max(8) }),
  z.strictObject({
    sheet: z
      .array(z.tuple([text(50), text(500)]))
      .min(1)
      .max(40),
  }),
])

/**
 * A template of a letter 函件模板: data, not a program. `{field}` stands for a fact of the letter; what stands in `[…]` is left out when a
 * fact in it is missing; so is a whole block. A list and a table name the field they show.
 */
export const LetterTemplate = z.strictObject({
  layout: z.enum(letterLayouts).default('letter'),
  title: text(200),
  blocks: z.array(Block).min(1).max(60),
  /** True where the agreement asks for a copy 抄送 to the joint office, which attends the conversation from then on. */
  copyToOffice: z.boolean().optional(),
})
export type LetterTemplate = z.infer<typeof LetterTemplate>
export type LetterBlock = LetterTemplate['blocks'][number]

/** What every letter knows beside its facts. */
export const frameFields = {
  issuer: { zh: '发函单位', en: 'Sender' },
  to: { zh: '主送单位', en: 'Addressees' },
  number: { zh: '发文字号', en: 'Number' },
  day: { zh: '成文日期', en: 'Date' },
  matter: { zh: '协作事项编号', en: 'Number of the matter' },
} as const satisfies Record<string, Words>

/** A placeholder, and anything else that looks like the beginning or the end of one. */
const marks = /\{([^{}[\]]*)\}|[{}[\]]/g

/**
 * Refuses a template that names what letters of its type do not have, each place with the fields there are.
 * @throws Refusal `invalid-input`
 */
export function checkTemplate(type: LetterSort, template: LetterTemplate): void {
  const faults = templateFaults(type, template)
  if (faults.length > 0) throw invalidInput(faults)
}

/** Everything that is wrong with a template, by its place. */
export function templateFaults(type: LetterSort, template: LetterTemplate): Fault[] {
  const fields = fieldsOf(type)
  const textFaults = (path: Fault['path'], written: string): Fault[] =>
    partsFaults(written, (name) => isLine(fields, name)).map((wrong) => ({
      path,
      message: wrong.name === undefined ? strayMark(wrong.mark) : unknownField(type, wrong.name, fields),
    }))

  return [
    ...textFaults(['title'], template.title),
    ...template.blocks.flatMap((block, index): Fault[] => {
      const path = ['blocks', index]
      if ('paragraph' in block) return textFaults([...path, 'paragraph'], block.paragraph)
      if ('heading' in block) return textFaults([...path, 'heading'], block.heading)
      if ('list' in block)
        return fields[block.list]?.sort === 'list'
          ? []
          : [{ path: [...path, 'list'], message: notOfSort(type, block.list, fields, 'list') }]
      if ('sheet' in block)
        return block.sheet.flatMap(([label, value], row) => [
          ...textFaults([...path, 'sheet', row, 0], label),
          ...sheetFaults(type, fields, [...path, 'sheet', row, 1], value),
        ])
      const table = fields[block.table]
      if (table?.sort !== 'rows')
        return [{ path: [...path, 'table'], message: notOfSort(type, block.table, fields, 'rows') }]
      return block.columns.flatMap((column, at) =>
        Object.hasOwn(table.columns, column)
          ? []
          : [{ path: [...path, 'columns', at], message: unknownColumn(column, Object.keys(table.columns)) }],
      )
    }),
  ]
}

/** In a sheet, a list may stand in a cell: it is written as numbered lines. */
function sheetFaults(
  type: LetterSort,
  fields: Readonly<Record<string, LetterField>>,
  path: Fault['path'],
  written: string,
): Fault[] {
  return partsFaults(written, (name) => isLine(fields, name) || fields[name]?.sort === 'list').map(
    (wrong) => ({
      path,
      message: wrong.name === undefined ? strayMark(wrong.mark) : unknownField(type, wrong.name, fields),
    }),
  )
}

const isLine = (fields: Readonly<Record<string, LetterField>>, name: string): boolean =>
  Object.hasOwn(frameFields, name) || fields[name]?.sort === 'line' || fields[name]?.sort === 'prose'

type Wrong = { readonly mark: string; readonly name: string | undefined }

/** The placeholders that name nothing, and brackets that belong to none. */
function partsFaults(written: string, isKnown: (name: string) => boolean): Wrong[] {
  const faults: Wrong[] = []
  let isOpen = false
  for (const [mark, name] of written.matchAll(marks)) {
    if (name !== undefined) {
      if (!isKnown(name)) faults.push({ mark, name })
    } else if (mark === '[' && !isOpen) isOpen = true
    else if (mark === ']' && isOpen) isOpen = false
    else faults.push({ mark, name: undefined })
  }
  if (isOpen) faults.push({ mark: '[', name: undefined })
  return faults
}

const known = (fields: Readonly<Record<string, LetterField>>, ...sorts: readonly string[]): string =>
  Object.entries(fields)
    .filter(([, { sort }]) => sorts.includes(sort))
    .map(([name]) => name)
    .join('、')

const unknownField = (
  type: LetterSort,
  name: string,
  fields: Readonly<Record<string, LetterField>>,
): Words => {
  const there = `${Object.keys(frameFields).join('、')}、${known(fields, 'line', 'prose')}`
  return {
    zh: `“${letterTypes[type].words.zh}”没有名为 ${name} 的文字字段。可用：${there}。`,
    en: `The letter "${letterTypes[type].words.en}" has no text field ${name}. There is: ${there.replaceAll('、', ', ')}.`,
  }
}

const notOfSort = (
  type: LetterSort,
  name: string,
  fields: Readonly<Record<string, LetterField>>,
  sort: 'list' | 'rows',
): Words => {
  const there = known(fields, sort) || '—'
  const [zh, en] = sort === 'list' ? ['列表', 'list'] : ['表格', 'table']
  return {
    zh: `“${letterTypes[type].words.zh}”没有名为 ${name} 的${zh}字段。可用：${there}。`,
    en: `The letter "${letterTypes[type].words.en}" has no ${en} field ${name}. There is: ${there.replaceAll('、', ', ')}.`,
  }
}

const unknownColumn = (name: string, columns: readonly string[]): Words => ({
  zh: `该表格没有名为 ${name} 的列。可用：${columns.join('、')}。`,
  en: `The table has no column ${name}. There is: ${columns.join(', ')}.`,
})

const strayMark = (mark: string): Words => ({
  zh: `“${mark}”没有成对出现。字段写作 {字段名}，可省略的部分写在 [ ] 中，两者都不能嵌套。`,
  en: `"${mark}" has no counterpart. Write fields as {name} and what may be left out in [ ], neither inside itself.`,
})
