import type { z } from 'zod'
import { invalidInput, refuseTogether } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { type Fault, Refusal } from '../../../../kernel/refusal.ts'
import { commonSuperior } from '../../../agencies/agencies.ts'
import type { EffectInput } from '../../kind.ts'
import { refuseFuture } from '../future-faults.ts'
import { lastSaid } from '../last-said.ts'
import { unansweredEntries } from '../unanswered-entries.ts'
import type { dataCorrectionForms, Report } from './data-correction.contract.ts'

type Said<A extends keyof typeof dataCorrectionForms> = z.infer<(typeof dataCorrectionForms)[A]>

/** What the forms of a data correction cannot see. */
export const dataCorrectionChecks = {
  send: async (input: EffectInput) => refuseFuture(input, [['record', 'seenAt']]),
  correct: async (input: EffectInput) => {
    const { results } = input.body as Said<'correct'>
    const corrected = results.map((_, index) => ['results', index, 'correctedAt'])
    await refuseTogether(
      () => refuseFuture(input, corrected),
      () => refuseUnanswered(input, 'results', results),
      () => refuseKeptAgainstOrder(input, results),
    )
  },
  orderCorrection: async (input: EffectInput) =>
    refuseUnanswered(input, 'rulings', (input.body as Said<'orderCorrection'>).rulings),
  challenge: refuseRulingInOwnMatter,
} as const

/** Refuses what leaves a reported error out, answers it twice, or answers one nobody reported. */
function refuseUnanswered(
  { matter }: EffectInput,
  path: string,
  answers: readonly { readonly error: number }[],
): void {
  const faults = unansweredEntries(
    (matter.content as Report).errors.map(({ field }) => field),
    answers.map(({ error }) => error),
    path,
  )
  if (faults.length > 0) throw invalidInput(faults)
}

/** Refuses to keep a value of which the common superior ordered the correction: the ruling ends the dispute on it. */
async function refuseKeptAgainstOrder(
  input: EffectInput,
  results: Said<'correct'>['results'],
): Promise<void> {
  if (input.leg.state !== 'ordered') return
  const { rulings } = await lastSaid<Said<'orderCorrection'>>(input, ['orderCorrection'])
  const ordered = new Set(rulings.flatMap(({ error, ruling }) => (ruling === 'correct' ? [error] : [])))
  const faults = results.flatMap(({ error, outcome }, index): Fault[] =>
    outcome === 'kept' && ordered.has(error)
      ? [
          {
            path: ['results', index, 'outcome'],
            message: {
              zh: '共同上级已经责成更正这一项，不能再不予更正。请更正后填写更正后的值。',
              en: 'The common superior ordered this correction, so the value cannot stay. Correct it and give the new value.',
            },
          },
        ]
      : [],
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
