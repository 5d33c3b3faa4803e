import { attempt, doneAfter, isFinal, type Mover, type Step } from '../../kernel/chart.ts'
import { attachmentsOf } from '../files/files.ts'
import { addressLegs, deliverLegs } from './addressing.ts'
import { extendClock, turnClocks } from './clocks.ts'
import type { Finding } from './kind.ts'
import type { LockedLeg } from './matter-store.ts'
import { addEvent, agencyOn, type Move, putLeg, tell } from './move.ts'
import { moveLetters, tellCopied } from './move-letters.ts'
import { callReviewer, handReviewOver } from './review.ts'
import { callSuperior } from './superior.ts'

/** A step of the chart that may be taken, with what its form carries. */
export type TakenStep = {
  readonly leg: LockedLeg
  readonly action: string
  readonly step: Step
  readonly body: Readonly<Record<string, unknown>>
  /** What the platform worked out from it, kept with the record. */
  readonly findings?: readonly Finding[]
  /** Who takes it, seen from a leg; asked again for each leg where the step is taken everywhere. */
  readonly moverOf: (leg: LockedLeg) => Mover
}

/** Takes a step that was found open: states, delivery, lead, clocks and the record of it. People and clocks take steps alike. */
export async function takeStep(move: Move, taken: TakenStep): Promise<void> {
  const { leg, action, step, body, findings = [], moverOf } = taken
  const { chart } = move.kind
  const form = move.kind.forms[action]
  if (step.addresses && form) await addressLegs(move, leg, form, body)
  const moving = movingWith(move, taken)
  for (const { leg: each, step: its } of moving) stepLeg(move, each, action, its, moverOf(leg).who)
  if (step.sends) await deliverLegs(move)
  if (step.lead) handLead(move, leg, step.lead)
  await callSuperior(move, leg.no, step)
  if (step.together) await callReviewer(move, leg, step.to)

  const firstLeg = moving[0]?.leg.no
  for (const { leg: before, step: its } of moving) {
    const moved = move.legs.get(before.no)
    // Before sending, all legs move together and one clock is enough.
    const isReached = moved?.delivery !== 'failed' || isFinal(chart, its.to)
    const isTimed = moved && isReached && (step.sends || !step.together || before.no === firstLeg)
    if (isTimed) await turnClocks(move, moved, action, before.state, its.to, body)
  }
  handReviewOver(move, leg)
  if (step.extends) await extendClock(move, leg, step.extends, body)

  const movedLegs = moving.flatMap(({ leg: { no } }) => move.legs.get(no) ?? [])
  const letters = await moveLetters(move, action, movedLegs, body)
  const carried = {
    ...(step.sends ? { files: await carriedFiles(move) } : {}),
    ...(findings.length > 0 ? { findings } : {}),
    ...(letters.length > 0 ? { letters } : {}),
  }
  const legNo = step.together || step.everywhere || step.openly ? null : leg.no
  const concerned = step.openly ? [...move.legs.values()] : movedLegs
  record(move, action, body, { moving, concerned, legNo, lead: step.lead, carried })
}

/** A leg as it was, and the step it takes. */
type Moving = { readonly leg: LockedLeg; readonly step: Step }

/** The legs an action moves: the one it was taken in, all together, or everywhere it is open, each from where it stands. */
function movingWith(move: Move, { leg, step, action, moverOf }: TakenStep): readonly Moving[] {
  const legs = [...move.legs.values()]
  if (step.together) return legs.map((each) => ({ leg: each, step }))
  if (!step.everywhere) return [{ leg, step }]
  return legs.flatMap((each) => {
    const outcome = attempt(move.kind.chart, each, action, moverOf(each))
    return outcome.ok ? [{ leg: each, step: outcome.step }] : []
  })
}

/** Sets the state of one leg; nothing else does. */
function stepLeg(move: Move, leg: LockedLeg, action: string, step: Step, who: string): void {
  putLeg(move, {
    ...leg,
    state: step.to,
    done: doneAfter(step, leg.done, action, who),
    settled_at: isFinal(move.kind.chart, step.to) ? move.now : null,
  })
  const isSettled = [...move.legs.values()].every(({ state }) => isFinal(move.kind.chart, state))
  move.matter = { ...move.matter, settled_at: isSettled ? move.now : null }
}

/** Hands the lead over (P1): one column, in the same statement as the state. */
function handLead(move: Move, leg: LockedLeg, side: 'asker' | 'answerer'): void {
  const lead = agencyOn(leg, side)
  if (lead) move.matter = { ...move.matter, lead_id: lead }
}

/** The files the matter is sent with, by digest: with them the receiver's own log proves what it got. */
async function carriedFiles(move: Move) {
  const files = await attachmentsOf(move.tx, move.matter.id)
  return files
    .filter(({ internal, withdrawn }) => !internal && !withdrawn)
    .map(({ id, name, digest, size, item }) => ({ id, name, digest, size, item }))
}

/** Where a step led, for the record. */
type Recorded = {
  readonly moving: readonly Moving[]
  /** The conversations whose sides are told. */
  readonly concerned: readonly LockedLeg[]
  readonly legNo: number | null
  readonly lead: string | undefined
  readonly carried: Readonly<Record<string, unknown>>
}

/** Writes the event of the action and tells those it concerns. */
function record(
  move: Move,
  action: string,
  form: Readonly<Record<string, unknown>>,
  { moving, concerned, legNo, lead, carried }: Recorded,
): void {
  const leg = move.legs.get(legNo ?? 1)
  if (!leg) return
  const isPreparation = leg.delivery === 'unsent'
  const { reviewer_id } = move.matter
  const visibleTo = isPreparation ? [leg.asker_id, ...(reviewer_id ? [reviewer_id] : [])] : null
  const moves = moving.map(({ leg: { no, state }, step }) => ({ leg: no, from: state, to: step.to }))
  const event = addEvent(move, {
    type: action,
    leg: legNo,
    body: { form, moves, ...(lead ? { lead: move.matter.lead_id } : {}), ...carried },
    visibleTo,
  })

  if (isPreparation) {
    tell(move, event, leg.asker_id, { evenSelf: true })
    tell(move, event, reviewer_id)
    return
  }
  for (const { asker_id, answerer_id, superior_id, delivery } of concerned) {
    tell(move, event, asker_id)
    if (delivery === 'delivered') tell(move, event, answerer_id)
    tell(move, event, superior_id)
  }
  tellCopied(move, event)
}
