import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs.ts'
import { rulebookVersion } from '../rules/rules.ts'
import { recomputeClocks } from './recompute-clocks.ts'
import { succeedAgencies } from './succeed-agencies.ts'
import { wakeClocks } from './wake-clocks.ts'

/** How long the first result of a repeated write is kept: longer than any client goes on asking. */
const keyKeptDays = 30

/** The background work of matters: reminders, deadlines after a calendar change, closed agencies, old idempotency keys. */
export function clockJobs(db: Db): readonly Job[] {
  return [
    { name: 'clocks', everySeconds: 5, run: async () => (await wakeClocks(db)) > 0 },
    { name: 'clocks-anew', everySeconds: 30, run: () => recomputeWhenCorrected(db) },
    { name: 'succession', everySeconds: 30, run: async () => (await succeedAgencies(db)) > 0 },
    { name: 'old-keys', everySeconds: 3_600, run: () => forgetOldKeys(db) },
  ]
}

/** Derives all running clocks anew when the rulebook has changed since this was last done, by whichever process. */
async function recomputeWhenCorrected(db: Db): Promise<boolean> {
  const job = systemActor('clocks')
  const current = await asActor(db, job, rulebookVersion)
  const done = await asActor(db, job, async (tx) => {
    const { rows } = await sql<{
      value: string
    }>`select value #>> '{}' as value from installation where key = 'clocks-rulebook'`.execute(tx)
    return rows[0]?.value
  })
  if (done === current) return false
  if (done !== undefined) await recomputeClocks(db)
  await asActor(db, job, (tx) => rememberVersion(tx, current))
  return false
}

async function rememberVersion(tx: Tx, version: string): Promise<void> {
  await sql`insert into installation (key, value) values ('clocks-rulebook', to_jsonb(${version}::text))
    on conflict (key) do update set value = excluded.value`.execute(tx)
}

async function forgetOldKeys(db: Db): Promise<boolean> {
  await asActor(db, systemActor('old-keys'), (tx) =>
    sql`delete from idempotency where at < now() - make_interval(days => ${keyKeptDays})`.execute(tx),
  )
  return false
}
