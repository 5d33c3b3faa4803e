/** What a list of cases is narrowed to; it stands in the address of the page. */
export type CaseFilter = {
  readonly [Name in (typeof caseFilterNames)[number]]?: string
}

/** Every name a filter of cases may have in an address. */
export const caseFilterNames = ['q', 'plate', 'state', 'behaviour', 'outcome', 'settled', 'scope'] as const

const allowed: Readonly<Record<string, readonly string[]>> = {
  settled: ['true', 'false'],
  scope: ['subtree'],
}

/** Reads a filter from an address; what it does not know is left out, so that an old link still opens. */
export function caseFilterOf(search: Readonly<Record<string, unknown>>): CaseFilter {
  const filter: Record<string, string> = {}
  for (const name of caseFilterNames) {
    const value = search[name]
    if (typeof value !== 'string' || value === '' || value.length > 50) continue
    if (allowed[name] && !allowed[name].includes(value)) continue
    filter[name] = value
  }
  return filter
}
