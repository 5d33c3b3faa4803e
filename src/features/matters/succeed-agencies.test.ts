import { sql } from 'kysely'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { closeAgency } from '../agencies/agencies.ts'
import { verifyDatabase } from '../proof/proof.ts'
import { actOnMatter } from './act-on-matter.ts'
import { readDraft, saveDraft } from './drafts.ts'
import { airportCars } from './kinds/clue/clue.examples.ts'
import { openMatter } from './open-matter.ts'
import { readEvents } from './read-events.ts'
import { readMatter } from './read-matter.ts'
import { succeedAgencies } from './succeed-agencies.ts'

const { db } = await testDatabase()
let region: Region
let finder: PersonActor
let closing: PersonActor
let successor: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  finder = region.who('tieling.officer')
  closing = region.who('shuangliao.officer')
  successor = region.who('lishu.officer')
})

afterEach(async () => {
  await sql`update agency set active = true, successor_id = null`.execute(db)
})

const close = (agency: PersonActor, to: PersonActor) =>
  sql`update agency set active = false, successor_id = ${to.agencyId} where id = ${agency.agencyId}`.execute(
    db,
  )

const read = (actor: PersonActor, id: string) => asActor(db, actor, (tx) => readMatter(tx, actor, id))

async function act(actor: PersonActor, matterId: string, action: string, body: unknown, leg?: number) {
  const { version } = await read(actor, matterId)
  return asActor(db, actor, (tx) =>
    actOnMatter(tx, actor, { matterId, action, body, expectedVersion: version, leg }),
  )
}

async function aClue(from: PersonActor, ...to: PersonActor[]): Promise<string> {
  const { matter } = await asActor(db, from, (tx) => openMatter(tx, from, { kind: 'clue' }))
  await act(from, matter.id, 'push', airportCars(to.map(({ agencyId }) => agencyId)))
  return matter.id
}

test('the successor of a closed agency answers in its place, with its deadlines and its notes', async () => {
  const id = await aClue(finder, closing)
  await act(closing, id, 'note', { text: '已联系车主。' })
  await close(closing, successor)

  await succeedAgencies(db)

  await act(successor, id, 'acknowledge', {})
  const seen = await read(successor, id)
  expect(seen).toMatchObject({ legs: [{ state: 'received', mySides: ['answerer'] }] })
  expect(seen.clocks.find(({ name }) => name === 'triage')?.owes.id).toBe(successor.agencyId)
  const events = await asActor(db, successor, (tx) => readEvents(tx, id))
  expect(events.map(({ type }) => type)).toEqual(['push', 'note', 'succeed', 'acknowledge'])
  const readByFinder = await asActor(db, finder, (tx) => readEvents(tx, id))
  expect(readByFinder.map(({ type }) => type)).not.toContain('note')
})

test('P1 the lead goes to the successor too, and the record still proves it', async () => {
  const id = await aClue(closing, finder)
  await close(closing, successor)

  await succeedAgencies(db)

  expect((await read(finder, id)).lead.id).toBe(successor.agencyId)
  await expect(read(closing, id)).rejects.toMatchObject({ code: 'not-found' })
  expect((await verifyDatabase(db)).faults).toEqual([])
})

test('what the closed agency was writing goes on with its successor', async () => {
  const { matter } = await asActor(db, closing, (tx) => openMatter(tx, closing, { kind: 'clue' }))
  const address = { matterId: matter.id, action: 'push', leg: 0 }
  const typed = { body: { what: { title: '写了一半' } }, version: 0 }
  await asActor(db, closing, (tx) => saveDraft(tx, closing, address, typed))
  await close(closing, successor)

  await succeedAgencies(db)

  const draft = await asActor(db, successor, (tx) => readDraft(tx, successor, address))
  expect(draft.body).toEqual(typed.body)
  await expect(read(finder, matter.id)).rejects.toMatchObject({ code: 'not-found' })
})

test('where the asker is closed and the answerer succeeds it, one agency brings the matter to its end', async () => {
  const id = await aClue(closing, successor)
  await act(successor, id, 'acknowledge', {})
  await close(closing, successor)

  await succeedAgencies(db)

  expect((await read(successor, id)).legs[0]?.mySides).toEqual(['asker', 'answerer'])
  await act(successor, id, 'return', { reason: 'Duplicate', grounds: '机构合并，并案处理。' })
  expect((await read(successor, id)).settledAt).not.toBeNull()
})

test('a successor that was closed itself is passed over, and nothing is handed over twice', async () => {
  const id = await aClue(finder, closing)
  await close(closing, successor)
  await close(successor, region.who('siping.officer'))

  await succeedAgencies(db)

  expect((await read(finder, id)).legs[0]?.answerer?.id).toBe(region.who('siping.officer').agencyId)
  expect(await succeedAgencies(db)).toBe(0)
})

test('an agency with matters that go on is closed only with a successor, and the refusal says how many there are', async () => {
  const administrator = region.who('sysadmin')
  const leaving = region.who('siping.partner')
  const closed = (successorId?: PersonActor['agencyId']) =>
    asActor(db, administrator, (tx) =>
      closeAgency(tx, administrator, { agencyId: leaving.agencyId, successorId }),
    )
  await aClue(finder, leaving)
  const settled = await aClue(finder, leaving)
  await act(leaving, settled, 'acknowledge', {})
  await act(leaving, settled, 'return', { reason: 'NoJurisdiction', grounds: '不属本部门职责。' })

  await expect(closed()).rejects.toMatchObject({
    code: 'not-now',
    facts: { matters: 1 },
    words: { zh: expect.stringMatching(/还有 1 件在办事项.*指定承接机构/) },
  })
  await closed(successor.agencyId)

  await expect(read(leaving, settled)).resolves.toMatchObject({ settledAt: expect.any(String) })
  await succeedAgencies(db)
  await expect(read(successor, settled)).resolves.toMatchObject({ settledAt: expect.any(String) })
})

test('nobody but the system administrator learns how many matters an agency has', async () => {
  await aClue(finder, closing)

  const counted = await asActor(db, successor, (tx) =>
    sql<{ count: number }>`select matters_going_on_at(${closing.agencyId}) as count`.execute(tx),
  )

  expect(counted.rows[0]?.count).toBe(0)
})

test('a matter that fails is set aside and holds up no other; mended, it is handed over too', async () => {
  const [broken = '', sound = ''] = [await aClue(finder, closing), await aClue(finder, closing)].sort()
  await sql`update matter set kind = 'mistaken' where id = ${broken}`.execute(db)
  await close(closing, successor)

  const now = '2027-01-04T01:00:00.000Z'
  await succeedAgencies(db, { now, node: 'local' })

  expect((await read(successor, sound)).legs[0]?.mySides).toEqual(['answerer'])
  const { rows } = await sql`select matter_id, failures from set_aside where job = 'succession'`.execute(db)
  expect(rows).toEqual([{ matter_id: broken, failures: 1 }])

  await sql`update matter set kind = 'clue' where id = ${broken}`.execute(db)
  expect(await succeedAgencies(db, { now, node: 'local' })).toBe(0)
  await succeedAgencies(db, { now: '2027-01-04T01:01:00.000Z', node: 'local' })

  expect((await read(successor, broken)).legs[0]?.mySides).toEqual(['answerer'])
  expect((await sql`select from set_aside where job = 'succession'`.execute(db)).rows).toEqual([])
})
