/**
 * The one way in which a capsule is packed: a ZIP archive (APPNOTE 6.3.10) whose entries are stored as they are, in order, without a gap,
 * dated 1980, their names in UTF-8. Every byte that is not content follows from name, size and checksum, so a reader makes the bytes
 * again and compares: nothing can hide in the container, and nothing in it has to be trusted. ZIP64 fields stand where they are needed.
 */

/** An entry as the container describes it. */
export type ZipEntry = {
  readonly path: string
  readonly size: number
  /** CRC-32 of the content. */
  readonly crc: number
}

const localMark = 0x04034b50
const directoryMark = 0x02014b50
const endMark = 0x06054b50
const largeEndMark = 0x06064b50
const largeLocatorMark = 0x07064b50

/** Sizes and places from here on stand in a ZIP64 field. */
const large = 0xffff_ffff
/** 1 January 1980, the first day ZIP can say. */
const firstDay = 0x0021
/** Names are UTF-8. */
const utf8Names = 0x0800
/** A plain file, readable by everybody, as Unix says it. */
const plainFile = 0o100644 * 0x1_0000

/** The header before the content of an entry. */
export function localHeader({ path, size, crc }: ZipEntry): Uint8Array {
  const name = new TextEncoder().encode(path)
  const more = size >= large ? fields(64, [size, size]) : nothing
  return bytesOf(30, [name, more], (to) => {
    to.mark(localMark).short(size >= large ? 45 : 20)
    common(to, crc, size, name, more)
  })
}

/** What the directory at the end says of an entry that begins at `at`. */
export function directoryEntry({ path, size, crc }: ZipEntry, at: number): Uint8Array {
  const name = new TextEncoder().encode(path)
  const numbers = [...(size >= large ? [size, size] : []), ...(at >= large ? [at] : [])]
  const more = numbers.length > 0 ? fields(64, numbers) : nothing
  return bytesOf(46, [name, more], (to) => {
    const version = numbers.length > 0 ? 45 : 20
    to.mark(directoryMark)
      .short(0x0300 + version)
      .short(version)
    common(to, crc, size, name, more)
    to.short(0).short(0).short(0).mark(plainFile).mark(Math.min(at, large))
  })
}

/** What ends the archive: how many entries the directory has, how long it is, where it begins. */
export function archiveEnd(count: number, length: number, at: number): Uint8Array {
  const isLarge = count >= 0xffff || length >= large || at >= large
  const big = isLarge
    ? bytesOf(76, [], (to) => {
        to.mark(largeEndMark).long(44).short(0x032d).short(45).mark(0).mark(0)
        to.long(count).long(count).long(length).long(at)
        to.mark(largeLocatorMark)
          .mark(0)
          .long(at + length)
          .mark(1)
      })
    : nothing
  const end = bytesOf(22, [], (to) => {
    const shown = Math.min(count, 0xffff)
    to.mark(endMark).short(0).short(0).short(shown).short(shown)
    to.mark(Math.min(length, large)).mark(Math.min(at, large)).short(0)
  })
  return joined([big, end])
}

/** A header as it stands in a file, before anything in it is believed. */
export type FoundHeader = ZipEntry & {
  /** 0 for content stored as it is. */
  readonly method: number
  /** How long the header itself is. */
  readonly length: number
}

/** The longest header there can be: names and fields of 64 KB each. */
export const mostHeaderBytes = 30 + 2 * 0xffff

/** Reads the header of an entry; undefined when no entry begins here. */
export function readLocalHeader(bytes: Uint8Array): FoundHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 30 || view.getUint32(0, true) !== localMark) return undefined
  const nameLength = view.getUint16(26, true)
  const length = 30 + nameLength + view.getUint16(28, true)
  if (length > bytes.length) return undefined
  const stored = view.getUint32(18, true)
  // The ZIP64 field stands alone in ours; what another program wrote there is found to differ later.
  const isLarge = stored === large && length >= 30 + nameLength + 20
  return {
    path: new TextDecoder().decode(bytes.subarray(30, 30 + nameLength)),
    size: isLarge ? Number(view.getBigUint64(30 + nameLength + 12, true)) : stored,
    crc: view.getUint32(14, true),
    method: view.getUint16(8, true),
    length,
  }
}

/** Whether the directory begins with these bytes. */
export const beginsDirectory = (bytes: Uint8Array): boolean =>
  bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === directoryMark

/** CRC-32 as ZIP uses it, for small contents; of large ones it is a part of what is signed. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (remainders[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffff_ffff) >>> 0
}

const remainders = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb8_8320 : rest >>> 1
  return rest
})

const nothing = new Uint8Array(0)

/** Small parts as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Writes numbers one after another, the low byte first. */
type NumberWriter = {
  short(value: number): NumberWriter
  mark(value: number): NumberWriter
  long(value: number): NumberWriter
}

function bytesOf(
  length: number,
  after: readonly Uint8Array[],
  write: (to: NumberWriter) => void,
): Uint8Array {
  const fixed = new Uint8Array(length)
  const view = new DataView(fixed.buffer)
  let at = 0
  const to: NumberWriter = {
    short(value) {
      view.setUint16(at, value, true)
      at += 2
      return to
    },
    mark(value) {
      view.setUint32(at, value, true)
      at += 4
      return to
    },
    long(value) {
      view.setBigUint64(at, BigInt(value), true)
      at += 8
      return to
    },
  }
  write(to)
  return joined([fixed, ...after])
}

/** What both headers have in the middle. */
function common(to: NumberWriter, crc: number, size: number, name: Uint8Array, more: Uint8Array): void {
  const shown = Math.min(size, large)
  to.short(utf8Names).short(0).short(0).short(firstDay).mark(crc).mark(shown).mark(shown)
  to.short(name.length).short(more.length)
}

/** The ZIP64 field with these numbers. */
const fields = (width: 64, numbers: readonly number[]): Uint8Array =>
  bytesOf(4 + (numbers.length * width) / 8, [], (to) => {
    to.short(1).short((numbers.length * width) / 8)
    for (const number of numbers) to.long(number)
  })
