import { z } from 'zod'
import { AgencyId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { directs, getAgency } from '../../agencies/agencies.ts'
import { addEvent, addParty, attendedBy, putClock, putLeg, tell } from '../move.ts'
import { leadersIfRestricted } from '../restriction.ts'
import { type Closed, defineStanding, unlessDelivered, unlessSettled } from './standing-action.ts'

/**
 * Lets an agency below one's own answer instead 转下级单位办理, such as a brigade for its detachment. The deadlines stay: they began when it was delivered. Once
 * accepted, the accepting agency leads and cannot pass it on. Who forwarded it attends the conversation from then on.
 */
export const forward = defineStanding({
  words: {
    zh: '转下级单位办理',
    en: 'Forward within',
    means: {
      zh: '交本单位所属的下级单位承办，时限不变。',
      en: 'An agency below yours answers instead; the deadlines stay.',
    },
  },
  form: z.strictObject({ to: AgencyId.meta({ widget: 'agency' }), reason: text(500) }),
  powers: ['handle'],
  closed: (standing) => {
    const { leg, sides, leadId } = standing
    if (!sides.includes('answerer')) return notTheAnswerer
    return (
      unlessSettled(standing) ??
      (leg.settled_at ? answeredAlready : undefined) ??
      unlessDelivered(standing) ??
      (leadId === leg.answerer_id ? leadsAlready : undefined)
    )
  },
  async take({ move, actor, leg, body }) {
    const target = await getAgency(move.tx, body.to)
    if (!target.active || !directs(actor.agencyPath, target.path)) throw notBelow()
    const isIn = [...move.legs.values()].some(
      ({ asker_id, answerer_id }) => asker_id === target.id || answerer_id === target.id,
    )
    if (isIn) throw takesPartAlready()
    const attending = leg.attending.filter((id) => id !== target.id)
    putLeg(move, attendedBy({ ...leg, answerer_id: target.id, attending }, actor.agencyId))
    addParty(move, target.id, await leadersIfRestricted(move, target.id))
    const passedOn = (id: string | null) => (id === leg.answerer_id ? target.id : id)
    for (const clock of move.clocks.values())
      if (clock.leg_no === leg.no)
        putClock(move, {
          ...clock,
          owes_id: passedOn(clock.owes_id) ?? clock.owes_id,
          waits_id: passedOn(clock.waits_id),
        })
    const event = addEvent(move, {
      type: 'forward',
      leg: leg.no,
      body: { form: body, answerer: target.id },
      visibleTo: null,
    })
    tell(move, event, target.id)
    tell(move, event, leg.asker_id)
  },
})

const notTheAnswerer: Closed = {
  code: 'not-your-turn',
  words: { zh: '由承办方办理。', en: 'This is for the answering agency.' },
}
const leadsAlready: Closed = {
  code: 'not-now',
  words: {
    zh: '已经接收，案件由接收单位主办，不能再转交。',
    en: 'It has been accepted: the accepting agency leads and cannot pass it on.',
  },
}

const answeredAlready: Closed = {
  code: 'not-now',
  words: {
    zh: '这一往来已经办结，不能再转交。',
    en: 'This conversation is settled; there is nothing to forward.',
  },
}
const takesPartAlready = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '该单位已经是本事项的一方，不能再由其承办。请另选下级单位，或由本单位办理。',
    en: 'That agency is a side of this matter already. Choose another below yours, or answer yourself.',
  })

const notBelow = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '只能转给本单位所属的下级单位。如认为不属本单位管辖，请退回或提出异议。',
    en: 'It can be forwarded only to an agency below yours. If it is not yours to handle at all, object instead.',
  })
