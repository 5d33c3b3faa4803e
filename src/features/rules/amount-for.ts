import { chinaDayOf, type Day, type Instant } from '../../kernel/day.ts'
import type { AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database.ts'
import { agenciesByIds, alliancesOf } from '../agencies/agencies.ts'
import { type AmountOverride, type AmountRule, type BindingAmount, bindingAmount } from './amount-rule.ts'
import { amountRules } from './amount-rules.ts'
import { rulebookOf } from './rulebook.ts'

/** Which amount is asked for: of which agency, on which day. */
export type AmountQuery = { readonly ruleId: string; readonly agencyId: string; readonly on: Instant }

/**
 * The amount that binds an agency: the law's, or what its province set in its place, or what the strictest of its alliances did.
 * @throws Refusal `not-found` for an id there is no amount of, or none in force on that day
 */
export async function amountFor(tx: Tx, { ruleId, agencyId, on }: AmountQuery): Promise<BindingAmount> {
  const day = chinaDayOf(on)
  return bindingAmount(amountInForce(ruleId, day), await overridesFor(tx, agencyId), day)
}

/** Every amount in force, as it binds an agency, in the order of the registry. */
export async function listAmounts(
  tx: Tx,
  { agencyId, on }: Omit<AmountQuery, 'ruleId'>,
): Promise<readonly BindingAmount[]> {
  const day = chinaDayOf(on)
  const overrides = await overridesFor(tx, agencyId)
  return amountRules.filter((rule) => isInForce(rule, day)).map((rule) => bindingAmount(rule, overrides, day))
}

/**
 * The version of an amount on a day.
 * @throws Refusal `not-found` that names the ids there are
 */
export function amountInForce(ruleId: string, day: Day): AmountRule {
  const rule = amountRules.find((each) => each.id === ruleId && isInForce(each, day))
  if (rule) return rule
  const known = [...new Set(amountRules.map(({ id }) => id))]
  throw new Refusal(
    'not-found',
    {
      zh: `${day} 没有金额标准“${ruleId}”，可用：${known.join('、')}。`,
      en: `There is no amount "${ruleId}" on ${day}; there is ${known.join(', ')}.`,
    },
    { facts: { known } },
  )
}

const isInForce = ({ effectiveFrom, effectiveTo }: AmountRule, day: Day): boolean =>
  (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo)

/** What the province of an agency and its alliances adopted; of most agencies nothing, which costs no query. */
export async function overridesFor(tx: Tx, agencyId: string): Promise<readonly AmountOverride[]> {
  const { amounts } = await rulebookOf(tx)
  if (amounts.length === 0) return []
  const id = agencyId as AgencyId
  const province = (await agenciesByIds(tx, [id])).get(id)?.divisionCode?.slice(0, 2)
  const alliances = new Set((await alliancesOf(tx, id)).map((alliance) => alliance.id))
  return amounts.filter((each) =>
    each.province === null ? alliances.has(each.allianceId ?? '') : each.province === province,
  )
}
