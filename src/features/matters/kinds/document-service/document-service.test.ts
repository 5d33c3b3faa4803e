import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter, type PlayedMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import { parseInput } from '../../../../kernel/faults.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { readEvents } from '../../read-events.ts'
import { readMatter } from '../../read-matter.ts'
import { documentServiceForms, type Entrustment } from './document-service.contract.ts'
import {
  decisionForSiping,
  documentServiceBodies,
  handedOver,
  leftBehind,
  noticeForDriver,
} from './document-service.examples.ts'

const { db } = await testDatabase()
let region: Region
let asker: PersonActor
let reviewer: PersonActor
let server: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  asker = region.who('tieling.officer')
  reviewer = region.who('tieling.reviewer')
  server = region.who('siping.officer')
})

const on = (day: string) => ({ now: new Date(`${day}T11:00:00+08:00`).toISOString(), node: 'local' })

/** An entrustment that was sent and taken up on Tuesday 1 July 2025. */
async function anEntrustment(content?: Entrustment) {
  const service = await aReceivedEntrustment(content)
  await service.does(server, 'take', { occasion: on('2025-07-01') })
  return service
}

/** The same before it was taken up. */
async function aReceivedEntrustment(content: Entrustment = decisionForSiping(server.agencyId, randomUUID())) {
  const occasion = on('2025-07-01')
  const bodies = documentServiceBodies(server.agencyId)
  const service = await aMatter(db, { kind: 'document-service', opener: asker, bodies, occasion })
  await service.attach(asker, ['document', 'receipt-form'])
  await service.does(asker, 'submit', { body: content, occasion })
  await service.does(reviewer, 'approve', { occasion })
  await service.does(asker, 'send', { occasion })
  await service.does(server, 'acknowledge', { occasion })
  return service
}

const findingsOf = async ({ id }: PlayedMatter, type: string, reader = asker) =>
  (await asActor(db, reader, (tx) => readEvents(tx, id))).find((event) => event.type === type)?.body.findings

const servedOn = (day: string) => ({
  ...documentServiceBodies(server.agencyId).serve,
  at: `${day}T10:20:00+08:00`,
})

const failedOn = (day: string) => ({
  ...documentServiceBodies(server.agencyId).fail,
  at: `${day}T10:20:00+08:00`,
})

describe('a document is served', () => {
  test('from entrusting to the confirmed receipt, with the date of service worked out', async () => {
    const service = await anEntrustment()

    await service.does(server, 'serve', { occasion: on('2025-07-03') })
    await service.attach(server, ['service-receipt'])
    await service.does(server, 'returnReceipt', { occasion: on('2025-07-04') })
    const closed = await service.does(asker, 'confirmReceipt', { occasion: on('2025-07-04') })

    expect(closed).toMatchObject({ settled: true, lead: asker.agencyId, legs: [{ state: 'closed' }] })
    expect(await findingsOf(service, 'serve')).toEqual([
      expect.objectContaining({
        name: 'servedOn',
        value: '2025-07-03',
        zh: '送达日期：2025-07-03（直接送达，以送达回证上的签收日期为准）。',
      }),
    ])
  })

  test('left behind only with its proof attached', async () => {
    const service = await anEntrustment()

    await expect(
      service.does(server, 'serve', { body: leftBehind, occasion: on('2025-07-03') }),
    ).rejects.toMatchObject({ faults: [{ path: ['proof'] }] })
    await service.attach(server, ['attempt-record'])

    expect(
      await service.does(server, 'serve', { body: leftBehind, occasion: on('2025-07-03') }),
    ).toMatchObject({ legs: [{ state: 'served' }] })
  })

  test('a receipt that came back defective is mended, attached anew and returned again', async () => {
    const service = await anEntrustment()
    await service.does(server, 'serve')
    await service.attach(server, ['service-receipt'])
    await service.does(server, 'returnReceipt')
    await service.does(asker, 'rejectReceipt')

    await expect(service.does(server, 'returnReceipt')).rejects.toMatchObject({
      faults: [{ path: ['way'], message: { zh: expect.stringContaining('补正后的') } }],
    })
    await service.attach(server, ['service-receipt'])
    await service.does(server, 'returnReceipt')

    expect(await service.does(asker, 'confirmReceipt')).toMatchObject({ settled: true })
  })

  test('the letter of a rejected receipt no longer stands; what was written of failed attempts does', async () => {
    const service = await anEntrustment()
    for (const day of ['2025-07-03', '2025-07-04'])
      await service.does(server, 'fail', { body: failedOn(day) })
    await service.does(asker, 'instruct')
    await service.does(server, 'serve', { body: servedOn('2025-07-07') })
    await service.attach(server, ['service-receipt'])
    const receipt = { receiptDate: '2025-07-07', way: 'posted', tracking: 'T' }
    await service.does(server, 'returnReceipt', { body: receipt })
    const stands = async () =>
      (await service.letters()).flatMap(({ type, isVoid }) => (type === 'service-receipt' ? [!isVoid] : []))

    await service.does(asker, 'rejectReceipt')
    expect(await stands()).toEqual([true, false])
    await service.attach(server, ['service-receipt'])
    await service.does(server, 'returnReceipt', { body: receipt })

    expect(await stands()).toEqual([true, false, true])
  })

  test('what was recorded wrongly is corrected, and the receipt fits it', async () => {
    const service = await anEntrustment()
    await service.does(server, 'serve', { occasion: on('2025-07-04') })
    await service.attach(server, ['service-receipt'])
    const receipt = { body: { receiptDate: '2025-07-02', way: 'posted' }, occasion: on('2025-07-04') }
    await expect(service.does(server, 'returnReceipt', receipt)).rejects.toMatchObject({
      faults: [{ message: { zh: expect.stringContaining('更正送达登记') } }],
    })
    const { receiptReturn } = await service.clocks()

    await service.does(server, 'amendService', {
      body: { ...servedOn('2025-07-02'), reason: '日期录入有误。' },
      occasion: on('2025-07-04'),
    })

    expect(await service.clocks()).toMatchObject({ receiptReturn })
    expect(await findingsOf(service, 'amendService')).toMatchObject([{ value: '2025-07-02' }])
    await service.does(server, 'returnReceipt', receipt)
    const [, letter] = await service.letters()
    expect(JSON.stringify(letter?.parts)).toContain('2025年7月2日')
  })

  test('P3 the same document is not entrusted twice at once', async () => {
    const number = randomUUID()
    await anEntrustment(decisionForSiping(server.agencyId, number))

    await expect(anEntrustment(decisionForSiping(server.agencyId, number))).rejects.toMatchObject({
      code: 'already-pending',
    })
  })
})

