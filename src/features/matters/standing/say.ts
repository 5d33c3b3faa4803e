import { z } from 'zod'
import { prose } from '../../../kernel/text.ts'
import { addEvent, audienceOf, tell } from '../move.ts'
import { defineStanding, unlessDelivered } from './standing-action.ts'

/** A message to the other side 留言. It belongs to the record like everything else that was said. */
export const say = defineStanding({
  words: { zh: '留言', en: 'Message', means: { zh: '双方都能看到。', en: 'Both sides read it.' } },
  form: z.strictObject({ text: prose(2_000) }),
  power: 'handle',
  closed: unlessDelivered,
  async take({ move, leg, body }) {
    const event = addEvent(move, {
      type: 'say',
      leg: leg.no,
      body: { form: body },
      visibleTo: audienceOf(move, leg),
    })
    for (const agency of [leg.asker_id, leg.answerer_id, leg.superior_id]) tell(move, event, agency)
  },
})
