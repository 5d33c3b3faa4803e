/**
 * Front door of the letters 函件: the official documents that moves produce. What one says is frozen with the move and numbered without
 * gaps; the bytes follow from it.
 */

export type { Addressee, Correspondent, LetterContent } from './compose-letter.ts'
export { type LetterAgencies, letterAgencies } from './letter-agencies.ts'
export { type KindLetters, type LetterMapping, type LetterSource, letterOf } from './letter-mapping.ts'
export { lettersOf, type StoredLetter } from './letter-store.ts'
export { isLetterSort, type LetterSort, letterTypes } from './letter-types.ts'
export { type LetterDoor, type LetterView, letterRoutes, type WantedLetter } from './letters.routes.ts'
export { type LetterParts, letterJob, makeLetter } from './make-letter.ts'
export { openPress, type Press } from './press.ts'
export { previewFacts } from './preview-facts.ts'
export { adoptTemplate } from './templates.ts'
export {
  draftLetter,
  type LetterDraft,
  type LetterMention,
  type LetterRow,
  mentionOf,
  writeLetter,
} from './write-letter.ts'
