import { randomBytes } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { aPdf } from '../../src/features/files/sample-files.fixture.ts'
import { anotherProcess } from '../another-process.ts'
import { testDatabase } from '../database.ts'
import { aRegion } from '../fixtures.ts'
import { type Client, signIn } from '../http.ts'
import { aSmallDisk, canMountDisks } from '../small-disk.ts'

const megabyte = 1_048_576
/** Above what uploads leave free, so that nothing is refused before it is tried. */
const roomyMegabytes = 400

/** An upload that stops half-way until told to go on, and so announces no length. */
function inTwoHalves(bytes: Uint8Array) {
  const going = Promise.withResolvers<void>()
  const half = Math.floor(bytes.length / 2)
  const body = new ReadableStream({
    async start(sender) {
      sender.enqueue(bytes.subarray(0, half))
      await going.promise
      for (let from = half; from < bytes.length; from += 65_536) {
        sender.enqueue(bytes.subarray(from, from + 65_536))
        await turn()
      }
      sender.close()
    },
  })
  return { body, half, goOn: () => going.resolve() }
}

const upload = (client: Client, matterId: string, body: RequestInit['body'], key: string) =>
  client.send('POST', `/matters/${matterId}/files?name=photos.pdf`, {
    body: body as BodyInit,
    headers: { 'content-type': 'application/pdf', 'idempotency-key': key },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit)

/** The sizes of all files below a folder. */
async function sizesIn(folder: string): Promise<number[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size))
}

describe.runIf(canMountDisks())('an upload on a full disk', () => {
  test('is refused in words, leaves nothing of it, harms nothing else, and succeeds when there is room', async () => {
    const { db, url } = await testDatabase()
    await aRegion(db)
    await using disk = await aSmallDisk(roomyMegabytes)
    await using server = await anotherProcess(url, disk)
    const files = join(disk.view, 'files')
    const officer = await signIn(server.url, 'tieling.officer')
    const { body: opened } = await officer.post('/matters', { kind: 'clue' })
    const id: string = opened.matter.id
    const draft = `/matters/${id}/drafts/push`
    const typed = { title: '机场网约车线索' }
    const saved = await officer.put(draft, { body: typed, version: 0 })
    const bytes = Buffer.concat([aPdf(1, 6 * megabyte), randomBytes(2 * megabyte)])
    const before = await officer.matter(id)

    // The disk fills while the bytes arrive …
    const sending = inTwoHalves(bytes)
    const answer = upload(officer, id, sending.body, 'the-photos-1')
    await expect
      .poll(async () => Math.max(0, ...(await sizesIn(files))), { timeout: 30_000 })
      .toBeGreaterThanOrEqual(sending.half)
    disk.leave(1)
    sending.goOn()
    const refused = await answer
    // … and is full already when the next one is announced.
    const announced = await upload(officer, id, bytes, 'the-photos-1')
    const typedOn = await officer.put(draft, {
      body: { ...typed, summary: '续' },
      version: saved.body.version,
    })

    for (const { status, body } of [refused, announced])
      expect({ status, body }).toMatchObject({
        status: 503,
        body: {
          code: 'unavailable',
          words: {
            zh: expect.stringMatching(/存储空间不足.*请/),
            en: expect.stringMatching(/no room left.*Ask/),
          },
        },
      })
    expect(await sizesIn(files)).toEqual([])
    expect((await officer.get(`/matters/${id}/files`)).body.items).toEqual([])
    expect(await officer.matter(id)).toMatchObject({ version: before.version, legs: before.legs })
    expect(typedOn.status).toBe(200)

    disk.resize(roomyMegabytes)
    const kept = await upload(officer, id, bytes, 'the-photos-1')

    expect(kept.status, JSON.stringify(kept.body)).toBe(201)
    expect(await sizesIn(files)).toEqual([bytes.length])
    const read = await fetch(`${server.url}/api/v1/files/${kept.body.id}`, {
      headers: { cookie: `xiezhi=${officer.cookie}` },
    })
    expect(Buffer.from(await read.arrayBuffer()).equals(bytes)).toBe(true)
    expect((await officer.get(draft)).body.body).toEqual({ ...typed, summary: '续' })
  }, 120_000)
})
