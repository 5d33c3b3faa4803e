import type { AgencyId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database.ts'
import { agenciesByIds } from '../agencies/agencies.ts'
import { namesOf } from '../people/people.ts'
import type { AgencyShort, PersonShort } from './matter-views.ts'

/** Looks up the agencies a page names, in one query. */
export async function agencyNames(
  tx: Tx,
  ids: Iterable<string | null | undefined>,
): Promise<(id: string | null) => AgencyShort | null> {
  const wanted = [...new Set([...ids].filter((id) => typeof id === 'string'))] as AgencyId[]
  const known = wanted.length > 0 ? await agenciesByIds(tx, wanted) : new Map()
  return (id) => {
    const agency = id === null ? undefined : known.get(id as AgencyId)
    if (!agency) return null
    const { name, nameEn, shortName } = agency
    return { id: agency.id, name, nameEn, shortName }
  }
}

/** Looks up the people a page names, in one query. */
export async function personNames(
  tx: Tx,
  ids: Iterable<string | null | undefined>,
): Promise<(id: string | null | undefined) => PersonShort | null> {
  const names = await namesOf(tx, [...new Set([...ids].filter((id) => typeof id === 'string'))])
  return (id) => (id && names.has(id) ? { id, name: names.get(id) ?? '' } : null)
}
