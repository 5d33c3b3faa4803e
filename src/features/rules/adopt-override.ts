import { z } from 'zod'
import { addDays, chinaDayOf, type Instant } from '../../kernel/day.ts'
import { invalidInput } from '../../kernel/faults.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { bindingRule, type DeadlineOverride, objectionTo } from './deadline-rule.ts'
import { ruleInForce } from './rule-for.ts'
import { rereadRulebook } from './rulebook.ts'
import { actorConvenes, insertOverride } from './rules-store.ts'

const span = z.int().min(1).max(3650)

/** What the joint office decides about a deadline. */
export const AdoptOverride = z.strictObject({
  variant: z.string().max(30).nullable().default(null).describe('Such as `urgent`; null for the rule itself'),
  value: span,
  unit: z.enum(['minute', 'hour', 'work_day', 'cal_day', 'month', 'year']),
  extension: span
    .nullable()
    .default(null)
    .describe('What one extension adds, in the same unit; null: it cannot be extended'),
  effectiveFrom: z.iso.date().describe('First day on which clocks start by it; not before tomorrow'),
  effectiveTo: z.iso.date().nullable().default(null),
  reason: z.string().trim().min(1).max(1_000).describe('Which meeting or agreement decided it'),
})
export type AdoptOverride = z.infer<typeof AdoptOverride>

/**
 * An alliance sets a number of its own for a deadline: it fills a gap of the law or is stricter than the law, never looser.
 * It binds clocks that start from that day on; those running keep the number they were started with.
 * @throws Refusal `not-allowed` to all but the joint office and the convenor; `invalid-input` naming the number that binds
 */
export async function adoptOverride(
  tx: Tx,
  _actor: AgencyActor,
  input: AdoptOverride & { readonly allianceId: string; readonly ruleId: string; readonly now: Instant },
): Promise<DeadlineOverride> {
  const today = chinaDayOf(input.now)
  if (input.effectiveFrom <= today)
    throw invalidInput([{ path: ['effectiveFrom'], message: tooEarly(addDays(today, 1)) }])
  const rule = ruleInForce(input.ruleId, input.effectiveFrom)
  const binding = bindingRule(rule, input.variant)
  if (!binding)
    throw invalidInput([{ path: ['variant'], message: noVariant(Object.keys(rule.variants ?? {})) }])
  if (input.effectiveTo && input.effectiveTo < input.effectiveFrom)
    throw invalidInput([{ path: ['effectiveTo'], message: endsTooEarly }])
  if (isTooLong(input)) throw invalidInput([{ path: ['value'], message: tooLong }])
  if (!(await actorConvenes(tx, input.allianceId))) throw notTheOffice()
  const objection = objectionTo(input, binding, rule.editable)
  if (objection)
    throw new Refusal('invalid-input', objection, {
      faults: [{ path: ['value'], message: objection }],
      facts: {
        binding: { value: binding.value, unit: binding.unit, extension: binding.extension?.value ?? null },
      },
    })
  const adopted = await insertOverride(tx, input)
  rereadRulebook(tx)
  return adopted
}

/** No agreement binds for longer than ten years; the table checks the same. */
function isTooLong({ value, unit, extension }: AdoptOverride): boolean {
  const most = unit === 'year' ? 10 : unit === 'month' ? 120 : 3650
  return value + (extension ?? 0) > most
}

const noVariant = (known: readonly string[]): Words =>
  known.length > 0
    ? {
        zh: `没有这种情形，可用：${known.join('、')}。`,
        en: `There is no such variant; there is ${known.join(', ')}.`,
      }
    : { zh: '该规则没有其他情形，请留空。', en: 'This rule has no variants; leave it out.' }

/** What is adopted binds from tomorrow at the earliest. */
export const tooEarly = (earliest: string): Words => ({
  zh: `最早从 ${earliest} 起施行：在此之前开始的不受影响。`,
  en: `It can start on ${earliest} at the earliest: what began before is not touched.`,
})

/** It ends before it starts. */
export const endsTooEarly: Words = {
  zh: '失效日期早于施行日期，请核对。',
  en: 'It ends before it starts; check both days.',
}
const tooLong: Words = {
  zh: '期限不能超过十年，请改短。',
  en: 'No deadline is longer than ten years; make it shorter.',
}

/** Only the joint office and the convenor decide for an alliance. */
export const notTheOffice = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '只有该协作区域的联席会议办公室或召集单位可以约定时限和数额。请联系办公室办理。',
    en: 'Only the joint office or the convenor of the alliance can set its deadlines and amounts. Ask the office.',
  })
