import type { Tx } from '../../platform/database.ts'
import { attachmentsOf } from '../files/files.ts'

/** The items of a matter's check-list that have a file; a file that was withdrawn satisfies nothing. */
export async function attachedItems(tx: Tx, matterId: string): Promise<ReadonlySet<string>> {
  const files = await attachmentsOf(tx, matterId)
  return new Set(files.flatMap(({ item, withdrawn }) => (item && !withdrawn ? [item] : [])))
}
