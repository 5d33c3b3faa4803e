import { type ChainedEvent, hashFault } from '../../kernel/event-chain.ts'
import type { Words } from '../../kernel/words.ts'
import { type ProofFault, type ProofFaultKind, type ProofPlace, proofFault } from './proof-fault.ts'
import { toldBy } from './told-by.ts'

/** An event as its row stands in the table. */
export type RecordedEvent = ChainedEvent & { readonly agencyId: string | null }

/** What vouches for an event: the leaf of a seal, or, until the next seal, its row in `unsealed`. */
export type Cover = {
  readonly hash: string
  readonly sealedAt: string | null
  /** True when the leaf itself was altered and the seal's root confirms the event instead. */
  readonly leafAltered: boolean
}

/** The event and its cover under one number; one of the two may be missing. */
export type AuditEntry = {
  readonly seq: number
  readonly event: RecordedEvent | undefined
  readonly cover: Cover | undefined
}

/** What else the tables say about the matter. */
export type MatterEnd = {
  /** Nothing when the matter's row is gone. */
  readonly row: { readonly version: number; readonly head: string; readonly lead: string } | undefined
  readonly legs: readonly { readonly no: number; readonly state: string }[]
}

export type MatterAudit = {
  /** Takes the next entry, in the order of the numbers. */
  take(entry: AuditEntry): void
  /** Compares the end of the chain with the matter's and the legs' rows. */
  end(matter: MatterEnd): void
}

/** Clocks of different machines may differ by so much before a time counts as wrong. */
export const clockToleranceMs = 60_000

/**
 * Compares one matter's events with what vouches for them, streaming: memory does not grow with the number of events.
 *
 * Who alters, drops or inserts an event and recomputes every hash behind it leaves a chain without fault; then the first
 * event that is not the sealed one is named, and whether one was altered, dropped or inserted there follows from how many
 * were sealed.
 * @param isLogWhole false when seals are missing, so that an event without cover accuses the log and not the event
 */
export function auditMatter(
  place: Pick<ProofPlace, 'matter' | 'number'>,
  {
    isLogWhole,
    report,
  }: {
    readonly isLogWhole: boolean
    readonly report: (fault: ProofFault) => void
  },
): MatterAudit {
  let last = { seq: 0, hash: null as string | null, trustedAt: '' }
  let lastCover: { readonly seq: number; readonly hash: string } | undefined
  let [events, covers] = [0, 0]
  let rewrittenFrom: number | undefined
  let isChainSound = true
  const states = new Map<number, string>()
  let lead: string | null = null

  const accuse = (what: ProofFaultKind, where: ProofPlace, why: Words) => {
    if (chainKinds.has(what)) isChainSound = false
    report(proofFault(what, { ...place, ...where }, why))
  }
  const range = (from: number, to: number) => (to > from ? { seq: from, upTo: to } : { seq: from })

  const settleRewriting = () => {
    if (rewrittenFrom === undefined) return
    const what = events > covers ? 'inserted' : events < covers ? 'dropped' : 'altered'
    accuse(what, { seq: rewrittenFrom }, reasons.rewritten)
    rewrittenFrom = undefined
  }

  const checkHash = (event: RecordedEvent, isGap: boolean) => {
    const wrong = hashFault(event)
    if (wrong) accuse(wrong, { seq: event.seq }, reasons[wrong])
    else if (agencyOf(event) !== event.agencyId) accuse('altered', { seq: event.seq }, reasons.agency)
    // A sound event vouches for the one before it, unless that one is already known to be rewritten.
    else if (!isGap && event.prevHash !== last.hash && rewrittenFrom === undefined)
      accuse('altered', { seq: last.seq || event.seq }, reasons.successor)
    return !wrong
  }

  const checkCover = (event: RecordedEvent, cover: Cover | undefined) => {
    if (cover && (cover.hash === event.hash || cover.leafAltered)) return settleRewriting()
    if (cover) rewrittenFrom ??= event.seq
    else if (!isLogWhole) accuse('broken-seal', { seq: event.seq }, reasons.sealGone)
    else if (rewrittenFrom === undefined) accuse('inserted', { seq: event.seq }, reasons.uncovered)
  }

  const checkTime = (event: RecordedEvent, cover: Cover | undefined) => {
    if (event.at < last.trustedAt) accuse('back-dated', { seq: event.seq }, reasons.earlier(last.trustedAt))
    if (cover?.sealedAt && Date.parse(event.at) > Date.parse(cover.sealedAt) + clockToleranceMs)
      accuse('post-dated', { seq: event.seq }, reasons.later(cover.sealedAt))
  }

  const follow = (event: RecordedEvent) => {
    const told = toldBy(event.body)
    const isFollowable = isChainSound && rewrittenFrom === undefined
    for (const { leg, from, to } of told.moves) {
      if (isFollowable && states.has(leg) && states.get(leg) !== from)
        accuse('wrong-state', { seq: event.seq, leg }, reasons.state(states.get(leg), from ?? undefined))
      states.set(leg, to)
    }
    // While a matter is prepared, and the asker alone reads it, a move names every leg: one that is not named was struck off.
    // Once it is sent, what concerns everybody names only the legs that it moves.
    const named = new Set(told.moves.map(({ leg }) => leg))
    if (event.leg === null && event.visibleTo !== null && named.size > 0)
      for (const leg of states.keys()) if (!named.has(leg)) states.delete(leg)
    lead = told.lead ?? lead
  }

  const checkHead = (row: NonNullable<MatterEnd['row']>) => {
    if (row.version === last.seq && row.head === last.hash) return
    // Rows at the end that have gone are named already; the head that still tells of them is right.
    const tellsOfMissing = !isChainSound && row.version === lastCover?.seq && row.head === lastCover.hash
    if (!tellsOfMissing) accuse('wrong-head', { seq: last.seq }, reasons.head(row.version, last.seq))
  }

  /** Of a chain with faults no state follows; its faults are named already. */
  const checkStates = ({ row, legs }: MatterEnd) => {
    if (!isChainSound) return
    if (row && row.lead !== lead) accuse('wrong-state', {}, reasons.lead(lead, row.lead))
    for (const { no, state } of legs) {
      const told = states.get(no)
      if (told !== state) accuse('wrong-state', { leg: no }, reasons.state(told, state))
      states.delete(no)
    }
    for (const [leg, told] of states) accuse('wrong-state', { leg }, reasons.state(told, undefined))
  }

  return {
    take({ seq, event, cover }) {
      if (cover) {
        covers += 1
        lastCover = { seq, hash: cover.hash }
      }
      if (!event) return
      events += 1
      const isGap = seq > last.seq + 1
      if (isGap) accuse('dropped', range(last.seq + 1, seq - 1), reasons.dropped)
      const isSound = checkHash(event, isGap)
      if (isSound) checkCover(event, cover)
      checkTime(event, cover)
      follow(event)
      last = {
        seq,
        hash: event.hash,
        trustedAt: isSound && event.at > last.trustedAt ? event.at : last.trustedAt,
      }
    },

    end(matter) {
      const isTailMissing = lastCover !== undefined && lastCover.seq > last.seq
      if (lastCover && isTailMissing && rewrittenFrom === undefined)
        accuse('dropped', range(last.seq + 1, lastCover.seq), reasons.dropped)
      settleRewriting()
      if (matter.row) checkHead(matter.row)
      else accuse('dropped', {}, reasons.matterGone)
      checkStates(matter)
    },
  }
}

