import { sql } from 'kysely'
import { invalidInput } from '../../kernel/faults.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import { canBeAssigned } from '../people/people.ts'
import { type Move, putParty } from './move.ts'

/**
 * Restricts the matter to named people of one's own agency, always including oneself. From now on nobody else there reads
 * it, finds it or is told of it (P7, P27). Each side restricts its own people.
 * @throws Refusal `invalid-input` where whoever deals with it would be shut out: that is decided by assigning another first
 */
export async function restrictTo(move: Move, actor: AgencyActor, readers: readonly string[]): Promise<void> {
  for (const reader of readers) if (!(await canBeAssigned(move.tx, actor, reader))) throw notAColleague()
  const own = actor.type === 'person' ? [actor.accountId] : []
  const party = move.parties.get(actor.agencyId)
  if (!party) return
  const named = [...new Set([...own, ...readers])]
  if (party.assignee_id !== null && !named.includes(party.assignee_id)) throw shutsOutAssignee()
  putParty(move, { ...party, restricted: true, readers: named })
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

const shutsOutAssignee = (): Refusal =>
  invalidInput([
    {
      path: ['readers'],
      message: {
        zh: '现在的经办人不在所选人员中，限定后将无法办理。请一并选入，或者先改派经办人。',
        en: 'Whoever deals with it now is not among them and could not go on. Choose that person too, or assign another first.',
      },
    },
  ])
