import { isDay } from '../../kernel/day.ts'

/** What a list of matters is narrowed to. It stands in the address of the page, so that a view can be passed on. */
export type MatterFilter = {
  readonly kind?: string
  readonly state?: string
  readonly side?: 'asker' | 'answerer' | 'superior'
  readonly q?: string
  readonly agency?: string
  readonly light?: 'red' | 'amber' | 'green'
  readonly settled?: 'true' | 'false'
  readonly assignee?: string
  readonly unread?: 'true'
  /** The first and the last day on which it was opened. */
  readonly since?: string
  readonly until?: string
  /** Everything below one's agency, for those who oversee. */
  readonly scope?: 'subtree'
}

const allowed = {
  side: ['asker', 'answerer', 'superior'],
  light: ['red', 'amber', 'green'],
  settled: ['true', 'false'],
  unread: ['true'],
  scope: ['subtree'],
} as const

/** Every name a filter may have in an address. */
export const filterNames = [
  'kind',
  'state',
  'side',
  'q',
  'agency',
  'light',
  'settled',
  'assignee',
  'unread',
  'since',
  'until',
  'scope',
] as const satisfies (keyof MatterFilter)[]

/** The longest words that are searched for. */
export const mostSearched = 100

const isId = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
const fits: Readonly<Record<string, (value: string) => boolean>> = {
  q: (value) => value.length <= mostSearched,
  agency: isId,
  assignee: (value) => value === 'none' || isId(value),
  since: isDay,
  until: isDay,
}

/** Reads a filter from an address; what it does not know is left out, so that an old or mistyped link still opens. */
export function matterFilterOf(search: Readonly<Record<string, unknown>>): MatterFilter {
  const filter: Record<string, string> = {}
  for (const name of filterNames) {
    const value = search[name]
    if (typeof value !== 'string' || value === '' || value.length > 200) continue
    if (fits[name] && !fits[name](value)) continue
    if (name in allowed && !(allowed[name as keyof typeof allowed] as readonly string[]).includes(value))
      continue
    filter[name] = value
  }
  return filter
}
