import { beforeAll, expect, test } from 'vitest'
import { aboutAnotherTruck, aCaseUntil, on } from '../../../../../test/a-case-of-march.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion } from '../../../../../test/fixtures.ts'
import type { PersonActor } from '../../../../platform/actor.ts'

const { db } = await testDatabase()
let officer: PersonActor
let leader: PersonActor
let reviewer: PersonActor

beforeAll(async () => {
  const { who } = await aRegion(db)
  officer = who('tieling.officer')
  leader = who('tieling.leader')
  reviewer = who('tieling.reviewer')
})

/** Filed on 5 March; the notice was served on the 9th. */
const until = (last: 'file' | 'serveNotice') => {
  const { bodies } = aboutAnotherTruck()
  return aCaseUntil(db, last, { officer, leader }, bodies).then((played) => ({ played, bodies }))
}

const refusedAt = (field: string, zh: RegExp) => ({
  code: 'invalid-input',
  faults: [{ path: [field], message: { zh: expect.stringMatching(zh) } }],
})

test('a notice served before the case was filed is none of this case, so no time for defence runs from it', async () => {
  const { played, bodies } = await until('file')
  await played.does(officer, 'conclude', { occasion: on('2026-03-08T10:00:00') })

  await expect(
    played.does(officer, 'serveNotice', {
      body: { ...bodies.serveNotice, servedAt: '2026-02-09T10:00:00+08:00' },
      occasion: on('2026-03-09T10:30:00'),
    }),
  ).rejects.toMatchObject(refusedAt('servedAt', /早于立案的日期（2026-03-05）/))
})

test('nothing is seized or kept as evidence before the violation was found', async () => {
  const { played, bodies } = await until('file')

  for (const action of ['registerEvidence', 'seize', 'seizeAtOnce'] as const)
    await expect(
      played.does(officer, action, {
        body: { ...bodies[action], takenAt: '2026-03-05T09:00:00+08:00' },
        occasion: on('2026-03-05T16:00:00'),
      }),
    ).rejects.toMatchObject(refusedAt('takenAt', /早于发现违法行为的时间（2026-03-05 09:40）/))
})

test('a notice of the minute in which the case was filed is not before it; one of the same day is told the time', async () => {
  const { bodies } = aboutAnotherTruck()
  const played = await aCaseUntil(db, 'register', { officer, leader }, bodies)
  await played.does(leader, 'file', { occasion: on('2026-03-05T15:00:40') })
  await played.does(officer, 'conclude', { occasion: on('2026-03-05T15:10:00') })
  const notice = (servedAt: string) =>
    played.does(officer, 'serveNotice', {
      body: { ...bodies.serveNotice, servedAt },
      occasion: on('2026-03-05T15:20:00'),
    })

  await expect(notice('2026-03-05T14:59:00+08:00')).rejects.toMatchObject(
    refusedAt('servedAt', /早于立案的时间（2026-03-05 15:00）/),
  )
  await notice('2026-03-05T15:00:00+08:00')
})

test('what the party says follows the notice, a decision follows its hearing, and service and payment follow the decision', async () => {
  const { played, bodies } = await until('serveNotice')
  const at = (day: string) => on(`${day}T17:00:00`)
  const refused = (actor: PersonActor, action: keyof typeof bodies, day: string, change: object) =>
    expect(played.does(actor, action, { body: { ...bodies[action], ...change }, occasion: at(day) })).rejects

  await refused(officer, 'recordDefence', '2026-03-10', {
    statedAt: '2026-03-08T10:00:00+08:00',
  }).toMatchObject(refusedAt('statedAt', /早于通知书送达的日期（2026-03-09）/))
  await refused(officer, 'requestHearing', '2026-03-10', {
    requestedAt: '2026-03-09T09:59:00+08:00',
  }).toMatchObject(refusedAt('requestedAt', /早于通知书送达/))
  await played.does(officer, 'requestHearing', { occasion: at('2026-03-10') })
  await refused(officer, 'callHearing', '2026-03-12', {
    noticeServedAt: '2026-03-09T15:00:00+08:00',
  }).toMatchObject(refusedAt('noticeServedAt', /早于当事人要求听证/))
  await played.does(officer, 'callHearing', { occasion: at('2026-03-12') })
  await refused(officer, 'holdHearing', '2026-03-25', {
    heldAt: '2026-03-24T09:00:00+08:00',
  }).toMatchObject(refusedAt('heldAt', /早于通知举行听证的日期（2026-03-25）/))
  await played.does(officer, 'holdHearing', { occasion: at('2026-03-25') })
  await played.does(reviewer, 'passLegalReview', { occasion: at('2026-03-26') })
  await refused(leader, 'decide', '2026-03-27', { decidedOn: '2026-03-24' }).toMatchObject(
    refusedAt('decidedOn', /早于听证举行的日期（2026-03-25）/),
  )
})

test('service, payment and closing follow the decision, each on its day', async () => {
  const { played, bodies } = await until('serveNotice')
  await played.does(leader, 'decide', { occasion: on('2026-03-17T10:00:00') })

  await expect(
    played.does(officer, 'serve', {
      body: { ...bodies.serve, servedAt: '2026-03-16T10:00:00+08:00' },
      occasion: on('2026-03-18T10:30:00'),
    }),
  ).rejects.toMatchObject(refusedAt('servedAt', /早于作出决定的日期（2026-03-17）/))
  await played.does(officer, 'serve', { occasion: on('2026-03-18T10:30:00') })
  await expect(
    played.does(officer, 'recordExecution', {
      body: { ...bodies.recordExecution, at: '2026-03-16T10:00:00+08:00' },
      occasion: on('2026-03-20T10:30:00'),
    }),
  ).rejects.toMatchObject(refusedAt('at', /早于作出决定/))
  await played.does(officer, 'recordExecution', { occasion: on('2026-03-20T10:30:00') })
  await expect(
    played.does(leader, 'close', {
      body: { ...bodies.close, closedOn: '2026-03-19' },
      occasion: on('2026-03-23T10:30:00'),
    }),
  ).rejects.toMatchObject(refusedAt('closedOn', /早于执行的日期（2026-03-20）/))
  await played.does(leader, 'close', { occasion: on('2026-03-23T10:30:00') })
})
