import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { verifyCapsule } from '../../src/kernel/capsule/verify-capsule.ts'
import { suiteOf } from '../../src/kernel/event-chain.ts'
import { aCase, attach } from '../a-case.ts'
import { sourceOf } from '../capsule-parts.ts'
import { aServer, type Client } from '../http.ts'

const server = await aServer()

type Exported = { readonly status: number; readonly headers: Headers; readonly bytes: Buffer }

async function exported(client: Client, matterId: string, purpose = 'handling'): Promise<Exported> {
  const query = purpose === '' ? '' : `?purpose=${purpose}`
  const response = await fetch(`${server.url}/api/v1/matters/${matterId}/capsule${query}`, {
    headers: client.cookie ? { cookie: `xiezhi=${client.cookie}` } : {},
  })
  const { status, headers } = response
  return { status, headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

const textOf = (capsule: Buffer, path: string): string =>
  Buffer.from(unzipSync(capsule)[path] ?? new Uint8Array()).toString()

describe('the capsule of a matter', () => {
  test('holds what its reader may see, verifies anywhere, and is the same bytes each time', async () => {
    const { id, officer, receiver } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await attach(receiver, id, 'other-evidence')

    const [first, second] = [await exported(officer, id), await exported(officer, id)]
    const report = await verifyCapsule(sourceOf(first.bytes))

    expect(first.status).toBe(200)
    expect(first.headers.get('content-length')).toBe(String(first.bytes.length))
    expect(first.bytes.equals(second.bytes)).toBe(true)
    expect(report.faults).toEqual([])
    const matter = await officer.matter(id)
    expect(report).toMatchObject({
      isSound: true,
      version: matter.version,
      number: matter.number,
      masked: false,
    })
    expect(report.events).toMatchObject({ waiting: 0, sealed: matter.version })
    expect(report.files.length).toBe(matter.files.length)
    expect(report.letters.length).toBeGreaterThan(0)
    const parts = unzipSync(first.bytes)
    for (const file of matter.files) {
      const part = Object.values(parts).find(
        (bytes) => createHash('sha256').update(bytes).digest('hex') === file.digest,
      )
      expect(part?.length).toBe(file.size)
    }
    expect(Object.keys(parts).filter((path) => path.startsWith('letters/')).length).toBe(
      report.letters.length,
    )
    const index = textOf(first.bytes, 'index.html')
    expect(index).toContain(matter.number)
    expect(index).toContain('lang="en"')
    expect(index).not.toMatch(/<script|src=|https?:/)
  })

  test('P27 keeps what the reader may not see out of it, and the chain together', async () => {
    const { id, officer, receiver } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await officer.act(id, 'note', { text: '内部研判：对方单位不可见' })

    const own = await exported(officer, id)
    const other = await exported(receiver, id)

    const [ours, theirs] = [
      await verifyCapsule(sourceOf(own.bytes)),
      await verifyCapsule(sourceOf(other.bytes)),
    ]
    expect(theirs.faults).toEqual([])
    expect(theirs.version).toBe(ours.version)
    expect(theirs.head).toBe(ours.head)
    expect(theirs.events.withheld).toBeGreaterThan(0)
    expect(theirs.events.sealed).toBe(theirs.version)
    const seen = (await receiver.events(id)).map(({ seq }) => seq)
    expect(theirs.events.recorded).toBe(seen.length)
    expect(textOf(own.bytes, 'events.jsonl')).toContain('内部研判')
    for (const bytes of Object.values(unzipSync(other.bytes)))
      expect(Buffer.from(bytes).toString()).not.toContain('内部研判')
  })

  test('P27 of a restricted matter is only for those who are named', async () => {
    const { id, officer } = await aCase(server, { isSent: false })
    const leader = await server.signedIn('tieling.leader')
    const readers = ['tieling.officer', 'tieling.reviewer'].map((login) => server.region.who(login).accountId)
    await leader.act(id, 'restrict', { readers })
    const strangers = ['tieling.dispatcher', 'gaomi.officer', 'ministry.supervisor', 'sysadmin', 'auditor']

    expect((await exported(officer, id)).status).toBe(200)
    for (const login of strangers) {
      const { status } = await exported(await server.signedIn(login), id)
      expect([403, 404], login).toContain(status)
    }
    expect((await exported(server.stranger(), id)).status).toBe(401)
  })

  test('P25 without a purpose is masked as the page is, without the bytes of letters and files', async () => {
    const { id, officer, bodies } = await aCase(server)
    const party = JSON.stringify(bodies.submit.party)

    const masked = await exported(officer, id, '')
    const full = await exported(officer, id)

    const report = await verifyCapsule(sourceOf(masked.bytes))
    expect(report.faults).toEqual([])
    expect(report).toMatchObject({ masked: true })
    expect(report.events.masked).toBeGreaterThan(0)
    const paths = Object.keys(unzipSync(masked.bytes))
    expect(paths.filter((path) => /^(files|letters)\//.test(path))).toEqual([])
    const secrets = [...party.matchAll(/"(?:idNumber|phone)":"([^"]+)"/g)].map(([, secret = '']) => secret)
    expect(secrets.length).toBeGreaterThan(0)
    const everything = Object.values(unzipSync(masked.bytes))
      .map((bytes) => Buffer.from(bytes).toString())
      .join()
    for (const secret of secrets) {
      expect(everything).not.toContain(secret)
      expect(textOf(full.bytes, 'matter.json')).toContain(secret)
    }
    expect((await exported(officer, id, 'curiosity')).status).toBe(422)
  })

  test('P25 holds nothing against which what it leaves out could be tried, and yet an event handed out later is proved by it', async () => {
    const { id, officer, receiver } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await officer.act(id, 'note', { text: '内部研判：车牌 辽C00001' })
    const masked = await exported(officer, id, '')
    const theirs = await exported(receiver, id)
    const matter = await officer.matter(id)
    const note = matter.version

    const salted = await officer.get(`/matters/${id}/events/${note}/proof?purpose=verification`)
    const submitted = await officer.get(`/matters/${id}/events/2/proof?purpose=verification`)

    const everything = Object.values(unzipSync(masked.bytes))
      .map((bytes) => Buffer.from(bytes).toString())
      .join()
    for (const { digest } of matter.files) expect(everything).not.toContain(digest)
    const [letter] = JSON.parse(textOf(theirs.bytes, 'letters.json'))
    expect(letter.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(everything).not.toContain(letter.digest)
    const { salt, ...guessed } = salted.body.event
    expect(textOf(theirs.bytes, 'events.jsonl')).toContain(guessed.hash)
    expect(textOf(theirs.bytes, 'events.jsonl')).not.toContain(salt)
    expect(everything).not.toContain(submitted.body.event.salt)
    expect(suiteOf(guessed)).toBeUndefined()
    const disclosed = [salted.body.event, submitted.body.event]
    for (const { bytes } of [masked, theirs])
      expect((await verifyCapsule(sourceOf(bytes), { disclosed })).disclosed).toEqual([
        { seq: note, isOfCapsule: true },
        { seq: 2, isOfCapsule: true },
      ])
  })

  test('an event is handed out only for a purpose, which is recorded, and only by who may read it', async () => {
    const { id, officer, receiver } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    await officer.act(id, 'note', { text: '内部意见' })
    const { version } = await officer.matter(id)
    const proof = `/matters/${id}/events/${version}/proof`

    const statuses = [
      (await officer.get(`${proof}?purpose=service`)).status,
      (await officer.get(proof)).status,
      (await receiver.get(`${proof}?purpose=service`)).status,
      (await officer.get(`/matters/${id}/events/9999/proof?purpose=service`)).status,
    ]

    expect(statuses).toEqual([200, 422, 404, 404])
    const auditor = await server.signedIn('auditor')
    const { body } = await auditor.get(`/access-log?what=matter-exported&matter=${id}`)
    expect(body.items).toMatchObject([{ purpose: 'service', facts: { event: version } }])
  })

  test('is remembered in the access log with its purpose, and leaves the matter as it was', async () => {
    const { id, officer } = await aCase(server)
    const before = (await officer.matter(id)).version

    await exported(officer, id, 'supervision')

    const auditor = await server.signedIn('auditor')
    const { body } = await auditor.get(`/access-log?what=matter-exported&matter=${id}`)
    expect(body.items).toMatchObject([{ purpose: 'supervision', facts: { version: before, masked: false } }])
    expect((await officer.matter(id)).version).toBe(before)
  })

  test('is read by a superior who oversees, as far as a superior sees', async () => {
    const { id, receiver } = await aCase(server)
    await receiver.act(id, 'acknowledge')
    const superior = await server.signedIn('jilin.supervisor')

    const { status, bytes } = await exported(superior, id, 'supervision')

    expect(status).toBe(200)
    expect((await verifyCapsule(sourceOf(bytes))).faults).toEqual([])
  })
})
