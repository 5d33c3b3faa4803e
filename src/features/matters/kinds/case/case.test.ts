import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  aboutAnotherTruck,
  aCaseUntil,
  type CaseBodies,
  filedAs,
  on,
  overloadedTruck,
} from '../../../../../test/a-case-of-march.ts'
import { aMatter, type PlayedMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { agencyIdOf } from '../../../agencies/agencies.ts'
import { adoptAmount } from '../../../rules/rules.ts'
import { actOnMatter } from '../../act-on-matter.ts'
import { readEvents } from '../../read-events.ts'
import { readMatter } from '../../read-matter.ts'
import type { Registration } from './case.contract.ts'
import { caseStanding } from './case-standing.ts'

const { db } = await testDatabase()
let region: Region
let officer: PersonActor
let reviewer: PersonActor
let leader: PersonActor
let neighbour: PersonActor
let neighbourLeader: PersonActor
/** Each test has a truck and case numbers of its own. */
let truck: number
let bodies: CaseBodies

beforeAll(async () => {
  region = await aRegion(db)
  officer = region.who('tieling.officer')
  reviewer = region.who('tieling.reviewer')
  leader = region.who('tieling.leader')
  neighbour = region.who('siping.officer')
  neighbourLeader = region.who('siping.leader')
})

beforeEach(() => {
  bodies = anotherTruck()
})

const anotherTruck = (change: Partial<Registration> = {}) => {
  const another = aboutAnotherTruck(change)
  truck = another.truck
  return another.bodies
}

/** A violation that is fined higher than an overload ever is. */
const dearerThanOverload = () =>
  anotherTruck({ about: { ...overloadedTruck().about, behaviour: 'illegal-freight' } })

const filedOn = on('2026-03-05T15:00:00')

const aRegisteredCase = (of = bodies, by = officer) => aCaseUntil(db, 'register', { officer: by, leader }, of)

const aFiledCase = (of = bodies) => aCaseUntil(db, 'file', { officer, leader }, of)

/** Filed, investigated, notified on 9 March. */
const aNotifiedCase = (more: { readonly weight?: string; readonly notice?: object } = {}) =>
  aCaseUntil(db, 'serveNotice', { officer, leader }, {
    ...bodies,
    conclude: { ...bodies.conclude, ...(more.weight ? { weight: more.weight } : {}) },
    serveNotice: { ...bodies.serveNotice, ...more.notice },
  } as CaseBodies)

const decideOn = (played: PlayedMatter, day: string, body: object = {}) =>
  played.does(leader, 'decide', {
    body: { ...bodies.decide, decidedOn: day, ...body },
    occasion: on(`${day}T16:00:00`),
  })

const read = (actor: PersonActor, id: string) => asActor(db, actor, (tx) => readMatter(tx, actor, id))

describe('a case goes from registration to closing', () => {
  test('with its clocks, each step by who may take it', async () => {
    const played = await aFiledCase()
    expect(await played.clocks()).toEqual({ decision: '2026-06-03T15:59:59.000Z' })

    await played.does(officer, 'conclude', { occasion: on('2026-03-08T10:00:00') })
    await played.does(officer, 'serveNotice', { occasion: on('2026-03-09T11:00:00') })
    await played.does(officer, 'recordDefence', { occasion: on('2026-03-10T11:00:00') })
    await decideOn(played, '2026-03-17')
    expect(await played.clocks()).toEqual({ service: '2026-03-26T15:59:59.000Z' })
    await played.does(officer, 'serve', { occasion: on('2026-03-18T11:00:00') })
    await played.does(officer, 'recordExecution', { occasion: on('2026-03-20T11:00:00') })
    await played.does(leader, 'close', { occasion: on('2026-03-23T11:00:00') })

    const seen = await read(officer, played.id)
    expect(seen).toMatchObject({ legs: [{ state: 'closed' }], lead: { id: officer.agencyId } })
    expect(seen.clocks.map(({ name, outcome }) => `${name} ${outcome}`).sort()).toEqual([
      'decision met',
      'filing met',
      'payment met',
      'service met',
    ])
  })

  test('whoever registered it does not file it', async () => {
    const played = await aRegisteredCase(bodies, leader)
    await expect(played.does(leader, 'file')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('the party is masked, and a stranger sees nothing of it', async () => {
    const played = await aFiledCase()
    const seen = await read(officer, played.id)

    expect(JSON.stringify(seen.content)).not.toContain('王志强')
    expect(seen.masked).toEqual(expect.arrayContaining(['party.representative', 'party.phone']))
    await expect(read(neighbour, played.id)).rejects.toMatchObject({ code: 'not-found' })
    const rows = await asActor(db, neighbour, (tx) =>
      sql`select from filed_act where matter_id = ${played.id}`.execute(tx),
    )
    expect(rows.rows).toHaveLength(0)
  })

  test('no penalty is a decision too, served and closed as such', async () => {
    const played = await aFiledCase()
    await played.does(officer, 'conclude', {
      body: { ...bodies.conclude, proposal: 'no-penalty-minor' },
      occasion: on('2026-03-08T10:00:00'),
    })
    await expect(
      played.does(officer, 'serveNotice', { occasion: on('2026-03-09T11:00:00') }),
    ).rejects.toMatchObject({
      code: 'not-now',
    })
    await played.does(leader, 'decideWithoutPenalty', { occasion: on('2026-03-10T10:00:00') })
    const told = await played.does(officer, 'serve', { occasion: on('2026-03-18T11:00:00') })
    expect(told.legs[0]).toMatchObject({ state: 'told' })
    const { clocks, legs } = await read(officer, played.id)
    expect(legs[0]?.openActions.map(({ action }) => action)).not.toContain('demand')
    expect(clocks.filter(({ stoppedAt }) => stoppedAt === null)).toMatchObject([{ name: 'closing' }])
    await expect(played.does(leader, 'close', { occasion: on('2026-03-23T11:00:00') })).rejects.toMatchObject(
      {
        code: 'invalid-input',
        faults: [{ path: ['ground'] }],
      },
    )
    const closed = await played.does(leader, 'close', {
      body: { ...bodies.close, ground: 'no-penalty' },
      occasion: on('2026-03-23T11:00:00'),
    })
    expect(closed.legs[0]?.state).toBe('closed')
  })

  test('on the spot only small penalties, and only in summary procedure', async () => {
    const ordinary = await aFiledCase()
    await expect(
      ordinary.does(officer, 'decideOnSpot', { occasion: on('2026-03-05T16:00:00') }),
    ).rejects.toMatchObject({ code: 'not-now' })

    bodies = anotherTruck({ about: { ...overloadedTruck().about, procedure: 'summary' } })
    const summary = await aFiledCase()
    const fine = (fineYuan: number) => ({ ...bodies.decideOnSpot, penalties: ['fine'], fineYuan })
    const occasion = on('2026-03-05T16:00:00')
    await expect(
      summary.does(officer, 'decideOnSpot', { body: fine(3_001), occasion }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
    })
    const decided = await summary.does(officer, 'decideOnSpot', { body: fine(3_000), occasion })
    expect(decided.legs[0]?.state).toBe('decided')
  })

  test('its page offers a decision on the spot first in summary procedure, and closes it with the reason in ordinary', async () => {
    const offersOf = async ({ id }: PlayedMatter) => (await read(officer, id)).legs[0]?.openActions ?? []
    const ordinary = await offersOf(await aFiledCase())
    bodies = anotherTruck({ about: { ...overloadedTruck().about, procedure: 'summary' } })
    const summary = await offersOf(await aFiledCase())

    expect(ordinary.find(({ open }) => open)?.action).toBe('conclude')
    for (const name of ['decideOnSpot', 'spareOnSpot'])
      expect(ordinary.find(({ action }) => action === name)).toMatchObject({
        open: false,
        whyWords: { zh: expect.stringContaining('本案按普通程序立案') },
      })
    expect(summary.filter(({ open }) => open).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['decideOnSpot', 'spareOnSpot', 'conclude']),
    )
    expect(summary[0]?.action).toBe('decideOnSpot')
  })

  test('whoever has paid is neither urged nor taken to court', async () => {
    const played = await aCaseUntil(db, 'recordExecution', { officer, leader }, bodies)

    await expect(
      played.does(officer, 'demand', { occasion: on('2026-04-10T11:00:00') }),
    ).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('已登记全部执行') },
    })

    const { legs } = await read(officer, played.id)
    for (const name of ['demand', 'applyToCourt'])
      expect(legs[0]?.openActions.find(({ action }) => action === name)).toMatchObject({
        open: false,
        whyWords: { zh: expect.stringContaining('已登记全部执行') },
      })
  })

  test('whoever is not punished is educated', async () => {
    const played = await aFiledCase()
    await played.does(officer, 'conclude', {
      body: { ...bodies.conclude, proposal: 'no-penalty-minor' },
      occasion: on('2026-03-08T10:00:00'),
    })
    const { educated: _, ...silent } = bodies.decideWithoutPenalty
    await expect(
      played.does(leader, 'decideWithoutPenalty', { body: silent, occasion: on('2026-03-10T10:00:00') }),
    ).rejects.toMatchObject({ code: 'invalid-input', faults: [{ path: ['educated'] }] })
  })

  test('a first violation is the first in all regions: a second one of the same truck needs a reason, and both look-ups are on record', async () => {
    const summary = { ...overloadedTruck().about, procedure: 'summary' } as const
    const { bodies: first } = aboutAnotherTruck({ about: summary })
    const earlier = await aCaseUntil(db, 'file', { officer, leader }, first)
    const spared = await earlier.does(officer, 'spareOnSpot', { occasion: on('2026-03-05T16:00:00') })
    expect(spared.legs[0]?.state).toBe('spared')

    const again = '2026-06-11T09:00:00+08:00'
    const { bodies: second } = aboutAnotherTruck({
      about: { ...summary, discoveredAt: again },
      points: [{ role: 'detection', at: again, place: '四平市检测点' }],
      vehicle: first.register.vehicle,
    })
    const elsewhere = await aMatter(db, {
      kind: 'case',
      opener: neighbour,
      bodies: second,
      occasion: on('2026-06-11T10:00:00'),
    })
    await elsewhere.does(neighbour, 'register', { occasion: on('2026-06-11T10:10:00') })
    await elsewhere.does(neighbourLeader, 'file', { occasion: on('2026-06-11T10:20:00') })
    const spare = (change: object) =>
      elsewhere.does(neighbour, 'spareOnSpot', {
        body: { ...second.spareOnSpot, decidedOn: '2026-06-11', ...change },
        occasion: on('2026-06-11T11:00:00'),
      })

    await expect(spare({})).rejects.toMatchObject({
      faults: [
        {
          path: ['firstBecause'],
          message: { zh: expect.stringContaining(first.file.caseNumber) },
        },
      ],
    })
    await spare({ firstBecause: '前一件已超过协作约定的一年回溯期限。' })
    const events = await asActor(db, neighbour, (tx) => readEvents(tx, elsewhere.id))
    expect(JSON.stringify(events.at(-1))).toContain('此前的同类违法行为 1 件')
  })
})

