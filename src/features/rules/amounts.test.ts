import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { type AccountId, newId } from '../../kernel/ids.ts'
import { type PersonActor, type Power, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { type App, httpServer } from '../../platform/http.ts'
import { openLog } from '../../platform/log.ts'
import { agencyIdOf, foundAgencies, listAlliances } from '../agencies/agencies.ts'
import { amountRoutes } from './amounts.routes.ts'
import { adoptAmount, amountFor, amountRules, reasonsOfAmount } from './rules.ts'

const { db } = await testDatabase()

const somebodyOf = (code: string, ...powers: Power[]): PersonActor => ({
  type: 'person',
  accountId: newId() as AccountId,
  name: '测试人员',
  agencyId: agencyIdOf(code),
  agencyPath: '/',
  powers: new Set(powers),
})

const secretary = somebodyOf('210000-FW', 'open', 'handle', 'convene')
const director = somebodyOf('210000', 'open', 'handle', 'lead')
const brigadeLeader = somebodyOf('211221-ZF', 'open', 'handle', 'lead')
const people: Record<string, PersonActor> = { secretary, director, brigadeLeader }

const now = '2026-03-02T02:00:00.000Z'
let alliance = ''
let app: App

beforeAll(async () => {
  await asActor(db, systemActor('founding'), foundAgencies)
  alliance = (await asActor(db, secretary, listAlliances))[0]?.id ?? ''
  app = await httpServer({
    log: openLog('silent'),
    authenticate: async ({ headers }) => people[headers.authorization ?? ''],
  })
  amountRoutes(app, db)
  await app.ready()
})

const binding = (ruleId: string, code: string, on: string) =>
  asActor(db, secretary, (tx) =>
    amountFor(tx, { ruleId, agencyId: agencyIdOf(code), on: `${on}T12:00:00+08:00` }),
  )
const decided = { effectiveTo: null, reason: '测试决定', confidence: 'V-local', now } as const
const byAlliance = (ruleId: string, value: number, effectiveFrom: string) =>
  asActor(db, secretary, (tx) =>
    adoptAmount(tx, secretary, {
      ...decided,
      ruleId,
      value,
      effectiveFrom,
      allianceId: alliance,
      province: null,
    }),
  )
const byProvince = (
  ruleId: string,
  value: number,
  effectiveFrom: string,
  { province = '21', who = director } = {},
) =>
  asActor(db, who, (tx) =>
    adoptAmount(tx, who, { ...decided, ruleId, value, effectiveFrom, province, allianceId: null }),
  )

describe('the registry of amounts', () => {
  // Number by number: a change here is a change of what binds officers.
  test.each([
    ['HEARING_PERSON', 10_000, 'M'],
    ['HEARING_ORGANISATION', 100_000, 'M'],
    ['SPOT_FINE_PERSON', 200, 'V'],
    ['SPOT_FINE_ORGANISATION', 3_000, 'V'],
    ['CASE_OFFICERS', 2, 'V'],
  ])('%s is %i, %s', (id, value, confidence) => {
    expect(amountRules.filter((rule) => rule.id === id)).toMatchObject([{ value, confidence }])
  })

  test('gives every number words, a basis and a source', () => {
    for (const { id, name, basis, source } of amountRules)
      for (const words of [name, basis, source]) {
        expect(words.zh.trim(), id).not.toBe('')
        expect(words.en.trim(), id).not.toBe('')
      }
  })

  test('says no such amount, and which there are', async () => {
    await expect(binding('HEARING', '211221-ZF', '2026-03-02')).rejects.toMatchObject({
      code: 'not-found',
      facts: { known: expect.arrayContaining(['HEARING_PERSON']) },
    })
  })
})

describe('a province', () => {
  test('sets the amount of a hearing in the place of ours, for its own agencies, from a day on', async () => {
    await byProvince('HEARING_ORGANISATION', 200_000, '2026-04-01')

    expect(await binding('HEARING_ORGANISATION', '211221-ZF', '2026-03-31')).toMatchObject({ value: 100_000 })
    const bound = await binding('HEARING_ORGANISATION', '211221-ZF', '2026-04-01')
    expect(bound).toMatchObject({ value: 200_000, adopted: { by: 'province', of: '21' } })
    expect(
      reasonsOfAmount(bound)
        .map(({ words }) => words.zh)
        .join(''),
    ).toContain('本省自 2026-04-01 起执行：测试决定')
    expect(await binding('HEARING_ORGANISATION', '220300-ZF', '2026-04-01')).toMatchObject({ value: 100_000 })
  })

  test('cannot loosen what the law sets itself', async () => {
    await expect(byProvince('SPOT_FINE_PERSON', 500, '2026-04-01')).rejects.toMatchObject({
      code: 'invalid-input',
      facts: { binding: { value: 200 } },
    })
    await expect(byProvince('CASE_OFFICERS', 3, '2026-04-01')).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test('is spoken for by the leader of its department, and by nobody else', async () => {
    await expect(
      byProvince('HEARING_PERSON', 5_000, '2026-04-01', { who: brigadeLeader }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(byProvince('HEARING_PERSON', 5_000, '2026-04-01', { province: '22' })).rejects.toMatchObject(
      { code: 'not-allowed' },
    )
    await expect(byProvince('HEARING_PERSON', 5_000, '2026-04-01', { who: secretary })).rejects.toMatchObject(
      { code: 'not-allowed' },
    )
  })
})

describe('an alliance', () => {
  test('sets a stricter amount for its members, and no laxer one; the strictest of all binds', async () => {
    await expect(byAlliance('HEARING_PERSON', 20_000, '2026-05-01')).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await byAlliance('HEARING_PERSON', 8_000, '2026-05-01')
    expect(await binding('HEARING_PERSON', '220300-ZF', '2026-05-01')).toMatchObject({
      value: 8_000,
      adopted: { by: 'alliance', of: alliance },
    })

    await byProvince('HEARING_PERSON', 5_000, '2026-06-01')
    expect(await binding('HEARING_PERSON', '211221-ZF', '2026-06-01')).toMatchObject({ value: 5_000 })
    await byProvince('HEARING_PERSON', 30_000, '2026-07-01')
    expect(await binding('HEARING_PERSON', '211221-ZF', '2026-07-01')).toMatchObject({ value: 8_000 })
  })
})

describe('over HTTP', () => {
  async function ask(name: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) {
    const response = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { authorization: name },
      ...(body ? { payload: body } : {}),
    })
    return { status: response.statusCode, body: response.json() }
  }

  test('everybody reads the amounts, those who decide adopt them, and a bad one is refused', async () => {
    const { body } = await ask('brigadeLeader', 'GET', '/amount-rules')
    expect(body.amounts.map(({ id }: { id: string }) => id)).toContain('HEARING_PERSON')

    const wanted = { value: 2_000, effectiveFrom: '2199-01-01', reason: '联席会议' }
    const spot = 'amount-rules/SPOT_FINE_ORGANISATION'
    expect(await ask('secretary', 'PUT', `/alliances/${alliance}/${spot}`, wanted)).toMatchObject({
      status: 200,
      body: { value: 2_000, allianceId: alliance, province: null },
    })
    expect(await ask('director', 'PUT', `/provinces/21/${spot}`, wanted)).toMatchObject({ status: 200 })
    expect((await ask('brigadeLeader', 'PUT', `/provinces/21/${spot}`, wanted)).status).toBe(403)
    expect(
      (await ask('director', 'PUT', `/provinces/21/${spot}`, { ...wanted, confidence: 'V' })).status,
    ).toBe(422)
    for (const bad of [
      { ...wanted, value: 5_000 },
      { ...wanted, effectiveFrom: '2026-01-01' },
      { ...wanted, value: 0 },
    ])
      expect((await ask('secretary', 'PUT', `/alliances/${alliance}/${spot}`, bad)).status).toBe(422)
    expect((await ask('director', 'PUT', `/provinces/XX/${spot}`, wanted)).status).toBe(422)
  })

  test('those who decide are told for whom; they see first what would change, and nothing is written by looking', async () => {
    const adoptersOf = async (name: string) => (await ask(name, 'GET', '/amount-rules')).body.adopters
    expect(await adoptersOf('director')).toEqual([
      { by: 'province', of: '21', name: { zh: '辽宁省', en: 'Liaoning Province' } },
    ])
    expect(await adoptersOf('secretary')).toMatchObject([{ by: 'alliance', of: alliance }])
    expect(await adoptersOf('brigadeLeader')).toEqual([])

    const wanted = { value: 6_000, effectiveFrom: '2190-01-01', reason: '联席会议', confidence: 'V-local' }
    const path = `/alliances/${alliance}/amount-rules/HEARING_PERSON`
    const count = async () => (await ask('secretary', 'GET', '/amount-rules/decisions')).body.decisions.length
    const before = await count()
    const { status, body } = await ask('secretary', 'POST', `${path}/preview`, wanted)

    expect(status).toBe(200)
    const of = (code: string) =>
      body.agencies.find(({ agency }: { agency: { id: string } }) => agency.id === agencyIdOf(code))
    // 辽宁 has 30,000 of its own by then, and the alliance 8,000; the rest only the alliance's.
    expect(of('210000')).toMatchObject({
      before: { value: 8_000, confidence: 'V-local' },
      after: { value: 6_000 },
    })
    expect(of('220000')).toMatchObject({ before: { value: 8_000 }, after: { value: 6_000 } })
    expect(await count()).toBe(before)

    const laxer = await ask('secretary', 'POST', `${path}/preview`, { ...wanted, value: 20_000 })
    expect(laxer).toMatchObject({ status: 422 })
    expect(JSON.stringify(laxer.body)).toContain('不高于 10000')
    expect((await ask('brigadeLeader', 'POST', `${path}/preview`, wanted)).status).toBe(403)
    expect(
      (await ask('director', 'POST', '/provinces/22/amount-rules/HEARING_PERSON/preview', wanted)).status,
    ).toBe(403)
  })

  test('everybody concerned reads who adopted what, the newest first, and as of a day what holds then', async () => {
    const decided = (await ask('director', 'GET', '/amount-rules/decisions')).body.decisions

    expect(decided[0].id).toBeGreaterThan(decided.at(-1).id)
    expect(decided).toContainEqual(
      expect.objectContaining({
        ruleId: 'HEARING_ORGANISATION',
        value: 200_000,
        effectiveFrom: '2026-04-01',
        reason: '测试决定',
        confidence: 'V-local',
        adopter: { by: 'province', of: '21', name: { zh: '辽宁省', en: 'Liaoning Province' } },
      }),
    )
    const valueOn = async (day: string) =>
      (await ask('director', 'GET', `/amount-rules?on=${day}`)).body.amounts.find(
        ({ id }: { id: string }) => id === 'HEARING_ORGANISATION',
      ).value
    expect([await valueOn('2026-03-31'), await valueOn('2026-04-01')]).toEqual([100_000, 200_000])
  })
})
