import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aboutAnotherTruck, aCaseUntil } from '../../../../../test/a-case-of-march.ts'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { actOnMatter } from '../../act-on-matter.ts'
import { openMatter } from '../../open-matter.ts'
import { precedentsOf } from '../../precedents.ts'
import { readMatter } from '../../read-matter.ts'
import { wakeClocks } from '../../wake-clocks.ts'
import { caseTransferBodies, detainedTruck } from '../case-transfer/case-transfer.examples.ts'
import { materialsOf } from '../case-transfer/case-transfer.materials.ts'
import { jurisdictionDisputeBodies, loadedAndWeighed } from './jurisdiction-dispute.examples.ts'

const { db } = await testDatabase()
let region: Region
let finder: PersonActor
let finderLeader: PersonActor
let loader: PersonActor
let ministry: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  finder = region.who('tieling.officer')
  finderLeader = region.who('tieling.leader')
  loader = region.who('lishu.officer')
  ministry = region.who('ministry.supervisor')
})

type Bodies = ReturnType<typeof jurisdictionDisputeBodies>

/** A dispute one can take further, step by step; without a body, an action carries its example. */
async function aDispute(content: Bodies['raise'] = withNumber(randomUUID())) {
  const { matter } = await asActor(db, finder, (tx) =>
    openMatter(tx, finder, { kind: 'jurisdiction-dispute' }),
  )
  let expectedVersion = matter.version
  const does = async (actor: PersonActor, action: keyof Bodies, body?: unknown) => {
    const wanted = {
      matterId: matter.id,
      action,
      body: body ?? jurisdictionDisputeBodies(loader.agencyId)[action],
      expectedVersion,
    }
    const { matter: moved } = await asActor(db, actor, (tx) => actOnMatter(tx, actor, wanted))
    expectedVersion = moved.version
    return moved
  }
  const draft = { id: matter.id, number: matter.number, does, content }
  return draft
}

async function aRaisedDispute(content = withNumber(randomUUID())) {
  const dispute = await aDispute(content)
  await dispute.does(finder, 'raise', content)
  return dispute
}

const withNumber = (number: string, to = loader.agencyId): Bodies['raise'] => {
  const example = loadedAndWeighed(to)
  return { ...example, dispute: { ...example.dispute, caseNumber: number } }
}

const holding = (competent: 'asker' | 'answerer', more: object = {}) => {
  const { position, contact } = jurisdictionDisputeBodies(loader.agencyId).takePosition
  return { position: { ...position, competent, ...more }, contact }
}

/** Everything the background work does within days. */
async function daysPass(days: number) {
  const occasion = { now: new Date(Date.now() + days * 86_400_000).toISOString(), node: 'test' }
  while ((await wakeClocks(db, occasion)) > 0);
}

const read = (actor: PersonActor, id: string) => asActor(db, actor, (tx) => readMatter(tx, actor, id))

