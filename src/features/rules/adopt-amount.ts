import { z } from 'zod'
import { addDays, chinaDayOf, type Instant } from '../../kernel/day.ts'
import { invalidInput } from '../../kernel/faults.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { endsTooEarly, notTheOffice, tooEarly } from './adopt-override.ts'
import { amountInForce } from './amount-for.ts'
import { type AmountOverride, type AmountRule, objectionToAmount } from './amount-rule.ts'
import { rereadRulebook } from './rulebook.ts'
import { actorConvenes, actorSetsAmountsOf, insertAmount } from './rules-store.ts'

/** What an alliance or a province decides about an amount. */
export const AdoptAmount = z.strictObject({
  value: z.int().min(1).max(1_000_000_000),
  effectiveFrom: z.iso.date().describe('First day on which it binds; not before tomorrow'),
  effectiveTo: z.iso.date().nullable().default(null),
  reason: z.string().trim().min(1).max(1_000).describe('Which article, meeting or agreement decided it'),
  confidence: z
    .enum(['V-local', '2x', 'M'])
    .default('M')
    .describe('How surely that was read: its text, two sources that agree, or one that retells it'),
})
export type AdoptAmount = z.infer<typeof AdoptAmount>

/** Who adopts it. */
export type Adopter =
  | { readonly allianceId: string; readonly province: null }
  | { readonly allianceId: null; readonly province: string }

/**
 * An alliance or a province sets a number of its own: a province where the law leaves it to the provinces, an alliance only a stricter
 * one. It binds what happens from that day on.
 * @throws Refusal `not-allowed` to all but the joint office, the convenor or the leader of the province's department;
 * `invalid-input` naming the number that binds
 */
export async function adoptAmount(
  tx: Tx,
  _actor: AgencyActor,
  input: AdoptAmount & Adopter & { readonly ruleId: string; readonly now: Instant },
): Promise<AmountOverride> {
  await permittedAmount(tx, input)
  const adopted = await insertAmount(tx, input)
  rereadRulebook(tx)
  return adopted
}

/** A number somebody proposes for a province or an alliance. */
export type ProposedAmount = Pick<AdoptAmount, 'value' | 'effectiveFrom' | 'effectiveTo'> &
  Adopter & { readonly ruleId: string; readonly now: Instant }

/**
 * The rule of which the actor may adopt this number from that day on.
 * @throws Refusal as `adoptAmount`
 */
export async function permittedAmount(tx: Tx, input: ProposedAmount): Promise<AmountRule> {
  const today = chinaDayOf(input.now)
  if (input.effectiveFrom <= today)
    throw invalidInput([{ path: ['effectiveFrom'], message: tooEarly(addDays(today, 1)) }])
  if (input.effectiveTo && input.effectiveTo < input.effectiveFrom)
    throw invalidInput([{ path: ['effectiveTo'], message: endsTooEarly }])
  const rule = amountInForce(input.ruleId, input.effectiveFrom)
  const { province, allianceId } = input
  const may = province === null ? actorConvenes(tx, allianceId) : actorSetsAmountsOf(tx, province)
  if (!(await may)) throw province === null ? notTheOffice() : notTheDepartment()
  const objection = objectionToAmount(input.value, rule, province === null ? 'alliance' : 'province')
  if (objection) throw refusedNumber(objection, rule.value)
  return rule
}

const refusedNumber = (objection: Words, value: number): Refusal =>
  new Refusal('invalid-input', objection, {
    faults: [{ path: ['value'], message: objection }],
    facts: { binding: { value } },
  })

const notTheDepartment = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '只有该省交通运输主管部门的负责人可以规定本省的数额。请联系省厅办理。',
    en: 'Only the leader of the province’s transport department can set its amounts. Ask the department.',
  })
