import type { EffectInput, Finding } from '../../kind.ts'
import type { Offer, Review } from './evidence-recognition.contract.ts'

/** What the platform works out from a review: how many pieces may be used, and which may not, where some were refused. */
export const evidenceRecognitionFindings = {
  recognise: async ({ matter, body }: EffectInput): Promise<readonly Finding[]> => {
    const { evidence } = matter.content as Offer
    const reviews = body.reviews as readonly Review[]
    const refused = reviews.flatMap(({ outcome, piece }) =>
      outcome === 'refused' ? [evidence[piece - 1]?.name ?? ''] : [],
    )
    const recognised = reviews.length - refused.length
    if (refused.length === 0) return []
    return [
      {
        name: 'recognised',
        value: recognised,
        zh: `${reviews.length} 份证据中认可 ${recognised} 份；未予认可、不得作为定案依据的：${refused.join('、')}。`,
        en: `${recognised} of ${reviews.length} pieces are recognised; not recognised and no ground for a decision: ${refused.join(', ')}.`,
      },
    ]
  },
} as const
