import { invalidInput, refuseTogether } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { commonSuperior } from '../../../agencies/agencies.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import { unansweredEntries } from '../unanswered-entries.ts'
import type { Report } from './data-correction.contract.ts'

/** What the forms of a data correction cannot see. */
export const dataCorrectionChecks = {
  send: async (input: EffectInput) => refuseFuture(input, [['record', 'seenAt']]),
  correct: async (input: EffectInput) => {
    const results = input.body.results as readonly { readonly error: number }[]
    const corrected = results.map((_, index) => ['results', index, 'correctedAt'])
    await refuseTogether(
      () => refuseFuture(input, corrected),
      () => refuseUnanswered(input.matter.content as Report, results),
    )
  },
  challenge: refuseRulingInOwnMatter,
} as const

/** Refuses an answer that leaves a reported error out, answers it twice, or answers one nobody reported. */
function refuseUnanswered({ errors }: Report, results: readonly { readonly error: number }[]): void {
  const faults = unansweredEntries(
    errors.map(({ field }) => field),
    results.map(({ error }) => error),
    'results',
  )
  if (faults.length > 0) throw invalidInput(faults)
}

/** Refuses a challenge that the agency that keeps the record would decide itself, or that nobody could decide. */
async function refuseRulingInOwnMatter({ tx, leg }: EffectInput): Promise<void> {
  const { superior, why } = await commonSuperior(tx, leg.asker_id as AgencyId, leg.answerer_id as AgencyId)
  if (superior && superior.id !== leg.answerer_id) return
  throw new Refusal('not-now', {
    zh: `${superior ? '双方共同的上级就是持有该记录的单位，不能裁决自己的记录。' : why.zh}请确认答复办结，并将争议报请同级政务数据主管部门协调（政务数据共享条例第二十八条）。`,
    en: `${superior ? 'The common superior is the agency that keeps the record and cannot rule on it.' : why.en} Confirm the answer and bring the dispute to the data authority of your level (Government Data Sharing Regulation, art. 28).`,
  })
}
