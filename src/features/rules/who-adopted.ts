import type { Words } from '../../kernel/words.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { alliancesOf, listAlliances, namesOfDivisions } from '../agencies/agencies.ts'
import { namesOf } from '../people/people.ts'
import type { AmountAdopter } from './amount-rule.ts'
import { listAmountAdopters } from './rules-store.ts'

/** What a province or an alliance decided about a number of its own. */
type Adopted = {
  readonly allianceId: string | null
  readonly province?: string | null
  readonly adoptedBy: string | null
}

/** Whose decision it is, and who entered it. */
export type WhoAdopted = { readonly adopter: AmountAdopter; readonly adoptedBy: string | null }

/** The same decisions, each with who adopted it by name, the newest first. */
export async function withAdopters<D extends Adopted>(
  tx: Tx,
  decisions: readonly D[],
): Promise<readonly (Omit<D, keyof Adopted> & WhoAdopted)[]> {
  const names = await namesOf(
    tx,
    decisions.flatMap(({ adoptedBy }) => adoptedBy ?? []),
  )
  const nameOf = await adopterNames(tx, decisions)
  return decisions
    .map(({ allianceId, province = null, adoptedBy, ...decision }) => {
      const of = province ?? allianceId ?? ''
      const by = province === null ? ('alliance' as const) : ('province' as const)
      return {
        ...decision,
        adopter: { by, of, name: nameOf(of) },
        adoptedBy: names.get(adoptedBy ?? '') ?? null,
      }
    })
    .reverse()
}

/** The alliances whose decisions concern an agency: those it belongs to, and those the reader decides for. */
export async function concernedAlliances(tx: Tx, actor: AgencyActor): Promise<ReadonlySet<string>> {
  const own = await listAmountAdopters(tx)
  const member = await alliancesOf(tx, actor.agencyId)
  return new Set([...member.map(({ id }) => id), ...own.map(({ of }) => of)])
}

/** What the provinces and alliances of some decisions are called, by their digits and ids. */
async function adopterNames(tx: Tx, decisions: readonly Adopted[]): Promise<(of: string) => Words> {
  const names = new Map<string, Words>()
  for (const { id, name, nameEn } of decisions.length > 0 ? await listAlliances(tx) : [])
    names.set(id, { zh: name, en: nameEn || name })
  for (const province of new Set(decisions.flatMap((each) => each.province ?? []))) {
    const [name] = await namesOfDivisions(tx, [`${province}0000`])
    if (name) names.set(province, name)
  }
  return (of) => names.get(of) ?? { zh: of, en: of }
}
