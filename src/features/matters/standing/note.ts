import { z } from 'zod'
import { prose } from '../../../kernel/text.ts'
import { addEvent } from '../move.ts'
import { defineStanding } from './standing-action.ts'

/** A note within one's own agency 内部备注; the other side never reads it. */
export const note = defineStanding({
  words: {
    zh: '内部备注',
    en: 'Internal note',
    means: { zh: '只有本单位能看到。', en: 'Only your own agency reads it.' },
  },
  form: z.strictObject({ text: prose(2_000) }),
  powers: ['handle'],
  closed: () => undefined,
  async take({ move, actor, leg, body }) {
    addEvent(move, { type: 'note', leg: leg.no, body: { form: body }, visibleTo: [actor.agencyId] })
  },
})
