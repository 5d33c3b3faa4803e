import { caseLetterTypes } from './case-letter-types.ts'
import { criminalLetterTypes } from './criminal-letter-types.ts'
import { exchangeLetterTypes } from './exchange-letter-types.ts'
import { helpLetterTypes } from './help-letter-types.ts'
import type { LetterField } from './letter-field.ts'

/**
 * The types of letters 函件类型. The ministry's set of 24 forms has none for collaboration, so these are the platform's own; what they
 * say follows from the duties of the rules they serve (处罚法 25–27, 行政执法机关移送涉嫌犯罪案件的规定, 62号令 Art. 44).
 */
export const letterTypes = {
  ...caseLetterTypes,
  ...helpLetterTypes,
  ...criminalLetterTypes,
  ...exchangeLetterTypes,
} as const

/** The name of a type of letter. */
export type LetterSort = keyof typeof letterTypes

/** All types, in the order in which people read them. */
export const letterTypeNames = Object.keys(letterTypes) as [LetterSort, ...LetterSort[]]

/** True for the name of a type of letter. */
export const isLetterSort = (name: string): name is LetterSort => Object.hasOwn(letterTypes, name)

/** The fields of a type, by name. */
export const fieldsOf = (type: LetterSort): Readonly<Record<string, LetterField>> => letterTypes[type].fields

type ValueOf<F> = F extends { readonly sort: 'rows'; readonly columns: infer C }
  ? readonly { readonly [Column in keyof C]?: string | undefined }[]
  : F extends { readonly sort: 'list' }
    ? readonly string[]
    : string

type Entry<T extends LetterSort> = (typeof letterTypes)[T]['fields']
type RequiredField<T extends LetterSort> = {
  [Name in keyof Entry<T>]: Entry<T>[Name] extends { readonly required: true } ? Name : never
}[keyof Entry<T>]

/** What a letter of this type says, by field. What is missing or empty is left out of the letter. */
export type FactsOf<T extends LetterSort> = {
  readonly [Name in RequiredField<T>]: ValueOf<Entry<T>[Name]>
} & {
  readonly [Name in Exclude<keyof Entry<T>, RequiredField<T>>]?: ValueOf<Entry<T>[Name]> | undefined
}

/** Facts of any type. */
export type LetterFacts = Readonly<
  Record<
    string,
    string | readonly string[] | readonly Readonly<Record<string, string | undefined>>[] | undefined
  >
>
