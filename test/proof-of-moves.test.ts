import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { actOnMatter, openMatter } from '../src/features/matters/matters.ts'
import { sealPending, verifyDatabase } from '../src/features/proof/proof.ts'
import { asActor } from '../src/platform/as-actor.ts'
import { signingKey } from '../src/platform/signing.ts'
import { testDatabase } from './database.ts'
import { aRegion } from './fixtures.ts'
import { anIntruder } from './recorded-log.ts'

test('what people did through the engine is proven, and a change behind its back is found', async () => {
  const { db, url } = await testDatabase()
  const { who } = await aRegion(db)
  const finder = who('tieling.officer')
  const receiver = who('siping.officer')
  const key = signingKey(generateKeyPairSync('ed25519').privateKey)

  const opened = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }))
  const matterId = opened.matter.id
  const push = {
    to: [receiver.agencyId, who('office.secretary').agencyId],
    what: {
      title: '跨省超限运输',
      domain: 'overload',
      facts: '辽A·X0001（示例车牌）多次夜间超限。😀',
      place: '铁岭县',
    },
    source: { kind: 'inspection', sourceGrade: 'A', contentGrade: '2' },
    assessment: { pushReasons: ['belongs-to-member'], urgency: 'normal' },
    declaration: { noReporter: true, noStateSecrets: true },
  }
  await asActor(db, finder, (tx) =>
    actOnMatter(tx, finder, { matterId, action: 'push', body: push, expectedVersion: 1 }),
  )
  await sealPending(db, key)
  await asActor(db, receiver, (tx) =>
    actOnMatter(tx, receiver, { matterId, action: 'acknowledge', body: {}, expectedVersion: 2, leg: 1 }),
  )

  expect(await verifyDatabase(db)).toMatchObject({
    isSound: true,
    matters: 1,
    events: 3,
    seals: 1,
    waiting: 1,
  })

  const intruder = await anIntruder(url)
  await intruder.run(`update leg set state = 'closed' where no = 2`)
  await intruder.close()

  expect((await verifyDatabase(db)).faults).toMatchObject([{ what: 'wrong-state', matter: matterId, leg: 2 }])
})
