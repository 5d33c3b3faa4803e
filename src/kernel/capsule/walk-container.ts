import { Refusal } from '../refusal.ts'
import type { Words } from '../words.ts'
import { type CapsuleFaultKind, type CapsulePlace, containerItem } from './capsule-fault.ts'
import { type CapsuleItem, listPath, signaturePath } from './capsule-shapes.ts'
import {
  archiveEnd,
  beginsDirectory,
  crc32,
  directoryEntry,
  type FoundHeader,
  localHeader,
  mostHeaderBytes,
  readLocalHeader,
} from './zip-layout.ts'

/** A capsule to read from: a file on a disk, or one that a browser was given. */
export type CapsuleSource = {
  readonly size: number
  /** Bytes from a place on; fewer where the file ends. */
  read(at: number, length: number): Promise<Uint8Array>
  /** SHA-256 (hex) of a part, read in pieces; tells how many bytes it has come. */
  hash(at: number, length: number, onBytes?: (bytes: number) => void): Promise<string>
}

/** Tells of something that does not fit. */
export type Accuse = (what: CapsuleFaultKind, place: CapsulePlace, why: Words) => void

/** Where the content of a part stands. */
export type Part = CapsuleItem & {
  readonly at: number
  /** False when the container says another size, so that the content cannot be what the list says. */
  readonly fits: boolean
}

/** List and signature are read whole; 20,000 items take 8 MB. */
const mostListBytes = 16_777_216

/**
 * Reads the first two parts, which say what the others have to be.
 * @throws Refusal `invalid-input` when the file is no capsule
 */
export async function readBeginning(source: CapsuleSource) {
  const list = await firstPart(source, 0, listPath)
  const signature = await firstPart(source, list.at + list.bytes.length, signaturePath)
  return { list, signature }
}

async function firstPart(source: CapsuleSource, start: number, path: string) {
  const header = readLocalHeader(await source.read(start, 30 + path.length))
  if (header?.path !== path) throw noCapsule()
  if (header.method !== 0) throw repacked(path)
  if (header.size > mostListBytes) throw noCapsule()
  const at = start + header.length
  const bytes = await source.read(at, header.size)
  if (bytes.length < header.size) throw noCapsule()
  return { at, bytes, entry: { path, size: bytes.length, crc: crc32(bytes) } }
}

/**
 * Goes through the container from its first byte to its last and finds each part of the list. Whatever is not as the one way of packing
 * has it is named; what a header claims is never trusted further than the end of the file, and nothing is ever unpacked.
 * @param wanted all parts in order, list and signature first
 */
export async function walkContainer(
  source: CapsuleSource,
  wanted: readonly CapsuleItem[],
  accuse: Accuse,
): Promise<ReadonlyMap<string, Part>> {
  const byPath = new Map(wanted.map((item, index) => [item.path, { item, index }]))
  const parts = new Map<string, Part>()
  const starts: number[] = []
  const foreign: { readonly item: string; readonly why: Words }[] = []
  let [at, highest, isSound, isCut] = [0, -1, true, false]
  const fault: Accuse = (...told) => {
    isSound = false
    accuse(...told)
  }
  /** The first part that has not come yet. */
  const due = () => wanted.find(({ path }) => !parts.has(path))

  while (at < source.size) {
    const head = await source.read(at, Math.min(mostHeaderBytes, 1_024))
    if (beginsDirectory(head)) break
    const header = readLocalHeader(head) ?? readLocalHeader(await source.read(at, mostHeaderBytes))
    const known = header && byPath.get(header.path)
    if (header && known && !parts.has(header.path)) {
      const { item, index } = known
      if (index < highest) fault('reordered', { item: item.path }, reasons.order)
      highest = Math.max(highest, index)
      const own = localHeader(item)
      const isAsPacked = header.length === own.length && own.every((byte, place) => byte === head[place])
      const size = isAsPacked ? item.size : await trueSize(source, at + header.length, header, item)
      if (!isAsPacked && size === item.size && header.method === 0)
        foreign.push({ item: item.path, why: index < 2 ? reasons.misfit : reasons.header })
      else if (header.method !== 0) fault('altered', { item: item.path }, reasons.packed)
      else if (size !== item.size) fault('altered', { item: item.path }, reasons.size)
      parts.set(item.path, {
        ...item,
        size,
        at: at + header.length,
        fits: size === item.size && header.method === 0,
      })
      starts.push(at)
      at += header.length + size
      continue
    }
    const next = due()
    if (next && (await isContentOf(source, next, at + localHeader(next).length))) {
      fault('altered', { item: next.path }, reasons.header)
      parts.set(next.path, { ...next, at: at + localHeader(next).length, fits: true })
      highest = wanted.indexOf(next)
      at += localHeader(next).length + next.size
      continue
    }
    if (!header) {
      isCut = at + (next ? localHeader(next).length : 4) > source.size
      if (isCut) break
      fault('altered', { item: next?.path ?? wanted.at(-1)?.path ?? listPath }, reasons.lost)
      return parts
    }
    fault('added', { item: header.path }, known ? reasons.twice : reasons.unlisted)
    at += header.length + header.size
  }

  // Several at once come from packing anew: said once, so that what was altered inside stands out.
  if (foreign.length > 2) fault('altered', { item: containerItem }, reasons.packedAnew(foreign.length))
  else for (const { item, why } of foreign) fault('altered', { item }, why)
  const missing = wanted.filter(({ path }) => !parts.has(path))
  const [first] = missing
  const broken = [...parts.values()].find(({ at: begin, size, fits }) => fits && begin + size > source.size)
  if (broken) fault('cut-off', { item: broken.path }, reasons.cutOff(missing.length))
  else if (first && (isCut || at >= source.size))
    fault('cut-off', { item: first.path }, reasons.cutOff(missing.length - 1))
  else for (const { path } of missing) fault('dropped', { item: path }, reasons.dropped)
  if (isSound) await checkDirectory(source, wanted, starts, at, fault)
  return parts
}

