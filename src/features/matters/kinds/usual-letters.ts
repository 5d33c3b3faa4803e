import { type LetterMapping, type LetterSort, type LetterSource, letterOf } from '../../letters/letters.ts'
import { amount, answeredLetter, chinaDeadline, chinaMoment } from './letter-facts.ts'

/** What several kinds write alike. Each says which letter is answered and what it is about. */
type About = {
  /** The type of the letter that is answered. */
  readonly answers: LetterSort
  readonly subject: (source: LetterSource) => string
}

type Decline = { readonly grounds: string; readonly suggested?: readonly string[] }

/**
 * Help that is declined is declined in writing, with its reason (行政处罚法 Art. 26).
 * @param reason the field of the form with the reason, one of the kind's options
 */
export const declineLetter = (about: About, reason = 'declineReason'): LetterMapping =>
  letterOf({
    type: 'decline',
    to: 'asker',
    names: suggestedBy,
    facts: (source) => ({
      ...answeredLetter(source, about.answers),
      subject: about.subject(source),
      reason: source.wordOf(reason, source.body[reason]),
      grounds: (source.body as Decline).grounds,
      suggested: suggestedNames(source),
    }),
  })

/** The agencies a form suggests instead; a letter has to look up their names. */
export const suggestedBy = (body: LetterSource['body']): readonly string[] =>
  (body as Partial<Decline>).suggested ?? []

/** Their names, for the text. */
export const suggestedNames = (source: LetterSource): string =>
  suggestedBy(source.body)
    .map((id) => source.nameOf(id))
    .join('、')

type Numbered = About & { readonly caseNumber: (source: LetterSource) => string | undefined }

/** What is missing is told once and whole. */
export const supplementLetter = (
  about: Numbered,
  to: 'asker' | 'answerers',
  missing: (source: LetterSource) => {
    readonly gaps?: readonly { readonly item: string; readonly what: string }[]
    readonly missing?: string
  },
): LetterMapping =>
  letterOf({
    type: 'supplement',
    to,
    due: ['supplement'],
    facts: (source) => ({
      ...answeredLetter(source, about.answers),
      subject: about.subject(source),
      caseNumber: about.caseNumber(source),
      due: chinaDeadline(source.dueAt),
      ...missing(source),
    }),
  })

type Gaps = { readonly gaps: readonly { readonly item: string; readonly what: string }[] }

/** The gaps of a form, in the words of the check-list. */
export const gapsOf = ({ body, wordOf }: LetterSource): Gaps => ({
  gaps: (body as Gaps).gaps.map(({ item, what }) => ({ item: wordOf('gaps[].item', item), what })),
})

type HandOver = {
  readonly at?: string
  readonly place?: string
  /** After a designation or an agreement: when the jurisdiction was given up. */
  readonly stoppedAt?: string
  readonly items: readonly {
    readonly name: string
    readonly quantity: number
    readonly unit: string
    readonly condition?: string
  }[]
  readonly handedBy?: string
  readonly note?: string
}

/** The list that goes with objects and papers when they change hands, to be checked on arrival. */
export const handOverLetter = ({ subject, caseNumber }: Omit<Numbered, 'answers'>): LetterMapping =>
  letterOf({
    type: 'hand-over',
    to: 'other',
    when: ({ body }) => (body as HandOver).items.length > 0,
    facts: (source) => {
      const { at, place, items, handedBy, stoppedAt, note } = source.body as HandOver
      return {
        subject: subject(source),
        caseNumber: caseNumber(source),
        at: chinaMoment(at),
        place,
        items: items.map(({ name, quantity, unit, condition }) => ({
          name,
          quantity: amount(quantity, unit),
          condition,
        })),
        handedBy,
        stopped: chinaMoment(stoppedAt),
        remarks: note,
      }
    },
  })
