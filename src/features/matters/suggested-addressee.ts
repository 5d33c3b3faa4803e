import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { contentAsWritten } from './content-as-written.ts'
import type { SuggestedAddresseeView } from './matter-views.ts'

/**
 * Who should get the matter that is being written, by what was typed last, and why. Null for kinds that suggest nobody, and while
 * there is too little to tell by.
 * @throws Refusal `not-found` when there is no such matter, or it is not for the reader
 */
export async function suggestedAddressee(
  tx: Tx,
  actor: AgencyActor,
  matterId: string,
): Promise<SuggestedAddresseeView | null> {
  const { kind, content } = await contentAsWritten(tx, actor, matterId)
  const suggested = await kind.suggestsAddressee?.({ tx, askerId: actor.agencyId, content })
  if (!suggested) return null
  const { agency, isDoubtful, words } = suggested
  const named = agency && {
    id: agency.id,
    name: agency.name,
    nameEn: agency.nameEn,
    shortName: agency.shortName,
  }
  return { agency: named, isDoubtful, words }
}
