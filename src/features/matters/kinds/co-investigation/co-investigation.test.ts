import { sql } from 'kysely'
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
import { coInvestigationForms, type Request } from './co-investigation.contract.ts'
import {
  askedByVideo,
  coInvestigationBodies,
  doneTask,
  loadedElsewhere,
  unableTask,
  videoStatement,
} from './co-investigation.examples.ts'
import { coInvestigation } from './co-investigation.ts'

const { db } = await testDatabase()
let region: Region
let asker: PersonActor
let reviewer: PersonActor
let answerer: PersonActor
let other: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  asker = region.who('tieling.officer')
  reviewer = region.who('tieling.reviewer')
  answerer = region.who('siping.officer')
  other = region.who('lishu.officer')
})

const on = (day: string) => ({ now: new Date(`${day}T10:00:00+08:00`).toISOString(), node: 'local' })

/** A request that was sent on Tuesday 1 July 2025 and taken up the same day. */
async function aRequest(
  contentOf: (...to: AgencyId[]) => Request = loadedElsewhere,
  to: readonly PersonActor[] = [answerer],
) {
  const ids = to.map(({ agencyId }) => agencyId)
  const bodies = coInvestigationBodies(...ids)
  const occasion = on('2025-07-01')
  const request = await aMatter(db, { kind: 'co-investigation', opener: asker, bodies, occasion })
  await request.attach(asker, ['case-papers'])
  await request.does(asker, 'submit', { body: contentOf(...ids), occasion })
  await request.does(reviewer, 'approve', { occasion })
  await request.does(asker, 'send', { occasion })
  return request
}

async function anOpenRequest(contentOf?: (...to: AgencyId[]) => Request) {
  const request = await aRequest(contentOf)
  await request.does(answerer, 'acknowledge', { occasion: on('2025-07-01') })
  await request.does(answerer, 'take', { occasion: on('2025-07-01') })
  return request
}

describe('a request', () => {
  test('goes from the first line to the last answer, its tasks answered one by one', async () => {
    const request = await anOpenRequest()

    await request.does(answerer, 'answerTask', { body: doneTask(1) })
    const halfway = await asActor(db, asker, (tx) => readEvents(tx, request.id))
    await request.does(answerer, 'answerTask', { body: doneTask(2) })
    await request.does(answerer, 'answerTask', { body: unableTask(3) })
    await request.does(answerer, 'reply')
    await request.does(asker, 'askMore')
    await request.does(answerer, 'supply')
    const closed = await request.does(asker, 'confirm')

    expect(halfway.at(-1)).toMatchObject({ type: 'answerTask', body: { form: { task: 1 } } })
    expect(closed).toMatchObject({ settled: true, lead: asker.agencyId, legs: [{ state: 'closed' }] })
  })

  test('P18 asked of several, each answers every task for itself', async () => {
    const request = await aRequest(loadedElsewhere, [answerer, other])
    for (const [leg, who] of [answerer, other].entries()) {
      await request.does(who, 'acknowledge', { leg: leg + 1 })
      await request.does(who, 'take', { leg: leg + 1 })
    }
    for (const task of [1, 2, 3]) await request.does(answerer, 'answerTask', { leg: 1, body: doneTask(task) })

    await request.does(answerer, 'reply', { leg: 1 })

    await expect(request.does(other, 'reply', { leg: 2 })).rejects.toMatchObject({
      words: { zh: expect.stringContaining('第 1、2、3 项') },
    })
  })

  test('is declined only for reasons of a closed list, and workload is none', async () => {
    const request = await aRequest()
    await request.does(answerer, 'acknowledge')

    await expect(
      request.does(answerer, 'decline', { body: { declineReason: 'TooBusy', grounds: '案件较多。' } }),
    ).rejects.toMatchObject({ faults: [{ path: ['declineReason'] }] })
    expect(await request.does(answerer, 'decline')).toMatchObject({ settled: true, lead: asker.agencyId })
  })

  test('shows the one who is asked neither name nor telephone of a person unmasked', async () => {
    const request = await aRequest()

    const { content } = await asActor(db, answerer, (tx) => readMatter(tx, answerer, request.id))

    expect(JSON.stringify(content)).not.toContain('13800000020')
    expect(JSON.stringify(content)).not.toContain('试例二十"')
  })

  test('P20 is answered within 15 working days of its delivery, or 5 where it is urgent', async () => {
    const request = await anOpenRequest()
    const urgent = await anOpenRequest(askedByVideo)

    expect((await request.clocks()).reply).toBe('2025-07-22T15:59:59.000Z')
    expect((await urgent.clocks()).reply).toBe('2025-07-08T15:59:59.000Z')
  })
})

describe('an extension', () => {
  test('that is told on the last day adds 15 working days, once', async () => {
    const request = await anOpenRequest()

    await request.does(answerer, 'extend', { occasion: on('2025-07-22') })

    expect((await request.clocks()).reply).toBe('2025-08-12T15:59:59.000Z')
    await expect(request.does(answerer, 'extend', { occasion: on('2025-07-23') })).rejects.toMatchObject({
      code: 'not-now',
    })
  })

  test('that is told after the last day is refused, and says that it is too late', async () => {
    const request = await anOpenRequest()

    await expect(request.does(answerer, 'extend', { occasion: on('2025-07-23') })).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('延期须在到期前申请。请尽快办理，并在留言或者答复中') },
    })
    expect((await request.clocks()).reply).toBe('2025-07-22T15:59:59.000Z')
  })
})

