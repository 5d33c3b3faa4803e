import type { MoveResult } from './matter-views.ts'
import type { Move } from './move.ts'

/**
 * What a client needs after a move: what was done, and where the matter stands. What may be done next depends on more than the chart;
 * `GET /matters/{id}` says it.
 */
export function resultOf(move: Move): MoveResult {
  const { matter } = move
  const event = move.events.at(-1)
  return {
    matter: {
      id: matter.id,
      number: matter.number,
      kind: matter.kind,
      version: matter.version,
      lead: matter.lead_id,
      settled: matter.settled_at !== null,
      legs: [...move.legs.values()].map(({ no, answerer_id, state, delivery }) => ({
        no,
        answerer: answerer_id,
        state,
        delivery,
      })),
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
