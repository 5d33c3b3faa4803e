import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import { serviceMethods } from '../case-transfer/case-transfer.contract.ts'
import { designation, TakingUp } from '../designation.ts'
import { agencies, choice, confirm, contact, day, list, ownName, saying } from '../form-fields.ts'
import { Party, Ship, Vehicle } from '../subject-fields.ts'

/** What sort of behaviour the dispute is about: earlier disputes are found by it. */
export const behaviours = [
  'overload',
  'oversize',
  'illegal-passenger',
  'illegal-freight',
  'hazmat',
  'tour-coach',
  'taxi',
  'waterway',
  'road-damage',
  'other',
] as const

/** Both claim the case 积极争议, or both decline it 消极争议. */
export const conflictKinds = ['both-claim', 'both-decline'] as const

/** Who has jurisdiction, said the same way by both sides. */
export const disputeSides = ['asker', 'answerer'] as const

/** How the two consulted 协商方式. */
export const consultationWays = ['meeting', 'video', 'telephone', 'writing'] as const

/**
 * What one side holds. Both state the same fields, so that they stand next to each other; the moment of filing decides
 * unless something else does (行政处罚法 Art. 25: the one that filed first).
 */
const Position = z
  .strictObject({
    competent: choice(disputeSides),
    caseNumber: text(64).optional(),
    filedAt: instant().optional(),
    reasons: prose(3_000),
    legalBasis: prose(1_000),
    evidence: prose(2_000),
    measures: prose(1_000).optional(),
  })
  .refine((it) => it.caseNumber === undefined || it.filedAt !== undefined, {
    path: ['filedAt'],
    ...saying(
      '填写了案号的，请填写立案时间；未立案的都留空。',
      'Say when the case of this number was filed, or give neither where nothing was filed.',
    ),
  })
  .refine((it) => it.filedAt === undefined || it.caseNumber !== undefined, {
    path: ['caseNumber'],
    ...saying(
      '填写了立案时间的，请填写案号；未立案的都留空。',
      'Give the number of the case filed then, or neither where nothing was filed.',
    ),
  })
export type Position = z.infer<typeof Position>

/** Everything a dispute is raised with: the content of the matter. */
export const Raise = z.strictObject({
  to: agencies(1),
  dispute: z.strictObject({
    conflict: choice(conflictKinds),
    behaviour: choice(behaviours),
    cause: text(100),
    caseNumber: text(64).optional(),
    place: text(200),
    road: text(100).optional(),
    occurredAt: instant(),
    facts: prose(5_000),
  }),
  party: Party,
  vehicle: Vehicle.optional(),
  ship: Ship.optional(),
  position: Position,
  contact: contact(),
  declaration: z.strictObject({ evidenceSecured: confirm(), noStateSecrets: confirm() }),
})
export type Raise = z.infer<typeof Raise>

const reasonOnly = z.strictObject({ reason: prose(1_000) })

const Agreement = z.strictObject({
  agreedOn: day(),
  way: choice(consultationWays),
  participants: prose(500),
  minutes: prose(3_000),
  againstFirstFiling: prose(1_000).optional(),
})
export type Agreement = z.infer<typeof Agreement>

/** Whether the party was told which organ has the case now 书面告知当事人. */
const Notice = z.discriminatedUnion('told', [
  z.strictObject({ told: z.literal('told'), method: choice(serviceMethods), at: instant() }),
  z.strictObject({ told: z.literal('not-needed'), why: prose(500) }),
])

const Referral = z.strictObject({ consulted: prose(2_000), opinion: prose(3_000), legalBasis: prose(500) })

/** What each action of a dispute carries. */
export const jurisdictionDisputeForms = {
  raise: Raise,
  discard: z.strictObject({ reason: prose(1_000).optional() }),
  takePosition: z.strictObject({ position: Position, contact: contact() }),
  revisePosition: z.strictObject({ position: Position }),
  giveUp: reasonOnly,
  drop: reasonOnly,
  settleOnAsker: Agreement,
  settleOnAnswerer: Agreement,
  escalate: Referral,
  demandDesignation: Referral,
  takeUp: TakingUp,
  escalateOnDemand: z.strictObject({}),
  designateAsker: z.strictObject(designation),
  designateAnswerer: z.strictObject(designation),
  designateOther: z.strictObject({ agency: agencies(1), ...designation }),
  handOver: z.strictObject({
    stoppedAt: instant(),
    items: list(
      z.strictObject({ name: text(100), quantity: z.number().min(0.001).max(1_000_000_000), unit: text(20) }),
      200,
    ),
    notice: Notice,
    note: prose(1_000).optional(),
  }),
  confirmHandOver: z.strictObject({ receivedBy: ownName(), discrepancies: prose(2_000).optional() }),
  reportTransfer: z.strictObject({ summary: prose(2_000), transferNumber: text(64).optional() }),
} as const
