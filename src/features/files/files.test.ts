import { spawn } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readdir, utimes } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { asActor } from '../../platform/as-actor.ts'
import { receiveFile } from '../../platform/file-store.ts'
import { defaultSizeLimits } from './accepted-file-kinds.ts'
import type { FileView } from './file-view.ts'
import { aFileServer } from './files.fixture.ts'
import { anMp4, aPdf, aPng, aZip } from './sample-files.fixture.ts'
import { sweepUnreferenced } from './sweep-unreferenced.ts'

const { db } = await testDatabase()
const megabyte = 1_048_576
const desk = await aFileServer(db, { ...defaultSizeLimits, image: megabyte, video: 400 * megabyte })
const { ask, upload, list, onDisk, aDraft, push } = desk

const tieling = 'tieling.officer'
const siping = 'siping.officer'
const lishu = 'lishu.officer'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const viewOf = async (answer: Response) => (await answer.json()) as FileView
// Problems are read field by field; a missing one fails the expectation that names it.
const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...((await answer.json()) as { code: string; words: { zh: string; en: string }; facts?: object }),
})
const eventsOf = async (matterId: string) =>
  (
    await sql<{ type: string; body: Record<string, unknown>; visible_to: string[] | null }>`
      select type, body, visible_to from event where matter_id = ${matterId} order by seq`.execute(db)
  ).rows

/** A file that was added to a matter. */
async function aFile(
  matterId: string,
  bytes: Buffer = aPng(Math.random()),
  name = '照片.png',
  login = tieling,
) {
  const answer = await upload(login, matterId, { name }, bytes)
  expect(answer.status).toBe(201)
  return viewOf(answer)
}

async function aSentClue(...to: string[]): Promise<string> {
  const matterId = await aDraft()
  await push(matterId, to.length > 0 ? to : [siping])
  return matterId
}

test('a file goes up as raw bytes, is an event of the matter, and comes down the same', async () => {
  const matterId = await aDraft()
  const bytes = aPdf(1)

  const answer = await upload(
    tieling,
    matterId,
    { name: '询问笔录𠮷.pdf', item: 'evidence', note: '第二次' },
    bytes,
  )

  expect(answer.status).toBe(201)
  const file = await viewOf(answer)
  expect(file).toMatchObject({
    name: '询问笔录𠮷.pdf',
    mediaType: 'application/pdf',
    size: bytes.length,
    digest: sha256(bytes),
    item: 'evidence',
    note: '第二次',
    leg: null,
    addedBy: { name: '周启明' },
    shown: true,
    internal: false,
    withdrawn: null,
  })
  expect(file.agency.id).toBe(desk.person(tieling).agencyId)
  expect(await list(tieling, matterId)).toEqual([file])
  const last = (await eventsOf(matterId)).at(-1)
  expect(last).toMatchObject({
    type: 'file.added',
    body: { file: file.id, digest: file.digest, item: 'evidence' },
  })
  const back = await ask(tieling, `/files/${file.id}`)
  expect(Buffer.from(await back.arrayBuffer())).toEqual(bytes)
  expect(Object.fromEntries(back.headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(bytes.length),
    etag: `"${file.digest}"`,
    'content-disposition': `inline; filename="_____.pdf"; filename*=UTF-8''%E8%AF%A2%E9%97%AE%E7%AC%94%E5%BD%95%F0%A0%AE%B7.pdf`,
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
  })
})

test('300 MB go up and down through HTTP with flat memory', async () => {
  const matterId = await aDraft()
  const address = `${desk.url}/matters/${matterId}/files?name=a.mp4`

  // The first upload warms compiler and allocator up; what grows after it grows with the size.
  await inAnotherProcess(sendsVideo, `${address}&note=40`)
  const up = await whileMeasuring(() => inAnotherProcess(sendsVideo, `${address}&note=300`))
  const { id, size, digest } = JSON.parse(up.said) as FileView
  expect(size).toBe(300 * megabyte)
  expect(up.grownMegabytes).toBeLessThan(60)

  const down = await whileMeasuring(() => inAnotherProcess(readsFile, `${desk.url}/files/${id}`))
  expect(JSON.parse(down.said)).toEqual({ received: size, digest })
  expect(down.grownMegabytes).toBeLessThan(60)
}, 180_000)

