import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import { parseInput } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { actsInNameOf } from '../../../agencies/agencies.ts'
import { readMatter } from '../../read-matter.ts'
import { type ExecutionRequest, executionHelpForms } from './execution-help.contract.ts'
import { executionHelpBodies, seizedBy, suspendedCompany, vehicleToSeize } from './execution-help.examples.ts'

const { db } = await testDatabase()
let region: Region
let asker: PersonActor
let reviewer: PersonActor
let helper: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  asker = region.who('tieling.officer')
  reviewer = region.who('tieling.reviewer')
  helper = region.who('lishu.officer')
})

const on = (day: string) => ({ now: new Date(`${day}T10:00:00+08:00`).toISOString(), node: 'local' })

/** A request that was sent and taken up on Tuesday 1 July 2025. */
async function aRequest(contentOf: (to: AgencyId) => ExecutionRequest = suspendedCompany) {
  const occasion = on('2025-07-01')
  const bodies = executionHelpBodies(helper.agencyId)
  const request = await aMatter(db, { kind: 'execution-help', opener: asker, bodies, occasion })
  await request.attach(asker, ['decision', 'service-proof', 'measure-approval'])
  await request.does(asker, 'submit', { body: contentOf(helper.agencyId), occasion })
  await request.does(reviewer, 'approve', { occasion })
  await request.does(asker, 'send', { occasion })
  await request.does(helper, 'acknowledge', { occasion })
  await request.does(helper, 'take', { occasion })
  return request
}

describe('help with carrying out a decision', () => {
  test('is reported on thing by thing, asked to go on once, and closed', async () => {
    const request = await aRequest()

    await request.does(helper, 'report')
    await request.does(asker, 'askAgain')
    await request.does(helper, 'report')
    await expect(request.does(asker, 'askAgain')).rejects.toMatchObject({ code: 'not-now' })

    expect(await request.does(asker, 'confirm')).toMatchObject({ settled: true, lead: asker.agencyId })
  })

  test('names every thing it was asked for, each once', async () => {
    const request = await aRequest()
    const [first] = executionHelpBodies(helper.agencyId).report.results

    await expect(
      request.does(helper, 'report', { body: { results: [first, { ...first, help: 3 }] } }),
    ).rejects.toMatchObject({ faults: [{ path: ['results'] }, { path: ['results', 1] }] })
  })

  test('P20 takes 15 working days, 3 where it is urgent, extended only before they end', async () => {
    const request = await aRequest()
    const urgent = await aRequest(vehicleToSeize)

    expect((await request.clocks()).execution).toBe('2025-07-22T15:59:59.000Z')
    expect((await urgent.clocks()).execution).toBe('2025-07-04T15:59:59.000Z')
    await expect(request.does(helper, 'extend', { occasion: on('2025-07-23') })).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('到期前') },
    })
  })

  test('says until when it would run before it is extended, and nothing once it was', async () => {
    const request = await aRequest()
    const shown = async () => {
      const { clocks } = await asActor(db, helper, (tx) =>
        readMatter(tx, helper, request.id, on('2025-07-10')),
      )
      return clocks.find(({ name }) => name === 'execution')
    }

    const before = await shown()
    await request.does(helper, 'extend', { occasion: on('2025-07-10') })

    const after = await shown()
    expect(Date.parse(before?.extendedDueAt ?? '')).toBe(Date.parse(after?.dueAt ?? ''))
    expect(after?.extendedDueAt).toBeUndefined()
  })
})

test('a request says at once that a decision cannot have been served before it was made, or after now', async () => {
  const bodies = executionHelpBodies(helper.agencyId)
  const request = await aMatter(db, {
    kind: 'execution-help',
    opener: asker,
    bodies,
    occasion: on('2025-07-01'),
  })
  await request.attach(asker, ['decision', 'service-proof'])
  const written = suspendedCompany(helper.agencyId)
  const decision = { ...written.decision, decidedOn: '2125-07-01', servedOn: '2025-06-30' }

  await expect(request.does(asker, 'submit', { body: { ...written, decision } })).rejects.toMatchObject({
    faults: [{ path: ['decision', 'decidedOn'] }, { path: ['decision', 'servedOn'] }],
  })
})

test('nothing is carried out before it was asked for', async () => {
  const request = await aRequest()
  const { report } = executionHelpBodies(helper.agencyId)
  const early = report.results.map((result) => ({ ...result, at: '2025-06-30T10:00:00+08:00' }))

  await expect(request.does(helper, 'report', { body: { results: early } })).rejects.toMatchObject({
    faults: [
      { path: ['results', 0, 'at'], message: { zh: '早于收到请求的日期（2025-07-01），请核对。' } },
      { path: ['results', 1, 'at'] },
    ],
  })
})

