import type { z } from 'zod'
import { withoutPersonalData } from './masking.ts'

/**
 * The character pairs of texts, for search. Exact for Chinese words of two characters and more, where word splitting
 * misses parts of names and trigrams cannot index two-character words. Case and width do not matter.
 */
export function searchPairs(texts: readonly string[]): string[] {
  const pairs = new Set<string>()
  for (const text of texts) {
    const characters = [...normalised(text)]
    for (let at = 0; at + 1 < characters.length; at++) {
      const pair = `${characters[at]}${characters[at + 1]}`
      if (!/\s/.test(pair)) pairs.add(pair)
    }
  }
  return [...pairs].slice(0, 2_000)
}

const normalised = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('·', '')

/**
 * The texts of a content worth finding it by: short ones such as plates, names of companies, case numbers and places.
 * Never what the form marks as personal (identity numbers, phones, names of natural persons): nobody is found by typing those.
 */
export const shortTexts = (form: z.ZodType, content: unknown): string[] =>
  textsOf(withoutPersonalData(form, content))

function textsOf(content: unknown, key = ''): string[] {
  if (typeof content === 'string') return content.length <= 100 && !unsearchable.has(key) ? [content] : []
  if (Array.isArray(content)) return content.flatMap((item) => textsOf(item, key))
  if (typeof content !== 'object' || content === null) return []
  return Object.entries(content).flatMap(([name, value]) => textsOf(value, name))
}

/** Official, but nothing to find a matter by. */
const unsearchable = new Set(['to', 'kind', 'phone', 'certificateNumber', 'discoveredAt'])
