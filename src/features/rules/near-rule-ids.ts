import { deadlineRules } from './deadline-rules.ts'

/** The ids nearest to what was typed, best first, at most five: for a sentence that helps on. Pure. */
export function nearRuleIds(typed: string): readonly string[] {
  const wanted = typed.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_')
  const words = wanted.split('_').filter((word) => word.length > 2)
  const ids = [...new Set(deadlineRules.map(({ id }) => id))]
  return ids
    .map((id) => ({
      id,
      far: distance(wanted, id),
      shared: words.filter((word) => id.includes(word)).length,
    }))
    .filter(({ id, far, shared }) => shared > 0 || far <= Math.ceil(id.length / 3))
    .sort((a, b) => b.shared - a.shared || a.far - b.far || a.id.localeCompare(b.id))
    .slice(0, 5)
    .map(({ id }) => id)
}

/** How many letters have to be put in, taken out or changed (Levenshtein). Long input is cut: ids are short. */
function distance(typed: string, id: string): number {
  const from = typed.slice(0, 40)
  let row = Array.from({ length: id.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= id.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (from[i - 1] === id[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[id.length] ?? 0
}
