import { execFileSync, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { canMountDisks } from '../../test/small-disk.ts'
import {
  checkKept,
  type FileStore,
  isKept,
  oldDigests,
  openFile,
  openFileStore,
  receiveFile,
  removeOld,
  sayBytes,
} from './file-store.ts'

const folder = await mkdtemp(join(tmpdir(), 'xiezhi-files-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const megabyte = 1_048_576
const limitBytes = 400 * megabyte

const aStore = (): Promise<FileStore> => openFileStore(join(folder, randomBytes(6).toString('hex')), 0)

/** Every file below the store, relative to it. */
async function everything(store: FileStore): Promise<string[]> {
  const entries = await readdir(store.folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (reason: { code?: string }) => reason.code,
  )

async function old(store: FileStore): Promise<string[]> {
  const digests: string[] = []
  for await (const digest of oldDigests(store)) digests.push(digest)
  return digests
}

const aDayAgo = () => new Date(Date.now() - 25 * 3_600_000)

test('bytes are kept under their SHA-256, read-only, and come back the same', async () => {
  const store = await aStore()
  const bytes = randomBytes(3 * megabyte + 7)
  const digest = createHash('sha256').update(bytes).digest('hex')

  const received = await receiveFile(store, Readable.from([bytes.subarray(0, 10), bytes.subarray(10)]), {
    limitBytes,
  })

  expect(received).toMatchObject({ digest, size: bytes.length })
  expect(Buffer.compare(received.head, bytes.subarray(0, 65_536))).toBe(0)
  expect(await buffer(await openFile(store, digest))).toEqual(bytes)
  expect(await buffer(await openFile(store, digest, { start: 5, end: 9 }))).toEqual(bytes.subarray(5, 10))
  const [only] = await everything(store)
  expect(only).toBe(join(store.folder, digest.slice(0, 2), digest.slice(2, 4), digest))
  expect((await stat(only ?? '')).mode & 0o777).toBe(0o400)
  expect(await checkKept(store, digest)).toBe('sound')
})

test('the same bytes, also at the same moment, are stored once', async () => {
  const store = await aStore()
  const bytes = randomBytes(megabyte)

  const received = await Promise.all(
    Array.from({ length: 5 }, () => receiveFile(store, Readable.from([bytes]), { limitBytes })),
  )

  expect(new Set(received.map(({ digest }) => digest)).size).toBe(1)
  expect(await everything(store)).toHaveLength(1)
})

test('300 MB pass through without being held in memory', async () => {
  const store = await aStore()
  const chunk = randomBytes(65_536)
  const hash = createHash('sha256')
  let most = 0
  const before = process.memoryUsage().rss
  let sent = 0
  const video = new Readable({
    read() {
      most = Math.max(most, process.memoryUsage().rss)
      if (sent === 300 * megabyte) return void this.push(null)
      sent += chunk.length
      hash.update(chunk)
      // A copy, as a socket would deliver it.
      this.push(Buffer.from(chunk))
    },
  })

  const { digest, size } = await receiveFile(store, video, { limitBytes })

  expect(size).toBe(300 * megabyte)
  expect(digest).toBe(hash.digest('hex'))
  expect((most - before) / megabyte).toBeLessThan(60)
  await rm(store.folder, { recursive: true })
})

test('an upload that breaks off leaves nothing and says so', async () => {
  const store = await aStore()
  const stream = new PassThrough()
  stream.write(randomBytes(200_000))

  const upload = refusalOf(receiveFile(store, stream, { limitBytes }))
  setImmediate(() => stream.destroy(new Error('socket hang up')))

  expect(await upload).toBe('invalid-input')
  expect(await everything(store)).toEqual([])
})

test('an upload that is called off or falls silent is given up and leaves nothing', async () => {
  const store = await aStore()
  const stop = new AbortController()
  const calledOff = refusalOf(receiveFile(store, new PassThrough(), { limitBytes, signal: stop.signal }))
  stop.abort()
  const silent = refusalOf(receiveFile(store, new PassThrough(), { limitBytes, stallSeconds: 0.05 }))

  expect(await calledOff).toBe('invalid-input')
  expect(await silent).toBe('invalid-input')
  expect(await everything(store)).toEqual([])
})

test('an empty file, and one that ends before the announced length, are refused', async () => {
  const store = await aStore()

  expect(await refusalOf(receiveFile(store, Readable.from([]), { limitBytes }))).toBe('invalid-input')
  expect(await refusalOf(receiveFile(store, Readable.from([]), { limitBytes, expectedBytes: 0 }))).toBe(
    'invalid-input',
  )
  const short = Readable.from([Buffer.from('half')])
  expect(await refusalOf(receiveFile(store, short, { limitBytes, expectedBytes: 8 }))).toBe('invalid-input')
  expect(await everything(store)).toEqual([])
})

test('a file that is too large is refused before its first byte when announced, else at the limit; the stream stays open', async () => {
  const store = await aStore()
  const announced = Readable.from([randomBytes(10)])
  const surprising = new PassThrough()
  surprising.write(randomBytes(2_000))

  expect(await refusalOf(receiveFile(store, announced, { limitBytes: 5, expectedBytes: 10 }))).toBe(
    'too-large',
  )
  expect(announced.readableDidRead).toBe(false)
  expect(await refusalOf(receiveFile(store, surprising, { limitBytes: 1_000 }))).toBe('too-large')
  expect(surprising.destroyed).toBe(false)
  expect(await everything(store)).toEqual([])
})

test('a check of the first bytes stops an upload before the rest is read', async () => {
  const store = await aStore()
  let sent = 0
  const endless = new Readable({
    read() {
      sent += 65_536
      this.push(Buffer.alloc(65_536))
    },
  })
  const checkHead = () => {
    throw Object.assign(new Error('no'), { code: 'unsupported' })
  }

  expect(await refusalOf(receiveFile(store, endless, { limitBytes, checkHead }))).toBe('unsupported')
  expect(sent).toBeLessThan(10 * 65_536)
  expect(await everything(store)).toEqual([])
})

test('a process killed in the middle of an upload leaves only a leftover, which is swept a day later', async () => {
  const store = await aStore()
  const module = JSON.stringify(new URL('./file-store.ts', import.meta.url).href)
  const program = `const { receiveFile } = await import(${module})
    await receiveFile({ folder: ${JSON.stringify(store.folder)}, reserveBytes: 0 }, process.stdin, { limitBytes: 1e9 })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.stdin.on('error', () => {})
  child.stdin.write(randomBytes(megabyte))
  await expect
    .poll(async () => (await sizes(store))[0] ?? 0, { timeout: 20_000 })
    .toBeGreaterThan(megabyte / 2)
  child.kill('SIGKILL')
  await new Promise((gone) => child.once('exit', gone))

  const [leftover = ''] = await everything(store)
  expect(dirname(leftover)).toBe(join(store.folder, 'incoming'))
  await openFileStore(store.folder)
  expect(await everything(store)).toEqual([leftover])
  await utimes(leftover, aDayAgo(), aDayAgo())
  await openFileStore(store.folder)
  expect(await everything(store)).toEqual([])
})

const sizes = async (store: FileStore) =>
  Promise.all((await everything(store)).map(async (path) => (await stat(path)).size))

test.runIf(canMountDisks())('a full disk is told to the sender and leaves nothing behind', async () => {
  const place = await mkdtemp(join(folder, 'full-'))
  const module = JSON.stringify(new URL('./file-store.ts', import.meta.url).href)
  const program = `const { openFileStore, receiveFile } = await import(${module})
    const { readdir } = await import('node:fs/promises')
    const { Readable } = await import('node:stream')
    const chunks = (n) => Readable.from(Array.from({ length: n }, () => Buffer.alloc(65536, 7)))
    const refused = (store, n, more) => receiveFile(store, chunks(n), { limitBytes: 1e9, ...more }).then(() => 'kept', (reason) => reason.code)
    const store = await openFileStore(${JSON.stringify(join(place, 'files'))}, 0)
    const results = [await refused(store, 100), await refused(store, 1, { expectedBytes: 9e6 }), await refused({ ...store, reserveBytes: 8e6 }, 1)]
    results.push((await readdir(store.folder + '/incoming')).length, await refused(store, 10))
    process.stdout.write(JSON.stringify(results))`

  const said = execFileSync(
    'unshare',
    [
      '-Urm',
      'sh',
      '-c',
      'mount -t tmpfs -o size=4m tmpfs "$1" && exec "$2" --input-type=module -e "$3"',
      'sh',
      place,
      process.execPath,
      program,
    ],
    { encoding: 'utf8' },
  )

  expect(JSON.parse(said)).toEqual(['unavailable', 'unavailable', 'unavailable', 0, 'kept'])
})

test('bytes that were altered or lost on the disk are noticed', async () => {
  const store = await aStore()
  const { digest, size } = await receiveFile(store, Readable.from([randomBytes(100)]), { limitBytes })
  const [path = ''] = await everything(store)
  await rm(path)

  expect(await checkKept(store, digest)).toBe('missing')
  expect(await isKept(store, digest, size)).toBe(false)
  expect(await refusalOf(openFile(store, digest))).toBe('unavailable')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, randomBytes(100))
  expect(await checkKept(store, digest)).toBe('altered')
})

test('storing the same bytes again makes them young, so that no sweep takes them', async () => {
  const store = await aStore()
  const bytes = randomBytes(100)
  const { digest } = await receiveFile(store, Readable.from([bytes]), { limitBytes })
  const [path = ''] = await everything(store)
  await utimes(path, aDayAgo(), aDayAgo())
  expect(await old(store)).toEqual([digest])

  await receiveFile(store, Readable.from([bytes]), { limitBytes })

  expect(await removeOld(store, digest)).toBe(false)
  expect(await old(store)).toEqual([])
  expect(await readFile(path)).toEqual(bytes)
})

test('sizes are said as people say them', () => {
  expect([1, 1_536, 50 * megabyte, 4_096 * megabyte].map(sayBytes)).toEqual([
    '1 B',
    '1.5 KB',
    '50 MB',
    '4 GB',
  ])
})
