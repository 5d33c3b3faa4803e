import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import { parseInput } from '../../../../kernel/faults.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { hereAndNow } from '../../../../platform/occasion.ts'
import { readEvents } from '../../read-events.ts'
import { dataCorrectionChart } from './data-correction.chart.ts'
import { dataCorrectionForms } from './data-correction.contract.ts'
import { dataCorrectionBodies, wrongAxles } from './data-correction.examples.ts'
import { dataCorrection } from './data-correction.ts'

const { db } = await testDatabase()
let region: Region
let user: PersonActor
let keeper: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  user = region.who('tieling.officer')
  keeper = region.who('siping.officer')
})

/** A report nobody else made, with its proof; sent unless said. */
async function aReport(recordNumber: string, to = keeper, occasion = hereAndNow()) {
  const report = wrongAxles(to.agencyId)
  const content = { ...report, record: { ...report.record, recordNumber } }
  const bodies = { ...dataCorrectionBodies(to.agencyId), send: content }
  const matter = await aMatter(db, { kind: 'data-correction', opener: user, bodies, occasion })
  await matter.attach(user, ['proof'])
  return { ...matter, content }
}

async function aVerifiedReport(recordNumber: string, to = keeper) {
  const report = await aReport(recordNumber, to)
  await report.does(user, 'send')
  await report.does(to, 'acknowledge')
  return report
}

const { correct } = dataCorrectionBodies('018f0000-0000-7000-8000-000000000001' as never)

test.each(Object.entries(dataCorrectionBodies(crypto.randomUUID() as never)))(
  '%s takes its example',
  (action, body) => {
    const form = dataCorrectionForms[action as keyof typeof dataCorrectionForms]
    expect(parseInput(form, body)).toEqual(body)
  },
)

describe('an error in a record', () => {
  test('is reported with its proof, or not at all', async () => {
    const bodies = dataCorrectionBodies(keeper.agencyId)
    const matter = await aMatter(db, { kind: 'data-correction', opener: user, bodies })

    await expect(matter.does(user, 'send')).rejects.toMatchObject({
      faults: [{ path: ['materials', 'proof'] }],
    })
  })

  test('is answered within ten working days from delivery, signed for or not', async () => {
    const friday = { now: '2025-09-26T02:00:00.000Z', node: 'test' }
    const report = await aReport('ten-days', keeper, friday)
    await report.does(user, 'send', { occasion: friday })
    // 28 September is a make-up day; 1 to 8 October are holidays, 11 October is a make-up day.
    const due = { correction: '2025-10-16T15:59:59.000Z' }
    expect(await report.clocks()).toMatchObject(due)

    await report.does(keeper, 'acknowledge', { occasion: { now: '2025-09-29T02:00:00.000Z', node: 'test' } })

    expect(await report.clocks()).toEqual(due)
  })

  test('is corrected field by field, and the corrected value comes back', async () => {
    const report = await aVerifiedReport('back')
    await report.does(keeper, 'correct')

    const events = await asActor(db, user, (tx) => readEvents(tx, report.id))
    const told = events.find(({ type }) => type === 'correct')
    expect(told?.body).toMatchObject({ form: { results: [{ outcome: 'corrected', value: '6 轴' }, {}] } })
    expect(await report.does(user, 'confirm')).toMatchObject({ settled: true, legs: [{ state: 'closed' }] })
  })

  test.each([
    ['left out', [correct.results[0]], [['results']]],
    ['answered twice', [...correct.results, correct.results[1]], [['results']]],
    ['that nobody reported', [...correct.results, { ...correct.results[0], error: 3 }], [['results', 2]]],
  ])('is not answered with one %s', async (what, results, paths) => {
    const report = await aVerifiedReport(`answer ${what}`)

    await expect(report.does(keeper, 'correct', { body: { results } })).rejects.toMatchObject({
      faults: paths.map((path) => ({ path })),
    })
  })

  test('stays uncorrected only for a reason of the list, and a record of others names its keeper', () => {
    const said = (body: unknown) => () => parseInput(dataCorrectionForms.decline, body)
    expect(said({ reason: 'Busy', grounds: 'x' })).toThrow()
    expect(said({ reason: 'NotOurRecord', grounds: 'x' })).toThrow()
    expect(said({ reason: 'NotOurRecord', grounds: 'x', keeper: '四平市交通运输局' })).not.toThrow()
  })

  test('keeps citizens’ numbers out of ordinary values and persons out of titles', () => {
    const { errors, ...report } = wrongAxles(keeper.agencyId)
    const [first] = errors
    const wrong = { ...report, errors: [{ ...first, recorded: '持证人 11010519491231002X' }] }
    expect(() => parseInput(dataCorrectionForms.send, wrong)).toThrow()

    const person = {
      ...report,
      errors,
      record: { ...report.record, register: 'practitioner', subject: '试例五' },
    }
    expect(dataCorrection.titleOf(person)).toBe('从业人员记录有误')
  })

  test('in the record of a person says whose it is', () => {
    const report = wrongAxles(keeper.agencyId)
    const ofAPerson = (holder: object) => () =>
      parseInput(dataCorrectionForms.send, {
        ...report,
        record: { ...report.record, register: 'practitioner', ...holder },
      })

    expect(ofAPerson({})).toThrow(
      expect.objectContaining({ faults: [{ path: ['record', 'holder'], message: expect.anything() }] }),
    )
    expect(ofAPerson({ holder: '试例五' })).not.toThrow()
  })

  test('P3 is not reported a second time while the first report is pending', async () => {
    const first = await aReport('twice')
    await first.does(user, 'send')

    const second = await aReport('twice')

    await expect(second.does(user, 'send')).rejects.toMatchObject({ code: 'already-pending' })
  })
})

