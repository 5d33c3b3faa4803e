import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import {
  caseSources,
  executionStates,
  penaltyKinds,
  serviceMethods,
} from '../case-transfer/case-transfer.contract.ts'
import {
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
  running,
  saying,
  station,
} from '../form-fields.ts'
import { behaviours } from '../jurisdiction-dispute/jurisdiction-dispute.contract.ts'
import { Overload } from '../overload-fields.ts'
import { withFittingAmounts } from '../penalty-amounts.ts'
import { Party, Ship, Vehicle } from '../subject-fields.ts'

/** Ordinary procedure 普通程序, or summary procedure 简易程序 on the spot (行政处罚法 Arts. 51, 52). */
export const procedures = ['ordinary', 'summary'] as const

/** What a point of a moving offence is: each may be the place of the violation (行政处罚法 Art. 22). */
export const pointRoles = ['origin', 'transit', 'detection', 'destination', 'place'] as const

/** How much weight the case has: it decides on legal review (Art. 58) and collective discussion (Art. 57). */
export const weights = ['plain', 'public-interest', 'complex', 'major'] as const

/** What an investigation proposes, and how a case is decided without penalty (Arts. 33, 57). */
export const outcomesWithoutPenalty = [
  'no-penalty-minor',
  'no-penalty-first',
  'no-penalty-unfounded',
] as const

/** Why the time for deciding rests 中止 [the list is to be checked against the transport procedure rules]. */
export const suspensionReasons = [
  'testing',
  'appraisal',
  'public-notice',
  'other-case',
  'force-majeure',
] as const

/** What became of evidence that was registered and kept (Art. 56). */
export const evidenceEnds = ['returned', 'seized', 'kept-as-evidence', 'appraised', 'transferred'] as const

/** How a seizure ends (行政强制法 Arts. 27, 28). */
export const seizureEnds = ['lifted', 'returned-after-decision', 'confiscated', 'transferred'] as const

/** Why nothing is filed. */
export const notFiledReasons = [
  'NotAnOffenceHere',
  'InsufficientEvidence',
  'OutsideLimitation',
  'AlreadyFiledElsewhere',
  'NoJurisdiction',
] as const

/** Closing grounds 结案情形 of the transport procedure rules. */
export const closingGrounds = [
  'executed',
  'no-penalty',
  'filing-withdrawn',
  'transferred-agency',
  'transferred-judicial',
  'unenforceable',
  'decision-annulled',
  'decision-changed',
  'other',
] as const

/** Who annuls or changes a decision: reconsideration 复议, a court, a superior, or the agency that made it. */
export const revisers = ['reconsideration', 'court', 'superior', 'own'] as const

/** What became of a decision that was looked at again. */
export const revisionResults = ['annulled', 'annulled-redo', 'changed', 'unlawful', 'void'] as const

const sourcesToExplain: readonly string[] = [
  'superior',
  'subordinate',
  'other-department',
  'regional',
  'other',
]

const About = needing(
  z.strictObject({
    cause: text(100),
    behaviour: choice(behaviours),
    procedure: choice(procedures),
    source: choice(caseSources),
    sourceNote: text(200).optional(),
    discoveredAt: instant(),
    facts: prose(5_000),
    law: prose(1_000),
    certificateNumber: text(60).optional(),
  }),
  {
    sourceNote: {
      where: 'source',
      is: sourcesToExplain,
      ...saying('选择该来源时，请写明具体来源。', 'With this source, say where exactly the case came from.'),
    },
  },
)

const Point = z.strictObject({
  role: choice(pointRoles),
  at: instant(),
  place: text(200),
  road: text(100).optional(),
})

/** Where the case is kept when an agency has a case system of its own: that system's number, and a link for those inside. */
const External = z.strictObject({
  system: text(100),
  number: text(64),
  link: text(500)
    .refine(
      (value) => /^https?:\/\/[^\s]+$/.test(value),
      saying('请填写以 http 开头的网址。', 'Write an address that begins with http.'),
    )
    .optional(),
})

