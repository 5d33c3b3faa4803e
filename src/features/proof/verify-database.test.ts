import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import {
  anIntruder,
  answerer,
  chainOf,
  type Intruder,
  insertEvents,
  type RecordedMatter,
  recordMatter,
  rehashed,
  relinked,
} from '../../../test/recorded-log.ts'
import type { ChainedEvent } from '../../kernel/event-chain.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { signingKey } from '../../platform/signing.ts'
import { sealPending } from './seal-pending.ts'
import { type VerifyOptions, verifyDatabase } from './verify-database.ts'

const { db, url } = await testDatabase()
const key = signingKey(generateKeyPairSync('ed25519').privateKey)
let intruder: Intruder
let first: RecordedMatter
let matter: RecordedMatter

beforeAll(async () => {
  intruder = await anIntruder(url)
})
afterAll(() => intruder.close())

/** Three seals: one over the first matter, two over the second. */
beforeEach(async () => {
  await intruder.run('truncate matter, leg, event, unsealed, seal, seal_leaf, node_key cascade')
  first = await recordMatter(intruder, 4)
  await sealPending(db, key)
  matter = await recordMatter(intruder, 8)
  await sealPending(db, key, { batch: 5 })
})

describe('verifying a database', () => {
  test('finds nothing where nothing was altered, and counts what it has seen', async () => {
    const waiting = await recordMatter(intruder, 3)

    const { lastSeal, ...result } = await verifyDatabase(db)

    expect(result).toEqual({
      isSound: true,
      matters: 3,
      events: 15,
      waiting: 3,
      seals: 3,
      faultCount: 0,
      faults: [],
    })
    expect(lastSeal).toMatchObject({ no: 3, keyId: key.keyId })
    expect((await verifyDatabase(db, { matterId: waiting.id })).events).toBe(3)
  })

  test('finds nothing in an empty database', async () => {
    await intruder.run('truncate matter, leg, event, unsealed, seal, seal_leaf, node_key cascade')

    expect(await verifyDatabase(db)).toMatchObject({ isSound: true, matters: 0, seals: 0, lastSeal: null })
  })

  test('names an event whose body was changed', async () => {
    await setEvent(3, `body = body || '{"form": {"note": "改过"}}'`)

    expect(await faults()).toEqual([{ what: 'altered', seq: 3 }])
  })

  test.each([
    ['node', `node = 'jilin'`],
    ['actor', `actor = actor || '{"account": "x"}'`],
    ['leg', 'leg = 2'],
    ['type', `type = 'refuse'`],
    ['readers', 'visible_to = null'],
    ['link', `prev_hash = decode(repeat('ab', 32), 'hex')`],
    ['hash', `hash = decode(repeat('ab', 32), 'hex')`],
    ['agency column', `agency_id = '${answerer}'`],
    ['time, to one that no clock shows', `at = 'infinity'`],
    ['body, to a number that no program reads', `body = '{"n": 1e999}'`],
  ])('names an event whose %s was changed', async (_, change) => {
    await setEvent(2, change)

    expect(await faults()).toContainEqual({ what: 'altered', seq: 2 })
    expect((await faults()).every(({ seq }) => seq === 2)).toBe(true)
  })

  test('names an event that was dated back', async () => {
    await setEvent(5, `at = at - interval '2 days'`)

    expect(await faults()).toEqual([
      { what: 'altered', seq: 5 },
      { what: 'back-dated', seq: 5 },
    ])
  })

  test('does not accuse the events behind one that was dated forward', async () => {
    await setEvent(5, `at = at + interval '2 days'`)

    expect(await faults()).toEqual([{ what: 'altered', seq: 5 }])
  })

  test('names an event that was dated back with its chain recomputed', async () => {
    await replaceChain(matter.events.with(4, { ...eventAt(5), at: '2026-01-01T00:00:00.000Z' }))

    expect(await faults()).toEqual([
      { what: 'back-dated', seq: 5 },
      { what: 'altered', seq: 5 },
    ])
  })

  test('names an event that claims to be later than the seal over it', async () => {
    await intruder.run('delete from unsealed')
    const late = await recordMatter(intruder, 1)
    await intruder.run('delete from event where matter_id = $1', [late.id])
    await intruder.run('delete from unsealed')
    const future = chainOf(late.id, 1, Date.now() + 3_600_000)
    await insertEvents(intruder, future)
    await intruder.run('insert into unsealed select matter_id, seq, hash from event where matter_id = $1', [
      late.id,
    ])
    await intruder.run(
      'update matter set head = (select hash from event where matter_id = id) where id = $1',
      [late.id],
    )
    await sealPending(db, key)

    const { faults } = await verifyDatabase(db)

    expect(faults).toMatchObject([{ what: 'post-dated', matter: late.id, seq: 1 }])
  })

  test('names an event that was deleted in the middle', async () => {
    await intruder.run('delete from event where matter_id = $1 and seq = 4', [matter.id])

    expect(await faults()).toEqual([{ what: 'dropped', seq: 4 }])
  })

  test('names several events that were deleted in a row', async () => {
    await intruder.run('delete from event where matter_id = $1 and seq between 2 and 5', [matter.id])

    expect(await faults()).toEqual([{ what: 'dropped', seq: 2, upTo: 5 }])
  })

  test('names an event that was deleted with the rest renumbered and recomputed', async () => {
    await replaceChain(matter.events.toSpliced(3, 1))

    expect(await faults()).toEqual([{ what: 'dropped', seq: 4 }])
  })

  test('names the last event that was deleted, with version and head lowered', async () => {
    await intruder.run('delete from event where matter_id = $1 and seq = 8', [matter.id])
    await setHead(7, eventAt(7).hash)

    expect(await faults()).toEqual([{ what: 'dropped', seq: 8 }])
  })

  test('names the last event that was deleted, with version and head left alone', async () => {
    await intruder.run('delete from event where matter_id = $1 and seq = 8', [matter.id])

    expect(await faults()).toEqual([{ what: 'dropped', seq: 8 }])
  })

  test('names a deleted event that was still waiting for its seal', async () => {
    const waiting = await recordMatter(intruder, 3)
    await intruder.run('delete from event where matter_id = $1 and seq = 3', [waiting.id])

    expect((await verifyDatabase(db)).faults).toMatchObject([{ what: 'dropped', matter: waiting.id, seq: 3 }])
  })

  test('names a matter that was deleted with everything in it', async () => {
    for (const table of ['event', 'leg'])
      await intruder.run(`delete from ${table} where matter_id = $1`, [matter.id])
    await intruder.run('delete from matter where id = $1', [matter.id])

    const result = await verifyDatabase(db)

    expect(result.faults).toMatchObject([
      { what: 'dropped', matter: matter.id, seq: 1, upTo: 8 },
      { what: 'dropped', matter: matter.id },
    ])
  })

  test('names an event that was inserted with the chain behind it recomputed', async () => {
    const forged = { ...eventAt(3), type: 'say', body: { form: { text: '从未说过' } } }
    await replaceChain(matter.events.toSpliced(3, 0, forged))

    expect(await faults()).toEqual([{ what: 'inserted', seq: 4 }])
  })

  test('names an event that was appended without the system', async () => {
    const forged = rehashed({
      ...eventAt(8),
      seq: 9,
      prevHash: eventAt(8).hash,
      at: '2026-03-06T00:00:00.000Z',
    })
    await insertEvents(intruder, [forged])
    await setHead(9, forged.hash)

    expect(await faults()).toEqual([{ what: 'inserted', seq: 9 }])
  })

  test('names an event that was replaced with the chain behind it recomputed', async () => {
    await replaceChain(
      matter.events.with(1, {
        ...eventAt(2),
        body: { moves: [{ leg: 1, from: 'drafted', to: 'inReview' }] },
      }),
    )

    expect(await faults()).toEqual([{ what: 'altered', seq: 2 }])
  })

  test('names an event that was replaced with its own hash only', async () => {
    const forged = rehashed({ ...eventAt(7), body: { form: { text: '别的话' } } })
    await intruder.run(
      `update event set body = $1, hash = decode($2, 'hex') where matter_id = $3 and seq = 7`,
      [JSON.stringify(forged.body), forged.hash, matter.id],
    )

    expect(await faults()).toEqual([{ what: 'altered', seq: 7 }])
  })

  test('names two events that changed places', async () => {
    await intruder.run('update event set seq = -seq where matter_id = $1 and seq in (7, 8)', [matter.id])
    await intruder.run('update event set seq = 15 + seq where matter_id = $1 and seq < 0', [matter.id])

    expect((await faults()).filter(({ what }) => what === 'reordered')).toEqual([
      { what: 'reordered', seq: 7 },
      { what: 'reordered', seq: 8 },
    ])
  })

  test('names a version or head that is not that of the last event', async () => {
    await setHead(7, eventAt(8).hash)

    expect(await faults()).toEqual([{ what: 'wrong-head', seq: 8 }])

    await setHead(8, eventAt(7).hash)

    expect(await faults()).toEqual([{ what: 'wrong-head', seq: 8 }])
  })

  test('names a leg whose state the moves do not lead to', async () => {
    await intruder.run(`update leg set state = 'closed' where matter_id = $1`, [matter.id])

    expect(await faults()).toEqual([{ what: 'wrong-state', leg: 1 }])
  })

  test('names a leg that no event began, and one that is gone', async () => {
    await intruder.run('update leg set no = 2 where matter_id = $1', [matter.id])

    expect(await faults()).toEqual([
      { what: 'wrong-state', leg: 2 },
      { what: 'wrong-state', leg: 1 },
    ])
  })

  test('P1 names a matter whose lead was changed without a move', async () => {
    await intruder.run('update matter set lead_id = opener_id where id = $1', [matter.id])

    expect(await faults()).toEqual([{ what: 'wrong-state' }])
  })

  test('names a seal that was deleted', async () => {
    await intruder.run('delete from seal where no = 2')

    expect(await faults()).toEqual([{ what: 'broken-seal', seal: 2 }])
  })

  test('names a seal that was deleted with its list, and the events it covered', async () => {
    await intruder.run('delete from seal_leaf where seal_no = 1')
    await intruder.run('delete from seal where no = 1')

    expect(await faults(first)).toEqual([
      { what: 'broken-seal', seal: 1 },
      ...[1, 2, 3, 4].map((seq) => ({ what: 'broken-seal', seq })),
    ])
  })

  test('names the events of the last seal when it was deleted with its list', async () => {
    await intruder.run('delete from seal_leaf where seal_no = 3')
    await intruder.run('delete from seal where no = 3')

    expect(await faults()).toEqual([6, 7, 8].map((seq) => ({ what: 'inserted', seq })))
  })

  test('names the one leaf that was altered, and not its event', async () => {
    await intruder.run(
      `update seal_leaf set hash = decode(repeat('ab', 32), 'hex') where seal_no = 2 and leaf_no = 1`,
    )

    const { faults } = await verifyDatabase(db)

    expect(faults).toMatchObject([{ what: 'broken-seal', seal: 2, leaf: 1, matter: matter.id, seq: 2 }])
  })

  test('names the event, and not the seal, when event and leaf were altered alike', async () => {
    await replaceChain(matter.events.with(6, { ...eventAt(7), body: { form: { text: '别的话' } } }))
    await intruder.run(
      `update seal_leaf l set hash = e.hash from event e where e.matter_id = l.matter_id and e.seq = l.seq`,
    )

    expect(await faults()).toEqual([{ what: 'broken-seal', seal: 3 }])
  })

  test('names the seal a leaf was taken from', async () => {
    await intruder.run('delete from seal_leaf where seal_no = 2 and leaf_no = 4')

    expect(await faults()).toEqual([
      { what: 'broken-seal', seal: 2 },
      { what: 'broken-seal', seq: 5 },
    ])
  })

  test.each([
    ['root', `root = decode(repeat('ab', 32), 'hex')`],
    ['count', 'count = count + 1'],
    ['time', `sealed_at = sealed_at - interval '1 hour'`],
    ['link', `prev_hash = decode(repeat('ab', 32), 'hex')`],
    ['signature', `signature = decode(repeat('ab', 64), 'hex')`],
    ['suite', `suite = 'none'`],
    ['key', `key_id = repeat('ab', 32)`],
  ])('names a seal whose %s was changed', async (_, change) => {
    await intruder.run(`update seal set ${change} where no = 2`)

    const found = await faults()

    expect(found).toContainEqual({ what: 'broken-seal', seal: 2 })
    // The next seal does not continue an altered one either.
    expect(found.every(({ what, seal }) => what === 'broken-seal' && (seal === 2 || seal === 3))).toBe(true)
  })

  test('names a seal that was made anew with another key than the auditor knows', async () => {
    const other = signingKey(generateKeyPairSync('ed25519').privateKey)
    await intruder.run('delete from seal_leaf where seal_no = 3')
    await intruder.run('delete from seal where no = 3')
    await intruder.run(
      'insert into unsealed select matter_id, seq, hash from event where matter_id = $1 and seq > 5',
      [matter.id],
    )
    await sealPending(db, other)

    expect(await faults()).toEqual([])
    expect(await faults(matter, { trustedKeys: [key.keyId] })).toEqual([{ what: 'broken-seal', seal: 3 }])
  })

  test('names a seal that an auditor wrote down and that was replaced or cut off', async () => {
    const known = (await verifyDatabase(db)).lastSeal
    if (!known) throw new Error('There are three seals.')
    await intruder.run('delete from seal_leaf where seal_no = 3')
    await intruder.run('delete from seal where no = 3')
    await intruder.run(
      'insert into unsealed select matter_id, seq, hash from event where matter_id = $1 and seq > 5',
      [matter.id],
    )

    expect(await faults(matter, { knownSeals: [known] })).toEqual([{ what: 'broken-seal', seal: 3 }])

    await sealPending(db, key)

    expect(await faults(matter, { knownSeals: [{ ...known, hash: 'ab'.repeat(32) }] })).toEqual([
      { what: 'broken-seal', seal: 3 },
    ])
  })

  test('names a public key that was exchanged', async () => {
    const other = signingKey(generateKeyPairSync('ed25519').privateKey)
    await intruder.run('update node_key set public_key = $1', [other.publicKey])

    expect((await faults()).map(({ seal }) => seal)).toEqual([1, 2, 3])
  })

  test('looks only at one matter and its seals when asked to', async () => {
    await intruder.run('update event set body = $1 where matter_id = $2 and seq = 1', ['{}', first.id])

    expect(await faults(matter, { matterId: matter.id })).toEqual([])
    expect(await faults(first, { matterId: first.id })).toMatchObject([{ what: 'altered', seq: 1 }])
  })

  test('says which row it is, in both languages', async () => {
    await setEvent(3, `body = '{}'`)

    const [fault] = (await verifyDatabase(db)).faults

    expect(fault?.words.zh).toContain(`事项 ${matter.number} 第 3 条记录：内容被改动。`)
    expect(fault?.words.en).toContain(`matter ${matter.number}, event 3: altered.`)
  })

  test('reads through many pages', async () => {
    const long = await recordMatter(intruder, 2_500)
    await sealPending(db, key, { batch: 1_100 })
    const checked: number[] = []

    const result = await verifyDatabase(db, { progress: (events) => checked.push(events) })

    expect(result).toMatchObject({ isSound: true, events: 2_512, seals: 6 })

    await intruder.run(`update event set body = '{}' where matter_id = $1 and seq in (1000, 1001, 2500)`, [
      long.id,
    ])

    expect((await faults(long)).map(({ seq }) => seq)).toEqual([1000, 1001, 2500])
  })
})

