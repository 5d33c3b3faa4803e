import type { Db } from './platform/database.ts'
import { type Job, runJobs } from './platform/jobs.ts'
import type { Logger } from './platform/log.ts'

/** The composition root of the background work: every feature's jobs. */
export function startWork(_db: Db, log: Logger): AsyncDisposable {
  const jobs: readonly Job[] = []
  return runJobs(jobs, log)
}
