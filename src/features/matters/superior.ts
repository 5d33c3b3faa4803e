import type { AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { commonSuperior } from '../agencies/agencies.ts'
import { addParty, type Move, putLeg } from './move.ts'
import { leadersIfRestricted } from './restriction.ts'

/**
 * Brings the common superior in when a leg comes to a state in which only it can act (行政处罚法 Art. 25). It is computed
 * from the tree of agencies; nobody chooses it, and an office or a joint conference never is one.
 */
export async function callSuperior(move: Move, legNo: number): Promise<void> {
  const leg = move.legs.get(legNo)
  if (!leg?.answerer_id || leg.superior_id) return
  const steps = Object.values(move.kind.chart.states[leg.state] ?? {})
  if (!steps.some(({ by }) => by === 'superior')) return
  const { superior, why } = await commonSuperior(
    move.tx,
    leg.asker_id as AgencyId,
    leg.answerer_id as AgencyId,
  )
  if (!superior) throw new Refusal('not-now', why)
  putLeg(move, { ...leg, superior_id: superior.id })
  addParty(move, superior.id, await leadersIfRestricted(move, superior.id))
}
