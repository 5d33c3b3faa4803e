import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import { parseInput } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { readEvents } from '../../read-events.ts'
import { readMatter } from '../../read-matter.ts'
import { wakeClocks } from '../../wake-clocks.ts'
import { type Lookout, lookoutForms } from './lookout.contract.ts'
import { fledTruck, lookoutBodies, unknownPlate } from './lookout.examples.ts'

const { db } = await testDatabase()
let region: Region
let issuer: PersonActor
let first: PersonActor
let second: PersonActor
let third: PersonActor
let bystander: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  issuer = region.who('tieling.officer')
  first = region.who('siping.officer')
  second = region.who('lishu.officer')
  third = region.who('tielingxian.officer')
  bystander = region.who('zherong.officer')
})

const noon = '2026-03-03T12:00:00+08:00'
const at = (time: string, day = '2026-03-03') => ({
  now: new Date(`${day}T${time}:00+08:00`).toISOString(),
  node: 'local',
})

let plates = 0

/** A lookout issued at noon on 3 March 2026 to these, for three days. */
async function aLookout(
  to: readonly PersonActor[] = [first],
  contentOf: (to: readonly AgencyId[]) => Lookout = (ids) =>
    fledTruck(ids, { now: noon, plate: nextPlate() }),
) {
  const ids = to.map(({ agencyId }) => agencyId)
  const occasion = at('12:00')
  const bodies = lookoutBodies(ids, { now: noon })
  const lookout = await aMatter(db, { kind: 'lookout', opener: issuer, bodies, occasion })
  await lookout.does(issuer, 'issue', { body: contentOf(ids), occasion })
  return lookout
}

const nextPlate = () => `辽M${String(10_000 + plates++)}`

const statesOf = async (id: string) =>
  (await asActor(db, issuer, (tx) => readMatter(tx, issuer, id))).legs.map(({ state }) => state)

const wakeUntil = async (time: string, day?: string) => {
  while ((await wakeClocks(db, at(time, day))) > 0);
}

describe('a lookout', () => {
  test('of two hours is not reminded of its end in the moment it is issued', async () => {
    const shortLookout = (ids: readonly AgencyId[]): Lookout => {
      const content = fledTruck(ids, { now: noon, plate: nextPlate() })
      return { ...content, lookout: { ...content.lookout, until: '2026-03-03T14:00:00+08:00' } }
    }
    const told = async (id: string) =>
      (await asActor(db, issuer, (tx) => readEvents(tx, id)))
        .filter(({ type }) => type === 'clock.reminded')
        .map(({ body }) => body.clock)
    const brief = await aLookout([first], shortLookout)
    const usual = await aLookout()

    await wakeUntil('12:01')
    expect(await told(brief.id)).toEqual([])

    await wakeUntil('11:59', '2026-03-06')
    expect(await told(usual.id)).toContain('term')
  })

  test('is deployed, sees the vehicle several times, and is lifted', async () => {
    const lookout = await aLookout()
    await lookout.does(first, 'deploy', { occasion: at('12:10') })

    await lookout.does(first, 'reportHit', { occasion: at('12:30') })
    await lookout.does(first, 'reportHit', { occasion: at('12:40') })
    await lookout.does(issuer, 'answerHit', { occasion: at('12:45') })
    await lookout.does(issuer, 'lift', { occasion: at('13:00') })
    const lifted = await lookout.does(first, 'confirmLift', { occasion: at('13:05') })

    expect(lifted).toMatchObject({ settled: true, lead: issuer.agencyId })
    const hits = (await asActor(db, issuer, (tx) => readEvents(tx, lookout.id))).filter(
      ({ type }) => type === 'reportHit',
    )
    expect(hits).toHaveLength(2)
  })

  test('is not found before it was last seen', async () => {
    const lookout = await aLookout()
    const hit = { ...lookoutBodies([]).reportHit, seenAt: at('11:30').now }

    await expect(
      lookout.does(first, 'reportHit', { body: hit, occasion: at('12:30') }),
    ).rejects.toMatchObject({ faults: [{ path: ['seenAt'] }] })
  })

  test('is deployed within 15 minutes where it is urgent, and the issuer answers a hit within 15', async () => {
    const lookout = await aLookout()

    expect((await lookout.clocks()).deployment).toBe(at('12:15').now)
    await lookout.does(first, 'deploy', { occasion: at('12:14') })
    await lookout.does(first, 'reportHit', { occasion: at('12:30') })
    await lookout.does(first, 'reportHit', { occasion: at('12:40') })
    expect((await lookout.clocks()).hitAnswer).toBe(at('12:45').now)
    await lookout.does(issuer, 'answerHit', { occasion: at('12:44') })
    expect(await lookout.clocks()).not.toHaveProperty('hitAnswer')
  })

  test('has four hours where it is not', async () => {
    const lookout = await aLookout([first], (ids) => unknownPlate(ids, { now: noon }))

    expect((await lookout.clocks()).deployment).toBe(at('16:00').now)
  })

  test('that cannot be deployed is answered with the reason, and may still be deployed', async () => {
    const lookout = await aLookout()

    expect(await lookout.does(first, 'cannotDeploy', { occasion: at('12:10') })).toMatchObject({
      legs: [{ state: 'unable' }],
    })
    expect(await lookout.clocks()).not.toHaveProperty('deployment')

    expect(await lookout.does(first, 'deploy', { occasion: at('12:20') })).toMatchObject({
      legs: [{ state: 'deployed' }],
    })
  })

  test('a hit is answered only once there is one', async () => {
    const lookout = await aLookout()

    await expect(lookout.does(issuer, 'answerHit', { occasion: at('12:20') })).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: '请先完成“回报发现”。' },
    })
  })

  test('P3 for the same vehicle is not issued twice at once', async () => {
    const plate = nextPlate()
    const content = (ids: readonly AgencyId[]) => fledTruck(ids, { now: noon, plate })
    await aLookout([first], content)

    await expect(aLookout([second], content)).rejects.toMatchObject({ code: 'already-pending' })
  })
})

