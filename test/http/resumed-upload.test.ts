import { createHash, randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, connect as dial, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Upload, type UploadOptions } from 'tus-js-client'
import { expect, test } from 'vitest'
import { anotherProcess } from '../another-process.ts'
import { testDatabase } from '../database.ts'
import { aRegion } from '../fixtures.ts'
import { type Client, signIn } from '../http.ts'

const megabyte = 1_048_576

/** A wire to a server, which can be cut and which stays at its address while servers come and go. */
async function aWire(target: () => string) {
  const sockets = new Set<Socket>()
  const wire = createServer((near) => {
    const { hostname, port } = new URL(target())
    const far = dial(Number(port), hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    }
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  wire.listen(0, '127.0.0.1')
  await once(wire, 'listening')
  const { port } = wire.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    cut() {
      for (const socket of sockets) socket.destroy()
    },
    [Symbol.dispose]() {
      this.cut()
      wire.close()
    },
  }
}

test('200 MB arrive whole and once through a cut wire, a closed page and a server killed with -9', async () => {
  const { db, url: databaseUrl } = await testDatabase()
  await aRegion(db)
  const folder = await mkdtemp(join(tmpdir(), 'xiezhi-resumed-'))
  let server = await anotherProcess(databaseUrl, { folder })
  using wire = await aWire(() => server.url)
  try {
    const officer = await signIn(wire.url, 'tieling.officer')
    const { body: opened } = await officer.post('/matters', { kind: 'clue' })
    const matterId: string = opened.matter.id
    const bytes = randomFillSync(Buffer.alloc(200 * megabyte))
    bytes.write('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'latin1')
    const sending = senderOf(wire.url, officer, bytes, matterId)

    // The page is closed …
    await sending.upTo(40)
    const [waiting] = (await officer.get(`/matters/${matterId}/uploads`)).body.items
    expect(waiting).toMatchObject({ name: '执法记录仪.mp4', size: bytes.length })
    expect(waiting.offset).toBeGreaterThan(0)
    // … and opened again, and the wire is cut, and the server dies while bytes arrive.
    const address = `${wire.url}/api/v1/uploads/${waiting.id}`
    await sending.upTo(90, address, () => wire.cut())
    await sending.upTo(200, address, async () => {
      await server.kill()
      server = await anotherProcess(databaseUrl, { folder })
    })

    const { items } = (await officer.get(`/matters/${matterId}/files`)).body
    expect(items).toEqual([
      expect.objectContaining({
        size: bytes.length,
        digest: createHash('sha256').update(bytes).digest('hex'),
        mediaType: 'video/mp4',
      }),
    ])
    expect((await officer.get(`/matters/${matterId}/uploads`)).body.items).toEqual([])
    expect(sending.breaks()).toBeGreaterThanOrEqual(2)
  } finally {
    await server.kill()
    await rm(folder, { recursive: true, force: true })
  }
}, 300_000)

/** Sends with the client that the page uses. */
function senderOf(url: string, { cookie }: Client, bytes: Buffer, matterId: string) {
  let breaks = 0
  return {
    breaks: () => breaks,
    /** Sends up to so many megabytes, or to the end; `meanwhile` happens once, when most of them are gone. */
    upTo(
      most: number,
      uploadUrl: string | undefined = undefined,
      meanwhile: () => void | Promise<void> = () => {},
    ): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      let hasHappened = false
      const options: UploadOptions = {
        endpoint: `${url}/api/v1/uploads`,
        ...(uploadUrl ? { uploadUrl } : {}),
        metadata: { matterId, filename: '执法记录仪.mp4', filetype: 'video/mp4' },
        headers: { cookie: `xiezhi=${cookie}` },
        chunkSize: 16 * megabyte,
        retryDelays: [100, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000],
        onShouldRetry: () => {
          breaks += 1
          return true
        },
        onProgress(sent) {
          const sentMegabytes = sent / megabyte
          if (!hasHappened && sentMegabytes >= most * 0.7) {
            hasHappened = true
            Promise.resolve(meanwhile()).catch(reject)
          }
          if (most < 200 && sentMegabytes >= most) upload.abort().then(resolve, reject)
        },
        onSuccess: () => resolve(),
        onError: reject,
      }
      const upload = new Upload(bytes, options)
      upload.start()
      return promise
    },
  }
}
