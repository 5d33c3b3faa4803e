import { canonical } from '../../kernel/canonical.ts'
import { hexDigest } from '../../kernel/hash-suite.ts'
import { chinaDate } from './china-date.ts'
import type { LetterBlock, LetterTemplate } from './letter-template.ts'
import { fieldsOf, type LetterFacts, type LetterSort } from './letter-types.ts'

/** An agency as a letter names it. */
export type Correspondent = { readonly id: string; readonly name: string }

/** Whom a letter goes to; without an id somebody outside the platform, to whom the agency takes it itself. */
export type Addressee = { readonly id: string | null; readonly name: string }

/** A part of the text as it will be printed; nothing in it is looked up any more. */
export type LetterPart =
  | { readonly sort: 'paragraph' | 'heading'; readonly text: string }
  | { readonly sort: 'list'; readonly items: readonly string[] }
  | {
      readonly sort: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly sort: 'sheet'; readonly rows: readonly (readonly [string, string])[] }

/**
 * What a letter says, frozen with the move that produced it: every text already in its place, so that neither a new template nor a renamed
 * agency ever changes it. Its digest stands in the event.
 */
export type LetterContent = {
  /** Version of this shape. */
  readonly shape: 1
  readonly type: LetterSort
  readonly layout: LetterTemplate['layout']
  readonly title: string
  /** 发文字号; null in a preview, which takes none. */
  readonly number: string | null
  /** What the public page knows it by; null in a preview. */
  readonly code: string | null
  readonly issuer: Correspondent
  readonly to: readonly Addressee[]
  readonly parts: readonly LetterPart[]
  readonly enclosures: readonly string[]
  /** 抄送. */
  readonly copies: readonly Correspondent[]
  /** 成文日期, a day in China. */
  readonly day: string
  /** The moment of the move, UTC. */
  readonly at: string
  readonly matter: string
  /** The template it was made with, such as `default/1`. */
  readonly template: string
  /** The seal that was put on it, by the digest of its picture; null without one. */
  readonly stamp: { readonly id: string; readonly digest: string; readonly permission: string } | null
}

/** Everything of a letter that is not its text. */
export type LetterFrame = Omit<LetterContent, 'shape' | 'type' | 'layout' | 'title' | 'parts'>

/** Puts the facts of a letter into its template (pure). What has no fact is left out, never printed empty. */
export function composeLetter(
  type: LetterSort,
  template: LetterTemplate,
  facts: LetterFacts,
  frame: LetterFrame,
): LetterContent {
  const lookUp = (name: string): string => {
    switch (name) {
      case 'issuer':
        return frame.issuer.name
      case 'to':
        return frame.to.map((each) => each.name).join('、')
      case 'number':
        return frame.number ?? '（正式发出时编号）'
      case 'day':
        return chinaDate(frame.day)
      case 'matter':
        return frame.matter
      default: {
        const value = facts[name]
        if (typeof value === 'string') return value.trim()
        return isLines(value) ? value.map((item, index) => `${index + 1}. ${item}`).join('\n') : ''
      }
    }
  }
  return {
    shape: 1,
    type,
    layout: template.layout,
    title: fill(template.title, lookUp) ?? template.title.replaceAll(/\[[^\]]*\]|\{[^}]*\}/g, ''),
    parts: numbered(withoutLoneHeadings(template.blocks.map((block) => partsOf(type, block, facts, lookUp)))),
    ...frame,
  }
}

/** SHA-256 of the frozen content, hex. */
export const letterDigest = (content: LetterContent): string => hexDigest('sha256', canonical(content))

function partsOf(
  type: LetterSort,
  block: LetterBlock,
  facts: LetterFacts,
  lookUp: (name: string) => string,
): LetterPart[] {
  if ('paragraph' in block) return paragraphsOf(fill(block.paragraph, lookUp))
  if ('heading' in block) {
    const text = fill(block.heading, lookUp)
    return text === undefined ? [] : [{ sort: 'heading', text }]
  }
  if ('list' in block) {
    const items = facts[block.list]
    return isLines(items) && items.length > 0
      ? [{ sort: 'list', items: items.map((item) => linesOf(item).join('\n')) }]
      : []
  }
  if ('sheet' in block) {
    const rows = block.sheet.flatMap(([label, value]): [string, string][] => {
      const text = fill(value, lookUp)
      return text === undefined ? [] : [[label, text]]
    })
    return rows.length > 0 ? [{ sort: 'sheet', rows }] : []
  }
  const field = fieldsOf(type)[block.table]
  const rows = facts[block.table]
  if (field?.sort !== 'rows' || !isRows(rows)) return []
  // What nobody has said anything about is no column: a table of empty cells asks the reader for what there is none of.
  const columns = block.columns.filter((column) => rows.some((row) => row[column]))
  if (columns.length === 0) return []
  return [
    {
      sort: 'table',
      columns: columns.map((column) => field.columns[column]?.zh ?? column),
      rows: rows.map((row) => columns.map((column) => row[column] ?? '')),
    },
  ]
}

/** One paragraph for each line: what people type has paragraphs of its own. */
const paragraphsOf = (text: string | undefined): LetterPart[] =>
  linesOf(text ?? '').map((line) => ({ sort: 'paragraph', text: line }))

/** The lines people typed, without those that are empty. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A heading over nothing says nothing: it goes when the block below it has gone. */
const withoutLoneHeadings = (blocks: readonly (readonly LetterPart[])[]): LetterPart[] =>
  blocks.flatMap((parts, index) => {
    const isOverNothing =
      parts[0]?.sort === 'heading' && (blocks[index + 1]?.[0]?.sort ?? 'heading') === 'heading'
    return isOverNothing ? [] : parts
  })

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** Headings that are numbered 一、二、三 are numbered anew, without a gap where one was left out. */
function numbered(parts: readonly LetterPart[]): LetterPart[] {
  let count = 0
  return parts.map((part) => {
    if (part.sort !== 'heading' || !/^[一二三四五六七八九十]、/.test(part.text)) return part
    const numeral = numerals[count++]
    return numeral ? { ...part, text: `${numeral}${part.text.slice(1)}` } : part
  })
}

/** The text with its placeholders filled; undefined when a fact outside brackets is missing. */
function fill(template: string, lookUp: (name: string) => string): string | undefined {
  let isMissing = false
  const put = (text: string): string | undefined => {
    let lacks = false
    const filled = text.replace(/\{([^{}]*)\}([。；，]?)/g, (_, name: string, mark: string) => {
      const value = lookUp(name)
      if (value === '') lacks = true
      // People end their sentences themselves; two stops in a row are one too many.
      return mark === '' ? value : value.replace(/[。；，]+$/, '') + mark
    })
    return lacks ? undefined : filled
  }
  // Split before anything is filled in: brackets that people typed are text.
  const text = template
    .split(/(\[[^[\]]*\])/)
    .map((segment) => {
      const isOptional = segment.startsWith('[') && segment.endsWith(']')
      const filled = put(isOptional ? segment.slice(1, -1) : segment)
      if (filled === undefined && !isOptional) isMissing = true
      return filled ?? ''
    })
    .join('')
  return isMissing ? undefined : text
}

const isLines = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const isRows = (value: unknown): value is readonly Readonly<Record<string, string | undefined>>[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null)