/** What a case begins with, as on the filing form 立案登记表: the content of the matter. */
export const Registration = z
  .strictObject({
    about: About,
    points: list(Point, 30, 1),
    party: Party,
    vehicle: Vehicle.optional(),
    ship: Ship.optional(),
    overload: Overload.optional(),
    officers: officers(),
    external: External.optional(),
    contact: contact(),
    declaration: z.strictObject({ noStateSecrets: confirm() }),
  })
  .refine((it) => !it.overload || it.vehicle, {
    path: ['vehicle'],
    ...saying('超限案件请填写车辆。', 'An overload case needs its vehicle.'),
  })
export type Registration = z.infer<typeof Registration>

const reasonOnly = z.strictObject({ reason: prose(1_000) })
/** The number of a measure's document, by which it is known from its beginning to its end. */
const measure = text(100)

const Filing = z.strictObject({
  caseNumber: text(64),
  filedAt: instant().optional(),
  opinion: prose(1_000),
  anotherActBecause: prose(1_000, 10).optional(),
})
export type Filing = z.infer<typeof Filing>

const Seizure = z.strictObject({
  measure,
  takenAt: instant(),
  objects: prose(1_000),
  place: station(),
  reason: prose(1_000),
})

const Conclusion = z.strictObject({
  facts: asBefore(prose(5_000)),
  evidence: asBefore(prose(3_000)),
  law: asBefore(prose(1_000)),
  weight: asBefore(choice(weights)),
  proposal: asBefore(choice(['penalty', ...outcomesWithoutPenalty] as const)),
  reasons: asBefore(prose(3_000)),
})
export type Conclusion = z.infer<typeof Conclusion>

const proposedPenalties = {
  penalties: asBefore(choices(penaltyKinds)),
  fineYuan: asBefore(money()).optional(),
  confiscatedYuan: asBefore(money()).optional(),
}
/** 违法行为通知书: facts, reasons, basis, the intended penalty, and the party's rights (Arts. 44, 45, 63). */
const Notice = withFittingAmounts(
  z.strictObject({
    number: text(100),
    servedAt: instant(),
    method: choice(serviceMethods),
    hearing: choice(['told', 'none'] as const),
    ...proposedPenalties,
  }),
)
export type Notice = z.infer<typeof Notice>

const Decision = withFittingAmounts(
  z.strictObject({
    decisionNumber: text(100),
    decidedOn: day(),
    summary: prose(3_000),
    law: asBefore(prose(1_000)),
    ...proposedPenalties,
  }),
)
export type Decision = z.infer<typeof Decision>

const decided = {
  decisionNumber: text(100),
  decidedOn: day(),
  summary: prose(3_000),
  law: asBefore(prose(1_000)),
}

const revised = {
  by: choice(revisers),
  organ: text(150),
  revisionNumber: text(100),
  decidedOn: day(),
  receivedOn: day(),
  nowHolds: prose(2_000),
}

/** The decision was annulled or changed: by whom, with which document, and what holds now; changed, the penalty that does. */
const Revision = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('annulled'), ...revised }),
  z.strictObject({ result: z.literal('annulled-redo'), ...revised }),
  withFittingAmounts(z.strictObject({ result: z.literal('changed'), ...revised, ...proposedPenalties })),
  z.strictObject({ result: z.literal('unlawful'), ...revised }),
  z.strictObject({ result: z.literal('void'), ...revised }),
])
export type Revision = z.infer<typeof Revision>

/** A penalty on the spot: a warning or a small fine, with the party told and heard there and then (Arts. 44, 51, 52). */
const OnTheSpot = withFittingAmounts(
  z.strictObject({ ...decided, ...proposedPenalties, partyHeard: confirm() }),
)
export type OnTheSpot = z.infer<typeof OnTheSpot>

/** Why a violation is dealt with as the first although another is on record, such as one longer ago than the agreement looks back. */
const firstBecause = prose(1_000, 10).optional()

