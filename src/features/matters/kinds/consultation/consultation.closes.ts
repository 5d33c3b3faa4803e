import type { AgencyId } from '../../../../kernel/ids.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { Tx } from '../../../../platform/database.ts'
import { agenciesByIds } from '../../../agencies/agencies.ts'
import type { WhereItStands } from '../../kind.ts'

/** What a consultation leaves no room for, whatever its forms say. */
export const consultationCloses = { close: unconfirmed } as const

/** Minutes hold once every participant has confirmed the same words; it says who has not. */
async function unconfirmed(tx: Tx, { matter }: WhereItStands): Promise<Words | undefined> {
  const waiting = matter.legs.filter(
    ({ delivery, state, settled_at }) =>
      delivery === 'delivered' && settled_at === null && state !== 'confirmed',
  )
  if (waiting.length === 0) return undefined
  const known = await agenciesByIds(
    tx,
    waiting.flatMap(({ answerer_id }) => (answerer_id ? [answerer_id as AgencyId] : [])),
  )
  const names = [...known.values()]
  return {
    zh: `${names.map(({ name }) => name).join('、')}还没有确认纪要，全部确认后才能办结。可以催办，或者修改纪要后请各方重新确认。`,
    en: `${names.map(({ nameEn }) => nameEn).join(', ')} has not confirmed the minutes; all must before this is closed. Urge, or change the minutes and have everybody confirm anew.`,
  }
}
