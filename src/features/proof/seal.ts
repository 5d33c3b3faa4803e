import { canonical } from '../../kernel/canonical.ts'
import { digest } from '../../kernel/hash-suite.ts'
import { hashOf, isSignedBy, isSuite } from '../../platform/signing.ts'

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

/** The bytes that are signed: canonical JSON behind a line that says what it is. */
export function sealBytes(seal: SealStatement): Buffer {
  const { no, sealedAt, count, root, prevHash, suite, keyId } = seal
  return Buffer.from(`xiezhi.seal.v1\n${canonical({ no, sealedAt, count, root, prevHash, suite, keyId })}`)
}

/** What the next seal refers to, and what an auditor writes down to recognise the log by later. Hex. */
export function sealHash(seal: SealStatement): string {
  return digest(isSuite(seal.suite) ? hashOf(seal.suite) : 'sha256', sealBytes(seal)).toString('hex')
}

/** True when the seal's own key signed it. */
export function isSealSigned(seal: Seal, publicKey: Uint8Array): boolean {
  return (
    isSuite(seal.suite) &&
    isSignedBy(seal.suite, publicKey, sealBytes(seal), Buffer.from(seal.signature, 'hex'))
  )
}