const anHttpClient = `const [address] = process.argv.slice(-1)
  const { createHash, randomBytes } = await import('node:crypto')
  const { request } = await import('node:http')
  const headers = { 'x-login': '${tieling}', 'content-type': 'video/mp4' }`

const sendsVideo = `${anHttpClient}
  const { pipeline } = await import('node:stream/promises')
  const { text } = await import('node:stream/consumers')
  const sending = request(address, { method: 'POST', headers })
  const answered = new Promise((resolve, reject) => sending.on('response', resolve).on('error', reject))
  const part = randomBytes(65536)
  async function* video() {
    const first = Buffer.from(part)
    first.write('\\0\\0\\0\\x20ftypisom\\0\\0\\x02\\0isomiso2avc1mp41', 'latin1')
    yield first
    for (let count = 1; count < Number(new URL(address).searchParams.get('note')) * 16; count++) yield part
  }
  await pipeline(video, sending)
  process.stdout.write(await text(await answered))`

const readsFile = `${anHttpClient}
  const answer = await new Promise((resolve, reject) => request(address, { headers }, resolve).on('error', reject).end())
  const hash = createHash('sha256')
  let received = 0
  for await (const part of answer) { hash.update(part); received += part.length }
  process.stdout.write(JSON.stringify({ received, digest: hash.digest('hex') }))`

/** Runs a program in a process of its own, so that only the server's memory is measured here. */
async function inAnotherProcess(program: string, argument: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return text(child.stdout)
}

/** By how many megabytes this process grew at most while something went on. */
async function whileMeasuring(work: () => Promise<string>) {
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 5)
  const said = await work().finally(() => clearInterval(timer))
  return { said, grownMegabytes: (most - before) / megabyte }
}

test('P13 the same key and bytes give the same file; the same key and other bytes a conflict, the original intact', async () => {
  const matterId = await aDraft()
  const key = { 'idempotency-key': randomUUID() }
  const bytes = aPng(13)

  const [first, second] = await Promise.all([
    upload(tieling, matterId, { name: 'a.png' }, bytes, key),
    upload(tieling, matterId, { name: 'a.png' }, bytes, key),
  ])
  const file = await viewOf(first)
  expect(await viewOf(second)).toEqual(file)

  const other = await problemOf(await upload(tieling, matterId, { name: 'a.png' }, aPng(14), key))
  expect(other).toMatchObject({ status: 409, code: 'conflict' })
  const moved = await problemOf(await upload(tieling, await aDraft(), { name: 'a.png' }, bytes, key))
  expect(moved).toMatchObject({ status: 409, code: 'conflict' })
  expect(await list(tieling, matterId)).toEqual([file])
  expect((await eventsOf(matterId)).filter(({ type }) => type === 'file.added')).toHaveLength(1)
  expect(await viewOf(await upload(tieling, matterId, { name: 'a.png' }, bytes, key))).toEqual(file)
})

test('the same bytes in two matters are stored once', async () => {
  const bytes = aPng(77)
  const [one, two] = [await aFile(await aDraft(), bytes), await aFile(await aDraft(), bytes, '另一张.png')]

  expect(one.digest).toBe(two.digest)
  expect((await onDisk()).filter((name) => name === one.digest)).toHaveLength(1)
})

