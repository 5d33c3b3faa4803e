import { invalidInput } from '../../../../kernel/faults.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import type { Warning } from './warning-notice.contract.ts'

/** A warning that holds for longer is no warning but a rule. */
const longestDays = 180

/** What the forms of a warning notice cannot see. */
export const warningNoticeChecks = {
  send: async ({ body, now }: EffectInput) => refuseUnfitValidity(body as Warning, now),
  reportHit: async (input: EffectInput) => {
    refuseFuture(input, [['at']])
    refuseUnknownSubject(input.matter.content as Warning, input.body.subject)
  },
} as const

/** Refuses a validity that is over already, or that would never be looked at again. */
function refuseUnfitValidity({ warning }: Warning, now: string): void {
  const days = (Date.parse(warning.validUntil) - Date.parse(now)) / 86_400_000
  if (days > 0 && days <= longestDays) return
  throw invalidInput([
    {
      path: ['warning', 'validUntil'],
      message: {
        zh: `有效期应在将来，且不超过 ${longestDays} 天；期满仍有必要的，另行发布。`,
        en: `It must lie ahead, within ${longestDays} days; issue another one if need be then.`,
      },
    },
  ])
}

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
