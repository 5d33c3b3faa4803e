import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { actOnMatter } from '../../act-on-matter.ts'
import { openMatter } from '../../open-matter.ts'
import { caseNumberKey } from './case-number-key.ts'
import type { Submission } from './case-transfer.contract.ts'
import { caseTransferBodies, detainedTruck, recordedTruck, wasteShip } from './case-transfer.examples.ts'
import { materialsOf } from './case-transfer.materials.ts'

const { db } = await testDatabase()
let region: Region
let sender: PersonActor
let reviewer: PersonActor
let receiver: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  sender = region.who('tielingxian.officer')
  reviewer = region.who('tielingxian.reviewer')
  receiver = region.who('lishu.officer')
})

type Bodies = ReturnType<typeof caseTransferBodies>
type Transfer = Awaited<ReturnType<typeof aDraft>>

/** A transfer one can take further, step by step; without a body, an action carries its example. */
async function aDraft(opener = sender) {
  const { matter } = await asActor(db, opener, (tx) => openMatter(tx, opener, { kind: 'case-transfer' }))
  let expectedVersion = matter.version
  return {
    id: matter.id,
    async does(actor: PersonActor, action: keyof Bodies | 'link', body?: unknown) {
      const examples: Readonly<Record<string, unknown>> = caseTransferBodies(receiver.agencyId)
      const wanted = { matterId: matter.id, action, body: body ?? examples[action], expectedVersion }
      const { matter: moved } = await asActor(db, actor, (tx) => actOnMatter(tx, actor, wanted))
      expectedVersion = moved.version
      return moved
    },
  }
}

/** Attaches an empty page for each item of the check-list. */
async function attach(transfer: Transfer, items: readonly string[], opener = sender, internal = false) {
  await asActor(db, opener, async (tx) => {
    for (const item of items)
      await sql`select add_attachment(${JSON.stringify({
        id: randomUUID(),
        matter_id: transfer.id,
        digest: 'a'.repeat(64),
        size: 1,
        name: `${item}.pdf`,
        media_type: 'application/pdf',
        item,
        internal,
      })}::jsonb, null)`.execute(tx)
  })
}

const requiredItems = (content: Submission) =>
  materialsOf(content).flatMap(({ item, required }) => (required ? [item] : []))

/** A transfer whose number no other test uses, delivered and signed for. */
async function aReceivedTransfer(content = withNumber(detainedTruck(receiver.agencyId), randomUUID())) {
  const transfer = await aDraft()
  await attach(transfer, requiredItems(content))
  await transfer.does(sender, 'submit', content)
  await transfer.does(reviewer, 'approve')
  await transfer.does(sender, 'send')
  await transfer.does(receiver, 'acknowledge')
  return transfer
}

const withNumber = (content: Submission, number: string): Submission => ({
  ...content,
  case: { ...content.case, number },
})