test('a file of a draft is for one’s own side until the matter is sent; then the other side sees it', async () => {
  const matterId = await aDraft()
  const file = await aFile(matterId)
  const mistaken = await aFile(matterId)
  const internal = await viewOf(
    await upload(tieling, matterId, { name: '审批.png', internal: 'true' }, aPng(3)),
  )
  expect((await ask(tieling, `/files/${mistaken.id}/withdrawal`, reasoned('传错了'))).status).toBe(200)
  expect((await ask(siping, `/matters/${matterId}/files`)).status).toBe(404)
  expect((await ask(siping, `/files/${file.id}`)).status).toBe(404)

  await push(matterId)

  expect((await list(siping, matterId)).map(({ id }) => id)).toEqual([file.id])
  expect((await ask(siping, `/files/${file.id}`)).status).toBe(200)
  for (const { id } of [mistaken, internal]) expect((await ask(siping, `/files/${id}`)).status).toBe(404)
  expect((await list(tieling, matterId)).map(({ id }) => id)).toEqual([file.id, mistaken.id, internal.id])
  const own = [desk.person(tieling).agencyId]
  expect(
    (await eventsOf(matterId)).filter(({ type }) => type.startsWith('file.')).map((e) => e.visible_to),
  ).toEqual(Array(4).fill(own))
})

const reasoned = (reason: string) => ({
  method: 'POST',
  body: JSON.stringify({ reason }),
  headers: { 'content-type': 'application/json' },
})

test('an agency that takes no part gets 404, a stranger 401, whatever they ask for', async () => {
  const matterId = await aSentClue()
  const file = await aFile(matterId)

  for (const [login, status] of [
    [lishu, 404],
    ['sysadmin', 404],
    ['auditor', 404],
    ['nobody', 401],
  ] as const) {
    const answers = await Promise.all([
      ask(login, `/files/${file.id}`),
      ask(login, `/files/${file.id}`, { method: 'HEAD' }),
      ask(login, `/matters/${matterId}/files`),
      ask(login, `/files/${file.id}/withdrawal`, reasoned('x')),
      upload(login, matterId, { name: 'a.png' }, aPng(5)),
    ])
    expect(answers.map((answer) => answer.status)).toEqual(Array(5).fill(status))
  }
  expect((await ask(tieling, `/files/${randomUUID()}`)).status).toBe(404)
  expect((await ask(tieling, '/files/1')).status).toBe(422)
})

test('a superior sees the files of its subtree and adds none', async () => {
  const matterId = await aSentClue()
  const file = await aFile(matterId)

  expect((await ask('jilin.supervisor', `/files/${file.id}`)).status).toBe(200)
  const refused = await problemOf(await upload('jilin.supervisor', matterId, { name: 'a.png' }, aPng(6)))
  expect(refused).toMatchObject({ status: 403, code: 'not-your-turn' })
})

test('what one addressee adds does not reach the other addressees', async () => {
  const matterId = await aSentClue(siping, lishu)
  const answered = await aFile(matterId, aPng(21), '核查.png', siping)
  const forAll = await aFile(matterId, aPng(22))
  const forLishu = await viewOf(await upload(tieling, matterId, { name: 'b.png', leg: '2' }, aPng(23)))

  expect(answered.leg).toBe(1)
  const seenBy = async (login: string) => (await list(login, matterId)).map(({ id }) => id)
  expect(await seenBy(tieling)).toEqual([answered.id, forAll.id, forLishu.id])
  expect(await seenBy(siping)).toEqual([answered.id, forAll.id])
  expect(await seenBy(lishu)).toEqual([forAll.id, forLishu.id])
  expect((await ask(lishu, `/files/${answered.id}`)).status).toBe(404)
  const refused = await problemOf(await upload(lishu, matterId, { name: 'c.png', leg: '1' }, aPng(24)))
  expect(refused).toMatchObject({ status: 422, facts: { legs: [2] } })
})

test('P7 an agency that left the matter reads no file of it any more', async () => {
  const matterId = await aSentClue()
  const file = await aFile(matterId)
  expect((await ask(siping, `/files/${file.id}`)).status).toBe(200)

  await sql`update party set left_at = now()
    where matter_id = ${matterId} and agency_id = ${desk.person(siping).agencyId}`.execute(db)

  expect((await ask(siping, `/files/${file.id}`)).status).toBe(404)
})

