import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import { parseInput } from '../../../../kernel/faults.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { openMatter } from '../../open-matter.ts'
import { readEvents } from '../../read-events.ts'
import { readMatter } from '../../read-matter.ts'
import { partnerReferralForms, type Referral } from './partner-referral.contract.ts'
import {
  crowdedCar,
  forgedPlates,
  partnerReferralBodies,
  rideHailingCar,
} from './partner-referral.examples.ts'

const { db } = await testDatabase()
let region: Region
let police: PersonActor
let brigade: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  police = region.who('siping.partner')
  brigade = region.who('siping.officer')
})

const bodies = partnerReferralBodies(crypto.randomUUID() as never)

function faultsOf(action: keyof typeof partnerReferralForms, body: unknown): string[] {
  try {
    parseInput(partnerReferralForms[action], body)
    return []
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return refusal.faults.map(({ path }) => path.join('.'))
  }
}

/** A referral with its materials, not yet sent. */
async function aReferral(content: Referral, opener = police) {
  const examples = { ...bodies, send: content }
  const matter = await aMatter(db, { kind: 'partner-referral', opener, bodies: examples })
  await matter.attach(opener, ['case-materials'])
  return matter
}

async function aReceivedReferral(content = rideHailingCar(brigade.agencyId)) {
  const referral = await aReferral(content)
  await referral.does(police, 'send')
  await referral.does(brigade, 'acknowledge')
  return referral
}

test.each(Object.entries(bodies))('%s takes its example', (action, body) => {
  expect(faultsOf(action as keyof typeof partnerReferralForms, body)).toEqual([])
})

