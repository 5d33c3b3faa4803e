import type { AgencyId } from '../../../../kernel/ids.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { agenciesByIds } from '../../../agencies/agencies.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'

/** What the forms cannot see. */
export const consultationChecks = {
  writeMinutes: async (input: EffectInput) => refuseFuture(input, [['heldAt']]),
  close: async (input: EffectInput) => refuseUnconfirmed(input),
} as const

/** Minutes hold once every participant has confirmed the same words; refused with who has not. */
async function refuseUnconfirmed({ tx, matter }: EffectInput): Promise<void> {
  const waiting = matter.legs.filter(
    ({ delivery, state, settled_at }) =>
      delivery === 'delivered' && settled_at === null && state !== 'confirmed',
  )
  if (waiting.length === 0) return
  const known = await agenciesByIds(
    tx,
    waiting.flatMap(({ answerer_id }) => (answerer_id ? [answerer_id as AgencyId] : [])),
  )
  const names = [...known.values()]
  throw new Refusal('not-now', {
    zh: `${names.map(({ name }) => name).join('、')}还没有确认纪要，全部确认后才能办结。可以催办，或者修改纪要后请各方重新确认。`,
    en: `${names.map(({ nameEn }) => nameEn).join(', ')} has not confirmed the minutes; all must before this is closed. Urge, or change the minutes and have everybody confirm anew.`,
  })
}
