import { invalidInput, refuseTogether } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { Fault } from '../../../../kernel/refusal.ts'
import { agenciesByIds } from '../../../agencies/agencies.ts'
import type { EffectInput } from '../../kind.ts'
import { gapsOf, refuseUnanswered } from '../case-transfer/case-transfer.checks.ts'
import { refuseFuture } from '../future-faults.ts'
import { provinces } from '../provinces.ts'
import { unansweredEntries } from '../unanswered-entries.ts'
import type { Offer, Review } from './evidence-recognition.contract.ts'

/** What the forms of a recognition of evidence cannot see. */
export const evidenceRecognitionChecks = {
  send: async (input: EffectInput) => {
    const offer = input.body as Offer
    const happened = offer.evidence.flatMap((_, index) => [
      ['evidence', index, 'collectedAt'],
      ['evidence', index, 'recordedAt'],
      ['evidence', index, 'recordReviewedOn'],
    ])
    await refuseTogether(
      () => refuseFuture(input, happened),
      () => refuseOtherRegions(input, offer),
    )
  },
  supply: async (input: EffectInput) => refuseUnanswered(await gapsOf(input), input.body),
  recognise: refuseUnreviewed,
  refuse: refuseUnreviewed,
} as const

/** Refuses a review that leaves a piece out: nothing enters a file unseen. */
async function refuseUnreviewed(input: EffectInput): Promise<void> {
  refuseFuture(input, [['reviewedOn']])
  const { evidence } = input.matter.content as Offer
  const faults = unansweredEntries(
    evidence.map(({ name }) => name),
    (input.body.reviews as readonly Review[]).map(({ piece }) => piece),
    'reviews',
  )
  if (faults.length > 0) throw invalidInput(faults)
}

/** Refuses regions that are not those of the two agencies: their check-lists would not be the ones that count. */
async function refuseOtherRegions({ tx, leg }: EffectInput, { to, regions }: Offer): Promise<void> {
  const [receiver] = to
  const known = await agenciesByIds(tx, [leg.asker_id as AgencyId, ...to])
  const provinceOf = (id: string | undefined) => known.get(id as AgencyId)?.divisionCode?.slice(0, 2)
  const fault = (field: 'collectedIn' | 'usedIn', id: string | undefined): Fault[] => {
    const province = provinceOf(id)
    if (!province || province === '00' || province === regions[field]) return []
    const name = provinces[province as keyof typeof provinces]
    return [
      {
        path: ['regions', field],
        message: {
          zh: `${known.get(id as AgencyId)?.shortName ?? ''}在${name?.zh ?? province}，请按实际地区选择。`,
          en: `${known.get(id as AgencyId)?.nameEn ?? ''} is in ${name?.en ?? province}; choose that.`,
        },
      },
    ]
  }
  const faults = [...fault('collectedIn', leg.asker_id), ...fault('usedIn', receiver)]
  if (faults.length > 0) throw invalidInput(faults)
}
