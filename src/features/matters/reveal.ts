import { z } from 'zod'
import { recordAccess } from '../../platform/access-log.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { kindOf } from './kinds/kinds.ts'
import { lockMatter } from './matter-store.ts'
import { maskedContent } from './read-matter.ts'
import { recordOnMatter } from './record-on-matter.ts'
import { revealPurposeNames } from './reveal-purposes.ts'

export const Reveal = z.strictObject({
  purpose: z.enum(revealPurposeNames),
})
export type Reveal = z.infer<typeof Reveal>

/** The content of a matter unmasked, for a purpose. The reading itself is an event of the matter and stands in the access log. */
export async function revealContent(
  tx: Tx,
  actor: AgencyActor,
  matterId: string,
  { purpose }: Reveal,
): Promise<{ readonly content: Readonly<Record<string, unknown>> }> {
  const matter = await lockMatter(tx, matterId)
  const { masked } = maskedContent(kindOf(matter.kind), matter.content)
  await recordOnMatter(tx, actor, matterId, {
    type: 'reveal',
    leg: null,
    body: { purpose, fields: masked },
    visibleTo: [actor.agencyId],
  })
  await recordAccess(tx, { what: 'personal-data-read', matterId, fields: masked, purpose })
  return { content: matter.content }
}