describe('a dispute is consulted on', () => {
  test('both positions stand next to each other, and above them who filed first', async () => {
    const dispute = await aRaisedDispute()
    await dispute.does(loader, 'takePosition')

    for (const actor of [finder, loader])
      expect(await read(actor, dispute.id)).toMatchObject({
        statements: {
          field: 'position',
          remark: { zh: expect.stringMatching(/昌图.*2025年8月5日 11:30 最先立案/) },
          each: [
            { agency: { id: finder.agencyId }, value: { competent: 'asker' } },
            { agency: { id: loader.agencyId }, value: { competent: 'answerer' } },
          ],
        },
      })
  })

  test('it is settled on what the other side last said, and who does not have the case hands it over', async () => {
    const dispute = await aRaisedDispute()
    await dispute.does(loader, 'takePosition')
    await expect(dispute.does(finder, 'settleOnAsker')).rejects.toThrow('last said something else')
    await dispute.does(loader, 'takePosition', holding('asker'))

    expect(await dispute.does(finder, 'settleOnAsker')).toMatchObject({
      lead: finder.agencyId,
      legs: [{ state: 'forAsker' }],
    })
    await dispute.does(loader, 'handOver')
    expect(await dispute.does(finder, 'confirmHandOver')).toMatchObject({ settled: true })
  })

  test('the first to file has the case unless the two say why not', async () => {
    const dispute = await aRaisedDispute()
    await dispute.does(loader, 'takePosition')
    const { againstFirstFiling: _, ...silent } = jurisdictionDisputeBodies(loader.agencyId).settleOnAnswerer

    await expect(dispute.does(finder, 'settleOnAnswerer', silent)).rejects.toMatchObject({
      faults: [{ path: ['againstFirstFiling'] }],
    })
    expect(await dispute.does(finder, 'settleOnAnswerer')).toMatchObject({ lead: loader.agencyId })
    await dispute.does(finder, 'handOver')
    expect(await dispute.does(loader, 'confirmHandOver')).toMatchObject({ settled: true })
  })

  test('the list of what is handed over goes to the other side, whichever that is', async () => {
    const listAfter = async (settle: 'settleOnAsker' | 'settleOnAnswerer', from: PersonActor) => {
      const bodies = { ...jurisdictionDisputeBodies(loader.agencyId), raise: withNumber(randomUUID()) }
      const dispute = await aMatter(db, { kind: 'jurisdiction-dispute', opener: finder, bodies })
      await dispute.does(finder, 'raise')
      await dispute.does(loader, 'takePosition', {
        body: holding(settle === 'settleOnAsker' ? 'asker' : 'answerer'),
      })
      await dispute.does(finder, settle)
      await dispute.does(from, 'handOver')
      return (await dispute.letters()).at(-1)
    }

    const toFinder = await listAfter('settleOnAsker', loader)
    const toLoader = await listAfter('settleOnAnswerer', finder)

    expect(toFinder).toMatchObject({ type: 'hand-over', to: [{ id: finder.agencyId }] })
    expect(toLoader).toMatchObject({ type: 'hand-over', to: [{ id: loader.agencyId }] })
    expect(JSON.stringify(toLoader?.parts)).toContain('停止行使管辖权')
  })

  test('the minutes say by which letter the other side agreed, and why not with who filed first', async () => {
    const bodies = { ...jurisdictionDisputeBodies(loader.agencyId), raise: withNumber(randomUUID()) }
    const dispute = await aMatter(db, { kind: 'jurisdiction-dispute', opener: finder, bodies })
    await dispute.does(finder, 'raise')
    await dispute.does(loader, 'takePosition')

    await dispute.does(finder, 'settleOnAnswerer')

    const minutes = JSON.stringify((await dispute.letters()).at(-1)?.parts)
    expect(minutes).toMatch(/不由最先立案的机关管辖的理由：源头企业同时被立案/)
    expect(minutes).toMatch(
      /梨树县交通运输综合行政执法大队已于\d{4}年\d+月\d+日以\S+争复〔\d{4}〕\d+号函复同意/,
    )
  })

  test('of the letters in which a side says what it holds the last one counts', async () => {
    const bodies = { ...jurisdictionDisputeBodies(loader.agencyId), raise: withNumber(randomUUID()) }
    const dispute = await aMatter(db, { kind: 'jurisdiction-dispute', opener: finder, bodies })
    await dispute.does(finder, 'raise')
    await dispute.does(loader, 'takePosition')
    await dispute.does(loader, 'takePosition', { body: holding('asker') })

    const positions = (await dispute.letters()).filter(({ type }) => type === 'dispute-position')
    expect(positions.map(({ isVoid }) => isVoid)).toEqual([true, false])
  })

  test('the moment of filing stays as it was first stated', async () => {
    const dispute = await aRaisedDispute()
    await dispute.does(loader, 'takePosition')

    await expect(
      dispute.does(loader, 'takePosition', holding('answerer', { filedAt: '2025-08-05T08:00:00+08:00' })),
    ).rejects.toMatchObject({ faults: [{ path: ['position', 'filedAt'] }] })
  })

  test('a claim that does not fit the sort of dispute is refused before anything is sent', async () => {
    const content = withNumber(randomUUID())
    const dispute = await aDispute(content)

    await expect(
      dispute.does(finder, 'raise', { ...content, position: { ...content.position, competent: 'answerer' } }),
    ).rejects.toMatchObject({ faults: [{ path: ['position', 'competent'] }] })
  })

  test('with another line of government there is nobody to designate, so it is no dispute of this kind', async () => {
    const content = withNumber(randomUUID(), region.who('siping.partner').agencyId)
    const dispute = await aDispute(content)

    await expect(dispute.does(finder, 'raise', content)).rejects.toMatchObject({
      faults: [{ path: ['to'], message: { zh: expect.stringContaining('没有共同的上级主管部门') } }],
    })
  })

  test('everything that cannot be raised is named at once', async () => {
    const content = withNumber(randomUUID(), region.who('siping.partner').agencyId)
    const dispute = await aDispute(content)
    const ahead = new Date(Date.now() + 3_600_000).toISOString()

    await expect(
      dispute.does(finder, 'raise', {
        ...content,
        dispute: { ...content.dispute, occurredAt: ahead },
        position: { ...content.position, competent: 'answerer', filedAt: ahead },
      }),
    ).rejects.toMatchObject({
      faults: [
        { path: ['dispute', 'occurredAt'] },
        { path: ['position', 'filedAt'] },
        { path: ['position', 'competent'] },
        { path: ['to'] },
      ],
    })
  })

  test('who filed the case here states the moment that is on record', async () => {
    const { bodies } = aboutAnotherTruck()
    await aCaseUntil(db, 'file', { officer: finder, leader: finderLeader }, bodies)
    const { caseNumber } = bodies.file
    const content = withNumber(caseNumber)
    const dispute = await aDispute(content)
    const raisedAt = (filedAt: string) =>
      dispute.does(finder, 'raise', { ...content, position: { ...content.position, caseNumber, filedAt } })

    await expect(raisedAt('2025-08-01T08:00:00+08:00')).rejects.toMatchObject({
      faults: [{ path: ['position', 'filedAt'], message: { zh: expect.stringContaining('立案登记') } }],
    })
    expect(await raisedAt('2026-03-05T15:00:00+08:00')).toMatchObject({ legs: [{ state: 'raised' }] })
  })
})

