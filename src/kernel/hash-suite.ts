import { hash } from 'node:crypto'

/** The hash functions a record may name: SHA-256, or SM3 (GB/T 32905) where commercial cryptography (商用密码) is required. */
export const hashSuites = ['sha256', 'sm3'] as const
export type HashSuite = (typeof hashSuites)[number]

/** The 32-byte digest of a text (as UTF-8) or of bytes. One-shot: a `createHash` object per call halves the speed. */
export function digest(suite: HashSuite, content: string | Uint8Array): Uint8Array {
  return hash(suite, content, 'buffer')
}

/** The same as 64 hexadecimal digits. */
export function hexDigest(suite: HashSuite, content: string | Uint8Array): string {
  return hash(suite, content, 'hex')
}