/** The size a part really has: that of the list when the next header stands behind it, else that of its own header. */
async function trueSize(source: CapsuleSource, from: number, header: FoundHeader, item: CapsuleItem) {
  return (await isBoundary(source, from + item.size)) ? item.size : header.size
}

/** Whether something that an archive has between contents begins here. */
async function isBoundary(source: CapsuleSource, at: number): Promise<boolean> {
  if (at >= source.size) return at === source.size
  const mark = await source.read(at, 4)
  return (
    mark[0] === 0x50 &&
    mark[1] === 0x4b &&
    ((mark[2] === 3 && mark[3] === 4) || (mark[2] === 1 && mark[3] === 2))
  )
}

/** Whether the content of a part stands here although its header does not say so. */
async function isContentOf(source: CapsuleSource, item: CapsuleItem, at: number): Promise<boolean> {
  const fits = at + item.size <= source.size && (await isBoundary(source, at + item.size))
  return fits && (await source.hash(at, item.size)) === item.digest
}

/** Compares what stands behind the last part with the only directory it can be. */
async function checkDirectory(
  source: CapsuleSource,
  wanted: readonly CapsuleItem[],
  starts: readonly number[],
  from: number,
  fault: Accuse,
): Promise<void> {
  let at = from
  for (const [index, item] of wanted.entries()) {
    const entry = directoryEntry(item, starts[index] ?? 0)
    const found = await source.read(at, entry.length)
    if (found.length < entry.length) return fault('cut-off', { item: containerItem }, reasons.directoryCut)
    if (!entry.every((byte, place) => byte === found[place]))
      return fault('altered', { item: item.path }, reasons.directory)
    at += entry.length
  }
  const end = archiveEnd(wanted.length, at - from, from)
  const found = await source.read(at, end.length)
  if (found.length < end.length) return fault('cut-off', { item: containerItem }, reasons.directoryCut)
  if (!end.every((byte, place) => byte === found[place]))
    return fault('altered', { item: containerItem }, reasons.directoryEnd)
  if (at + end.length < source.size) fault('added', { item: containerItem }, reasons.behind)
}

const noCapsule = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '这不是协执的事项档案包，或者它的开头已经损坏。请向出具单位重新索取原件；不要解压后再压缩。',
    en: 'This is no capsule of Xiezhi, or its beginning is damaged. Ask whoever issued it for the original; do not unpack and pack it again.',
  })

const repacked = (path: string): Refusal =>
  new Refusal('invalid-input', {
    zh: `“${path}”被压缩过：这个文件是解压后重新打包的，不能核验。请向出具单位索取原件。`,
    en: `"${path}" is compressed: the file was unpacked and packed again and cannot be verified. Ask whoever issued it for the original.`,
  })

const reasons = {
  order: { zh: '它的位置与清单不同。', en: 'It stands at another place than in the list.' },
  header: {
    zh: '它在包中的文件头不是原来的。',
    en: 'Its header in the container is not the original one.',
  },
  misfit: { zh: '它在包中的文件头与内容不符。', en: 'Its header in the container does not fit its content.' },
  size: { zh: '它的长度与清单不同。', en: 'It is not as long as the list says.' },
  packedAnew: (headers: number) => ({
    zh: `有 ${headers} 项的文件头不是原来的，系解压后重新打包。内容本身的改动另行列出；没有列出的，内容与清单一致。请向出具单位索取原件。`,
    en: `${headers} headers are not the original ones: the file was unpacked and packed again. What was altered inside is listed besides; the rest is as the list says. Ask whoever issued it for the original.`,
  }),
  packed: { zh: '它被压缩过，与原件不同。', en: 'It is compressed, which the original is not.' },
  lost: { zh: '从这里起读不到后面的内容。', en: 'Nothing behind this place can be read any more.' },
  unlisted: { zh: '清单中没有这一项。', en: 'The list does not name it.' },
  twice: { zh: '同名的项出现了两次。', en: 'It comes twice under the same name.' },
  dropped: { zh: '清单中有，包中没有。', en: 'The list names it; it is not there.' },
  cutOff: (more: number) => ({
    zh: more > 0 ? `文件在此中断，其后还缺 ${more} 项。` : '文件在此中断。',
    en: more > 0 ? `The file ends here; ${more} more parts are missing.` : 'The file ends here.',
  }),
  directoryCut: { zh: '末尾的目录不完整。', en: 'The directory at the end is incomplete.' },
  directory: {
    zh: '它在包末尾目录中的条目被改动。',
    en: 'Its entry in the directory at the end was altered.',
  },
  directoryEnd: { zh: '结尾被改动。', en: 'The end of the container was altered.' },
  behind: { zh: '结尾之后另有内容。', en: 'Something stands behind the end of the container.' },
} satisfies Record<string, Words | ((...args: never[]) => Words)>
