import { z } from 'zod'
import { instant, prose, text } from '../../../../kernel/text.ts'
import { agencies, choice, confirm, contact, entryOf, list, needing, saying } from '../form-fields.ts'
import { lightForms } from '../light-exchange.ts'
import { Subject } from '../subject-fields.ts'

/** The four colours of national early warning, from the gravest. They set the time for signing. */
export const severities = ['red', 'orange', 'yellow', 'blue'] as const

/** What is warned of 预警类别. */
export const warningCategories = [
  'illegal-operation',
  'overload',
  'hazmat',
  'passenger-safety',
  'forged-documents',
  'obstruction',
  'mass-incident',
  'waterway',
  'weather-road',
  'other',
] as const

/** Why a warning is withdrawn. */
export const withdrawalReasons = ['over', 'found', 'wrong', 'replaced'] as const

/** Everything a warning carries. Who reported it is not among it: every member reads it. */
export const Warning = z.strictObject({
  to: agencies(200),
  warning: z.strictObject({
    title: text(100),
    severity: choice(severities),
    category: choice(warningCategories),
    facts: prose(5_000),
    area: text(200),
    validUntil: instant(),
  }),
  request: z.strictObject({ measures: prose(2_000), onHit: prose(1_000).optional() }),
  subjects: list(Subject, 50).optional(),
  contact: contact(),
  declaration: z.strictObject({ noReporter: confirm(), noStateSecrets: confirm() }),
})
export type Warning = z.infer<typeof Warning>

const Withdrawal = z
  .strictObject({
    reason: choice(withdrawalReasons),
    explanation: prose(1_000),
    replacedBy: text(64).optional(),
  })
  .refine((it) => it.reason === 'replaced' || it.replacedBy === undefined, {
    path: ['replacedBy'],
    ...saying(
      '只有以新预警代替的才填写编号，请留空。',
      'Leave this empty unless another warning takes its place.',
    ),
  })
export type Withdrawal = z.infer<typeof Withdrawal>

const { askBack: _, release: __, ...begin } = lightForms

/** What each action of a warning notice carries. */
export const warningNoticeForms = {
  ...begin,
  send: Warning,
  update: z.strictObject({ facts: prose(5_000), measures: prose(2_000).optional() }),
  acknowledgeUpdate: z.strictObject({}),
  withdraw: needing(Withdrawal, {
    replacedBy: {
      where: 'reason',
      is: ['replaced'],
      ...saying('请先发布新预警，再填写其编号。', 'Issue the new warning first, then give its number.'),
    },
  }),
  confirmWithdrawal: z.strictObject({ note: prose(1_000).optional() }),
  expire: z.strictObject({}),
  reportHit: z.strictObject({
    subject: entryOf('subjects', 50).optional(),
    at: instant(),
    place: text(200),
    facts: prose(3_000),
    handling: prose(2_000),
    caseNumber: text(64).optional(),
  }),
} as const
