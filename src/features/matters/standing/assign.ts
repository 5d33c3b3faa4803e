import { z } from 'zod'
import { AccountId } from '../../../kernel/ids.ts'
import { canBeAssigned } from '../../people/people.ts'
import { addEvent, putParty, tell } from '../move.ts'
import { notAColleague } from '../restriction.ts'
import { defineStanding, unlessSettled } from './standing-action.ts'

/** Says who in one's own agency deals with it 指派经办人; null takes the assignment back. */
export const assign = defineStanding({
  words: {
    zh: '指派经办人',
    en: 'Assign',
    means: { zh: '指定本单位由谁办理。', en: 'Says who in your agency deals with it.' },
  },
  form: z.strictObject({ accountId: AccountId.nullable().meta({ widget: 'colleague' }) }),
  powers: ['handle'],
  closed: unlessSettled,
  async take({ move, actor, leg, body }) {
    const { accountId } = body
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
    const isSelf = actor.type === 'person' && actor.accountId === accountId
    if (accountId && !isSelf) tell(move, event, actor.agencyId, { accountId, evenSelf: true })
  },
})