describe('the log', () => {
  test.each(['event', 'seal', 'seal_leaf', 'node_key'])(
    'lets not even its owner change or delete rows of %s',
    async (table) => {
      const column =
        table === 'event' ? 'type = type' : table === 'node_key' ? 'suite = suite' : 'hash = hash'
      const change = table === 'seal' ? 'count = count' : column

      await expect(sql.raw(`update ${table} set ${change}`).execute(db)).rejects.toThrow(/never changed/)
      await expect(sql.raw(`delete from ${table}`).execute(db)).rejects.toThrow(/never changed/)
      await expect(sql.raw(`truncate ${table} cascade`).execute(db)).rejects.toThrow(/never changed/)
    },
  )

  test.each(['seal', 'seal_leaf', 'node_key'])('lets the running server only add to %s', async (table) => {
    const run = (statement: string) =>
      asActor(db, systemActor('sealing'), (tx) => sql.raw(statement).execute(tx))

    await expect(run(`delete from ${table}`)).rejects.toThrow(/permission denied/)
    await expect(run(`truncate ${table}`)).rejects.toThrow(/permission denied/)
  })

  test('lets a key be retired, once', async () => {
    await sql`update node_key set retired_at = now()`.execute(db)

    await expect(sql`update node_key set retired_at = null`.execute(db)).rejects.toThrow(/never changed/)
  })
})