describe('who signed', () => {
  test.each([
    ['a relative', 'an organisation', 'adult-family', decisionForSiping],
    ['a mail office', 'a person', 'mail-office', noticeForDriver],
  ])('%s signs nothing for %s', async (_, __, signedBy, content) => {
    const service = await anEntrustment(content(server.agencyId, randomUUID()))

    await expect(
      service.does(server, 'serve', { body: { ...servedOn('2025-07-03'), signedBy } }),
    ).rejects.toMatchObject({ faults: [{ path: ['signedBy'] }] })
  })
})

describe('a receipt', () => {
  test('before any attempt is refused', async () => {
    const service = await anEntrustment()
    await service.attach(server, ['service-receipt'])

    await expect(service.does(server, 'returnReceipt')).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringMatching(/送达中.*现在可以办理：“登记送达”/) },
    })
  })

  test.each([
    ['older than the attempt', '2025-07-02', '早于登记的送达'],
    ['of a later day', '2025-07-04', '不一致'],
  ])('%s is refused', async (_, receiptDate, words) => {
    const service = await anEntrustment()
    await service.does(server, 'serve', { occasion: on('2025-07-03') })
    await service.attach(server, ['service-receipt'])

    await expect(
      service.does(server, 'returnReceipt', { body: { receiptDate, way: 'posted' } }),
    ).rejects.toMatchObject({
      faults: [{ path: ['receiptDate'], message: { zh: expect.stringContaining(words) } }],
    })
  })

  test('is attached before it is returned', async () => {
    const service = await anEntrustment()
    await service.does(server, 'serve')

    await expect(service.does(server, 'returnReceipt')).rejects.toMatchObject({ faults: [{ path: ['way'] }] })
  })
})

