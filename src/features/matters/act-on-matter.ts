import { actionsOf, attempt, doneAfter, isFinal, type Step } from '../../kernel/chart.ts'
import { faultsOf, invalidInput } from '../../kernel/faults.ts'
import { materialFaults } from '../../kernel/materials.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import { lastly } from '../../platform/as-actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { attachmentsOf } from '../files/files.ts'
import { calendarFor } from '../rules/rules.ts'
import { addressLegs, deliverLegs } from './addressing.ts'
import { agencyNames } from './agency-names.ts'
import { chooseLeg } from './choose-leg.ts'
import { extendClock, turnClocks } from './clocks.ts'
import { closedRefusal } from './closed-because.ts'
import { digestOf, firstResult } from './idempotency.ts'
import type { Kind } from './kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { type LockedLeg, lockMatter } from './matter-store.ts'
import type { MoveResult } from './matter-views.ts'
import { addEvent, agencyOn, beginMove, type Move, putLeg, storeMove, tell, whoIs } from './move.ts'
import { resultOf } from './move-result.ts'
import { changedMeanwhile } from './no.ts'
import { callReviewer, handReviewOver, moverOn } from './review.ts'
import { isStandingAction, takeStandingAction } from './standing-actions.ts'
import { callSuperior } from './superior.ts'
import type { WantedAction } from './wanted-action.ts'

/**
 * The door: takes one action on a matter. Lock, decide, validate, write; everything or nothing.
 *
 * A second call with the same idempotency key returns the first result; the same key with another body is refused.
 * @throws Refusal `not-found`, `not-your-turn`, `not-allowed`, `not-now`, `already-changed`, `conflict`, `invalid-input`
 */
export async function actOnMatter(
  tx: Tx,
  actor: AgencyActor,
  input: WantedAction,
  occasion: Occasion = hereAndNow(),
): Promise<MoveResult> {
  const key = input.idempotencyKey ? { askedBy: whoIs(actor), key: input.idempotencyKey } : undefined
  const digest = key && digestOf(input)
  const locking = lockMatter(tx, input.matterId, key)
  // Most moves turn clocks: asked for now, the calendar travels with the lock.
  const calendar = calendarFor(tx)
  lastly(tx, calendar)
  const matter = await locking
  // Answered with the lock, unless the rulebook has to be read anew: that must be done before anything is committed.
  await calendar
  if (digest && matter.earlier) return firstResult(matter.earlier, digest)

  const kind = kindOf(matter.kind)
  const move = beginMove(tx, actor, kind, matter, occasion)
  if (isStandingAction(input.action)) await takeStandingAction(move, actor, input.action, input)
  else await takeChartAction(move, actor, input)

  const result = resultOf(move, actor)
  storeMove(move, key && digest ? { asked_by: key.askedBy, key: key.key, digest, result } : undefined)
  return result
}

async function takeChartAction(move: Move, actor: AgencyActor, input: WantedAction): Promise<void> {
  const { kind, before } = move
  const leg = chooseLeg(before, actor.agencyId, input.leg)
  await refuseStale(move, leg, input.expectedVersion)

  const mover = moverOn(before, leg, actor)
  const outcome = attempt(kind.chart, leg, input.action, mover)
  if (!outcome.ok) {
    const reviewer = (await agencyNames(move.tx, [before.reviewer_id]))(before.reviewer_id)
    throw closedRefusal(kind, leg.state, input.action, outcome.why, reviewer)
  }

  const { step } = outcome
  const body = await readBody(move, step, input)
  await kind.checks?.[input.action]?.({
    tx: move.tx,
    matter: before,
    leg,
    body,
    actorAgencyId: actor.agencyId,
    now: move.now,
  })

  if (step.addresses) await addressLegs(move, leg, body)
  const moving = movingWith(move, actor, leg, step, input.action)
  for (const { leg: each, step: its } of moving) stepLeg(move, each, input.action, its, mover.who)
  if (step.sends) await deliverLegs(move)
  if (step.lead) handLead(move, leg, step.lead)
  await callSuperior(move, leg.no)
  if (step.together) await callReviewer(move, leg, step.to)

  const firstLeg = moving[0]?.leg.no
  for (const { leg: before, step: its } of moving) {
    const moved = move.legs.get(before.no)
    // Before sending, all legs move together and one clock is enough.
    const isReached = moved?.delivery !== 'failed' || isFinal(kind.chart, its.to)
    const isTimed = moved && isReached && (step.sends || !step.together || before.no === firstLeg)
    if (isTimed) await turnClocks(move, moved, input.action, before.state, its.to, body)
  }
  handReviewOver(move, leg)
  if (step.extends) await extendClock(move, leg, step.extends)

  const carried = step.sends ? { files: await carriedFiles(move) } : {}
  record(move, input.action, body, {
    moving,
    legNo: step.together || step.everywhere ? null : leg.no,
    lead: step.lead,
    carried,
  })
}