describe('a transfer is submitted', () => {
  test('with all its materials, and those that are missing are named at once', async () => {
    const transfer = await aDraft()
    await attach(transfer, ['scene-record', 'questioning-record'])
    await attach(transfer, ['investigation-report'], sender, true)

    const refusal = await transfer.does(sender, 'submit').catch((error) => error)

    expect(refusal).toMatchObject({ code: 'invalid-input' })
    expect(refusal.faults.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'materials.investigation-report',
      'materials.scene-photographs',
      'materials.weighing-record',
      'materials.objects-list',
      'materials.measure-decisions',
      'materials.earlier-filing-proof',
    ])
  })

  test('with every fault of its content and every missing material in one refusal', async () => {
    const transfer = await aDraft()
    const { to: _, ...content } = wasteShip(receiver.agencyId)

    const refusal = await transfer.does(sender, 'submit', content as never).catch((error) => error)

    expect(refusal.faults.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'to',
      ...requiredItems(wasteShip(receiver.agencyId)).map((item) => `materials.${item}`),
    ])
  })

  test('not with something that happens tomorrow', async () => {
    const transfer = await aDraft()
    const content = detainedTruck(receiver.agencyId)
    await attach(transfer, requiredItems(content))
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()

    await expect(
      transfer.does(sender, 'submit', { ...content, case: { ...content.case, discoveredAt: tomorrow } }),
    ).rejects.toMatchObject({ faults: [{ path: ['case', 'discoveredAt'] }] })
  })

  test('no measure longer than the law allows; everything that is wrong is told at once', async () => {
    const content = detainedTruck(receiver.agencyId)
    const transfer = await aDraft()
    await attach(transfer, requiredItems(content))
    const from = '2025-06-20T10:00:00+08:00'
    const lasting = (kind: string, day: string) => ({
      ...content.measures?.[0],
      kind,
      from,
      until: `${day}T10:00:00+08:00`,
    })
    const discoveredAt = new Date(Date.now() + 86_400_000).toISOString()

    // The sixtieth day after 20 June is 19 August, the seventh working day 1 July.
    await expect(
      transfer.does(sender, 'submit', {
        ...content,
        case: { ...content.case, discoveredAt },
        measures: [
          lasting('seize', '2025-08-20'),
          lasting('seal', '2025-08-19'),
          lasting('register-save', '2025-07-02'),
          lasting('order-correction', '2026-06-20'),
        ],
      }),
    ).rejects.toMatchObject({
      faults: [
        { path: ['case', 'discoveredAt'] },
        { path: ['measures', 0, 'until'], message: { zh: expect.stringContaining('2025-08-19') } },
        { path: ['measures', 2, 'until'], message: { zh: expect.stringContaining('2025-07-01') } },
      ],
    })
  })

  test('not to an agency that has been closed', async () => {
    const closed = region.who('jiashan.officer').agencyId
    await sql`update agency set active = false where id = ${closed}`.execute(db)
    const content = wasteShip(closed)
    const transfer = await aDraft()
    await attach(transfer, requiredItems(content))

    await expect(transfer.does(sender, 'submit', content)).rejects.toMatchObject({
      faults: [{ path: ['to'] }],
    })
  })
})

describe('a transfer that was accepted is dated in order', () => {
  const early = (field: string, former: string) => ({
    faults: [{ path: [field], message: { zh: expect.stringContaining(former) } }],
  })

  test('nothing is received before it was handed over, nothing decided before it was filed', async () => {
    const transfer = await aReceivedTransfer()
    await transfer.does(receiver, 'accept')
    await transfer.does(sender, 'handOver')
    const { confirmHandOver, decide } = caseTransferBodies(receiver.agencyId)

    await expect(
      transfer.does(receiver, 'confirmHandOver', { ...confirmHandOver, at: '2025-06-12T09:59:00+08:00' }),
    ).rejects.toMatchObject(early('at', '早于移交的时间（2025-06-12 10:00）'))
    await transfer.does(receiver, 'confirmHandOver', { ...confirmHandOver, at: '2025-06-12T10:00:00+08:00' })

    await transfer.does(receiver, 'file')
    await expect(
      transfer.does(receiver, 'decide', { ...decide, decidedOn: '2025-06-12' }),
    ).rejects.toMatchObject(early('decidedOn', '早于立案的日期（2025-06-13）'))
    await transfer.does(receiver, 'decide', { ...decide, decidedOn: '2025-06-13' })
  })
})

test('what the region of registration fines for a recorded overload has a most', async () => {
  const transfer = await aReceivedTransfer(withNumber(recordedTruck(receiver.agencyId), randomUUID()))
  await transfer.does(receiver, 'accept')
  const { file, decide } = caseTransferBodies(receiver.agencyId)
  await transfer.does(receiver, 'file', file)

  await expect(transfer.does(receiver, 'decide', { ...decide, fineYuan: 35_000 })).rejects.toMatchObject({
    faults: [{ path: ['fineYuan'], message: { zh: expect.stringContaining('30000 元') } }],
  })
  await transfer.does(receiver, 'decide', { ...decide, fineYuan: 30_000 })
})

