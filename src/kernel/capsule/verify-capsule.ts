import type { z } from 'zod'
import { canonical } from '../canonical.ts'
import { suiteOf } from '../event-chain.ts'
import type { EventRecord } from '../event-record.ts'
import { hexDigest } from '../hash-suite.ts'
import { fromHex } from '../hex.ts'
import { Refusal } from '../refusal.ts'
import { isSealSigned, type SealRecord, sealHash } from '../seal.ts'
import { isSignedBy, keyIdOf } from '../signature.ts'
import type { Words } from '../words.ts'
import { type CapsuleFault, capsuleFault } from './capsule-fault.ts'
import {
  CapsuleEvent,
  CapsuleFile,
  CapsuleLetter,
  CapsuleList,
  CapsuleMatter,
  CapsuleSeals,
  CapsuleSignature,
  capsuleBytes,
  fixedItems,
  listPath,
  signaturePath,
} from './capsule-shapes.ts'
import { type ChainSummary, chainAudit } from './chain-audit.ts'
import { type Accuse, type CapsuleSource, type Part, readBeginning, walkContainer } from './walk-container.ts'

export type VerifyCapsuleOptions = {
  /** Accept only these keys, by their fingerprints. Without, the capsule only vouches for itself: compare the fingerprint. */
  readonly trustedKeys?: readonly string[] | undefined
  /** Events that were disclosed since, whole and with their salts: are they those of which the capsule holds the hashes? */
  readonly disclosed?: readonly EventRecord[] | undefined
  /** Bytes looked at so far, of all. */
  readonly progress?: (done: number, all: number) => void
}

/** What a capsule holds, and everything that does not fit. */
export type CapsuleReport = {
  readonly isSound: boolean
  readonly matter: string
  readonly number: string
  readonly title: string | null
  readonly kind: Words | null
  readonly version: number
  readonly head: string
  readonly reader: CapsuleList['reader']
  readonly masked: boolean
  /** The key that signed the capsule, and all keys of its seals. */
  readonly signedBy: string
  readonly keys: readonly {
    readonly keyId: string
    /** Null when nobody said which keys to trust. */
    readonly isTrusted: boolean | null
  }[]
  readonly items: readonly { readonly path: string; readonly size: number; readonly isSound: boolean }[]
  readonly events: Omit<ChainSummary, 'mentions'>
  readonly letters: readonly {
    readonly number: string
    readonly void: boolean
    readonly path: string | null
  }[]
  readonly files: readonly { readonly name: string; readonly size: number; readonly path: string | null }[]
  /** The disclosed events, in the order they were given, and whether each is the event of that number. */
  readonly disclosed: readonly {
    readonly seq: number
    readonly isOfCapsule: boolean
    /** What does not fit; left out where it is the event. */
    readonly why?: Words
  }[]
  readonly faults: readonly CapsuleFault[]
  readonly faultCount: number
}

const mostFaults = 200
/** What is read whole: everything but events, letters and files. */
const mostWholeBytes = 67_108_864
const mostLineBytes = 8_388_608
const pieceBytes = 1_048_576

/**
 * Checks a capsule with nothing but its bytes: every byte of the container, the node's signature over the list, the digest of each part, the
 * chain of events with its seals, and that letters and files are those the events tell of. Reads each part once from front to back and never
 * holds more than a piece of it.
 * @throws Refusal `invalid-input` when the file is no capsule at all
 */
