import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { readLetterCode } from './letter-code.ts'
import { isLetterSort, letterTypes } from './letter-types.ts'

/** What the public page says of a letter. Nobody's personal data is in it. */
export type CheckedLetter = {
  readonly type: string
  readonly typeWords: Words
  readonly number: string
  readonly issuer: string
  readonly to: readonly string[]
  /** 成文日期. */
  readonly day: string
  /** `valid`; `void`: taken back; `partly-void`: taken back from some of those it went to. */
  readonly state: 'valid' | 'void' | 'partly-void'
  readonly stateWords: Words
  /** True when it bears the agency's seal. */
  readonly stamped: boolean
  /** SHA-256 of what it says, as the record of the matter has it. */
  readonly digest: string
  /** SHA-256 of the signed PDF; null in the seconds until it is made. */
  readonly pdfDigest: string | null
  /** SHA-256 of the certificate that the PDF is signed with. */
  readonly certificate: string | null
}

type Found = Omit<CheckedLetter, 'typeWords' | 'stateWords'>

/** The words of a letter's state. */
export const letterStates = {
  valid: { zh: '有效', en: 'Valid' },
  'partly-void': { zh: '已向部分单位撤回', en: 'Taken back from some addressees' },
  void: { zh: '已撤回或已失效，不再有效', en: 'Taken back or over, no longer valid' },
} as const satisfies Record<CheckedLetter['state'], Words>

/**
 * What anybody may know of a letter whose code is in hand, as typed.
 * @throws Refusal `not-found` for a code that no letter of this installation has, and for what is none, such as a letter's number
 */
export async function checkLetter(db: Db, typed: string): Promise<CheckedLetter> {
  const code = readLetterCode(typed)
  if (!code) throw noCode()
  const found = await asActor(db, systemActor('letter-check'), async (tx) => {
    const { rows } = await sql<{ letter: Found | null }>`select check_letter(${code}) as letter`.execute(tx)
    return rows[0]?.letter
  })
  if (!found) throw unknownCode()
  return {
    ...found,
    typeWords: isLetterSort(found.type) ? letterTypes[found.type].words : { zh: found.type, en: found.type },
    stateWords: letterStates[found.state],
  }
}

const noCode = (): Refusal =>
  new Refusal('not-found', {
    zh: '这不是核验码。核验码是函件二维码下方的 16 位数字和字母（如 XXXX-XXXX-XXXX-XXXX），不是发文字号。请重新输入，或者扫描二维码。',
    en: 'This is no code. The code is the 16 digits and letters below the QR code of the letter (as XXXX-XXXX-XXXX-XXXX), not its number. Type it again, or scan the QR code.',
  })

const unknownCode = (): Refusal =>
  new Refusal('not-found', {
    zh: '本系统没有发出过这个核验码的函件。请对照纸面逐位核对；仍然没有的，请向函件上的发函单位电话核实，谨防伪造。',
    en: 'No letter of this installation has this code. Compare it with the paper; if it is right, ring up the agency named on the letter, for the letter may be forged.',
  })
