import { sha256 } from '@noble/hashes/sha2.js'
import type { CapsuleSource } from '../../kernel/capsule/walk-container.ts'
import { toHex } from '../../kernel/hex.ts'

const pieceBytes = 4_194_304

/** A capsule that a browser was given, read in pieces. */
export function capsuleBlob(blob: Blob): CapsuleSource {
  const read = async (at: number, length: number) =>
    new Uint8Array(await blob.slice(at, at + length).arrayBuffer())
  return {
    size: blob.size,
    read,
    async hash(at, length, onBytes) {
      const hash = sha256.create()
      const end = Math.min(at + length, blob.size)
      for (let from = at; from < end; from += pieceBytes) {
        hash.update(await read(from, Math.min(pieceBytes, end - from)))
        onBytes?.(Math.min(from + pieceBytes, end) - at)
      }
      return toHex(hash.digest())
    },
  }
}