export async function verifyCapsule(
  source: CapsuleSource,
  { trustedKeys, disclosed = [], progress }: VerifyCapsuleOptions = {},
): Promise<CapsuleReport> {
  const faults: CapsuleFault[] = []
  let faultCount = 0
  const blamed = new Set<string>()
  const accuse: Accuse = (what, place, why) => {
    faultCount += 1
    blamed.add(place.item)
    if (faults.length < mostFaults) faults.push(capsuleFault(what, place, why))
  }

  const { list: first, signature: second } = await readBeginning(source)
  const list = readList(first.bytes)
  const items = [
    { ...first.entry, digest: hexDigest('sha256', first.bytes) },
    { ...second.entry, digest: hexDigest('sha256', second.bytes) },
    ...list.items,
  ]
  const signature = checkSignature(first.bytes, second.bytes, accuse)
  const parts = await walkContainer(source, items, accuse)
  const whole = contentReader(source, parts, accuse)

  const seals = await whole('seals.json', CapsuleSeals)
  const keys = new Set([
    ...(signature ? [signature.keyId] : []),
    ...(seals?.seals.map(({ keyId }) => keyId) ?? []),
  ])
  for (const keyId of keys)
    if (trustedKeys && !trustedKeys.includes(keyId))
      accuse(
        'other-key',
        { item: keyId === signature?.keyId ? signaturePath : 'seals.json' },
        reasons.untrusted(keyId),
      )
  const audit = chainAudit(list, sealsByNumber(seals, accuse), accuse)
  const wanted = new Set(disclosed.map(({ seq }) => seq))
  const hashes = new Map<number, string>()
  await readLines(source, parts.get('events.jsonl'), (text) => {
    const parsed = text === undefined ? undefined : canonicalJson(text, CapsuleEvent)
    const { seq, hash } = parsed?.as === 'withheld' ? parsed : (parsed?.event ?? { seq: 0, hash: '' })
    if (wanted.has(seq)) hashes.set(seq, hash)
    if (parsed) audit.take(parsed)
    else audit.unreadable()
  })
  const { mentions, ...events } = audit.end()

  const matter = await whole('matter.json', CapsuleMatter)
  const letters = (await whole('letters.json', CapsuleLetter.array().max(20_000))) ?? []
  const files = (await whole('files.json', CapsuleFile.array().max(20_000))) ?? []
  checkLetters(letters, list, mentions, accuse)
  checkFiles(files, list, mentions, accuse)
  if (matter && (matter.id !== list.matter || matter.number !== list.number))
    accuse('altered', { item: 'matter.json' }, reasons.otherMatter)

  await checkDigests(source, items, parts, blamed, accuse, progress)
  return {
    isSound: faultCount === 0,
    matter: list.matter,
    number: list.number,
    title: matter?.title ?? null,
    kind: matter?.kind ?? null,
    version: list.version,
    head: list.head,
    reader: list.reader,
    masked: list.masked,
    signedBy: signature?.keyId ?? '',
    keys: [...keys].map((keyId) => ({ keyId, isTrusted: trustedKeys ? trustedKeys.includes(keyId) : null })),
    items: items.map(({ path, size }) => ({ path, size, isSound: !blamed.has(path) })),
    events,
    letters: letters.map(({ number, void: isVoid, path }) => ({ number, void: isVoid, path })),
    files: files.map(({ name, size, path }) => ({ name, size, path })),
    disclosed: disclosed.map((event) => {
      const why = misfitOf(event, list, hashes.get(event.seq))
      return { seq: event.seq, isOfCapsule: why === undefined, ...(why ? { why } : {}) }
    }),
    faults,
    faultCount,
  }
}

/** Why a disclosed event is not the one of which the capsule holds this hash; nothing where it is. */
function misfitOf(event: EventRecord, list: CapsuleList, hash: string | undefined): Words | undefined {
  if (event.matter !== list.matter) return reasons.elsewhere
  if (hash === undefined) return reasons.noEvent(event.seq)
  if (suiteOf(event) !== event.suite) return event.salt ? reasons.eventAltered : reasons.eventUnsalted
  return hash === event.hash ? undefined : reasons.otherEvent(event.seq)
}

