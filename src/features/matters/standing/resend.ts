import { z } from 'zod'
import { AgencyId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { findAgency } from '../../agencies/agencies.ts'
import { deliver } from '../addressing.ts'
import { stopClock, turnClocks } from '../clocks.ts'
import { addEvent, tell } from '../move.ts'
import { defineStanding } from './standing-action.ts'

/** Delivers a leg that failed, alone, to the same or another agency 重新发送 (P18). */
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
  powers: ['handle'],
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
  async take({ move, leg, body }) {
    const to = body.to ?? leg.answerer_id
    const target = to ? await findAgency(move.tx, to as AgencyId) : undefined
    const others = [...move.legs.values()].filter(({ no }) => no !== leg.no)
    if (!target || target.id === leg.asker_id || others.some(({ answerer_id }) => answerer_id === target.id))
      throw alreadyAddressed()
    await deliver(move, { ...leg, answerer_id: target.id }, target.active)
    const delivered = move.legs.get(leg.no)
    if (delivered?.delivery !== 'delivered') throw stillClosed()
    // Until now the sender still owed the sending; now the other side owes its answer.
    for (const clock of move.clocks.values()) if (clock.leg_no === leg.no) stopClock(move, clock)
    await turnClocks(move, delivered, 'resend', null, delivered.state)
    const event = addEvent(move, {
      type: 'resend',
      leg: leg.no,
      body: { form: body, answerer: target.id },
      visibleTo: null,
    })
    tell(move, event, target.id)
  },
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
