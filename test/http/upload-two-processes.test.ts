import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { type ClientRequest, request as dial } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { anMp4 } from '../../src/features/files/sample-files.fixture.ts'
import { anotherProcess } from '../another-process.ts'
import { testDatabase } from '../database.ts'
import { aRegion } from '../fixtures.ts'
import { type Client, signIn } from '../http.ts'

const { db, url: databaseUrl } = await testDatabase()
await aRegion(db)
const folder = await mkdtemp(join(tmpdir(), 'xiezhi-two-'))
const [first, second] = await Promise.all([
  anotherProcess(databaseUrl, { folder }),
  anotherProcess(databaseUrl, { folder }),
])
afterAll(async () => {
  await Promise.all([first.kill(), second.kill()])
  await rm(folder, { recursive: true, force: true })
})
const officer = await signIn(first.url, 'tieling.officer')
const bytes = anMp4(1_000_000)
const half = 500_000
const cookie = ({ cookie: value }: Client) => `xiezhi=${value}`
const tus = { 'tus-resumable': '1.0.0', cookie: cookie(officer) }
const bytesAt = (offset: number) => ({
  ...tus,
  'upload-offset': String(offset),
  'content-type': 'application/offset+octet-stream',
})
const at = ({ url }: { readonly url: string }, id: string) => `${url}/api/v1/uploads/${id}`

/** An upload of which the first process has taken in one half, and waits for the other on a wire that says nothing more. */
async function halfTaken() {
  const { body: opened } = await officer.post('/matters', { kind: 'clue' })
  const matterId: string = opened.matter.id
  const said = { matterId, filename: '现场.mp4' }
  const begun = await fetch(`${first.url}/api/v1/uploads`, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': Object.entries(said)
        .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
        .join(','),
    },
  })
  const id = begun.headers.get('location')?.split('/').at(-1) ?? ''
  const wire = dial(at(first, id), {
    method: 'PATCH',
    headers: { ...bytesAt(0), 'content-length': bytes.length },
  })
  const answered = answerTo(wire)
  wire.write(bytes.subarray(0, half))
  const offset = async () => (await officer.get(`/matters/${matterId}/uploads`)).body.items[0]?.offset
  await expect.poll(offset, { timeout: 30_000 }).toBe(half)
  return { id, matterId, wire, answered }
}

/** The status it is answered with; nothing when the wire ends first. */
const answerTo = (wire: ClientRequest) =>
  new Promise<number | undefined>((resolve) => {
    wire.on('response', ({ statusCode }) => resolve(statusCode)).on('error', () => resolve(undefined))
  })

const howFar = (id: string) => fetch(at(second, id), { method: 'HEAD', headers: tus })

async function sendTheRest(id: string, matterId: string) {
  const answer = await fetch(at(second, id), {
    method: 'PATCH',
    headers: bytesAt(half),
    body: bytes.subarray(half) as BodyInit,
  })
  expect(answer.status, await answer.text()).toBe(204)
  const colleague = await signIn(second.url, 'tieling.officer')
  expect((await colleague.get(`/matters/${matterId}/files`)).body.items).toEqual([
    expect.objectContaining({ digest: createHash('sha256').update(bytes).digest('hex') }),
  ])
}

test('who goes on in another process takes an upload over from a wire that has gone silent in the first', async () => {
  const { id, matterId, wire, answered } = await halfTaken()

  const asked = await howFar(id)

  expect([asked.status, asked.headers.get('upload-offset')]).toEqual([200, String(half)])
  expect(await answered, 'what it took in, it keeps').toBe(204)
  wire.destroy()
  await sendTheRest(id, matterId)
}, 120_000)

test('while one process is in an upload, another waits; killed with -9, it leaves no lock behind', async () => {
  const { id, matterId, wire, answered } = await halfTaken()
  // Frozen, so that it can neither go on nor let go when it is asked to.
  first.process.kill('SIGSTOP')
  const asked = howFar(id)
  const elsewhere = async () => {
    const colleague = await signIn(second.url, 'tieling.officer')
    for (let count = 0; count < 10; count += 1) await colleague.get(`/matters/${matterId}/uploads`)
    return 'still waiting'
  }
  expect(await Promise.race([asked, elsewhere()])).toBe('still waiting')

  await first.kill()

  expect((await asked).headers.get('upload-offset')).toBe(String(half))
  expect(await answered).toBeUndefined()
  wire.destroy()
  await sendTheRest(id, matterId)
}, 120_000)
