import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { toHex } from '../../kernel/hex.ts'
import { sm3 } from './sm3.ts'

/*
 * What the kernel takes from Node's `node:crypto`, for the offline page, which is built with this file in its place. Browsers have no
 * hashing of a piece at a time, many of our desktops no Ed25519, and a page opened from a folder or over plain HTTP has neither.
 */

/** The digest of a text (as UTF-8) or of bytes. */
export function hash(
  suite: 'sha256' | 'sm3',
  content: string | Uint8Array,
  form: 'buffer' | 'hex',
): Uint8Array | string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = suite === 'sm3' ? sm3(bytes) : sha256(bytes)
  return form === 'hex' ? toHex(digest) : digest
}

/** SubjectPublicKeyInfo of an Ed25519 key begins so (RFC 8410 §4); the 32 bytes of the key follow. */
const beginning = '302a300506032b6570032100'

/** An Ed25519 public key. @throws Error for every other */
export function createPublicKey({ key }: { readonly key: Uint8Array }): Uint8Array {
  if (key.length !== 44 || toHex(key.subarray(0, 12)) !== beginning) throw new Error('Not an Ed25519 key.')
  return key.subarray(12)
}

/** True when the Ed25519 signature over the bytes was made with the secret of the key. */
export function verify(
  algorithm: null | string,
  bytes: Uint8Array,
  key: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (algorithm !== null) throw new Error(`${algorithm} is not checked here.`)
  return ed25519.verify(signature, bytes, key, { zip215: false })
}
