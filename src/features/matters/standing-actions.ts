import { parseInput } from '../../kernel/faults.ts'
import { Refusal, type RefusalCode } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { type AgencyActor, hasPower } from '../../platform/actor.ts'
import { chooseLeg } from './choose-leg.ts'
import type { LockedLeg } from './matter-store.ts'
import { inConversation, type Move, sidesOf } from './move.ts'
import { notAParty } from './refusals.ts'
import { assign } from './standing/assign.ts'
import { callIn } from './standing/call-in.ts'
import { describeEvidence, recordCustody } from './standing/evidence-acts.ts'
import { forward } from './standing/forward.ts'
import { link } from './standing/link.ts'
import { note } from './standing/note.ts'
import { resend } from './standing/resend.ts'
import { restrict, unrestrict } from './standing/restrict.ts'
import { say } from './standing/say.ts'
import type { StandingAction } from './standing/standing-action.ts'
import { urge } from './standing/urge.ts'
import type { WantedAction } from './wanted-action.ts'

/** The actions every kind of matter offers beside its chart, by name, in the order they are shown. */
export const standingActions = {
  say,
  note,
  assign,
  forward,
  urge,
  callIn,
  restrict,
  unrestrict,
  link,
  describeEvidence,
  recordCustody,
  resend,
} as const

export type StandingActionName = keyof typeof standingActions

export const isStandingAction = (action: string): action is StandingActionName =>
  Object.hasOwn(standingActions, action)

/** Each standing action knows its own form, so what it takes is what its form gave it. */
const actionOf = (name: StandingActionName): StandingAction =>
  standingActions[name] as unknown as StandingAction

/** Takes a standing action: who, whether, what. */
export async function takeStandingAction(
  move: Move,
  actor: AgencyActor,
  name: StandingActionName,
  input: WantedAction,
): Promise<void> {
  const action = actionOf(name)
  const leg = chooseLeg(move.before, actor.agencyId, input.leg)
  if (!inConversation(leg).includes(actor.agencyId)) throw notAParty()
  const why = closedWhy(action, move.matter, leg, actor)
  if (why) throw new Refusal(why.code, why.words)
  await action.take({ move, actor, leg, body: parseInput(action.form, input.body) })
  move.forgetDraft = { leg: leg.no, action: name }
}

/** A standing action as a reader sees it on a leg: open, or with the reason why not. */
export type OpenStandingAction = {
  readonly action: StandingActionName
  readonly open: boolean
  readonly words: Words & { readonly means: Words }
  readonly why?: Words
}

/** The standing actions an actor sees on a leg. */
export function openStandingActions(
  matter: { readonly lead_id: string; readonly settled_at: string | null },
  leg: LockedLeg,
  actor: AgencyActor,
): OpenStandingAction[] {
  if (!inConversation(leg).includes(actor.agencyId)) return []
  return (Object.keys(standingActions) as StandingActionName[]).flatMap((name) => {
    const action = actionOf(name)
    const why = closedWhy(action, matter, leg, actor)
    if (why && action.hidden) return []
    return [{ action: name, open: !why, words: action.words, ...(why ? { why: why.words } : {}) }]
  })
}

/** Why an action is closed, as plain words: every answer of the API asks this for all of them. */
function closedWhy(
  action: StandingAction,
  matter: { readonly lead_id: string; readonly settled_at: string | null },
  leg: LockedLeg,
  actor: AgencyActor,
): { readonly code: RefusalCode; readonly words: Words } | undefined {
  if (![...action.powers, 'lead' as const].some((power) => hasPower(actor, power)))
    return { code: 'not-allowed', words: action.powers.includes('handle') ? forOfficers : forLeaders }
  const sides = sidesOf(leg, actor.agencyId)
  return action.closed({ leg, sides, isSettled: matter.settled_at !== null, leadId: matter.lead_id })
}

const forLeaders: Words = { zh: '须由本单位负责人办理。', en: 'This is for a leader of your agency.' }
const forOfficers: Words = {
  zh: '须由本单位办案人员办理。',
  en: 'This is for a case officer of your agency.',
}
