import { z } from 'zod'
import { instant, personal, prose, text } from '../../../../kernel/text.ts'
import {
  agencies,
  areDistinct,
  asAsked,
  asBefore,
  choice,
  confirm,
  contact,
  list,
  needing,
  officers,
  openEntryOf,
  phone,
  saying,
} from '../form-fields.ts'
import { formalRequestForms } from '../formal-request.ts'
import { Organisation, Person, Ship, Vehicle } from '../subject-fields.ts'

/** Tasks for which somebody is asked questions; the asker writes down which. */
export const statementTasks = ['take-statement', 'remote-statement'] as const

/** Tasks that are carried out without questions. */
export const plainTasks = [
  'accept-own-statement',
  'fetch-record',
  'collect-data',
  'inspect',
  'verify-document',
  'verify-vehicle',
  'identify-person',
  'obtain-certificate',
  'give-notice',
] as const

export const coInvestigationUrgencies = ['normal', 'urgent'] as const

/** Why the asked agency does not help. Within its powers it must (行政处罚法 Art. 26), so workload is no reason. */
export const declineReasons = ['OutOfPowers', 'LegalBar', 'WrongPlace', 'Impossible'] as const

/** Why a single task could not be done. */
export const unableReasons = [
  'person-not-found',
  'person-refused',
  'record-not-kept',
  'record-elsewhere',
  'object-gone',
  'out-of-powers',
  'legal-bar',
] as const

/** How the identity of somebody who is asked by video was checked. */
export const identityChecks = ['id-card', 'driving-licence', 'qualification', 'household', 'other'] as const

/** How somebody who was asked by video confirmed the record. */
export const signatures = ['on-paper', 'electronic', 'refused'] as const

const statement = <const K extends string>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    person: personal(text(60), 'name'),
    phone: personal(phone(), 'phone').optional(),
    address: personal(text(200), 'address').optional(),
    what: prose(1_000),
    outline: prose(5_000, 10),
  })

const plain = <const K extends string>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), what: prose(2_000), where: text(200).optional() })

/** One task of the request. A statement needs its outline 询问提纲: the officer who asks knows nothing of the case. */
const Task = z.discriminatedUnion('kind', [
  statement('take-statement'),
  statement('remote-statement'),
  plain('accept-own-statement'),
  plain('fetch-record'),
  plain('collect-data'),
  plain('inspect'),
  plain('verify-document'),
  plain('verify-vehicle'),
  plain('identify-person'),
  plain('obtain-certificate'),
  plain('give-notice'),
])

const Subject = z.discriminatedUnion('kind', [
  Vehicle.safeExtend({ kind: z.literal('vehicle') }),
  Ship.extend({ kind: z.literal('ship') }),
  Organisation,
  Person,
])

/** Most tasks of one request: what an officer can still keep in mind. */
export const mostTasks = 20

/** Everything a request carries: the content of the matter, as the letter 协助调查函 needs it. */
export const Request = z.strictObject({
  to: agencies(10),
  case: needing(
    z.strictObject({
      number: text(64),
      cause: text(100),
      facts: prose(3_000),
      legalBasis: prose(500),
      urgency: choice(coInvestigationUrgencies),
      urgencyReason: text(300).optional(),
    }),
    {
      urgencyReason: {
        where: 'urgency',
        is: ['urgent'],
        ...saying('紧急协查请说明紧急的理由。', 'Say why it is urgent.'),
      },
    },
  ),
  subjects: list(Subject, 20).optional(),
  tasks: list(Task, mostTasks, 1),
  officers: officers(),
  contact: contact(),
  declaration: z.strictObject({ needed: confirm(), noStateSecrets: confirm() }),
})
export type Request = z.infer<typeof Request>

const task = (...kinds: readonly string[]) =>
  openEntryOf('tasks', mostTasks, kinds.length > 0 ? kinds : undefined)

/**
 * The answer to one task. A statement by video names who asked and who checked the identity: two officers on each side, the rights
 * told, the recording kept, the record signed.
 */
const TaskAnswer = z.discriminatedUnion('result', [
  z.strictObject({
    result: z.literal('done'),
    task: task('take-statement', ...plainTasks),
    findings: prose(5_000),
    doneAt: instant(),
    place: text(200).optional(),
    officers: asBefore(officers()),
    originals: text(300).optional(),
  }),
  needing(
    z
      .strictObject({
        result: z.literal('remote'),
        task: task('remote-statement'),
        findings: prose(5_000),
        doneAt: instant(),
        endedAt: instant(),
        officers: asBefore(officers()),
        askedBy: asAsked(officers(), 'officers'),
        identity: choice(identityChecks),
        rightsTold: confirm(),
        recorded: confirm(),
        signature: choice(signatures),
        signatureNote: text(300).optional(),
      })
      .refine((it) => Date.parse(it.endedAt) > Date.parse(it.doneAt), {
        path: ['endedAt'],
        ...saying('结束时间应晚于开始时间。', 'The end must come after the beginning.'),
      })
      .refine(
        (it) =>
          areDistinct([...it.officers, ...it.askedBy].map(({ certificateNumber }) => certificateNumber)),
        {
          path: ['askedBy'],
          ...saying(
            '双方各派执法人员，证号不能与本机关人员相同。',
            'Each side has officers of its own; no certificate can stand on both.',
          ),
        },
      ),
    {
      signatureNote: {
        where: 'signature',
        is: ['refused'],
        ...saying('拒绝签名的，请写明情况。', 'Where signing was refused, write how it came about.'),
      },
    },
  ),
  z.strictObject({
    result: z.literal('unable'),
    task: task(),
    unableReason: choice(unableReasons),
    tried: prose(2_000),
    suggestion: prose(1_000).optional(),
  }),
])
export type TaskAnswer = z.infer<typeof TaskAnswer>

/** What each action of a co-investigation carries. */
export const coInvestigationForms = {
  ...formalRequestForms,
  submit: Request,
  take: z.strictObject({ officers: officers(), contact: contact() }),
  decline: z.strictObject({
    declineReason: choice(declineReasons),
    grounds: prose(3_000),
    suggested: agencies(3).optional(),
  }),
  answerTask: TaskAnswer,
  reply: z.strictObject({ summary: prose(3_000), handover: text(300).optional() }),
  extend: z.strictObject({ reason: prose(1_000) }),
  askMore: z.strictObject({ missing: prose(2_000) }),
  supply: z.strictObject({ supplement: prose(5_000) }),
  confirm: z.strictObject({ note: prose(1_000).optional() }),
} as const