/** Without penalty on the spot: who is not punished is educated (Art. 33). */
const SparedOnTheSpot = z.strictObject({
  outcome: choice(['no-penalty-minor', 'no-penalty-first'] as const),
  ...decided,
  educated: prose(1_000),
  firstBecause,
})

const WithoutPenalty = needing(
  z.strictObject({
    outcome: choice(outcomesWithoutPenalty),
    ...decided,
    educated: prose(1_000).optional(),
    firstBecause,
  }),
  {
    educated: {
      where: 'outcome',
      is: ['no-penalty-minor', 'no-penalty-first'],
      ...saying(
        '不予处罚的，应当对当事人进行教育（行政处罚法第三十三条），请写明。',
        'Who is not punished is educated (Art. 33): say how.',
      ),
    },
  },
)

/** What each action of a case carries. */
export const caseForms = {
  register: Registration,
  discard: z.strictObject({ reason: prose(1_000).optional() }),
  file: Filing,
  sendBack: reasonOnly,
  declineToFile: z.strictObject({ reason: choice(notFiledReasons), grounds: prose(3_000) }),
  registerEvidence: z.strictObject({ measure, takenAt: instant(), objects: prose(1_000), place: station() }),
  settleEvidence: z.strictObject({
    measure: running('evidence'),
    end: choice(evidenceEnds),
    note: prose(1_000).optional(),
  }),
  seize: Seizure,
  seizeAtOnce: Seizure,
  reportSeizure: z.strictObject({ measure: running('emergencyReport'), approvedBy: text(60) }),
  extendSeizure: z.strictObject({ measure: running('seizure'), reason: prose(1_000) }),
  endSeizure: z.strictObject({
    measure: running('seizure'),
    end: choice(seizureEnds),
    documentNumber: text(100).optional(),
  }),
  suspend: z.strictObject({ reason: choice(suspensionReasons), note: prose(1_000) }),
  resume: z.strictObject({ note: prose(1_000).optional() }),
  extendDecision: reasonOnly,
  conclude: Conclusion,
  reopen: reasonOnly,
  passLegalReview: z.strictObject({ reviewer: ownName(), opinion: prose(2_000) }),
  discuss: z.strictObject({ heldOn: day(), participants: prose(500), conclusion: prose(2_000) }),
  serveNotice: Notice,
  recordDefence: z.strictObject({ statedAt: instant(), statement: prose(3_000), answer: prose(3_000) }),
  requestHearing: z.strictObject({ requestedAt: instant(), note: prose(1_000).optional() }),
  callHearing: z.strictObject({
    noticeServedAt: instant(),
    hearingAt: instant(),
    place: text(200),
    chair: text(60),
  }),
  holdHearing: z.strictObject({ heldAt: instant(), record: prose(5_000), opinion: prose(3_000) }),
  dropHearing: z.strictObject({
    reason: choice(['party-withdrew', 'party-absent'] as const),
    note: prose(1_000).optional(),
  }),
  decide: Decision,
  decideWithoutPenalty: WithoutPenalty,
  decideOnSpot: OnTheSpot,
  spareOnSpot: SparedOnTheSpot,
  serve: z.strictObject({
    servedAt: instant(),
    method: choice(serviceMethods),
    receiptNumber: text(100).optional(),
  }),
  recordExecution: z.strictObject({
    execution: choice(executionStates),
    paidYuan: money().optional(),
    at: instant(),
    note: prose(1_000).optional(),
  }),
  demand: z.strictObject({ number: text(100), servedAt: instant() }),
  applyToCourt: z.strictObject({ court: text(100), appliedOn: day(), note: prose(1_000).optional() }),
  revise: Revision,
  undo: z.strictObject({
    publication: choice(['withdrawn', 'never-published'] as const),
    undone: prose(2_000),
  }),
  redo: reasonOnly,
  close: z.strictObject({ ground: choice(closingGrounds), closedOn: day(), report: prose(3_000) }),
} as const
