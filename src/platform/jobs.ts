import { setTimeout as after } from 'node:timers/promises'
import type { Logger } from './log.ts'

/** Work that is done again and again in the background, such as reminders and sealing. */
export type Job = {
  readonly name: string
  readonly everySeconds: number
  /**
   * One round; resolves to true when there may be more to do at once. Several processes may run it at the same
   * moment: it takes its rows with `for update skip locked`. What went wrong with one row it writes to the log itself and
   * goes on with the next.
   */
  run(log: Logger): Promise<boolean>
}

/**
 * Runs each job in a loop of its own until disposed; a round that has begun is finished. A job that fails is logged and
 * tried again later, a little later each time, up to a minute: one broken job never stops another.
 */
export function runJobs(jobs: readonly Job[], log: Logger): AsyncDisposable {
  const stop = new AbortController()
  const loops = jobs.map((job) => repeat(job, log, stop.signal))
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await Promise.all(loops)
    },
  }
}

async function repeat(job: Job, log: Logger, stopped: AbortSignal): Promise<void> {
  let failures = 0
  while (!stopped.aborted) {
    let hasMore = false
    try {
      hasMore = await job.run(log)
      failures = 0
    } catch (err) {
      failures += 1
      log.error({ err, job: job.name, failures }, 'a background job failed and will be tried again')
    }
    const pauseSeconds = failures > 0 ? Math.min(60, 2 ** failures) : hasMore ? 0 : job.everySeconds
    await after(pauseSeconds * 1_000, undefined, { signal: stopped }).catch(() => {})
  }
}
