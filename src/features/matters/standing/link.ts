import { sql } from 'kysely'
import { z } from 'zod'
import { MatterId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database.ts'
import { matterNotFound } from '../matter-store.ts'
import { addEvent } from '../move.ts'
import { defineStanding } from './standing-action.ts'

/** How two matters belong together. */
export const relations = ['continues', 'same-case', 'related', 'duplicate'] as const

/** Ties two matters together 关联事项; both must be the reader's to see. */
export const link = defineStanding({
  words: {
    zh: '关联事项',
    en: 'Link',
    means: { zh: '把两件事项联系起来，便于对照。', en: 'Ties two matters together.' },
  },
  form: z.strictObject({
    to: MatterId.meta({ widget: 'matter' }),
    relation: z.enum(relations).meta({ widget: 'choice' }),
  }),
  powers: ['handle'],
  closed: () => undefined,
  async take({ move, actor, leg, body }) {
    if (body.to === move.matter.id) throw linkedToItself()
    await refuseUnseen(move.tx, body.to)
    move.links.push({ other_id: body.to, relation: body.relation, made_at: move.now })
    addEvent(move, { type: 'link', leg: leg.no, body: { form: body }, visibleTo: [actor.agencyId] })
  },
})

/** The other matter is looked at and not locked: two that are linked to each other at once would wait for each other. */
async function refuseUnseen(tx: Tx, matterId: string): Promise<void> {
  const { rows } = await sql`select from matter where id = ${matterId}`.execute(tx)
  if (rows.length === 0) throw matterNotFound()
}

const linkedToItself = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '不能与自身关联，请选择另一件事项。',
    en: 'A matter cannot be linked to itself; choose another.',
  })
