import { createHash, randomUUID } from 'node:crypto'
import { addAbortListener } from 'node:events'
import {
  type FileHandle,
  mkdir,
  open,
  opendir,
  readdir,
  rename,
  rm,
  stat,
  statfs,
  utimes,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { Refusal } from '../kernel/refusal.ts'
import { hashFile } from './hash-file.ts'

/**
 * A folder of bytes, each file kept once under the SHA-256 of what it holds: `ab/cd/abcd…`.
 *
 * Whatever kills the process, only whole files stand under a digest: bytes arrive in `incoming/`, reach the disk, and are
 * renamed. Several processes may share the folder.
 */
export type FileStore = {
  readonly folder: string
  /** Space that uploads leave free: the embedded database lives on the same disk and must never run out of it. */
  readonly reserveBytes: number
}

/** What arrived and is now kept. */
export type ReceivedFile = {
  /** SHA-256 in hex. */
  readonly digest: string
  readonly size: number
  /** The first bytes, at most `headBytes`. */
  readonly head: Uint8Array
}

/** Reads at most `length` bytes of an arrived file that is not kept yet. */
export type ReadBytes = (position: number, length: number) => Promise<Uint8Array>

export type ReceiveOptions = {
  readonly limitBytes: number
  /** How many bytes the sender announced, if it did: too many are refused before the first is read. */
  readonly expectedBytes?: number | undefined
  /** Refuses (throws) on the first bytes, so that nobody sends gigabytes of the wrong thing. */
  readonly checkHead?: (head: Uint8Array) => void | Promise<void>
  /** Refuses (throws) on the whole file, before it is kept. */
  readonly checkWhole?: (read: ReadBytes, size: number) => void | Promise<void>
  readonly signal?: AbortSignal
  /** A sender that is silent for so long is given up; 60 s survives a change of the radio cell. */
  readonly stallSeconds?: number
}

/** Enough for every format's signature, and for telling the encoding of a text. */
export const headBytes = 65_536

/** Leftovers of killed processes and of rolled-back transactions are younger than this while they may still be in use. */
const dayMilliseconds = 86_400_000

/** Opens the store, making its folder, and sweeps what killed processes left half-written more than a day ago. */
export async function openFileStore(folder: string, reserveBytes = 268_435_456): Promise<FileStore> {
  const store = { folder, reserveBytes }
  await mkdir(incomingFolder(store), { recursive: true, mode: 0o700 })
  await mkdir(unfinishedFolder(store), { recursive: true, mode: 0o700 })
  await sweepIncoming(store)
  return store
}

/**
 * Takes in a stream: hashed and written chunk by chunk (memory stays flat, a slow disk slows the sender down), on the disk
 * before it is answered for, kept once however often it comes. When anything goes wrong nothing stays.
 *
 * The stream is left as it is when a file is refused; the caller decides whether to read on or to hang up.
 * @throws Refusal `too-large`, `invalid-input` (empty, or broken off), `unavailable` (disk full); what a check throws
 */
export async function receiveFile(
  store: FileStore,
  stream: Readable,
  options: ReceiveOptions,
): Promise<ReceivedFile> {
  // It may break off while nobody listens yet; reading it then says so.
  stream.on('error', () => {})
  if ((options.expectedBytes ?? 0) > options.limitBytes) throw tooLarge(options.limitBytes)
  if (options.expectedBytes === 0) throw emptyFile()
  await refuseFullDisk(store, options.expectedBytes ?? 0)

  const path = join(incomingFolder(store), randomUUID())
  let file: FileHandle | undefined
  try {
    file = await open(path, 'wx+', 0o600)
    const received = await write(file, stream, options)
    const opened = file
    await options.checkWhole?.((position, length) => readBytes(opened, position, length), received.size)
    // Read-only from here on: originals are never altered.
    await file.chmod(0o400)
    await file.sync()
    await keep(store, path, received.digest)
    return received
  } catch (error) {
    throw isFullDisk(error) ? diskFull() : error
  } finally {
    await file?.close().catch(() => {})
    await rm(path, { force: true })
  }
}

/**
 * Looks at a whole file that arrived bit by bit, in several requests perhaps: its first bytes, all of it, its digest (in another
 * thread, memory stays flat), and that it is on the disk. It is not kept yet: `keepArrived` does that.
 * @throws Refusal `too-large`, `invalid-input` (empty), `unavailable` (disk full); what a check throws
 */
export async function examineArrived(
  path: string,
  { limitBytes, checkHead, checkWhole }: Pick<ReceiveOptions, 'limitBytes' | 'checkHead' | 'checkWhole'>,
): Promise<ReceivedFile> {
  try {
    await using file = await open(path, 'r+')
    const { size } = await file.stat()
    if (size === 0) throw emptyFile()
    if (size > limitBytes) throw tooLarge(limitBytes)
    const read: ReadBytes = (position, length) => readBytes(file, position, length)
    const head = await read(0, Math.min(size, headBytes))
    await checkHead?.(head)
    await checkWhole?.(read, size)
    await file.sync()
    return { digest: await hashFile(path), size, head }
  } catch (error) {
    throw isFullDisk(error) ? diskFull() : error
  }
}

/** Keeps a file that was examined, which must stand on the same disk; it is gone from where it was. */
export async function keepArrived(store: FileStore, path: string, digest: string): Promise<void> {
  await using file = await open(path, 'r')
  await file.chmod(0o400)
  // Its last byte may be a day old; the sweep leaves alone what is young.
  await utimes(path, new Date(), new Date())
  await keep(store, path, digest)
}

/** Where uploads lie that come in several requests. No backup takes it along: its name begins with a dot. */
export const unfinishedFolder = (store: FileStore): string => join(store.folder, '.uploads')

async function write(file: FileHandle, stream: Readable, options: ReceiveOptions): Promise<ReceivedFile> {
  const hash = createHash('sha256')
  const head = Buffer.alloc(headBytes)
  let size = 0
  let isHeadChecked = false
  for await (const chunk of chunksOf(stream, options)) {
    if (size + chunk.length > options.limitBytes) throw tooLarge(options.limitBytes)
    if (size < headBytes) chunk.copy(head, size)
    size += chunk.length
    if (!isHeadChecked && size >= headBytes) {
      await options.checkHead?.(head)
      isHeadChecked = true
    }
    hash.update(chunk)
    await file.appendFile(chunk)
  }
  if (size === 0) throw emptyFile()
  if (options.expectedBytes !== undefined && size !== options.expectedBytes) throw brokenOff()
  const wholeHead = head.subarray(0, Math.min(size, headBytes))
  if (!isHeadChecked) await options.checkHead?.(wholeHead)
  return { digest: hash.digest('hex'), size, head: wholeHead }
}

/** The chunks of a stream; a refusal leaves the stream open, so that an answer can still be sent over its socket. */
async function* chunksOf(
  stream: Readable,
  { signal, stallSeconds = 60 }: ReceiveOptions,
): AsyncGenerator<Buffer> {
  const giveUp = () => void stream.destroy(new Error('the upload was given up'))
  const timer = setTimeout(giveUp, stallSeconds * 1_000)
  using _listener = signal && addAbortListener(signal, giveUp)
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
      timer.refresh()
      yield chunk
    }
  } catch {
    // The stream failed, not us: what we throw ourselves is thrown outside of this generator.
    throw brokenOff()
  } finally {
    clearTimeout(timer)
  }
}