/** The list has to be what this program writes, or nothing else can be checked by it. */
function readList(bytes: Uint8Array): CapsuleList {
  const text = textOf(bytes)
  const list = text === undefined ? undefined : canonicalJson(text, CapsuleList)
  const names = list?.items.map(({ path }) => path) ?? []
  if (
    list &&
    fixedItems.every((path, index) => names[index] === path) &&
    !names.includes(listPath) &&
    !names.includes(signaturePath)
  )
    return list
  throw new Refusal('invalid-input', {
    zh: '档案包的清单（capsule.json）损坏或不合格式，不能核验。请向出具单位重新索取原件。',
    en: 'The list of the capsule (capsule.json) is damaged or of another format, so nothing can be verified. Ask whoever issued it for the original.',
  })
}

function checkSignature(list: Uint8Array, bytes: Uint8Array, accuse: Accuse): CapsuleSignature | undefined {
  const text = textOf(bytes)
  const signature = text === undefined ? undefined : canonicalJson(text, CapsuleSignature)
  if (!signature) {
    accuse('altered', { item: signaturePath }, reasons.shape)
    return undefined
  }
  const key = fromHex(signature.publicKey)
  if (keyIdOf(key) !== signature.keyId) accuse('altered', { item: signaturePath }, reasons.key)
  else if (!isSignedBy(signature.suite, key, capsuleBytes(list), fromHex(signature.signature)))
    accuse('wrong-signature', { item: listPath }, reasons.signature)
  return signature
}

/** The seals by their numbers; each that is not signed by its own key, or stands in another order, is named. */
function sealsByNumber(
  seals: CapsuleSeals | undefined,
  accuse: Accuse,
): ReadonlyMap<number, SealRecord> | undefined {
  if (!seals) return undefined
  const keys = new Map(seals.keys.map(({ keyId, publicKey }) => [keyId, fromHex(publicKey)]))
  const byNumber = new Map<number, SealRecord>()
  let last: SealRecord | undefined
  for (const seal of seals.seals) {
    const place = { item: 'seals.json', seal: seal.no }
    const key = keys.get(seal.keyId)
    if (byNumber.has(seal.no)) accuse('added', place, reasons.twice)
    else if (last && seal.no < last.no) accuse('reordered', place, reasons.sealOrder)
    if (!key || keyIdOf(key) !== seal.keyId) accuse('wrong-signature', place, reasons.key)
    else if (!isSealSigned(seal, key)) accuse('wrong-signature', place, reasons.sealSignature)
    else if (last && seal.no === last.no + 1 && seal.prevHash !== sealHash(last))
      accuse('altered', place, reasons.sealLink)
    byNumber.set(seal.no, seal)
    last = seal
  }
  return byNumber
}

function checkLetters(
  letters: readonly CapsuleLetter[],
  list: CapsuleList,
  mentions: ChainSummary['mentions'],
  accuse: Accuse,
): void {
  const seen = new Set<string>()
  for (const letter of letters) {
    const place = { item: 'letters.json', letter: letter.number }
    const told = mentions.letters.get(letter.id)
    if (seen.has(letter.id)) accuse('added', place, reasons.twice)
    seen.add(letter.id)
    if (
      letter.content !== null &&
      letter.digest !== null &&
      hexDigest('sha256', canonical(letter.content)) !== letter.digest
    )
      accuse('altered', place, reasons.letterContent)
    else if (
      told &&
      (isOther(told.digest, letter.digest) || told.seq !== letter.seq || told.number !== letter.number)
    )
      accuse('altered', place, reasons.letterEvent(told.seq))
    else if (!told && mentions.recorded.has(letter.seq)) accuse('added', place, reasons.untold(letter.seq))
    checkPath(letter.path, list, undefined, place, accuse)
  }
  for (const [id, { number }] of mentions.letters)
    if (!seen.has(id)) accuse('dropped', { item: 'letters.json', letter: number }, reasons.toldOf)
}

