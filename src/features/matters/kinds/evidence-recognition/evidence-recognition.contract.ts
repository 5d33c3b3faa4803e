import { z } from 'zod'
import { chinaDayOf } from '../../../../kernel/day.ts'
import { instant, prose, text } from '../../../../kernel/text.ts'
import {
  agencies,
  areDistinct,
  choice,
  choices,
  confirm,
  contact,
  day,
  entryOf,
  file,
  list,
  officers,
  saying,
} from '../form-fields.ts'
import { lightForms } from '../light-exchange.ts'
import { evidenceRequirements, violations } from './evidence-requirements.ts'
import { deviceFaults, MonitoringDevice } from './monitoring-device.ts'

/** The eight kinds of evidence of 行政处罚法 Art. 46. */
export const evidenceKinds = [
  'documentary',
  'physical',
  'audio-visual',
  'electronic',
  'testimony',
  'party-statement',
  'appraisal',
  'inspection',
] as const

/** What is offered: the original, a copy checked against it, or electronic data with its digest. */
export const evidenceCopies = ['original', 'checked-copy', 'electronic'] as const

/** The criteria of the review 审核标准. */
export const criteria = ['form', 'legality', 'relevance', 'completeness'] as const

/** Why a piece is not recognised, each with the criterion it fails; free text alone is no reason. */
export const refusalReasons = {
  FormDefect: 'form',
  NotAuthentic: 'form',
  UnlawfullyCollected: 'legality',
  CollectorUnqualified: 'legality',
  DeviceUnqualified: 'legality',
  Irrelevant: 'relevance',
  Incomplete: 'completeness',
} as const satisfies Record<string, (typeof criteria)[number]>

type Reason = keyof typeof refusalReasons
const reasons = Object.keys(refusalReasons) as [Reason, ...Reason[]]

const requirementItem = choice(evidenceRequirements.map(({ item }) => item))
/** What may be incomplete: something of the check-lists, or a piece of evidence in one of the criteria. */
const gapItem = choice([...evidenceRequirements.map(({ item }) => item), ...criteria])

const piece = {
  name: text(150),
  kind: choice(evidenceKinds),
  copy: choice(evidenceCopies),
  proves: prose(1_000),
  place: text(200),
  collectors: officers(),
  /** The file it is or that shows it; what cannot be attached has none. */
  file: file().optional(),
  /** What the device that took it computed; the digest of an attached file is known. */
  digest: z
    .string()
    .max(64)
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
}

/** A piece of evidence: one that officers collected, or one that a device recorded (行政处罚法 Art. 41). */
const Piece = z.discriminatedUnion('origin', [
  z.strictObject({ origin: z.literal('officers'), collectedAt: instant(), ...piece }),
  z
    .strictObject({
      origin: z.literal('monitoring'),
      recordedAt: instant(),
      recordReviewedOn: day(),
      device: MonitoringDevice,
      ...piece,
    })
    .superRefine(({ device, recordedAt, recordReviewedOn }, context) => {
      for (const { field, words } of deviceFaults(device, recordedAt))
        context.addIssue({ code: 'custom', path: ['device', field], params: { words } })
      if (recordReviewedOn < chinaDayOf(recordedAt))
        context.addIssue({
          code: 'custom',
          path: ['recordReviewedOn'],
          ...saying('审核日期不能早于记录日期。', 'It cannot have been reviewed before it was recorded.'),
        })
    }),
])

/** Everything an offer of evidence carries: the case it is for, each piece with its file and who collected it. */
export const Offer = z.strictObject({
  to: agencies(1),
  case: z.strictObject({
    number: text(64),
    cause: text(100),
    violation: choice(violations),
    legalBasis: prose(500),
  }),
  evidence: list(Piece, 50, 1),
  contact: contact(),
  notApplicable: list(z.strictObject({ item: requirementItem, reason: text(300) }), 30).optional(),
  declaration: z.strictObject({ lawfullyCollected: confirm(), noStateSecrets: confirm() }),
})
export type Offer = z.infer<typeof Offer>

const judgement = choice(['met', 'unmet'])
const judged = {
  piece: entryOf('evidence', 50),
  form: judgement,
  legality: judgement,
  relevance: judgement,
  completeness: judgement,
}

/** The review of one piece. One that fails a criterion is not recognised, and a reason names the criterion it fails. */
const Review = z.discriminatedUnion('outcome', [
  z
    .strictObject({ outcome: z.literal('recognised'), ...judged })
    .refine((it) => criteria.every((criterion) => it[criterion] === 'met'), {
      path: ['outcome'],
      ...saying(
        '四项标准全部符合才能认可；有不符合的，请选择“不予认可”并说明理由。',
        'It meets all four criteria or is not recognised.',
      ),
    }),
  z
    .strictObject({
      outcome: z.literal('refused'),
      ...judged,
      reasons: choices(reasons),
      grounds: prose(2_000),
    })
    .refine((it) => it.reasons.every((reason) => it[refusalReasons[reason]] === 'unmet'), {
      path: ['reasons'],
      ...saying(
        '所选理由对应的标准应为“不符合”，请核对。',
        'The criterion that belongs to the reason has to be unmet; check both.',
      ),
    }),
])
export type Review = z.infer<typeof Review>

const reviewed = { reviewers: officers(), reviewedOn: day(), opinion: prose(2_000) }
const reviews = () =>
  list(Review, 50, 1).refine(
    (each) => areDistinct(each.map((review) => review.piece)),
    saying('每份证据审核一次。', 'Review each piece once.'),
  )

/** What each action of a recognition of evidence carries. */
export const evidenceRecognitionForms = {
  ...lightForms,
  send: Offer,
  requestSupplement: z.strictObject({
    gaps: list(z.strictObject({ item: gapItem, what: prose(1_000) }), 40, 1),
  }),
  supply: z.strictObject({
    answers: list(z.strictObject({ item: gapItem, answer: prose(2_000) }), 40, 1).meta({
      forEach: 'gaps',
      exactly: true,
    }),
    note: prose(1_000).optional(),
  }),
  recognise: z.strictObject({
    reviews: reviews()
      .refine(
        (each) => each.some(({ outcome }) => outcome === 'recognised'),
        saying('没有一份认可的，请选择“不予认可”。', 'Where no piece is recognised, refuse them.'),
      )
      .meta({ forEach: 'evidence', exactly: true }),
    ...reviewed,
  }),
  refuse: z.strictObject({
    reviews: reviews()
      .refine(
        (each) => each.every(({ outcome }) => outcome === 'refused'),
        saying('有认可的，请选择“审核认可”。', 'Where a piece is recognised, choose "Recognise".'),
      )
      .meta({ forEach: 'evidence', exactly: true }),
    ...reviewed,
  }),
} as const
