import { z } from 'zod'
import { AccountId } from '../../../kernel/ids.ts'
import { addEvent } from '../move.ts'
import { unrestrict as openAgain, restrictTo } from '../restriction.ts'
import { defineStanding } from './standing-action.ts'

/** Only the people named read it in one's own agency 限定知悉范围. */
export const restrict = defineStanding({
  words: {
    zh: '限定知悉范围',
    en: 'Restrict',
    means: { zh: '本单位只有指定人员能查看。', en: 'Only the people named read it in your agency.' },
  },
  form: z.strictObject({ readers: z.array(AccountId).max(50).meta({ widget: 'colleagues' }) }),
  powers: ['lead'],
  closed: () => undefined,
  async take({ move, actor, leg, body }) {
    await restrictTo(move, actor, body.readers)
    addEvent(move, { type: 'restrict', leg: leg.no, body: { form: body }, visibleTo: [actor.agencyId] })
  },
})

/** One's whole agency reads it again 解除知悉限定. */
export const unrestrict = defineStanding({
  words: {
    zh: '解除知悉限定',
    en: 'Unrestrict',
    means: { zh: '本单位人员恢复可见。', en: 'Your agency reads it again.' },
  },
  form: z.strictObject({}),
  powers: ['lead'],
  closed: () => undefined,
  async take({ move, actor, leg, body }) {
    openAgain(move, actor)
    addEvent(move, { type: 'unrestrict', leg: leg.no, body: { form: body }, visibleTo: [actor.agencyId] })
  },
})