function checkFiles(
  files: readonly CapsuleFile[],
  list: CapsuleList,
  mentions: ChainSummary['mentions'],
  accuse: Accuse,
): void {
  const seen = new Set<string>()
  for (const file of files) {
    const place = { item: 'files.json', file: file.name }
    const told = mentions.files.get(file.id)
    if (seen.has(file.id)) accuse('added', place, reasons.twice)
    seen.add(file.id)
    if (told && (isOther(told.digest, file.digest) || told.size !== file.size || told.name !== file.name))
      accuse('altered', place, reasons.fileEvent(told.seq))
    checkPath(file.path, list, file, place, accuse)
  }
  for (const [id, { name }] of mentions.files)
    if (!seen.has(id)) accuse('dropped', { item: 'files.json', file: name }, reasons.toldOf)
}

/** Two digests that are both there and differ: in a masked capsule either may be left out. */
const isOther = (told: string | undefined, given: string | null): boolean =>
  told !== undefined && given !== null && told !== given

/** What is said to stand in the capsule has to be one of its parts, with the digest it is said to have. */
function checkPath(
  path: string | null,
  list: CapsuleList,
  file: { readonly digest: string | null; readonly size: number } | undefined,
  place: { readonly item: string },
  accuse: Accuse,
): void {
  if (path === null) return
  const part = list.items.find((item) => item.path === path)
  if (!part) accuse('dropped', place, reasons.noPart)
  else if (file && (part.digest !== file.digest || part.size !== file.size))
    accuse('altered', { ...place, item: path }, reasons.otherFile)
}

/** The digest of every part; where a fault of it was already named, once is enough. */
async function checkDigests(
  source: CapsuleSource,
  items: readonly { readonly path: string }[],
  parts: ReadonlyMap<string, Part>,
  blamed: ReadonlySet<string>,
  accuse: Accuse,
  progress: VerifyCapsuleOptions['progress'],
): Promise<void> {
  let done = 0
  for (const { path } of items.slice(2)) {
    const part = parts.get(path)
    if (!part || part.at + part.size > source.size) continue
    const before = done
    const digest = part.fits
      ? await source.hash(part.at, part.size, (bytes) => progress?.(before + bytes, source.size))
      : ''
    done += part.size
    if (digest !== part.digest && !blamed.has(path)) accuse('altered', { item: path }, reasons.digest)
  }
  progress?.(source.size, source.size)
}

/** Reads small parts whole and checks their shape; a part that is not there was already named. */
function contentReader(source: CapsuleSource, parts: ReadonlyMap<string, Part>, accuse: Accuse) {
  return async <S extends z.ZodType>(path: string, shape: S): Promise<z.infer<S> | undefined> => {
    const part = parts.get(path)
    if (!part?.fits || part.at + part.size > source.size) return undefined
    const text = part.size > mostWholeBytes ? undefined : textOf(await source.read(part.at, part.size))
    const content = text === undefined ? undefined : canonicalJson(text, shape)
    if (content === undefined) accuse('altered', { item: path }, reasons.shape)
    return content
  }
}

/** Gives each line of a part; nothing instead of one that is too long or no text. */
async function readLines(
  source: CapsuleSource,
  part: Part | undefined,
  take: (text: string | undefined) => void,
): Promise<void> {
  if (!part) return
  const end = Math.min(part.at + part.size, source.size)
  let [rest, isTooLong] = [new Uint8Array(0), false]
  for (let at = part.at; at < end; ) {
    const piece = await source.read(at, Math.min(pieceBytes, end - at))
    if (piece.length === 0) return
    at += piece.length
    let from = 0
    for (let to = piece.indexOf(10); to >= 0; to = piece.indexOf(10, from)) {
      take(isTooLong ? undefined : textOf(joinedBytes(rest, piece.subarray(from, to))))
      ;[rest, isTooLong, from] = [new Uint8Array(0), false, to + 1]
    }
    rest = joinedBytes(rest, piece.subarray(from))
    if (rest.length > mostLineBytes) [rest, isTooLong] = [new Uint8Array(0), true]
  }
  if (rest.length > 0) take(undefined)
}

