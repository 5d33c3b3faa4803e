import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { commonAlliance } from '../src/features/agencies/agencies.ts'
import { uploadFile } from '../src/features/files/files.ts'
import { aPdf } from '../src/features/files/sample-files.fixture.ts'
import { caseTransferBodies } from '../src/features/matters/kinds/case-transfer/case-transfer.examples.ts'
import { clueBodies } from '../src/features/matters/kinds/clue/clue.examples.ts'
import type { EventView, MatterView } from '../src/features/matters/matter-views.ts'
import {
  actOnMatter,
  filesChangeIn,
  kindOf,
  openMatter,
  recordOnMatter,
} from '../src/features/matters/matters.ts'
import { readEvents } from '../src/features/matters/read-events.ts'
import { readMatter } from '../src/features/matters/read-matter.ts'
import { recomputeClocks } from '../src/features/matters/recompute-clocks.ts'
import { wakeClocks } from '../src/features/matters/wake-clocks.ts'
import { verifyDatabase } from '../src/features/proof/proof.ts'
import { adoptOverride, calendarFor, correctCalendar, ruleFor } from '../src/features/rules/rules.ts'
import { clockChanges } from '../src/kernel/chart.ts'
import { deadlineOf, type Pause } from '../src/kernel/deadline.ts'
import type { Refusal } from '../src/kernel/refusal.ts'
import { type PersonActor, systemActor } from '../src/platform/actor.ts'
import { asActor } from '../src/platform/as-actor.ts'
import { openDatabase } from '../src/platform/database.ts'
import { openFileStore } from '../src/platform/file-store.ts'
import type { Occasion } from '../src/platform/occasion.ts'
import { testDatabase } from './database.ts'
import { aRegion, type Region } from './fixtures.ts'

const { db, url } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'xiezhi-clocks-'))
afterAll(() => rm(folder, { recursive: true, force: true }))
const store = await openFileStore(folder, 0)

let region: Region
let finder: PersonActor
let receiver: PersonActor
let office: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  finder = region.who('tieling.officer')
  receiver = region.who('siping.officer')
  office = region.who('office.secretary')
})

/** A moment on the wall clock in China. */
const at = (moment: string): Occasion => ({
  now: new Date(`${moment.replace(' ', 'T')}:00+08:00`).toISOString(),
  node: 'local',
})

const read = (matterId: string, occasion: Occasion, actor = finder): Promise<MatterView> =>
  asActor(db, actor, (tx) => readMatter(tx, actor, matterId, occasion))
const timeline = (matterId: string, actor = finder): Promise<EventView[]> =>
  asActor(db, actor, (tx) => readEvents(tx, matterId))
const clockOf = (matter: MatterView, name: string) => matter.clocks.find((clock) => clock.name === name)
const told = async (matterId: string, actor = finder) =>
  (await timeline(matterId, actor)).map(({ type }) => type).filter((type) => type.startsWith('clock.'))

async function act(actor: PersonActor, matterId: string, action: string, body: unknown, occasion: Occasion) {
  const { version } = await read(matterId, occasion, actor)
  return asActor(db, actor, (tx) =>
    actOnMatter(tx, actor, { matterId, action, body, expectedVersion: version }, occasion),
  )
}
const open = (kind: string, occasion: Occasion) =>
  asActor(db, finder, (tx) => openMatter(tx, finder, { kind }, occasion)).then(({ matter }) => matter.id)

/** A clue pushed at a moment. */
async function aClue(moment: string, urgency: 'normal' | 'urgent' = 'normal'): Promise<string> {
  const id = await open('clue', at(moment))
  const { push } = clueBodies([receiver.agencyId])
  await act(finder, id, 'push', { ...push, assessment: { ...push.assessment, urgency } }, at(moment))
  return id
}

/** A case transfer sent at a moment. */
const aTransfer = (moment: string) => aTransferIn('sent', moment)

