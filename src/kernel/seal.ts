import { z } from 'zod'
import { canonical } from './canonical.ts'
import { Hash, Instant } from './event-record.ts'
import { hexDigest } from './hash-suite.ts'
import { fromHex } from './hex.ts'
import { hashOf, isSignedBy, isSuite } from './signature.ts'

/** What the node signs when it seals 封存 a batch of events. Hashes in hex. */
export type SealStatement = {
  /** 1 for the node's first seal, then without gaps. */
  readonly no: number
  /** UTC with milliseconds, by the database's clock. */
  readonly sealedAt: string
  /** How many events it covers. */
  readonly count: number
  /** Merkle root over the hashes of the events. */
  readonly root: string
  /** `sealHash` of the seal before; null for the first. */
  readonly prevHash: string | null
  /** Signature and hash, such as `ed25519-sha256`. */
  readonly suite: string
  readonly keyId: string
}

/** A statement with its signature (hex). */
export type Seal = SealStatement & { readonly signature: string }

/** A seal as it is handed to somebody else. */
export const SealRecord = z.strictObject({
  no: z.int().min(1),
  sealedAt: Instant,
  count: z.int().min(1),
  root: Hash,
  prevHash: Hash.nullable(),
  suite: z.enum(['ed25519-sha256']),
  keyId: Hash,
  signature: z.string().regex(/^([0-9a-f]{2})+$/),
})
export type SealRecord = z.infer<typeof SealRecord>

/** The bytes that are signed: canonical JSON behind a line that says what it is. */
export function sealBytes(seal: SealStatement): Uint8Array {
  const { no, sealedAt, count, root, prevHash, suite, keyId } = seal
  return new TextEncoder().encode(
    `xiezhi.seal.v1\n${canonical({ no, sealedAt, count, root, prevHash, suite, keyId })}`,
  )
}

/** What the next seal refers to, and what an auditor writes down to recognise the log by later. Hex. */
export function sealHash(seal: SealStatement): string {
  return hexDigest(isSuite(seal.suite) ? hashOf(seal.suite) : 'sha256', sealBytes(seal))
}

/** True when the seal's own key signed it. */
export function isSealSigned(seal: Seal, publicKey: Uint8Array): boolean {
  return isSuite(seal.suite) && isSignedBy(seal.suite, publicKey, sealBytes(seal), fromHex(seal.signature))
}
