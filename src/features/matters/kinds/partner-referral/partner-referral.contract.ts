import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import { notFiledReasons } from '../case-transfer/case-transfer.contract.ts'
import {
  agencies,
  asBefore,
  choice,
  confirm,
  contact,
  list,
  money,
  needing,
  ownName,
  saying,
} from '../form-fields.ts'
import { lightForms } from '../light-exchange.ts'
import { Party, Ship, Vehicle } from '../subject-fields.ts'
import { referralTypes } from './referral-types.ts'

/** A clue 线索 to be looked into, or a case 案件 with what was found already. */
export const referralNatures = ['clue', 'case'] as const

export const referralUrgencies = ['normal', 'urgent'] as const

/** Why a referral is not taken; free text alone is no reason. */
export const declineReasons = [
  'NoJurisdiction',
  'AlreadyFiledElsewhere',
  'NotAnOffenceHere',
  'OutsideLimitation',
  'Duplicate',
] as const

/** How it ended. */
export const referralOutcomes = ['penalty', 'no-penalty', 'criminal', 'other'] as const

const Thing = z.strictObject({
  name: text(100),
  quantity: z.number().min(0.001).max(1_000_000_000),
  unit: text(20),
  condition: text(300).optional(),
})

/** Seats and people aboard, and what they paid, as found on the spot. */
const Occupancy = z
  .strictObject({
    seats: z.int().min(1).max(200),
    aboard: z.int().min(1).max(500),
    payers: z.int().min(0).max(500).optional(),
    fareYuan: money().optional(),
  })
  .refine((it) => it.payers === undefined || it.payers <= it.aboard, {
    path: ['payers'],
    ...saying('付费乘客不能多于实载人数。', 'No more can have paid than were aboard.'),
  })

/** Transport agencies, which open matters of every kind, refer to partners; partners, which only refer, to them. */
const whoRefers = Object.fromEntries(
  referralTypes.map(({ type, to }) => [type, to === 'partner' ? 'open' : 'refer']),
)

/** Everything a referral carries. The finder of a partner department has a badge number where ours have a certificate. */
export const Referral = z.strictObject({
  to: agencies(1),
  referral: z.strictObject({
    type: choice(referralTypes.map(({ type }) => type)).meta({ offeredTo: whoRefers }),
    nature: choice(referralNatures),
    urgency: choice(referralUrgencies),
    reasons: prose(2_000),
    legalBasis: prose(500),
    documentNumber: text(100).optional(),
  }),
  facts: z.strictObject({
    title: text(100),
    facts: prose(5_000),
    place: text(200),
    occurredAt: instant(),
  }),
  party: Party.optional(),
  vehicle: Vehicle.optional(),
  occupancy: Occupancy.optional(),
  ship: Ship.optional(),
  custody: z.strictObject({ promisedAt: instant(), place: text(200), items: list(Thing, 200, 1) }).optional(),
  finders: list(z.strictObject({ name: text(60), badge: text(25) }), 9, 1),
  contact: contact(),
  declaration: z.strictObject({ noReporter: confirm(), noStateSecrets: confirm() }),
})
export type Referral = z.infer<typeof Referral>

/** What each action of a referral carries. */
export const partnerReferralForms = {
  ...lightForms,
  send: Referral,
  accept: z.strictObject({
    receiptNumber: text(64).optional(),
    contact: contact().optional(),
    note: prose(1_000).optional(),
  }),
  decline: needing(
    z.strictObject({
      reason: choice(declineReasons),
      grounds: prose(3_000),
      competent: text(150).optional(),
    }),
    {
      competent: {
        where: 'reason',
        is: ['NoJurisdiction'],
        ...saying('请写明应由哪个部门办理。', 'Say which department is competent.'),
      },
    },
  ),
  file: z.strictObject({ caseNumber: text(64), filedAt: instant() }),
  declineToFile: z.strictObject({ reason: choice(notFiledReasons), grounds: prose(3_000) }),
  handOver: z.strictObject({
    at: instant(),
    place: asBefore(text(200), 'custody.place'),
    items: asBefore(list(Thing, 200, 1), 'custody.items'),
    handedBy: ownName(),
    note: prose(1_000).optional(),
  }),
  confirmHandOver: z.strictObject({
    at: instant(),
    receivedBy: ownName(),
    discrepancies: prose(2_000).optional(),
  }),
  reportResult: needing(
    z.strictObject({
      outcome: choice(referralOutcomes),
      decisionNumber: text(100).optional(),
      summary: prose(3_000),
    }),
    {
      decisionNumber: {
        where: 'outcome',
        is: ['penalty'],
        ...saying('给予处罚的，请填写决定书文号。', 'Give the number of the decision.'),
      },
    },
  ),
  confirm: z.strictObject({ note: prose(1_000).optional() }),
} as const
