import { sql } from 'kysely'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { readDraft } from './drafts.ts'
import type { Kind } from './kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { matterNotFound } from './matter-store.ts'
import { contentAction } from './read-matter.ts'

/**
 * The content of a matter as it stands: while it is written, what was typed last, which submitting it clears. Its personal details
 * are in full, so it is for working things out and never for showing.
 * @throws Refusal `not-found` when there is no such matter, or it is not for the reader
 */
export async function contentAsWritten(
  tx: Tx,
  actor: AgencyActor,
  matterId: string,
): Promise<{ readonly kind: Kind; readonly content: Readonly<Record<string, unknown>> }> {
  const { rows } = await sql<{ kind: string; content: Readonly<Record<string, unknown>> }>`
    select kind, content from matter where id = ${matterId}`.execute(tx)
  const [matter] = rows
  if (!matter) throw matterNotFound()
  const kind = kindOf(matter.kind)
  const draft = await readDraft(tx, actor, { matterId, action: contentAction(kind), leg: 0 })
  return { kind, content: draft.version > 0 ? draft.body : matter.content }
}