describe('the side that did not raise the dispute', () => {
  const answererLeader = () => region.who('lishu.leader')

  async function aDemanded() {
    const dispute = await aRaisedDispute()
    await dispute.does(loader, 'takePosition')
    await dispute.does(answererLeader(), 'demandDesignation')
    return dispute
  }

  test('refers it upwards as well: when the time is up the platform does, whether the other agrees or not', async () => {
    const dispute = await aDemanded()

    await daysPass(9)

    expect(await read(loader, dispute.id)).toMatchObject({
      legs: [{ state: 'escalated', superior: { id: ministry.agencyId } }],
    })
    await expect(read(ministry, dispute.id)).resolves.toMatchObject({ id: dispute.id })
  })

  test('has stated its position first, and its reviewer or leader decides', async () => {
    const dispute = await aRaisedDispute()

    await expect(dispute.does(answererLeader(), 'demandDesignation')).rejects.toMatchObject({
      code: 'not-now',
    })
    await dispute.does(loader, 'takePosition')
    await expect(dispute.does(loader, 'demandDesignation')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(dispute.does(finderLeader, 'demandDesignation')).rejects.toMatchObject({
      code: 'not-your-turn',
    })
  })

  test('writes the request to the common superior, which an agreement in time takes back', async () => {
    const dispute = await aDemanded()
    const requests = async () => {
      const { rows } = await sql<{ void: boolean; to: string }>`
        select legs <@ void_legs as void, content::text as "to" from letter
        where matter_id = ${dispute.id} and type = 'designation-request'`.execute(db)
      return rows
    }
    expect(await requests()).toEqual([{ void: false, to: expect.stringContaining('交通运输部') }])

    await dispute.does(loader, 'takePosition', holding('asker'))
    await dispute.does(finder, 'settleOnAsker')

    expect(await requests()).toMatchObject([{ void: true }])
    await daysPass(9)
    expect(await read(loader, dispute.id)).toMatchObject({ legs: [{ state: 'forAsker' }] })
  })
})

describe('a dispute goes up', () => {
  async function anEscalated() {
    const dispute = await aRaisedDispute()
    await dispute.does(finderLeader, 'escalate')
    return dispute
  }

  test('also past a side that says nothing, but only by whoever may approve', async () => {
    const dispute = await aRaisedDispute()

    await expect(dispute.does(finder, 'escalate')).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await dispute.does(finderLeader, 'escalate')).toMatchObject({ legs: [{ state: 'escalated' }] })
    expect(await read(loader, dispute.id)).toMatchObject({
      legs: [{ superior: { id: ministry.agencyId } }],
    })
  })

  test('to the superior computed from the tree: two counties to their city, two cities to their province, two provinces to the ministry', async () => {
    const superiorOf = async (one: string, other: string) => {
      const { rows } = await sql<{ code: string }>`
        select s.code from agency a, agency b, agency s
        where a.code = ${one} and b.code = ${other} and s.id = common_superior(a.id, b.id)`.execute(db)
      return rows[0]?.code
    }

    expect(await superiorOf('220322-ZF', '220382-ZF')).toBe('220300')
    expect(await superiorOf('211224-ZF', '210700-ZF')).toBe('210000')
    expect(await superiorOf('211224-ZF', '220322-ZF')).toBe('000000')
  })

  test('and nobody but the common superior designates: no side, no province of one of them, no joint-conference office', async () => {
    const dispute = await anEscalated()

    for (const login of ['tieling.leader', 'liaoning.supervisor', 'jilin.supervisor', 'office.secretary'])
      await expect(dispute.does(region.who(login), 'designateAsker'), login).rejects.toMatchObject({
        code: expect.stringMatching(/not-your-turn|not-found/),
      })
    expect(await dispute.does(ministry, 'designateAnswerer')).toMatchObject({ lead: loader.agencyId })
  })

  test('an office that attends may mediate with a message, and is told that it cannot designate', async () => {
    const dispute = await anEscalated()
    const office = region.who('office.secretary')
    await sql`update leg set attending = array[${office.agencyId}::uuid] where matter_id = ${dispute.id}`.execute(
      db,
    )
    await sql`insert into party (matter_id, agency_id) values (${dispute.id}, ${office.agencyId})`.execute(db)

    await asActor(db, office, (tx) =>
      actOnMatter(tx, office, {
        matterId: dispute.id,
        action: 'say',
        body: { text: '建议由最先立案的机关办理，另一方协助。' },
      }),
    )
    await expect(dispute.does(office, 'designateAsker')).rejects.toMatchObject({
      code: 'not-your-turn',
      words: { zh: expect.stringContaining('不能指定管辖') },
    })
  })

  test('a third agency is designated only below the superior, and neither of the two', async () => {
    const dispute = await anEscalated()
    const designating = (agencyId: string) => ({
      ...jurisdictionDisputeBodies(loader.agencyId).designateOther,
      agency: [agencyId],
    })

    for (const other of [finder.agencyId, region.who('siping.partner').agencyId])
      await expect(dispute.does(ministry, 'designateOther', designating(other))).rejects.toMatchObject({
        faults: [{ path: ['agency'] }],
      })
    await dispute.does(ministry, 'designateOther', designating(region.who('siping.officer').agencyId))
    const { reportTransfer } = jurisdictionDisputeBodies(loader.agencyId)
    await expect(
      dispute.does(finder, 'reportTransfer', { ...reportTransfer, transferNumber: '案移-20250820-000101' }),
    ).rejects.toMatchObject({ faults: [{ path: ['transferNumber'] }] })
    expect(await dispute.does(finder, 'reportTransfer')).toMatchObject({
      settled: true,
      lead: finder.agencyId,
    })
  })
})

