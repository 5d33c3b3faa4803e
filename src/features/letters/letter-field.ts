import type { Words } from '../../kernel/words.ts'

/**
 * A fact of a letter: a line, a text of several lines, a list of lines, or the rows of a table with their columns. Templates may name
 * these fields and no others.
 */
export type LetterField =
  | { readonly sort: 'line' | 'prose' | 'list'; readonly words: Words; readonly required?: true }
  | { readonly sort: 'rows'; readonly words: Words; readonly columns: Readonly<Record<string, Words>> }

/** A type of letters: its name, its mark and its fields. */
export type LetterTypeEntry = {
  readonly words: Words
  /** What stands in the number for the type, after the agency's own sign 机关代字. */
  readonly mark: string
  readonly fields: Readonly<Record<string, LetterField>>
}

/** A line of text. */
export const line = (zh: string, en: string) => ({ sort: 'line', words: { zh, en } }) as const
/** A line that is never missing. */
export const must = (zh: string, en: string) => ({ sort: 'line', words: { zh, en }, required: true }) as const
/** Text of several lines. */
export const prose = (zh: string, en: string) => ({ sort: 'prose', words: { zh, en } }) as const
/** A list of lines. */
export const list = (zh: string, en: string) => ({ sort: 'list', words: { zh, en } }) as const
/** The rows of a table, with its columns. */
export const rows = <const C extends Readonly<Record<string, Words>>>(zh: string, en: string, columns: C) =>
  ({ sort: 'rows', words: { zh, en }, columns }) as const

/** A type of letters, in a row: its name in both languages, its mark, its fields. */
export const letterType = <const F extends LetterTypeEntry['fields']>(
  zh: string,
  en: string,
  mark: string,
  fields: F,
) => ({ words: { zh, en }, mark, fields }) as const

export const caseNumber = line('案件编号', 'Case number')
/** The day of a decision. */
export const decided = line('决定日期', 'Decided on')
export const urgency = line('紧急程度', 'Urgency')
export const basis = prose('依据', 'Legal basis')
export const grounds = prose('理由', 'Grounds')
export const remarks = prose('说明', 'Remarks')
/** What goes along. */
export const materials = list('随附材料', 'Enclosed documents')

/** What a letter about a case says of it. */
export const caseFields = {
  caseNumber,
  cause: must('案由', 'Cause'),
  party: line('当事人', 'Party'),
  vehicle: line('车辆或船舶', 'Vehicle or ship'),
} as const

/** Whom to ring up. */
export const contact = {
  contact: line('联系人', 'Contact'),
  phone: line('联系电话', 'Telephone'),
} as const

/** The letter that is answered. */
export const answered = {
  letterNumber: line('来函文号', 'Number of the letter answered'),
  letterDay: line('来函日期', 'Day of the letter answered'),
} as const

/** Objects that go along, or stay where they are kept. */
export const objects = rows('涉案物品', 'Objects', {
  name: { zh: '名称', en: 'Name' },
  quantity: { zh: '数量', en: 'Quantity' },
  condition: { zh: '状况', en: 'Condition' },
  custody: { zh: '保管地点', en: 'Kept at' },
})

/** What each side holds. */
export const positions = rows('各方意见', 'Positions', {
  agency: { zh: '单位', en: 'Agency' },
  filed: { zh: '立案情况', en: 'Filed' },
  position: { zh: '意见', en: 'Position' },
  basis: { zh: '依据', en: 'Basis' },
  evidence: { zh: '证据', en: 'Evidence' },
})