describe('a partner department', () => {
  test('refers to a transport agency, and begins no other kind of matter', async () => {
    const begin = (kind: string) => asActor(db, police, (tx) => openMatter(tx, police, { kind }))

    await expect(begin('clue')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(begin('partner-referral')).resolves.toMatchObject({ matter: { kind: 'partner-referral' } })
  })

  test('neither hands over nor sees filed what is dated before it was found', async () => {
    const referral = await aReceivedReferral()
    await referral.does(brigade, 'accept')
    const { handOver, file } = bodies
    const before = '2025-07-18T10:19:00+08:00'
    const refused = (field: string) => ({
      faults: [
        { path: [field], message: { zh: expect.stringContaining('早于发现的时间（2025-07-18 10:20）') } },
      ],
    })

    await expect(
      referral.does(police, 'handOver', { body: { ...handOver, at: before } }),
    ).rejects.toMatchObject(refused('at'))
    await expect(
      referral.does(brigade, 'file', { body: { ...file, filedAt: before } }),
    ).rejects.toMatchObject(refused('filedAt'))
  })

  test('S20 hands an out-of-province ride-hailing car over, and learns how it ended', async () => {
    const referral = await aReceivedReferral()
    expect(await referral.does(brigade, 'accept')).toMatchObject({ lead: brigade.agencyId })
    await referral.does(police, 'handOver')
    await referral.does(brigade, 'file')
    await referral.does(brigade, 'confirmHandOver')
    await referral.does(brigade, 'reportResult')

    expect(await referral.does(police, 'confirm')).toMatchObject({
      settled: true,
      lead: brigade.agencyId,
      legs: [{ state: 'closed' }],
    })
  })

  test('S20 gets its answer within hours while the car waits', async () => {
    const now = { now: '2026-04-13T02:00:00.000Z', node: 'test' }
    const matter = await aMatter(db, {
      kind: 'partner-referral',
      opener: police,
      bodies: { send: rideHailingCar(brigade.agencyId) },
      occasion: now,
    })
    await matter.attach(police, ['case-materials'])
    await matter.does(police, 'send', { occasion: now })

    expect(await matter.clocks()).toMatchObject({ acceptance: '2026-04-13T06:00:00.000Z' })
  })

  test('S29 passes on a clue about ten people on six seats, with nothing to hand over', async () => {
    const content = crowdedCar(brigade.agencyId)
    const { seats = 0, aboard = 0, payers = 0, fareYuan = 0 } = content.occupancy ?? {}
    expect(Math.round(((aboard - seats) * 100) / seats)).toBe(67)
    expect(payers * fareYuan).toBe(3_600)
    const matter = await aMatter(db, {
      kind: 'partner-referral',
      opener: police,
      bodies: { ...bodies, send: content },
    })
    await matter.does(police, 'send')
    await matter.does(brigade, 'acknowledge')
    await matter.does(brigade, 'accept')
    expect(Object.keys(await matter.clocks())).toEqual(['filing'])

    await expect(matter.does(police, 'handOver')).rejects.toMatchObject({ code: 'not-now' })
    const { legs } = await asActor(db, police, (tx) => readMatter(tx, police, matter.id))
    expect(legs[0]?.openActions.find(({ action }) => action === 'handOver')).toMatchObject({
      open: false,
      whyWords: { zh: expect.stringContaining('没有列明') },
    })
    const waiting = await asActor(db, brigade, (tx) => readMatter(tx, brigade, matter.id))
    expect(waiting.legs[0]?.openActions.map(({ action }) => action)).not.toContain('handOver')
    await matter.does(brigade, 'file')
    await matter.does(brigade, 'reportResult')
    expect(await matter.does(police, 'confirm')).toMatchObject({ settled: true })
  })
})

describe('a referral goes to whose business it is', () => {
  const refused = async (content: Referral, opener: PersonActor, path: string, words: string) => {
    const referral = await aReferral(content, opener)
    await expect(referral.does(opener, 'send')).rejects.toMatchObject({
      faults: [{ path: path.split('.'), message: { zh: expect.stringContaining(words) } }],
    })
  }

  test('from a transport agency to the police of forged plates', async () => {
    const referral = await aReferral(forgedPlates(police.agencyId), brigade)
    expect(await referral.does(brigade, 'send')).toMatchObject({ legs: [{ state: 'sent' }] })
  })

  test('not of another business, and the refusal names who takes it', async () => {
    const content = forgedPlates(police.agencyId)
    const market = { ...content, referral: { ...content.referral, type: 'measuring' as const } }
    await refused(market, brigade, 'to', '市场监管')
  })

  test('not the wrong way round', async () => {
    const content = forgedPlates(police.agencyId)
    const wrong = { ...content, referral: { ...content.referral, type: 'coach' as const } }
    await refused(wrong, brigade, 'referral.type', '交通运输执法机构办理')
  })

  test('not between two transport agencies, nor between two partners', async () => {
    await refused(crowdedCar(region.who('tieling.officer').agencyId), brigade, 'to', '案件移送')
    await refused(
      crowdedCar(region.who('tieling.partner').agencyId),
      police,
      'to',
      '只能向交通运输执法机构移交',
    )
  })

  test('a case with what was established, a clue also without', async () => {
    const matter = await aMatter(db, { kind: 'partner-referral', opener: police, bodies: {} })

    await expect(
      matter.does(police, 'send', { body: rideHailingCar(brigade.agencyId) }),
    ).rejects.toMatchObject({ faults: [{ path: ['materials', 'case-materials'] }] })
    await matter.does(police, 'send', { body: crowdedCar(brigade.agencyId) })
  })
})

describe('a referral that was received', () => {
  test('P1 changes hands when it is taken, and not before', async () => {
    const referral = await aReceivedReferral()
    expect(await referral.does(police, 'askBack')).toMatchObject({ lead: police.agencyId })
    expect(await referral.does(brigade, 'accept')).toMatchObject({ lead: brigade.agencyId })
  })

  test('is declined for a reason of the list, and names the competent department', async () => {
    expect(faultsOf('decline', { reason: 'NoJurisdiction', grounds: 'x' })).toEqual(['competent'])
    expect(faultsOf('decline', { reason: 'Busy', grounds: 'x' })).toEqual(['reason'])
    const referral = await aReceivedReferral()
    expect(await referral.does(brigade, 'decline')).toMatchObject({ settled: true, lead: police.agencyId })
  })

  test('is not filed for a reason of the list, and then nothing has to be handed over', async () => {
    expect(faultsOf('declineToFile', { reason: 'NoJurisdiction', grounds: 'x' })).toEqual(['reason'])
    const referral = await aReceivedReferral()
    await referral.does(brigade, 'accept')
    await referral.does(brigade, 'declineToFile')

    expect(await referral.does(police, 'confirm')).toMatchObject({ settled: true })
  })

  test('does not close while the car is on its way', async () => {
    const referral = await aReceivedReferral()
    await referral.does(brigade, 'accept')
    await referral.does(brigade, 'file')
    await referral.does(brigade, 'reportResult')
    await expect(referral.does(police, 'confirm')).rejects.toThrow('has not been handed over')
    await referral.does(police, 'handOver')
    await expect(referral.does(police, 'confirm')).rejects.toThrow('has not been confirmed')
    await expect(
      referral.does(brigade, 'confirmHandOver', {
        body: { ...bodies.confirmHandOver, at: '2025-07-18T15:00:00+08:00' },
      }),
    ).rejects.toMatchObject({ faults: [{ path: ['at'] }] })
    await referral.does(brigade, 'confirmHandOver')

    expect(await referral.does(police, 'confirm')).toMatchObject({ settled: true })
  })

  test('a penalty is reported with its number', () => {
    expect(faultsOf('reportResult', { outcome: 'penalty', summary: 'x' })).toEqual(['decisionNumber'])
    expect(faultsOf('reportResult', { outcome: 'no-penalty', summary: 'x' })).toEqual([])
  })
})

describe('a crowded car', () => {
  const findingsOf = async (content: Referral) => {
    const referral = await aReferral(content)
    await referral.does(police, 'send')
    const events = await asActor(db, police, (tx) => readEvents(tx, referral.id))
    return events.find(({ type }) => type === 'send')?.body.findings
  }

  test('S29 ten people on six seats are 67 per cent too many, nine fares of 400 yuan are 3,600', async () => {
    expect(await findingsOf(crowdedCar(brigade.agencyId))).toMatchObject([
      { name: 'overcrowdedPercent', value: 67, zh: expect.stringContaining('超员 4 人，超员率 67%') },
      { name: 'takingsYuan', value: 3_600, zh: expect.stringContaining('收取票款 3600 元') },
    ])
  })

  test('within its seats, and where nobody paid, leads to nothing', async () => {
    const car = crowdedCar(brigade.agencyId)

    expect(await findingsOf({ ...car, occupancy: { seats: 6, aboard: 6, payers: 0 } })).toBeUndefined()
    expect(await findingsOf(rideHailingCar(brigade.agencyId))).toBeUndefined()
  })
})
