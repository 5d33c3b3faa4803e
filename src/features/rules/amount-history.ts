import type { Words } from '../../kernel/words.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { listAlliances, namesOfDivisions } from '../agencies/agencies.ts'
import { namesOf } from '../people/people.ts'
import { overridesFor } from './amount-for.ts'
import type { AmountAdopter, AmountOverride } from './amount-rule.ts'
import { rulebookOf } from './rulebook.ts'
import { listAmountAdopters } from './rules-store.ts'

/** One decision about an amount: whose, who entered it, and when. */
export type AmountDecision = Pick<
  AmountOverride,
  'id' | 'ruleId' | 'value' | 'effectiveFrom' | 'effectiveTo' | 'reason' | 'confidence' | 'createdAt'
> & { readonly adopter: AmountAdopter; readonly adoptedBy: string | null }

/**
 * Every decision that concerns an agency, the newest first: its province's, its alliances', and those of whoever the reader sets amounts
 * for. Decisions are a few in a year, so there is no paging.
 */
export async function amountHistory(tx: Tx, actor: AgencyActor): Promise<readonly AmountDecision[]> {
  const own = await listAmountAdopters(tx)
  const concerned = new Set(await overridesFor(tx, actor.agencyId))
  const { amounts } = await rulebookOf(tx)
  const shown = amounts.filter(
    (each) => concerned.has(each) || own.some(({ of }) => of === (each.province ?? each.allianceId)),
  )
  const names = await namesOf(
    tx,
    shown.map(({ adoptedBy }) => adoptedBy),
  )
  const nameOf = await adopterNames(tx, shown)
  return shown
    .map(({ allianceId, province, ...decision }) => {
      const of = province ?? allianceId ?? ''
      const by = province === null ? ('alliance' as const) : ('province' as const)
      return {
        ...decision,
        adopter: { by, of, name: nameOf(of) },
        adoptedBy: names.get(decision.adoptedBy) ?? null,
      }
    })
    .reverse()
}

/** What the provinces and alliances of some decisions are called, by their digits and ids. */
async function adopterNames(tx: Tx, decisions: readonly AmountOverride[]): Promise<(of: string) => Words> {
  const names = new Map<string, Words>()
  for (const { id, name, nameEn } of decisions.length > 0 ? await listAlliances(tx) : [])
    names.set(id, { zh: name, en: nameEn || name })
  for (const province of new Set(decisions.flatMap((each) => each.province ?? []))) {
    const [name] = await namesOfDivisions(tx, [`${province}0000`])
    if (name) names.set(province, name)
  }
  return (of) => names.get(of) ?? { zh: of, en: of }
}
