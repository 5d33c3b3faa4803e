import { z } from 'zod'
import { EventRecord, Hash, Instant } from '../event-record.ts'
import { SealRecord } from '../seal.ts'

/** The shapes of what stands in a capsule 事项档案包: `protocol/capsule/README.md` says what each means. */

const Id = z.uuid()
const Bytes = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const Bilingual = z.strictObject({ zh: z.string().max(2_000), en: z.string().max(2_000) })
const Agency = z.strictObject({ id: Id, name: z.string().max(200), nameEn: z.string().max(200) })

/**
 * A place inside the capsule: one or two steps, no step that climbs, and nothing that any system reads as something else
 * (drive letters, devices, control and direction characters, a dot or blank at the end).
 */
export const isSafePath = (path: string): boolean =>
  path.length <= 200 && path.split('/').length <= 2 && path.split('/').every(isSafeStep)

const isSafeStep = (step: string): boolean =>
  step !== '' &&
  !/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\\/:*?"<>|]/u.test(step) &&
  !/^[. ]|[. ]$/.test(step) &&
  !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(step)

const SafePath = z.string().refine(isSafePath)

/** One part of the capsule as the list names it. */
export const CapsuleItem = z.strictObject({
  path: SafePath,
  size: Bytes,
  /** SHA-256 of the bytes. */
  digest: Hash,
  /** CRC-32 of the bytes, which the container repeats. */
  crc: z.int().min(0).max(0xffff_ffff),
})
export type CapsuleItem = z.infer<typeof CapsuleItem>

/** `capsule.json`: what the capsule is and the list of all that follows, in order. The node signs its bytes. */
export const CapsuleList = z
  .strictObject({
    format: z.literal('xiezhi.capsule.v1'),
    matter: Id,
    number: z.string().max(100),
    kind: z.string().max(100),
    /** How many events the matter has; the last one's hash is `head`. */
    version: z.int().min(1),
    head: Hash,
    /** The agency as which it was read: who else reads it may see more or less. */
    reader: Agency,
    /** True when personal data is masked and letters and files are left out, with every digest of what is left out. */
    masked: z.boolean(),
    items: z.array(CapsuleItem).max(20_000),
  })
  .refine(({ items }) => new Set(items.map(({ path }) => path.toLowerCase())).size === items.length)
export type CapsuleList = z.infer<typeof CapsuleList>

/** `signature.json`: the node's signature over `capsule.json`. */
export const CapsuleSignature = z.strictObject({
  suite: z.enum(['ed25519-sha256']),
  keyId: Hash,
  /** SubjectPublicKeyInfo, DER, hex. */
  publicKey: z.string().regex(/^([0-9a-f]{2}){1,200}$/),
  signature: z.string().regex(/^([0-9a-f]{2}){1,200}$/),
})
export type CapsuleSignature = z.infer<typeof CapsuleSignature>

/** `seals.json`: the seals that cover the events, with the public keys they name. */
export const CapsuleSeals = z.strictObject({
  keys: z
    .array(z.strictObject({ keyId: Hash, publicKey: z.string().regex(/^([0-9a-f]{2}){1,200}$/) }))
    .max(1_000),
  seals: z.array(SealRecord).max(1_000_000),
})
export type CapsuleSeals = z.infer<typeof CapsuleSeals>

/** Where an event stands under its seal; null while it waits for one. */
export const SealedAt = z
  .strictObject({ seal: z.int().min(1), leaf: z.int().min(0), path: z.array(Hash).max(64) })
  .nullable()

/** One line of `events.jsonl`. */
export const CapsuleEvent = z.discriminatedUnion('as', [
  /** As it was recorded: the hash can be made again. */
  z.strictObject({ as: z.literal('recorded'), event: EventRecord, sealed: SealedAt }),
  /** Personal data and digests are missing in the body, and the salt: the hash is that of the event as it was recorded. */
  z.strictObject({ as: z.literal('masked'), event: EventRecord, sealed: SealedAt }),
  /** Not for this reader: only the hash is there, so that the chain holds together. */
  z.strictObject({ as: z.literal('withheld'), seq: z.int().min(1), hash: Hash, sealed: SealedAt }),
])
export type CapsuleEvent = z.infer<typeof CapsuleEvent>

