import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import { agencies, choice, confirm, contact, day, list } from '../form-fields.ts'
import { consultationWays } from '../jurisdiction-dispute/jurisdiction-dispute.contract.ts'

/** What is consulted on 磋商事项. */
export const consultationMatters = [
  'joint-action',
  'cross-region-case',
  'jurisdiction',
  'applicable-law',
  'procedure',
  'special-action',
  'emergency',
  'other',
] as const

/** How a participant takes part. */
export const attendances = ['attends', 'remote', 'in-writing'] as const

/** What came of a topic. */
export const topicOutcomes = ['agreed', 'partly', 'not-agreed', 'referred', 'postponed'] as const

/** What one participant holds; all of them read it. */
const Position = z.strictObject({
  view: prose(3_000),
  proposal: prose(2_000).optional(),
  legalBasis: prose(500).optional(),
})

/** The invitation: the content of the matter. */
export const Call = z.strictObject({
  to: agencies(10),
  consultation: z.strictObject({
    subject: text(100),
    about: choice(consultationMatters),
    background: prose(3_000),
    caseNumber: text(64).optional(),
  }),
  topics: list(z.strictObject({ topic: text(200), note: prose(500).optional() }), 20, 1),
  meeting: z.strictObject({
    way: choice(consultationWays),
    at: instant(),
    place: text(200).optional(),
  }),
  position: Position,
  contact: contact(),
  declaration: z.strictObject({ noStateSecrets: confirm() }),
})
export type Call = z.infer<typeof Call>

const noteOnly = z.strictObject({ note: prose(1_000).optional() })
const reasonOnly = z.strictObject({ reason: prose(1_000) })

/** What each action carries. */
export const consultationForms = {
  call: Call,
  discard: z.strictObject({ reason: prose(1_000).optional() }),
  giveUp: reasonOnly,
  cancel: reasonOnly,
  join: z.strictObject({
    attendance: choice(attendances),
    delegates: text(200).optional(),
    position: Position,
  }),
  restate: z.strictObject({ position: Position }),
  writeMinutes: z.strictObject({
    heldAt: instant(),
    way: choice(consultationWays),
    participants: prose(1_000),
    minutes: prose(8_000),
    outcomes: list(
      z.strictObject({
        topic: text(200),
        outcome: choice(topicOutcomes),
        result: prose(1_000),
        responsible: text(150).optional(),
        until: day().optional(),
      }),
      30,
      1,
    ),
  }),
  confirm: noteOnly,
  correct: z.strictObject({ corrections: prose(3_000) }),
  close: noteOnly,
} as const
