import { wakeClocks } from '../../src/features/matters/wake-clocks.ts'
import { deliverNext } from '../../src/features/notification/deliver.ts'
import { gatherNotices } from '../../src/features/notification/gather-notices.ts'
import { spreadNews } from '../../src/features/notification/spread-news.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { openMailer } from '../../src/platform/mailer.ts'
import { readNetworks } from '../../src/platform/outbound.ts'

// A worker that does everything again and again until it is killed; what a dead one held is taken over after a second.
const db = openDatabase(process.env.WORKER_DATABASE_URL ?? '', 4)
const webhookNetworks = readNetworks('127.0.0.1')
if (!webhookNetworks) throw new Error('127.0.0.1 is a network.')
const ways = {
  mailer: openMailer({ url: process.env.WORKER_SMTP ?? '', from: 'xiezhi@example.gov.cn' }),
  outside: { address: 'https://xiezhi.example.gov.cn', webhookNetworks },
  leaseSeconds: 1,
}
process.once('disconnect', () => process.exit(0))
for (;;) {
  await wakeClocks(db)
  await spreadNews(db, { byMail: true })
  await gatherNotices(db)
  await Promise.all([
    deliverNext(db, 'mail', ways),
    deliverNext(db, 'webhook', ways),
    deliverNext(db, 'webhook', ways),
  ])
}