describe('no decision before', () => {
  const missing = (played: PlayedMatter, day: string, body: object = {}) =>
    decideOn(played, day, body).then(
      () => [],
      (refusal) => refusal.facts?.missing ?? refusal.code,
    )

  test('the time for defence is over: five working days from the notice, weekends left out', async () => {
    const played = await aNotifiedCase()

    expect(await missing(played, '2026-03-16')).toEqual(['defence'])
    expect(await missing(played, '2026-03-17')).toEqual([])
  })

  test('what is missing is over: until then the page closes the step and says what is missing', async () => {
    const played = await aNotifiedCase()
    const offered = async (at: string) => {
      const { legs } = await asActor(db, leader, (tx) => readMatter(tx, leader, played.id, on(at)))
      return legs[0]?.openActions.find(({ action }) => action === 'decide')
    }

    expect(await offered('2026-03-16T12:00:00')).toMatchObject({
      open: false,
      whyWords: { zh: expect.stringMatching(/^还不能作出决定，缺少以下条件。陈述申辩（听证申请）期已满：/) },
    })
    expect(await offered('2026-03-17T12:00:00')).toMatchObject({ open: true })
  })

  test('the notice was served: the chart knows no way round it', async () => {
    const played = await aFiledCase()
    await played.does(officer, 'conclude', { occasion: on('2026-03-08T10:00:00') })

    await expect(decideOn(played, '2026-03-30')).rejects.toMatchObject({ code: 'not-now' })
  })

  test('legal review and collective discussion of a major case', async () => {
    const played = await aNotifiedCase({ weight: 'major' })

    expect(await missing(played, '2026-03-17')).toEqual(['legal-review', 'discussion'])
    await played.does(reviewer, 'passLegalReview', { occasion: on('2026-03-17T16:10:00') })
    expect(await missing(played, '2026-03-18')).toEqual(['discussion'])
    await played.does(leader, 'discuss', { occasion: on('2026-03-18T16:10:00') })
    expect(await missing(played, '2026-03-19')).toEqual([])
  })

  test('a hearing that was asked for, and a legal review after it', async () => {
    bodies = dearerThanOverload()
    const played = await aNotifiedCase({ notice: { hearing: 'told', fineYuan: 120_000 } })
    await played.does(reviewer, 'passLegalReview', { occasion: on('2026-03-10T09:00:00') })
    await played.does(officer, 'requestHearing', { occasion: on('2026-03-10T11:00:00') })
    await expect(decideOn(played, '2026-03-20')).rejects.toMatchObject({ code: 'not-now' })

    await expect(
      played.does(officer, 'callHearing', {
        body: { ...bodies.callHearing, hearingAt: '2026-03-18T09:00:00+08:00' },
        occasion: on('2026-03-20T16:30:00'),
      }),
    ).rejects.toMatchObject({ code: 'invalid-input', faults: [{ path: ['hearingAt'] }] })
    await played.does(officer, 'callHearing', { occasion: on('2026-03-20T16:40:00') })
    await played.does(officer, 'holdHearing', { occasion: on('2026-03-25T17:00:00') })

    expect(await missing(played, '2026-03-26')).toEqual(['legal-review'])
    await played.does(reviewer, 'passLegalReview', { occasion: on('2026-03-26T17:00:00') })
    expect(await missing(played, '2026-03-27', { fineYuan: 120_000 })).toEqual([])
  })

  test('the notice that gives no right to a hearing where there is one is refused, saying from which amount and why', async () => {
    bodies = dearerThanOverload()
    const refusal = await aNotifiedCase({ notice: { hearing: 'none', fineYuan: 100_000 } }).catch(
      (thrown) => thrown,
    )
    expect(refusal).toMatchObject({ code: 'invalid-input', faults: [{ path: ['hearing'] }] })
    expect(refusal.faults[0].message.zh).toMatch(/100000 元.*第六十三条.*待核对/)
    bodies = dearerThanOverload()
    await aNotifiedCase({ notice: { hearing: 'none', fineYuan: 99_999 } })
  })

  test('a province that set a lower amount gives that right earlier, and the page says so', async () => {
    const director = { ...leader, agencyId: agencyIdOf('210000') }
    await asActor(db, director, (tx) =>
      adoptAmount(tx, director, {
        ruleId: 'HEARING_ORGANISATION',
        province: '21',
        allianceId: null,
        value: 50_000,
        effectiveFrom: '2027-03-01',
        effectiveTo: null,
        reason: '辽宁省听证规定（测试）',
        confidence: 'V-local',
        now: filedOn.now,
      }),
    )
    const nextYear = (at: string) => at.replace('2026', '2027')
    bodies = dearerThanOverload()
    const played = await aFiledCase()
    await played.does(officer, 'conclude', { occasion: on('2026-03-08T10:00:00') })
    const notice = {
      ...bodies.serveNotice,
      servedAt: nextYear(bodies.serveNotice.servedAt),
      fineYuan: 60_000,
    }
    const occasion = on('2027-03-09T11:00:00')

    await expect(played.does(officer, 'serveNotice', { body: notice, occasion })).rejects.toMatchObject({
      faults: [{ path: ['hearing'] }],
    })
    await played.does(officer, 'serveNotice', { body: { ...notice, hearing: 'told' }, occasion })
    const { gates } = await asActor(db, officer, (tx) => caseStanding(tx, played.id, occasion))
    const steps = gates.find(({ name }) => name === 'hearing')?.steps ?? []
    expect(steps.map(({ words }) => words.zh).join('')).toMatch(/50000 元.*本省自 2027-03-01 起执行/)
  })

  test('nor one above the most that overloaded vehicles are fined, already in the notice', async () => {
    const dear = (fineYuan: number) => aNotifiedCase({ notice: { hearing: 'told', fineYuan } })

    await expect(dear(30_001)).rejects.toMatchObject({
      code: 'invalid-input',
      faults: [{ path: ['fineYuan'], message: { zh: expect.stringContaining('30000 元') } }],
    })
    bodies = anotherTruck()
    await dear(30_000)
  })

  test('and none heavier than what the party was told', async () => {
    const played = await aNotifiedCase()

    await expect(decideOn(played, '2026-03-17', { fineYuan: 9_501 })).rejects.toMatchObject({
      code: 'invalid-input',
      faults: [{ path: ['penalties'] }],
    })
  })

  test('two officers with certificates of their own are on it', async () => {
    const [one] = overloadedTruck().officers
    const alone = anotherTruck({ officers: [one, one] as never })
    await expect(aRegisteredCase(alone)).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('ninety days are over, unless they were extended in time or rested', async () => {
    const late = await aNotifiedCase()
    expect(await missing(late, '2026-06-04')).toEqual(['deadline'])

    bodies = anotherTruck()
    const extended = await aNotifiedCase()
    await extended.does(leader, 'extendDecision', { occasion: on('2026-06-03T10:00:00') })
    expect(await missing(extended, '2026-07-03')).toEqual([])

    bodies = anotherTruck()
    const rested = await aFiledCase()
    await rested.does(leader, 'suspend', { occasion: on('2026-03-06T10:00:00') })
    await rested.does(officer, 'resume', { occasion: on('2026-03-16T10:00:00') })
    expect((await rested.clocks()).decision).toBe('2026-06-15T15:59:59.000Z')

    bodies = anotherTruck()
    const tooLate = await aNotifiedCase()
    await expect(
      tooLate.does(leader, 'extendDecision', { occasion: on('2026-06-04T10:00:00') }),
    ).rejects.toMatchObject({ code: 'not-now' })
  })
})

describe('measures', () => {
  test('each runs on a clock of its own, by its number', async () => {
    const played = await aFiledCase()
    const occasion = on('2026-03-05T16:00:00')
    const second = { ...bodies.registerEvidence, measure: '登字第18号', takenAt: '2026-03-05T15:30:00+08:00' }
    await played.does(officer, 'registerEvidence', { occasion })
    await played.does(officer, 'registerEvidence', { body: second, occasion })
    await played.does(officer, 'seizeAtOnce', { occasion })
    await expect(played.does(officer, 'seize', { occasion })).rejects.toMatchObject({ code: 'invalid-input' })

    const { clocks } = await read(officer, played.id)
    expect(
      clocks
        .filter(({ stoppedAt }) => !stoppedAt)
        .map(({ words, dueAt }) => `${words.zh} ${dueAt}`)
        .sort(),
    ).toEqual([
      '先行登记保存期限（登字第18号） 2026-03-16T15:59:59.000Z',
      '先行登记保存期限（辽铁昌交执登字〔2026〕第17号） 2026-03-16T15:59:59.000Z',
      '办案期限 2026-06-03T15:59:59.000Z',
      '查封扣押期限（辽铁昌交执扣字〔2026〕第9号） 2026-04-04T15:59:59.000Z',
      '紧急措施补办手续（辽铁昌交执扣字〔2026〕第9号） 2026-03-06T03:00:00.000Z',
    ])

    await played.does(officer, 'settleEvidence', {
      body: { measure: '登字第18号', end: 'returned' },
      occasion,
    })
    await played.does(officer, 'reportSeizure', { occasion })
    const running = (await read(officer, played.id)).clocks.filter(({ stoppedAt }) => !stoppedAt)
    expect(running.map(({ name }) => name).sort()).toEqual(['decision', 'evidence', 'seizure'])
    await expect(
      played.does(officer, 'settleEvidence', { body: { measure: '登字第18号', end: 'returned' }, occasion }),
    ).rejects.toMatchObject({ code: 'invalid-input', faults: [{ path: ['measure'] }] })
  })

  test('a seizure is extended once, and goes on while the investigation rests', async () => {
    const played = await aFiledCase()
    await played.does(officer, 'seize', { occasion: on('2026-03-05T16:00:00') })
    await played.does(leader, 'suspend', { occasion: on('2026-03-06T10:00:00') })
    expect((await played.clocks()).seizure).toBe('2026-04-04T15:59:59.000Z')

    await played.does(leader, 'extendSeizure', { occasion: on('2026-04-01T10:00:00') })
    expect((await played.clocks()).seizure).toBe('2026-05-04T15:59:59.000Z')
    await expect(
      played.does(leader, 'extendSeizure', { occasion: on('2026-04-02T10:00:00') }),
    ).rejects.toMatchObject({ code: 'not-now' })
  })

  test('is ended, extended or reported only while one is in force, chosen by its number', async () => {
    const played = await aFiledCase()
    const aboutMeasures = ['settleEvidence', 'reportSeizure', 'extendSeizure', 'endSeizure']
    const offered = async () => {
      const { legs, clocks } = await read(officer, played.id)
      const actions = legs[0]?.openActions.map(({ action }) => action) ?? []
      return {
        actions: aboutMeasures.filter((action) => actions.includes(action)),
        inForce: clocks.flatMap(({ item, stoppedAt }) => (item && !stoppedAt ? [item] : [])),
      }
    }

    expect(await offered()).toEqual({ actions: [], inForce: [] })
    await played.does(officer, 'seize', { occasion: on('2026-03-05T16:00:00') })
    expect(await offered()).toEqual({
      actions: ['extendSeizure', 'endSeizure'],
      inForce: [bodies.seize.measure],
    })
    await played.does(officer, 'endSeizure', { occasion: on('2026-03-23T09:00:00') })
    expect(await offered()).toEqual({ actions: [], inForce: [] })
  })

  test('a case is not closed while one is in force', async () => {
    const played = await aFiledCase()
    await played.does(officer, 'seize', { occasion: on('2026-03-05T16:00:00') })
    const close = {
      body: { ...bodies.close, ground: 'filing-withdrawn' },
      occasion: on('2026-03-23T10:00:00'),
    }

    await expect(played.does(leader, 'close', close)).rejects.toMatchObject({ code: 'not-now' })
    await played.does(officer, 'endSeizure', { occasion: on('2026-03-23T09:00:00') })
    expect((await played.does(leader, 'close', close)).legs[0]?.state).toBe('closed')
  })
})

describe('the same act is not filed twice', () => {
  /** The same truck, seen by 四平 on its side of the border. */
  const across = (change: Partial<Registration['points'][number]> = {}, colour: '1' | '2' = '2') => {
    const { register } = bodies
    return filedAs(`吉四〔2026〕${truck}`, {
      ...register,
      vehicle: { plate: register.vehicle?.plate.toLowerCase().replace('c', ' c·') ?? '', colour },
      points: [
        {
          role: 'detection',
          at: '2026-03-05T08:10:00+08:00',
          place: '四平市铁东区',
          road: 'G102 K799 下行',
          ...change,
        },
      ],
    })
  }
  const fileThere = async (of: ReturnType<typeof across>, more: object = {}) => {
    const played = await aRegisteredCase(of, neighbour)
    return played.does(neighbourLeader, 'file', {
      body: { ...of.file, ...more },
      occasion: on('2026-03-05T16:00:00'),
    })
  }

  test('the second agency is told who filed first, and nothing of the party', async () => {
    await aFiledCase()

    const refusal = await fileThere(across()).catch((thrown) => thrown)

    expect(refusal.code).toBe('conflict')
    expect(refusal.facts.found).toEqual([
      {
        sameness: 'same',
        source: 'case',
        agency: expect.objectContaining({ id: officer.agencyId }),
        number: bodies.file.caseNumber,
        at: filedOn.now,
        contact: { name: '赵磊', phone: '024-70000001' },
      },
    ])
    expect(refusal.words.zh).toContain('最先立案')
    expect(JSON.stringify({ ...refusal.facts, words: refusal.words })).not.toMatch(/四平某货物|王志强|0434/)
  })

  test('another colour, another behaviour or another day is another act', async () => {
    await aFiledCase()
    const { register } = bodies
    const other = across()
    const behaviour = { ...other.register, about: { ...register.about, behaviour: 'hazmat' as const } }

    for (const of of [
      across({}, '1'),
      filedAs(`b${truck}`, behaviour),
      filedAs(`c${truck}`, across({ at: '2026-03-03T08:10:00+08:00' }).register),
    ])
      expect((await fileThere(of)).legs[0]?.state).toBe('investigating')
  })

  test('on another road, or hours later, it needs a reason', async () => {
    await aFiledCase()
    const elsewhere = across({ road: 'G1 京哈高速' })

    await expect(fileThere(elsewhere)).rejects.toMatchObject({
      code: 'conflict',
      facts: { found: [{ sameness: 'possible' }] },
    })
    const reason = { anotherActBecause: '卸货返回后的另一次运输，运单不同。' }
    expect((await fileThere(elsewhere, reason)).legs[0]?.state).toBe('investigating')
  })

  test('P1 of two that file at the same moment exactly one has it', async () => {
    for (let round = 0; round < 5; round++) {
      bodies = anotherTruck()
      const theirs = across()
      const [here, there] = await Promise.all([aRegisteredCase(), aRegisteredCase(theirs, neighbour)])
      const both = await Promise.allSettled([
        here.does(leader, 'file', { occasion: filedOn }),
        there.does(neighbourLeader, 'file', { body: theirs.file, occasion: filedOn }),
      ])

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
      expect(lost.reason).toMatchObject({ code: 'conflict' })
      const { rows } = await sql<{ count: number }>`
        select count(*) from filed_act where subjects @> array[${`plate ${bodies.register.vehicle?.plate}/2`}]`.execute(
        db,
      )
      expect(Number(rows[0]?.count)).toBe(1)
    }
  })

  test('a filing that was withdrawn stands in nobody’s way', async () => {
    const played = await aFiledCase()
    await played.does(leader, 'close', {
      body: { ...bodies.close, ground: 'filing-withdrawn' },
      occasion: on('2026-03-23T10:00:00'),
    })

    expect((await fileThere(across())).legs[0]?.state).toBe('investigating')
  })

  describe('also where there is neither vehicle nor ship', () => {
    const company = {
      kind: 'organisation',
      name: '梨树县某客运服务部',
      creditCode: '91220322MA17TEST0X',
    } as const
    const driver = { kind: 'person', name: '试例五十', idNumber: '220322198001010019' } as const
    /** Nobody knows the vehicle: an operator without a licence, found by what it advertises and by its passengers. */
    const unlicensed = (
      number: string,
      { party, road, ...more }: { party: object; road?: string } & object,
    ): ReturnType<typeof across> => {
      const { vehicle: _, overload: __, ...rest } = overloadedTruck()
      const at = '2026-03-05T09:00:00+08:00'
      const { about = {}, ...others } = more as { about?: object }
      return filedAs(number, {
        ...rest,
        about: { ...rest.about, cause: '未取得许可从事客运', behaviour: 'illegal-passenger', ...about },
        points: [{ role: 'place', at, place: '铁岭市汽车站外', ...(road ? { road } : {}) }],
        party,
        ...others,
      } as Registration)
    }
    const fileHere = async (of: ReturnType<typeof across>) => {
      const played = await aRegisteredCase(of)
      return played.does(leader, 'file', { body: of.file, occasion: filedOn })
    }
    /** Somebody else each time, told apart by three digits. */
    const whoever = (party: object, serial: string) =>
      'creditCode' in party
        ? {
            ...party,
            name: `客运服务部${serial}`,
            creditCode: `91220322MA17AAA${serial}`,
            creditCodeNote: '测试代码',
          }
        : { ...party, idNumber: `22032219800101${serial}0`, idNumberNote: '测试号码' }
    const outcome = (work: Promise<unknown>) =>
      work.then(
        () => 'filed',
        ({ facts }) => facts.found[0].sameness,
      )

    test('a person is known by the citizen’s number, old or new, which nobody else sees', async () => {
      await fileHere(unlicensed('人1', { party: driver }))
      const older = { ...driver, name: '试例', idNumber: '220322800101001' }

      const refusal = await fileThere(unlicensed('人2', { party: older })).catch((thrown) => thrown)

      expect(refusal).toMatchObject({
        code: 'conflict',
        facts: { found: [{ sameness: 'same', number: '人1' }] },
      })
      expect(JSON.stringify({ ...refusal.facts, words: refusal.words })).not.toMatch(/2203221980|试例五十/)
      const { rows } = await sql<{ subjects: string[] }>`
        select subjects from filed_act where case_number = '人1'`.execute(db)
      expect(rows[0]?.subjects.join()).toMatch(/^person [0-9a-f]{64}$/)
      const other = { ...driver, idNumber: '220322198001010035' }
      expect(await outcome(fileThere(unlicensed('人3', { party: other })))).toBe('filed')
    })

    test('a company by its credit code: on the same road the same act, elsewhere it may be at work twice', async () => {
      const known = whoever(company, '101')
      await fileHere(unlicensed('企1', { party: known, road: 'G102' }))

      expect(await outcome(fileThere(unlicensed('企2', { party: known, road: 'G102 K5' })))).toBe('same')
      expect(await outcome(fileThere(unlicensed('企3', { party: known })))).toBe('possible')
      const reason = { anotherActBecause: '另一辆车、另一批旅客，已向对方核实。' }
      expect(await outcome(fileThere(unlicensed('企4', { party: known }), reason))).toBe('filed')
      const taxi = { party: known, road: 'G102', about: { behaviour: 'taxi' } }
      expect(await outcome(fileThere(unlicensed('企5', taxi)))).toBe('filed')
    })

    test('by the number of a certificate, in any spelling, and by a company’s name as a hint', async () => {
      const { creditCode: _, ...nameOnly } = company
      const withCertificate = {
        party: { ...nameOnly, name: '甲公司' },
        about: { certificateNumber: '辽铁 运-0001' },
      }
      await fileHere(unlicensed('证1', { ...withCertificate, road: 'S1' }))

      const same = {
        party: { ...nameOnly, name: '甲有限公司' },
        about: { certificateNumber: '辽铁运0001' },
        road: 'S1',
      }
      expect(await outcome(fileThere(unlicensed('证2', same)))).toBe('same')
      const named = { party: { ...nameOnly, name: ' 甲公司 ' }, road: 'S1' }
      expect(await outcome(fileThere(unlicensed('证3', named)))).toBe('possible')
    })

    test('two trucks of one company are two acts; a truck and an act without one may be the same', async () => {
      const known = whoever(company, '102')
      const carried = (plate: string) => ({ party: known, vehicle: { plate, colour: '2' }, road: 'G102' })
      await fileHere(unlicensed('车1', carried('吉C90001')))

      expect(await outcome(fileThere(unlicensed('车2', carried('吉C90002'))))).toBe('filed')
      expect(await outcome(fileThere(unlicensed('车3', { party: known, road: 'G102' })))).toBe('possible')
    })

    test.each([
      ['a person', driver],
      ['a company', company],
    ])('P1 of two that file against %s at the same moment exactly one has it', async (_, party) => {
      for (let round = 0; round < 5; round++) {
        const known = { party: whoever(party, `20${round}`), road: 'G102' }
        const name = 'idNumber' in party ? 'p' : 'c'
        const [ours, theirs] = [
          unlicensed(`${name}甲${round}`, known),
          unlicensed(`${name}乙${round}`, known),
        ]
        const [here, there] = await Promise.all([aRegisteredCase(ours), aRegisteredCase(theirs, neighbour)])
        const both = await Promise.allSettled([
          here.does(leader, 'file', { body: ours.file, occasion: filedOn }),
          there.does(neighbourLeader, 'file', { body: theirs.file, occasion: filedOn }),
        ])

        expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult
        expect(lost.reason).toMatchObject({ code: 'conflict', facts: { found: [{ sameness: 'same' }] } })
      }
    })
  })

  test('one number stands for one case', async () => {
    const first = bodies.file.caseNumber
    await aFiledCase()
    bodies = anotherTruck()
    const played = await aRegisteredCase()

    await expect(
      played.does(leader, 'file', {
        body: { ...bodies.file, caseNumber: first.replace('〔', '[').replace('〕', ' ]') },
        occasion: filedOn,
      }),
    ).rejects.toMatchObject({ code: 'invalid-input', faults: [{ path: ['caseNumber'] }] })
  })
})

describe('the time of filing', () => {
  test('is the platform’s, unless the case is kept in a system of the agency’s own', async () => {
    const backdated = { ...bodies.file, filedAt: '2026-03-05T10:00:00+08:00' }
    const here = await aRegisteredCase()
    await expect(here.does(leader, 'file', { body: backdated, occasion: filedOn })).rejects.toMatchObject({
      code: 'invalid-input',
    })

    bodies = anotherTruck({ external: { system: '辽宁省交通执法系统', number: 'LN-1' } })
    const kept = await aRegisteredCase()
    await kept.does(leader, 'file', {
      body: { ...bodies.file, filedAt: backdated.filedAt },
      occasion: filedOn,
    })
    const { rows } = await sql<{ filed_at: string }>`
      select filed_at from filed_act where matter_id = ${kept.id}`.execute(db)
    expect(new Date(rows[0]?.filed_at ?? 0).toISOString()).toBe('2026-03-05T02:00:00.000Z')
  })

  test('is never changed, not even by the owner of the tables', async () => {
    const played = await aFiledCase()
    const change = sql`update filed_act set filed_at = filed_at - interval '1 day' where matter_id = ${played.id}`

    await expect(asActor(db, officer, (tx) => change.execute(tx))).rejects.toThrow(/permission denied/)
    await expect(change.execute(db)).rejects.toThrow(/not changed/)
    await expect(sql`delete from filed_act where matter_id = ${played.id}`.execute(db)).rejects.toThrow(
      /not changed/,
    )
  })

  test('asking twice with the same key files once', async () => {
    const played = await aRegisteredCase()
    const wanted = {
      matterId: played.id,
      action: 'file',
      body: bodies.file,
      expectedVersion: 2,
      idempotencyKey: 'file-once-0001',
    }
    const [first, second] = [
      await asActor(db, leader, (tx) => actOnMatter(tx, leader, wanted, filedOn)),
      await asActor(db, leader, (tx) => actOnMatter(tx, leader, wanted, filedOn)),
    ]
    expect(second).toEqual(first)
  })
})
