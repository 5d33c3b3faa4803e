import { beforeAll, describe, expect, test } from 'vitest'
import { beginCase } from '../src/features/cases/begin-case.ts'
import {
  caseTransferBodies,
  recordedTruck,
} from '../src/features/matters/kinds/case-transfer/case-transfer.examples.ts'
import { materialsOf } from '../src/features/matters/kinds/case-transfer/case-transfer.materials.ts'
import { airportCars, clueBodies } from '../src/features/matters/kinds/clue/clue.examples.ts'
import {
  crowdedCar,
  partnerReferralBodies,
} from '../src/features/matters/kinds/partner-referral/partner-referral.examples.ts'
import { actOnMatter, readDraft, readMatter } from '../src/features/matters/matters.ts'
import type { PersonActor } from '../src/platform/actor.ts'
import { asActor } from '../src/platform/as-actor.ts'
import { caseBodies, on } from './a-case-of-march.ts'
import { aMatter, type PlayedMatter } from './a-matter.ts'
import { testDatabase } from './database.ts'
import { aRegion } from './fixtures.ts'

const { db } = await testDatabase()
let police: PersonActor
let brigade: PersonActor
let brigadeLeader: PersonActor
let sender: PersonActor
let reviewer: PersonActor

beforeAll(async () => {
  const { who } = await aRegion(db)
  police = who('tieling.partner')
  brigade = who('siping.officer')
  brigadeLeader = who('siping.leader')
  sender = who('tieling.officer')
  reviewer = who('tieling.reviewer')
})

const begun = async (actor: PersonActor, matterId: string) => {
  const { matter } = await asActor(db, actor, (tx) => beginCase(tx, actor, matterId, at))
  const draft = await asActor(db, actor, (tx) =>
    readDraft(tx, actor, { matterId: matter.id, action: 'register', leg: 0 }),
  )
  return { id: matter.id, version: matter.version, body: draft.body as Readonly<Record<string, unknown>> }
}

const draftOf = (actor: PersonActor, matterId: string, action: string) =>
  asActor(db, actor, (tx) => readDraft(tx, actor, { matterId, action, leg: 1 }))

const at = on('2026-11-20T10:00:00')

/** A transfer to 四平 of a truck that technical monitoring recorded, signed for there. */
async function aTransferSignedFor(number: string): Promise<PlayedMatter> {
  const recorded = recordedTruck(brigade.agencyId)
  const submit = { ...recorded, case: { ...recorded.case, number } }
  const transfer = await aMatter(db, {
    kind: 'case-transfer',
    opener: sender,
    bodies: { ...caseTransferBodies(brigade.agencyId), submit },
    occasion: at,
  })
  await transfer.attach(
    sender,
    materialsOf(submit).map(({ item }) => item),
  )
  await transfer.does(sender, 'submit', { occasion: at })
  await transfer.does(reviewer, 'approve', { occasion: at })
  await transfer.does(sender, 'send', { occasion: at })
  await transfer.does(brigade, 'acknowledge', { occasion: at })
  return transfer
}

