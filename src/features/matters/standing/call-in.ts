import { z } from 'zod'
import { Refusal } from '../../../kernel/refusal.ts'
import { prose } from '../../../kernel/text.ts'
import { bringIn, coordinatorOf } from '../joint-office.ts'
import { addEvent, inConversation, tell } from '../move.ts'
import { type Closed, defineStanding, unlessDelivered, unlessSettled } from './standing-action.ts'

/**
 * Asks the joint office to coordinate 请联席会议办公室协调 before anything is late: it attends from now on, and may mediate but never
 * decides. The other side reads why.
 */
export const callIn = defineStanding({
  words: {
    zh: '请联席会议办公室协调',
    en: 'Ask the joint office to coordinate',
    means: {
      zh: '请协作区域的联席会议办公室参加这一往来，双方都会知道；办公室可以留言、催办，不作决定。没有协作区域的，请双方共同的上级。',
      en: 'The joint office of the alliance attends this conversation, and both sides know. It may speak and urge, and decides nothing. Without an alliance it is the common superior.',
    },
  },
  form: z.strictObject({ reason: prose(1_000) }),
  powers: ['handle'],
  hidden: true,
  closed: (standing) => {
    const { leg, sides } = standing
    if (!sides.includes('asker') && !sides.includes('answerer')) return notASide
    return (
      unlessSettled(standing) ?? unlessDelivered(standing) ?? (leg.settled_at ? answeredAlready : undefined)
    )
  },
  async take({ move, leg, body }) {
    const coordinator = await coordinatorOf(move, leg)
    if (!coordinator) throw nobodyCoordinates()
    if (inConversation(leg).includes(coordinator)) throw attendsAlready()
    await bringIn(move, leg, coordinator)
    const event = addEvent(move, {
      type: 'callIn',
      leg: leg.no,
      body: { form: body, to: coordinator },
      visibleTo: null,
    })
    for (const id of [coordinator, leg.asker_id, leg.answerer_id]) tell(move, event, id)
  },
})

const notASide: Closed = {
  code: 'not-your-turn',
  words: { zh: '由往来的双方提出。', en: 'This is for the two sides.' },
}
const answeredAlready: Closed = {
  code: 'not-now',
  words: { zh: '这一往来已经办结。', en: 'This conversation is settled.' },
}
const attendsAlready = (): Refusal =>
  new Refusal('not-now', {
    zh: '办公室（或共同上级）已经参加这一往来，请直接留言说明情况。',
    en: 'It attends this conversation already: leave a message.',
  })
const nobodyCoordinates = (): Refusal =>
  new Refusal('not-now', {
    zh: '双方没有共同的协作区域，也没有共同的上级机关，请留言或电话与对方协商。',
    en: 'The two have neither an alliance nor a common superior; leave a message or ring the other side.',
  })
