import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { kindOf } from './kinds/kinds.ts'
import { lockMatter } from './matter-store.ts'
import { addEvent, beginMove, type EventText, inConversation, storeMove, tell } from './move.ts'

/**
 * Adds an event to a matter for another feature, such as a file that was added: through the same door, in its transaction, in the
 * same chain. It changes no state. Where `visibleTo` is not given, only one's own side sees it until the matter is sent.
 */
export async function recordOnMatter(
  tx: Tx,
  actor: Actor,
  matterId: string,
  event: Omit<EventText, 'leg' | 'visibleTo'> & Partial<Pick<EventText, 'leg' | 'visibleTo'>>,
  occasion: Occasion = hereAndNow(),
): Promise<{ readonly seq: number; readonly version: number }> {
  const matter = await lockMatter(tx, matterId)
  const move = beginMove(tx, actor, kindOf(matter.kind), matter, occasion)
  const isSent = matter.legs.some((leg) => leg.delivery !== 'unsent')
  const ownSide = actor.type === 'system' ? null : [actor.agencyId]
  const visibleTo = event.visibleTo === undefined ? (isSent ? null : ownSide) : event.visibleTo
  const row = addEvent(move, { type: event.type, leg: event.leg ?? null, body: event.body, visibleTo })
  const leg = matter.legs.find(({ no }) => no === row.leg)
  const concerned = leg ? inConversation(leg) : matter.parties.map(({ agency_id }) => agency_id)
  if (visibleTo === null) for (const agency of concerned) tell(move, row, agency)
  storeMove(move)
  return { seq: row.seq, version: move.matter.version }
}