/** One entry of `letters.json`. */
export const CapsuleLetter = z.strictObject({
  id: Id,
  /** The event that tells of it. */
  seq: z.int().min(1),
  type: z.string().max(100),
  number: z.string().max(200),
  code: z.string().max(100),
  at: Instant,
  /** True when it was taken back in every conversation it spoke to. */
  void: z.boolean(),
  /** SHA-256 of the canonical content; null in a masked capsule, for who knows most of a letter could try the rest against it. */
  digest: Hash.nullable(),
  /** What it says; null in a masked capsule. */
  content: z.json(),
  /** Where its signed PDF stands in the capsule; null when there is none. */
  path: SafePath.nullable(),
})
export type CapsuleLetter = z.infer<typeof CapsuleLetter>

/** One entry of `files.json`. */
export const CapsuleFile = z.strictObject({
  id: Id,
  name: z.string().max(300),
  mediaType: z.string().max(200),
  size: Bytes,
  /** SHA-256 of the bytes; null in a masked capsule. */
  digest: Hash.nullable(),
  item: z.string().max(200).nullable(),
  note: z.string().max(2_000).nullable(),
  leg: z.int().nullable(),
  agency: Agency,
  addedBy: z.string().max(200).nullable(),
  addedAt: Instant,
  internal: z.boolean(),
  withdrawn: z.strictObject({ at: Instant, reason: z.string().max(2_000) }).nullable(),
  /** Its custody 保管链: the events that tell of it, as far as the reader may see them. */
  custody: z.array(z.int().min(1)).max(100_000),
  /** Where its bytes stand in the capsule; null in a masked one. */
  path: SafePath.nullable(),
})
export type CapsuleFile = z.infer<typeof CapsuleFile>

/** `matter.json`: where the matter stood, for people to read. */
export const CapsuleMatter = z.strictObject({
  id: Id,
  kind: Bilingual,
  number: z.string().max(100),
  title: z.string().max(1_000),
  urgency: z.enum(['normal', 'urgent']),
  opener: Agency,
  lead: Agency,
  alliance: Agency.nullable(),
  openedAt: Instant,
  settledAt: Instant.nullable(),
  restricted: z.boolean(),
  legs: z
    .array(
      z.strictObject({
        no: z.int(),
        asker: Agency,
        answerer: Agency.nullable(),
        superior: Agency.nullable(),
        attending: z.array(Agency).max(1_000),
        state: Bilingual,
        settled: z.boolean(),
        delivery: z.enum(['unsent', 'delivered', 'failed']),
        sentAt: Instant.nullable(),
      }),
    )
    .max(1_000),
  clocks: z
    .array(
      z.strictObject({
        leg: z.int(),
        words: Bilingual,
        owes: Agency,
        startedAt: Instant,
        dueAt: Instant,
        stoppedAt: Instant.nullable(),
        outcome: z.enum(['met', 'late', 'void']).nullable(),
        basis: Bilingual,
      }),
    )
    .max(10_000),
  links: z
    .array(
      z.strictObject({
        id: Id,
        number: z.string().max(100),
        title: z.string().max(1_000),
        relation: z.string().max(100),
      }),
    )
    .max(10_000),
  content: z.record(z.string(), z.json()),
})
export type CapsuleMatter = z.infer<typeof CapsuleMatter>

/** `checklist.json`: the materials asked for and the files that satisfy each. */
export const CapsuleChecklist = z
  .array(
    z.strictObject({
      item: z.string().max(200),
      words: Bilingual,
      required: z.boolean(),
      files: z.array(Id).max(10_000),
      notApplicable: z.string().max(2_000).nullable(),
      satisfied: z.boolean(),
    }),
  )
  .max(1_000)
export type CapsuleChecklist = z.infer<typeof CapsuleChecklist>

/** The parts that every capsule has, in this order, behind list and signature; letters and files follow. */
export const fixedItems = [
  'index.html',
  'matter.json',
  'checklist.json',
  'seals.json',
  'events.jsonl',
  'letters.json',
  'files.json',
] as const

export const listPath = 'capsule.json'
export const signaturePath = 'signature.json'

/** The bytes that the node signs: the list behind a line that says what it is. */
export function capsuleBytes(list: Uint8Array): Uint8Array {
  const mark = new TextEncoder().encode('xiezhi.capsule.v1\n')
  const bytes = new Uint8Array(mark.length + list.length)
  bytes.set(mark)
  bytes.set(list, mark.length)
  return bytes
}
