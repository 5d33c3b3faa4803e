import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { appendFile, readdir, utimes } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { unfinishedFolder } from '../../platform/file-store.ts'
import { defaultSizeLimits } from './accepted-file-kinds.ts'
import { aFileServer } from './files.fixture.ts'
import { anMp4, aPng, aZip } from './sample-files.fixture.ts'
import { sweepUploads } from './sweep-uploads.ts'
import { pathOfUpload } from './unfinished-uploads.ts'

const { db } = await testDatabase()
const megabyte = 1_048_576
const desk = await aFileServer(db, { ...defaultSizeLimits, image: megabyte })
const { ask, list, onDisk, aDraft } = desk
const tieling = 'tieling.officer'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const problemOf = async (answer: Response) => ({
  status: answer.status,
  ...((await answer.json()) as { code: string; words: { zh: string; en: string }; facts?: object }),
})
const tus = { 'tus-resumable': '1.0.0' }

/** Metadata as the protocol writes it. */
const said = (about: Readonly<Record<string, string>>) =>
  Object.entries(about)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')

const begin = (login: string, about: Readonly<Record<string, string>>, size: number, more: object = {}) =>
  ask(login, '/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(size), 'upload-metadata': said(about), ...more },
  })

/** Begins an upload, which has to be allowed; resolves to its id. */
async function begun(matterId: string, size: number, about: Readonly<Record<string, string>> = {}) {
  const answer = await begin(tieling, { matterId, filename: '现场.mp4', ...about }, size)
  expect(answer.status, await answer.text()).toBe(201)
  return answer.headers.get('location')?.split('/').at(-1) ?? ''
}

