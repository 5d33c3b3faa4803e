import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'

/** The numbers of the tasks that were answered in this conversation, from the record. */
export async function answeredTasks(
  tx: Tx,
  { matterId, leg }: { readonly matterId: string; readonly leg: number },
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ task: number }>`
    select (body #>> '{form,task}')::int as task from event
    where matter_id = ${matterId} and leg = ${leg} and type = 'answerTask'`.execute(tx)
  return new Set(rows.map(({ task }) => task))
}
