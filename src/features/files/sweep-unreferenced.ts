import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { type FileStore, oldDigests, removeOld, sweepIncoming } from '../../platform/file-store.ts'
import type { Job } from '../../platform/jobs.ts'
import { holdBytes } from './attach-file.ts'
import { sweepUploads } from './sweep-uploads.ts'

const batchSize = 500

/**
 * Removes bytes that no file of a matter names: what a rolled-back transaction left behind. Nothing younger than a day is
 * touched, nor what somebody is attaching at this moment. Resolves to how many were removed.
 */
export async function sweepUnreferenced(db: Db, store: FileStore, now = Date.now()): Promise<number> {
  let removed = 0
  let batch: string[] = []
  const sweep = async () => {
    for (const digest of await asSweep(db, (tx) => unreferenced(tx, batch)))
      if (await sweepOne(db, store, digest, now)) removed += 1
    batch = []
  }
  for await (const digest of oldDigests(store, now)) if (batch.push(digest) === batchSize) await sweep()
  if (batch.length > 0) await sweep()
  return removed
}

const asSweep = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asActor(db, systemActor('file-sweep'), work)

/** Looks again under the lock that attaching takes, so that nobody attaches what is being removed. */
async function sweepOne(db: Db, store: FileStore, digest: string, now: number): Promise<boolean> {
  return asSweep(db, async (tx) => {
    await holdBytes(tx, digest)
    const [isFree] = await unreferenced(tx, [digest])
    return isFree !== undefined && (await removeOld(store, digest, now))
  })
}

async function unreferenced(tx: Tx, digests: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ digest: string }>`
    select digest from unnest(${digests}::text[]) as digest
    where not exists (select from stored_file s where s.digest = digest.digest)`.execute(tx)
  return rows.map(({ digest }) => digest)
}

/** The background work of files: four times a day, because what it removes is a day old anyway. */
export function fileSweepJob(db: Db, store: FileStore): Job {
  return {
    name: 'file-sweep',
    everySeconds: 21_600,
    async run() {
      await sweepIncoming(store)
      await sweepUploads(db, store)
      await sweepUnreferenced(db, store)
      return false
    },
  }
}