const goOn = (login: string, id: string, offset: number, bytes: Uint8Array) =>
  ask(login, `/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: bytes as BodyInit,
  })
const howFar = (login: string, id: string) => ask(login, `/uploads/${id}`, { method: 'HEAD', headers: tus })
const giveUp = (login: string, id: string) => ask(login, `/uploads/${id}`, { method: 'DELETE', headers: tus })
const unfinished = () => readdir(unfinishedFolder(desk.store))
const unfinishedOf = async (login: string, matterId: string) =>
  ((await (await ask(login, `/matters/${matterId}/uploads`)).json()) as { items: object[] }).items

test('a file that comes in several requests is a file of the matter with the last byte, hashed and in its record', async () => {
  const matterId = await aDraft()
  const bytes = anMp4(300_000)
  const id = await begun(matterId, bytes.length, {
    filetype: 'video/mp4',
    item: 'evidence',
    note: '执法记录仪',
    lastModified: '1767225600000',
    sha256: sha256(bytes),
  })

  const first = await goOn(tieling, id, 0, bytes.subarray(0, 200_000))
  const half = await howFar(tieling, id)
  const listed = await unfinishedOf(tieling, matterId)
  const last = await goOn(tieling, id, 200_000, bytes.subarray(200_000))

  expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '200000'])
  expect([half.status, half.headers.get('upload-offset'), half.headers.get('upload-length')]).toEqual([
    200,
    '200000',
    '300000',
  ])
  expect(listed).toEqual([
    expect.objectContaining({ id, name: '现场.mp4', size: 300_000, offset: 200_000, item: 'evidence' }),
  ])
  expect([last.status, last.headers.get('upload-offset')]).toEqual([204, '300000'])
  const [file, ...others] = await list(tieling, matterId)
  expect(others).toEqual([])
  expect(file).toMatchObject({
    name: '现场.mp4',
    mediaType: 'video/mp4',
    size: 300_000,
    digest: sha256(bytes),
    item: 'evidence',
    note: '执法记录仪',
    addedBy: { name: '周启明' },
  })
  expect(last.headers.get('content-location')).toBe(`/api/v1/files/${file?.id}`)
  const { rows } = await sql<{ body: object }>`
    select body from event where matter_id = ${matterId} and type = 'file.added'`.execute(db)
  expect(rows).toEqual([{ body: expect.objectContaining({ file: file?.id, digest: sha256(bytes) }) }])
  expect(Buffer.from(await (await ask(tieling, `/files/${file?.id}`)).arrayBuffer())).toEqual(bytes)
  expect(await unfinishedOf(tieling, matterId)).toEqual([])
})

test('P13 asked again after the last answer was lost, the upload says it is whole, and the file is there once', async () => {
  const matterId = await aDraft()
  const bytes = aPng(1)
  const id = await begun(matterId, bytes.length, { filename: '照片.png' })
  await goOn(tieling, id, 0, bytes)

  const again = await Promise.all([howFar(tieling, id), howFar(tieling, id)])

  for (const { status, headers } of again)
    expect([status, headers.get('upload-offset')]).toEqual([200, String(bytes.length)])
  expect(await list(tieling, matterId)).toHaveLength(1)
})

test('P13 what was whole when the server was killed becomes a file as soon as somebody asks how far it is, once', async () => {
  const matterId = await aDraft()
  const bytes = aPng(2)
  const id = await begun(matterId, bytes.length, { filename: '照片.png' })
  // The bytes reached the disk, and nothing after that happened.
  await appendFile(pathOfUpload(desk.store, id), bytes)

  const answers = await Promise.all([howFar(tieling, id), howFar(tieling, id), howFar(tieling, id)])

  expect(answers.map(({ headers }) => headers.get('upload-offset'))).toEqual(
    Array(3).fill(String(bytes.length)),
  )
  expect((await list(tieling, matterId)).map(({ digest }) => digest)).toEqual([sha256(bytes)])
})

test('P13 killed between the digest and the folder, or before the record, it goes on from there', async () => {
  const matterId = await aDraft()
  const one = aPng(3)
  const two = aPng(4)
  const moving = await begun(matterId, one.length, { filename: '一.png' })
  await appendFile(pathOfUpload(desk.store, moving), one)
  const moved = await begun(matterId, two.length, { filename: '二.png' })
  await goOn(tieling, moved, 0, two)
  await sql`update upload set digest = ${sha256(one)}, media_type = 'image/png' where id = ${moving}`.execute(
    db,
  )
  await sql`update upload set file_id = null where id = ${moved}`.execute(db)

  await howFar(tieling, moving)
  await howFar(tieling, moved)

  expect((await list(tieling, matterId)).map(({ digest }) => digest).toSorted()).toEqual(
    [sha256(one), sha256(two)].toSorted(),
  )
})

test('an upload is nobody’s but the one’s who began it: a stranger gets 401, anybody else 404, another site 403', async () => {
  const matterId = await aDraft()
  const id = await begun(matterId, 100_000)

  for (const [login, status] of [
    ['nobody', 401],
    ['siping.officer', 404],
    ['tieling.reviewer', 404],
    ['jilin.supervisor', 404],
    ['sysadmin', 404],
  ] as const) {
    const answers = [
      await begin(login, { matterId, filename: 'a.mp4' }, 10),
      await goOn(login, id, 0, anMp4(100)),
      await howFar(login, id),
      await giveUp(login, id),
    ]
    const [first, ...others] = answers.map((answer) => answer.status)
    expect(others, login).toEqual(Array(3).fill(status))
    // A colleague may begin one of his own.
    expect(first, login).toBe(login === 'tieling.reviewer' ? 201 : status)
  }
  const foreign = await ask(tieling, `/uploads/${id}`, {
    method: 'PATCH',
    headers: {
      ...tus,
      origin: 'https://elsewhere.example',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    },
    body: 'x',
  })
  expect(foreign.status).toBe(403)
  expect((await howFar(tieling, id)).headers.get('upload-offset')).toBe('0')
})

test('who may no longer attach to the matter can neither begin nor go on; what arrived waits', async () => {
  const matterId = await aDraft(tieling, 'case-transfer')
  const bytes = anMp4(100_000)
  const id = await begun(matterId, bytes.length)
  await goOn(tieling, id, 0, bytes.subarray(0, 50_000))
  await sql`update leg set state = 'inReview' where matter_id = ${matterId}`.execute(db)

  const refused = await problemOf(await goOn(tieling, id, 50_000, bytes.subarray(50_000)))
  const alsoRefused = await problemOf(await begin(tieling, { matterId, filename: 'a.mp4' }, 10))

  for (const problem of [refused, alsoRefused])
    expect(problem).toMatchObject({
      status: 409,
      code: 'not-now',
      words: { zh: expect.stringMatching(/已提交审核/) },
    })
  await sql`update leg set state = 'drafted' where matter_id = ${matterId}`.execute(db)
  await goOn(tieling, id, 50_000, bytes.subarray(50_000))
  expect((await list(tieling, matterId)).map(({ digest }) => digest)).toEqual([sha256(bytes)])
})

test('an upload is refused before its first byte for its name, type, size, matter or missing words', async () => {
  const matterId = await aDraft()
  const table: [Readonly<Record<string, string>>, number, number, RegExp][] = [
    [{ filename: '程序.exe' }, 10, 415, /不接受“\.exe”文件/],
    [{ filename: '照片.png' }, 2 * megabyte, 413, /不能超过 1 MB/],
    [{ filename: '照片.png', filetype: 'application/pdf' }, 10, 415, /与声明的类型/],
    [{ filename: '照片.png', leg: '0' }, 10, 422, /需要更正/],
    [{ filename: '照片.png', colour: 'red' }, 10, 422, /需要更正/],
    [{ filename: '照片.png', sha256: 'x' }, 10, 422, /需要更正/],
    [{ filename: '照片.png', matterId: randomUUID() }, 10, 404, /没有这件协作事项/],
    [{ filename: '照片.png' }, 0, 422, /Upload-Length/],
  ]

  for (const [about, size, status, words] of table) {
    const problem = await problemOf(await begin(tieling, { matterId, ...about }, size))
    expect(problem, about.filename).toMatchObject({ status, words: { zh: expect.stringMatching(words) } })
  }
  const silent = await problemOf(
    await ask(tieling, '/uploads', { method: 'POST', headers: { ...tus, 'upload-length': '5' } }),
  )
  expect(silent).toMatchObject({ status: 422 })
  const plain = await problemOf(await ask(tieling, '/uploads', { method: 'POST' }))
  expect(plain).toMatchObject({ status: 422, words: { zh: expect.stringMatching(/tus/) } })
})

test('bytes that lie are refused as soon as they show it, or at the end, and nothing stays', async () => {
  const matterId = await aDraft()
  const before = await onDisk()
  const noise = randomBytes(200_000)
  const lying = await begun(matterId, 400_000)
  await goOn(tieling, lying, 0, noise)
  const archive = aZip({ 'a.bat': 'x' })
  const malicious = await begun(matterId, archive.length, { filename: '材料.zip' })
  const altered = await begun(matterId, aPng(5).length, { filename: '照片.png', sha256: sha256(aPng(6)) })

  const problems = [
    await problemOf(await goOn(tieling, lying, noise.length, noise)),
    await problemOf(await goOn(tieling, malicious, 0, archive)),
    await problemOf(await goOn(tieling, altered, 0, aPng(5))),
  ]

  expect(problems.map(({ status, code }) => [status, code])).toEqual([
    [415, 'unsupported'],
    [415, 'unsupported'],
    [409, 'conflict'],
  ])
  for (const { words } of problems) expect(words.en.length).toBeGreaterThan(20)
  for (const id of [lying, malicious, altered]) expect((await howFar(tieling, id)).status).toBe(404)
  expect(await list(tieling, matterId)).toEqual([])
  expect(await onDisk()).toEqual(before)
})

test('bytes that do not follow the earlier ones are refused, and the earlier ones stay', async () => {
  const bytes = anMp4(100_000)
  const matterId = await aDraft()
  const id = await begun(matterId, bytes.length)
  await goOn(tieling, id, 0, bytes.subarray(0, 40_000))

  const answers = [
    await problemOf(await goOn(tieling, id, 50_000, bytes.subarray(50_000))),
    await problemOf(await goOn(tieling, id, 0, bytes)),
  ]
  const tooMany = await goOn(tieling, id, 40_000, bytes)

  for (const problem of answers) expect(problem).toMatchObject({ status: 409, code: 'conflict' })
  expect(tooMany.status).toBeGreaterThanOrEqual(400)
  expect((await howFar(tieling, id)).headers.get('upload-offset')).toBe('40000')
  await goOn(tieling, id, 40_000, bytes.subarray(40_000))
  expect((await list(tieling, matterId)).map(({ digest }) => digest)).toEqual([sha256(bytes)])
})

test('one’s own upload is given up at once, and abandoned ones are cleared after a week, never what is attached', async () => {
  const matterId = await aDraft()
  const given = await begun(matterId, 100)
  const abandoned = await begun(matterId, 100)
  const young = await begun(matterId, 100)
  const whole = await begun(matterId, aPng(7).length, { filename: '照片.png' })
  await goOn(tieling, whole, 0, aPng(7))
  const long = new Date(Date.now() - 8 * 86_400_000)
  await sql`update upload set begun_at = ${long.toISOString()} where id in (${abandoned}, ${whole})`.execute(
    db,
  )
  for (const name of (await unfinished()).filter((each) => each.startsWith(abandoned)))
    await utimes(`${unfinishedFolder(desk.store)}/${name}`, long, long)

  expect((await giveUp(tieling, given)).status).toBe(204)
  expect((await howFar(tieling, abandoned)).status).toBe(404)
  await sweepUploads(db, desk.store)

  const left = (await unfinished()).join(' ')
  expect(left).toContain(young)
  for (const id of [given, abandoned]) expect(left).not.toContain(id)
  expect((await list(tieling, matterId)).map(({ digest }) => digest)).toEqual([sha256(aPng(7))])
  expect((await unfinishedOf(tieling, matterId)).map((each) => (each as { id: string }).id)).toEqual([young])
})

test('nobody leaves more than twenty uploads unfinished', async () => {
  const matterId = await aDraft('tieling.leader')
  const answers: Response[] = []
  for (let count = 0; count < 21; count += 1)
    answers.push(await begin('tieling.leader', { matterId, filename: 'a.mp4' }, 10))

  expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(201), 429])
})