describe('a case that was received is not passed on again', () => {
  const onward = async (number: string, before?: (transfer: Transfer) => Promise<unknown>) => {
    const content = withNumber(wasteShip(sender.agencyId), number)
    const transfer = await aDraft(receiver)
    await attach(transfer, requiredItems(content), receiver)
    await before?.(transfer)
    return transfer.does(receiver, 'submit', content)
  }
  const refused = { code: 'not-now', words: { zh: expect.stringContaining('不得再次移送') } }

  test('under the number it came with, the number it was filed under, or by a link', async () => {
    const received = await aReceivedTransfer(
      withNumber(detainedTruck(receiver.agencyId), '辽铁〔2025〕00911号'),
    )
    const link = { to: received.id, relation: 'continues' }
    await expect(onward('辽铁[2025]00911号')).resolves.toMatchObject({ legs: [{ state: 'inReview' }] })

    await received.does(receiver, 'accept')
    await received.does(receiver, 'file', {
      ...caseTransferBodies(receiver.agencyId).file,
      caseNumber: '吉四梨交执〔2025〕00911号',
    })

    await expect(onward('辽铁（2025）00911 号')).rejects.toMatchObject(refused)
    await expect(onward('吉四梨交执[2025]00911号')).rejects.toMatchObject(refused)
    await expect(onward('另一号', (transfer) => transfer.does(receiver, 'link', link))).rejects.toMatchObject(
      refused,
    )
    await expect(onward('再一号')).resolves.toMatchObject({ legs: [{ state: 'inReview' }] })
  })
})

describe('a case that was handed over', () => {
  const toItsEnd = async (number: string, steps: readonly (readonly [PersonActor, keyof Bodies])[]) => {
    const transfer = await aReceivedTransfer(withNumber(wasteShip(receiver.agencyId), number))
    for (const [actor, action] of steps) await transfer.does(actor, action)
  }
  const again = async (number: string) => {
    const content = withNumber(wasteShip(region.who('siping.officer').agencyId), number)
    const transfer = await aDraft(sender)
    await attach(transfer, requiredItems(content), sender)
    return transfer.does(sender, 'submit', content)
  }

  test('P5 is not sent to a third agency once the receiver has dealt with it', async () => {
    await toItsEnd('辽铁〔2025〕00931号', [
      [receiver, 'accept'],
      [receiver, 'file'],
      [receiver, 'decide'],
      [receiver, 'reportResult'],
      [sender, 'handOver'],
      [receiver, 'confirmHandOver'],
      [sender, 'tellParty'],
      [sender, 'confirmResult'],
    ])

    await expect(again('辽铁[2025]00931号')).rejects.toMatchObject({ code: 'not-now' })
  })

  test('P4 goes elsewhere when it came back', async () => {
    await toItsEnd('辽铁〔2025〕00932号', [
      [receiver, 'object'],
      [sender, 'concede'],
    ])

    await expect(again('辽铁[2025]00932号')).resolves.toMatchObject({ legs: [{ state: 'inReview' }] })
  })
})

