import { fileSweepJob, retentionJob } from './features/files/files.ts'
import { letterJob, type Press } from './features/letters/letters.ts'
import { clockJobs } from './features/matters/matters.ts'
import { notificationJobs } from './features/notification/notification.ts'
import { sealPending } from './features/proof/proof.ts'
import type { Outside } from './platform/config.ts'
import type { Db } from './platform/database.ts'
import { openFileStore } from './platform/file-store.ts'
import { type Job, runJobs } from './platform/jobs.ts'
import type { Logger } from './platform/log.ts'
import type { SigningKey } from './platform/signing.ts'

/** What the background work is made of. */
export type WorkParts = {
  readonly db: Db
  readonly log: Logger
  readonly signingKey: SigningKey
  readonly filesFolder: string
  /** What letters are made with. */
  readonly press: Press
  /** The ways out of the installation; none unless said. */
  readonly outside?: Outside
}

/** The composition root of the background work: every feature's jobs, until disposed. */
export async function startWork({
  db,
  log,
  signingKey,
  filesFolder,
  press,
  outside,
}: WorkParts): Promise<AsyncDisposable> {
  const store = await openFileStore(filesFolder)
  const jobs: readonly Job[] = [
    ...clockJobs(db),
    ...notificationJobs(db, outside),
    fileSweepJob(db, store),
    retentionJob(db),
    letterJob({ db, store, press }),
    {
      name: 'sealing',
      everySeconds: 5,
      async run() {
        await sealPending(db, signingKey)
        return false
      },
    },
  ]
  return runJobs(jobs, log)
}
