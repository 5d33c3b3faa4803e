import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { verifyDatabase } from '../src/features/proof/proof.ts'
import { aMatter } from './a-matter.ts'
import { testDatabase } from './database.ts'
import { playedKinds } from './each-kind.ts'
import { aRegion } from './fixtures.ts'

const { db, url } = await testDatabase()
const file = fileURLToPath(new URL('notification/worker-process.ts', import.meta.url))
const disputes = 25

vi.setConfig({ testTimeout: 180_000 })

test('P1 disputes that the platform refers are referred once each, however often workers are killed with kill -9 over it', async () => {
  const region = await aRegion(db)
  const played = playedKinds.find(({ name }) => name === 'jurisdiction-dispute')
  const [opener, other] = [region.who('tieling.officer'), region.who('lishu.officer')]
  // Demanded long ago, so that the time for an agreement is over for all of them.
  const occasion = { now: '2026-03-02T02:00:00.000Z', node: 'local' }
  for (let no = 0; no < disputes; no++) {
    const bodies = played?.bodies([other.agencyId]) ?? {}
    const dispute = await aMatter(db, { kind: 'jurisdiction-dispute', opener, bodies, occasion })
    await dispute.does(opener, 'raise', { occasion })
    await dispute.does(other, 'takePosition', { occasion })
    await dispute.does(region.who('lishu.leader'), 'demandDesignation', { occasion })
  }
  const referred = async () =>
    (await sql`select from event where type = 'escalateOnDemand'`.execute(db)).rows.length

  let workers = [aWorker(), aWorker()]
  for (const some of [1, 6, 14]) {
    await vi.waitUntil(async () => (await referred()) >= some, { timeout: 60_000, interval: 2 })
    await Promise.all(workers.map(kill))
    workers = [aWorker(), aWorker()]
  }
  await vi.waitUntil(async () => (await referred()) >= disputes, { timeout: 60_000, interval: 20 })
  await Promise.all(workers.map(kill))

  const { rows } = await sql`
    select l.state, m.lead_id = m.opener_id as "askerLeads",
      (select count(*)::int from event e where e.matter_id = m.id and e.type = 'escalateOnDemand') as referrals,
      (select count(*)::int from clock c where c.matter_id = m.id and c.name = 'designation') as designations,
      (select count(*)::int from inbox i where i.matter_id = m.id and i.type = 'escalateOnDemand'
        and i.agency_id = l.superior_id) as news
    from matter m join leg l on l.matter_id = m.id`.execute(db)
  expect(rows).toEqual(
    Array(disputes).fill({ state: 'escalated', askerLeads: true, referrals: 1, designations: 1, news: 1 }),
  )
  expect((await verifyDatabase(db)).faults).toEqual([])
})

function aWorker(): ChildProcess {
  return spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH, WORKER_DATABASE_URL: url, WORKER_SMTP: 'smtp://127.0.0.1:9' },
    // The line tells it when the test has died, so that it does not outlive it.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
