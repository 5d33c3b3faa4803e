import type { AgencyId } from '../../kernel/ids.ts'
import { commonSuperior, findAlliance } from '../agencies/agencies.ts'
import type { LockedLeg } from './matter-store.ts'
import { addParty, attendedBy, type Move, putLeg } from './move.ts'
import { leadersIfRestricted } from './restriction.ts'

/**
 * Who coordinates between the two sides of a conversation: the joint office of the alliance 联席会议办公室, else the agency that convenes
 * it or, where the two have no alliance, their common superior. Null where there is none.
 */
export async function coordinatorOf({ tx, matter }: Move, leg: LockedLeg): Promise<string | null> {
  const alliance = matter.alliance_id ? await findAlliance(tx, matter.alliance_id) : undefined
  const known = alliance?.officeId ?? alliance?.convenorId ?? leg.superior_id
  if (known || !leg.answerer_id) return known
  const { superior } = await commonSuperior(tx, leg.asker_id as AgencyId, leg.answerer_id as AgencyId)
  return superior?.id ?? null
}

/** Lets it attend a conversation from now on, which it reads from its beginning. It may speak and urge, and decides nothing. */
export async function bringIn(move: Move, leg: LockedLeg, coordinatorId: string): Promise<void> {
  addParty(move, coordinatorId, await leadersIfRestricted(move, coordinatorId))
  putLeg(move, attendedBy(leg, coordinatorId))
}
