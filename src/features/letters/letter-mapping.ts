import type { Correspondent } from './compose-letter.ts'
import type { FactsOf, LetterFacts, LetterSort } from './letter-types.ts'

/** What a mapping sees of the matter and the move. Everything in it is on record once the move is. */
export type LetterSource = {
  /** The content of the matter. */
  readonly content: Readonly<Record<string, unknown>>
  /** What the form of this action carries. */
  readonly body: Readonly<Record<string, unknown>>
  /** What the form of an earlier action carried in this conversation, the last time it was taken. */
  readonly said: (action: string) => Readonly<Record<string, unknown>> | undefined
  /** The same for an action that is taken again and again: all of them, oldest first. */
  readonly allSaid: (action: string) => readonly Readonly<Record<string, unknown>>[]
  /** The name of an agency that the mapping asked for. */
  readonly nameOf: (agencyId: unknown) => string
  /** The latest letter of these types in this conversation that was not taken back: what is being answered. */
  readonly answered: (
    ...types: readonly LetterSort[]
  ) => { readonly number: string; readonly day: string } | undefined
  /** The kind's Chinese words of an option: `wordOf('case.source', 'inspection')`. */
  readonly wordOf: (path: string, value: unknown) => string
  /** The kind's Chinese label of a field. */
  readonly labelOf: (path: string) => string
  readonly asker: Correspondent
  /** Those the move reaches. */
  readonly answerers: readonly Correspondent[]
  readonly superior: Correspondent | undefined
  /** Names of the files that go along, the items of the check-list they stand for, and what these are called. */
  readonly files: readonly {
    readonly name: string
    readonly item: string | null
    readonly means?: string | undefined
    /** Added by the agency that writes the letter. */
    readonly isOwn: boolean
  }[]
  /** The day of the move in China. */
  readonly day: string
  /** When the first of the mapping's `due` clocks ends; nothing where none of them runs. */
  readonly dueAt: string | undefined
}

/** How a kind's action becomes a letter. */
export type LetterMapping = {
  readonly type: LetterSort
  /**
   * Who receives it; `other` is the other side of whoever writes. The name of somebody outside the platform, such as a procuratorate, is read
   * from the form.
   */
  readonly to:
    | 'answerers'
    | 'asker'
    | 'superior'
    | 'sides'
    | 'other'
    | ((body: LetterSource['body']) => string)
  /** False where this time no letter is due. */
  readonly when?: (source: LetterSource) => boolean
  readonly facts: (source: LetterSource) => LetterFacts
  /** Clocks that begin with the action, or are counted from the content: the letter says when the first of them ends. */
  readonly due?: readonly string[]
  /** Ids of agencies it names besides those who take part. */
  readonly names?: (body: Readonly<Record<string, unknown>>) => readonly string[]
  /** Ids of agencies that are no side of the conversation and get a copy 抄送, because the letter is about them. */
  readonly copies?: (body: Readonly<Record<string, unknown>>) => readonly string[]
  /** What goes along, for the note under the text 附件说明. */
  readonly enclosures?: (source: LetterSource) => readonly string[]
}

/** The letters of a kind: which action writes which, and which takes earlier ones back. */
export type KindLetters<Action extends string = string> = {
  readonly writes: Readonly<Partial<Record<Action, LetterMapping>>>
  /** After these actions letters of these types no longer stand, in the conversation in which it was taken. */
  readonly voids?: Readonly<Partial<Record<Action, readonly (LetterSort | LastLetter)[]>>>
}

/** Of the letters of a type only the last one: what was written before it of something else still stands. */
export type LastLetter = { readonly last: LetterSort }

/** A mapping whose facts are checked against the fields of its type. */
export const letterOf = <T extends LetterSort>(
  mapping: Omit<LetterMapping, 'type' | 'facts'> & {
    readonly type: T
    readonly facts: (source: LetterSource) => FactsOf<T>
  },
): LetterMapping => ({ ...mapping, facts: (source) => mapping.facts(source) as LetterFacts })
