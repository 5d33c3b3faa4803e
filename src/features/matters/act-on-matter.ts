import { sql } from 'kysely'
import { actionsOf, attempt, type Chart, type Step, signingActions } from '../../kernel/chart.ts'
import { faultsOf, invalidInput } from '../../kernel/faults.ts'
import { materialFaults } from '../../kernel/materials.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import { lastly } from '../../platform/as-actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { attachmentsOf } from '../files/files.ts'
import { calendarFor } from '../rules/rules.ts'
import { agencyNames } from './agency-names.ts'
import { checkListOf } from './check-list.ts'
import { chooseLeg } from './choose-leg.ts'
import { closedRefusal } from './closed-because.ts'
import { digestOf, firstResult } from './idempotency.ts'
import type { Kind } from './kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { type LockedLeg, lockMatter } from './matter-store.ts'
import type { MoveResult } from './matter-views.ts'
import { beginMove, type Move, storeMove, whoIs } from './move.ts'
import { resultOf } from './move-result.ts'
import { openFollowUp } from './open-follow-up.ts'
import { changedMeanwhile } from './refusals.ts'
import { moverOn } from './review.ts'
import { isStandingAction, takeStandingAction } from './standing-actions.ts'
import { legsAsActedOn } from './superior.ts'
import { takeStep } from './take-step.ts'
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
  // Steps turn clocks: asked for now, the calendar travels with the lock.
  const calendar = isStandingAction(input.action) ? undefined : calendarFor(tx)
  if (calendar) lastly(tx, calendar)
  const matter = await locking
  // Answered with the lock, unless the rulebook has to be read anew: that must be done before anything is committed.
  await calendar
  if (digest && matter.earlier) return firstResult(matter.earlier, digest)

  const kind = kindOf(matter.kind)
  const move = beginMove(tx, actor, kind, matter, occasion)
  if (isStandingAction(input.action)) await takeStandingAction(move, actor, input.action, input)
  else await takeChartAction(move, actor, input, occasion)

  const result = resultOf(move)
  storeMove(move, key && digest ? { asked_by: key.askedBy, key: key.key, digest, result } : undefined)
  return result
}

async function takeChartAction(
  move: Move,
  actor: AgencyActor,
  input: WantedAction,
  occasion: Occasion,
): Promise<void> {
  const { kind, before } = move
  const legs = await legsAsActedOn(move.tx, kind.chart, before.legs, actor)
  const together = isTakenTogether(kind.chart, input.action)
  const leg = chooseLeg({ ...before, legs }, actor.agencyId, input.leg, together)
  await refuseStale(move, actor, leg, input)

  const mover = moverOn(before, leg, actor)
  const outcome = attempt(kind.chart, leg, input.action, mover)
  if (!outcome.ok) {
    const reviewer = (await agencyNames(move.tx, [before.reviewer_id]))(before.reviewer_id)
    throw closedRefusal(kind, leg.state, input.action, outcome.why, reviewer)
  }

  const reason = await kind.closes?.[input.action]?.(move.tx, { matter: before, leg, now: move.now })
  if (reason) throw new Refusal('not-now', reason, reason.facts ? { facts: reason.facts } : {})

  const { step } = outcome
  const body = await readBody(move, step, input)
  const effect = { tx: move.tx, matter: before, leg, body, actorAgencyId: actor.agencyId, now: move.now }
  await kind.checks?.[input.action]?.(effect)
  const findings = (await kind.finds?.[input.action]?.(effect)) ?? []

  const moverOf = (each: LockedLeg) => moverOn(before, each, actor)
  await takeStep(move, { leg, action: input.action, step, body, findings, moverOf })
  move.forgetDraft = { leg: step.together ? 0 : leg.no, action: input.action }
  const followUp = await kind.followUps?.[input.action]?.(effect)
  if (followUp) await openFollowUp(move.tx, actor, { ...followUp, of: before.id }, occasion)
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
  const materials = await checkListOf(move.tx, move.kind, {
    openerId: move.before.opener_id,
    content: content as Body,
  })
  if (materials.length === 0) return []
  const files = await attachmentsOf(move.tx, move.matter.id)
  const attached = files.flatMap(({ item, internal }) => (item && !internal ? [item] : []))
  return materialFaults(materials, content as Body, new Set(attached))
}

const formOf = (kind: Kind, action: string) => {
  const form = kind.forms[action]
  if (!form) throw new Error(`Kind ${kind.name} has no form for ${action}.`)
  return form
}

/**
 * Optimistic concurrency: refuses when the leg was moved since the version the actor saw. Messages, notes and files that came
 * in between do not stand in the way of a decision, nor does the other side's signature.
 */
async function refuseStale(
  move: Move,
  { agencyId }: AgencyActor,
  leg: LockedLeg,
  { expectedVersion: expected, body }: WantedAction,
): Promise<void> {
  if (expected === undefined)
    throw new Refusal('invalid-input', {
      zh: '请带上 expectedVersion（您所看到的版本号），以免覆盖他人的办理。',
      en: 'Send expectedVersion, the version you saw, so that nobody else is overruled.',
    })
  if (expected === move.before.version) return
  if (expected > move.before.version) throw changedMeanwhile(move.before.version, body)
  const moved = await move.tx
    .selectFrom('event')
    .select('seq')
    .where('matter_id', '=', move.before.id)
    .where('seq', '>', expected)
    .where('type', 'in', actionsOf(move.kind.chart))
    .where(saysSomething(agencyId, signingActions(move.kind.chart)))
    .where(concerning(leg.no, openlyTaken(move.kind.chart)))
    .limit(1)
    .executeTakeFirst()
  if (moved) throw changedMeanwhile(move.before.version, body)
}

/** Whether an action prepares the whole matter and so moves every leg at once. */
const isTakenTogether = (chart: Chart, action: string): boolean =>
  Object.values(chart.states).some((steps) => (steps as Readonly<Record<string, Step>>)[action]?.together)

/** Events that may change what the agency decides: all but the signature of another one. */
const saysSomething = (agencyId: string, signing: readonly string[]) => sql<boolean>`
  (agency_id = ${agencyId} or type <> all(${[...signing]}::text[]))`

/** Actions everybody reads though they move one conversation only: they do not stand in the way of decisions in the others. */
const openlyTaken = (chart: Chart): string[] =>
  Object.values(chart.states).flatMap((steps) =>
    Object.entries(steps).flatMap(([action, { openly }]) => (openly ? [action] : [])),
  )

/** Events that concern the conversation: its own, and those of the whole matter. */
const concerning = (leg: number, openly: readonly string[]) => sql<boolean>`
  (leg = ${leg} or (leg is null and (type <> all(${[...openly]}::text[])
    or body -> 'moves' @> ${JSON.stringify([{ leg }])}::jsonb)))`
