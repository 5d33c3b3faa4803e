import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { DeadlineOverride } from './deadline-rule.ts'
import { rulebookOf } from './rulebook.ts'
import { concernedAlliances, type WhoAdopted, withAdopters } from './who-adopted.ts'

/** One decision about a deadline: whose, who entered it, and when. */
export type DeadlineDecision = Omit<DeadlineOverride, 'allianceId' | 'adoptedBy'> & WhoAdopted

/**
 * Every decision about deadlines that concerns an agency, the newest first: those of its alliances, and of those the reader decides
 * for. Decisions are a few in a year, so there is no paging.
 */
export async function deadlineHistory(tx: Tx, actor: AgencyActor): Promise<readonly DeadlineDecision[]> {
  const alliances = await concernedAlliances(tx, actor)
  const { overrides } = await rulebookOf(tx)
  return withAdopters(
    tx,
    overrides.filter(({ allianceId }) => alliances.has(allianceId)),
  )
}