let cases = 0
/** A case transfer that came as far as a state at a moment. */
async function aTransferIn(state: 'inReview' | 'approved' | 'sent', moment: string): Promise<string> {
  const id = await open('case-transfer', at(moment))
  const { submit, approve } = caseTransferBodies(receiver.agencyId)
  submit.case.number = `辽铁昌交执〔2025〕${String(++cases).padStart(5, '0')}号`
  const missing = await act(finder, id, 'submit', submit, at(moment)).then(
    () => [],
    (refusal: Refusal) => refusal.faults.map(({ path }) => String(path[1])),
  )
  for (const item of missing)
    await uploadFile(
      { db, store, matters: { recordOnMatter, filesChangeIn } },
      finder,
      { matterId: id, name: `${item}.pdf`, item },
      Readable.from([aPdf()]),
      at(moment),
    )
  await act(finder, id, 'submit', submit, at(moment))
  if (state === 'inReview') return id
  await act(region.who('tieling.reviewer'), id, 'approve', approve, at(moment))
  if (state === 'approved') return id
  await act(finder, id, 'send', {}, at(moment))
  return id
}

/** Every stored due time is that of the record alone: the chart over the events, the rule of that day, the calendar. */
afterEach(async () => {
  const { rows } = await sql<{
    matter_id: string
    kind: string
    leg_no: number
    name: string
    rule_id: string
    urgency: string
    alliance_id: string | null
    due_at: string
    paused_at: string | null
  }>`select c.matter_id, m.kind, c.leg_no, c.name, c.rule_id, m.urgency, m.alliance_id, c.due_at, c.paused_at
     from clock c join matter m on m.id = c.matter_id`.execute(db)
  for (const clock of rows) {
    const events = await asActor(db, systemActor('test'), (tx) => readEvents(tx, clock.matter_id))
    const derived = await derivedFrom(events, clock)
    expect(new Date(derived).toISOString(), `${clock.matter_id} ${clock.name}`).toBe(clock.due_at)
  }
  expect((await verifyDatabase(db)).faults).toEqual([])
})

async function derivedFrom(
  events: readonly EventView[],
  clock: {
    kind: string
    leg_no: number
    name: string
    rule_id: string
    urgency: string
    alliance_id: string | null
  },
): Promise<string> {
  const { chart } = kindOf(clock.kind)
  const spec = chart.clocks[clock.name]
  let begun: string | undefined
  let startedOn = ''
  let pausedAt: string | undefined
  let isExtended = false
  const pauses: Pause[] = []
  for (const { type, at: moment, body } of events) {
    const moves = (body.moves ?? []) as { leg: number; from: string | null; to: string }[]
    for (const { from, to } of moves.filter(({ leg }) => leg === clock.leg_no)) {
      const changes = clockChanges(chart, from, type, to)
      if (changes.start.includes(clock.name)) {
        const written = spec?.from ? (body.form as Record<string, string>)[spec.from] : undefined
        begun = written === undefined ? moment : written.length === 10 ? `${written}T00:00:00+08:00` : written
        startedOn = moment
      }
      if (changes.pause.includes(clock.name)) pausedAt = moment
      if (changes.resume.includes(clock.name) && pausedAt) {
        pauses.push({ from: pausedAt, to: moment })
        pausedAt = undefined
      }
      const step = chart.states[from ?? '']?.[type]
      if (step?.extends === clock.name) isExtended = true
    }
  }
  if (!begun) throw new Error(`${clock.name} never began.`)
  const from = begun
  return asActor(db, systemActor('test'), async (tx) => {
    const rule = await ruleFor(tx, {
      ruleId: clock.rule_id,
      variant: clock.urgency === 'urgent' ? 'urgent' : undefined,
      allianceId: clock.alliance_id ?? undefined,
      on: startedOn,
    })
    const calendar = await calendarFor(tx)
    return deadlineOf({ rule, from, pauses, extended: isExtended, calendar }).dueAt
  })
}

