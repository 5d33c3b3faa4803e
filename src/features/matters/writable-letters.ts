import { sql } from 'kysely'
import type { Side } from '../../kernel/chart.ts'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../platform/database.ts'
import type { LetterSort } from '../letters/letters.ts'
import type { Kind } from './kind.ts'
import { kinds } from './kinds/kinds.ts'
import { opensWith } from './open-matter.ts'

/** Types of letters under a heading: the kind of matter they belong to. */
export type LetterGroup = { readonly words: Words; readonly types: readonly LetterSort[] }

/** What decides on which side of a matter an agency may stand. */
export type LetterWriter = {
  readonly isPartner: boolean
  readonly isPolice: boolean
  /** There are agencies below it, between which it may have to decide. */
  readonly isSuperior: boolean
}

/** The letters that bear the name of one's agency, or of the one in whose name it writes, by the kind of matter they belong to. */
export async function writableLetters(tx: Tx): Promise<readonly LetterGroup[]> {
  const { rows } = await sql<LetterWriter>`
    select issuer.kind = 'partner' as "isPartner", 'traffic-police' = any (issuer.lines) as "isPolice",
      exists (select from agency below where below.parent_id = issuer.id and below.active) as "isSuperior"
    from agency issuer where issuer.id = letter_issuer()`.execute(tx)
  const [writer] = rows
  return writer ? groupsFor(writer) : []
}

/** The types an agency may come to write. One that several kinds of matter write stands in a group of its own, the last. */
export function groupsFor(writer: LetterWriter): readonly LetterGroup[] {
  const groups = kinds.map((kind) => ({ words: kind.words.name, types: typesIn(kind, writer) }))
  const isShared = (type: LetterSort) => groups.filter(({ types }) => types.includes(type)).length > 1
  const shared = new Set(groups.flatMap(({ types }) => types.filter(isShared)))
  return [
    ...groups.map(({ words, types }) => ({ words, types: types.filter((type) => !shared.has(type)) })),
    { words: { zh: '多类事项通用', en: 'Several kinds' }, types: [...shared] },
  ].filter(({ types }) => types.length > 0)
}

function typesIn(kind: Kind, writer: LetterWriter): readonly LetterSort[] {
  const types = Object.entries(kind.letters?.writes ?? {}).flatMap(([action, mapping]) =>
    mapping && sidesOfAction(kind, action).some((side) => mayStandOn(kind, side, writer))
      ? [mapping.type]
      : [],
  )
  return [...new Set(types)]
}

const sidesOfAction = ({ chart }: Kind, action: string): readonly Side[] =>
  Object.values(chart.states).flatMap((steps) => steps[action]?.by ?? [])

function mayStandOn(kind: Kind, side: Side, { isPartner, isPolice, isSuperior }: LetterWriter): boolean {
  switch (side) {
    case 'asker':
      return opensWith(kind).includes(isPartner ? 'refer' : 'open')
    case 'answerer':
      return kind.answeredBy === undefined || isPolice
    case 'superior':
      return isSuperior && !isPartner
  }
}
