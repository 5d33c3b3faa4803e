import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { AllianceWithMembers } from '../../../features/agencies/alliances.ts'
import { alliancesQuery } from '../../api/rule-queries.ts'
import { useSession } from '../../parts/use-session.ts'

/** Stands in the address for "no alliance": the law alone. */
export const lawAlone = 'law'

/** Where the shown deadlines hold. */
export type Scope = {
  readonly alliances: readonly AllianceWithMembers[]
  /** The chosen alliance, else the first one's own agency takes part in; undefined for the law alone. */
  readonly alliance: AllianceWithMembers | undefined
  /** Whether one's agency is the joint office or the convenor, and one acts for it there. */
  readonly mayAdopt: boolean
  /** False until the alliances are known, so that the table does not jump. */
  readonly isReady: boolean
}

/** Reads the alliance out of the address. */
export function useRuleScope(): Scope {
  const { alliance: asked } = useSearch({ from: '/inside/deadlines' })
  const { agency, powers } = useSession()
  const list = useQuery(alliancesQuery)
  const alliances = list.data ?? []
  const above = new Set(agency.path.split('/'))
  const convenes = ({ officeId, convenorId }: AllianceWithMembers) =>
    officeId === agency.id || convenorId === agency.id
  const own =
    alliances.find(convenes) ??
    alliances.find(({ members }) => members.some((member) => above.has(member.agency.code)))
  const alliance = asked === lawAlone ? undefined : asked ? alliances.find(({ code }) => code === asked) : own
  return {
    alliances,
    alliance,
    mayAdopt: alliance !== undefined && convenes(alliance) && powers.includes('convene'),
    isReady: !list.isPending,
  }
}