describe('P26 a challenge is never decided by the agency that made the record', () => {
  test('but by the common superior, who orders the correction', async () => {
    expect(Object.values(dataCorrectionChart.states.challenged).map(({ by }) => by)).toEqual([
      'superior',
      'superior',
    ])
    const report = await aVerifiedReport('challenged')
    await report.does(keeper, 'decline')
    await report.does(user, 'challenge')
    await expect(report.does(keeper, 'uphold')).rejects.toMatchObject({ code: 'not-your-turn' })
    const ministry = region.who('ministry.supervisor')

    expect(await report.does(ministry, 'orderCorrection')).toMatchObject({ legs: [{ state: 'ordered' }] })
    await report.does(keeper, 'correct')
    await expect(report.does(user, 'challenge')).rejects.toMatchObject({ code: 'not-now' })
    expect(await report.does(user, 'confirm')).toMatchObject({ settled: true })
  })

  test('and what the superior ordered to be corrected is not kept', async () => {
    const report = await aVerifiedReport('ordered')
    await report.does(keeper, 'decline')
    await report.does(user, 'challenge')
    const { orderCorrection } = dataCorrectionBodies(keeper.agencyId)
    const both = orderCorrection.rulings.map((each) => ({ ...each, ruling: 'correct' }))
    await report.does(region.who('ministry.supervisor'), 'orderCorrection', {
      body: { ...orderCorrection, rulings: both },
    })
    const [axles] = correct.results
    const asOrdered = { results: [axles, { ...axles, error: 2, value: '2026-12-31' }] }

    await expect(report.does(keeper, 'correct')).rejects.toMatchObject({
      faults: [{ path: ['results', 1, 'outcome'], message: { zh: expect.stringContaining('已经责成更正') } }],
    })
    expect(await report.does(keeper, 'correct', { body: asOrdered })).toMatchObject({
      legs: [{ state: 'corrected' }],
    })
  })

  test.each([
    ['no value', [{ error: 1, ruling: 'correct' }], 'rulings'],
    [
      'nothing but staying',
      [
        { error: 1, ruling: 'stays' },
        { error: 2, ruling: 'stays' },
      ],
      'rulings',
    ],
  ])('who decides value by value; an order leaves out %s of them', async (what, rulings, path) => {
    const report = await aVerifiedReport(`ruling ${what}`)
    await report.does(keeper, 'decline')
    await report.does(user, 'challenge')
    const { orderCorrection } = dataCorrectionBodies(keeper.agencyId)

    await expect(
      report.does(region.who('ministry.supervisor'), 'orderCorrection', {
        body: { ...orderCorrection, rulings },
      }),
    ).rejects.toMatchObject({ faults: [{ path: [path] }] })
  })

  test('nor by a keeper that is itself the common superior, nor where there is none', async () => {
    for (const login of ['siping.partner', 'hotline.operator']) {
      const report = await aVerifiedReport(`of ${login}`, region.who(login))
      await report.does(region.who(login), 'decline')

      await expect(report.does(user, 'challenge')).rejects.toMatchObject({
        code: 'not-now',
        words: { zh: expect.stringContaining('政务数据主管部门') },
      })
    }
  })
})
