import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { canonical } from '../../kernel/canonical.ts'
import {
  type CapsuleEvent,
  type CapsuleItem,
  type CapsuleList,
  capsuleBytes,
  isSafePath,
  listPath,
  signaturePath,
} from '../../kernel/capsule/capsule-shapes.ts'
import { archiveEnd, directoryEntry, localHeader } from '../../kernel/capsule/zip-layout.ts'
import { hexDigest } from '../../kernel/hash-suite.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type AgencyActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type FileStore, piecesOf } from '../../platform/file-store.ts'
import type { SigningKey } from '../../platform/signing.ts'
import { makeLetter, type Press } from '../letters/letters.ts'
import type { RevealPurpose } from '../matters/matters.ts'
import { capsuleIndex } from './capsule-index.ts'
import { type ProvenHash, proveEvents } from './prove-events.ts'
import {
  capsuleFile,
  capsuleLetter,
  capsuleMatter,
  type ReadMatter,
  readForCapsule,
} from './read-for-capsule.ts'
import { sealPending } from './seal-pending.ts'

/** What capsules are made with. */
export type CapsuleParts = {
  readonly db: Db
  readonly store: FileStore
  readonly press: Press
  /** The node's key: it seals what still waits, and signs the capsule. */
  readonly signingKey: () => Promise<SigningKey>
}

/** What somebody asks for. Without a purpose personal data is masked, and letters and files are listed without their bytes. */
export type WantedCapsule = { readonly matterId: string; readonly purpose?: RevealPurpose | undefined }

/** A capsule on its way out. */
export type Capsule = {
  readonly fileName: string
  readonly size: number
  readonly list: CapsuleList
  /** Its bytes, once; files are read as they are asked for, and each piece is good until the next is. */
  bytes(): AsyncGenerator<Uint8Array>
}