async function readBytes(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}

/** Puts a whole file in its place. The same digest means the same bytes, so replacing is harmless and makes it young again. */
async function keep(store: FileStore, path: string, digest: string): Promise<void> {
  const target = pathOf(store, digest)
  const made = await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await rename(path, target)
  await syncFolder(dirname(target))
  // New folders are only safe once their parents are on the disk too.
  if (made) for (const folder of [dirname(dirname(target)), store.folder]) await syncFolder(folder)
}

async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, 'r')
  await folder.sync()
}

/** The part of a file to read, both ends included. */
export type ByteRange = { readonly start: number; readonly end: number }

/**
 * A kept file, or a part of it, as a stream.
 * @throws Refusal `unavailable` when the bytes are gone from the disk
 */
export async function openFile(store: FileStore, digest: string, range?: ByteRange): Promise<Readable> {
  try {
    const file = await open(pathOf(store, digest), 'r')
    return file.createReadStream({ highWaterMark: 262_144, ...range })
  } catch (error) {
    throw isMissing(error) ? bytesGone() : error
  }
}

const pieceBytes = 262_144

/**
 * A kept file from front to back, in pieces that all come in one buffer: each is good until the next is asked for. A stream of 500 MB leaves 40 to 70 MB
 * of buffers behind that wait for the collector; this leaves none.
 * @throws Refusal `unavailable` when the bytes are gone from the disk
 */
