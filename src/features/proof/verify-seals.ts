import { sql } from 'kysely'
import { toHex } from '../../kernel/hex.ts'
import { type MerkleLog, merkleLog } from '../../kernel/merkle.ts'
import { isSealSigned, type Seal, sealHash } from '../../kernel/seal.ts'
import { hashOf, isSuite, keyIdOf } from '../../kernel/signature.ts'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../platform/database.ts'
import { clockToleranceMs } from './audit-matter.ts'
import { type Cursor, openCursor, pageRows } from './cursor.ts'
import { type ProofFault, type ProofPlace, proofFault } from './proof-fault.ts'

/** A seal that an auditor wrote down earlier: the log must still contain it. */
export type KnownSeal = { readonly no: number; readonly hash: string }

export type SealAudit = {
  readonly seals: number
  /** What an auditor may write down, to find out later whether the log was cut off or replaced. */
  readonly lastSeal: (KnownSeal & { readonly sealedAt: string; readonly keyId: string }) | null
  /** False when a seal or a leaf is missing. */
  readonly isWhole: boolean
  /** Seals with altered leaves whose root the events themselves confirm: there the leaf lies, not the event. */
  readonly leavesAltered: ReadonlySet<number>
}

type SealOptions = {
  /** Only the seals that cover this matter; their sequence cannot be judged then. */
  readonly matterId?: string | undefined
  /** Only these keys count; without them every key that is registered. */
  readonly trustedKeys?: readonly string[] | undefined
  readonly knownSeals?: readonly KnownSeal[] | undefined
  readonly report: (fault: ProofFault) => void
}

type SealRow = Seal & { readonly publicKey: Buffer | null; readonly retiredAt: string | null }
type LeafRow = {
  readonly sealNo: number
  readonly leafNo: number
  readonly matter: string
  readonly seq: number
  readonly hash: Buffer
}

/** Recomputes every root, follows the chain of seals and checks every signature. */
export async function verifySeals(tx: Tx, options: SealOptions): Promise<SealAudit> {
  const seals = await openCursor<SealRow>((after) => sealPage(tx, after, options.matterId))
  const leaves = await openCursor<LeafRow>((after) => leafPage(tx, after, options.matterId))
  const accuse = (place: ProofPlace, why: Words) => options.report(proofFault('broken-seal', place, why))
  const leavesAltered = new Set<number>()
  let isWhole = true
  let count = 0
  let last: SealRow | undefined
  let expected = 1
  const missing = (no: number, upTo: number) => {
    isWhole = false
    accuse(upTo > no ? { seal: no, upTo } : { seal: no }, reasons.gone)
  }

  while (seals.current || leaves.current) {
    const no = Math.min(seals.current?.no ?? Infinity, leaves.current?.sealNo ?? Infinity)
    if (options.matterId === undefined && no > expected) missing(expected, no - 1)
    expected = no + 1
    const seal = seals.current?.no === no ? seals.current : undefined
    const list = await readLeaves(leaves, no, merkleLog(hashOfSeal(seal)))
    if (!seal) {
      missing(no, no)
      continue
    }
    await seals.advance()
    count += 1
    for (const why of statementFaults(seal, options)) accuse({ seal: no }, why)
    if (options.matterId === undefined)
      for (const why of sequenceFaults(seal, last)) accuse({ seal: no }, why)
    if (list.root !== seal.root || list.count !== seal.count) {
      const altered = list.isWhole && list.count === seal.count ? await alteredLeaves(tx, seal) : undefined
      if (altered) leavesAltered.add(no)
      else isWhole &&= list.isWhole && list.count === seal.count
      for (const leaf of altered ?? []) accuse({ seal: no, ...leaf }, reasons.leaf)
      if (!altered)
        accuse({ seal: no }, list.count === seal.count ? reasons.root : reasons.count(seal.count, list.count))
    }
    last = seal
  }
  for (const { no } of options.knownSeals ?? []) {
    if (options.matterId === undefined && no >= expected) accuse({ seal: no }, reasons.cutOff)
  }
  return { seals: count, lastSeal: last ? describe(last) : null, isWhole, leavesAltered }
}

const describe = (seal: SealRow) => ({
  no: seal.no,
  hash: sealHash(seal),
  sealedAt: seal.sealedAt,
  keyId: seal.keyId,
})

const hashOfSeal = (seal: SealRow | undefined) =>
  seal && isSuite(seal.suite) ? hashOf(seal.suite) : 'sha256'

/** Reads the leaves of one seal into a tree. */
async function readLeaves(leaves: Cursor<LeafRow>, no: number, log: MerkleLog) {
  let count = 0
  let isWhole = true
  while (leaves.current?.sealNo === no) {
    isWhole &&= leaves.current.leafNo === count
    log.add(leaves.current.hash)
    count += 1
    await leaves.advance()
  }
  return { count, isWhole, root: toHex(log.root()) }
}

