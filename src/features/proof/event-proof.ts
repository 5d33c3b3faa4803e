import { sql } from 'kysely'
import { z } from 'zod'
import { suiteOf } from '../../kernel/event-chain.ts'
import { EventRecord, Hash } from '../../kernel/event-record.ts'
import { toHex } from '../../kernel/hex.ts'
import { inclusionPath, isIncluded } from '../../kernel/merkle.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isSealSigned, SealRecord } from '../../kernel/seal.ts'
import { hashOf, isSuite, keyIdOf } from '../../kernel/signature.ts'
import type { Tx } from '../../platform/database.ts'
import { recordedEvents } from './recorded-event.ts'

/** All that is needed to show, with no network and no database, that an event stood in the node's log when it was sealed. */
export const EventProof = z.strictObject({
  event: EventRecord,
  seal: SealRecord,
  /** The event's place in the seal. */
  leaf: z.int().min(0),
  path: z.array(Hash).max(64),
  /** SubjectPublicKeyInfo, DER, hex. Compare its fingerprint `keyId` with the one the node made known. */
  publicKey: z.string().regex(/^([0-9a-f]{2})+$/),
})
export type EventProof = z.infer<typeof EventProof>

/** What is wrong with a proof, or nothing: the event is unchanged, under the seal, and the seal signed by its key. */
export function eventProofFault({
  event,
  seal,
  leaf,
  path,
  publicKey,
}: EventProof): 'event-altered' | 'not-under-seal' | 'wrong-key' | 'wrong-signature' | undefined {
  if (suiteOf(event) !== event.suite) return 'event-altered'
  const inclusion = {
    entry: Buffer.from(event.hash, 'hex'),
    index: leaf,
    count: seal.count,
    path: path.map((hash) => Buffer.from(hash, 'hex')),
    root: Buffer.from(seal.root, 'hex'),
  }
  if (!isIncluded(inclusion, hashOf(seal.suite))) return 'not-under-seal'
  const key = Buffer.from(publicKey, 'hex')
  if (keyIdOf(key) !== seal.keyId) return 'wrong-key'
  return isSealSigned(seal, key) ? undefined : 'wrong-signature'
}

/**
 * Makes the proof of one event. Runs for the server itself: whoever calls it has already seen that the person may read the event.
 * @throws Refusal `not-found`, or `not-now` while the event waits for its seal (a few seconds)
 */
export async function proveEvent(tx: Tx, matterId: string, seq: number): Promise<EventProof> {
  const event = await readEvent(tx, matterId, seq)
  const { rows } = await sql<SealRecord & { leaf: number; publicKey: string }>`
    select s.no, s.sealed_at as "sealedAt", s.count, encode(s.root, 'hex') as root, encode(s.prev_hash, 'hex') as "prevHash",
      s.suite, s.key_id as "keyId", encode(s.signature, 'hex') as signature,
      l.leaf_no as leaf, encode(k.public_key, 'hex') as "publicKey"
    from seal_leaf l join seal s on s.no = l.seal_no join node_key k on k.key_id = s.key_id
    where l.matter_id = ${matterId} and l.seq = ${seq}`.execute(tx)
  const [row] = rows
  if (!row) throw notSealedYet()
  const { leaf, publicKey, ...seal } = row
  if (!isSuite(seal.suite)) throw new Error(`Seal ${seal.no} has the unknown suite ${seal.suite}.`)
  const path = inclusionPath(await leafHashes(tx, seal.no), leaf, hashOf(seal.suite))
  return { event, seal, leaf, path: path.map(toHex), publicKey }
}

async function readEvent(tx: Tx, matterId: string, seq: number): Promise<EventRecord> {
  const [event] = await recordedEvents(tx, matterId, seq, seq)
  if (!event) throw noSuchEvent()
  return event
}

async function leafHashes(tx: Tx, seal: number): Promise<Buffer[]> {
  const { rows } = await sql<{ hash: Buffer }>`
    select hash from seal_leaf where seal_no = ${seal} order by leaf_no`.execute(tx)
  return rows.map(({ hash }) => hash)
}

export const noSuchEvent = (): Refusal =>
  new Refusal('not-found', {
    zh: '没有这条记录，或者您没有查看它的权限。请核对事项和序号。',
    en: 'There is no such event, or it is not yours to see. Check the matter and the number.',
  })

const notSealedYet = (): Refusal =>
  new Refusal('not-now', {
    zh: '这条记录正在等待封存，请几秒后再试。',
    en: 'The event waits for its seal. Try again in a few seconds.',
  })
