import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import { parseInput } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { readMatter } from '../../read-matter.ts'
import { forceRequestForms } from './force-request.contract.ts'
import { forceRequestBodies, nightCheck } from './force-request.examples.ts'
import { forceTasks } from './force-tasks.ts'

const { db } = await testDatabase()
let region: Region
let asker: PersonActor
let reviewer: PersonActor
let lender: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  asker = region.who('tielingxian.officer')
  reviewer = region.who('tielingxian.reviewer')
  lender = region.who('lishu.officer')
})

const someAgency = crypto.randomUUID() as never
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString()

/** Asked for three days ago; those who came worked for ten hours and left. */
const asked = { now: hoursAgo(72), node: 'test' }
function bodiesFor(to: readonly AgencyId[]) {
  const examples = forceRequestBodies(to)
  const { recordArrival, recordReturn } = examples
  return {
    ...examples,
    recordArrival: { ...recordArrival, at: hoursAgo(12) },
    recordReturn: {
      ...recordReturn,
      at: hoursAgo(2),
      hours: recordReturn.hours.map((each) => ({ ...each, hours: 9.5 })),
    },
  }
}
const bodies = bodiesFor([someAgency])
const [drone] = bodies.commit.drones ?? []

function faultsOf(action: keyof typeof forceRequestForms, body: unknown): string[] {
  try {
    parseInput(forceRequestForms[action], body)
    return []
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return refusal.faults.map(({ path, message }) => `${path.join('.')}: ${message.zh}`)
  }
}

async function aSentRequest(to = [lender]) {
  const request = await aMatter(db, {
    kind: 'force-request',
    opener: asker,
    bodies: bodiesFor(to.map(({ agencyId }) => agencyId)),
    occasion: asked,
  })
  await request.does(asker, 'submit', { occasion: asked })
  await request.does(reviewer, 'approve', { occasion: asked })
  await request.does(asker, 'send', { occasion: asked })
  return request
}

async function aCommitment() {
  const request = await aSentRequest()
  await request.does(lender, 'acknowledge')
  await request.does(lender, 'commit')
  return request
}

test.each(Object.entries(bodies))('%s takes its example', (action, body) => {
  expect(faultsOf(action as keyof typeof forceRequestForms, body)).toEqual([])
})

describe('visiting officers assist, only the territorial organ may coerce', () => {
  const given = (task: string) =>
    faultsOf('submit', { ...nightCheck([someAgency]), tasks: [{ task, detail: '按现场安排。' }] })

  test.each(forceTasks.filter(({ visitors }) => visitors === 'never').map(({ task }) => task))(
    'the task %s cannot be given to visitors, and the refusal says by which law',
    (task) => {
      expect(given(task)).toEqual([expect.stringMatching(/^tasks\.0\.task: .*只能由属地机关.*[法号]/)])
    },
  )

  test.each(forceTasks.filter(({ visitors }) => visitors !== 'never').map(({ task }) => task))(
    'the task %s can',
    (task) => expect(given(task)).toEqual([]),
  )

  test('a task of no list cannot', () => expect(given('patrol')).toHaveLength(1))

  test.each(['ourDocuments', 'ourCoercion'])('the request says so: %s', (statement) => {
    const { declaration, ...request } = nightCheck([someAgency])
    expect(
      faultsOf('submit', { ...request, declaration: { ...declaration, [statement]: false } }),
    ).toHaveLength(1)
  })

  test('two local officers are named who are present throughout', () => {
    const { localOfficers, ...request } = nightCheck([someAgency])
    expect(faultsOf('submit', { ...request, localOfficers: localOfficers.slice(1) })).toHaveLength(1)
  })

  test('and so does the acceptance', () => {
    expect(faultsOf('commit', { ...bodies.commit, assistOnly: false })[0]).toMatch(/^assistOnly: /)
  })
})