export async function* piecesOf(store: FileStore, digest: string): AsyncGenerator<Uint8Array> {
  await using file = await open(pathOf(store, digest), 'r').catch((error) => {
    throw isMissing(error) ? bytesGone() : error
  })
  const buffer = Buffer.allocUnsafeSlow(pieceBytes)
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, pieceBytes, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/** Whether the bytes of a digest are there, with the right length. */
export async function isKept(store: FileStore, digest: string, size: number): Promise<boolean> {
  return stat(pathOf(store, digest)).then(
    (file) => file.size === size,
    () => false,
  )
}

/** Reads a kept file again and compares it with its digest: for `verify`. */
export async function checkKept(store: FileStore, digest: string): Promise<'sound' | 'altered' | 'missing'> {
  const hash = createHash('sha256')
  try {
    for await (const piece of piecesOf(store, digest)) hash.update(piece)
  } catch (error) {
    if (error instanceof Refusal) return 'missing'
    throw error
  }
  return hash.digest('hex') === digest ? 'sound' : 'altered'
}

/** The digests of all kept files that have not been touched for a day. */
export async function* oldDigests(store: FileStore, now = Date.now()): AsyncGenerator<string> {
  for (const first of await subfolders(store.folder))
    for (const second of await subfolders(join(store.folder, first)))
      for await (const { name } of await opendir(join(store.folder, first, second)))
        if (isDigest(name) && (await isOld(pathOf(store, name), now))) yield name
}

/** Removes a kept file unless it was stored again within the last day; true when it is gone. */
export async function removeOld(store: FileStore, digest: string, now = Date.now()): Promise<boolean> {
  if (!(await isOld(pathOf(store, digest), now))) return false
  await rm(pathOf(store, digest), { force: true })
  return true
}

/** Removes what killed processes left half-written more than a day ago; resolves to how many. */
export async function sweepIncoming(store: FileStore, now = Date.now()): Promise<number> {
  let swept = 0
  for (const name of await readdir(incomingFolder(store))) {
    const path = join(incomingFolder(store), name)
    if (!(await isOld(path, now))) continue
    await rm(path, { force: true })
    swept += 1
  }
  return swept
}

const incomingFolder = (store: FileStore): string => join(store.folder, 'incoming')

const isDigest = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)

function pathOf(store: FileStore, digest: string): string {
  if (!isDigest(digest)) throw new Error('A digest is 64 hexadecimal digits.')
  return join(store.folder, digest.slice(0, 2), digest.slice(2, 4), digest)
}

async function subfolders(path: string): Promise<string[]> {
  return (await readdir(path)).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()
}

async function isOld(path: string, now: number): Promise<boolean> {
  return stat(path).then(
    (file) => file.mtimeMs < now - dayMilliseconds,
    () => false,
  )
}

/**
 * Refuses when so many more bytes would leave too little room.
 * @throws Refusal `unavailable`
 */
export async function refuseFullDisk(store: FileStore, wantedBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(store.folder)
  if (bavail * bsize - wantedBytes < store.reserveBytes) throw diskFull()
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code
const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'
const isFullDisk = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(codeOf(error)))

/** Bytes as people say them: 50 MB, 4 GB. */
export function sayBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return `${Math.round((bytes / 1_024 ** power) * 10) / 10} ${units[power]}`
}

/** A file of more bytes than its kind may have. */
export const tooLarge = (limitBytes: number): Refusal =>
  new Refusal(
    'too-large',
    {
      zh: `这类文件不能超过 ${sayBytes(limitBytes)}，没有保存。请压缩或拆分后分别上传。`,
      en: `Files of this kind may have at most ${sayBytes(limitBytes)}; it was not kept. Compress it, or split it and upload the parts.`,
    },
    { facts: { limitBytes } },
  )

/** A file without a byte. */
export const emptyFile = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '文件是空的，没有保存。请核对后选择正确的文件重新上传。',
    en: 'The file is empty and was not kept. Check it and choose the right one.',
  })

const brokenOff = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '上传中断，文件没有保存。请检查网络后重新上传。',
    en: 'The upload broke off and the file was not kept. Check the network and upload it again.',
  })

const diskFull = (): Refusal =>
  new Refusal('unavailable', {
    zh: '服务器存储空间不足，文件没有保存。请联系系统管理员清理或扩容后再上传；其他内容不受影响。',
    en: 'The server has no room left and the file was not kept. Ask the system administrator to free or add space, then upload it again; nothing else is affected.',
  })

const bytesGone = (): Refusal =>
  new Refusal('unavailable', {
    zh: '存储中找不到这个文件的内容，无法打开。请立即告知系统管理员，从备份中恢复。',
    en: 'The bytes of this file are not in the store, so it cannot be opened. Tell the system administrator at once, who restores them from the backup.',
  })