describe('two failed attempts', () => {
  test('go back to the asker, who decides; everybody sees who went when and where', async () => {
    const service = await anEntrustment()

    const once = await service.does(server, 'fail', { body: failedOn('2025-07-03') })
    const twice = await service.does(server, 'fail', { body: failedOn('2025-07-04') })

    expect([once.legs[0]?.state, twice.legs[0]?.state]).toEqual(['triedOnce', 'undelivered'])
    await expect(service.does(server, 'serve')).rejects.toMatchObject({ code: 'not-now' })
    expect(Object.keys(await service.clocks())).toEqual(
      expect.arrayContaining(['instruction', 'decisionService']),
    )
    const attempts = (await asActor(db, asker, (tx) => readEvents(tx, service.id))).filter(
      ({ type }) => type === 'fail',
    )
    expect(attempts.map(({ body }) => (body.form as { at: string }).at)).toEqual([
      '2025-07-03T10:20:00+08:00',
      '2025-07-04T10:20:00+08:00',
    ])
    // The letter goes with the second, which gives the document back.
    expect(attempts.map(({ body }) => (body.letters as { type: string }[] | undefined)?.[0]?.type)).toEqual([
      undefined,
      'service-receipt',
    ])
  })

  test('may be followed by a third with more to go on', async () => {
    const service = await anEntrustment()
    await service.does(server, 'fail', { body: failedOn('2025-07-03') })
    await service.does(server, 'fail', { body: failedOn('2025-07-04') })

    await service.does(asker, 'instruct')

    const found = { ...documentServiceBodies(server.agencyId).serve, at: '2025-07-07T10:00:00+08:00' }
    expect(await service.does(server, 'serve', { body: found })).toMatchObject({
      legs: [{ state: 'served' }],
    })
  })

  test('may end in a public notice, whose date of service the registry counts', async () => {
    const service = await anEntrustment()
    await service.does(server, 'fail', { body: failedOn('2025-07-03') })
    await service.does(server, 'fail', { body: failedOn('2025-07-04') })
    const notice = {
      method: 'public-notice',
      publishedOn: '2025-07-08',
      medium: '四平日报',
      noticeReason: '下落不明。',
    }

    await expect(service.does(asker, 'serveOtherwise', { body: notice })).rejects.toMatchObject({
      faults: [{ path: ['method'] }],
    })
    await service.attach(asker, ['service-proof'])
    const closed = await service.does(asker, 'serveOtherwise', { body: notice })

    expect(closed).toMatchObject({ settled: true })
    expect(await findingsOf(service, 'serveOtherwise')).toMatchObject([
      { name: 'servedOn', value: '2025-09-08' },
    ])
  })

  test('no other way of serving is older than the document, and each has its proof', async () => {
    const service = await anEntrustment()
    await service.does(server, 'fail', { body: failedOn('2025-07-03') })
    await service.does(server, 'fail', { body: failedOn('2025-07-04') })

    const posted = { method: 'post', deliveredOn: '2025-06-30', tracking: 'TEST1' }
    await expect(service.does(asker, 'serveOtherwise', { body: posted })).rejects.toMatchObject({
      faults: [{ path: ['deliveredOn'] }, { path: ['method'] }],
    })
  })

  test('no organisation is detained, or served where people are', async () => {
    const service = await anEntrustment()
    await expect(
      service.does(server, 'fail', { body: { ...failedOn('2025-07-03'), failReason: 'detained' } }),
    ).rejects.toMatchObject({ faults: [{ path: ['failReason'] }] })
    for (const day of ['2025-07-03', '2025-07-04'])
      await service.does(server, 'fail', { body: failedOn(day) })
    await service.attach(asker, ['service-proof'])

    await expect(
      service.does(asker, 'serveOtherwise', {
        body: { method: 'via-unit', unit: '看守所', signedOn: '2025-07-08' },
      }),
    ).rejects.toMatchObject({ faults: [{ path: ['method'] }] })
  })

  test('no public notice comes before the last attempt', async () => {
    const service = await anEntrustment()
    for (const day of ['2025-07-03', '2025-07-04'])
      await service.does(server, 'fail', { body: failedOn(day) })
    await service.attach(asker, ['service-proof'])
    const notice = { method: 'public-notice', medium: '四平日报', noticeReason: '下落不明。' }

    await expect(
      service.does(asker, 'serveOtherwise', { body: { ...notice, publishedOn: '2025-07-03' } }),
    ).rejects.toMatchObject({ faults: [{ path: ['publishedOn'] }] })
  })

  test.each([
    ['earlier than the first', '2025-07-02'],
    ['the first, recorded again', '2025-07-03'],
    ['before the decision was made', '2025-06-30'],
    ['before it was entrusted, on the day of the decision', '2025-07-01'],
    ['in the future', '2125-07-03'],
  ])('the second cannot be %s', async (_, day) => {
    const service = await anEntrustment()
    await service.does(server, 'fail', { body: failedOn('2025-07-03') })

    await expect(service.does(server, 'fail', { body: failedOn(day) })).rejects.toMatchObject({
      faults: [{ path: ['at'] }],
    })
  })
})