test('what is with the reviewer stays as it is, and what is settled too', async () => {
  const matterId = await aDraft(tieling, 'case-transfer')
  const file = await aFile(matterId)
  const setState = (state: string, settled: boolean) =>
    sql`with l as (update leg set state = ${state} where matter_id = ${matterId})
      update matter set settled_at = case when ${settled} then now() end where id = ${matterId}`.execute(db)

  for (const [state, isSettled, words] of [
    ['inReview', false, /已提交审核/],
    ['approved', false, /已提交审核/],
    ['discarded', true, /已经办结/],
  ] as const) {
    await setState(state, isSettled)
    for (const answer of [
      await upload(tieling, matterId, { name: 'a.png' }, aPng(7)),
      await ask(tieling, `/files/${file.id}/withdrawal`, reasoned('传错了')),
    ])
      expect(await problemOf(answer)).toMatchObject({
        status: 409,
        code: 'not-now',
        words: { zh: expect.stringMatching(words) },
      })
  }
})

test('a mistaken file is withdrawn by its own side only, once, and stays readable, marked', async () => {
  const matterId = await aSentClue()
  const answer = await upload(tieling, matterId, { name: 'a.png', item: 'evidence' }, aPng(31))
  const file = await viewOf(answer)

  expect((await ask(siping, `/files/${file.id}/withdrawal`, reasoned('不是我传的'))).status).toBe(403)
  const withdrawn = await viewOf(await ask(tieling, `/files/${file.id}/withdrawal`, reasoned('传错了')))

  expect(withdrawn).toMatchObject({ item: null, withdrawn: { reason: '传错了' } })
  expect(await list(siping, matterId)).toEqual([withdrawn])
  expect((await ask(siping, `/files/${file.id}`)).status).toBe(200)
  expect((await ask(tieling, `/files/${file.id}/withdrawal`, reasoned('再撤'))).status).toBe(403)
  expect((await eventsOf(matterId)).at(-1)).toMatchObject({ type: 'file.withdrawn', visible_to: null })
})

test('files that lie, are empty, unknown, too large or malicious are refused with what to do, and nothing stays', async () => {
  const matterId = await aDraft()
  const before = await onDisk()
  const table: [string, Buffer, number, RegExp, Record<string, string>?][] = [
    ['照片.jpg', aPdf(41), 415, /文件内容与扩展名不符/],
    ['照片.jpg', Buffer.from(`MZ${'\x90'.repeat(300)}`, 'latin1'), 415, /文件内容与扩展名不符/],
    ['照片.png', Buffer.alloc(0), 422, /文件是空的/],
    ['程序.exe', Buffer.from('MZ'), 415, /不接受“\.exe”文件/],
    ['照片\u202Egnp.exe', aPng(), 415, /不接受“\.exe”文件/],
    ['照片.png', Buffer.concat([aPng(), randomBytes(megabyte)]), 413, /不能超过 1 MB/],
    ['材料.zip', aZip({ 'a.bat': 'x' }), 415, /可执行文件/],
    ['照片.png', aPng(), 415, /与声明的类型/, { 'content-type': 'application/pdf' }],
  ]

  for (const [name, bytes, status, words, headers] of table) {
    const problem = await problemOf(await upload(tieling, matterId, { name }, bytes, headers))
    expect(problem).toMatchObject({ status, words: { zh: expect.stringMatching(words) } })
    expect(problem.words.en.length).toBeGreaterThan(20)
  }
  expect(await list(tieling, matterId)).toEqual([])
  expect(await onDisk()).toEqual(before)
})

test('a refusal in the middle of a long upload reaches the sender, and the server serves on', async () => {
  const matterId = await aDraft()
  const part = randomBytes(65_536)
  const long = (name: string, start: Buffer) => {
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ === 400) return controller.close()
        controller.enqueue(new Uint8Array(sent === 1 ? Buffer.concat([start, part]) : part))
      },
    })
    return upload(tieling, matterId, { name }, body)
  }

  expect(await problemOf(await long('照片.png', aPng()))).toMatchObject({
    status: 413,
    facts: { limitBytes: megabyte },
  })
  expect(await problemOf(await long('照片.jpg', aPng()))).toMatchObject({
    status: 415,
    facts: { sign: 'png' },
  })
  expect(await list(tieling, matterId)).toEqual([])
})

