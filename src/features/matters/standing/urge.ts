import { z } from 'zod'
import { endsByItself } from '../../../kernel/chart.ts'
import { chinaClock } from '../../../kernel/day.ts'
import { deadlineOf } from '../../../kernel/deadline.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { prose } from '../../../kernel/text.ts'
import { calendarFor, ruleFor } from '../../rules/rules.ts'
import type { LockedLeg } from '../matter-store.ts'
import { addEvent, type Move, tell } from '../move.ts'
import { defineStanding, unlessDelivered, unlessSettled } from './standing-action.ts'

/** Reminds a side of what it owes 催办, by the other one or by who attends; not again before the rule URGE_AGAIN allows. */
export const urge = defineStanding({
  words: {
    zh: '催办',
    en: 'Urge',
    means: { zh: '提醒对方尽快办理。', en: 'Reminds the other side of what it owes.' },
  },
  form: z.strictObject({ text: prose(500).optional() }),
  powers: ['handle', 'designate'],
  closed: (standing) => unlessSettled(standing) ?? unlessDelivered(standing),
  async take({ move, actor, leg, body }) {
    // Nobody has to do anything about a clock at whose end the platform itself acts.
    const owing = [...move.clocks.values()].find(
      (clock) =>
        clock.leg_no === leg.no &&
        clock.owes_id !== actor.agencyId &&
        !clock.paused_at &&
        !endsByItself(move.kind.chart, clock.name),
    )
    if (!owing) throw nothingOwed()
    await refuseTooSoon(move, actor.agencyId, leg)
    const event = addEvent(move, {
      type: 'urge',
      leg: leg.no,
      body: { form: body, owes: owing.owes_id },
      visibleTo: null,
    })
    tell(move, event, owing.owes_id, { urgent: true })
  },
})

/** A reminder that comes all day is no reminder: the same side waits in between. */
async function refuseTooSoon(move: Move, agencyId: string, leg: LockedLeg): Promise<void> {
  const last = await move.tx
    .selectFrom('event')
    .select('at')
    .where('matter_id', '=', move.matter.id)
    .where('type', '=', 'urge')
    .where('agency_id', '=', agencyId)
    .where('leg', '=', leg.no)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return
  const rule = await ruleFor(move.tx, {
    ruleId: 'URGE_AGAIN',
    allianceId: move.matter.alliance_id,
    on: move.now,
  })
  const again = deadlineOf({ rule, from: String(last.at), calendar: await calendarFor(move.tx) }).dueAt
  if (Date.parse(again) <= Date.parse(move.now)) return
  const at = chinaClock(again)
  throw new Refusal(
    'too-many',
    {
      zh: `近期已催办过一次，${at} 之后可以再次催办。如情况紧急，请留言或电话联系对方值班室。`,
      en: `You urged not long ago and may do so again after ${at}. If it is pressing, leave a message or ring the duty desk.`,
    },
    { facts: { again } },
  )
}

const nothingOwed = (): Refusal =>
  new Refusal('not-now', {
    zh: '目前没有等待对方办理的时限，无需催办。',
    en: 'The other side owes nothing at the moment; there is nothing to urge.',
  })