/** When the events of a broken seal give its root, exactly the leaves that differ from them were altered. */
async function alteredLeaves(tx: Tx, seal: SealRow): Promise<ProofPlace[] | undefined> {
  const places = await openCursor<LeafRow & { readonly eventHash: Buffer | null }>(async (after) => {
    const { rows } = await sql<LeafRow & { eventHash: Buffer | null }>`
      select l.seal_no as "sealNo", l.leaf_no as "leafNo", l.matter_id as matter, l.seq, l.hash, e.hash as "eventHash"
      from seal_leaf l left join event e on e.matter_id = l.matter_id and e.seq = l.seq
      where l.seal_no = ${seal.no} and l.leaf_no > ${after?.leafNo ?? -1} order by l.leaf_no limit ${pageRows}`.execute(
      tx,
    )
    return rows
  })
  const log = merkleLog(hashOfSeal(seal))
  const altered: ProofPlace[] = []
  for (; places.current; await places.advance()) {
    const { leafNo, matter, seq, hash, eventHash } = places.current
    log.add(eventHash ?? hash)
    if (eventHash && !eventHash.equals(hash)) altered.push({ leaf: leafNo, matter, seq })
  }
  return altered.length > 0 && toHex(log.root()) === seal.root ? altered : undefined
}

function statementFaults(seal: SealRow, { trustedKeys, knownSeals }: SealOptions): Words[] {
  const faults: Words[] = []
  const isKeyRight = seal.publicKey !== null && keyIdOf(seal.publicKey) === seal.keyId
  if (!isKeyRight) faults.push(reasons.key)
  else if (trustedKeys && !trustedKeys.includes(seal.keyId)) faults.push(reasons.untrusted(seal.keyId))
  else if (!isSealSigned(seal, seal.publicKey)) faults.push(reasons.signature)
  if (seal.retiredAt && seal.sealedAt > seal.retiredAt) faults.push(reasons.retired(seal.retiredAt))
  const known = knownSeals?.find(({ no }) => no === seal.no)
  if (known && known.hash !== sealHash(seal)) faults.push(reasons.replaced)
  return faults
}

function sequenceFaults(seal: SealRow, last: SealRow | undefined): Words[] {
  const faults: Words[] = []
  const isNext = seal.no === (last?.no ?? 0) + 1
  if (isNext && seal.prevHash !== (last ? sealHash(last) : null)) faults.push(reasons.link)
  if (last && Date.parse(seal.sealedAt) < Date.parse(last.sealedAt) - clockToleranceMs)
    faults.push(reasons.earlier)
  return faults
}

async function sealPage(
  tx: Tx,
  after: SealRow | undefined,
  matterId: string | undefined,
): Promise<SealRow[]> {
  const ofMatter = matterId
    ? sql`and s.no in (select seal_no from seal_leaf where matter_id = ${matterId})`
    : sql``
  const { rows } = await sql<SealRow>`
    select s.no, s.sealed_at as "sealedAt", s.count, encode(s.root, 'hex') as root, encode(s.prev_hash, 'hex') as "prevHash",
      s.suite, s.key_id as "keyId", encode(s.signature, 'hex') as signature,
      k.public_key as "publicKey", k.retired_at as "retiredAt"
    from seal s left join node_key k on k.key_id = s.key_id and k.suite = s.suite
    where s.no > ${after?.no ?? 0} ${ofMatter} order by s.no limit ${pageRows}`.execute(tx)
  return rows
}

async function leafPage(
  tx: Tx,
  after: LeafRow | undefined,
  matterId: string | undefined,
): Promise<LeafRow[]> {
  const ofMatter = matterId
    ? sql`and l.seal_no in (select seal_no from seal_leaf where matter_id = ${matterId})`
    : sql``
  const { rows } = await sql<LeafRow>`
    select l.seal_no as "sealNo", l.leaf_no as "leafNo", l.matter_id as matter, l.seq, l.hash
    from seal_leaf l
    where (l.seal_no, l.leaf_no) > (${after?.sealNo ?? 0}::bigint, ${after?.leafNo ?? -1}::integer) ${ofMatter}
    order by l.seal_no, l.leaf_no limit ${pageRows}`.execute(tx)
  return rows
}

const reasons = {
  gone: {
    zh: '这次封存已不在，而前后的封存或它的清单还在。',
    en: 'It is gone, but its neighbours or its list are there.',
  },
  cutOff: {
    zh: '此前记下的这次封存已不在，日志末尾被截去。',
    en: 'It was written down earlier and is gone: the end of the log was cut off.',
  },
  replaced: { zh: '与此前记下的不是同一次封存。', en: 'It is not the one that was written down earlier.' },
  root: { zh: '清单算不出它所签的根摘要。', en: 'Its list does not give the root that was signed.' },
  count: (told: number, found: number) => ({
    zh: `应有 ${told} 项，实有 ${found} 项。`,
    en: `It covers ${told} events; its list has ${found}.`,
  }),
  leaf: {
    zh: '清单中的这一项被改动，记录本身未变。',
    en: 'This entry of its list was altered; the event itself was not.',
  },
  key: {
    zh: '登记的公钥与密钥编号不符，或者已不在。',
    en: 'The registered public key is not the one its id names, or is gone.',
  },
  untrusted: (key: string) => ({
    zh: `签名所用的密钥 ${key} 不在您给出的范围内。`,
    en: `It is signed by the key ${key}, which is not one you named.`,
  }),
  signature: { zh: '签名与内容不符。', en: 'The signature does not belong to what it says.' },
  retired: (at: string) => ({ zh: `签名密钥已于 ${at} 停用。`, en: `Its key was retired at ${at}.` }),
  link: { zh: '它接续的不是前一次封存。', en: 'It does not continue the seal before it.' },
  earlier: { zh: '它早于前一次封存的时间。', en: 'It claims to be earlier than the seal before it.' },
} satisfies Record<string, Words | ((...args: never[]) => Words)>
