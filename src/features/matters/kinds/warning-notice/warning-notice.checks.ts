import { sql } from 'kysely'
import { invalidInput } from '../../../../kernel/faults.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import { refuseUnfitEnd } from '../longest-term.ts'
import type { Warning, Withdrawal } from './warning-notice.contract.ts'

/** What the forms of a warning notice cannot see. */
export const warningNoticeChecks = {
  send: async (input: EffectInput) =>
    refuseUnfitEnd(input, {
      until: (input.body as Warning).warning.validUntil,
      path: ['warning', 'validUntil'],
      ruleId: 'WARNING_LONGEST',
    }),
  withdraw: refuseUnknownReplacement,
  reportHit: async (input: EffectInput) => {
    refuseFuture(input, [['at']])
    refuseUnknownSubject(input.matter.content as Warning, input.body.subject)
  },
} as const

/** Refuses a withdrawal in favour of what is no warning in force: its letter sends everybody to that number. */
async function refuseUnknownReplacement({ tx, matter, body }: EffectInput): Promise<void> {
  const { replacedBy } = body as Withdrawal
  if (replacedBy === undefined) return
  const { rows } = await sql`
    select from matter m where m.number = ${replacedBy} and m.kind = 'warning-notice' and m.id <> ${matter.id}
      and exists (select from leg l where l.matter_id = m.id and l.state in ('sent', 'acknowledged'))`.execute(
    tx,
  )
  if (rows.length > 0) return
  throw invalidInput([
    {
      path: ['replacedBy'],
      message: {
        zh: '没有查到这个编号的、正在生效的预警。请先发布新预警，再填写其编号。',
        en: 'No warning of this number is in force. Issue the new one first, then give its number.',
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
