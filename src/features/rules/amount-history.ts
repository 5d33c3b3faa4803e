import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { overridesFor } from './amount-for.ts'
import type { AmountOverride } from './amount-rule.ts'
import { rulebookOf } from './rulebook.ts'
import { listAmountAdopters } from './rules-store.ts'
import { type WhoAdopted, withAdopters } from './who-adopted.ts'

/** One decision about an amount: whose, who entered it, and when. */
export type AmountDecision = Omit<AmountOverride, 'allianceId' | 'province' | 'adoptedBy'> & WhoAdopted

/**
 * Every decision about amounts that concerns an agency, the newest first: its province's, its alliances', and those of whoever the
 * reader sets amounts for. Decisions are a few in a year, so there is no paging.
 */
export async function amountHistory(tx: Tx, actor: AgencyActor): Promise<readonly AmountDecision[]> {
  const own = await listAmountAdopters(tx)
  const concerned = new Set(await overridesFor(tx, actor.agencyId))
  const { amounts } = await rulebookOf(tx)
  return withAdopters(
    tx,
    amounts.filter(
      (each) => concerned.has(each) || own.some(({ of }) => of === (each.province ?? each.allianceId)),
    ),
  )
}
