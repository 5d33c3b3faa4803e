import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { canBeAssigned } from '../people/people.ts'
import { type Move, putParty } from './move.ts'

/**
 * Restricts the matter to named people of one's own agency, always including oneself. From now on nobody else there reads
 * it, finds it or is told of it (P7, P27). Each side restricts its own people.
 */
export async function restrictTo(move: Move, actor: AgencyActor, readers: readonly string[]): Promise<void> {
  for (const reader of readers) if (!(await canBeAssigned(move.tx, actor, reader))) throw notAColleague()
  const own = actor.type === 'person' ? [actor.accountId] : []
  const party = move.parties.get(actor.agencyId)
  if (party) putParty(move, { ...party, restricted: true, readers: [...new Set([...own, ...readers])] })
}

/** Opens a restricted matter to the whole agency again. */
export function unrestrict(move: Move, actor: AgencyActor): void {
  const party = move.parties.get(actor.agencyId)
  if (party) putParty(move, { ...party, restricted: false, readers: [] })
}

/** The leaders of an agency, whom a restricted matter reaches first on the other side. */
export async function leadersOf(tx: Tx, agencyId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ leaders: string[] }>`select leaders_of(${agencyId}) as leaders`.execute(tx)
  return rows[0]?.leaders ?? []
}

/** The refusal of a person who is not an active colleague. */
export const notAColleague = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '所选人员不是本单位的在岗人员，请重新选择。',
    en: 'One of those chosen is not an active colleague of your agency; choose again.',
  })
