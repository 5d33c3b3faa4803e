import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { type AgencyRef, getAgency, listAlliances } from '../agencies/agencies.ts'
import { type AdoptAmount, type ProposedAmount, permittedAmount } from './adopt-amount.ts'
import { overridesFor } from './amount-for.ts'
import { type BindingAmount, bindingAmount } from './amount-rule.ts'

/** What binds one agency on the day a number comes into force: without it, and with it. */
export type AmountPreview = {
  readonly agency: Pick<AgencyRef, 'id' | 'name' | 'nameEn'>
  readonly before: BindingAmount
  readonly after: BindingAmount
}

/**
 * What adopting a number would change, and for whom: of a province its department, which stands for all its agencies, and of an alliance
 * every member, because a member's province or another alliance may be stricter still. Nothing is written.
 * @throws Refusal as adopting it would
 */
export async function previewAmount(
  tx: Tx,
  actor: AgencyActor,
  input: ProposedAmount & Pick<AdoptAmount, 'reason' | 'confidence'>,
): Promise<readonly AmountPreview[]> {
  const rule = await permittedAmount(tx, input)
  const { now: _now, ...proposal } = input
  const latest = { ...proposal, id: Number.MAX_SAFE_INTEGER }
  const agencies = input.allianceId
    ? (await membersOf(tx, input.allianceId)).map(({ agency }) => agency)
    : [await getAgency(tx, actor.agencyId)]
  return Promise.all(
    agencies.map(async ({ id, name, nameEn }) => {
      const overrides = await overridesFor(tx, id)
      return {
        agency: { id, name, nameEn },
        before: bindingAmount(rule, overrides, input.effectiveFrom),
        after: bindingAmount(rule, [...overrides, latest], input.effectiveFrom),
      }
    }),
  )
}

async function membersOf(tx: Tx, allianceId: string) {
  return (await listAlliances(tx)).find(({ id }) => id === allianceId)?.members ?? []
}