describe('a deadline that is missed', () => {
  test('is reminded of, noted, and taken to the joint office, each once', async () => {
    // Monday; to be signed for by the end of Tuesday.
    const id = await aClue('2026-03-02 10:00')
    expect(clockOf(await read(id, at('2026-03-02 10:00')), 'receipt')?.dueAt).toBe('2026-03-03T15:59:59.000Z')

    for (const moment of ['2026-03-02 10:01', '2026-03-03 09:00', '2026-03-03 23:59'])
      for (let again = 0; again < 2; again++) await wakeClocks(db, at(moment))
    expect(await told(id, receiver)).toEqual(['clock.reminded'])
    expect(await told(id, finder)).toEqual([])
    expect(clockOf(await read(id, at('2026-03-03 23:59')), 'receipt')?.light).toBe('amber')

    for (const moment of ['2026-03-04 00:00', '2026-03-04 00:01', '2026-03-09 12:00', '2026-04-01 12:00'])
      for (let again = 0; again < 2; again++) await wakeClocks(db, at(moment))
    expect(await told(id, receiver)).toEqual(['clock.reminded', 'clock.overdue', 'clock.escalated'])
    expect(await told(id, finder)).toEqual(['clock.overdue', 'clock.escalated'])
    expect(clockOf(await read(id, at('2026-04-01 12:00')), 'receipt')?.light).toBe('red')
    // From now on the joint office attends: it may speak and urge, and takes no step of the chart.
    const seen = await read(id, at('2026-04-01 12:00'), office)
    const open = seen.legs[0]?.openActions.filter((action) => action.open) ?? []
    expect(open.filter(({ standing }) => !standing)).toEqual([])
    expect(open.map(({ action }) => action)).toEqual(expect.arrayContaining(['say', 'urge']))
  })

  test('is told once when two workers look at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => aClue('2026-03-02 10:00')))

    await Promise.all(Array.from({ length: 4 }, () => wakeClocks(db, at('2026-03-04 08:00'))))
    await Promise.all(Array.from({ length: 4 }, () => wakeClocks(db, at('2026-03-09 08:00'))))

    for (const id of ids) expect(await told(id)).toEqual(['clock.overdue', 'clock.escalated'])
    const { rows } = await sql<{ times: number }>`
      select count(*) as times from inbox where type = 'clock.overdue' and matter_id = any(${ids}::uuid[]) group by matter_id, agency_id`.execute(
      db,
    )
    expect(new Set(rows.map(({ times }) => times))).toEqual(new Set([1]))
  })

  test('is told once when the worker is killed in the middle', async () => {
    const ids = [
      await aClue('2026-05-11 10:00'),
      await aClue('2026-05-11 10:01'),
      await aClue('2026-05-11 10:02'),
    ]
    const dueAt = at('2026-05-13 08:00')
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    await holder.query('begin')
    // The worker stops where it writes the news, with everything else of the round written and nothing committed.
    await holder.query('lock table inbox in share mode')
    const worker = openDatabase(url, 1)
    const { rows } = await worker.pool.query<{ pid: number }>('select pg_backend_pid() as pid')

    const round = wakeClocks(worker, dueAt)
    const waits = async () =>
      (await holder.query('select from pg_locks where pid = $1 and not granted', [rows[0]?.pid])).rowCount
    await expect.poll(waits).toBe(1)
    await holder.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await holder.query('rollback')
    await holder.end()
    await round
    await worker.destroy()
    await wakeClocks(db, dueAt)

    for (const id of ids) expect(await told(id)).toEqual(['clock.overdue'])
  })

  test('in minutes: an urgent clue nobody has seen is reminded of after fifteen minutes', async () => {
    // A Sunday night: minutes do not wait for office hours.
    const id = await aClue('2026-03-08 22:10', 'urgent')

    await wakeClocks(db, at('2026-03-08 22:24'))
    expect(await told(id, receiver)).toEqual([])
    await wakeClocks(db, at('2026-03-08 22:25'))
    expect(await told(id, receiver)).toEqual(['clock.reminded'])
    await wakeClocks(db, at('2026-03-09 00:11'))
    await wakeClocks(db, at('2026-03-09 00:26'))

    expect(await told(id, receiver)).toEqual(['clock.reminded', 'clock.overdue', 'clock.escalated'])
    await act(receiver, id, 'acknowledge', {}, at('2026-03-09 00:30'))
    expect(clockOf(await read(id, at('2026-03-09 00:30')), 'receipt')?.outcome).toBe('late')
  })

  test('is not told when it was kept in time, to the last second', async () => {
    const id = await aClue('2026-03-02 10:00')

    await act(receiver, id, 'acknowledge', {}, { now: '2026-03-03T15:59:59.900Z', node: 'local' })
    await wakeClocks(db, at('2026-03-04 00:00'))

    expect(clockOf(await read(id, at('2026-03-04 00:00')), 'receipt')?.outcome).toBe('met')
    expect(await told(id)).toEqual([])
  })
})

