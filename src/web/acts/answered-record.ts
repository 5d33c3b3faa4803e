import type { EventView, KindView, LegView } from '../../features/matters/matter-views.ts'
import { contentAction } from '../api/content-action.ts'
import { isGroup } from '../form/form-schema.ts'

/** Where an action is about to be taken, and by whom. */
type Place = {
  readonly kind: KindView
  readonly leg: Pick<LegView, 'no' | 'state'>
  readonly action: string
  readonly personId: string
}

/**
 * What somebody who is about to act wants before his eyes: the record of the step the action has to come after, such as the list of
 * what was handed over, or else the last step of the conversation, where another person took it.
 * @param events of the matter, oldest first
 */
export function answeredRecord(
  events: readonly EventView[],
  { kind, leg, action, personId }: Place,
): EventView | undefined {
  const { states } = kind.chart
  const moves = events.filter(
    (event) =>
      !event.withoutEffect &&
      (event.leg === null || event.leg === leg.no) &&
      Object.values(states).some((steps) => event.type in steps),
  )
  const after = states[leg.state]?.[action]?.after
  const answered = after ? moves.findLast(({ type }) => type === after) : moves.at(-1)
  if (!answered || (!after && answered.person?.id === personId)) return undefined
  return carriesForm(answered, kind) ? answered : undefined
}

/** Whether a record says more than that something was done; the content itself stands in its own panel. */
export function carriesForm({ type, body }: EventView, kind: KindView): boolean {
  return (
    type !== contentAction(kind) &&
    type in kind.forms &&
    isGroup(body.form) &&
    Object.keys(body.form).length > 0
  )
}
