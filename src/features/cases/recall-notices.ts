import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { actOnMatter, recallsOf } from '../matters/matters.ts'

/**
 * Recalls every notice about a case whose decision was annulled or changed, from everybody who was told, with the document and what
 * holds now. What is recalled already stays as it is, so asking twice recalls once.
 * @throws Refusal `not-found`, `not-now` while the decision stands or nothing is left to recall, `not-allowed` for who may not act
 */
export async function recallNotices(
  tx: Tx,
  actor: AgencyActor,
  matterId: string,
  occasion: Occasion = hereAndNow(),
): Promise<{ readonly recalled: readonly { readonly id: string; readonly number: string }[] }> {
  const { isRevised, notices, body } = await recallsOf(tx, matterId, occasion)
  if (!isRevised) throw stands()
  const open = notices.filter(({ is }) => is === 'recall')
  if (open.length === 0) throw nothingLeft()
  for (const { id, leg, version } of open) {
    await actOnMatter(
      tx,
      actor,
      { matterId: id, action: 'recall', leg, body, expectedVersion: version },
      occasion,
    )
  }
  return { recalled: open.map(({ id, number }) => ({ id, number })) }
}

const stands = (): Refusal =>
  new Refusal('not-now', {
    zh: '本案的决定没有登记撤销或变更，不能撤回抄告。请先在案件中“登记决定被撤销、变更”。',
    en: 'The decision of this case stands, so no notice is recalled. First record in the case that it was annulled or changed.',
  })

const nothingLeft = (): Refusal =>
  new Refusal('not-now', {
    zh: '本案没有需要撤回的抄告。请刷新页面查看进展。',
    en: 'No notice about this case is left to recall. Reload the page to see where they stand.',
  })