describe('the seven working days of a penalty decision', () => {
  test('P20 run from the day it was decided, stay with who decided, and do not stop for entrusting', async () => {
    const service = await anEntrustment()

    const { clocks } = await asActor(db, asker, (tx) => readMatter(tx, asker, service.id))

    // Decided on Tuesday 1 July; the seventh working day is Thursday the 10th.
    expect(clocks.find(({ name }) => name === 'decisionService')).toMatchObject({
      dueAt: '2025-07-10T15:59:59.000Z',
      owes: { id: asker.agencyId },
      stoppedAt: null,
    })
    expect(await findingsOf(service, 'submit')).toMatchObject([{ name: 'serveBefore', value: '2025-07-10' }])
  })

  test('are told to whoever serves it, whose own time may end later', async () => {
    const service = await anEntrustment()

    const events = await asActor(db, server, (tx) => readEvents(tx, service.id))

    expect(events.find(({ type }) => type === 'send')?.body).toMatchObject({
      findings: [{ name: 'serveBefore', value: '2025-07-10' }],
    })
  })

  test('are told again to who decided when it comes back unserved', async () => {
    const declined = await aReceivedEntrustment()
    await declined.does(server, 'decline', { occasion: on('2025-07-03') })
    const takenBack = await aReceivedEntrustment()
    await takenBack.does(asker, 'askBack', { occasion: on('2025-07-03') })
    await takenBack.does(server, 'release', { occasion: on('2025-07-03') })

    const serveBefore = [expect.objectContaining({ name: 'serveBefore', value: '2025-07-10' })]
    expect(await findingsOf(declined, 'decline')).toEqual(serveBefore)
    expect(await findingsOf(takenBack, 'release')).toEqual(serveBefore)
  })

  test('are read as a deadline by whoever serves it, once it is sent', async () => {
    const service = await anEntrustment()

    const { clocks } = await asActor(db, server, (tx) => readMatter(tx, server, service.id))

    expect(clocks.map(({ name }) => name)).toEqual(expect.arrayContaining(['service', 'decisionService']))
    expect(clocks.map(({ name }) => name)).not.toContain('approval')
  })

  test('are met by whoever serves it, in time or late, by the day of service and not of its recording', async () => {
    const outcomeOf = async (servedOn: string, recordedOn: string) => {
      const service = await anEntrustment()
      const at = `${servedOn}T10:00:00+08:00`
      await service.does(server, 'serve', { body: { ...handedOver, at }, occasion: on(recordedOn) })
      const { clocks } = await asActor(db, asker, (tx) => readMatter(tx, asker, service.id))
      return clocks.find(({ name }) => name === 'decisionService')?.outcome
    }

    expect(await outcomeOf('2025-07-10', '2025-07-11')).toBe('met')
    expect(await outcomeOf('2025-07-11', '2025-07-11')).toBe('late')
  })

  test('are judged anew when the day of service was recorded wrongly and is put right', async () => {
    const service = await anEntrustment()
    const record = (action: 'serve' | 'amendService', servedOn: string, recordedOn: string) =>
      service.does(server, action, {
        body: { ...documentServiceBodies(server.agencyId)[action], at: `${servedOn}T10:00:00+08:00` },
        occasion: on(recordedOn),
      })
    const outcomes = async () => {
      const { clocks } = await asActor(db, asker, (tx) => readMatter(tx, asker, service.id))
      return clocks.filter(({ outcome }) => outcome).map(({ name, outcome }) => [name, outcome])
    }

    await record('serve', '2025-07-11', '2025-07-11')
    expect(await outcomes()).toContainEqual(['decisionService', 'late'])

    await record('amendService', '2025-07-10', '2025-07-14')
    expect(await outcomes()).toContainEqual(['decisionService', 'met'])

    await record('amendService', '2025-07-11', '2025-07-15')
    expect(await outcomes()).toContainEqual(['decisionService', 'late'])
  })

  test('are met by who decided on the day the post delivered it, though that is recorded later', async () => {
    const service = await anEntrustment()
    for (const day of ['2025-07-03', '2025-07-04'])
      await service.does(server, 'fail', { body: failedOn(day), occasion: on(day) })
    await service.attach(asker, ['service-proof'])

    await service.does(asker, 'serveOtherwise', { occasion: on('2025-07-14') })

    const { clocks } = await asActor(db, asker, (tx) => readMatter(tx, asker, service.id))
    expect(clocks.find(({ name }) => name === 'decisionService')?.outcome).toBe('met')
  })

  test('concern no other document', async () => {
    const service = await anEntrustment(noticeForDriver(server.agencyId, randomUUID()))

    expect(await service.clocks()).not.toHaveProperty('decisionService')
    expect(await findingsOf(service, 'submit')).toBeUndefined()
  })
})

test.each<[string, object, string]>([
  ['by post', { method: 'post', deliveredOn: '2025-07-09', tracking: 'T' }, 'method'],
  [
    'to somebody else without saying who that is',
    { ...documentServiceBodies('x' as never).serve, relation: undefined },
    'relation',
  ],
  ['by leaving it before a witness nobody can name', { ...leftBehind, proof: 'witness' }, 'witness'],
  ['by one officer', { ...leftBehind, officers: leftBehind.officers.slice(1) }, 'officers'],
])('the entrusted agency does not serve %s', (_, body, path) => {
  expect(() => parseInput(documentServiceForms.serve, body)).toThrow(
    expect.objectContaining({ faults: expect.arrayContaining([expect.objectContaining({ path: [path] })]) }),
  )
})
