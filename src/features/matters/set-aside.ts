import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import type { Logger } from '../../platform/log.ts'

/** One clock or matter that a job of the server deals with. */
export type Subject = { readonly id: string; readonly matterId: string }

/** Where a job reports what it set aside; nowhere unless said. */
export type TroubleLog = Pick<Logger, 'error'>

const longestWaitMinutes = 24 * 60

/**
 * Sets one subject of a job aside after it failed, so that the job goes on with the others: it is tried again a minute later, then
 * after two, four and so on up to a day. Recorded for the operator, in the table and the log, by ids and the sort of fault.
 * @throws the error itself when the database cannot be reached: then nothing is wrong with the subject
 */
export async function setAside(
  db: Db,
  job: string,
  subject: Subject,
  err: unknown,
  { now, log }: { readonly now: string; readonly log: TroubleLog | undefined },
): Promise<void> {
  if (err instanceof Refusal && err.code === 'unavailable') throw err
  const { failures, again_at } = await asActor(db, systemActor(job), async (tx) => {
    const { rows } = await sql<{ failures: number; again_at: string }>`
      insert into set_aside (job, subject, matter_id, fault, since, again_at)
      values (${job}, ${subject.id}, ${subject.matterId}, ${sortOf(err)}, ${now}, ${now}::timestamptz + interval '1 minute')
      on conflict (job, subject) do update set
        failures = set_aside.failures + 1, fault = excluded.fault,
        again_at = ${now}::timestamptz
          + make_interval(mins => least(2 ^ least(set_aside.failures, 20), ${longestWaitMinutes}::int)::int)
      returning failures, again_at`.execute(tx)
    const [row] = rows
    if (!row) throw new Error('What was set aside is always written.')
    return row
  })
  log?.error(
    { err, job, subject: subject.id, matterId: subject.matterId, failures, againAt: again_at },
    'a background job set one aside and goes on with the others',
  )
}

/** Takes a subject up again, in the transaction that tries it: set aside once more only if that fails too. */
export async function takeUpAgain(tx: Tx, job: string, subjectId: string): Promise<void> {
  await sql`delete from set_aside where job = ${job} and subject = ${subjectId}`.execute(tx)
}

/** The class of an error and the code it carries, such as `DatabaseError 22P02`: never its message. */
function sortOf(err: unknown): string {
  const { name, code } = err as { readonly name?: unknown; readonly code?: unknown }
  return [name, code].filter((part) => typeof part === 'string').join(' ') || typeof err
}
