import type { Chart, Step } from '../../kernel/chart.ts'
import type { AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { commonSuperior } from '../agencies/agencies.ts'
import type { LockedLeg } from './matter-store.ts'
import { addParty, inConversation, type Move, putLeg } from './move.ts'
import { leadersIfRestricted } from './restriction.ts'

/**
 * Brings the common superior in when a leg comes to a state in which only it can act, or when it takes a step of its own accord
 * (行政处罚法 Art. 25). It is computed from the tree of agencies; nobody chooses it, and an office or a joint conference never is one.
 */
export async function callSuperior(move: Move, legNo: number, { unasked }: Step): Promise<void> {
  const leg = move.legs.get(legNo)
  if (!leg?.answerer_id || (leg.superior_id && move.parties.has(leg.superior_id))) return
  const steps = Object.values(move.kind.chart.states[leg.state] ?? {})
  if (!unasked && !steps.some(isForSuperior)) return
  const { superior, why } = await commonSuperior(
    move.tx,
    leg.asker_id as AgencyId,
    leg.answerer_id as AgencyId,
  )
  if (!superior) throw new Refusal('not-now', why)
  putLeg(move, { ...leg, superior_id: superior.id })
  addParty(move, superior.id, await leadersIfRestricted(move, superior.id))
}

/** A step that the matter waits for the superior to take. */
const isForSuperior = ({ by, unasked }: Step): boolean => by === 'superior' && !unasked

/** In which states of a chart the common superior may act of its own accord, before anybody calls it in. */
export const unaskedStates = ({ states }: Chart): readonly string[] =>
  Object.keys(states).filter((state) => Object.values(states[state] ?? {}).some(({ unasked }) => unasked))

/**
 * The legs as somebody may act on them: a common superior that nobody has called in, and that may act of its own accord, is seen on its
 * side already. It sits there for everybody once it has taken a step (`callSuperior`). Whoever takes part anyhow is seen where it sits.
 */
export async function legsAsActedOn(
  tx: Tx,
  chart: Chart,
  legs: readonly LockedLeg[],
  actor: AgencyActor,
): Promise<readonly LockedLeg[]> {
  if (unaskedStates(chart).length === 0) return legs
  const seen: LockedLeg[] = []
  for (const leg of legs)
    seen.push((await isUncalledSuperior(tx, leg, actor)) ? { ...leg, superior_id: actor.agencyId } : leg)
  return seen
}

async function isUncalledSuperior(tx: Tx, leg: LockedLeg, { agencyId }: AgencyActor): Promise<boolean> {
  const { answerer_id, superior_id, delivery } = leg
  if (!answerer_id || superior_id || delivery !== 'delivered') return false
  if (inConversation(leg).includes(agencyId)) return false
  const { superior } = await commonSuperior(tx, leg.asker_id as AgencyId, answerer_id as AgencyId)
  return superior?.id === agencyId
}
