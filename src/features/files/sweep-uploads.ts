import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type FileStore, unfinishedFolder } from '../../platform/file-store.ts'
import { uploadLifeMilliseconds } from './unfinished-uploads.ts'

/**
 * Clears uploads that were begun more than a week ago: nobody can go on with them any more. An hour later than that, so that
 * nobody's last request is cut off. Resolves to how many files were removed.
 */
export async function sweepUploads(db: Db, store: FileStore, now = Date.now()): Promise<number> {
  const before = now - uploadLifeMilliseconds - 3_600_000
  await asActor(db, systemActor('file-sweep'), (tx) =>
    sql`delete from upload where begun_at < ${new Date(before).toISOString()}`.execute(tx),
  )
  let removed = 0
  for (const name of await readdir(unfinishedFolder(store))) {
    const path = join(unfinishedFolder(store), name)
    const isOld = await stat(path).then(
      ({ mtimeMs }) => mtimeMs < before,
      () => false,
    )
    if (!isOld) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}
