import { createHash, createPrivateKey } from 'node:crypto'
import { packed, textContent } from '../src/features/proof/export-capsule.ts'
import { canonical } from '../src/kernel/canonical.ts'
import type {
  CapsuleEvent,
  CapsuleFile,
  CapsuleLetter,
  CapsuleList,
  CapsuleMatter,
} from '../src/kernel/capsule/capsule-shapes.ts'
import type { CapsuleSource } from '../src/kernel/capsule/walk-container.ts'
import { hashEvent } from '../src/kernel/event-chain.ts'
import type { EventRecord } from '../src/kernel/event-record.ts'
import { hexDigest } from '../src/kernel/hash-suite.ts'
import { fromHex, toHex } from '../src/kernel/hex.ts'
import { inclusionPath, merkleRoot } from '../src/kernel/merkle.ts'
import { type SealRecord, sealBytes, sealHash } from '../src/kernel/seal.ts'
import { type SigningKey, signingKey } from '../src/platform/signing.ts'

/** What a capsule is packed from, before anybody changes it. */
export type CapsuleModel = {
  matter: CapsuleMatter
  checklist: object[]
  events: EventRecord[]
  /** Numbers of the events the reader may not see. */
  withheld: number[]
  seals: SealRecord[]
  letters: CapsuleLetter[]
  files: CapsuleFile[]
  bytes: { path: string; text: string }[]
}

/** An Ed25519 key from its 32 secret bytes, behind the fixed beginning of PKCS #8. */
export function keyOf(seed: string): SigningKey {
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex')
  return signingKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
}

/** The keys of RFC 8032, section 7.1, tests 1 and 2. */
export const nodeKey = keyOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')
export const otherKey = keyOf('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb')

const matterId = '0190a5f0-7c3e-7b1a-9c55-000000000001'
const tieling = {
  id: '0190a5f0-7c3e-7b1a-9c55-0000000000a1',
  name: '甲市支队（示例）',
  nameEn: 'Detachment A (example)',
}
const siping = {
  id: '0190a5f0-7c3e-7b1a-9c55-0000000000a2',
  name: '乙市支队（示例）',
  nameEn: 'Detachment B (example)',
}
const letterId = '0190a5f0-7c3e-7b1a-9c55-0000000000c1'
const fileId = '0190a5f0-7c3e-7b1a-9c55-0000000000d1'
const bothId = '0190a5f0-7c3e-7b1a-9c55-0000000000d2'

const photograph = '照片的字节 '.repeat(20)
const statement = '笔录的字节 '.repeat(30)
const printed = '%PDF-1.7 函件的字节 '.repeat(10)
const letterContent = {
  title: '案件移送函（示例）',
  number: '甲运移〔2026〕1号',
  parts: [{ sort: 'paragraph', text: '现予移送。' }],
}
const letterDigest = hexDigest('sha256', canonical(letterContent))
const digestOf = (text: string) => hexDigest('sha256', text)
const sizeOf = (text: string) => Buffer.byteLength(text)

/** A case transfer of six events with a letter and two files, under two seals; the reader may not see event 3. */
export function aCapsuleModel(key: SigningKey = nodeKey): CapsuleModel {
  const events = chained([
    { type: 'open', body: { kind: 'case-transfer' }, visibleTo: [tieling.id] },
    {
      type: 'file.added',
      body: {
        file: fileId,
        name: '现场照片.jpg',
        digest: digestOf(photograph),
        size: sizeOf(photograph),
        item: 'photo',
      },
      visibleTo: [tieling.id],
    },
    { type: 'say', body: { form: { text: '内部意见（示例）' } }, visibleTo: [siping.id] },
    {
      type: 'file.added',
      body: {
        file: bothId,
        name: '询问笔录.txt',
        digest: digestOf(statement),
        size: sizeOf(statement),
        item: null,
      },
      visibleTo: null,
    },
    {
      type: 'send',
      body: { form: {}, letters: [{ id: letterId, number: letterContent.number, digest: letterDigest }] },
      visibleTo: null,
    },
    { type: 'acknowledge', body: { form: { note: '收到。' } }, visibleTo: null },
  ])
  return {
    matter: {
      id: matterId,
      kind: { zh: '案件移送', en: 'Case transfer' },
      number: '案移-20260305-000001',
      title: '超限运输（示例）',
      urgency: 'normal',
      opener: tieling,
      lead: siping,
      alliance: null,
      openedAt: events[0]?.at ?? '',
      settledAt: null,
      restricted: false,
      legs: [],
      clocks: [],
      links: [],
      content: { summary: '超限 19.4 吨（示例）' },
    },
    checklist: [
      {
        item: 'photo',
        words: { zh: '现场照片', en: 'Photographs' },
        required: true,
        files: [fileId],
        notApplicable: null,
        satisfied: true,
      },
    ],
    events,
    withheld: [3],
    seals: sealed(events, key),
    letters: [
      {
        id: letterId,
        seq: 5,
        type: 'case-transfer',
        number: letterContent.number,
        code: 'EXAMPLE',
        at: events[4]?.at ?? '',
        void: false,
        digest: letterDigest,
        content: letterContent,
        path: 'letters/001 案件移送函.pdf',
      },
    ],
    files: [
      aFile(fileId, '现场照片.jpg', photograph, 'files/001 现场照片.jpg', [2]),
      aFile(bothId, '询问笔录.txt', statement, 'files/002 询问笔录.txt', [4]),
    ],
    bytes: [
      { path: 'letters/001 案件移送函.pdf', text: printed },
      { path: 'files/001 现场照片.jpg', text: photograph },
      { path: 'files/002 询问笔录.txt', text: statement },
    ],
  }
}

