import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import { agencies, asBefore, choice, choices, confirm, list, officers } from '../form-fields.ts'
import { Subject } from '../subject-fields.ts'

/** The fields in which clues are shared 重点领域. */
export const clueDomains = [
  'coaches-hazmat',
  'scheduled-coach',
  'tour-coach',
  'hazmat',
  'overload',
  'oversize',
  'illegal-operation',
  'shipping',
  'roadside',
  'other',
] as const

/** Where a clue came from 线索来源. */
export const clueSources = ['inspection', 'report', 'public-opinion', 'screening', 'analysis'] as const

/** How far the source can be relied on, from A (completely) to D (not at all); X: it cannot be judged. */
export const sourceGrades = ['A', 'B', 'C', 'D', 'X'] as const

/** How sure the content is, from 1 (confirmed) to 4 (cannot be judged). */
export const contentGrades = ['1', '2', '3', '4'] as const

/** When a clue is worth pushing 推送条件: one of these at least. */
export const pushReasons = ['source-hazard', 'prominent-pattern', 'gang', 'belongs-to-member'] as const

export const clueUrgencies = ['normal', 'urgent'] as const

/** Why a receiver gives a clue back; free text alone is no reason. */
export const returnReasons = [
  'NoJurisdiction',
  'InsufficientEvidence',
  'Duplicate',
  'AlreadyFiledElsewhere',
  'OutsideLimitation',
  'NotAnOffenceHere',
  'WrongSubject',
] as const

/** How useful the outcome was to the finder. */
export const usefulnessGrades = ['high', 'some', 'little', 'none'] as const

/**
 * Everything a clue carries: the content of the matter. Who reported it is not among it: every receiver reads a clue, and
 * the identity of a reporter is kept by the agency that took the report.
 */
export const Push = z.strictObject({
  to: agencies(20),
  what: z.strictObject({
    title: text(100),
    domain: choice(clueDomains),
    facts: prose(5_000),
    place: text(200),
    occurredAt: instant().optional(),
  }),
  source: z.strictObject({
    kind: choice(clueSources),
    sourceGrade: choice(sourceGrades),
    contentGrade: choice(contentGrades),
  }),
  assessment: z.strictObject({
    pushReasons: choices(pushReasons),
    urgency: choice(clueUrgencies),
    suggestion: prose(1_000).optional(),
  }),
  subjects: list(Subject, 50).optional(),
  declaration: z.strictObject({ noReporter: confirm(), noStateSecrets: confirm() }),
})
export type Push = z.infer<typeof Push>

const nothing = z.strictObject({})

const Conclusion = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('filed'),
    findings: prose(5_000),
    caseNumber: text(64),
    filingAgency: text(150).optional(),
  }),
  z.strictObject({ outcome: z.literal('no-basis'), findings: prose(5_000) }),
  z.strictObject({
    outcome: z.literal('onward'),
    findings: prose(5_000),
    onwardTo: agencies(5),
    reason: prose(1_000),
  }),
])

/** What each action of a clue carries. */
export const clueForms = {
  push: Push,
  discard: z.strictObject({ reason: prose(1_000).optional() }),
  acknowledge: nothing,
  giveUp: z.strictObject({ reason: prose(1_000) }),
  askBack: z.strictObject({ reason: prose(1_000) }),
  release: z.strictObject({ note: prose(1_000).optional() }),
  take: z.strictObject({ officers: officers().optional(), note: prose(1_000).optional() }),
  return: z.strictObject({ reason: choice(returnReasons), grounds: prose(3_000) }),
  extend: z.strictObject({ reason: prose(1_000) }),
  conclude: Conclusion,
  feedback: z.strictObject({
    summary: asBefore(prose(3_000), 'findings'),
    caseNumber: asBefore(text(64)).optional(),
    measuresTaken: prose(2_000).optional(),
  }),
  rate: z.strictObject({ usefulness: choice(usefulnessGrades), comment: prose(1_000).optional() }),
} as const
