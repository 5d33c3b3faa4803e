import { sql } from 'kysely'
import { asActor } from '../../platform/as-actor.ts'
import { noOutside, type Outside } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import type { Job } from '../../platform/jobs.ts'
import { openMailer } from '../../platform/mailer.ts'
import { climbAlarms } from './climb-alarms.ts'
import { deliverNext } from './deliver.ts'
import { gatherNotices } from './gather-notices.ts'
import { notificationJob } from './notification-job.ts'
import { spreadNews } from './spread-news.ts'

// The front door of notification: what the composition root may use.
export { notificationRoutes } from './notification.routes.ts'

/** How long what was sent can be looked up. */
const keptDays = 90

/** How many mails and events one process has on their way at a time; each to another destination. */
const lanes = { mail: 2, webhook: 4 } as const

/** The background work of notification: news becomes notices, notices become messages, messages go. */
export function notificationJobs(db: Db, outside: Outside = noOutside): readonly Job[] {
  const mailer = outside.mailServer && openMailer(outside.mailServer)
  const lane =
    (channel: 'mail' | 'webhook') =>
    (no: number): Job => ({
      name: `${channel}-${no + 1}`,
      everySeconds: 3,
      run: () => deliverNext(db, channel, { mailer, outside }),
    })
  return [
    {
      name: 'notices',
      everySeconds: 2,
      async run() {
        const news = await spreadNews(db, { byMail: mailer !== undefined })
        const alarms = await climbAlarms(db)
        const notices = await gatherNotices(db)
        return news + alarms + notices > 0
      },
    },
    ...(mailer ? Array.from({ length: lanes.mail }, (_, no) => lane('mail')(no)) : []),
    ...Array.from({ length: lanes.webhook }, (_, no) => lane('webhook')(no)),
    { name: 'old-notices', everySeconds: 3_600, run: () => forgetOldNotices(db) },
  ]
}

async function forgetOldNotices(db: Db): Promise<boolean> {
  await asActor(db, notificationJob, async (tx) => {
    await sql`delete from dispatch where state <> 'waiting' and settled_at < now() - make_interval(days => ${keptDays})`.execute(
      tx,
    )
    await sql`delete from notice where dropped is not null and go_at < now() - make_interval(days => ${keptDays})`.execute(
      tx,
    )
    await sql`delete from alarm where ended_at < now() - make_interval(days => ${keptDays})`.execute(tx)
  })
  return false
}