describe('P20 a deadline that rests, is extended, tightened or recomputed', () => {
  test('rests while a supplement is awaited, and goes on with the days that were left', async () => {
    const { requestSupplement, supply } = caseTransferBodies(receiver.agencyId)
    const id = await aTransfer('2026-03-02 10:00')
    await act(receiver, id, 'acknowledge', {}, at('2026-03-02 14:00'))
    expect(clockOf(await read(id, at('2026-03-02 14:00')), 'acceptance')?.dueAt).toBe(
      '2026-03-09T15:59:59.000Z',
    )

    await act(receiver, id, 'requestSupplement', requestSupplement, at('2026-03-04 10:00'))
    await wakeClocks(db, at('2026-03-20 10:00'))
    const resting = clockOf(await read(id, at('2026-03-20 10:00')), 'acceptance')
    expect(resting).toMatchObject({ pausedAt: at('2026-03-04 10:00').now, light: 'green' })
    const concerned = (await timeline(id, receiver)).filter(({ type }) => type.startsWith('clock.'))
    expect(new Set(concerned.map(({ body }) => body.clock))).toEqual(new Set(['supplement']))
    const supplement = clockOf(await read(id, at('2026-03-20 10:00')), 'supplement')
    expect(supplement).toMatchObject({ light: 'red', owes: { id: finder.agencyId } })

    await act(finder, id, 'supply', supply, at('2026-03-23 10:00'))
    const resumed = clockOf(await read(id, at('2026-03-23 10:00')), 'acceptance')
    expect(resumed?.pausedAt).toBeNull()
    expect(Date.parse(resumed?.dueAt ?? '')).toBeGreaterThan(Date.parse(at('2026-03-24 00:00').now))
    expect(Date.parse(resumed?.dueAt ?? '')).toBeLessThanOrEqual(Date.parse(at('2026-03-28 00:00').now))
    await act(receiver, id, 'accept', {}, at('2026-03-24 10:00'))
    expect(clockOf(await read(id, at('2026-03-24 10:00')), 'acceptance')?.outcome).toBe('met')
  })

  test('is extended once, in time; a second time and too late are refused', async () => {
    const { extend } = clueBodies([receiver.agencyId])
    const taken = async () => {
      const id = await aClue('2026-03-02 10:00')
      await act(receiver, id, 'acknowledge', {}, at('2026-03-02 11:00'))
      await act(receiver, id, 'take', {}, at('2026-03-02 12:00'))
      return id
    }
    const [inTime, late] = [await taken(), await taken()]
    const before = clockOf(await read(inTime, at('2026-03-03 09:00')), 'verification')
    expect(before?.dueAt).toBe('2026-03-23T15:59:59.000Z')

    await act(receiver, inTime, 'extend', extend, at('2026-03-23 23:59'))
    const extended = clockOf(await read(inTime, at('2026-03-23 23:59')), 'verification')
    expect(extended).toMatchObject({ extended: true, light: 'green' })
    expect(Date.parse(extended?.dueAt ?? '')).toBeGreaterThan(Date.parse(before?.dueAt ?? ''))
    await expect(act(receiver, inTime, 'extend', extend, at('2026-03-24 09:00'))).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('只能办理一次') },
    })
    await expect(act(receiver, late, 'extend', extend, at('2026-03-24 00:00'))).rejects.toMatchObject({
      code: 'not-now',
      words: { zh: expect.stringContaining('到期前') },
    })

    // The new end has reminders of its own.
    await wakeClocks(db, at('2026-04-20 09:00'))
    expect((await told(inTime, receiver)).filter((type) => type === 'clock.overdue')).toHaveLength(1)
  })

  test('an extended deadline that was reminded of before is reminded of again', async () => {
    const { extend } = clueBodies([receiver.agencyId])
    const id = await aClue('2026-06-01 10:00')
    await act(receiver, id, 'acknowledge', {}, at('2026-06-01 11:00'))
    await act(receiver, id, 'take', {}, at('2026-06-01 12:00'))
    const firstEnd = clockOf(await read(id, at('2026-06-01 12:00')), 'verification')?.dueAt ?? ''
    const dayBefore = (end: string): Occasion => ({
      now: new Date(Date.parse(end) - 3_600_000).toISOString(),
      node: 'local',
    })
    await wakeClocks(db, dayBefore(firstEnd))
    const reminded = async () => (await told(id, receiver)).filter((type) => type === 'clock.reminded').length
    const before = await reminded()
    await act(receiver, id, 'extend', extend, dayBefore(firstEnd))
    const secondEnd = clockOf(await read(id, dayBefore(firstEnd)), 'verification')?.dueAt ?? ''

    await wakeClocks(db, dayBefore(secondEnd))

    expect(before).toBe(1)
    expect(await reminded()).toBe(2)
  })

  test('an alliance’s own number binds the clocks that begin from its day on, and no other', async () => {
    const alliance = await asActor(db, finder, (tx) =>
      commonAlliance(tx, finder.agencyId, receiver.agencyId, 'clue'),
    )
    const running = await aClue('2026-07-06 10:00')
    await act(receiver, running, 'acknowledge', {}, at('2026-07-06 11:00'))
    await asActor(db, office, (tx) =>
      adoptOverride(tx, office, {
        ruleId: 'CLUE_TRIAGE',
        allianceId: alliance?.id ?? '',
        variant: null,
        value: 1,
        unit: 'work_day',
        extension: null,
        effectiveFrom: '2026-07-07',
        effectiveTo: null,
        reason: '联席会议纪要',
        now: at('2026-07-06 12:00').now,
      }),
    )

    const later = await aClue('2026-07-07 10:00')
    await act(receiver, later, 'acknowledge', {}, at('2026-07-07 11:00'))

    expect(clockOf(await read(running, at('2026-07-07 12:00')), 'triage')?.dueAt).toBe(
      '2026-07-09T15:59:59.000Z',
    )
    expect(clockOf(await read(later, at('2026-07-07 12:00')), 'triage')?.dueAt).toBe(
      '2026-07-08T15:59:59.000Z',
    )
    await recomputeClocks(db, at('2026-07-07 13:00'))
    expect(clockOf(await read(running, at('2026-07-07 12:00')), 'triage')?.dueAt).toBe(
      '2026-07-09T15:59:59.000Z',
    )
  })

  test('a day that turns out to be off moves every running deadline, once, and both sides see why', async () => {
    const administrator = region.who('sysadmin')
    const correct = (working: boolean | null) =>
      asActor(db, administrator, (tx) =>
        correctCalendar(tx, administrator, {
          day: '2026-08-12',
          working,
          reason: '防汛停工',
          source: '通知',
        }),
      )
    const id = await aClue('2026-08-11 10:00')
    const dueAt = async () => clockOf(await read(id, at('2026-08-11 12:00')), 'receipt')?.dueAt
    expect(await dueAt()).toBe('2026-08-12T15:59:59.000Z')

    await correct(false)
    await recomputeClocks(db, at('2026-08-11 13:00'))
    expect(await recomputeClocks(db, at('2026-08-11 13:01'))).toEqual({ moved: 0, failed: [] })

    expect(await dueAt()).toBe('2026-08-13T15:59:59.000Z')
    for (const side of [finder, receiver]) expect(await told(id, side)).toEqual(['clock.recomputed'])
    await wakeClocks(db, at('2026-08-13 08:00'))
    expect(await told(id)).toEqual(['clock.recomputed'])

    await correct(null)
    await recomputeClocks(db, at('2026-08-13 09:00'))
    expect(await dueAt()).toBe('2026-08-12T15:59:59.000Z')
    await wakeClocks(db, at('2026-08-13 09:01'))
    expect(await told(id)).toEqual(['clock.recomputed', 'clock.recomputed', 'clock.overdue'])
  })

  test('a whole transfer keeps every deadline, and a late one is late by the record', async () => {
    const bodies = caseTransferBodies(receiver.agencyId)
    const id = await aTransfer('2026-09-01 09:00')
    await act(receiver, id, 'acknowledge', {}, at('2026-09-03 09:00'))
    await act(receiver, id, 'accept', {}, at('2026-09-04 09:00'))
    await act(
      finder,
      id,
      'handOver',
      { ...bodies.handOver, at: '2026-09-07T10:00:00+08:00' },
      at('2026-09-07 12:00'),
    )
    await act(
      receiver,
      id,
      'confirmHandOver',
      { ...bodies.confirmHandOver, at: '2026-09-07T11:00:00+08:00' },
      at('2026-09-07 13:00'),
    )
    await act(
      finder,
      id,
      'tellParty',
      { ...bodies.tellParty, at: '2026-09-08T10:00:00+08:00' },
      at('2026-09-08 12:00'),
    )
    await act(
      receiver,
      id,
      'file',
      { ...bodies.file, filedAt: '2026-09-08T10:00:00+08:00' },
      at('2026-09-09 12:00'),
    )
    await act(receiver, id, 'decide', { ...bodies.decide, decidedOn: '2026-09-20' }, at('2026-09-21 12:00'))
    await act(receiver, id, 'reportResult', bodies.reportResult, at('2026-09-22 12:00'))
    await act(finder, id, 'confirmResult', {}, at('2026-09-23 12:00'))

    const matter = await read(id, at('2026-09-23 12:00'))
    const outcomes = Object.fromEntries(matter.clocks.map(({ name, outcome }) => [name, outcome]))
    expect(outcomes).toMatchObject({
      receipt: 'late',
      acceptance: 'met',
      handOver: 'met',
      caseDecision: 'met',
      feedback: 'met',
    })
    expect(Object.values(outcomes)).not.toContain(null)
    expect(matter.clocks.find(({ name }) => name === 'caseDecision')?.startedAt).toBe(
      '2026-09-08T02:00:00.000Z',
    )
  })
})

