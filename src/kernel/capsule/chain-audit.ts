import { hashFault, suiteOf } from '../event-chain.ts'
import type { EventRecord } from '../event-record.ts'
import { fromHex } from '../hex.ts'
import { isIncluded } from '../merkle.ts'
import type { SealRecord } from '../seal.ts'
import { hashOf } from '../signature.ts'
import type { Words } from '../words.ts'
import type { CapsuleEvent, CapsuleList } from './capsule-shapes.ts'
import type { Accuse } from './walk-container.ts'

/** What the events of a capsule say, once all have been looked at. */
export type ChainSummary = {
  readonly recorded: number
  readonly masked: number
  readonly withheld: number
  readonly sealed: number
  /** Events that no seal covered yet when the capsule was made. */
  readonly waiting: number
  readonly firstAt: string | null
  readonly lastAt: string | null
  readonly lastSealedAt: string | null
  readonly mentions: Mentions
}

/** The letters and files that events tell of, by their ids; a masked event does not tell the digest. */
export type Mentions = {
  readonly letters: ReadonlyMap<
    string,
    { readonly seq: number; readonly digest: string | undefined; readonly number: string }
  >
  readonly files: ReadonlyMap<
    string,
    {
      readonly seq: number
      readonly digest: string | undefined
      readonly size: number
      readonly name: string
    }
  >
  /** The numbers of the events whose bodies are there. */
  readonly recorded: ReadonlySet<number>
}

/** Clocks of different machines may differ by so much before a time counts as wrong. */
const clockToleranceMs = 60_000

/**
 * Follows the chain of one matter from line to line: number, hash, link to the one before, time, place under the seal. What the reader may not
 * see is a hash alone and still holds the chain together; a masked event cannot give its hash and stands by links, seal and signature.
 * @param seals undefined when they could not be read; then only the chain is followed
 */
