import { type AgencyActor, hasPower } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { Occasion } from '../../platform/occasion.ts'
import { saveDraft } from './drafts.ts'
import type { FollowUp } from './kind.ts'
import { kindOf } from './kinds/kinds.ts'
import type { MoveResult } from './matter-views.ts'
import { openMatter } from './open-matter.ts'
import { contentAction } from './read-matter.ts'

/**
 * Opens the draft of a matter that comes of another one, or of a case kept elsewhere: filled in as far as things are known, linked,
 * and its agency told. Nothing leaves the agency before somebody completes and sends it. Undefined where the actor may not open
 * matters, such as a partner department.
 */
export async function openFollowUp(
  tx: Tx,
  actor: AgencyActor,
  { kind: name, content, of }: FollowUp & { readonly of?: string | undefined },
  occasion: Occasion,
): Promise<MoveResult | undefined> {
  if (!hasPower(actor, 'open')) return undefined
  const kind = kindOf(name)
  const title = kind.titleOf(content).slice(0, 100)
  const opened = await openMatter(tx, actor, { kind: name, title }, occasion, { content, of })
  const address = { matterId: opened.matter.id, action: contentAction(kind), leg: 0 }
  await saveDraft(tx, actor, address, { body: { ...content }, version: 0 })
  return opened
}