describe('a lookout is lifted', () => {
  test('P18 everywhere it went to, however far each was, and nowhere else; each confirms', async () => {
    const lookout = await aLookout([first, second, third])
    await lookout.does(first, 'deploy', { leg: 1, occasion: at('12:10') })
    await lookout.does(second, 'cannotDeploy', { leg: 2, occasion: at('12:10') })

    await lookout.does(issuer, 'lift', { leg: 1, occasion: at('12:30') })

    expect(await statesOf(lookout.id)).toEqual(['lifting', 'lifting', 'lifting'])
    for (const who of [first, second, third]) {
      const events = await asActor(db, who, (tx) => readEvents(tx, lookout.id))
      expect(events.at(-1)?.type).toBe('lift')
    }
    await expect(asActor(db, bystander, (tx) => readEvents(tx, lookout.id))).rejects.toMatchObject({
      code: 'not-found',
    })
    await lookout.does(first, 'confirmLift', { leg: 1, occasion: at('12:35') })
    await lookout.does(second, 'confirmLift', { leg: 2, occasion: at('12:35') })
    const last = await lookout.does(third, 'confirmLift', { leg: 3, occasion: at('12:35') })
    expect(last.settled).toBe(true)
  })

  test('a hit made before anybody read of that is still reported, until one confirms', async () => {
    const lookout = await aLookout()
    await lookout.does(first, 'deploy', { occasion: at('12:05') })
    await lookout.does(issuer, 'lift', { occasion: at('12:30') })

    const reported = await lookout.does(first, 'reportHit', { occasion: at('12:31') })

    expect(reported).toMatchObject({ settled: false, legs: [{ state: 'lifting' }] })
    // The lift says what to do; nobody owes an answer beside it.
    expect(Object.keys(await lookout.clocks())).not.toContain('hitAnswer')
    await lookout.does(first, 'confirmLift', { occasion: at('12:35') })
    await expect(lookout.does(first, 'reportHit', { occasion: at('12:36') })).rejects.toMatchObject({
      code: 'not-now',
    })
  })

  test('what one agency saw stays between it and the issuer', async () => {
    const lookout = await aLookout([first, second])
    await lookout.does(first, 'deploy', { leg: 1, occasion: at('12:10') })
    await lookout.does(first, 'reportHit', { leg: 1, occasion: at('12:20') })

    const events = await asActor(db, second, (tx) => readEvents(tx, lookout.id))

    expect(events.map(({ type }) => type)).not.toContain('reportHit')
  })

  test('what is new reaches all of them and moves no end', async () => {
    const lookout = await aLookout([first, second])
    const { term } = await lookout.clocks(2)

    await lookout.does(issuer, 'update', { leg: 1, occasion: at('12:20') })

    const events = await asActor(db, second, (tx) => readEvents(tx, lookout.id))
    expect(events.at(-1)).toMatchObject({ type: 'update', leg: null })
    expect((await lookout.clocks(2)).term).toBe(term)
  })
})