describe('a case that was taken over in a transfer', () => {
  /** A transfer of this number that its receiver has accepted. */
  async function aTakenOver(from: PersonActor, approver: string, by: PersonActor, number: string) {
    const example = detainedTruck(by.agencyId)
    const content = { ...example, case: { ...example.case, number } }
    const bodies = { ...caseTransferBodies(by.agencyId), submit: content }
    const transfer = await aMatter(db, { kind: 'case-transfer', opener: from, bodies })
    await transfer.attach(
      from,
      materialsOf(content).map(({ item }) => item),
    )
    await transfer.does(from, 'submit')
    await transfer.does(region.who(approver), 'approve')
    await transfer.does(from, 'send')
    await transfer.does(by, 'acknowledge')
    await transfer.does(by, 'accept')
  }
  const third = () => region.who('siping.officer')
  const refused = { code: 'not-now', words: { zh: expect.stringContaining('不得再行移送') } }

  test('is not passed on by an agreement of whoever raised the dispute', async () => {
    const number = randomUUID()
    await aTakenOver(third(), 'siping.reviewer', finder, number)
    const dispute = await aRaisedDispute(withNumber(number))
    await dispute.does(loader, 'takePosition')

    await expect(dispute.does(finder, 'settleOnAnswerer')).rejects.toMatchObject(refused)
    expect(await dispute.does(finderLeader, 'escalate')).toMatchObject({ legs: [{ state: 'escalated' }] })
  })

  test('nor by one of the other side, under the number that side states', async () => {
    const number = randomUUID()
    await aTakenOver(third(), 'siping.reviewer', loader, number)
    const dispute = await aRaisedDispute()
    await dispute.does(loader, 'takePosition', holding('asker', { caseNumber: number }))

    await expect(dispute.does(finder, 'settleOnAsker')).rejects.toMatchObject(refused)
  })
})

