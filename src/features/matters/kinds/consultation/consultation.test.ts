import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { actOnMatter } from '../../act-on-matter.ts'
import { readDraft } from '../../drafts.ts'
import { readEvents } from '../../read-events.ts'
import { readMatter } from '../../read-matter.ts'
import { consultationBodies, jointInspection } from './consultation.examples.ts'

const { db } = await testDatabase()
let region: Region
let caller: PersonActor
let neighbour: PersonActor
let police: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  caller = region.who('tieling.officer')
  neighbour = region.who('siping.officer')
  police = region.who('siping.partner')
})

async function aCalled() {
  const bodies = consultationBodies([neighbour.agencyId, police.agencyId])
  const consultation = await aMatter(db, { kind: 'consultation', opener: caller, bodies })
  await consultation.does(caller, 'call')
  return { consultation, bodies }
}

async function aMinuted() {
  const { consultation, bodies } = await aCalled()
  await consultation.does(neighbour, 'join')
  await consultation.does(police, 'join')
  await consultation.does(caller, 'writeMinutes', { leg: 1 })
  return { consultation, bodies }
}

const read = (actor: PersonActor, id: string) => asActor(db, actor, (tx) => readMatter(tx, actor, id))

test('each participant reads what all the others hold, the last word of each', async () => {
  const { consultation, bodies } = await aCalled()
  await consultation.does(neighbour, 'join')
  await consultation.does(police, 'join', { body: { ...bodies.join, position: { view: '交警配合疏导。' } } })
  await consultation.does(neighbour, 'restate')

  for (const actor of [caller, neighbour, police])
    expect(await read(actor, consultation.id)).toMatchObject({
      statements: {
        remark: null,
        each: [
          { agency: { id: caller.agencyId } },
          { agency: { id: neighbour.agencyId }, value: bodies.restate.position },
          { agency: { id: police.agencyId }, value: { view: '交警配合疏导。' } },
        ],
      },
    })
})

test('who joins at the same moment as another is not held up by it', async () => {
  const { consultation, bodies } = await aCalled()
  const seen = (await read(police, consultation.id)).version
  await consultation.does(neighbour, 'join')

  const joined = await asActor(db, police, (tx) =>
    actOnMatter(tx, police, {
      matterId: consultation.id,
      action: 'join',
      body: bodies.join,
      expectedVersion: seen,
    }),
  )

  expect(joined.matter.legs).toMatchObject([{ state: 'joined' }, { state: 'joined' }])
})

test('the minutes go to everybody at once, and hold when all have confirmed the same words', async () => {
  const { consultation } = await aMinuted()
  await consultation.does(neighbour, 'confirm')

  const { legs } = await read(caller, consultation.id)
  expect(legs[0]?.openActions.find(({ action }) => action === 'close')).toMatchObject({ open: false })
  await expect(consultation.does(caller, 'close', { leg: 1 })).rejects.toMatchObject({
    code: 'not-now',
    words: { zh: expect.stringContaining('四平市公安局交通警察支队还没有确认') },
  })
  await consultation.does(police, 'confirm')
  expect(await consultation.does(caller, 'close', { leg: 1 })).toMatchObject({
    settled: true,
    legs: [{ state: 'closed' }, { state: 'closed' }],
  })
})

test('a changed text needs confirming again, also by who had confirmed the former', async () => {
  const { consultation } = await aMinuted()
  await consultation.does(neighbour, 'confirm')
  await consultation.does(police, 'correct')

  expect(await consultation.does(caller, 'writeMinutes', { leg: 2 })).toMatchObject({
    legs: [{ state: 'minuted' }, { state: 'minuted' }],
  })
})

test('nobody confirms a text unseen: who read the former one is told that it has changed', async () => {
  const { consultation } = await aMinuted()
  const seen = (await read(neighbour, consultation.id)).version
  await consultation.does(police, 'correct')
  await consultation.does(caller, 'writeMinutes', { leg: 2 })

  await expect(
    asActor(db, neighbour, (tx) =>
      actOnMatter(tx, neighbour, {
        matterId: consultation.id,
        action: 'confirm',
        body: {},
        expectedVersion: seen,
      }),
    ),
  ).rejects.toMatchObject({ code: 'already-changed' })
})

