import { invalidInput } from '../../../../kernel/faults.ts'
import type { Fault } from '../../../../kernel/refusal.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { EffectInput } from '../../kind.ts'
import { futureFaults } from '../future-faults.ts'
import type { Answer, Submission } from './case-notice.contract.ts'
import { caseNoticeWords } from './case-notice.words.ts'

/** What the forms cannot see. */
export const caseNoticeChecks = {
  submit: async (input: EffectInput) => {
    refuseFuture(input, [
      ['decision', 'occurredAt'],
      ['decision', 'decidedOn'],
      ['decision', 'handledOn'],
    ])
    refuseAgainstNobody(input.body as Submission)
  },
  answer: async (input: EffectInput) => refuseAnswer(input),
  amendAnswer: async (input: EffectInput) => refuseAnswer(input),
  recall: async (input: EffectInput) => refuseFuture(input, [['decidedOn']]),
} as const

function refuseFuture({ body, now }: EffectInput, paths: readonly (readonly (string | number)[])[]): void {
  const faults = futureFaults(body, paths, now)
  if (faults.length > 0) throw invalidInput(faults)
}

type Measure = Submission['request']['measures'][number]

/** Whom a measure is against, and where the notice says so: what is asked of the home region it can only do to somebody it knows. */
const against: Readonly<Partial<Record<Measure, (notice: Submission) => Subject>>> = {
  interview: enterpriseOf,
  'suspend-enterprise': enterpriseOf,
  'revoke-licence': enterpriseOf,
  'revoke-vehicle-certificate': ({ vehicle, ship }) => ({
    isKnown: (vehicle?.transportCertificate ?? ship?.transportCertificate) !== undefined,
    path: [vehicle ? 'vehicle' : 'ship', 'transportCertificate'],
    words: { zh: '营运证号', en: 'the number of the transport certificate' },
  }),
  'stop-driver': ({ driver }) => ({
    isKnown: (driver.name ?? driver.qualification) !== undefined,
    path: ['driver', 'name'],
    words: { zh: '驾驶人的姓名或者从业资格证号', en: 'name or qualification of the driver' },
  }),
  'cargo-source': ({ cargo }) => ({
    isKnown: cargo.source !== undefined,
    path: ['cargo', 'source'],
    words: { zh: '装载单位', en: 'who loaded it' },
  }),
}

type Subject = { readonly isKnown: boolean; readonly path: readonly string[]; readonly words: Words }

function enterpriseOf({ vehicle, ship, driver }: Submission): Subject {
  return {
    isKnown: (vehicle?.owner ?? ship?.operator ?? driver.employer) !== undefined,
    path: ['driver', 'employer'],
    words: {
      zh: '所属企业（从业单位或者车船所有人）',
      en: 'the enterprise (employer, or owner of the vehicle)',
    },
  }
}

/** Refuses a measure that is suggested against somebody the notice does not name. */
function refuseAgainstNobody(notice: Submission): void {
  const faults = notice.request.measures.flatMap((measure): Fault[] => {
    const subject = against[measure]?.(notice)
    if (!subject || subject.isKnown) return []
    const name = caseNoticeWords.options['request.measures']?.[measure] ?? { zh: measure, en: measure }
    return [
      {
        path: subject.path,
        message: {
          zh: `建议“${name.zh}”的，请写明${subject.words.zh}。`,
          en: `"${name.en}" is suggested: say ${subject.words.en}.`,
        },
      },
    ]
  })
  if (faults.length > 0) throw invalidInput(faults)
}

/** Every measure that was asked for is answered, each once. */
function refuseAnswer(input: EffectInput): void {
  const { outcomes = [] } = input.body as Answer
  refuseFuture(
    input,
    outcomes.map((_, index) => ['outcomes', index, 'on']),
  )
  const { request } = input.matter.content as Submission
  const answered = outcomes.map(({ measure }) => measure)
  const twice = answered.findIndex((measure, index) => answered.indexOf(measure) !== index)
  const faults = [
    ...(request.measures.some((measure) => !answered.includes(measure))
      ? [
          {
            path: ['outcomes'],
            message: {
              zh: '对方建议的措施还没有全部答复。请逐项写明已请、已采取、已执行、正在复议诉讼，或者未采取的理由。',
              en: 'Not every measure that was asked for is answered: say of each whether it was requested, imposed, executed, is under appeal, or why not.',
            },
          },
        ]
      : []),
    ...(twice >= 0
      ? [
          {
            path: ['outcomes', twice, 'measure'],
            message: { zh: '同一措施答复了两次，请合并。', en: 'This measure is answered twice; keep one.' },
          },
        ]
      : []),
  ]
  if (faults.length > 0) throw invalidInput(faults)
}
