import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { anIntruder, type Intruder, recordMatter } from '../../../test/recorded-log.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { type SigningKey, signingKey } from '../../platform/signing.ts'
import { eventProofFault, proveEvent } from './event-proof.ts'
import { sealPending } from './seal-pending.ts'
import { verifyDatabase } from './verify-database.ts'

const { db, url } = await testDatabase()
const key = signingKey(generateKeyPairSync('ed25519').privateKey)
let intruder: Intruder

beforeAll(async () => {
  intruder = await anIntruder(url)
})
afterAll(() => intruder.close())
beforeEach(() => intruder.run('truncate matter, leg, event, unsealed, seal, seal_leaf, node_key cascade'))

describe('sealing the events that wait', () => {
  test('takes each of them once, in batches, and then has nothing to do', async () => {
    await recordMatter(intruder, 12)
    await recordMatter(intruder, 11)

    expect(await sealPending(db, key, { batch: 10 })).toEqual({ sealed: 23 })
    expect(await sealPending(db, key, { batch: 10 })).toEqual({ sealed: 0 })
    expect(await verifyDatabase(db)).toMatchObject({ isSound: true, events: 23, seals: 3, waiting: 0 })
  })

  test('seals each event once when several workers seal at the same moment', async () => {
    for (let i = 0; i < 5; i++) await recordMatter(intruder, 40)

    const results = await Promise.all([1, 2, 3, 4].map(() => sealPending(db, key, { batch: 7 })))
    const late = await sealPending(db, key)

    expect([...results, late].reduce((sum, { sealed }) => sum + sealed, 0)).toBe(200)
    expect(await verifyDatabase(db)).toMatchObject({ isSound: true, events: 200, waiting: 0 })
  })

  test('loses and doubles nothing when a worker is killed between taking events and signing them', async () => {
    await recordMatter(intruder, 30)
    await sealAndBeKilledAtTheSignature()

    await vi.waitFor(async () => {
      await sealPending(db, key)
      expect(await verifyDatabase(db)).toMatchObject({ isSound: true, events: 30, waiting: 0, seals: 1 })
    })
  })

  test('P15 leaves events waiting while the key fails, and seals them by itself afterwards', async () => {
    await recordMatter(intruder, 5)
    const lost: SigningKey = {
      ...key,
      sign: () => {
        throw new Error('the key store is gone')
      },
    }

    await expect(sealPending(db, lost)).rejects.toThrow('the key store is gone')
    expect(await verifyDatabase(db)).toMatchObject({ isSound: true, waiting: 5 })

    await recordMatter(intruder, 3)
    expect(await sealPending(db, key)).toEqual({ sealed: 8 })
    expect(await verifyDatabase(db)).toMatchObject({ isSound: true, waiting: 0 })
  })

  test('P16 does not hold up moves that are recorded meanwhile, and takes them next time', async () => {
    await recordMatter(intruder, 5)
    const meanwhile: Promise<unknown>[] = []
    const impatient: SigningKey = {
      ...key,
      sign: (bytes) => {
        meanwhile.push(recordMatter(intruder, 4))
        return key.sign(bytes)
      },
    }

    expect(await sealPending(db, impatient)).toEqual({ sealed: 5 })
    await Promise.all(meanwhile)

    expect(await verifyDatabase(db)).toMatchObject({ isSound: true, waiting: 4 })
    expect(await sealPending(db, key)).toEqual({ sealed: 4 })
  })

  test('goes on under a new key, and the old seals stay good', async () => {
    await recordMatter(intruder, 2)
    await sealPending(db, key)
    await recordMatter(intruder, 2)

    await sealPending(db, signingKey(generateKeyPairSync('ed25519').privateKey))

    expect(await verifyDatabase(db)).toMatchObject({ isSound: true, seals: 2 })
  })
})

describe('the proof of one event', () => {
  test('convinces somebody who has nothing else', async () => {
    const { id } = await recordMatter(intruder, 13)
    await sealPending(db, key)

    for (let seq = 1; seq <= 13; seq++) {
      const proof = await asActor(db, systemActor('proof'), (tx) => proveEvent(tx, id, seq))

      expect(eventProofFault(JSON.parse(JSON.stringify(proof)))).toBeUndefined()
    }
  })

  test('has to wait for the seal, and does not exist for an event that does not', async () => {
    const { id } = await recordMatter(intruder, 1)

    const prove = (seq: number) => asActor(db, systemActor('proof'), (tx) => proveEvent(tx, id, seq))

    await expect(prove(1)).rejects.toMatchObject({ code: 'not-now' })
    await expect(prove(2)).rejects.toMatchObject({ code: 'not-found' })
  })
})

/** A process of its own takes the events, says so when it comes to sign, and is killed there. */
async function sealAndBeKilledAtTheSignature(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xiezhi-sealing-'))
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href)
  const program = `
    import { writeSync } from 'node:fs'
    const { openDatabase } = await import(${here('../../platform/database.ts')})
    const { openSigningKey } = await import(${here('../../platform/signing.ts')})
    const { sealPending } = await import(${here('./seal-pending.ts')})
    const key = await openSigningKey(${JSON.stringify(join(folder, 'signing.key'))})
    await sealPending(openDatabase(${JSON.stringify(url)}, 1), { ...key, sign() {
      writeSync(1, 'signing')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    } })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  await rm(folder, { recursive: true })
}