describe('a lookout ends by itself', () => {
  test('at the time it named, with everybody told, and nobody late', async () => {
    const lookout = await aLookout([first, second])
    await lookout.does(first, 'deploy', { leg: 1, occasion: at('12:10') })

    await wakeUntil('11:59', '2026-03-06')
    expect(await statesOf(lookout.id)).toEqual(['deployed', 'issued'])
    await wakeUntil('12:01', '2026-03-06')

    expect(await statesOf(lookout.id)).toEqual(['expired', 'expired'])
    const matter = await asActor(db, issuer, (tx) => readMatter(tx, issuer, lookout.id))
    expect(matter.settledAt).not.toBeNull()
    expect(matter.legs.map(({ stateWords }) => stateWords.zh)).toEqual([
      '到期失效（已布控）',
      '到期失效（未签收）',
    ])
    expect(matter.clocks.filter(({ name }) => name === 'term').map(({ outcome }) => outcome)).toEqual([
      'met',
      'met',
    ])
    const events = await asActor(db, second, (tx) => readEvents(tx, lookout.id))
    expect(events.at(-1)).toMatchObject({ type: 'expire', machine: 'clocks' })
  })

  test('and nobody ends it so by hand', async () => {
    const lookout = await aLookout()

    await expect(lookout.does(issuer, 'expire', { occasion: at('12:20') })).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('自动办理') },
    })
  })

  test('and not any more once it was lifted', async () => {
    const lookout = await aLookout()
    await lookout.does(issuer, 'lift', { occasion: at('12:30') })

    await wakeUntil('12:01', '2026-03-06')

    expect(await statesOf(lookout.id)).toEqual(['lifting'])
  })

  test.each([
    ['in the past', -1],
    ['more than thirty days ahead', 24 * 31],
  ])('so its end cannot lie %s', async (_, hours) => {
    await expect(
      aLookout([first], (ids) => fledTruck(ids, { now: noon, hours, plate: nextPlate() })),
    ).rejects.toMatchObject({ faults: [{ path: ['lookout', 'until'] }] })
  })
})

const sample = fledTruck(['018f0000-0000-7000-8000-000000000001' as AgencyId], { now: noon })
const [vehicle] = sample.vehicles

test.each<[string, Readonly<Record<string, unknown>>, (string | number)[]]>([
  ['an owner', { vehicles: [{ ...vehicle, owner: '试例五' }] }, ['vehicles', 0]],
  ['a driver', { driver: { name: '试例五' } }, []],
  ['no features', { vehicles: [{ ...vehicle, features: undefined }] }, ['vehicles', 0, 'features']],
  [
    'a plate without its colour',
    { vehicles: [{ ...vehicle, colour: undefined }] },
    ['vehicles', 0, 'colour'],
  ],
  ['no end', { lookout: { ...sample.lookout, until: undefined } }, ['lookout', 'until']],
  ['no approval', { approval: undefined }, ['approval']],
])('a lookout with %s is refused', (_, change, path) => {
  expect(() => parseInput(lookoutForms.issue, { ...sample, ...change })).toThrow(
    expect.objectContaining({ faults: [expect.objectContaining({ path })] }),
  )
})

test('a vehicle that was stopped was stopped by two officers', () => {
  const { officers: _, ...hit } = lookoutBodies([]).reportHit

  expect(() => parseInput(lookoutForms.reportHit, hit)).toThrow(
    expect.objectContaining({ faults: [expect.objectContaining({ path: ['officers'] })] }),
  )
})
