import { z } from 'zod'
import { instant, personal, prose, text } from '../../../../kernel/text.ts'
import { executionStates, penaltyKinds } from '../case-transfer/case-transfer.contract.ts'
import {
  agencies,
  choice,
  choices,
  confirm,
  contact,
  day,
  kilograms,
  list,
  money,
  oneAtLeast,
  saying,
} from '../form-fields.ts'
import { formalRequestForms } from '../formal-request.ts'
import { sizes } from '../overload-fields.ts'
import { withFittingAmounts } from '../penalty-amounts.ts'
import { Ship, Vehicle } from '../subject-fields.ts'

/** What the decision was about; overload has a rule of its own (62号令 Art. 44). */
export const noticeBehaviours = [
  'overload',
  'oversize',
  'passenger',
  'freight',
  'hazmat',
  'waterway',
  'other',
] as const

/** What the licensing region may do 许可地处理措施: the place of violation fines, the licensing place suspends or revokes. */
export const homeMeasures = [
  'interview',
  'key-supervision',
  'credit-record',
  'revoke-vehicle-certificate',
  'stop-driver',
  'suspend-enterprise',
  'revoke-licence',
  'cargo-source',
  'education',
] as const

/** Why a measure that was asked for is not taken. */
export const whyNotReasons = [
  'below-threshold',
  'not-provided-by-law',
  'not-competent',
  'not-yet-effective',
  'insufficient-facts',
  'already-imposed',
  'subject-gone',
] as const

/** Why a notice is recalled. */
export const recallReasons = ['annulled', 'changed', 'unlawful', 'void', 'wrong-notice'] as const

/** What a receiver had built on the notice and has undone. */
export const undoneSteps = [
  'counters',
  'credit-record',
  'key-supervision',
  'measure',
  'publication',
  'nothing',
] as const

const sayUnknown = saying(
  '至少填写一项；确未查明的，在“说明”中写明。',
  'Fill in one at least; where it is not known, say so in the remark.',
)

/** The content of a notice: the five groups of fields of 62号令 Art. 44, and what is asked. */
export const Submission = z
  .strictObject({
    to: agencies(10),
    vehicle: Vehicle.optional(),
    ship: Ship.optional(),
    driver: oneAtLeast(
      z.strictObject({
        name: personal(text(60), 'name').optional(),
        qualification: text(60).optional(),
        employer: text(150).optional(),
        remark: text(300).optional(),
      }),
      sayUnknown,
    ),
    cargo: oneAtLeast(
      z.strictObject({
        source: text(150).optional(),
        loadingSlip: text(100).optional(),
        remark: text(300).optional(),
      }),
      sayUnknown,
    ),
    decision: withFittingAmounts(
      z
        .strictObject({
          behaviour: choice(noticeBehaviours),
          caseNumber: text(64),
          occurredAt: instant(),
          place: text(200),
          facts: prose(3_000),
          axles: z.int().min(2).max(30).optional(),
          totalKg: kilograms().optional(),
          limitKg: kilograms().optional(),
          ...sizes,
          decisionNumber: text(100),
          decidedOn: day(),
          handledOn: day(),
          penalties: choices(penaltyKinds),
          fineYuan: money().optional(),
          confiscatedYuan: money().optional(),
          execution: choice(executionStates),
        })
        .refine((it) => it.decidedOn <= it.handledOn, {
          path: ['handledOn'],
          ...saying(
            '处理完毕日期不能早于决定日期。',
            'The case cannot have been handled before it was decided.',
          ),
        }),
    ),
    request: z.strictObject({
      measures: choices(homeMeasures, 0),
      reasons: prose(2_000).optional(),
      other: prose(1_000).optional(),
    }),
    contact: contact(),
    declaration: z.strictObject({ effective: confirm(), noStateSecrets: confirm() }),
  })
  .refine((it) => it.vehicle !== undefined || it.ship !== undefined, {
    path: ['vehicle'],
    ...saying('请填写车辆或船舶。', 'Fill in the vehicle or the ship.'),
  })
export type Submission = z.infer<typeof Submission>

const measure = choice(homeMeasures)

/** What became of one measure. */
const Outcome = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('requested'), measure, of: text(150), note: prose(500).optional() }),
  z
    .strictObject({
      status: z.literal('imposed'),
      measure,
      documentNumber: text(100),
      on: day(),
      until: day().optional(),
    })
    .refine((it) => it.until === undefined || it.on <= it.until, {
      path: ['until'],
      ...saying('届满日期不能早于采取日期。', 'A measure does not end before it begins.'),
    }),
  z.strictObject({ status: z.literal('executed'), measure, documentNumber: text(100), on: day() }),
  z.strictObject({
    status: z.literal('under-appeal'),
    measure,
    appeal: choice(['reconsideration', 'litigation']),
    note: prose(500).optional(),
  }),
  z.strictObject({
    status: z.literal('not-imposed'),
    measure,
    whyNot: choice(whyNotReasons),
    grounds: prose(1_000),
  }),
])

const outcomes = list(Outcome, 30).meta({ forEach: 'request.measures' })

/** What the home region did. Where nothing was suggested, it may say so in words alone. */
const Answer = z.strictObject({ outcomes: outcomes.optional(), summary: prose(3_000) })
export type Answer = z.infer<typeof Answer>

/** An answer that is amended begins with what was answered last. */
const AmendedAnswer = z.strictObject({
  outcomes: outcomes.meta({ begins: 'said' }).optional(),
  summary: Answer.shape.summary.meta({ begins: 'said' }),
})

const { askBack: _, release: __, ...beginning } = formalRequestForms

/** What each action carries. */
export const caseNoticeForms = {
  submit: Submission,
  ...beginning,
  answer: Answer,
  amendAnswer: AmendedAnswer,
  recall: z.strictObject({
    recallReason: choice(recallReasons),
    documentNumber: text(100),
    decidedOn: day(),
    organ: text(150),
    nowHolds: prose(2_000),
  }),
  confirmRecall: z.strictObject({ undone: choices(undoneSteps), note: prose(1_000).optional() }),
} as const
