/** One file of an archive. Its content has to be read, or skipped, before the next one comes. */
export type TarEntry = { readonly path: string; readonly bytes: number; content(): AsyncGenerator<Buffer> }

const block = 512

/** The header of one file in the ustar format, which every `tar` reads. */
export function tarHeader(path: string, bytes: number): Buffer {
  const header = Buffer.alloc(block)
  const { prefix, name } = splitPath(path)
  header.write(name, 0, 100, 'utf8')
  header.write('0000600\0', 100, 'ascii')
  header.write('0000000\0', 108, 'ascii')
  header.write('0000000\0', 116, 'ascii')
  header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'ascii')
  header.write('00000000000\0', 136, 'ascii')
  header.write('        ', 148, 'ascii')
  header.write('0', 156, 'ascii')
  header.write('ustar\x0000', 257, 'ascii')
  header.write(prefix, 345, 155, 'utf8')
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'ascii')
  return header
}

/** The zeros that fill a file's last block. */
export const tarPadding = (bytes: number): Buffer => Buffer.alloc((block - (bytes % block)) % block)

/** Two empty blocks end an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * block)

/** Reads an archive from its bytes, one file at a time, holding no more than one chunk in memory. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new Reader(source)
  for (;;) {
    const header = await bytes.take(block)
    if (header.every((byte) => byte === 0)) return
    const stated = Number.parseInt(header.toString('ascii', 148, 154), 8)
    header.fill(' ', 148, 156)
    if (stated !== checksum(header)) throw new Error('A header of the archive is damaged.')
    const prefix = text(header, 345, 155)
    const name = text(header, 0, 100)
    const size = Number.parseInt(header.toString('ascii', 124, 135), 8)
    let left = size
    const content = async function* () {
      while (left > 0) {
        const piece = await bytes.some(left)
        left -= piece.length
        yield piece
      }
    }
    yield { path: prefix ? `${prefix}/${name}` : name, bytes: size, content }
    for await (const _rest of content());
    await bytes.take((block - (size % block)) % block)
  }
}

/** Hands out bytes of a stream in the sizes asked for. */
class Reader {
  readonly #source: AsyncIterator<Buffer>
  #held: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** Exactly so many bytes; few, because they are held in memory. */
  async take(count: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for (let left = count; left > 0; ) {
      const piece = await this.some(left)
      pieces.push(piece)
      left -= piece.length
    }
    return Buffer.concat(pieces)
  }

  /** At least one and at most so many bytes. */
  async some(most: number): Promise<Buffer> {
    while (this.#held.length === 0) {
      const { value, done } = await this.#source.next()
      if (done) throw new Error('The archive ends too early.')
      this.#held = value
    }
    const piece = this.#held.subarray(0, most)
    this.#held = this.#held.subarray(piece.length)
    return piece
  }
}

const text = (header: Buffer, at: number, length: number): string =>
  header.toString('utf8', at, at + length).replace(/\0.*$/s, '')

const checksum = (header: Buffer): number => header.reduce((sum, byte) => sum + byte, 0)

/** A path longer than 100 bytes is split at a slash; what fits in neither part is refused. */
function splitPath(path: string): { readonly prefix: string; readonly name: string } {
  if (Buffer.byteLength(path) <= 100) return { prefix: '', name: path }
  const slash = path.lastIndexOf('/')
  const prefix = path.slice(0, Math.max(0, slash))
  const name = path.slice(slash + 1)
  if (Buffer.byteLength(prefix) <= 155 && Buffer.byteLength(name) <= 100) return { prefix, name }
  throw new Error(`The path is too long for an archive: ${path}`)
}