describe('a duty that falls away is neither met nor missed', () => {
  const bodies = () => caseTransferBodies(receiver.agencyId)
  const outcomesOf = async (id: string, moment: string) => {
    const { clocks } = await read(id, at(moment))
    return Object.fromEntries(clocks.map(({ name, outcome }) => [name, outcome]))
  }

  test('a transfer withdrawn from review leaves the review void, one sent back has been reviewed', async () => {
    const reviewer = region.who('tieling.reviewer')
    const id = await aTransferIn('inReview', '2026-09-01 10:00')
    await act(finder, id, 'withdraw', {}, at('2026-09-01 11:00'))
    expect(await outcomesOf(id, '2026-09-01 11:00')).toEqual({ approval: 'void' })

    const other = await aTransferIn('inReview', '2026-09-01 10:00')
    await act(reviewer, other, 'sendBack', bodies().sendBack, at('2026-09-01 11:00'))
    expect(await outcomesOf(other, '2026-09-01 11:00')).toEqual({ approval: 'met' })
  })

  test('a transfer that the receiver lets go back leaves its decision void, and what it did stays done', async () => {
    const id = await aTransferIn('sent', '2026-09-01 10:00')
    await act(receiver, id, 'acknowledge', {}, at('2026-09-01 14:00'))
    await act(finder, id, 'askBack', bodies().askBack, at('2026-09-02 10:00'))
    await act(receiver, id, 'release', bodies().release, at('2026-09-02 11:00'))

    expect(await outcomesOf(id, '2026-09-02 11:00')).toEqual({
      approval: 'met',
      sending: 'met',
      receipt: 'met',
      acceptance: 'void',
    })
  })

  test('what was overdue before it fell away is shown so, and no longer as done in time', async () => {
    const id = await aClue('2026-03-02 09:00')
    await act(finder, id, 'askBack', { reason: '已自行查获。' }, at('2026-03-20 09:00'))
    await act(receiver, id, 'release', {}, at('2026-03-20 10:00'))

    expect(clockOf(await read(id, at('2026-03-20 10:00')), 'receipt')).toMatchObject({
      outcome: 'void',
      light: 'red',
      remaining: { zh: '逾期后不再适用' },
    })
  })

  test('who accepts without waiting for the supplement asks for it no longer', async () => {
    const id = await aTransferIn('sent', '2026-09-01 10:00')
    await act(receiver, id, 'acknowledge', {}, at('2026-09-01 14:00'))
    await act(receiver, id, 'requestSupplement', bodies().requestSupplement, at('2026-09-02 09:00'))
    await act(receiver, id, 'accept', bodies().accept, at('2026-09-02 10:00'))

    expect(await outcomesOf(id, '2026-09-02 10:00')).toMatchObject({ acceptance: 'met', supplement: 'void' })
  })

  test('a transfer that ends without the hand-over never had it', async () => {
    const id = await aTransferIn('sent', '2026-09-01 10:00')
    await act(receiver, id, 'acknowledge', {}, at('2026-09-01 14:00'))
    await act(receiver, id, 'accept', bodies().accept, at('2026-09-02 10:00'))
    const told = { ...bodies().tellParty, at: '2026-09-02T10:30:00+08:00' }
    await act(finder, id, 'tellParty', told, at('2026-09-02 11:00'))
    await act(receiver, id, 'declineToFile', bodies().declineToFile, at('2026-09-03 10:00'))
    await act(finder, id, 'confirmResult', {}, at('2026-09-03 11:00'))

    expect(await outcomesOf(id, '2026-09-03 11:00')).toMatchObject({
      handOver: 'void',
      tellingParty: 'met',
      filing: 'met',
      confirmation: 'met',
    })
  })

  test('a transfer given up because nobody could receive it is owed by nobody', async () => {
    const id = await aTransferIn('approved', '2026-09-01 10:00')
    await sql`update agency set active = false where id = ${receiver.agencyId}`.execute(db)
    await act(finder, id, 'send', {}, at('2026-09-01 10:00'))
    expect(await outcomesOf(id, '2026-09-01 10:00')).toEqual({ approval: 'met', sending: null })
    await act(finder, id, 'giveUp', bodies().giveUp, at('2026-09-01 11:00'))

    expect(await outcomesOf(id, '2026-09-01 11:00')).toEqual({ approval: 'met', sending: 'void' })
    await sql`update agency set active = true where id = ${receiver.agencyId}`.execute(db)
  })
})