const aFile = (id: string, name: string, text: string, path: string, custody: number[]): CapsuleFile => ({
  id,
  name,
  mediaType: 'application/octet-stream',
  size: sizeOf(text),
  digest: digestOf(text),
  item: null,
  note: null,
  leg: null,
  agency: tieling,
  addedBy: null,
  addedAt: '2026-03-05T01:30:02.000Z',
  internal: false,
  withdrawn: null,
  custody,
  path,
})

function chained(parts: readonly Pick<EventRecord, 'type' | 'body' | 'visibleTo'>[]): EventRecord[] {
  return relinked(
    parts.map(({ type, body, visibleTo }, index) => ({
      matter: matterId,
      node: 'liaoning',
      seq: index + 1,
      prevHash: null,
      at: `2026-03-05T01:30:0${index + 1}.000Z`,
      actor: { type: 'person', account: '0190a5f0-7c3e-7b1a-9c55-0000000000b1', agency: tieling.id },
      leg: null,
      type,
      body,
      visibleTo,
      salt: `${index + 1}`.repeat(32),
      suite: 'sha256',
      hash: '',
    })),
  )
}

/** Recomputes numbers, links and hashes, as somebody does who wants the chain to look right. */
export function relinked(events: readonly EventRecord[]): EventRecord[] {
  const linked: EventRecord[] = []
  for (const event of events) {
    const {
      hash: _,
      suite,
      ...content
    } = { ...event, seq: linked.length + 1, prevHash: linked.at(-1)?.hash ?? null }
    linked.push({ ...content, suite, hash: hashEvent(content, suite) })
  }
  return linked
}

/** Two seals over the events: the first four, and the rest. */
export function sealed(events: readonly EventRecord[], key: SigningKey): SealRecord[] {
  const seals: SealRecord[] = []
  for (const batch of [events.slice(0, 4), events.slice(4)]) {
    const last = seals.at(-1)
    const statement = {
      no: seals.length + 1,
      sealedAt: `2026-03-05T01:31:0${seals.length}.000Z`,
      count: batch.length,
      root: toHex(merkleRoot(batch.map(({ hash }) => fromHex(hash)))),
      prevHash: last ? sealHash(last) : null,
      suite: 'ed25519-sha256' as const,
      keyId: key.keyId,
    }
    seals.push({ ...statement, signature: key.sign(sealBytes(statement)).toString('hex') })
  }
  return seals
}

/** The lines of the events with their places under the seals, as an export writes them. */
export function linesOf({ events, withheld }: CapsuleModel): CapsuleEvent[] {
  return events.map((event, index) => {
    const [seal, batch, leaf] =
      index < 4 ? [1, events.slice(0, 4), index] : ([2, events.slice(4), index - 4] as const)
    const path = inclusionPath(
      batch.map(({ hash }) => fromHex(hash)),
      leaf,
    ).map(toHex)
    const place = { seal, leaf, path }
    return withheld.includes(event.seq)
      ? { as: 'withheld', seq: event.seq, hash: event.hash, sealed: place }
      : { as: 'recorded', event, sealed: place }
  })
}

export type Contents = { path: string; text: string }[]

/** The parts of a capsule in their order. */
export function contentsOf(model: CapsuleModel, key: SigningKey = nodeKey, lines = linesOf(model)): Contents {
  return [
    { path: 'index.html', text: '<!doctype html><title>示例</title>' },
    { path: 'matter.json', text: canonical(model.matter) },
    { path: 'checklist.json', text: canonical(model.checklist) },
    {
      path: 'seals.json',
      text: canonical({ keys: [{ keyId: key.keyId, publicKey: toHex(key.publicKey) }], seals: model.seals }),
    },
    { path: 'events.jsonl', text: lines.map((line) => `${canonical(line)}\n`).join('') },
    { path: 'letters.json', text: canonical(model.letters) },
    { path: 'files.json', text: canonical(model.files) },
    ...model.bytes,
  ]
}

/** The list of such contents. */
export function listOf(model: CapsuleModel, contents: Contents): CapsuleList {
  return {
    format: 'xiezhi.capsule.v1',
    matter: matterId,
    number: '案移-20260305-000001',
    kind: 'case-transfer',
    version: model.events.length,
    head: model.events.at(-1)?.hash ?? '',
    reader: tieling,
    masked: false,
    items: contents.map(({ path, text }) => {
      const { size, digest, crc } = textContent(path, text)
      return { path, size, digest, crc }
    }),
  }
}

/** A whole capsule in memory. With `list` it is packed as the list says it is, whatever the contents are. */
export async function packedCapsule(
  contents: Contents,
  list: CapsuleList,
  key: SigningKey = nodeKey,
): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const { bytes } = packed(
    list,
    key,
    contents.map(({ path, text }) => textContent(path, text)),
  )
  for await (const piece of bytes()) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The sound example. */
export async function aCapsule(): Promise<Buffer> {
  const model = aCapsuleModel()
  const contents = contentsOf(model)
  return packedCapsule(contents, listOf(model, contents))
}

/** A capsule in memory, to be verified. */
export const sourceOf = (bytes: Uint8Array): CapsuleSource => ({
  size: bytes.length,
  read: async (at, length) => bytes.subarray(at, at + length),
  hash: async (at, length) =>
    createHash('sha256')
      .update(bytes.subarray(at, at + length))
      .digest('hex'),
})
