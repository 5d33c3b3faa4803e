import { composeLetter, type LetterContent } from './compose-letter.ts'
import { defaultTemplates } from './default-templates.ts'
import type { LetterMapping, LetterSource } from './letter-mapping.ts'

/** The text a mapping gives with the default template: for trying mappings and templates without a matter. */
export const previewFacts = (mapping: LetterMapping, source: LetterSource): LetterContent =>
  composeLetter(mapping.type, defaultTemplates[mapping.type], mapping.facts(source), {
    number: null,
    code: null,
    issuer: source.asker,
    to: source.answerers,
    enclosures: mapping.enclosures?.(source) ?? [],
    copies: [],
    day: source.day,
    at: `${source.day}T00:00:00.000Z`,
    matter: '',
    template: 'default',
    stamp: null,
  })
