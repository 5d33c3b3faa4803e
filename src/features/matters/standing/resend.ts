import { z } from 'zod'
import { AgencyId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type AgencyActor, hasPower } from '../../../platform/actor.ts'
import { findAgency } from '../../agencies/agencies.ts'
import { deliver, readdress } from '../addressing.ts'
import { stopClock, turnClocks } from '../clocks.ts'
import type { LockedLeg } from '../matter-store.ts'
import { addEvent, type Move, tell, whoIs } from '../move.ts'
import { moveLetters, tellCopied } from '../move-letters.ts'
import { sendingAction } from '../preview-letter.ts'
import { reviewOf } from '../review.ts'
import { defineStanding } from './standing-action.ts'

/**
 * Delivers a leg that failed, alone, to the same or another agency 重新发送 (P18). Another addressee is another decision: where the kind
 * is reviewed before sending, somebody who may approve takes it, and not the one who submitted.
 */
export const resend = defineStanding({
  words: {
    zh: '重新发送',
    en: 'Send again',
    means: {
      zh: '向未送达的单位重新发送，或改送其他单位。',
      en: 'Delivers a leg that failed, to the same or another agency.',
    },
  },
  form: z.strictObject({ to: AgencyId.meta({ widget: 'agency' }).optional() }),
  powers: ['handle', 'approve'],
  hidden: true,
  closed: ({ leg, sides }) => {
    if (leg.delivery !== 'failed')
      return {
        code: 'not-now',
        words: { zh: '没有未送达的往来，无需重发。', en: 'Nothing failed; there is nothing to send again.' },
      }
    if (!sides.includes('asker'))
      return { code: 'not-your-turn', words: { zh: '由发起方办理。', en: 'This is for the asking agency.' } }
    return undefined
  },
  async take({ move, actor, leg, body }) {
    const to = body.to ?? leg.answerer_id
    const target = to ? await findAgency(move.tx, to as AgencyId) : undefined
    const others = [...move.legs.values()].filter(({ no }) => no !== leg.no)
    if (!target || target.id === leg.asker_id || others.some(({ answerer_id }) => answerer_id === target.id))
      throw alreadyAddressed()
    if (target.id !== leg.answerer_id) refuseUnreviewed(move, actor, leg)
    await deliver(move, await readdress(move, leg, target.id), target.active)
    const delivered = move.legs.get(leg.no)
    if (delivered?.delivery !== 'delivered') throw stillClosed()
    // Until now the sender still owed the sending; now the other side owes its answer.
    for (const clock of move.clocks.values()) if (clock.leg_no === leg.no) stopClock(move, clock)
    await turnClocks(move, delivered, 'resend', null, delivered.state)
    // The letter it was to go out with goes out now, to the one it reaches.
    const letters = await moveLetters(move, sendingAction(move.kind), [delivered], {})
    const event = addEvent(move, {
      type: 'resend',
      leg: leg.no,
      body: { form: body, answerer: target.id, ...(letters.length > 0 ? { letters } : {}) },
      visibleTo: null,
    })
    tell(move, event, target.id)
    tellCopied(move, event)
  },
})

function refuseUnreviewed(move: Move, actor: AgencyActor, leg: LockedLeg): void {
  const review = reviewOf(move.kind.chart)
  if (!review) return
  if (!hasPower(actor, 'approve') || leg.done[review.otherThan] === whoIs(actor)) throw needsReview()
}

const needsReview = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '改送其他单位是新的决定，须由本单位法制审核人员或负责人办理，且不能是送审人本人。请联系其办理；没有这样的人员的，请办理“不再发送”，重新拟稿送审。',
    en: 'Another addressee is a new decision: a legal reviewer or leader of your agency takes it, not the one who submitted. Ask one; where there is none, give up sending and submit it anew.',
  })
const alreadyAddressed = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '该单位不存在或已在本事项之中，请另选。',
    en: 'That agency does not exist or already takes part; choose another.',
  })
const stillClosed = (): Refusal =>
  new Refusal('not-now', {
    zh: '该单位已停用，无法送达。请改选承接其职责的单位。',
    en: 'That agency is closed and takes no more matters. Choose the one that took over its duties.',
  })
