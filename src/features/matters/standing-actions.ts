import { z } from 'zod'
import { parseInput } from '../../kernel/faults.ts'
import { AccountId, AgencyId, MatterId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { prose, text } from '../../kernel/text.ts'
import type { Words } from '../../kernel/words.ts'
import { type AgencyActor, hasPower, type Power } from '../../platform/actor.ts'
import { findAgency, getAgency, isWithin } from '../agencies/agencies.ts'
import { canBeAssigned } from '../people/people.ts'
import { deliver } from './addressing.ts'
import { chooseLeg } from './choose-leg.ts'
import { turnClocks } from './clocks.ts'
import type { LockedLeg } from './matter-store.ts'
import { lockMatter } from './matter-store.ts'
import {
  addEvent,
  addParty,
  audienceOf,
  type Move,
  putClock,
  putLeg,
  putParty,
  sidesOf,
  tell,
} from './move.ts'
import { notAColleague, restrictTo, unrestrict } from './restriction.ts'
import type { WantedAction } from './wanted-action.ts'

/** What every standing action may use. */
type Taking = {
  readonly move: Move
  readonly actor: AgencyActor
  readonly leg: LockedLeg
  readonly body: never
}

/**
 * An action every kind of matter offers beside its chart: it changes no chart state and no lead.
 * One entry here is all it takes; the page, the API and the command line read the table.
 */
type StandingAction = {
  readonly words: Words & { readonly means: Words }
  readonly form: z.ZodType
  readonly power: Power
  /** undefined when it may be taken; else why not, in words. Pure. */
  readonly closed: (
    leg: LockedLeg,
    sides: readonly string[],
    isSettled: boolean,
    leadId: string,
  ) => Words | undefined
  /** Does it: fills the move with an event and whatever else changes. */
  readonly take: (taking: Taking) => Promise<void>
}

/** How long the same side waits before it urges again [D]. */
const urgeCoolDownHours = 24

const unsent: Words = {
  zh: '尚未发送，对方还看不到。',
  en: 'It is not sent yet; the other side does not see it.',
}
const settled: Words = { zh: '这件事项已经办结。', en: 'This matter is settled.' }
const asker: Words = { zh: '由发起方办理。', en: 'This is for the asking agency.' }
const answerer: Words = { zh: '由承办方办理。', en: 'This is for the answering agency.' }

const notSent = (leg: LockedLeg) => (leg.delivery === 'delivered' ? undefined : unsent)

export const standingActions = {
  say: {
    words: { zh: '留言', en: 'Message', means: { zh: '双方都能看到。', en: 'Both sides read it.' } },
    form: z.strictObject({ text: prose(2_000) }),
    power: 'handle',
    closed: notSent,
    take: async ({ move, leg, body }) => {
      const event = addEvent(move, {
        type: 'say',
        leg: leg.no,
        body: { form: body },
        visibleTo: audienceOf(move, leg),
      })
      for (const agency of [leg.asker_id, leg.answerer_id, leg.superior_id]) tell(move, event, agency)
    },
  },
  note: {
    words: {
      zh: '内部备注',
      en: 'Internal note',
      means: { zh: '只有本单位能看到。', en: 'Only your own agency reads it.' },
    },
    form: z.strictObject({ text: prose(2_000) }),
    power: 'handle',
    closed: () => undefined,
    take: async ({ move, actor, leg, body }) => {
      addEvent(move, { type: 'note', leg: leg.no, body: { form: body }, visibleTo: [actor.agencyId] })
    },
  },
  assign: {
    words: {
      zh: '指派经办人',
      en: 'Assign',
      means: { zh: '指定本单位由谁办理。', en: 'Says who in your agency deals with it.' },
    },
    form: z.strictObject({ accountId: AccountId.nullable().meta({ widget: 'colleague' }) }),
    power: 'handle',
    closed: (_, __, isSettled) => (isSettled ? settled : undefined),
    take: async ({ move, actor, leg, body }) => {
      const { accountId } = body as { accountId: AccountId | null }
      if (accountId && !(await canBeAssigned(move.tx, actor, accountId))) throw notAColleague()
      const party = move.parties.get(actor.agencyId)
      if (!party) return
      const readers =
        party.restricted && accountId ? [...new Set([...party.readers, accountId])] : party.readers
      putParty(move, { ...party, assignee_id: accountId, readers })
      const event = addEvent(move, {
        type: 'assign',
        leg: leg.no,
        body: { form: body },
        visibleTo: [actor.agencyId],
      })
      if (accountId && !(actor.type === 'person' && actor.accountId === accountId))
        tell(move, event, actor.agencyId, { accountId, evenSelf: true })
    },
  },
  forward: {
    words: {
      zh: '转下级单位办理',
      en: 'Forward within',
      means: {
        zh: '交本单位所属的下级单位承办，对方的时限不变。',
        en: 'An agency below yours answers instead; the deadlines stay.',
      },
    },
    form: z.strictObject({ to: AgencyId.meta({ widget: 'agency' }), reason: text(500) }),
    power: 'handle',
    closed: (leg, sides, isSettled, leadId) =>
      isSettled
        ? settled
        : (notSent(leg) ??
          (!sides.includes('answerer')
            ? answerer
            : leadId === leg.answerer_id
              ? acceptedAlready
              : undefined)),
    take: async ({ move, actor, leg, body }) => {
      const { to } = body as { to: AgencyId }
      const target = await getAgency(move.tx, to)
      if (!target.active || !isWithin(target.path, actor.agencyPath) || target.id === actor.agencyId)
        throw notBelow()
      putLeg(move, { ...leg, answerer_id: target.id })
      addParty(move, target.id)
      for (const clock of move.clocks.values())
        if (clock.leg_no === leg.no)
          putClock(move, {
            ...clock,
            owes_id: clock.owes_id === leg.answerer_id ? target.id : clock.owes_id,
            waits_id: clock.waits_id === leg.answerer_id ? target.id : clock.waits_id,
          })
      const event = addEvent(move, {
        type: 'forward',
        leg: leg.no,
        body: { form: body, answerer: target.id },
        visibleTo: audienceOf(move, leg),
      })
      tell(move, event, target.id)
      tell(move, event, leg.asker_id)
    },
  },
  urge: {
    words: {
      zh: '催办',
      en: 'Urge',
      means: { zh: '提醒对方办理，每 24 小时一次。', en: 'Reminds the other side; once every 24 hours.' },
    },
    form: z.strictObject({ text: prose(500).optional() }),
    power: 'handle',
    closed: (leg, _, isSettled) => (isSettled ? settled : notSent(leg)),
    take: async ({ move, actor, leg, body }) => {
      const owing = [...move.clocks.values()].find(
        (clock) => clock.leg_no === leg.no && clock.owes_id !== actor.agencyId,
      )
      if (!owing) throw nothingOwed()
      await refuseEarlyUrge(move, actor, leg)
      const event = addEvent(move, {
        type: 'urge',
        leg: leg.no,
        body: { form: body, owes: owing.owes_id },
        visibleTo: audienceOf(move, leg),
      })
      tell(move, event, owing.owes_id, { urgent: true })
    },
  },
  restrict: {
    words: {
      zh: '限定知悉范围',
      en: 'Restrict',
      means: { zh: '本单位只有指定人员能查看。', en: 'Only the people named read it in your agency.' },
    },
    form: z.strictObject({ readers: z.array(AccountId).max(50).meta({ widget: 'colleagues' }) }),
    power: 'lead',
    closed: () => undefined,
    take: async ({ move, actor, leg, body }) => {
      await restrictTo(move, actor, (body as { readers: AccountId[] }).readers)
      addEvent(move, { type: 'restrict', leg: leg.no, body: { form: body }, visibleTo: [actor.agencyId] })
    },
  },
  unrestrict: {
    words: {
      zh: '解除知悉限定',
      en: 'Unrestrict',
      means: { zh: '本单位人员恢复可见。', en: 'Your agency reads it again.' },
    },
    form: z.strictObject({}),
    power: 'lead',
    closed: () => undefined,
    take: async ({ move, actor, leg, body }) => {
      unrestrict(move, actor)
      addEvent(move, { type: 'unrestrict', leg: leg.no, body: { form: body }, visibleTo: [actor.agencyId] })
    },
  },
  link: {
    words: {
      zh: '关联事项',
      en: 'Link',
      means: { zh: '把两件事项联系起来，便于对照。', en: 'Ties two matters together.' },
    },
    form: z.strictObject({
      to: MatterId.meta({ widget: 'matter' }),
      relation: z.enum(['continues', 'same-case', 'related', 'duplicate']).meta({ widget: 'choice' }),
    }),
    power: 'handle',
    closed: () => undefined,
    take: async ({ move, actor, leg, body }) => {
      const { to, relation } = body as { to: MatterId; relation: string }
      if (to === move.matter.id) throw linkedToItself()
      await lockMatter(move.tx, to)
      move.links.push({ other_id: to, relation, made_at: move.now })
      addEvent(move, { type: 'link', leg: leg.no, body: { form: body }, visibleTo: [actor.agencyId] })
    },
  },
  resend: {
    words: {
      zh: '重新发送',
      en: 'Send again',
      means: {
        zh: '向未送达的单位重新发送，或改送其他单位。',
        en: 'Delivers a leg that failed, to the same or another agency.',
      },
    },
    form: z.strictObject({ to: AgencyId.meta({ widget: 'agency' }).optional() }),
    power: 'handle',
    closed: (leg, sides) =>
      leg.delivery !== 'failed' ? notFailed : sides.includes('asker') ? undefined : asker,
    take: async ({ move, leg, body }) => {
      const to = (body as { to?: AgencyId }).to ?? leg.answerer_id
      const target = to ? await findAgency(move.tx, to as AgencyId) : undefined
      if (
        !target ||
        [...move.legs.values()].some((other) => other.no !== leg.no && other.answerer_id === target.id)
      )
        throw alreadyAddressed()
      await deliver(move, { ...leg, answerer_id: target.id }, target.active)
      const delivered = move.legs.get(leg.no)
      if (delivered?.delivery !== 'delivered') throw stillClosed()
      await turnClocks(move, delivered, 'resend', null, delivered.state)
      const event = addEvent(move, {
        type: 'resend',
        leg: leg.no,
        body: { form: body, answerer: target.id },
        visibleTo: audienceOf(move, delivered),
      })
      tell(move, event, target.id)
    },
  },
} as const satisfies Record<string, StandingAction>

export type StandingActionName = keyof typeof standingActions

export const isStandingAction = (action: string): action is StandingActionName =>
  Object.hasOwn(standingActions, action)

/** Takes a standing action: who, whether, what. */
export async function takeStandingAction(move: Move, actor: AgencyActor, input: WantedAction): Promise<void> {
  const action: StandingAction = standingActions[input.action as StandingActionName]
  const leg = chooseLeg(move.before, actor.agencyId, input.leg ?? (move.legs.size > 1 ? undefined : 1))
  const sides = sidesOf(leg, actor.agencyId)
  const why = closedWhy(action, move.matter, leg, actor, sides)
  if (why) throw new Refusal(why.code, why.words)
  const body = parseInput(action.form, input.body)
  await action.take({ move, actor, leg, body: body as never })
  move.forgetDraft = { leg: leg.no, action: input.action }
}

/** The standing actions an actor sees on a leg, open or with the reason why not. */
export function openStandingActions(
  matter: { readonly lead_id: string; readonly settled_at: string | null },
  leg: LockedLeg,
  actor: AgencyActor,
): {
  readonly action: StandingActionName
  readonly open: boolean
  readonly words: Words
  readonly why?: Words
}[] {
  const sides = sidesOf(leg, actor.agencyId)
  if (sides.length === 0) return []
  return (Object.entries(standingActions) as [StandingActionName, StandingAction][]).flatMap(
    ([name, action]) => {
      if (name === 'resend' && leg.delivery !== 'failed') return []
      const why = closedWhy(action, matter, leg, actor, sides)
      return [{ action: name, open: !why, words: action.words, ...(why ? { why: why.words } : {}) }]
    },
  )
}

function closedWhy(
  action: StandingAction,
  matter: { readonly lead_id: string; readonly settled_at: string | null },
  leg: LockedLeg,
  actor: AgencyActor,
  sides: readonly string[],
): { readonly code: 'not-allowed' | 'not-now' | 'not-your-turn'; readonly words: Words } | undefined {
  if (sides.length === 0) return { code: 'not-your-turn', words: asker }
  if (!hasPower(actor, action.power) && !hasPower(actor, 'lead'))
    return { code: 'not-allowed', words: action.power === 'lead' ? forLeaders : forOfficers }
  const words = action.closed(leg, sides, matter.settled_at !== null, matter.lead_id)
  return words && { code: words === asker || words === answerer ? 'not-your-turn' : 'not-now', words }
}

/** The same side urges at most once in the cool-down: a reminder that comes all day is no reminder. */
async function refuseEarlyUrge(move: Move, actor: AgencyActor, leg: LockedLeg): Promise<void> {
  const last = await move.tx
    .selectFrom('event')
    .select('at')
    .where('matter_id', '=', move.matter.id)
    .where('type', '=', 'urge')
    .where('agency_id', '=', actor.agencyId)
    .where('leg', '=', leg.no)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const again = last && Date.parse(String(last.at)) + urgeCoolDownHours * 3_600_000
  if (again && again > Date.parse(move.now))
    throw new Refusal(
      'too-many',
      {
        zh: `24 小时内已催办过一次。可先留言，或待 ${new Date(again + 28_800_000).toISOString().slice(0, 16).replace('T', ' ')} 后再催办。`,
        en: 'You urged within the last 24 hours. Leave a message, or urge again later.',
      },
      { facts: { again: new Date(again).toISOString() } },
    )
}

const forLeaders: Words = { zh: '须由本单位负责人办理。', en: 'This is for a leader of your agency.' }
const forOfficers: Words = {
  zh: '须由本单位办案人员办理。',
  en: 'This is for a case officer of your agency.',
}
const acceptedAlready: Words = {
  zh: '已经受理，案件由受理单位主办，不能再转交。',
  en: 'It has been accepted: the accepting agency leads and cannot pass it on.',
}
const notFailed: Words = {
  zh: '已经送达，无需重发。',
  en: 'It has been delivered; there is nothing to send again.',
}

const notBelow = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '只能转给本单位所属的下级单位。如认为不属本单位管辖，请使用“提出管辖异议”。',
    en: 'It can be forwarded only to an agency below yours. If it is not yours to handle at all, object instead.',
  })
const nothingOwed = (): Refusal =>
  new Refusal('not-now', {
    zh: '目前没有等待对方办理的时限，无需催办。',
    en: 'The other side owes nothing at the moment; there is nothing to urge.',
  })
const linkedToItself = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '不能与自身关联，请选择另一件事项。',
    en: 'A matter cannot be linked to itself; choose another.',
  })
const alreadyAddressed = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '该单位不存在或已在承办单位之列，请另选。',
    en: 'That agency does not exist or is already addressed; choose another.',
  })
const stillClosed = (): Refusal =>
  new Refusal('not-now', {
    zh: '该单位已停用，无法送达。请改选承接其职责的单位。',
    en: 'That agency is closed and takes no more matters. Choose the one that took over its duties.',
  })
