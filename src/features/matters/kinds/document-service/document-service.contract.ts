import { z } from 'zod'
import { instant, personal, prose, text } from '../../../../kernel/text.ts'
import {
  agencies,
  asBefore,
  choice,
  confirm,
  contact,
  day,
  needing,
  officers,
  phone,
  saying,
} from '../form-fields.ts'
import { formalRequestForms } from '../formal-request.ts'
import { Party } from '../subject-fields.ts'

/** Documents whose service no statute times to the day. A penalty decision has a variant of its own, with its clock. */
export const otherDocuments = ['notice', 'hearing-notice', 'correction-order', 'demand', 'other'] as const

export const documentServiceUrgencies = ['normal', 'urgent'] as const

/** Why an agency does not serve a document for another. */
export const documentServiceDeclineReasons = [
  'OutOfPowers',
  'WrongPlace',
  'AddressUnusable',
  'DocumentUnfit',
] as const

/** Who signed the receipt, as the Civil Procedure Law names them (Arts 87, 88). */
export const receiptSigners = ['addressee', 'adult-family', 'representative', 'mail-office', 'agent'] as const

/** What proves that a document was left where somebody refused it: witnesses, or photographs and video (Art. 89). */
export const leftProofs = ['witness', 'recording'] as const

/** Why an attempt failed. Refusing to sign is none: the document is then left. */
export const failedAttemptReasons = [
  'absent',
  'moved',
  'address-wrong',
  'no-access',
  'unit-gone',
  'detained',
  'other',
] as const

/** How the signed receipt comes back. */
export const receiptWays = ['copy-attached', 'posted', 'in-person'] as const

const titled = { number: text(100), title: text(150), copies: z.int().min(1).max(20) }

const dated = <const K extends string>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), ...titled, dated: day() })

/** The document. Of a penalty decision the day counts on which it was made: seven working days later it must have been served. */
const Document = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('decision'), ...titled, decidedOn: day() }),
  dated('notice'),
  dated('hearing-notice'),
  dated('correction-order'),
  dated('demand'),
  dated('other'),
])

/** Everything an entrustment carries: the content of the matter, as the letter 委托送达函 needs it. */
export const Entrustment = z.strictObject({
  to: agencies(1),
  document: Document,
  recipient: Party,
  where: z.strictObject({
    address: personal(text(200), 'address'),
    phone: personal(phone(), 'phone').optional(),
    hints: prose(500).optional(),
  }),
  request: z.strictObject({
    caseNumber: text(64),
    difficulty: prose(1_000),
    legalBasis: prose(500),
    urgency: choice(documentServiceUrgencies),
  }),
  contact: contact(),
  declaration: z.strictObject({ valid: confirm(), noStateSecrets: confirm() }),
})
export type Entrustment = z.infer<typeof Entrustment>

const attempt = { at: instant(), place: personal(text(200), 'address'), officers: asBefore(officers()) }

const whoWitnessed = saying(
  '有见证人的，请写明见证人姓名和所在基层组织或单位。',
  'Name the witness and the unit he or she comes from.',
)

/** What the entrusted agency may do: hand it over, or leave it where it is refused; and what else the form asks for. */
const servingWith = <More extends z.ZodRawShape>(more: More) =>
  z.discriminatedUnion('method', [
    needing(
      z.strictObject({
        method: z.literal('direct'),
        ...attempt,
        signedBy: choice(receiptSigners),
        signer: personal(text(60), 'name'),
        relation: text(60).optional(),
        ...more,
      }),
      {
        relation: {
          where: 'signedBy',
          is: receiptSigners.filter((signer) => signer !== 'addressee'),
          ...saying(
            '由他人签收的，请写明其与受送达人的关系或者职务。',
            'Where somebody else signed, give the relation or the position.',
          ),
        },
      },
    ),
    needing(
      z.strictObject({
        method: z.literal('left'),
        ...attempt,
        refusal: prose(1_000),
        proof: choice(leftProofs),
        witness: personal(text(60), 'name').optional(),
        witnessUnit: text(150).optional(),
        ...more,
      }),
      {
        witness: { where: 'proof', is: ['witness'], ...whoWitnessed },
        witnessUnit: { where: 'proof', is: ['witness'], ...whoWitnessed },
      },
    ),
  ])
const Serving = servingWith({})
export type Serving = z.infer<typeof Serving>

/** How the asker itself serves where entrusting failed. */
const OtherServing = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('post'), deliveredOn: day(), tracking: text(60) }),
  z.strictObject({
    method: z.literal('electronic'),
    arrivedAt: instant(),
    confirmation: text(100),
    system: text(150),
  }),
  z.strictObject({ method: z.literal('via-unit'), unit: text(150), signedOn: day() }),
  z.strictObject({
    method: z.literal('public-notice'),
    publishedOn: day(),
    medium: text(200),
    noticeReason: prose(1_000),
  }),
])
export type OtherServing = z.infer<typeof OtherServing>

/** What each action of an entrusted service carries. */
export const documentServiceForms = {
  ...formalRequestForms,
  submit: Entrustment,
  take: z.strictObject({ officers: officers(), contact: contact() }),
  decline: z.strictObject({ declineReason: choice(documentServiceDeclineReasons), grounds: prose(3_000) }),
  serve: Serving,
  amendService: servingWith({ reason: prose(1_000) }),
  fail: z.strictObject({
    ...attempt,
    failReason: choice(failedAttemptReasons),
    found: prose(2_000),
    suggestion: prose(1_000).optional(),
  }),
  instruct: z.strictObject({
    instruction: prose(2_000),
    address: personal(text(200), 'address').optional(),
    phone: personal(phone(), 'phone').optional(),
  }),
  serveOtherwise: OtherServing,
  abandon: z.strictObject({ reason: prose(1_000) }),
  returnReceipt: z.strictObject({
    receiptDate: day(),
    way: choice(receiptWays),
    tracking: text(60).optional(),
    note: prose(1_000).optional(),
  }),
  confirmReceipt: z.strictObject({ note: prose(1_000).optional() }),
  rejectReceipt: z.strictObject({ defects: prose(2_000) }),
} as const
