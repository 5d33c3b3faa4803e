import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { CapsuleSource } from '../kernel/capsule/walk-container.ts'
import { Refusal } from '../kernel/refusal.ts'

const pieceBytes = 1_048_576

/**
 * A capsule on the disk. While one piece is hashed the next is read, so hashing sets the pace; two pieces are in memory, however large the
 * file.
 * @throws Refusal `not-found` when there is no such file
 */
export async function openCapsuleFile(path: string): Promise<CapsuleSource & AsyncDisposable> {
  const file = await open(path, 'r').catch(() => undefined)
  const found = await file?.stat()
  if (!file || !found?.isFile()) {
    await file?.close()
    throw new Refusal('not-found', {
      zh: `读不到文件 ${path}。请核对路径。`,
      en: `The file ${path} cannot be read. Check its path.`,
    })
  }
  const fill = async (buffer: Buffer, at: number, length: number) => {
    const { bytesRead } = await file.read(buffer, 0, length, at)
    return buffer.subarray(0, bytesRead)
  }
  return {
    size: found.size,
    read(at, length) {
      const most = Math.max(0, Math.min(length, found.size - at))
      return fill(Buffer.alloc(most), at, most)
    },
    async hash(at, length, onBytes) {
      const hash = createHash('sha256')
      const end = Math.min(at + length, found.size)
      const buffers = [Buffer.allocUnsafe(pieceBytes), Buffer.allocUnsafe(pieceBytes)] as const
      let turn = 0
      const next = (from: number) => {
        turn = 1 - turn
        return fill(buffers[turn] ?? buffers[0], from, Math.max(0, Math.min(pieceBytes, end - from)))
      }
      let reading = next(at)
      for (let from = at; ; ) {
        const piece = await reading
        if (piece.length === 0) break
        from += piece.length
        reading = next(from)
        hash.update(piece)
        onBytes?.(from - at)
      }
      return hash.digest('hex')
    },
    [Symbol.asyncDispose]: () => file.close(),
  }
}
