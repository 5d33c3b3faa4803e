import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import {
  agencies,
  areDistinct,
  asBefore,
  choice,
  confirm,
  contact,
  day,
  entryOf,
  list,
  needing,
  officers,
  ownNames,
  saying,
} from '../form-fields.ts'
import { formalRequestForms } from '../formal-request.ts'
import { Party, Vehicle } from '../subject-fields.ts'

/** What is done without coercion. */
export const plainHelps = [
  'urge-performance',
  'check-correction',
  'stop-operation',
  'collect-licence',
  'find-object',
  'keep-object',
  'return-object',
] as const

/** What coerces 行政强制措施: done by the statutory organ of the place and nobody else (行政强制法 Art. 17). */
export const coerciveHelps = ['seal', 'seize'] as const

/** Why a decision may be carried out at all. */
export const decisionEffects = ['effective', 'remedies-over', 'measure'] as const

export const executionUrgencies = ['normal', 'urgent'] as const

/** Why an agency does not help with carrying out a decision. */
export const executionDeclineReasons = [
  'OutOfPowers',
  'LegalBar',
  'WrongPlace',
  'DecisionNotEnforceable',
  'Impossible',
] as const

/** Why something was carried out in part or not at all. */
export const shortfallReasons = [
  'party-not-found',
  'object-not-found',
  'party-unable',
  'third-party-rights',
  'under-remedy',
  'out-of-powers',
  'legal-bar',
  'other',
] as const

const plain = <const K extends string>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), what: prose(2_000), where: text(200).optional() })

const coercive = <const K extends (typeof coerciveHelps)[number]>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    what: prose(2_000),
    where: text(200),
    measureBasis: prose(500),
    object: text(200),
  })

const Help = z.discriminatedUnion('kind', [
  plain('urge-performance'),
  plain('check-correction'),
  plain('stop-operation'),
  plain('collect-licence'),
  plain('find-object'),
  plain('keep-object'),
  plain('return-object'),
  coercive('seal'),
  coercive('seize'),
])

/** Most things asked for at once. */
export const mostHelps = 10

/** Everything a request carries: the content of the matter, as the letter 协助执行函 needs it. */
export const ExecutionRequest = z.strictObject({
  to: agencies(1),
  decision: needing(
    z.strictObject({
      caseNumber: text(64),
      number: text(100),
      decidedOn: day(),
      servedOn: day().optional(),
      holds: prose(2_000),
      effect: choice(decisionEffects),
    }),
    {
      servedOn: {
        where: 'effect',
        is: decisionEffects.filter((effect) => effect !== 'measure'),
        ...saying(
          '决定未送达当事人的，不能执行。请填写送达日期。',
          'A decision is carried out only once it was served; give the day.',
        ),
      },
    },
  ),
  party: Party,
  vehicle: Vehicle.optional(),
  request: z.strictObject({
    legalBasis: prose(500),
    facts: prose(2_000),
    urgency: choice(executionUrgencies),
  }),
  helps: list(Help, mostHelps, 1),
  officers: officers(),
  contact: contact(),
  declaration: z.strictObject({ responsible: confirm(), noStateSecrets: confirm() }),
})
export type ExecutionRequest = z.infer<typeof ExecutionRequest>

const help = (kinds?: readonly string[]) => entryOf('helps', mostHelps, kinds)
const visitors = () => list(z.strictObject({ name: text(60), certificateNumber: text(25) }), 9)

/** What became of one thing that was asked for. */
const Result = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('executed'),
    help: help(plainHelps),
    at: instant(),
    what: prose(3_000),
    officers: asBefore(officers()),
  }),
  z
    .strictObject({
      outcome: z.literal('coerced'),
      help: help(coerciveHelps),
      at: instant(),
      until: instant(),
      place: text(200),
      inOurArea: confirm(),
      inNameOf: ownNames(),
      decisionNumber: text(100),
      what: prose(3_000),
      officers: asBefore(officers()),
      visitors: visitors().optional(),
    })
    .refine((it) => Date.parse(it.until) > Date.parse(it.at), {
      path: ['until'],
      ...saying('期限届满时间应晚于起始时间。', 'The end must come after the beginning.'),
    })
    .refine(
      (it) =>
        areDistinct(
          [...it.officers, ...(it.visitors ?? [])].map(({ certificateNumber }) => certificateNumber),
        ),
      {
        path: ['visitors'],
        ...saying(
          '来访人员只能协助，不能同时作为实施强制措施的执法人员。',
          'Visitors only assist; they are not among the officers who take the measure.',
        ),
      },
    ),
  z.strictObject({
    outcome: z.literal('partly'),
    help: help(plainHelps),
    at: instant(),
    what: prose(3_000),
    officers: asBefore(officers()),
    shortfall: choice(shortfallReasons),
    rest: prose(1_000),
  }),
  z.strictObject({
    outcome: z.literal('not'),
    help: help(),
    shortfall: choice(shortfallReasons),
    tried: prose(2_000),
  }),
])
export type Result = z.infer<typeof Result>

/** What each action of help with execution carries. */
export const executionHelpForms = {
  ...formalRequestForms,
  submit: ExecutionRequest,
  take: z.strictObject({ officers: officers(), contact: contact() }),
  decline: z.strictObject({ declineReason: choice(executionDeclineReasons), grounds: prose(3_000) }),
  extend: z.strictObject({ reason: prose(1_000) }),
  report: z.strictObject({
    results: asBefore(list(Result, mostHelps, 1).meta({ forEach: 'helps', exactly: true })),
    summary: prose(2_000).optional(),
  }),
  confirm: z.strictObject({ note: prose(1_000).optional() }),
  askAgain: z.strictObject({ missing: prose(2_000) }),
} as const
