import { clockJobs } from '../src/features/matters/matters.ts'
import { notificationJobs } from '../src/features/notification/notification.ts'
import { noOutside } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/database.ts'
import { runJobs } from '../src/platform/jobs.ts'
import { openLog } from '../src/platform/log.ts'

// The clocks and the notices as `xiezhi work` runs them; nothing is sent, the queue is what is measured.
const db = openDatabase(process.env.BENCH_DATABASE_URL ?? '', 8)
const wanted = new Set(['clocks', 'notices'])
const jobs = [
  ...clockJobs(db),
  ...notificationJobs(db, {
    ...noOutside,
    mailServer: { url: 'smtp://127.0.0.1:9?tls=off', from: 'bench@example.org' },
  }),
]
const work = runJobs(
  jobs.filter(({ name }) => wanted.has(name)),
  openLog('error'),
)
process.send?.('works')
process.once('SIGTERM', async () => {
  await work[Symbol.asyncDispose]()
  await db.destroy()
  process.disconnect()
})