const chainKinds: ReadonlySet<ProofFaultKind> = new Set(['altered', 'dropped', 'inserted', 'reordered'])

/** The agency in whose name the event was recorded: the hashed actor says it, the column repeats it for searching. */
function agencyOf({ actor }: RecordedEvent): string | null {
  const agency = typeof actor === 'object' && actor !== null && 'agency' in actor ? actor.agency : null
  return typeof agency === 'string' ? agency : null
}

const reasons = {
  altered: {
    zh: '按内容重新计算的摘要与记录时的摘要不一致。',
    en: 'Its content does not give the hash it was recorded with.',
  },
  reordered: { zh: '摘要表明它原来是另一个序号。', en: 'Its hash says that it stood at another number.' },
  agency: {
    zh: '单位一栏与记录内容中的单位不一致。',
    en: 'The agency column does not repeat the agency in the record.',
  },
  successor: {
    zh: '后一条记录接续的不是它现在的内容。',
    en: 'The event after it was written after another content.',
  },
  rewritten: {
    zh: '从这里起与已封存的记录不一致，其后的摘要系重新计算。',
    en: 'From here on the chain is not the sealed one; the hashes behind it were recomputed.',
  },
  uncovered: {
    zh: '既无封存、也不在待封存之列，不是通过系统办理产生的；或者最近一次封存连同其清单被删除。',
    en: 'No seal covers it and it does not wait for one: it did not come through the system, or the latest seal was removed with its list.',
  },
  sealGone: { zh: '封存它的那次封存已不在。', en: 'The seal that covered it is gone.' },
  dropped: { zh: '前后记录或封存表明它存在过。', en: 'Its neighbours or a seal say that it was there.' },
  matterGone: {
    zh: '事项本身已不在，而它的记录或封存还在。',
    en: 'The matter is gone, but its events or seals are there.',
  },
  head: (version: number, seq: number) => ({
    zh: `事项登记的版本是 ${version}，记录到第 ${seq} 条。`,
    en: `The matter says version ${version}; its events end at ${seq}.`,
  }),
  earlier: (at: string) => ({
    zh: `它早于前一条记录的时间 ${at}。`,
    en: `It claims to be earlier than the event before it, ${at}.`,
  }),
  later: (at: string) => ({
    zh: `它晚于封存它的时间 ${at}。`,
    en: `It claims to be later than its seal, ${at}.`,
  }),
  lead: (told: string | null, found: string) => ({
    zh: `按记录牵头单位应为 ${told ?? '无'}，实为 ${found}。`,
    en: `The events say that ${told ?? 'nobody'} leads, it is ${found}.`,
  }),
  state: (told: string | undefined, found: string | undefined) => ({
    zh: `按记录应为 ${told ?? '无'}，实为 ${found ?? '无'}。`,
    en: `The events say ${told ?? 'nothing'}, it is ${found ?? 'nothing'}.`,
  }),
} satisfies Record<string, Words | ((...args: never[]) => Words)>