describe('a case that begins from what was sent', () => {
  test('takes over facts, party, vehicle and weights of a transfer, and gives its number back to it once it is filed', async () => {
    const transfer = await aTransferSignedFor('辽铁昌监〔2026〕1号')
    await transfer.does(brigade, 'accept', { occasion: at })

    const own = await begun(brigade, transfer.id)
    const { case: sent, party, vehicle, overload } = recordedTruck(brigade.agencyId)
    expect(own.body).toMatchObject({
      about: { cause: sent.cause, behaviour: 'overload', source: 'regional', facts: sent.facts },
      points: [{ role: 'place', place: sent.place }],
      party,
      vehicle,
      overload,
    })
    await expect(begun(brigade, transfer.id)).rejects.toMatchObject({ code: 'not-now' })

    const { register, file } = caseBodies()
    const step = (actor: PersonActor, action: string, body: object, expectedVersion: number) =>
      asActor(db, actor, (tx) =>
        actOnMatter(tx, actor, { matterId: own.id, action, body, expectedVersion }, at),
      )
    const { about, ...rest } = own.body as typeof register
    const registration = { ...register, ...rest, about: { ...register.about, ...about } }
    const { matter } = await step(brigade, 'register', registration, own.version)
    await step(brigadeLeader, 'file', file, matter.version)
    expect((await draftOf(brigade, transfer.id, 'file')).body).toMatchObject({
      caseNumber: file.caseNumber,
      officers: register.officers,
    })
  })

  test('gives its decision back to the transfer, and how far it was carried out', async () => {
    const transfer = await aTransferSignedFor('辽铁昌监〔2026〕4号')
    await transfer.does(brigade, 'accept', { occasion: at })
    const own = await begun(brigade, transfer.id)
    const example = caseBodies()
    const { about, ...rest } = own.body as typeof example.register
    const confiscating = { penalties: ['fine', 'confiscate-gains'], confiscatedYuan: 800 }
    const decide = { ...example.decide, ...confiscating, decidedOn: '2026-12-05' }
    const bodies = {
      ...example,
      register: { ...example.register, ...rest, about: { ...example.register.about, ...about } },
      file: { ...example.file, caseNumber: '吉四交执〔2026〕41号' },
      serveNotice: { ...example.serveNotice, ...confiscating, servedAt: '2026-11-21T10:00:00+08:00' },
      decide,
      serve: { ...example.serve, servedAt: '2026-12-05T15:00:00+08:00' },
      recordExecution: { ...example.recordExecution, at: '2026-12-06T10:00:00+08:00' },
    }
    let version = own.version
    for (const [action, actor, day] of [
      ['register', brigade, '2026-11-20T11:00:00'],
      ['file', brigadeLeader, '2026-11-20T12:00:00'],
      ['conclude', brigade, '2026-11-20T13:00:00'],
      ['serveNotice', brigade, '2026-11-21T11:00:00'],
      ['decide', brigadeLeader, '2026-12-05T11:00:00'],
      ['serve', brigade, '2026-12-05T16:00:00'],
      ['recordExecution', brigade, '2026-12-06T11:00:00'],
    ] as const) {
      const wanted = { matterId: own.id, action, body: bodies[action], expectedVersion: version }
      const { matter } = await asActor(db, actor, (tx) => actOnMatter(tx, actor, wanted, on(day)))
      version = matter.version
    }

    const { decisionNumber, summary, penalties, fineYuan } = decide
    expect((await draftOf(brigade, transfer.id, 'decide')).body).toEqual({
      outcome: 'penalty',
      decisionNumber,
      decidedOn: '2026-12-05',
      summary,
      penalties,
      fineYuan,
      confiscatedYuan: 800,
    })
    expect((await draftOf(brigade, transfer.id, 'reportResult')).body).toEqual({ execution: 'executed' })
    // One notice is due, and the case drafts it when it is closed.
    const later = { occasion: on('2026-12-07T10:00:00') }
    const filed = (await draftOf(brigade, transfer.id, 'file')).body
    await transfer.does(brigade, 'file', { body: filed, ...later })
    await transfer.does(brigade, 'decide', {
      body: (await draftOf(brigade, transfer.id, 'decide')).body,
      ...later,
    })
    await transfer.does(brigade, 'reportResult', { body: { summary, execution: 'executed' }, ...later })
    const { links } = await asActor(db, brigade, (tx) => readMatter(tx, brigade, transfer.id))
    expect(links.map(({ id }) => id)).toEqual([own.id])
    // Nobody else reads what is decided in a case of another agency.
    expect((await draftOf(sender, transfer.id, 'confirmResult')).body).toEqual({})
  })

  test('is one, though two colleagues begin it at the same moment', async () => {
    const transfer = await aTransferSignedFor('辽铁昌监〔2026〕3号')
    await transfer.does(brigade, 'accept', { occasion: at })

    const both = await Promise.allSettled([brigade, brigadeLeader].map((actor) => begun(actor, transfer.id)))

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'not-now' } })
  })

  test('is one of passengers where the police count them, and says from whom it came', async () => {
    const crowded = crowdedCar(brigade.agencyId)
    const send = { ...crowded, referral: { ...crowded.referral, type: 'illegal-operation' } }
    const referral = await aMatter(db, {
      kind: 'partner-referral',
      opener: police,
      bodies: { ...partnerReferralBodies(brigade.agencyId), send },
      occasion: at,
    })
    await referral.does(police, 'send', { occasion: at })
    await referral.does(brigade, 'acknowledge', { occasion: at })
    await referral.does(brigade, 'accept', { occasion: at })

    const { body } = await begun(brigade, referral.id)
    expect(body).toMatchObject({
      about: {
        behaviour: 'illegal-passenger',
        source: 'other-department',
        sourceNote: expect.stringContaining('移交（部移-'),
      },
      points: [{ role: 'detection', place: send.facts.place }],
      vehicle: send.vehicle,
    })
  })

  test('of a clue about several cars leaves the car to be chosen', async () => {
    const push = airportCars([brigade.agencyId])
    const clue = await aMatter(db, {
      kind: 'clue',
      opener: sender,
      bodies: { ...clueBodies([brigade.agencyId]), push },
      occasion: at,
    })
    await clue.does(sender, 'push', { occasion: at })
    await clue.does(brigade, 'acknowledge', { occasion: at })
    await clue.does(brigade, 'take', { occasion: at })

    const { body } = await begun(brigade, clue.id)
    expect(body).toMatchObject({ about: { cause: push.what.title, facts: push.what.facts } })
    expect(body.vehicle).toBeUndefined()
  })
})

describe('no case begins', () => {
  test('before it is taken over, for whoever sent it, or for a stranger', async () => {
    const transfer = await aTransferSignedFor('辽铁昌监〔2026〕2号')

    for (const actor of [brigade, sender])
      await expect(begun(actor, transfer.id)).rejects.toMatchObject({ code: 'not-now' })
    await transfer.does(brigade, 'accept', { occasion: at })
    await expect(begun(sender, transfer.id)).rejects.toMatchObject({ code: 'not-now' })
  })
})
