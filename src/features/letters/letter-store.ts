import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database.ts'
import type { LetterContent } from './compose-letter.ts'
import type { LetterSort } from './letter-types.ts'

/** The store of letters: SQL, read through row-level security (migrations/0009-letters.sql). */

/** A letter as its readers get it. */
export type StoredLetter = {
  readonly id: string
  readonly matterId: string
  readonly seq: number
  readonly legs: readonly number[]
  readonly voidLegs: readonly number[]
  readonly type: LetterSort
  readonly number: string
  readonly code: string
  readonly issuedAt: string
  readonly digest: string
  readonly content: LetterContent
  readonly pdfDigest: string | null
  readonly pdfSize: number | null
}

const columns = sql`
  l.id, l.matter_id as "matterId", l.seq, l.legs, l.void_legs as "voidLegs", l.type, l.number, l.code, l.issued_at as "issuedAt",
  l.digest, l.content, l.pdf_digest as "pdfDigest", l.pdf_size as "pdfSize"`

/** The letters of a matter that the reader may see, oldest first. */
export async function lettersOf(tx: Tx, matterId: string): Promise<readonly StoredLetter[]> {
  const { rows } = await sql<StoredLetter>`
    select ${columns} from letter l where l.matter_id = ${matterId} order by l.issued_at, l.id`.execute(tx)
  return rows
}

/** One letter; refuses with `not-found` what is not there or not to be seen. */
export async function getLetter(tx: Tx, id: string): Promise<StoredLetter> {
  const { rows } = await sql<StoredLetter>`select ${columns} from letter l where l.id = ${id}`.execute(tx)
  const [letter] = rows
  if (letter) return letter
  throw new Refusal('not-found', {
    zh: '没有这份函件，或者您没有查看它的权限。请从事项页面打开。',
    en: 'There is no such letter, or it is not yours to see. Open it from the page of its matter.',
  })
}

/** Letters whose bytes are not made yet, oldest first, but for those named. */
export async function unmadeLetters(
  tx: Tx,
  most: number,
  except: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from letter where pdf_digest is null and id <> all (${except}::uuid[]) order by issued_at limit ${most}`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}
