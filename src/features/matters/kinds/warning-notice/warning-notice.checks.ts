import { invalidInput } from '../../../../kernel/faults.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import { refuseUnfitEnd } from '../longest-term.ts'
import type { Warning } from './warning-notice.contract.ts'

/** What the forms of a warning notice cannot see. */
export const warningNoticeChecks = {
  send: async (input: EffectInput) =>
    refuseUnfitEnd(input, {
      until: (input.body as Warning).warning.validUntil,
      path: ['warning', 'validUntil'],
      ruleId: 'WARNING_LONGEST',
    }),
  reportHit: async (input: EffectInput) => {
    refuseFuture(input, [['at']])
    refuseUnknownSubject(input.matter.content as Warning, input.body.subject)
  },
} as const

/** Refuses a hit on an entry the warning does not have. */
function refuseUnknownSubject({ subjects = [] }: Warning, hit: unknown): void {
  if (hit === undefined || Number(hit) <= subjects.length) return
  throw invalidInput([
    {
      path: ['subject'],
      message: {
        zh: `预警中只列了 ${subjects.length} 个对象，请重新选择，或留空并在情况中说明。`,
        en: `The warning lists ${subjects.length}; choose again, or leave it empty and describe it.`,
      },
    },
  ])
}
