import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { airportCars } from '../../src/features/matters/kinds/clue/clue.examples.ts'
import { actOnMatter, openMatter } from '../../src/features/matters/matters.ts'
import { usualChoice } from '../../src/features/notification/choice.ts'
import { asActor } from '../../src/platform/as-actor.ts'
import { testDatabase } from '../database.ts'
import { aRegion } from '../fixtures.ts'
import { arranges, chooses } from './confirmed-mail.ts'
import { anSmtpCatcher } from './smtp-catcher.ts'
import { aWebhookReceiver } from './webhook-receiver.ts'

const { db, url } = await testDatabase()
const file = fileURLToPath(new URL('worker-process.ts', import.meta.url))
const matters = 60

vi.setConfig({ testTimeout: 240_000 })

test('nothing is lost or told twice when workers are killed with kill -9 while they tell, gather and send', async () => {
  const region = await aRegion(db)
  const finder = region.who('tieling.officer')
  const places = ['siping', 'lishu', 'shuangliao']
  await using smtp = await anSmtpCatcher()
  await using hook = await aWebhookReceiver()
  for (const place of places) {
    const leader = region.who(`${place}.leader`)
    await arranges(db, leader, {
      webhookUrl: hook.url,
      webhookSorts: ['due-soon', 'overdue', 'escalated'],
      dutyMail: null,
      dutyMinutes: 15,
    })
    await chooses(db, leader, {
      ...usualChoice,
      mail: `${place}@example.gov.cn`,
      quietFrom: null,
      quietUntil: null,
    })
  }
  // Pushed long ago, so every clock has run out and been overdue long enough to be escalated.
  const then = { now: '2026-03-02T02:00:00.000Z', node: 'local' }
  for (let no = 0; no < matters; no += 1) {
    const receiver = region.who(`${places[no % places.length]}.officer`)
    const { matter } = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }, then))
    await asActor(db, finder, (tx) =>
      actOnMatter(
        tx,
        finder,
        {
          matterId: matter.id,
          action: 'push',
          body: airportCars([receiver.agencyId]),
          expectedVersion: matter.version,
        },
        then,
      ),
    )
  }
  const workers = () => [aWorker(smtp.url), aWorker(smtp.url)]
  const count = async (of: string) => Number((await sql.raw<{ n: number }>(of).execute(db)).rows[0]?.n)
  const overdue = () => count(`select count(*) as n from event where type = 'clock.overdue'`)

  let [first, second] = workers()
  await vi.waitUntil(async () => (await overdue()) > 0, { timeout: 60_000, interval: 5 })
  await kill(first)
  first = aWorker(smtp.url)
  for (const some of [1, 20, 60]) {
    await vi.waitUntil(() => hook.received.length >= some, { timeout: 60_000, interval: 5 })
    await Promise.all([kill(first), kill(second)])
    ;[first, second] = workers()
  }
  await vi.waitUntil(
    async () =>
      (await overdue()) >= matters &&
      (await count('select count(*) as n from unspread')) === 0 &&
      (await count(
        'select count(*) as n from notice where dispatch_id is null and dropped is null and go_at <= now()',
      )) === 0 &&
      (await count(`select count(*) as n from dispatch where state = 'waiting'`)) === 0,
    { timeout: 120_000, interval: 100 },
  )
  await Promise.all([kill(first), kill(second)])

  // Each clock was noted overdue once, the inbox says so once, and each piece of news is one notice a recipient.
  const { rows } = await sql<{ events: number; news: number; notices: number }>`
    select (select count(*) from event e where e.matter_id = m.id and e.type = 'clock.overdue') as events,
      (select count(*) from inbox i join leg l on l.matter_id = i.matter_id where i.matter_id = m.id and i.type = 'clock.overdue'
        and i.agency_id = l.answerer_id) as news,
      (select count(*) from notice n where n.matter_id = m.id and n.channel = 'webhook' and n.sort = 'overdue') as notices
    from matter m`.execute(db)
  expect(rows).toHaveLength(matters)
  expect(rows.filter((row) => row.events !== 1 || row.news !== 1 || row.notices !== 1)).toEqual([])
  // Outside, what was on its way when a worker died may come again, under the id by which the receiver knows it.
  const events = new Map(
    hook.received.map(({ headers, body }) => [
      headers['xiezhi-event'],
      (JSON.parse(body) as { sort: string; type: string; matter: { id: string } }) ?? {},
    ]),
  )
  const overdueEvents = [...events.values()]
    .filter(({ sort }) => sort === 'overdue')
    .map(({ matter }) => matter.id)
  expect(overdueEvents).toHaveLength(matters)
  expect(new Set(overdueEvents).size).toBe(matters)
  const lines = smtp
    .mailbox()
    .flatMap(({ to, text }) =>
      [...text.matchAll(/^逾期：.*?(线索-\d+-\d+)/gm)].map(([, number]) => `${to} ${number}`),
    )
  expect(lines).toHaveLength(matters)
  expect(new Set(lines).size).toBe(matters)
})

function aWorker(smtp: string): ChildProcess {
  return spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH, WORKER_DATABASE_URL: url, WORKER_SMTP: smtp },
    // The line tells it when the test has died, so that it does not outlive it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function kill(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
