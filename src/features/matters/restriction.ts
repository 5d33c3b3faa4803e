import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
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

/**
 * Who reads a restricted matter in an agency that is brought in: those who decide there. Without them it would be a party
 * in which nobody can act. Nobody in particular where no side has restricted it.
 */
export async function leadersIfRestricted(move: Move, agencyId: string): Promise<readonly string[]> {
  if (![...move.parties.values()].some(({ restricted }) => restricted)) return []
  const { rows } = await sql<{ leaders: string[] }>`select leaders_of(${agencyId}) as leaders`.execute(
    move.tx,
  )
  return rows[0]?.leaders ?? []
}

/** The refusal of a person who is not an active colleague. */
export const notAColleague = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '所选人员不是本单位的在岗人员，请重新选择。',
    en: 'One of those chosen is not an active colleague of your agency; choose again.',
  })
