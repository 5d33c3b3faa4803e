import { digest, type HashSuite } from './hash-suite.ts'
import { areSame } from './hex.ts'

/**
 * The tree hash of RFC 6962 §2.1: one root stands for a list of any length, and a path of log₂ n hashes shows that an
 * entry is in it at its place. Leaves and inner nodes are hashed behind different bytes, so that neither passes for the other.
 */
export type MerkleLog = {
  /** Appends an entry; memory stays logarithmic. */
  add(entry: Uint8Array): void
  /** The root of what has been added so far. */
  root(): Uint8Array
}

/** An empty tree to append to. */
export function merkleLog(suite: HashSuite = 'sha256'): MerkleLog {
  // Roots of the complete subtrees so far, the largest first: a binary counter of the entries.
  const peaks: Uint8Array[] = []
  let count = 0
  return {
    add(entry) {
      let node = leafHash(suite, entry)
      for (let size = count; size % 2 === 1; size = half(size)) {
        const left = peaks.pop()
        if (left) node = nodeHash(suite, left, node)
      }
      peaks.push(node)
      count += 1
    },
    root() {
      if (peaks.length === 0) return digest(suite, '')
      return peaks.reduceRight((right, left) => nodeHash(suite, left, right))
    },
  }
}

/** The root of a list of entries. */
export function merkleRoot(entries: Iterable<Uint8Array>, suite: HashSuite = 'sha256'): Uint8Array {
  const log = merkleLog(suite)
  for (const entry of entries) log.add(entry)
  return log.root()
}

/**
 * The path that shows that entry `index` is in the list: the sibling's hash on each level, from the leaf upwards.
 * @throws RangeError when there is no such entry
 */
export function inclusionPath(
  entries: readonly Uint8Array[],
  index: number,
  suite: HashSuite = 'sha256',
): Uint8Array[] {
  return inclusionPaths(entries, suite)(index)
}

/** The paths of any entries of one list: the tree is hashed once, however many are asked for. */
export function inclusionPaths(
  entries: readonly Uint8Array[],
  suite: HashSuite = 'sha256',
): (index: number) => Uint8Array[] {
  const levels = [entries.map((entry) => leafHash(suite, entry))]
  for (let below = levels[0] ?? []; below.length > 1; ) {
    const above: Uint8Array[] = []
    for (let at = 0; at < below.length; at += 2) {
      const [left, right] = [below[at], below[at + 1]]
      // The last of an odd number rises unchanged: the same tree as splitting at the largest power of two.
      if (left) above.push(right ? nodeHash(suite, left, right) : left)
    }
    levels.push(above)
    below = above
  }
  return (index) => {
    if (!Number.isInteger(index) || index < 0 || index >= entries.length)
      throw new RangeError(`No entry ${index}.`)
    return levels.flatMap((level, height) => {
      const sibling = level[Math.floor(index / 2 ** height) ^ 1]
      return sibling ? [sibling] : []
    })
  }
}

/** What an inclusion path claims. */
export type Inclusion = {
  readonly entry: Uint8Array
  readonly index: number
  /** How many entries the tree has. */
  readonly count: number
  readonly path: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** True when the path leads from the entry, at its place in a tree of `count` entries, to the root (RFC 9162 §2.1.3.2). */
export function isIncluded(
  { entry, index, count, path, root }: Inclusion,
  suite: HashSuite = 'sha256',
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count) || index < 0 || index >= count)
    return false
  let node = leafHash(suite, entry)
  let [place, last] = [index, count - 1]
  for (const sibling of path) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      node = nodeHash(suite, sibling, node)
      // A node without a right sibling rises unchanged to the level where it gets one.
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
    } else {
      node = nodeHash(suite, node, sibling)
    }
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && areSame(node, root)
}

const half = (value: number) => Math.floor(value / 2)

const leafHash = (suite: HashSuite, entry: Uint8Array) => digest(suite, joined(0, entry))
const nodeHash = (suite: HashSuite, left: Uint8Array, right: Uint8Array) =>
  digest(suite, joined(1, left, right))

/** A mark and what follows it. */
function joined(mark: number, first: Uint8Array, second?: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + first.length + (second?.length ?? 0))
  bytes[0] = mark
  bytes.set(first, 1)
  if (second) bytes.set(second, 1 + first.length)
  return bytes
}