test('here JSON is a file like any other', async () => {
  const bytes = Buffer.from('{"称重":41.2}')

  const answer = await upload(tieling, await aDraft(), { name: '称重.json' }, bytes, {
    'content-type': 'application/json',
  })

  expect(await viewOf(answer)).toMatchObject({
    mediaType: 'text/plain; charset=utf-8',
    digest: sha256(bytes),
  })
})

test('the routes describe themselves', async () => {
  const { paths } = (await (await ask('nobody', '/openapi.json')).json()) as { paths: Record<string, object> }

  expect(Object.keys(paths)).toEqual([
    '/api/v1/matters/{matterId}/files',
    '/api/v1/uploads',
    '/api/v1/uploads/{uploadId}',
    '/api/v1/matters/{matterId}/uploads',
    '/api/v1/files/retention',
    '/api/v1/files/{fileId}',
    '/api/v1/files/{fileId}/withdrawal',
  ])
})

test('unknown, malformed and missing arguments are named', async () => {
  const matterId = await aDraft()

  for (const query of [
    {},
    { name: '' },
    { name: 'a.png', colour: 'red' },
    { name: 'a.png', leg: 'x' },
    { name: 'a.png', item: '../x' },
  ])
    expect(
      (await problemOf(await upload(tieling, matterId, query as Record<string, string>, aPng()))).status,
    ).toBe(422)
})

test('an announced length that is too large is refused before a byte is sent', async () => {
  const matterId = await aDraft()

  const status = await new Promise((resolve, reject) => {
    const sending = request(`${desk.url}/matters/${matterId}/files?name=a.mp4`, {
      method: 'POST',
      headers: {
        'x-login': tieling,
        'content-length': String(5_000 * megabyte),
        'content-type': 'video/mp4',
      },
    })
    sending.on('response', (answer) => {
      resolve(answer.statusCode)
      sending.destroy()
    })
    sending.on('error', reject)
    sending.flushHeaders()
  })

  expect(status).toBe(413)
})

test('an upload that breaks off in the middle leaves nothing, and the server goes on without a complaint', async () => {
  const matterId = await aDraft()
  const before = await onDisk()

  const sending = request(`${desk.url}/matters/${matterId}/files?name=a.mp4`, {
    method: 'POST',
    headers: { 'x-login': tieling, 'content-length': String(10 * megabyte) },
  })
  sending.on('error', () => {})
  sending.write(anMp4(megabyte))
  await expect.poll(() => readdir(join(desk.folder, 'incoming')), { timeout: 10_000 }).toHaveLength(1)
  sending.destroy()

  await expect.poll(() => readdir(join(desk.folder, 'incoming')), { timeout: 10_000 }).toHaveLength(0)
  expect(await onDisk()).toEqual(before)
  expect(await list(tieling, matterId)).toEqual([])
  expect(desk.logged.filter((line) => line.includes('unexpected error'))).toEqual([])
})

