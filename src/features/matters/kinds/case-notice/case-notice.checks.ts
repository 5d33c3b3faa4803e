import { invalidInput } from '../../../../kernel/faults.ts'
import type { EffectInput } from '../../kind.ts'
import { futureFaults } from '../future-faults.ts'
import type { Answer, Submission } from './case-notice.contract.ts'

/** What the forms cannot see. */
export const caseNoticeChecks = {
  submit: async (input: EffectInput) =>
    refuseFuture(input, [
      ['decision', 'occurredAt'],
      ['decision', 'decidedOn'],
      ['decision', 'handledOn'],
    ]),
  answer: async (input: EffectInput) => refuseAnswer(input),
  amendAnswer: async (input: EffectInput) => refuseAnswer(input),
  recall: async (input: EffectInput) => refuseFuture(input, [['decidedOn']]),
} as const

function refuseFuture({ body, now }: EffectInput, paths: readonly (readonly (string | number)[])[]): void {
  const faults = futureFaults(body, paths, now)
  if (faults.length > 0) throw invalidInput(faults)
}

/** Every measure that was asked for is answered, each once. */
function refuseAnswer(input: EffectInput): void {
  const { outcomes } = input.body as Answer
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
