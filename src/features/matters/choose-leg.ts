import type { LockedLeg, LockedMatter } from './matter-store.ts'
import { inConversation } from './move.ts'
import { notAParty, sayWhichLeg } from './refusals.ts'

/**
 * The leg the actor means: the one named, or the only one it takes part in or reviews. Where all move together any of them will do,
 * also once they go on apart: who comes too late to send is told so, and not asked for a leg.
 */
export function chooseLeg(
  matter: LockedMatter,
  agencyId: string,
  wanted: number | undefined,
  together = false,
): LockedLeg {
  const own = matter.legs.filter(
    (leg) => inConversation(leg).includes(agencyId) || matter.reviewer_id === agencyId,
  )
  if (own.length === 0) throw notAParty()
  if (wanted !== undefined) {
    const leg = matter.legs.find(({ no }) => no === wanted)
    if (leg) return leg
  }
  const [only] = own
  const inStep = together || own.every(({ delivery }) => delivery === 'unsent')
  if (only && wanted === undefined && (own.length === 1 || inStep)) return only
  throw sayWhichLeg(own.map(({ no }) => no))
}
