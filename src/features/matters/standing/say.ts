import { z } from 'zod'
import { prose } from '../../../kernel/text.ts'
import { addEvent, inConversation, tell } from '../move.ts'
import { defineStanding, unlessDelivered } from './standing-action.ts'

/** A message to everybody in the conversation 留言, also from the joint office or a superior. It belongs to the record like everything else that was said. */
export const say = defineStanding({
  words: {
    zh: '留言',
    en: 'Message',
    means: { zh: '双方都能看到。', en: 'Both sides read it.' },
  },
  form: z.strictObject({ text: prose(2_000) }),
  powers: ['handle', 'designate'],
  closed: unlessDelivered,
  async take({ move, leg, body }) {
    const event = addEvent(move, { type: 'say', leg: leg.no, body: { form: body }, visibleTo: null })
    for (const agency of inConversation(leg)) tell(move, event, agency)
  },
})
