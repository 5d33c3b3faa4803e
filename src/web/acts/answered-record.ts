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

/** What an action answers, or what came before it. */
export type AnsweredRecord = {
  readonly event: EventView
  /** Whether the action is there to answer it, as a receipt is for what was handed over. */
  readonly isAnswered: boolean
}

/**
 * What somebody who is about to act wants before his eyes: the step of the other side the action has to come after, such as the list of
 * what was handed over; the one a second person has to look at, such as the end of an investigation; or else the last step of the
 * conversation, where another person took it.
 * @param events of the matter, oldest first
 */
export function answeredRecord(
  events: readonly EventView[],
  { kind, leg, action, personId }: Place,
): AnsweredRecord | undefined {
  const { states } = kind.chart
  const moves = events.filter(
    (event) =>
      !event.withoutEffect &&
      (event.leg === null || event.leg === leg.no) &&
      Object.values(states).some((steps) => event.type in steps),
  )
  const step = states[leg.state]?.[action]
  // Where either side may take it, such as handing over, it is the one that led here.
  const isFrom = (type: string, side: string | undefined): boolean => {
    const taken = Object.values(states).flatMap((steps) => steps[type] ?? [])
    const here = taken.filter(({ to }) => to === leg.state)
    return (here.length > 0 ? here : taken).some(({ by }) => by === side)
  }
  const answered = step?.after && !isFrom(step.after, step.by) ? step.after : step?.otherThan
  const event = answered ? moves.findLast(({ type }) => type === answered) : moves.at(-1)
  if (!event || (!answered && event.person?.id === personId) || !carriesForm(event, kind)) return undefined
  return { event, isAnswered: answered !== undefined }
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