type Found = { what: string; seq?: number; upTo?: number; leg?: number; seal?: number }

/** What is found, without the words and without the matter, which has to be the one at hand. */
async function faults(of = matter, options: VerifyOptions = {}): Promise<Found[]> {
  const result = await verifyDatabase(db, options)
  expect(result.isSound).toBe(result.faults.length === 0)
  return result.faults.map(({ words: _, number, matter: id, leaf: __, ...found }) => {
    if (id !== undefined) expect(id).toBe(of.id)
    if (number !== undefined) expect(number).toBe(of.number)
    return found
  })
}

const setEvent = (seq: number, change: string) =>
  intruder.run(`update event set ${change} where matter_id = $1 and seq = $2`, [matter.id, seq])

const setHead = (version: number, head: string) =>
  intruder.run(`update matter set version = $1, head = decode($2, 'hex') where id = $3`, [
    version,
    head,
    matter.id,
  ])

/** Does what somebody does who knows how the chain is made: every number, link, hash and the head fit again. */
async function replaceChain(events: readonly ChainedEvent[]): Promise<void> {
  const linked = relinked(events)
  await intruder.run('delete from event where matter_id = $1', [matter.id])
  await insertEvents(intruder, linked)
  await setHead(linked.length, linked.at(-1)?.hash ?? '')
}

/** The event with the number, which the matter surely has. */
const eventAt = (seq: number) => matter.events[seq - 1] as ChainedEvent