export function chainAudit(
  list: CapsuleList,
  seals: ReadonlyMap<number, SealRecord> | undefined,
  accuse: Accuse,
) {
  let last = { seq: 0, hash: null as string | null, at: '' }
  const counts = { recorded: 0, masked: 0, withheld: 0, sealed: 0, waiting: 0 }
  let [firstAt, lastSealedAt] = [null as string | null, null as string | null]
  let lastBlamed = 0
  let isLinkLost = false
  /** Numbers that were passed over; one that comes later stands in the wrong order, one that never comes was dropped. */
  const missing: { from: number; to: number }[] = []
  const letters = new Map<string, { seq: number; digest: string | undefined; number: string }>()
  const files = new Map<string, { seq: number; digest: string | undefined; size: number; name: string }>()
  const recorded = new Set<number>()

  /** One event is blamed once: what follows from the first fault is no second one. */
  const blame = (what: Parameters<Accuse>[0], seq: number, why: Words, upTo?: number) => {
    if (lastBlamed === seq && what !== 'back-dated') return
    lastBlamed = seq
    accuse(
      what,
      { item: 'events.jsonl', event: seq, ...(upTo !== undefined && upTo > seq ? { upTo } : {}) },
      why,
    )
  }

  const wasMissing = (seq: number): boolean => {
    const at = missing.findIndex(({ from, to }) => from <= seq && seq <= to)
    const gap = missing[at]
    if (!gap) return false
    const rest = [
      { from: gap.from, to: seq - 1 },
      { from: seq + 1, to: gap.to },
    ].filter(({ from, to }) => from <= to)
    missing.splice(at, 1, ...rest)
    return true
  }

  const checkEvent = (event: EventRecord, isMasked: boolean, isGap: boolean) => {
    const { seq } = event
    if (event.matter !== list.matter) blame('added', seq, reasons.otherMatter)
    else if (!isMasked && suiteOf(event) !== event.suite)
      blame(hashFault(event) ?? 'altered', seq, reasons.hash)
    // A sound event vouches for the one before it; a masked one is no witness.
    else if (!isGap && event.prevHash !== last.hash) {
      if (isMasked) blame('altered', seq, reasons.link)
      else blame('altered', last.seq || seq, reasons.successor)
    }
  }

  const checkSeal = (seq: number, hash: string, at: string | null, sealed: CapsuleEvent['sealed']) => {
    if (!sealed) {
      counts.waiting += 1
      return
    }
    counts.sealed += 1
    const seal = seals?.get(sealed.seal)
    if (!seals) return
    if (!seal) {
      blame('not-under-seal', seq, reasons.noSeal(sealed.seal))
      return
    }
    const inclusion = {
      entry: fromHex(hash),
      index: sealed.leaf,
      count: seal.count,
      path: sealed.path.map(fromHex),
      root: fromHex(seal.root),
    }
    if (!isIncluded(inclusion, hashOf(seal.suite))) blame('not-under-seal', seq, reasons.notIncluded(seal.no))
    else if (at && Date.parse(at) > Date.parse(seal.sealedAt) + clockToleranceMs)
      blame('post-dated', seq, reasons.later(seal.sealedAt))
    if (lastSealedAt === null || seal.sealedAt > lastSealedAt) lastSealedAt = seal.sealedAt
  }

  return {
    take(line: CapsuleEvent): void {
      const { seq, hash } = line.as === 'withheld' ? line : line.event
      const isLate = seq <= last.seq && wasMissing(seq)
      if (seq <= last.seq && !isLate) {
        blame('added', seq, reasons.twice)
        return
      }
      if (isLate) blame('reordered', seq, reasons.order)
      const isGap = seq > last.seq + 1
      if (isGap) missing.push({ from: last.seq + 1, to: seq - 1 })
      counts[line.as] += 1
      const at = line.as === 'withheld' ? null : line.event.at
      if (line.as !== 'withheld') {
        checkEvent(line.event, line.as === 'masked', isGap || isLate || isLinkLost)
        const isOwnWord = lastBlamed !== seq
        if (line.event.at < last.at && !isLate) blame('back-dated', seq, reasons.earlier(last.at))
        // What an altered event says of letters and files accuses nothing but itself.
        if (isOwnWord) remember(line.event, line.as === 'masked')
        firstAt ??= line.event.at
      }
      checkSeal(seq, hash, at, line.sealed)
      if (!isLate) isLinkLost = false
      const latest = at !== null && at > last.at ? at : last.at
      last = isLate ? { ...last, at: latest } : { seq, hash, at: latest }
    },
    /** A line that is no event: it stands for the next number, and vouches for nothing. */
    unreadable(): void {
      const seq = last.seq + 1
      blame('altered', seq, reasons.line)
      last = { ...last, seq, hash: null }
      isLinkLost = true
    },
    end(): ChainSummary {
      for (const { from, to } of missing) blame('dropped', from, reasons.gap, to)
      if (last.seq < list.version) blame('dropped', last.seq + 1, reasons.end, list.version)
      else if (last.seq > list.version) blame('added', list.version + 1, reasons.tooMany, last.seq)
      else if (last.hash !== list.head) blame('altered', last.seq, reasons.head)
      return {
        ...counts,
        firstAt,
        lastAt: last.at || null,
        lastSealedAt,
        mentions: { letters, files, recorded },
      }
    },
  }

  /** What the event says of letters and files, read from a body that may say anything. */
  function remember({ seq, type, body }: EventRecord, isMasked: boolean): void {
    const digestOf = (digest: unknown): string | undefined =>
      typeof digest === 'string' ? digest : undefined
    recorded.add(seq)
    for (const letter of Array.isArray(body.letters) ? body.letters : []) {
      const { id, digest, number } = (letter ?? {}) as Record<string, unknown>
      const told = digestOf(digest)
      if (typeof id === 'string' && (told || isMasked) && typeof number === 'string')
        letters.set(id, { seq, digest: told, number })
    }
    const { file, size, name } = body
    const digest = digestOf(body.digest)
    if (
      type === 'file.added' &&
      typeof file === 'string' &&
      (digest || isMasked) &&
      typeof size === 'number' &&
      typeof name === 'string'
    )
      files.set(file, { seq, digest, size, name })
  }
}

const reasons = {
  otherMatter: { zh: '它属于另一件事项。', en: 'It belongs to another matter.' },
  line: { zh: '这一行不是原来的格式。', en: 'The line is not what such a line looks like.' },
  hash: { zh: '内容算不出它的校验码。', en: 'Its content does not give its hash.' },
  link: { zh: '它接续的不是前一条记录。', en: 'It does not continue the event before it.' },
  successor: { zh: '后一条记录接续的不是它。', en: 'The next event continues another one.' },
  earlier: (at: string) => ({
    zh: `它的时间早于前一条记录的 ${at}。`,
    en: `Its time is before ${at}, that of the event before it.`,
  }),
  later: (at: string) => ({
    zh: `它的时间晚于封存它的 ${at}。`,
    en: `Its time is after ${at}, when it was sealed.`,
  }),
  noSeal: (no: number) => ({ zh: `第 ${no} 次封存不在包中。`, en: `Seal ${no} is not in the capsule.` }),
  notIncluded: (no: number) => ({
    zh: `它不在第 ${no} 次封存所签的记录之中。`,
    en: `It is not among the events that seal ${no} signed.`,
  }),
  twice: { zh: '同一序号出现了两次。', en: 'Its number comes twice.' },
  order: { zh: '它排在序号更大的记录之后。', en: 'It stands behind an event of a higher number.' },
  gap: { zh: '序号在此中断。', en: 'The numbers break off here.' },
  end: { zh: '清单所说的末尾几条不在。', en: 'The last ones that the list speaks of are missing.' },
  tooMany: { zh: '清单没有说到它。', en: 'The list does not speak of it.' },
  head: { zh: '它不是清单所说的最后一条。', en: 'It is not the last one that the list speaks of.' },
} satisfies Record<string, Words | ((...args: never[]) => Words)>
