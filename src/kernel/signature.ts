import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { type HashSuite, hexDigest } from './hash-suite.ts'

/**
 * How a signature is checked, with the hash that belongs to it. Another algorithm (SM2 with SM3, GB/T 32918) is one more entry here and
 * one in `platform/signing.ts`; `crypto.sign` of Node with an SM2 key does not make the standard signature, so it needs a library of its own.
 */
type SignatureCheck = {
  readonly hash: HashSuite
  verify(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean
}

const suites = {
  'ed25519-sha256': {
    hash: 'sha256',
    verify: (key, bytes, signature) => verify(null, bytes, key, signature),
  },
  // For documents: every PDF reader checks it, and PKCS #1 v1.5 signs the same bytes with the same signature.
  'rsa3072-sha256': {
    hash: 'sha256',
    verify: (key, bytes, signature) => verify('sha256', bytes, key, signature),
  },
} as const satisfies Record<string, SignatureCheck>

/** The name of a signature suite, as seals, keys and capsules carry it. */
export type SuiteName = keyof typeof suites

/** True for a suite that this program knows. */
export const isSuite = (name: string): name is SuiteName => Object.keys(suites).includes(name)

/** The hash function of a suite. */
export const hashOf = (suite: SuiteName): HashSuite => suites[suite].hash

/** Fingerprint of a public key: SHA-256 of its SubjectPublicKeyInfo (DER), in hex. */
export const keyIdOf = (publicKey: Uint8Array): string => hexDigest('sha256', publicKey)

/** True when the signature over the bytes was made with the secret that belongs to the public key; false for any nonsense. */
export function isSignedBy(
  suite: SuiteName,
  publicKey: Uint8Array,
  bytes: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    // Node's types ask for its own sort of bytes, its code takes any.
    const key = createPublicKey({ key: publicKey as Buffer, type: 'spki', format: 'der' })
    return suites[suite].verify(key, bytes, signature)
  } catch {
    return false
  }
}
