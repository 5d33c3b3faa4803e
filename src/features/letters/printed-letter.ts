import { chinaDate } from './china-date.ts'
import type { LetterContent, LetterPart } from './compose-letter.ts'
import { shownCode } from './letter-code.ts'
import { letterTypes } from './letter-types.ts'
import { qrSvg } from './qr-code.ts'
import { titleLines } from './title-lines.ts'

/** How a letter is printed, beside what it says. */
export type Printing = {
  /** Where this installation is reached, such as `https://xiezhi.example.cn`; the QR code leads to its public page. */
  readonly publicUrl: string
  /** The picture of the seal it bears. */
  readonly stamp?: Uint8Array | undefined
}

/** What the layout is given (layout/letter.typ): strings and numbers, everything in its place. */
export type PrintedLetter = {
  readonly layout: LetterContent['layout']
  readonly preview: boolean
  readonly title: string
  /** The title in its lines. */
  readonly titleLines: readonly string[]
  readonly number: string
  readonly mark: string
  readonly issuer: string
  /** 主送机关, above the text; none where they stand at the foot. */
  readonly to: readonly string[]
  /** 主送机关 at the foot: so many that the text would not begin on the first page. */
  readonly toAtFoot: readonly string[]
  readonly parts: readonly PrintedPart[]
  readonly enclosures: readonly string[]
  readonly copies: readonly string[]
  readonly day: string
  readonly at: readonly number[]
  readonly code: string
  readonly qr: string | null
  readonly stamp: boolean
}

/** A part of the text, and whether it is kept on the page of what follows it. */
export type PrintedPart = LetterPart & { readonly stays: boolean }

/** The public page of a letter. */
export const checkAddress = (publicUrl: string, code: string): string =>
  `${publicUrl.replace(/\/$/, '')}/check/${code}`

/** More characters of addressees than this leave the first page without text: they move to the foot (GB/T 9704 §7.3.2, §7.4.2). */
const mostAddressed = 280

/** A letter ready for the layout (pure). */
export function printedLetter(letter: LetterContent, { publicUrl, stamp }: Printing): PrintedLetter {
  const at = new Date(letter.at)
  const addressees = letter.to.map(({ name }) => name)
  const areMany = addressees.length > 1 && addressees.join('、').length > mostAddressed
  return {
    layout: letter.layout,
    preview: letter.number === null,
    title: letter.title,
    titleLines: titleLines(letter.title),
    number: letter.number ?? '（发出时编号）',
    mark: letterTypes[letter.type].words.zh,
    issuer: letter.issuer.name,
    to: areMany ? [] : addressees,
    toAtFoot: areMany ? addressees : [],
    parts: withWhatStays(letter),
    enclosures: letter.enclosures,
    copies: letter.copies.map(({ name }) => name),
    day: chinaDate(letter.day),
    at: [
      at.getUTCFullYear(),
      at.getUTCMonth() + 1,
      at.getUTCDate(),
      at.getUTCHours(),
      at.getUTCMinutes(),
      at.getUTCSeconds(),
    ],
    code: letter.code === null ? '' : shownCode(letter.code),
    qr: letter.code === null ? null : qrSvg(checkAddress(publicUrl, letter.code)),
    stamp: stamp !== undefined,
  }
}

/** Two lines: a longer paragraph is text enough where it stands, and moved along it would leave the page before half empty. */
const longestToMove = 56

/**
 * The last part goes with the signature, so that no page bears that alone (GB/T 9704 §7.3.5), and the one before it as well where it is
 * short, such as whom to ring up before 特此函告. Where several enclosures stand between, the last of those do instead.
 */
function withWhatStays({ parts, enclosures }: LetterContent): readonly PrintedPart[] {
  const isShort = (part: LetterPart) => part.sort !== 'paragraph' || part.text.length <= longestToMove
  return parts.map((part, at) => {
    const isLast = at === parts.length - 1
    return {
      ...part,
      stays: enclosures.length < 2 && (isLast || (at === parts.length - 2 && isShort(part))),
    }
  })
}