test('minutes begin with the topics, the hour and who takes part; changed ones with the text that was sent', async () => {
  const { meeting, ...rest } = jointInspection([neighbour.agencyId, police.agencyId])
  const at = new Date(Date.now() - 3_600_000).toISOString()
  const bodies = { ...consultationBodies(rest.to), call: { ...rest, meeting: { ...meeting, at } } }
  const consultation = await aMatter(db, { kind: 'consultation', opener: caller, bodies })
  const begun = async () => {
    const address = { matterId: consultation.id, action: 'writeMinutes', leg: 1 }
    return (await asActor(db, caller, (tx) => readDraft(tx, caller, address))).body
  }
  await consultation.does(caller, 'call')
  await consultation.does(neighbour, 'join')
  await consultation.does(police, 'join', {
    body: { attendance: 'in-writing', position: { view: '无意见。' } },
  })

  expect(await begun()).toEqual({
    heldAt: at,
    way: 'video',
    participants: [
      '昌图县交通运输综合行政执法大队：试例三',
      '四平市交通运输综合行政执法支队：试例十、试例十一',
      '四平市公安局交通警察支队（书面意见）',
    ].join('\n'),
    outcomes: [{ topic: '联合检查的时间和点位' }, { topic: '查获案件由谁立案' }],
  })
  await consultation.does(caller, 'writeMinutes', { leg: 1 })
  await consultation.does(police, 'correct')
  expect(await begun()).toEqual(bodies.writeMinutes)
})

test('minutes of a meeting that lies ahead begin without its hour', async () => {
  const { consultation } = await aCalled()
  const address = { matterId: consultation.id, action: 'writeMinutes', leg: 1 }

  const { body } = await asActor(db, caller, (tx) => readDraft(tx, caller, address))

  expect(body).not.toHaveProperty('heldAt')
})

test('minutes are of what has been held', async () => {
  const { consultation, bodies } = await aCalled()
  const heldAt = new Date(Date.now() + 3_600_000).toISOString()

  await expect(
    consultation.does(caller, 'writeMinutes', { leg: 1, body: { ...bodies.writeMinutes, heldAt } }),
  ).rejects.toMatchObject({ faults: [{ path: ['heldAt'] }] })
})

test('what participants say in their own conversation stays there, and a cancelled consultation ends for all', async () => {
  const { consultation } = await aCalled()
  await asActor(db, police, (tx) =>
    actOnMatter(tx, police, { matterId: consultation.id, action: 'say', body: { text: '当日另有勤务。' } }),
  )

  const seen = await asActor(db, neighbour, (tx) => readEvents(tx, consultation.id))
  expect(seen.filter(({ type }) => type === 'say')).toEqual([])
  expect(await consultation.does(caller, 'cancel', { leg: 2 })).toMatchObject({
    settled: true,
    legs: [{ state: 'cancelled' }, { state: 'cancelled' }],
  })
})

test('P18 a participant that has been closed is shown as failed, and the others consult', async () => {
  await sql`update agency set active = false where id = ${region.who('jiashan.partner').agencyId}`.execute(db)
  const bodies = consultationBodies([neighbour.agencyId, region.who('jiashan.partner').agencyId])
  const consultation = await aMatter(db, { kind: 'consultation', opener: caller, bodies })
  await consultation.does(caller, 'call')

  expect(await consultation.does(caller, 'writeMinutes', { leg: 1 })).toMatchObject({
    legs: [{ state: 'minuted' }, { state: 'called', delivery: 'failed' }],
  })
  await consultation.does(neighbour, 'confirm')
  await consultation.does(caller, 'giveUp', { leg: 2 })
  expect(await consultation.does(caller, 'close', { leg: 1 })).toMatchObject({ settled: true })
})