describe('a transfer that is disputed', () => {
  test('is not objected to for documents that were never asked for', async () => {
    const transfer = await aReceivedTransfer()
    const objection = { ...caseTransferBodies(receiver.agencyId).object, reason: 'MissingDocument' }
    await expect(transfer.does(receiver, 'object', objection)).rejects.toMatchObject({
      faults: [{ path: ['reason'] }],
    })

    await transfer.does(receiver, 'requestSupplement')

    expect(await transfer.does(receiver, 'object', objection)).toMatchObject({
      legs: [{ state: 'objected' }],
    })
  })

  test('cannot be insisted on where nobody could designate, and says what to do', async () => {
    const police = region.who('siping.partner')
    const content = withNumber(wasteShip(police.agencyId), randomUUID())
    const transfer = await aDraft()
    await attach(transfer, requiredItems(content))
    await transfer.does(sender, 'submit', content)
    await transfer.does(reviewer, 'approve')
    await transfer.does(sender, 'send')
    await transfer.does(police, 'acknowledge')
    await transfer.does(police, 'object')

    await expect(transfer.does(sender, 'insist')).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('另行移送有管辖权的机关') },
    })
    expect(await transfer.does(sender, 'concede')).toMatchObject({ lead: sender.agencyId, settled: true })
  })

  test('goes up to the ministry between two provinces, and the designation decides who leads', async () => {
    const transfer = await aReceivedTransfer()
    await transfer.does(receiver, 'object')
    await transfer.does(sender, 'insist')
    await transfer.does(receiver, 'maintain')

    const designated = await transfer.does(region.who('ministry.supervisor'), 'designateAnswerer')

    expect(designated).toMatchObject({ lead: receiver.agencyId, legs: [{ state: 'accepted' }] })
  })
})

test('a supplement answers every gap that was named', async () => {
  const transfer = await aReceivedTransfer()
  await transfer.does(receiver, 'requestSupplement')
  const { answers } = caseTransferBodies(receiver.agencyId).supply

  await expect(transfer.does(sender, 'supply', { answers: answers.slice(0, 1) })).rejects.toMatchObject({
    faults: [{ path: ['answers'], message: { zh: '还没有答复这一缺项：请说明装载地点。' } }],
  })
  expect(await transfer.does(sender, 'supply')).toMatchObject({ legs: [{ state: 'received' }] })
})

test('the whole path: the case changes hands at acceptance, and closes when its objects have arrived', async () => {
  const transfer = await aReceivedTransfer()
  expect(await transfer.does(receiver, 'accept')).toMatchObject({ lead: receiver.agencyId })
  await transfer.does(sender, 'tellParty')
  await expect(
    transfer.does(receiver, 'file', {
      ...caseTransferBodies(receiver.agencyId).file,
      filedAt: new Date(Date.now() + 3_600_000).toISOString(),
    }),
  ).rejects.toMatchObject({ faults: [{ path: ['filedAt'] }] })
  await transfer.does(receiver, 'file')
  await transfer.does(receiver, 'decide')
  await transfer.does(receiver, 'reportResult')

  await expect(transfer.does(sender, 'confirmResult')).rejects.toThrow('have not been handed over')
  await transfer.does(sender, 'handOver')
  await expect(transfer.does(sender, 'confirmResult')).rejects.toThrow('has not confirmed them')
  await transfer.does(receiver, 'confirmHandOver')

  expect(await transfer.does(sender, 'confirmResult')).toMatchObject({
    lead: receiver.agencyId,
    settled: true,
    legs: [{ state: 'closed' }],
  })
})

test('nothing has to be handed over where the receiver files nothing', async () => {
  const transfer = await aReceivedTransfer()
  await transfer.does(receiver, 'accept')
  await transfer.does(sender, 'tellParty')
  await transfer.does(receiver, 'declineToFile')

  expect(await transfer.does(sender, 'confirmResult')).toMatchObject({ settled: true })
})

test('the database compares case numbers as we do', async () => {
  const numbers = [
    '辽铁〔2025〕00017号',
    '闽（２０２５）1 号',
    'ab【2025】［3］',
    ' 吉\t[1]\n',
    '赣（2020）交移函〔00012〕号',
  ]
  const { rows } = await sql<{ key: string }>`
    select case_number_key(number) as key from unnest(${numbers}::text[]) with ordinality as given(number, no)
    order by no`.execute(db)
  expect(rows.map(({ key }) => key)).toEqual(numbers.map(caseNumberKey))
})
