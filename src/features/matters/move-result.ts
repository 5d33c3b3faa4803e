import { openActions } from '../../kernel/chart.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { MoveResult } from './matter-views.ts'
import type { Move } from './move.ts'
import { moverOn } from './review.ts'
import { openStandingActions } from './standing-actions.ts'

/** What a client needs after a move: where the matter stands and what its own side may do next, without asking again. */
export function resultOf(move: Move, actor: AgencyActor): MoveResult {
  const { matter, kind } = move
  const event = move.events.at(-1)
  return {
    matter: {
      id: matter.id,
      number: matter.number,
      kind: matter.kind,
      version: matter.version,
      lead: matter.lead_id,
      settled: matter.settled_at !== null,
      legs: [...move.legs.values()].map((leg) => {
        const mover = moverOn(matter, leg, actor)
        const open =
          mover.sides.length > 0 ? openActions(kind.chart, leg, mover).filter((action) => action.open) : []
        return {
          no: leg.no,
          answerer: leg.answerer_id,
          state: leg.state,
          delivery: leg.delivery,
          openActions: [
            ...open.map(({ action }) => action),
            ...openStandingActions(matter, leg, actor).flatMap(({ action, open }) => (open ? [action] : [])),
          ],
        }
      }),
    },
    event: {
      seq: event?.seq ?? matter.version,
      type: event?.type ?? '',
      at: event?.at ?? move.now,
      hash: event?.hash ?? matter.head,
      withoutEffect: false,
    },
  }
}
