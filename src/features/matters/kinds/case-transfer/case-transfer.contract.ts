import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import { designation, TakingUp } from '../designation.ts'
import {
  agencies,
  asBefore,
  choice,
  choices,
  confirm,
  contact,
  day,
  list,
  money,
  needing,
  officers,
  ownName,
  saying,
  station,
} from '../form-fields.ts'
import { Overload } from '../overload-fields.ts'
import { withFittingAmounts } from '../penalty-amounts.ts'
import { Party, Ship, Vehicle } from '../subject-fields.ts'
import { transferMaterials } from './case-transfer.materials.ts'

/**
 * Why the sender does not go on with the case 移送事由: no jurisdiction by place, by level or by subject matter; another
 * filed first (行政处罚法 Art. 25); a superior designated; or the place of registration settles what technical
 * monitoring recorded (超限运输车辆行驶公路管理规定 Art. 50).
 */
export const transferTriggers = [
  'territory',
  'level',
  'other-department',
  'earlier-filing',
  'designated',
  'registration-place',
] as const

/** Where the case came from 案件来源, as on the filing form (立案登记表), with two sources of cross-regional work. */
export const caseSources = [
  'inspection',
  'off-site',
  'report',
  'superior',
  'subordinate',
  'other-department',
  'regional',
  'other',
] as const

/** Sources that say nothing without a sentence. */
const sourcesToExplain: readonly string[] = [
  'superior',
  'subordinate',
  'other-department',
  'regional',
  'other',
]

/** Measures in force 在案措施; their clocks go on across the transfer (行政强制法 Art. 25). */
export const measureKinds = ['seal', 'seize', 'register-save', 'order-correction', 'other'] as const
export type MeasureKind = (typeof measureKinds)[number]

/**
 * Why a transfer may be objected to. Lack of evidence is no reason: it calls for a supplement. A missing document is one only
 * after a supplement was asked for (case-transfer.checks.ts).
 */
export const objectionReasons = [
  'NoJurisdiction',
  'AlreadyFiledElsewhere',
  'WrongSubject',
  'NotAnOffenceHere',
  'OutsideLimitation',
  'Duplicate',
  'MissingDocument',
] as const

/** Why the receiver, having accepted, does not file. Jurisdiction is none: that had to be said before accepting. */
export const notFiledReasons = [
  'NotAnOffenceHere',
  'InsufficientEvidence',
  'OutsideLimitation',
  'AlreadyFiledElsewhere',
  'WrongSubject',
  'Duplicate',
] as const

/** The kinds of penalty of 行政处罚法 Art. 9. */
export const penaltyKinds = [
  'warning',
  'criticism',
  'fine',
  'confiscate-gains',
  'confiscate-goods',
  'suspend-licence',
  'downgrade',
  'revoke-licence',
  'restrict-business',
  'stop-business',
  'close-down',
  'restrict-practice',
  'detention',
  'other',
] as const

/** How a document reaches the party 送达方式. */
export const serviceMethods = ['direct', 'left', 'post', 'electronic', 'entrusted', 'public-notice'] as const

/** How far a decision has been carried out 执行情况. */
export const executionStates = ['executed', 'partly', 'pending', 'court', 'nothing-to-execute'] as const

const materialItems: readonly string[] = transferMaterials.map(({ item }) => item)
const materialItem = choice(materialItems)
/** What may be incomplete: a material, or what the transfer says. */
const gapItem = choice([...materialItems, 'facts', 'law', 'other'])

const Case = needing(
  z.strictObject({
    number: text(64),
    cause: text(100),
    source: choice(caseSources),
    sourceNote: text(200).optional(),
    discoveredAt: instant(),
    place: text(200),
    road: text(100).optional(),
    facts: prose(5_000),
    law: prose(1_000),
  }),
  {
    sourceNote: {
      where: 'source',
      is: sourcesToExplain,
      ...saying('选择该来源时，请写明具体来源。', 'With this source, say where exactly the case came from.'),
    },
  },
)

const Ground = needing(
  z.strictObject({
    trigger: choice(transferTriggers),
    reasons: prose(2_000),
    legalBasis: prose(500),
    designationNumber: text(100).optional(),
  }),
  {
    designationNumber: {
      where: 'trigger',
      is: ['designated'],
      ...saying('上级指定管辖的，请填写指定管辖文书号。', 'Give the number of the designation.'),
    },
  },
)