/** A part with its content. */
type Content = CapsuleItem & { open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/**
 * Makes the capsule 事项档案包 of a matter as its reader sees it. The same matter gives the same bytes: no time of export, no name of who asked,
 * signatures that are a function of what they sign. Events that wait are sealed first; while the log cannot be sealed they go out marked as
 * waiting. Files are read twice, for their checksums and for sending, and are never in memory; no transaction is open meanwhile.
 * @throws Refusal `not-found`; `unavailable` when a file's bytes are gone or altered, or the key cannot be used
 */
export async function exportCapsule(
  { db, store, press, signingKey }: CapsuleParts,
  actor: AgencyActor,
  { matterId, purpose }: WantedCapsule,
): Promise<Capsule> {
  const read = await asActor(db, actor, (tx) => readForCapsule(tx, actor, matterId, purpose))
  const { view, isMasked } = read
  const key = await signingKey()
  await sealPending(db, key)
  const { hashes, seals, keys } = await asActor(db, systemActor('capsule'), (tx) =>
    proveEvents(tx, matterId, view.version),
  )

  const bytes: Content[] = []
  const letters = []
  for (const [index, letter] of read.letters.entries()) {
    const path = isMasked ? null : pathIn('letters', index, `${letter.number} ${letter.content.title}.pdf`)
    if (path) bytes.push(await keptContent(store, path, await makeLetter({ db, store, press }, letter.id)))
    letters.push(capsuleLetter(letter, path, isMasked))
  }
  const files = []
  for (const [index, file] of read.files.entries()) {
    const path = isMasked ? null : pathIn('files', index, file.name)
    if (path) bytes.push(await keptContent(store, path, file.digest))
    files.push(capsuleFile(file, path, isMasked))
  }
  const matter = capsuleMatter(read)
  const checklist = view.materials.map(({ item, words, required, files: given, notApplicable }) => ({
    item,
    words: { zh: words.zh, en: words.en },
    required,
    files: [...given],
    notApplicable,
    satisfied: given.length > 0 || notApplicable !== null,
  }))
  const contents = [
    textContent(
      'index.html',
      capsuleIndex({ matter, checklist, letters, files, read, seals, hashes, signedBy: key.keyId }),
    ),
    textContent('matter.json', canonical(matter)),
    textContent('checklist.json', canonical(checklist)),
    textContent('seals.json', canonical({ keys, seals })),
    textContent('events.jsonl', eventLines(read, hashes)),
    textContent('letters.json', canonical(letters)),
    textContent('files.json', canonical(files)),
    ...bytes,
  ]
  const list: CapsuleList = {
    format: 'xiezhi.capsule.v1',
    matter: view.id,
    number: view.number,
    kind: view.kind,
    version: view.version,
    head: read.head,
    reader: read.reader,
    masked: isMasked,
    items: contents.map(({ path, size, digest, crc }) => ({ path, size, digest, crc })),
  }
  return packed(list, key, contents)
}

/** The list, its signature and the contents as one archive. */
export function packed(list: CapsuleList, key: SigningKey, contents: readonly Content[]): Capsule {
  if (key.suite !== 'ed25519-sha256') throw new Error(`Capsules are not signed with ${key.suite}.`)
  const first = textContent(listPath, canonical(list))
  const signature = key.sign(capsuleBytes(Buffer.from(canonical(list)))).toString('hex')
  const publicKey = key.publicKey.toString('hex')
  const second = textContent(
    signaturePath,
    canonical({ suite: key.suite, keyId: key.keyId, publicKey, signature }),
  )
  const all = [first, second, ...contents]
  const headers = all.map(localHeader)
  const starts: number[] = []
  let at = 0
  for (const [index, { size }] of all.entries()) {
    starts.push(at)
    at += (headers[index]?.length ?? 0) + size
  }
  const directory = Buffer.concat(all.map((item, index) => directoryEntry(item, starts[index] ?? 0)))
  const end = archiveEnd(all.length, directory.length, at)
  return {
    fileName: `${list.number} 事项档案包${list.masked ? '（已遮盖）' : ''}.zip`,
    size: at + directory.length + end.length,
    list,
    async *bytes() {
      for (const [index, { open }] of all.entries()) {
        yield headers[index] ?? new Uint8Array(0)
        yield* open()
      }
      yield directory
      yield end
    },
  }
}

/** Text as a part of a capsule. */
export function textContent(path: string, text: string): Content {
  const bytes = Buffer.from(text)
  const digest = hexDigest('sha256', bytes)
  return { path, size: bytes.length, digest, crc: crc32(bytes), open: () => [bytes] }
}

/** Kept bytes as a part: read once now, so that what was altered on the disk is refused before anything is sent. */
async function keptContent(store: FileStore, path: string, digest: string): Promise<Content> {
  const hash = createHash('sha256')
  let [size, crc] = [0, 0]
  for await (const piece of piecesOf(store, digest)) {
    hash.update(piece)
    crc = crc32(piece, crc)
    size += piece.length
  }
  if (hash.digest('hex') !== digest) throw bytesAltered()
  return { path, size, digest, crc, open: () => piecesOf(store, digest) }
}

/** One line for each event: as it was recorded, masked, or its hash alone. */
function eventLines({ events }: ReadMatter, hashes: readonly ProvenHash[]): string {
  const seen = new Map(events.map((each) => [each.event.seq, each]))
  return hashes
    .map(({ seq, hash, sealed }): CapsuleEvent => {
      const own = seen.get(seq)
      if (!own) return { as: 'withheld', seq, hash, sealed }
      return { as: own.isMasked ? 'masked' : 'recorded', event: own.event, sealed }
    })
    .map((line) => `${canonical(line)}\n`)
    .join('')
}

const mostNameLetters = 80

/** `files/001 现场照片.jpg`: a place every system can unpack to, with the name people know. */
function pathIn(folder: string, index: number, name: string): string {
  const dot = name.lastIndexOf('.')
  const [stem, ending] =
    dot > 0 && name.length - dot <= 10 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  const clean = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]/gu, '_')
  const short = [...clean(stem)].slice(0, mostNameLetters).join('').trim()
  const number = String(index + 1).padStart(3, '0')
  const path = `${folder}/${number} ${short}${clean(ending).trimEnd()}`.replace(/[. ]+$/, '')
  return isSafePath(path) ? path : `${folder}/${number}`
}

const bytesAltered = (): Refusal =>
  new Refusal('unavailable', {
    zh: '存储中的一个文件与登记的摘要不符，没有导出。请立即告知系统管理员，从备份中恢复后再导出。',
    en: 'A file in the store is not what was recorded, so nothing was exported. Tell the system administrator at once, who restores it from the backup.',
  })