describe('a case whose jurisdiction was settled', () => {
  const transferred = async (from: PersonActor, number: string, to: PersonActor) => {
    const example = detainedTruck(to.agencyId)
    const content = { ...example, case: { ...example.case, number } }
    const { matter } = await asActor(db, from, (tx) => openMatter(tx, from, { kind: 'case-transfer' }))
    return asActor(db, from, async (tx) => {
      for (const { item } of materialsOf(content))
        await sql`select add_attachment(${JSON.stringify({
          id: randomUUID(),
          matter_id: matter.id,
          digest: 'b'.repeat(64),
          size: 1,
          name: `${item}.pdf`,
          media_type: 'application/pdf',
          item,
        })}::jsonb, null)`.execute(tx)
      return actOnMatter(tx, from, {
        matterId: matter.id,
        action: 'submit',
        body: content,
        expectedVersion: matter.version,
      })
    })
  }
  const elsewhere = () => region.who('siping.officer')

  test('P5 goes nowhere but to the agency designated, whoever sends it and however the number is written', async () => {
    const dispute = await aRaisedDispute(withNumber('辽铁昌交执〔2025〕00051号'))
    await dispute.does(finderLeader, 'escalate')
    await dispute.does(ministry, 'designateAnswerer')

    const refused = { code: 'not-now', facts: { settledIn: dispute.number } }
    await expect(transferred(finder, '辽铁昌交执[2025]00051号', elsewhere())).rejects.toMatchObject(refused)
    await expect(transferred(loader, '辽铁昌交执（2025）00051号', elsewhere())).rejects.toMatchObject(refused)
    await expect(transferred(finder, '辽铁昌交执〔2025〕00051号', loader)).resolves.toMatchObject({
      matter: { legs: [{ state: 'inReview' }] },
    })
  })

  test('P5 goes to the third agency that was designated, and to nobody else', async () => {
    const dispute = await aRaisedDispute(withNumber('辽铁昌交执〔2025〕00052号'))
    await dispute.does(finderLeader, 'escalate')
    await dispute.does(ministry, 'designateOther', {
      ...jurisdictionDisputeBodies(loader.agencyId).designateOther,
      agency: [elsewhere().agencyId],
    })

    await expect(transferred(finder, '辽铁昌交执〔2025〕00052号', loader)).rejects.toMatchObject({
      code: 'not-now',
    })
    const { matter } = await transferred(finder, '辽铁昌交执〔2025〕00052号', elsewhere())
    const reported = () =>
      dispute.does(finder, 'reportTransfer', {
        summary: '已向指定的机关移送。',
        transferNumber: matter.number,
      })
    // Written is not sent.
    await expect(reported()).rejects.toMatchObject({ faults: [{ path: ['transferNumber'] }] })
    for (const [login, action, body] of [
      ['tieling.reviewer', 'approve', { opinion: '同意移送。' }],
      ['tieling.officer', 'send', {}],
    ] as const) {
      const actor = region.who(login)
      await asActor(db, actor, async (tx) => {
        const { version } = await readMatter(tx, actor, matter.id)
        return actOnMatter(tx, actor, { matterId: matter.id, action, body, expectedVersion: version })
      })
    }
    await expect(reported()).resolves.toMatchObject({ settled: true })
  })
})

test('P3 the same case is not disputed twice at once', async () => {
  await aRaisedDispute(withNumber('辽铁昌交执〔2025〕00061号'))
  const content = withNumber('辽铁昌交执[2025]00061号')
  const again = await aDispute(content)

  await expect(again.does(finder, 'raise', content)).rejects.toMatchObject({ code: 'already-pending' })
})

test('whoever writes a dispute is shown settled ones that resemble it, and only those the agency may see', async () => {
  const settled = await aRaisedDispute()
  await settled.does(loader, 'takePosition', holding('asker'))
  await settled.does(finder, 'settleOnAsker')
  await settled.does(loader, 'handOver')
  await settled.does(finder, 'confirmHandOver')
  const next = await aRaisedDispute()
  const stranger = region.who('gaomi.officer')
  const strangersOwn = await asActor(db, stranger, (tx) =>
    openMatter(tx, stranger, { kind: 'jurisdiction-dispute' }),
  )

  const found = await asActor(db, finder, (tx) => precedentsOf(tx, finder, next.id))

  expect(found.find(({ id }) => id === settled.id)).toMatchObject({
    state: 'closedForAsker',
    alike: ['dispute.behaviour', 'dispute.conflict', 'to', 'vehicle.plate', 'party.creditCode'],
  })
  expect(await asActor(db, stranger, (tx) => precedentsOf(tx, stranger, strangersOwn.matter.id))).toEqual([])
})
