import { sql } from 'kysely'
import { chinaDayOf, yearOf } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database.ts'
import {
  type Addressee,
  type Correspondent,
  composeLetter,
  type LetterContent,
  letterDigest,
} from './compose-letter.ts'
import { defaultSign } from './default-sign.ts'
import { defaultTemplates, defaultTemplatesVersion } from './default-templates.ts'
import { newLetterCode } from './letter-code.ts'
import { letterNumber } from './letter-number.ts'
import type { LetterTemplate } from './letter-template.ts'
import { type LetterFacts, type LetterSort, letterTypes } from './letter-types.ts'

/** Everything a letter is made of but its number. */
export type LetterDraft = {
  readonly type: LetterSort
  readonly facts: LetterFacts
  readonly issuer: Issuer
  readonly to: readonly Addressee[]
  /** 抄送, beside the joint office, which the template decides on. */
  readonly copies: readonly Correspondent[]
  readonly enclosures: readonly string[]
  readonly matter: string
  readonly allianceId: string | null
  /** The moment of the move, UTC. */
  readonly now: string
}

/** Whose letter it is. */
export type Issuer = Correspondent & { readonly shortName: string; readonly divisionCode: string | null }

/** A letter as the move stores it; names as in the table. */
export type LetterRow = {
  readonly id: string
  readonly legs: readonly number[]
  readonly issuer_id: string
  readonly to_ids: readonly string[]
  readonly type: LetterSort
  readonly year: number
  readonly serial: number
  readonly number: string
  readonly code: string
  readonly issued_at: string
  readonly content: LetterContent
  readonly digest: string
  readonly stamp_id: string | null
  readonly permission_id: string | null
}

/** What the event of the move says of a letter. */
export type LetterMention = {
  readonly id: string
  readonly type: LetterSort
  readonly number: string
  readonly code: string
  /** SHA-256 of the canonical content. */
  readonly digest: string
  readonly template: string
  readonly stamp?: { readonly digest: string; readonly permission: string }
}

type Setting = {
  readonly sign: string | null
  readonly template: { readonly name: string; readonly template: LetterTemplate } | null
  readonly stamp: { readonly id: string; readonly digest: string; readonly permission: string } | null
  /** The joint office of the alliance. */
  readonly office: Correspondent | null
}

/**
 * Writes a letter: takes the next number of its agency, type and year, puts the facts into the template in force and freezes the result.
 * The number's row stays locked until the transaction ends, so it is taken last; rolled back, the number is free again.
 */
export async function writeLetter(tx: Tx, draft: LetterDraft, legs: readonly number[]): Promise<LetterRow> {
  const year = yearOf(chinaDayOf(draft.now))
  const { rows } = await sql<{ taken: Setting & { readonly serial: number } }>`
    select take_letter_number(${draft.issuer.id}, ${draft.type}, ${year}, ${draft.allianceId}) as taken`.execute(
    tx,
  )
  const taken = rows[0]?.taken
  if (!taken) throw new Error('No number was taken.')
  const sign = taken.sign ?? defaultSign(draft.issuer)
  const number = letterNumber(sign, letterTypes[draft.type].mark, year, taken.serial)
  const code = newLetterCode()
  const content = frozen(draft, taken, { number, code })
  return {
    id: newId(),
    legs,
    issuer_id: draft.issuer.id,
    to_ids: draft.to.flatMap(({ id }) => id ?? []),
    type: draft.type,
    year,
    serial: taken.serial,
    number,
    code,
    issued_at: draft.now,
    content,
    digest: letterDigest(content),
    stamp_id: content.stamp?.id ?? null,
    permission_id: content.stamp?.permission ?? null,
  }
}

/** The same letter as it would be written now, without number, code or seal: for looking at. */
export async function draftLetter(tx: Tx, draft: LetterDraft): Promise<LetterContent> {
  const { rows } = await sql<{ setting: Setting }>`
    select letter_setting(${draft.issuer.id}, ${draft.type}, ${draft.allianceId}) as setting`.execute(tx)
  const setting = rows[0]?.setting
  if (!setting) throw new Error('There is no setting for a letter.')
  return frozen(draft, { ...setting, stamp: null }, { number: null, code: null })
}

/** What the event says of a letter. */
export const mentionOf = ({ id, type, number, code, digest, content }: LetterRow): LetterMention => ({
  id,
  type,
  number,
  code,
  digest,
  template: content.template,
  ...(content.stamp ? { stamp: { digest: content.stamp.digest, permission: content.stamp.permission } } : {}),
})

function frozen(
  draft: LetterDraft,
  { template, stamp, office }: Setting,
  named: { readonly number: string | null; readonly code: string | null },
): LetterContent {
  const { id, name } = draft.issuer
  const written = [draft.issuer, ...draft.to, ...draft.copies]
  const isToOffice = template?.template.copyToOffice && !written.some((each) => each.id === office?.id)
  return composeLetter(draft.type, template?.template ?? defaultTemplates[draft.type], draft.facts, {
    ...named,
    issuer: { id, name },
    to: draft.to.map((each) => ({ id: each.id, name: each.name })),
    enclosures: draft.enclosures,
    copies: [...draft.copies, ...(isToOffice && office ? [office] : [])],
    day: chinaDayOf(draft.now),
    at: draft.now,
    matter: draft.matter,
    template: template?.name ?? `default/${defaultTemplatesVersion}`,
    stamp,
  })
}