test('parts of a video are sent as asked for, and a fresh copy is not sent again', async () => {
  const matterId = await aDraft()
  const bytes = anMp4(10_000)
  const { id, digest } = await aFile(matterId, bytes, '执法记录.mp4')
  const part = (headers: Record<string, string>, method = 'GET') =>
    ask(tieling, `/files/${id}`, { headers, method })

  for (const [range, start, end] of [
    ['bytes=0-99', 0, 99],
    ['bytes=9990-', 9_990, 9_999],
    ['bytes=-5', 9_995, 9_999],
    ['bytes=9000-99999', 9_000, 9_999],
  ] as const) {
    const answer = await part({ range })
    expect(answer.status).toBe(206)
    expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/10000`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes.subarray(start, end + 1))
  }
  const beyond = await part({ range: 'bytes=10000-' })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10000'])
  for (const range of ['bytes=5-1', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=-'])
    expect((await part({ range })).status).toBe(200)
  expect((await part({ range: 'bytes=0-1', 'if-range': `"${digest}"` })).status).toBe(206)
  expect((await part({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200)
  expect((await part({ 'if-none-match': `"${digest}"` })).status).toBe(304)
  const head = await part({}, 'HEAD')
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '10000', ''])
})

test('what could run in a browser is downloaded, sandboxed, and never guessed at', async () => {
  const matterId = await aDraft()
  const page = await aFile(matterId, Buffer.from('称重\n<script>alert(1)</script>'), '说明.txt')
  const sheet = await aFile(matterId, aZip({ 'xl/workbook.xml': 'x' }), '表"; filename=x.html;.xlsx')

  const shown = await ask(tieling, `/files/${page.id}`)
  expect(shown.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(shown.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  const scripted = Buffer.concat([
    Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n'),
    aPdf(),
  ])
  const opened = await ask(tieling, `/files/${(await aFile(matterId, scripted, '带脚本.pdf')).id}`)
  expect(opened.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(opened.headers.get('x-content-type-options')).toBe('nosniff')
  const saved = await ask(tieling, `/files/${sheet.id}`)
  expect(saved.headers.get('content-disposition')).toBe(
    `attachment; filename="__; filename=x.html;.xlsx"; filename*=UTF-8''%E8%A1%A8_%3B%20filename%3Dx.html%3B.xlsx`,
  )
  expect(saved.headers.get('x-content-type-options')).toBe('nosniff')
})

test('P25 opening a file is recorded once within the hour, with ids only', async () => {
  const matterId = await aSentClue()
  const { id } = await aFile(matterId, anMp4(5_000), '吉C00001.mp4')
  for (const range of ['bytes=0-99', 'bytes=100-199', 'bytes=200-'])
    await (await ask(siping, `/files/${id}`, { headers: { range } })).arrayBuffer()
  await ask(lishu, `/files/${id}`)

  const { rows } = await sql<{ account_id: string; what: string; facts: object }>`
    select account_id, what, facts from access_log where matter_id = ${matterId}`.execute(db)
  expect(rows).toEqual([
    { account_id: desk.person(siping).accountId, what: 'file-opened', facts: { file: id } },
  ])
})

test('bytes that no matter names are swept after a day; named ones and young ones stay', async () => {
  const kept = await aFile(await aDraft(), aPng(91))
  const young = await receiveFile(desk.store, Readable.from([Buffer.from('young')]), { limitBytes: 100 })
  const lost = await receiveFile(desk.store, Readable.from([Buffer.from('rolled back')]), { limitBytes: 100 })
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000)
  for (const { digest } of [kept, lost])
    await utimes(join(desk.folder, digest.slice(0, 2), digest.slice(2, 4), digest), twoDaysAgo, twoDaysAgo)

  expect(await sweepUnreferenced(db, desk.store)).toBe(1)

  const left = await onDisk()
  expect(left).toContain(kept.digest)
  expect(left).toContain(young.digest)
  expect(left).not.toContain(lost.digest)
})

test('no one can attach past the door: the tables take no rows from the running roles', async () => {
  const actor = desk.person(tieling)
  const matterId = await aSentClue()
  const file = await aFile(matterId)

  for (const statement of [
    sql`insert into attachment select * from attachment where id = ${file.id}`,
    sql`update attachment set name = 'x.png' where id = ${file.id}`,
    sql`delete from attachment where id = ${file.id}`,
    sql`select * from stored_file`,
  ])
    await expect(asActor(db, actor, (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/)
  const row = {
    id: randomUUID(),
    matter_id: matterId,
    digest: file.digest,
    size: 1,
    name: 'a',
    media_type: 'x',
  }
  const outsider = desk.person(lishu)
  await expect(
    asActor(db, outsider, (tx) =>
      sql`select add_attachment(${JSON.stringify(row)}::jsonb, null)`.execute(tx),
    ),
  ).rejects.toThrow(/not a party/)
})
