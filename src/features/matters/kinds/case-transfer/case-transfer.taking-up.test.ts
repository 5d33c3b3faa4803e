import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aMatter, type PlayedMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion } from '../../../../../test/fixtures.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { listMatters, MatterQuery } from '../../list-matters.ts'
import { InboxQuery, readInbox } from '../../read-inbox.ts'
import { readMatter } from '../../read-matter.ts'
import { wakeClocks } from '../../wake-clocks.ts'
import { caseTransferBodies } from './case-transfer.examples.ts'
import { materialsOf } from './case-transfer.materials.ts'

// The common superior takes an objection to a transfer up of its own accord 依职权 (行政处罚法 Art. 25).

const { db } = await testDatabase()
const region = await aRegion(db)
const sender = region.who('tieling.officer')
const receiver = region.who('lishu.officer')
const ministry = region.who('ministry.supervisor')

async function anObjectedTransfer(): Promise<PlayedMatter> {
  const bodies = caseTransferBodies(receiver.agencyId)
  const submit = { ...bodies.submit, case: { ...bodies.submit.case, number: randomUUID() } }
  const transfer = await aMatter(db, {
    kind: 'case-transfer',
    opener: sender,
    bodies: { ...bodies, submit },
  })
  const items = materialsOf(submit).flatMap(({ item, required }) => (required ? [item] : []))
  await transfer.attach(sender, items)
  await transfer.does(sender, 'submit')
  await transfer.does(region.who('tieling.reviewer'), 'approve')
  await transfer.does(sender, 'send')
  await transfer.does(receiver, 'acknowledge')
  await transfer.does(receiver, 'object')
  return transfer
}

async function aConsultedTransfer(): Promise<PlayedMatter> {
  const transfer = await anObjectedTransfer()
  await transfer.does(sender, 'insist')
  return transfer
}

const read = (actor: PersonActor, id: string) => asActor(db, actor, (tx) => readMatter(tx, actor, id))

/** Everything the background work does within days. */
async function daysPass(days: number) {
  const occasion = { now: new Date(Date.now() + days * 86_400_000).toISOString(), node: 'test' }
  while ((await wakeClocks(db, occasion)) > 0);
}

test('both sides are told why, and when the time is up it designates, whichever of them was to move', async () => {
  const [objected, consulted] = [await anObjectedTransfer(), await aConsultedTransfer()]
  await expect(objected.does(ministry, 'designateAnswerer')).rejects.toMatchObject({
    code: 'not-now',
    words: { zh: expect.stringContaining('共同上级现在可以办理：“依职权启动指定管辖”') },
  })

  await objected.does(ministry, 'takeUp')
  await consulted.does(ministry, 'takeUp')

  for (const side of [sender, receiver]) {
    const { items } = await asActor(db, side, (tx) => readInbox(tx, side, InboxQuery.parse({})))
    for (const { id } of [objected, consulted]) {
      expect(items.find(({ matter }) => matter.id === id)).toMatchObject({ type: 'takeUp' })
      expect(await read(side, id)).toMatchObject({ legs: [{ superior: { id: ministry.agencyId } }] })
    }
  }
  await daysPass(9)
  for (const transfer of [objected, consulted]) {
    await transfer.looksAgain()
    expect(await transfer.does(ministry, 'designateAnswerer')).toMatchObject({
      lead: receiver.agencyId,
      legs: [{ state: 'accepted' }],
    })
  }
})

test('for that time the two may still settle it, each as before', async () => {
  const [conceded, accepted, maintained] = [
    await anObjectedTransfer(),
    await anObjectedTransfer(),
    await aConsultedTransfer(),
  ]
  for (const transfer of [conceded, accepted, maintained]) await transfer.does(ministry, 'takeUp')

  expect(await conceded.does(sender, 'concede')).toMatchObject({ lead: sender.agencyId, settled: true })
  await accepted.does(sender, 'insist')
  expect(await accepted.does(receiver, 'accept')).toMatchObject({ lead: receiver.agencyId })
  expect(await maintained.does(receiver, 'maintain')).toMatchObject({ legs: [{ state: 'referred' }] })
})

test('nobody else does, and only an objection is taken up', async () => {
  const transfer = await anObjectedTransfer()

  for (const [login, code] of [
    ['tieling.leader', 'not-your-turn'],
    ['lishu.leader', 'not-your-turn'],
    ['liaoning.supervisor', 'not-your-turn'],
    ['office.secretary', 'not-found'],
  ] as const)
    await expect(transfer.does(region.who(login), 'takeUp'), login).rejects.toMatchObject({ code })
  await transfer.does(sender, 'concede')
  await expect(transfer.does(ministry, 'takeUp')).rejects.toMatchObject({ code: 'not-now' })
})

test('it finds what it may take up among what it decides', async () => {
  const transfer = await aConsultedTransfer()
  const found = async (actor: PersonActor) => {
    const query = MatterQuery.parse({ scope: 'subtree', side: 'superior', settled: 'false', limit: '200' })
    return (await asActor(db, actor, (tx) => listMatters(tx, actor, query))).items.map(({ id }) => id)
  }

  expect(await found(ministry)).toContain(transfer.id)
  expect(await found(region.who('jilin.supervisor'))).not.toContain(transfer.id)
})