const Measure = z
  .strictObject({
    kind: choice(measureKinds),
    decisionNumber: text(100),
    from: instant(),
    until: instant(),
    place: station(),
  })
  .refine((it) => Date.parse(it.until) > Date.parse(it.from), {
    path: ['until'],
    ...saying('期限届满时间应晚于起始时间。', 'The end must come after the beginning.'),
  })

const Thing = z.strictObject({
  name: text(100),
  quantity: z.number().min(0.001).max(1_000_000_000),
  unit: text(20),
  condition: text(300).optional(),
})

/** Everything a transfer carries: the content of the matter. Each property is one step of the writing assistant. */
export const Submission = z
  .strictObject({
    to: agencies(1),
    ground: Ground,
    case: Case,
    party: Party,
    vehicle: Vehicle.optional(),
    ship: Ship.optional(),
    overload: Overload.optional(),
    measures: list(Measure, 50).optional(),
    objects: list(Thing.extend({ custody: text(200) }), 200).optional(),
    officers: officers(),
    contact: contact(),
    notApplicable: list(z.strictObject({ item: materialItem, reason: text(300) }), 30).optional(),
    declaration: z.strictObject({ evidenceSecured: confirm(), noStateSecrets: confirm() }),
  })
  .refine((it) => !it.overload || it.vehicle, {
    path: ['vehicle'],
    ...saying('超限案件请填写车辆。', 'An overload case needs its vehicle.'),
  })
export type Submission = z.infer<typeof Submission>

const nothing = z.strictObject({})
const noteOnly = z.strictObject({ note: prose(1_000).optional() })
const reasonOnly = z.strictObject({ reason: prose(1_000) })
const groundsOnly = z.strictObject({ grounds: prose(3_000) })

const decided = { decisionNumber: text(100), decidedOn: day(), summary: prose(3_000) }

/** How the case ended, by the four outcomes of 行政处罚法 Art. 57. Only a penalty has penalties. */
const Decision = z.discriminatedUnion('outcome', [
  withFittingAmounts(
    z.strictObject({
      outcome: z.literal('penalty'),
      ...decided,
      penalties: choices(penaltyKinds),
      fineYuan: money().optional(),
      confiscatedYuan: money().optional(),
    }),
  ),
  z.strictObject({ outcome: z.literal('no-penalty-minor'), ...decided }),
  z.strictObject({ outcome: z.literal('no-penalty-unfounded'), ...decided }),
  z.strictObject({ outcome: z.literal('judicial'), ...decided }),
])

/** What each action of a case transfer carries. */
export const caseTransferForms = {
  submit: Submission,
  discard: z.strictObject({ reason: prose(1_000).optional() }),
  approve: z.strictObject({ opinion: prose(1_000) }),
  sendBack: reasonOnly,
  withdraw: nothing,
  send: nothing,
  acknowledge: nothing,
  giveUp: reasonOnly,
  askBack: reasonOnly,
  release: noteOnly,
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
  accept: z.strictObject({ contact: contact().optional(), note: prose(1_000).optional() }),
  object: z.strictObject({
    reason: choice(objectionReasons),
    grounds: prose(3_000),
    legalBasis: prose(500),
    suggested: agencies(3).optional(),
  }),
  concede: noteOnly,
  insist: groundsOnly,
  maintain: groundsOnly,
  takeUp: TakingUp,
  referOnTakingUp: z.strictObject({}),
  designateAnswerer: z.strictObject(designation),
  designateAsker: z.strictObject(designation),
  handOver: z.strictObject({
    at: instant(),
    place: text(200),
    items: asBefore(list(Thing, 200, 1), 'objects'),
    handedBy: ownName(),
    note: prose(1_000).optional(),
  }),
  confirmHandOver: z.strictObject({
    at: instant(),
    receivedBy: ownName(),
    discrepancies: prose(2_000).optional(),
  }),
  tellParty: z.strictObject({
    method: choice(serviceMethods),
    at: instant(),
    note: prose(1_000).optional(),
  }),
  file: z.strictObject({ caseNumber: text(64), filedAt: instant(), officers: officers() }),
  declineToFile: z.strictObject({ reason: choice(notFiledReasons), grounds: prose(3_000) }),
  decide: Decision,
  reportResult: z.strictObject({ summary: asBefore(prose(3_000)), execution: choice(executionStates) }),
  confirmResult: noteOnly,
} as const
