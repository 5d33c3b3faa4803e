import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs.ts'
import { hereAndNow } from '../../platform/occasion.ts'
import { rulebookVersion } from '../rules/rules.ts'
import { fromTheFirst, type Recomputing, recomputeRound, recomputeSetAside } from './recompute-clocks.ts'
import { succeedAgencies } from './succeed-agencies.ts'
import { wakeClocks } from './wake-clocks.ts'

/** How long the first result of a repeated write is kept: longer than any client goes on asking. */
const keyKeptDays = 30

/** The background work of matters: reminders, deadlines after a calendar change, closed agencies, old idempotency keys. */
export function clockJobs(db: Db): readonly Job[] {
  return [
    { name: 'clocks', everySeconds: 2, run: async (log) => (await wakeClocks(db, hereAndNow(), log)) > 0 },
    { name: 'clocks-anew', everySeconds: 30, run: (log) => recomputeWhenCorrected(db, { log }) },
    {
      name: 'succession',
      everySeconds: 30,
      run: async (log) => (await succeedAgencies(db, hereAndNow(), log)) > 0,
    },
    { name: 'old-keys', everySeconds: 3_600, run: () => forgetOldKeys(db) },
  ]
}

/** Under which rulebook the running clocks are being derived anew, and how far that is: up to a matter, or through. */
type Progress = { readonly version: string; readonly after: string | null }

/**
 * Derives the running clocks anew when the rulebook has changed since this was last done, by whichever process: one round, and
 * the place is remembered, so that whoever comes next goes on there. Then those that failed are tried again.
 * @returns whether there is another round
 */
export async function recomputeWhenCorrected(db: Db, recomputing: Recomputing = {}): Promise<boolean> {
  const job = systemActor('clocks-anew')
  const version = await asActor(db, job, rulebookVersion)
  const progress = await asActor(db, job, readProgress)
  if (progress?.version === version && progress.after === null) {
    await recomputeSetAside(db, recomputing)
    return false
  }
  const after = progress?.version === version ? progress.after : fromTheFirst
  // A fresh installation has nothing that was derived under another rulebook.
  const last = progress && after ? (await recomputeRound(db, after, recomputing)).last : null
  await asActor(db, job, (tx) => rememberProgress(tx, { version, after: last }))
  return last !== null
}

async function readProgress(tx: Tx): Promise<Progress | undefined> {
  const { rows } = await sql<{ value: Progress }>`
    select value from installation where key = 'clocks-anew'`.execute(tx)
  return rows[0]?.value
}

async function rememberProgress(tx: Tx, progress: Progress): Promise<void> {
  await sql`insert into installation (key, value) values ('clocks-anew', ${JSON.stringify(progress)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(tx)
}

/** Forgets keys nobody asks with any more, and what was set aside for a clock that has ended since. */
async function forgetOldKeys(db: Db): Promise<boolean> {
  await asActor(db, systemActor('old-keys'), async (tx) => {
    await sql`delete from idempotency where at < now() - make_interval(days => ${keyKeptDays})`.execute(tx)
    await sql`delete from set_aside where again_at < now() - interval '2 days'`.execute(tx)
  })
  return false
}