function joinedBytes(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(a.length + b.length)
  bytes.set(a)
  bytes.set(b, a.length)
  return bytes
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** JSON of a shape, written in the one canonical way; else nothing, so that nobody can hide a second meaning in it. */
function canonicalJson<S extends z.ZodType>(text: string, shape: S): z.infer<S> | undefined {
  try {
    const content: unknown = JSON.parse(text)
    if (canonical(content) !== text) return undefined
    return shape.safeParse(content).data
  } catch {
    // No JSON, or JSON that no event, letter or list can be.
    return undefined
  }
}

const reasons = {
  shape: { zh: '它不是原来的格式。', en: 'It is not what such a part looks like.' },
  key: { zh: '公钥与它的指纹不符。', en: 'The public key is not the one its fingerprint names.' },
  signature: {
    zh: '清单不是签名时的样子：清单或签名被改动过。',
    en: 'The list is not what was signed: list or signature was altered.',
  },
  untrusted: (keyId: string) => ({
    zh: `签名密钥的指纹是 ${keyId}，不是您指定的。`,
    en: `The fingerprint of the key is ${keyId}, which is not one you named.`,
  }),
  twice: { zh: '它出现了两次。', en: 'It comes twice.' },
  sealOrder: { zh: '它排在后一次封存之后。', en: 'It stands behind a later one.' },
  sealSignature: { zh: '签名与封存的内容不符。', en: 'The signature does not belong to what the seal says.' },
  sealLink: { zh: '它接续的不是前一次封存。', en: 'It does not continue the seal before it.' },
  letterContent: { zh: '函件内容与登记的摘要不符。', en: 'What it says does not give its digest.' },
  letterEvent: (seq: number) => ({
    zh: `与第 ${seq} 条记录所载的函件不同。`,
    en: `It is not the letter that event ${seq} tells of.`,
  }),
  untold: (seq: number) => ({
    zh: `第 ${seq} 条记录没有载明这件函件。`,
    en: `Event ${seq} does not tell of it.`,
  }),
  toldOf: { zh: '记录中载明，这里没有。', en: 'The events tell of it; it is not here.' },
  fileEvent: (seq: number) => ({
    zh: `与第 ${seq} 条记录登记的文件不同。`,
    en: `It is not the file that event ${seq} recorded.`,
  }),
  noPart: { zh: '它所指的内容不在清单中。', en: 'The list does not name the content it points to.' },
  otherFile: {
    zh: '包中的内容不是登记的那个文件。',
    en: 'What stands in the capsule is not the file that was recorded.',
  },
  otherMatter: { zh: '它说的是另一件事项。', en: 'It tells of another matter.' },
  elsewhere: { zh: '它属于另一件事项。', en: 'It belongs to another matter.' },
  noEvent: (seq: number) => ({
    zh: `档案包中没有第 ${seq} 条记录，可能是在导出之后记下的。`,
    en: `The capsule has no event ${seq}; it may have been recorded after the export.`,
  }),
  eventAltered: {
    zh: '它的内容算不出它自己的校验码：出具后被改动过。',
    en: 'Its content does not give its own hash: it was altered after it was handed out.',
  },
  eventUnsalted: {
    zh: '它的内容算不出它自己的校验码：被改动过，或缺少盐值。请使用出具的原文件。',
    en: 'Its content does not give its own hash: it was altered, or its salt is missing. Use the file as it was handed out.',
  },
  otherEvent: (seq: number) => ({
    zh: `它自身完整，但校验码与档案包第 ${seq} 条记录的不同。`,
    en: `It is whole in itself, but its hash is not that of event ${seq} of the capsule.`,
  }),
  digest: { zh: '内容与清单中的摘要不符。', en: 'Its content does not give the digest of the list.' },
} satisfies Record<string, Words | ((...args: never[]) => Words)>
