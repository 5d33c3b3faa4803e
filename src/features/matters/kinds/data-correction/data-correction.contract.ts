import { z } from 'zod'
import { checkCitizenId } from '../../../../kernel/identifiers/citizen-id.ts'
import { instant, personal, prose, text } from '../../../../kernel/text.ts'
import {
  agencies,
  areDistinct,
  choice,
  confirm,
  contact,
  entryOf,
  list,
  needing,
  saying,
} from '../form-fields.ts'
import { lightForms } from '../light-exchange.ts'

/** What the record is about 记录类别, the objects that regions look up of each other. */
export const registers = [
  'operator',
  'vehicle',
  'practitioner',
  'ship',
  'permit',
  'case',
  'credit',
  'other',
] as const

/** Why a value stays as it is; free text alone is no reason. */
export const keptReasons = [
  'RecordConfirmed',
  'ProofInsufficient',
  'NotOurRecord',
  'ProcedureNeeded',
  'AlreadyCorrected',
] as const

/**
 * A value of a record. A citizen's number does not stand among ordinary values, where it would be shown to everybody: it has a
 * field of its own.
 */
const value = (max: number) =>
  text(max).refine(
    (written) => !(written.match(/\d{17}[\dXx]/g) ?? []).some((number) => checkCitizenId(number).ok),
    saying(
      '这里不能写公民身份号码，请填入“证件号码”一项或放在证明材料中。',
      'Write no citizen id here; it has a field of its own, or goes into the proof.',
    ),
  )

const WrongField = z.strictObject({
  field: text(60),
  recorded: value(300),
  correct: value(300),
  basis: prose(1_000),
})

/** Everything a report of an error carries: which record, what is wrong in it, what is right, and how one knows. */
export const Report = z.strictObject({
  to: agencies(1),
  record: needing(
    z.strictObject({
      register: choice(registers),
      subject: value(150),
      recordNumber: value(64).optional(),
      source: text(150),
      seenAt: instant(),
      holder: personal(text(60), 'name').optional(),
      holderNumber: personal(text(30), 'id-number').optional(),
    }),
    {
      holder: {
        where: 'register',
        is: ['practitioner'],
        ...saying(
          '请写明记录的是哪个从业人员，否则对方查不到该记录。',
          'Say whose record it is, or the keeper cannot find it.',
        ),
      },
    },
  ),
  errors: list(WrongField, 30, 1).refine(
    (each) => areDistinct(each.map(({ field }) => field)),
    saying('同一数据项只填一次。', 'Name each field once.'),
  ),
  use: z.strictObject({ purpose: prose(500), consequence: prose(1_000).optional() }),
  contact: contact(),
  declaration: z.strictObject({ noStateSecrets: confirm() }),
})
export type Report = z.infer<typeof Report>

const Result = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('corrected'),
    error: entryOf('errors', 30),
    value: value(300),
    correctedAt: instant(),
  }),
  z.strictObject({
    outcome: z.literal('kept'),
    error: entryOf('errors', 30),
    reason: choice(keptReasons),
    grounds: prose(1_000),
  }),
])

/** What the common superior decides on each value: it is corrected, or stays as recorded. */
export const rulings = ['correct', 'stays'] as const

const reasoned = { grounds: prose(3_000), legalBasis: prose(500) }

/** What each action of a data correction carries. */
export const dataCorrectionForms = {
  ...lightForms,
  send: Report,
  correct: z.strictObject({
    results: list(Result, 30, 1)
      .refine(
        (each) => each.some(({ outcome }) => outcome === 'corrected'),
        saying(
          '至少更正一项；全部不予更正的，请选择“不予更正”。',
          'Correct one at least; where nothing changes, decline with a reason.',
        ),
      )
      .meta({ forEach: 'errors', exactly: true }),
    alsoUpdated: prose(500).optional(),
  }),
  decline: needing(
    z.strictObject({
      reason: choice(keptReasons),
      grounds: prose(3_000),
      keeper: text(150).optional(),
    }),
    {
      keeper: {
        where: 'reason',
        is: ['NotOurRecord'],
        ...saying('请写明该记录由哪个单位产生和维护。', 'Say which agency made the record and keeps it.'),
      },
    },
  ),
  confirm: z.strictObject({ note: prose(1_000).optional() }),
  challenge: z.strictObject(reasoned),
  orderCorrection: z.strictObject({
    rulings: list(z.strictObject({ error: entryOf('errors', 30), ruling: choice(rulings) }), 30, 1)
      .refine(
        (each) => each.some(({ ruling }) => ruling === 'correct'),
        saying(
          '至少责成更正一项；全部维持的，请选择“维持原记录”。',
          'Order one correction at least; where everything stays, uphold the record.',
        ),
      )
      .meta({ forEach: 'errors', exactly: true }),
    ...reasoned,
  }),
  uphold: z.strictObject(reasoned),
} as const
