import { sql } from 'kysely'
import { z } from 'zod'
import type { AgencyId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database.ts'
import { packCursor, unpackCursor } from '../../platform/http.ts'
import type { AgencyKind, AgencyLevel } from './agency-kinds.ts'
import { type AgencyRef, refColumns } from './agency-store.ts'
import type { LineOfBusiness } from './lines-of-business.ts'

/** What one may look agencies up by. All conditions hold together. */
export type AgencySearch = {
  /** A name, pinyin, initials such as `tlzf`, or a code; parts in order are enough. */
  readonly q?: string | undefined
  /** The division and everything in it. */
  readonly division?: string | undefined
  readonly line?: LineOfBusiness | undefined
  readonly kind?: AgencyKind | undefined
  readonly level?: AgencyLevel | undefined
  /** Agencies of the divisions that touch that of this agency. */
  readonly neighbourOf?: AgencyId | undefined
  /** Code of an alliance: its members and everything below them. */
  readonly alliance?: string | undefined
  /** Only active ones unless false, which asks for the closed ones. */
  readonly active?: boolean | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** One found agency: its reference and what it is competent for. */
export type FoundAgency = AgencyRef & { readonly lines: LineOfBusiness[] }

/**
 * Looks agencies up, best first: exact names and codes, then beginnings, then parts; among equals those of the asker's own
 * division, then of those that touch it, then of its province; enforcement teams before departments before the rest.
 */
export async function searchAgencies(
  tx: Tx,
  search: AgencySearch,
): Promise<{ items: FoundAgency[]; next: string | null }> {
  const after =
    search.cursor === undefined ? undefined : unpackCursor(search.cursor, z.tuple([z.number(), z.string()]))
  const { rows } = await sql<FoundAgency & { weight: number }>`
    with
      asker as (select division_code from agency where id = current_agency()),
      home as (
        select divisions_above(division_code) as code from asker
        union select divisions_inside(division_code) from asker),
      beside as (select divisions_touching(division_code) as code from asker),
      found as (
        select agency.*, 100 * ${relevance(search.q)} + 10 * ${distance} + ${usefulness} as weight
        from agency
        where active = ${search.active ?? true}
          and ${given(search.division, (code) => sql`division_code in (select divisions_inside(${code}))`)}
          and ${given(search.line, (line) => sql`lines @> array[${line}]`)}
          and ${given(search.kind, (kind) => sql`kind = ${kind}`)}
          and ${given(search.level, (level) => sql`level = ${level}`)}
          and ${given(search.neighbourOf, touching)}
          and ${given(search.alliance, inAlliance)})
    select ${refColumns}, agency.lines, agency.weight
    from found agency
    where weight < ${noMatch * 100}
      and ${given(after, ([weight, path]) => sql`(weight, path) > (${Number(weight)}, ${String(path)})`)}
    order by weight, path
    limit ${search.limit + 1}`.execute(tx)
  const page = rows.slice(0, search.limit)
  const last = page.at(-1)
  return {
    items: page.map(({ weight: _, ...agency }) => agency),
    next: rows.length > page.length && last ? packCursor([last.weight, last.path]) : null,
  }
}

type Condition = ReturnType<typeof sql>

const given = <T>(value: T | undefined, condition: (value: T) => Condition): Condition =>
  value === undefined ? sql`true` : condition(value)

const touching = (agency: AgencyId): Condition => sql`division_code in (
  select divisions_touching(other.division_code) from agency other where other.id = ${agency})`

const inAlliance = (code: string): Condition => sql`exists (
  select from alliance
  join alliance_member on alliance_member.alliance_id = alliance.id
  join agency member on member.id = alliance_member.agency_id
  where alliance.code = ${code} and starts_with(agency.path, member.path))`

/** How far the agency is from the asker: 0 its own division, in it or above it, 1 touching, 2 in the same province, 3 elsewhere. */
const distance: Condition = sql`case
  when division_code in (select code from home) then 0
  when division_code in (select code from beside) then 1
  when left(division_code, 2) = (select left(division_code, 2) from asker) then 2
  else 3 end`

/** Who usually answers: teams first, then departments, then offices and partners. */
const usefulness: Condition = sql`case
  when kind in ('corps', 'detachment', 'brigade', 'expressway-detachment', 'expressway-brigade') then 0
  when kind in ('department', 'ministry') then 1
  else 2 end`

const noMatch = 9

/** How well the words fit: 0 exactly, then beginnings, sounds, parts, letters in order; `noMatch` not at all. */
function relevance(q: string | undefined): Condition {
  const words = (q ?? '').normalize('NFKC').trim().toLowerCase()
  const letters = words.replaceAll(/[\s·'’-]/g, '')
  if (letters === '') return sql`0`
  const literal = escapeLike(letters)
  const inOrder = `%${[...letters].map(escapeLike).join('%')}%`
  return sql`case
    when ${words} in (lower(code), name, short_name, lower(name_en)) or ${letters} in (name, short_name) then 0
    when name like ${`${literal}%`} or short_name like ${`${literal}%`}
      or lower(code) like ${`${escapeLike(words)}%`} or ${letters} = any(string_to_array(initials, '/')) then 1
    when '/' || initials like ${`%/${literal}%`} or '/' || pinyin like ${`%/${literal}%`} then 2
    when name like ${`%${literal}%`} or short_name like ${`%${literal}%`}
      or lower(name_en) like ${`%${escapeLike(words)}%`} then 3
    when length(${letters}) > 2 and (pinyin like ${`%${literal}%`} or initials like ${`%${literal}%`}) then 4
    when length(${letters}) > 1 and (name like ${inOrder}
      or exists (select from unnest(string_to_array(initials, '/')) as part where part like ${inOrder})) then 5
    else ${sql.lit(noMatch)} end`
}

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')