test('the page offers an extension only as long as it can be told', async () => {
  const request = await anOpenRequest()
  const offeredOn = async (day: string) =>
    (
      await asActor(db, answerer, (tx) => readMatter(tx, answerer, request.id, on(day)))
    ).legs[0]?.openActions.find(({ action }) => action === 'extend')

  expect(await offeredOn('2025-07-22')).toMatchObject({ open: true })
  expect(await offeredOn('2025-07-23')).toMatchObject({
    open: false,
    whyWords: { zh: expect.stringContaining('延期须在到期前申请') },
  })
})

describe('the last answer', () => {
  test('waits for every task, and names those that are open', async () => {
    const request = await anOpenRequest()
    await request.does(answerer, 'answerTask', { body: doneTask(2) })

    const { legs } = await asActor(db, answerer, (tx) => readMatter(tx, answerer, request.id))
    expect(legs[0]?.openActions.find(({ action }) => action === 'reply')).toMatchObject({
      open: false,
      whyWords: { zh: expect.stringContaining('第 1、3 项') },
    })

    await expect(request.does(answerer, 'reply')).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('第 1、3 项') },
    })
  })

  test.each([
    ['twice', doneTask(2), 'task'],
    ['to a task there is none of', doneTask(4), 'task'],
    ['by video where a visit was asked', videoStatement(1), 'result'],
    ['from tomorrow', { ...doneTask(1), doneAt: '2125-01-01T00:00:00+08:00' }, 'doneAt'],
    ['from before it was asked for', { ...doneTask(1), doneAt: '2025-06-30T23:00:00+08:00' }, 'doneAt'],
  ])('takes no answer %s', async (_, body, path) => {
    const request = await anOpenRequest()
    await request.does(answerer, 'answerTask', { body: doneTask(2) })

    await expect(request.does(answerer, 'answerTask', { body })).rejects.toMatchObject({
      faults: [{ path: [path] }],
    })
  })
})

describe('a statement by video', () => {
  test('is answered with the officers of both sides, the identity checked, and the recording attached', async () => {
    const request = await anOpenRequest(askedByVideo)

    await expect(request.does(answerer, 'answerTask', { body: doneTask(1) })).rejects.toMatchObject({
      faults: [{ path: ['result'] }],
    })
    await expect(request.does(answerer, 'answerTask', { body: videoStatement(1) })).rejects.toMatchObject({
      faults: [{ path: ['recorded'] }, { path: ['recorded'] }],
    })
    await request.attach(answerer, ['remote-recording', 'remote-record'])
    await request.does(answerer, 'answerTask', { body: videoStatement(1) })

    expect(await request.does(answerer, 'reply')).toMatchObject({ legs: [{ state: 'replied' }] })
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['one officer here', { officers: [{ name: '试例一', certificateNumber: '1' }] }, 'officers'],
    ['one officer there', { askedBy: [{ name: '试例一', certificateNumber: '1' }] }, 'askedBy'],
    ['nobody’s identity checked', { identity: undefined }, 'identity'],
    ['the rights untold', { rightsTold: false }, 'rightsTold'],
    ['no recording', { recorded: undefined }, 'recorded'],
    ['a refused signature unexplained', { signature: 'refused' }, 'signatureNote'],
    [
      'the same officer on both sides',
      {
        officers: [
          { name: '试例一', certificateNumber: '1' },
          { name: '试例二', certificateNumber: '2' },
        ],
        askedBy: [
          { name: '试例二', certificateNumber: '2' },
          { name: '试例三', certificateNumber: '3' },
        ],
      },
      'askedBy',
    ],
    ['an end before its beginning', { endedAt: '2025-06-20T09:00:00+08:00' }, 'endedAt'],
  ])('with %s is no statement', (_, change, path) => {
    expect(() => parseInput(coInvestigationForms.answerTask, { ...videoStatement(1), ...change })).toThrow(
      expect.objectContaining({ faults: [expect.objectContaining({ path: [path] })] }),
    )
  })
})

const [firstTask] = loadedElsewhere().tasks

test.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['a statement without an outline', { tasks: [{ ...firstTask, outline: undefined }] }, 'tasks.0.outline'],
  ['no task', { tasks: [] }, 'tasks'],
  ['a task nobody may be given', { tasks: [{ kind: 'arrest', what: '拘留' }] }, 'tasks.0.kind'],
  [
    'urgency without its reason',
    { case: { ...loadedElsewhere().case, urgency: 'urgent' } },
    'case.urgencyReason',
  ],
  ['one officer', { officers: loadedElsewhere().officers.slice(1) }, 'officers'],
])('a request with %s is refused', (_, change, path) => {
  const content = loadedElsewhere('018f0000-0000-7000-8000-000000000001' as AgencyId)

  expect(() => parseInput(coInvestigationForms.submit, { ...content, ...change })).toThrow(
    expect.objectContaining({ faults: [expect.objectContaining({ path: path.split('.').map(stepOf) })] }),
  )
})

const stepOf = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step)

test('titles say what is asked, and never who', async () => {
  const content = loadedElsewhere(answerer.agencyId)
  expect(coInvestigation.titleOf(content)).toBe('车辆超限运输：当面询问等 3 项')
  const { rows } = await sql<{
    title: string
  }>`select title from matter where kind = 'co-investigation'`.execute(db)
  expect(rows.filter(({ title }) => title.includes('试例'))).toEqual([])
})
