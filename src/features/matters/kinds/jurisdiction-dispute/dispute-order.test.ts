import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion } from '../../../../../test/fixtures.ts'
import { chinaDayOf } from '../../../../kernel/day.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { readMatter } from '../../read-matter.ts'
import { jurisdictionDisputeBodies, loadedAndWeighed } from './jurisdiction-dispute.examples.ts'

// What is dated in a dispute, in the order in which it can have happened.

const { db } = await testDatabase()
const region = await aRegion(db)
const finder = region.who('tieling.officer')
const finderLeader = region.who('tieling.leader')
const loader = region.who('lishu.officer')
const ministry = region.who('ministry.supervisor')

const example = loadedAndWeighed(loader.agencyId)
const raise = () => ({ ...example, dispute: { ...example.dispute, caseNumber: randomUUID() } })

/** The violation was found on 2025-08-05 at 09:10 and filed by the finder at 11:30, by the other side the next day. */
async function aDispute() {
  const bodies = { ...jurisdictionDisputeBodies(loader.agencyId), raise: raise() }
  const dispute = await aMatter(db, { kind: 'jurisdiction-dispute', opener: finder, bodies })
  return { ...dispute, bodies }
}
async function aDisputeGivenWay() {
  const dispute = await aDispute()
  await dispute.does(finder, 'raise')
  const { position, contact } = dispute.bodies.takePosition
  await dispute.does(loader, 'takePosition', {
    body: { position: { ...position, competent: 'asker' }, contact },
  })
  return dispute
}

const fault = (path: readonly string[], zh: string) => ({
  faults: [{ path, message: { zh: expect.stringContaining(zh) } }],
})

test('who raises the dispute filed after the violation; the other side may have found and filed it before', async () => {
  const dispute = await aDispute()
  const filed = (filedAt: string) => ({
    body: { ...dispute.bodies.raise, position: { ...example.position, filedAt } },
  })

  await expect(dispute.does(finder, 'raise', filed('2025-08-05T08:00:00+08:00'))).rejects.toMatchObject(
    fault(['position', 'filedAt'], '早于违法行为发生（发现）的时间（2025-08-05 09:10）'),
  )
  await dispute.does(finder, 'raise')
  const { position, contact } = dispute.bodies.takePosition
  const before = { position: { ...position, filedAt: '2025-08-04T08:00:00+08:00' }, contact }
  await expect(dispute.does(loader, 'takePosition', { body: before })).resolves.toBeDefined()
})

test('a number without its time of filing is asked for the time, a time without a number for the number', async () => {
  const dispute = await aDispute()
  const { caseNumber, filedAt, ...rest } = example.position
  const stating = (position: object) => ({ body: { ...dispute.bodies.raise, position } })

  await expect(dispute.does(finder, 'raise', stating({ ...rest, caseNumber }))).rejects.toMatchObject(
    fault(['position', 'filedAt'], '请填写立案时间'),
  )
  await expect(dispute.does(finder, 'raise', stating({ ...rest, filedAt }))).rejects.toMatchObject(
    fault(['position', 'caseNumber'], '请填写案号'),
  )
})

test('nobody was first to file before both have stated their position', async () => {
  const dispute = await aDispute()
  const remark = async () =>
    (await asActor(db, loader, (tx) => readMatter(tx, loader, dispute.id))).statements?.remark?.zh
  await dispute.does(finder, 'raise')
  expect(await remark()).toContain('对方尚未陈述立场')

  await dispute.does(loader, 'takePosition')
  expect(await remark()).toContain('最先立案')
})

test('an agreement is dated after the last of the two filings, and says who filed first where it goes to the other', async () => {
  const dispute = await aDisputeGivenWay()
  const { settleOnAsker } = dispute.bodies
  const agreed = (agreedOn: string) => ({ body: { ...settleOnAsker, agreedOn } })
  await expect(dispute.does(finder, 'settleOnAsker', agreed('2025-08-05'))).rejects.toMatchObject(
    fault(['agreedOn'], '早于立案的日期（2025-08-06）'),
  )

  await dispute.does(loader, 'takePosition')
  const { againstFirstFiling: _, ...silent } = dispute.bodies.settleOnAnswerer
  await expect(dispute.does(finder, 'settleOnAnswerer', { body: silent })).rejects.toMatchObject(
    fault(['againstFirstFiling'], '最先立案的是昌图县交通运输综合行政执法大队（2025年8月5日 11:30）'),
  )
})

test('a designation is not dated before the dispute was raised', async () => {
  const dispute = await aDispute()
  await dispute.does(finder, 'raise')
  await dispute.does(finderLeader, 'escalate')
  const dated = (decidedOn: string) => ({ body: { ...dispute.bodies.designateAsker, decidedOn } })
  const yesterday = chinaDayOf(new Date(Date.now() - 86_400_000).toISOString())

  await expect(dispute.does(ministry, 'designateAsker', dated(yesterday))).rejects.toMatchObject(
    fault(['decidedOn'], '早于争议或移送发出的日期'),
  )
})

test('the party is told who has the case after that was settled', async () => {
  const dispute = await aDisputeGivenWay()
  await dispute.does(finder, 'settleOnAsker')
  const { handOver } = dispute.bodies
  const told = { told: 'told', method: 'direct', at: '2025-08-11T15:00:00+08:00' }

  await expect(
    dispute.does(loader, 'handOver', {
      body: { ...handOver, stoppedAt: '2025-08-01T09:00:00+08:00', notice: told },
    }),
  ).rejects.toMatchObject({
    faults: [
      { path: ['stoppedAt'], message: { zh: expect.stringContaining('早于违法行为发生') } },
      {
        path: ['notice', 'at'],
        message: { zh: expect.stringContaining('早于确定管辖的日期（2025-08-12）') },
      },
    ],
  })
})
