import { invalidInput, refuseTogether } from '../../../../kernel/faults.ts'
import type { Fault } from '../../../../kernel/refusal.ts'
import { attachmentsOf } from '../../../files/files.ts'
import type { EffectInput } from '../../kind.ts'
import { gapsOf, refuseUnanswered } from '../case-transfer/case-transfer.checks.ts'
import { refuseFuture } from '../future-faults.ts'
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
      () => refuseOtherFiles(input, offer),
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

/** Refuses a file the receiver would not find in the matter, and one that is not what the device recorded. */
async function refuseOtherFiles({ tx, matter }: EffectInput, { evidence }: Offer): Promise<void> {
  const files = evidence.some(({ file }) => file !== undefined) ? await attachmentsOf(tx, matter.id) : []
  const faults = evidence.flatMap(({ file: id, digest }, index): Fault[] => {
    if (id === undefined) return []
    const file = files.find((each) => each.id === id && !each.withdrawn && !each.internal)
    if (!file)
      return [
        {
          path: ['evidence', index, 'file'],
          message: {
            zh: '本事项中没有这份附件，或者已经撤下、仅供本单位使用。请从随附材料中另选。',
            en: 'The matter has no such file, or it was withdrawn or is for your agency only; choose another.',
          },
        },
      ]
    if (digest === undefined || digest === file.digest) return []
    return [
      {
        path: ['evidence', index, 'digest'],
        message: {
          zh: `与附件“${file.name}”的摘要不一致，附件可能不是设备取得的原文件。请换成原文件，或核对摘要。`,
          en: `It is not the digest of "${file.name}": the file may not be the one the device took. Attach that one, or check the digest.`,
        },
      },
    ]
  })
  if (faults.length > 0) throw invalidInput(faults)
}