describe('only the organ of the place coerces', () => {
  test('for thirty days and thirty more at most (行政强制法 Art. 25)', async () => {
    const request = await aRequest(vehicleToSeize)
    const report = seizedBy(helper.agencyId, new Date('2025-07-02T10:00:00+08:00'))
    const until = (day: string) => ({
      ...report,
      results: report.results.map((result) => ({ ...result, until: `${day}T10:00:00+08:00` })),
    })

    // Taken on 2 July 2025: the sixtieth day is 31 August.
    await expect(request.does(helper, 'report', { body: until('2025-09-01') })).rejects.toMatchObject({
      faults: [{ path: ['results', 0, 'until'], message: { zh: expect.stringContaining('2025-08-31') } }],
    })
    expect(await request.does(helper, 'report', { body: until('2025-08-31') })).toMatchObject({
      legs: [{ state: 'reported' }],
    })
  })

  test('in its own name, or that of the bureau it acts for', async () => {
    const bureau = await asActor(db, helper, (tx) => actsInNameOf(tx, helper.agencyId))
    expect(bureau).not.toBeNull()
    for (const name of [helper.agencyId, bureau ?? helper.agencyId]) {
      const request = await aRequest(vehicleToSeize)
      expect(await request.does(helper, 'report', { body: seizedBy(name) })).toMatchObject({
        legs: [{ state: 'reported' }],
      })
    }
  })

  test('never in the name of the agency that asks', async () => {
    const request = await aRequest(vehicleToSeize)

    await expect(request.does(helper, 'report', { body: seizedBy(asker.agencyId) })).rejects.toMatchObject({
      faults: [{ path: ['results', 0, 'inNameOf'] }],
    })
  })

  test('and reports it with decision and term, not as something carried out', async () => {
    const request = await aRequest(vehicleToSeize)
    const [, executed] = executionHelpBodies(helper.agencyId).report.results

    await expect(
      request.does(helper, 'report', { body: { results: [{ ...executed, help: 1 }] } }),
    ).rejects.toMatchObject({ faults: [{ path: ['results', 0, 'outcome'] }] })
  })

  test('and takes no measure nobody asked for', async () => {
    const request = await aRequest()
    const [measure] = seizedBy(helper.agencyId).results
    const [first] = executionHelpBodies(helper.agencyId).report.results

    await expect(
      request.does(helper, 'report', { body: { results: [first, { ...measure, help: 2 }] } }),
    ).rejects.toMatchObject({ faults: [{ path: ['results', 1, 'outcome'] }] })
  })

  test('so a partner department is not asked to', async () => {
    const { rows } = await sql<{
      id: AgencyId
    }>`select id from agency where kind = 'partner' limit 1`.execute(db)
    const partner = rows[0]?.id as AgencyId
    const bodies = executionHelpBodies(partner)
    const request = await aMatter(db, { kind: 'execution-help', opener: asker, bodies })
    await request.attach(asker, ['decision', 'service-proof', 'measure-approval'])

    await expect(request.does(asker, 'submit', { body: vehicleToSeize(partner) })).rejects.toMatchObject({
      faults: [{ path: ['to'], message: { zh: expect.stringContaining('第十七条') } }],
    })
    expect(await request.does(asker, 'submit')).toMatchObject({ legs: [{ state: 'inReview' }] })
  })

  test('visitors are not among the officers who take it', () => {
    const [measure] = seizedBy(helper.agencyId).results
    const mixed = { ...measure, visitors: measure && 'officers' in measure ? measure.officers : [] }

    expect(() => parseInput(executionHelpForms.report, { results: [mixed] })).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ path: ['results', 0, 'visitors'] })] }),
    )
  })
})

test('a measure is asked for only with the approval of asking for it', async () => {
  const bodies = executionHelpBodies(helper.agencyId)
  const request = await aMatter(db, { kind: 'execution-help', opener: asker, bodies })
  await request.attach(asker, ['decision'])

  await expect(
    request.does(asker, 'submit', { body: vehicleToSeize(helper.agencyId) }),
  ).rejects.toMatchObject({ faults: [{ path: ['materials', 'measure-approval'] }] })
})

test('a decision that was not served is not carried out', () => {
  const { servedOn: _, ...decision } = suspendedCompany(helper.agencyId).decision

  expect(() =>
    parseInput(executionHelpForms.submit, { ...suspendedCompany(helper.agencyId), decision }),
  ).toThrow(
    expect.objectContaining({ faults: [expect.objectContaining({ path: ['decision', 'servedOn'] })] }),
  )
})
