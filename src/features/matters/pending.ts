import type { Tx } from '../../platform/database.ts'
import { alreadyPending } from './refusals.ts'

/**
 * Refuses a second matter of the same kind about the same thing while one is pending (P3). The unique index of the table
 * decides a race; this gives the reason and the number before it.
 */
export async function pendingOf(
  tx: Tx,
  kind: string,
  openerId: string,
  subjectKey: string,
  except: string,
): Promise<void> {
  const pending = await tx
    .selectFrom('matter')
    .select('number')
    .where('kind', '=', kind)
    .where('opener_id', '=', openerId)
    .where('subject_key', '=', subjectKey)
    .where('settled_at', 'is', null)
    .where('id', '<>', except)
    .executeTakeFirst()
  if (pending) throw alreadyPending(pending.number)
}
