import { Inflate, zipSync } from 'fflate'
import { climbsOut } from '../../../../kernel/climbs-out.ts'

/** Why an Office file is not shown. */
export type Unshowable = 'broken' | 'locked' | 'too-large' | 'too-slow' | 'suspicious'

/** Thrown with the reason; anything else thrown while a file is read means that it is broken. */
export class CannotShow extends Error {
  readonly why: Unshowable
  constructor(why: Unshowable) {
    super(why)
    this.name = 'CannotShow'
    this.why = why
  }
}

/** How much of a packed file is unpacked at most; more is an attack, or better looked at in an office program. */
export type UnpackLimits = {
  readonly entries: number
  /** Of all parts together, unpacked. */
  readonly bytes: number
  /** Of one part of text. */
  readonly textBytes: number
  /** Elements of all parts of text together: what drawing takes grows with them. */
  readonly tags: number
}

const megabyte = 1_048_576

/** A document of 300 pages with photographs. */
export const docxLimits: UnpackLimits = {
  entries: 2_000,
  bytes: 64 * megabyte,
  textBytes: 8 * megabyte,
  tags: 120_000,
}

/** A table of some 100,000 cells. */
export const xlsxLimits: UnpackLimits = {
  entries: 2_000,
  bytes: 40 * megabyte,
  textBytes: 24 * megabyte,
  tags: 1_500_000,
}

/** Programs, objects of other programs, and whole web pages inside a document: nothing that is needed to look at it. */
const leftOut = /vbaProject|\/embeddings\/|\/activeX\/|\/oleObject|\.(bin|html?|mht(ml)?|xhtml|svg|js)$/i
const isText = (name: string): boolean => /\.(xml|rels)$/i.test(name)

/**
 * Unpacks an Office file within limits and packs it again without what could do harm, so that whoever reads the result meets
 * no surprise: the sizes that a packed file announces are not believed.
 * @throws CannotShow
 */
export function unpackOffice(file: Uint8Array, limits: UnpackLimits): Uint8Array<ArrayBuffer> {
  const entries = directoryOf(file, limits.entries)
  const kept: Record<string, Uint8Array> = {}
  let bytes = 0
  let tags = 0
  for (const entry of entries) {
    const { name } = entry
    if (name.endsWith('/') || leftOut.test(name) || climbsOut(name)) continue
    const part = unpacked(
      file,
      entry,
      Math.min(limits.bytes - bytes, isText(name) ? limits.textBytes : limits.bytes),
    )
    bytes += part.length
    if (isText(name)) {
      tags += tagsOf(part)
      if (tags > limits.tags) throw new CannotShow('too-large')
      if (/^xl\/worksheets\//.test(name)) refuseWide(part)
    }
    kept[name] = part
  }
  if (!kept['[Content_Types].xml']) throw new CannotShow('broken')
  return zipSync(kept, { level: 0 })
}

/** Whether a table has pictures or charts, which are not among its cells. */
export const hasPictures = (file: Uint8Array): boolean =>
  directoryOf(file, xlsxLimits.entries).some(({ name }) => /^xl\/(media|charts)\/./.test(name))

type Entry = {
  readonly name: string
  readonly isPacked: boolean
  readonly length: number
  readonly at: number
}

/** What the directory at the end of a packed file lists. */
function directoryOf(file: Uint8Array, mostEntries: number): readonly Entry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw new CannotShow('too-large')
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let number = 0; number < count; number++) {
    if (at + 46 > file.length || view.getUint32(at, true) !== 0x02014b50) throw new CannotShow('broken')
    const flags = view.getUint16(at + 8, true)
    const method = view.getUint16(at + 10, true)
    if (flags & 1) throw new CannotShow('locked')
    if (method !== 0 && method !== 8) throw new CannotShow('broken')
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength)),
      isPacked: method === 8,
      length: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw new CannotShow('broken')
}

/** So little is unpacked at a time: packed a thousandfold it is still 4 MB. */
const stepBytes = 4_096

function unpacked(file: Uint8Array, { isPacked, length, at }: Entry, most: number): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (at + 30 > file.length || view.getUint32(at, true) !== 0x04034b50) throw new CannotShow('broken')
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = file.subarray(start, start + length)
  if (packed.length < length) throw new CannotShow('broken')
  if (!isPacked) {
    if (length > most) throw new CannotShow('too-large')
    return packed
  }
  const parts: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((part) => {
    size += part.length
    if (size > most) throw new CannotShow('too-large')
    parts.push(part)
  })
  for (let from = 0; from < packed.length; from += stepBytes)
    inflate.push(packed.subarray(from, from + stepBytes), from + stepBytes >= packed.length)
  const whole = new Uint8Array(size)
  let to = 0
  for (const part of parts) {
    whole.set(part, to)
    to += part.length
  }
  return whole
}

/** How many elements begin in a text. One that declares entities is refused: Office writes none, and they can multiply without end. */
function tagsOf(text: Uint8Array): number {
  let tags = 0
  for (let at = text.indexOf(60); at >= 0; at = text.indexOf(60, at + 1)) {
    tags += 1
    // <!DOCTYPE, <!ENTITY
    if (text[at + 1] === 33 && (text[at + 2] === 68 || text[at + 2] === 69))
      throw new CannotShow('suspicious')
  }
  return tags
}

/** A reader lays a sheet out whole: one cell in the last corner of an empty one would be 17 thousand million. */
const mostCells = 2_000_000

function refuseWide(sheet: Uint8Array): void {
  let rows = 0
  let columns = 0
  for (const [, letters = '', number = ''] of new TextDecoder('latin1')
    .decode(sheet)
    .matchAll(/\br\s*=\s*["']([A-Za-z]{0,9})(\d{1,9})["']/g)) {
    rows = Math.max(rows, Number(number))
    columns = Math.max(columns, columnOf(letters))
    if (rows * columns > mostCells || rows > mostCells) throw new CannotShow('too-large')
  }
}

/** A is 1, Z 26, AA 27. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
