import type { ReadBytes } from '../../platform/file-store.ts'

/** 8 MB of directory is more than 80 000 entries; a larger one is an attack or a mistake. */
const mostDirectoryBytes = 8_388_608
const endBytes = 22
const mostCommentBytes = 65_535

/**
 * The names in a ZIP archive, read from its directory at the end; nothing is unpacked. Undefined when the directory is
 * damaged or unreasonably large. Names in another encoding than UTF-8 keep their ASCII letters, which is what we look at.
 */
export async function zipEntries(read: ReadBytes, size: number): Promise<readonly string[] | undefined> {
  const tailStart = Math.max(0, size - endBytes - mostCommentBytes)
  const tail = Buffer.from(await read(tailStart, size - tailStart))
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + endBytes > tail.length) return undefined
  let length = tail.readUInt32LE(end + 12)
  let start = tail.readUInt32LE(end + 16)
  if (start === 0xffffffff || length === 0xffffffff) {
    const large = await largeDirectory(read, size, tail, end)
    if (!large) return undefined
    length = large.length
    start = large.start
  }
  if (length > mostDirectoryBytes || start + length > size) return undefined
  return namesIn(Buffer.from(await read(start, length)))
}

/** Where the directory of a ZIP64 archive is. */
async function largeDirectory(read: ReadBytes, size: number, tail: Buffer, end: number) {
  const locator = end - 20
  if (locator < 0 || tail.toString('latin1', locator, locator + 4) !== 'PK\x06\x07') return undefined
  const position = Number(tail.readBigUInt64LE(locator + 8))
  if (position > size) return undefined
  const record = Buffer.from(await read(position, 56))
  if (record.length < 56 || record.toString('latin1', 0, 4) !== 'PK\x06\x06') return undefined
  return { length: Number(record.readBigUInt64LE(40)), start: Number(record.readBigUInt64LE(48)) }
}

function namesIn(directory: Buffer): readonly string[] | undefined {
  const names: string[] = []
  for (let at = 0; at < directory.length; ) {
    if (at + 46 > directory.length || directory.toString('latin1', at, at + 4) !== 'PK\x01\x02')
      return undefined
    const nameLength = directory.readUInt16LE(at + 28)
    const moreLength = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    names.push(directory.toString('utf8', at + 46, at + 46 + nameLength))
    at += 46 + nameLength + moreLength
  }
  return names
}