/** A leg as it was, and the step it takes. */
type Moving = { readonly leg: LockedLeg; readonly step: Step }

/** The legs an action moves: the one it was taken in, all together, or everywhere it is open, each from where it stands. */
function movingWith(
  move: Move,
  actor: AgencyActor,
  leg: LockedLeg,
  step: Step,
  action: string,
): readonly Moving[] {
  const legs = [...move.legs.values()]
  if (step.together) return legs.map((each) => ({ leg: each, step }))
  if (!step.everywhere) return [{ leg, step }]
  return legs.flatMap((each) => {
    const outcome = attempt(move.kind.chart, each, action, moverOn(move.before, each, actor))
    return outcome.ok ? [{ leg: each, step: outcome.step }] : []
  })
}

/**
 * What the action's form carries. A content that names addressees comes with the materials its kind asks for; whatever is
 * wrong with either is refused at once.
 */
async function readBody(move: Move, step: Step, input: WantedAction): Promise<Body> {
  // The input tells a missing field from a wrong one; it goes into no message.
  const read = formOf(move.kind, input.action).safeParse(input.body, { reportInput: true })
  const faults = [
    ...(read.success ? [] : faultsOf(read.error)),
    ...(step.addresses ? await lackingMaterials(move, input.body) : []),
  ]
  if (!read.success || faults.length > 0) throw invalidInput(faults)
  return read.data as Body
}

type Body = Readonly<Record<string, unknown>>

/** Materials the receiver would miss: a file that is withdrawn, or for one's own agency only, serves nobody there. */
async function lackingMaterials(move: Move, content: unknown) {
  if (typeof content !== 'object' || content === null) return []
  const materials = move.kind.materialsOf(content as Body)
  if (materials.length === 0) return []
  const files = await attachmentsOf(move.tx, move.matter.id)
  const attached = files.flatMap(({ item, internal }) => (item && !internal ? [item] : []))
  return materialFaults(materials, content as Body, new Set(attached))
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
  readonly legNo: number | null
  readonly lead: string | undefined
  readonly carried: Readonly<Record<string, unknown>>
}

/** Writes the event of the action and tells those it concerns. */
function record(
  move: Move,
  action: string,
  form: Readonly<Record<string, unknown>>,
  { moving, legNo, lead, carried }: Recorded,
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
  move.forgetDraft = { leg: legNo ?? 0, action }

  if (isPreparation) {
    tell(move, event, leg.asker_id, { evenSelf: true })
    tell(move, event, reviewer_id)
    return
  }
  const concerned = moving.flatMap(({ leg: { no } }) => move.legs.get(no) ?? [])
  for (const { asker_id, answerer_id, superior_id, delivery } of concerned) {
    tell(move, event, asker_id)
    if (delivery === 'delivered') tell(move, event, answerer_id)
    tell(move, event, superior_id)
  }
}

const formOf = (kind: Kind, action: string) => {
  const form = kind.forms[action]
  if (!form) throw new Error(`Kind ${kind.name} has no form for ${action}.`)
  return form
}

/**
 * Optimistic concurrency: refuses when the leg was moved since the version the actor saw. Messages, notes and files that came
 * in between do not stand in the way of a decision.
 */
async function refuseStale(move: Move, leg: LockedLeg, expected: number | undefined): Promise<void> {
  if (expected === undefined)
    throw new Refusal('invalid-input', {
      zh: '请带上 expectedVersion（您所看到的版本号），以免覆盖他人的办理。',
      en: 'Send expectedVersion, the version you saw, so that nobody else is overruled.',
    })
  if (expected === move.before.version) return
  if (expected > move.before.version) throw changedMeanwhile(move.before.version)
  const moved = await move.tx
    .selectFrom('event')
    .select('seq')
    .where('matter_id', '=', move.before.id)
    .where('seq', '>', expected)
    .where('type', 'in', actionsOf(move.kind.chart))
    .where((eb) => eb.or([eb('leg', 'is', null), eb('leg', '=', leg.no)]))
    .limit(1)
    .executeTakeFirst()
  if (moved) throw changedMeanwhile(move.before.version)
}
