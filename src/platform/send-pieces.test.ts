import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { pino } from 'pino'
import { afterAll, expect, test } from 'vitest'
import { httpServer } from './http.ts'
import { sendPieces } from './send-pieces.ts'

const logged: string[] = []
const app = await httpServer({
  log: pino({ level: 'error' }, { write: (line: string) => void logged.push(line) }),
  authenticate: async () => undefined,
})
let pieces: () => AsyncGenerator<Uint8Array> = async function* () {}
app.get('/pieces', { config: { open: true } }, async (_request, reply) => {
  reply.header('content-type', 'application/octet-stream')
  await sendPieces(reply, pieces())
})
await app.listen({ host: '127.0.0.1', port: 0 })
afterAll(async () => {
  app.server.closeAllConnections()
  await app.close()
})
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/pieces`

/** Pieces in one buffer, each overwritten by the next. */
async function* inOneBuffer(count: number) {
  const piece = Buffer.allocUnsafeSlow(100_000)
  for (let at = 0; at < count; at++) yield piece.fill(at % 251)
}

test('pieces that share one buffer arrive each as it was, however slowly they are read', async () => {
  pieces = () => inOneBuffer(100)

  const reply = await fetch(url)
  const bytes = await buffer(reply.body as ReadableStream)

  expect(bytes.length).toBe(10_000_000)
  for (let at = 0; at < 100; at++)
    expect(
      bytes.subarray(at * 100_000, (at + 1) * 100_000).every((byte) => byte === at % 251),
      `${at}`,
    ).toBe(true)
})

test('nothing more is read for somebody who has hung up, and it is no error of ours', async () => {
  const closed = Promise.withResolvers<void>()
  pieces = async function* () {
    try {
      yield* inOneBuffer(1_000_000)
    } finally {
      closed.resolve()
    }
  }

  const aborting = new AbortController()
  const reply = await fetch(url, { signal: aborting.signal })
  await reply.body?.getReader().read()
  aborting.abort()

  await closed.promise
  expect(logged).toEqual([])
})

test('what fails on the way ends the connection, so that nobody takes the part for the whole', async () => {
  pieces = async function* () {
    yield* inOneBuffer(3)
    throw new Error('the disk is gone')
  }

  const reply = await fetch(url)

  await expect(buffer(reply.body as ReadableStream)).rejects.toThrow()
  expect(logged.join()).toContain('the disk is gone')
})
