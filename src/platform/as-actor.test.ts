import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { systemActor } from './actor.ts'
import { asActor, lastly } from './as-actor.ts'
import { openDatabase, type Tx } from './database.ts'

const { db, url } = await testDatabase()

test('a connection is given back only when nothing of its transaction is still to come, also after a refusal', async () => {
  let isFinished = false
  const inTwoSteps = async (tx: Tx) => {
    await sql`select 1`.execute(tx)
    await sql`select pg_sleep(0.02)`.execute(tx)
    isFinished = true
  }

  const refused = asActor(db, systemActor('test'), async (tx) => {
    lastly(tx, inTwoSteps(tx))
    throw new Error('refused')
  })

  await expect(refused).rejects.toThrow('refused')
  expect(isFinished).toBe(true)
})

/** A line to the database on which, once it is frozen, nothing arrives any more though it stays open. */
async function aLine() {
  const sockets: Socket[] = []
  const { hostname, port } = new URL(url)
  const server = createServer((near) => {
    const far = connect(Number(port || 5432), hostname)
    sockets.push(near, far)
    near.pipe(far).pipe(near)
    for (const end of [near, far]) end.on('error', () => {})
    near.on('close', () => far.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const through = new URL(url)
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: through.href,
    freeze() {
      for (const end of sockets) end.unpipe().pause()
    },
    [Symbol.asyncDispose]: async () => {
      for (const end of sockets) end.destroy()
      server.close()
    },
  }
}

test('a database that stops answering is given up after a while, and the next one asks on another connection', async () => {
  await using line = await aLine()
  await using patient = openDatabase(line.url, 1, 200)
  const ask = () => asActor(patient, systemActor('test'), (tx) => sql`select 1 as answer`.execute(tx))
  await ask()
  line.freeze()

  await expect(ask()).rejects.toMatchObject({
    code: 'unavailable',
    words: { zh: expect.stringContaining('没有保存') },
  })

  expect((await ask()).rows).toEqual([{ answer: 1 }])
})
