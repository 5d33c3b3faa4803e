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
 * Never those of a person (identity numbers, phones, names of natural persons), which must not be found by typing.
 */
export function shortTexts(content: unknown, key = ''): string[] {
  if (typeof content === 'string') return content.length <= 100 && !unsearchable.has(key) ? [content] : []
  if (Array.isArray(content)) return content.flatMap((item) => shortTexts(item, key))
  if (typeof content !== 'object' || content === null) return []
  const fields = Object.entries(content)
  const isPerson = fields.some(([name, value]) => name === 'kind' && value === 'person')
  return isPerson ? [] : fields.flatMap(([name, value]) => shortTexts(value, name))
}

const unsearchable = new Set([
  'to',
  'idNumber',
  'phone',
  'address',
  'certificateNumber',
  'owner',
  'operator',
  'representative',
  'discoveredAt',
  'kind',
])