describe('forces', () => {
  test('are asked for by number and for a time that is still to come', async () => {
    const wanted = nightCheck([lender.agencyId])
    expect(faultsOf('submit', { ...wanted, needs: { people: 0, vehicles: 0, drones: 0 } })).toHaveLength(1)
    expect(faultsOf('submit', { ...wanted, needs: {} })).toHaveLength(1)
    expect(faultsOf('submit', { ...wanted, needs: { people: 2 } })).toEqual([])
    const { from, until } = wanted.window
    expect(faultsOf('submit', { ...wanted, window: { from: until, until: from } })).toHaveLength(1)
    const over = { from: '2025-06-10T20:00:00+08:00', until: '2025-06-11T06:00:00+08:00' }
    const request = await aMatter(db, { kind: 'force-request', opener: asker, bodies: {} })

    const tooLong = { from: '2031-06-10T20:00:00+08:00', until: '2031-07-13T06:00:00+08:00' }
    for (const window of [over, tooLong])
      await expect(request.does(asker, 'submit', { body: { ...wanted, window } })).rejects.toMatchObject({
        faults: [{ path: ['window', 'until'] }],
      })
  })

  test('are asked for by a letter that a second person reviewed', async () => {
    const request = await aMatter(db, {
      kind: 'force-request',
      opener: asker,
      bodies: forceRequestBodies([lender.agencyId]),
    })
    await request.does(asker, 'submit')

    await expect(request.does(asker, 'send')).rejects.toMatchObject({ code: 'not-now' })
  })

  test('come by name and certificate, return, and their hours are confirmed', async () => {
    const request = await aCommitment()
    expect(Object.keys(await request.clocks())).toEqual(['arrival'])
    await request.does(asker, 'recordArrival')
    expect(Object.keys(await request.clocks())).toEqual(['return'])
    await request.does(asker, 'recordReturn')

    expect(await request.does(lender, 'confirmHours')).toMatchObject({
      settled: true,
      lead: asker.agencyId,
      legs: [{ state: 'closed' }],
    })
  })

  test('arrive only as sent, and whoever was substituted stays away', async () => {
    const request = await aCommitment()
    await request.does(lender, 'substitute')

    await expect(request.does(asker, 'recordArrival')).rejects.toMatchObject({
      faults: [{ path: ['present', 1, 'certificateNumber'] }],
    })
    const present = bodies.substitute.people
    await request.does(asker, 'recordArrival', { body: { ...bodies.recordArrival, present } })
  })

  test('come no earlier than on the day on which they were asked for', async () => {
    const request = await aCommitment()

    await expect(
      request.does(asker, 'recordArrival', { body: { ...bodies.recordArrival, at: hoursAgo(96) } }),
    ).rejects.toMatchObject({
      faults: [{ path: ['at'], message: { zh: expect.stringContaining('早于收到请求的日期') } }],
    })
  })

  test('come with a letter that names them; whoever is sent instead comes with another, and only that one stands', async () => {
    const request = await aCommitment()
    await request.does(lender, 'substitute')

    expect((await request.letters()).map(({ type, isVoid }) => [type, isVoid])).toEqual([
      ['force-request', false],
      ['dispatch', true],
      ['dispatch', false],
    ])
  })

  test.each([
    [{ drones: [{ ...drone, pilot: '试例九十九' }] }, 'drones.0.pilot'],
    [{ leader: { name: '试例九十九', phone: '0434-7000099' } }, 'leader.name'],
  ])('come with whoever leads them and flies their drones: %o is refused', (change, path) => {
    for (const action of ['commit', 'substitute'] as const) {
      const faults = faultsOf(action, { ...bodies[action], ...change })
      expect(faults).toEqual([expect.stringMatching(new RegExp(`^${path}: 派出人员中没有此人`))])
    }
  })

  type Change = { readonly at?: string; readonly hours?: readonly (readonly [string, number])[] }
  test.each<[string, Change, readonly (string | number)[]]>([
    [
      'longer than they stayed',
      {
        hours: [
          ['22000031', 10.5],
          ['22000032', 9],
        ],
      },
      ['hours', 0, 'hours'],
    ],
    ['for one of two', { hours: [['22000031', 9]] }, ['hours']],
    [
      'for a stranger',
      {
        hours: [
          ['22000031', 9],
          ['22000099', 9],
        ],
      },
      ['hours', 1, 'certificateNumber'],
    ],
    ['before they came', { at: hoursAgo(13) }, ['at']],
  ])('do not work %s', async (_, change, path) => {
    const request = await aCommitment()
    await request.does(asker, 'recordArrival')
    const { hours, ...rest } = change
    const said = hours?.map(([certificateNumber, each]) => ({
      name: '试例',
      certificateNumber,
      hours: each,
    }))

    await expect(
      request.does(asker, 'recordReturn', {
        body: { ...bodies.recordReturn, ...rest, ...(said ? { hours: said } : {}) },
      }),
    ).rejects.toMatchObject({ faults: [{ path }] })
  })

  test('stay longer when both agree, never later than asked for nor earlier than agreed first', async () => {
    const request = await aCommitment()
    await request.does(asker, 'recordArrival')
    await expect(request.does(lender, 'agreeLonger')).rejects.toMatchObject({ code: 'not-now' })
    const { until } = bodies.submit.window
    const late = { until: bodies.askLonger.until, remarks: '同意。' }
    await expect(request.does(asker, 'askLonger', { body: { until, reason: '未完' } })).rejects.toMatchObject(
      { faults: [{ path: ['until'] }] },
    )
    await request.does(asker, 'askLonger')
    const later = new Date(Date.parse(late.until) + 60_000).toISOString()
    await expect(
      request.does(lender, 'agreeLonger', { body: { ...late, until: later } }),
    ).rejects.toMatchObject({ faults: [{ path: ['until'] }] })
    const before = (await request.clocks()).return ?? ''

    expect(await request.does(lender, 'agreeLonger', { body: late })).toMatchObject({
      legs: [{ state: 'prolonged' }],
    })

    const { longerReturn = '', ...others } = await request.clocks()
    expect(others).toEqual({})
    expect(Date.parse(longerReturn)).toBeGreaterThanOrEqual(Date.parse(before))
    expect(Date.parse(longerReturn)).toBeGreaterThan(Date.parse(late.until))
    await request.does(asker, 'recordReturn')
  })

  test('are not asked to stay once the time agreed is over, and the page says what to do instead', async () => {
    const request = await aCommitment()
    await request.does(asker, 'recordArrival')
    const after = {
      now: new Date(Date.parse(bodies.submit.window.until) + 60_000).toISOString(),
      node: 'test',
    }
    const words = { zh: expect.stringMatching(/已于 .* 结束，不能再延长。请登记返回/) }

    await expect(request.does(asker, 'askLonger', { occasion: after })).rejects.toMatchObject({
      code: 'not-now',
      words,
    })
    const { legs } = await asActor(db, asker, (tx) => readMatter(tx, asker, request.id, after))
    expect(legs[0]?.openActions.find(({ action }) => action === 'askLonger')).toMatchObject({
      open: false,
      whyWords: words,
    })
  })

  test('are cancelled until they arrive, and only asked back by their lender', async () => {
    const request = await aCommitment()
    await expect(request.does(lender, 'cancel')).rejects.toMatchObject({ code: 'not-your-turn' })
    await request.does(lender, 'askForReturn')
    expect(await request.does(asker, 'cancel')).toMatchObject({
      settled: true,
      legs: [{ state: 'cancelled' }],
    })

    const other = await aCommitment()
    await other.does(asker, 'recordArrival')
    await expect(other.does(asker, 'cancel')).rejects.toMatchObject({ code: 'not-now' })
  })

  test('come from several lenders, each of which answers for itself', async () => {
    const shuangliao = region.who('shuangliao.officer')
    const request = await aSentRequest([lender, shuangliao])
    await request.does(lender, 'acknowledge', { leg: 1 })
    await request.does(shuangliao, 'acknowledge', { leg: 2 })
    await request.does(lender, 'commit', { leg: 1 })

    expect(await request.does(shuangliao, 'decline', { leg: 2 })).toMatchObject({
      settled: false,
      legs: [{ state: 'committed' }, { state: 'declined' }],
    })
  })
})
