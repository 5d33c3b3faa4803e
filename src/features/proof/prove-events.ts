import { sql } from 'kysely'
import type { CapsuleEvent, CapsuleSeals } from '../../kernel/capsule/capsule-shapes.ts'
import { toHex } from '../../kernel/hex.ts'
import { inclusionPaths } from '../../kernel/merkle.ts'
import { SealRecord } from '../../kernel/seal.ts'
import { hashOf } from '../../kernel/signature.ts'
import type { Tx } from '../../platform/database.ts'

/** The hash of an event with its place under a seal; null while it waits for one. */
export type ProvenHash = {
  readonly seq: number
  readonly hash: string
  readonly sealed: CapsuleEvent['sealed']
}

/**
 * The hashes of a matter's events up to a version, each with its path to the seal that covers it, and those seals with their keys. Runs for the
 * server itself, which alone reads the log: whoever calls it has seen that the matter may be read, and hands on nothing but hashes.
 */
export async function proveEvents(
  tx: Tx,
  matterId: string,
  version: number,
): Promise<CapsuleSeals & { readonly hashes: readonly ProvenHash[] }> {
  const { rows } = await sql<{ seq: number; hash: string; seal: number | null; leaf: number | null }>`
    select e.seq, encode(e.hash, 'hex') as hash, l.seal_no as seal, l.leaf_no as leaf
    from event e left join seal_leaf l on l.matter_id = e.matter_id and l.seq = e.seq
    where e.matter_id = ${matterId} and e.seq <= ${version} order by e.seq`.execute(tx)
  const numbers = [...new Set(rows.flatMap(({ seal }) => seal ?? []))]
  const seals = await sealsOf(tx, numbers)
  const pathIn = new Map<number, (leaf: number) => Uint8Array[]>()
  for (const seal of seals)
    pathIn.set(seal.no, inclusionPaths(await leavesOf(tx, seal.no), hashOf(seal.suite)))
  const hashes = rows.map(({ seq, hash, seal, leaf }) => {
    const path = seal === null || leaf === null ? undefined : pathIn.get(seal)?.(leaf).map(toHex)
    const sealed = path && seal !== null && leaf !== null ? { seal, leaf, path } : null
    return { seq, hash, sealed }
  })
  return { hashes, seals, keys: await keysOf(tx, [...new Set(seals.map(({ keyId }) => keyId))]) }
}

async function sealsOf(tx: Tx, numbers: readonly number[]): Promise<SealRecord[]> {
  const { rows } = await sql<SealRecord>`
    select no, sealed_at as "sealedAt", count, encode(root, 'hex') as root, encode(prev_hash, 'hex') as "prevHash", suite,
      key_id as "keyId", encode(signature, 'hex') as signature
    from seal where no = any (${numbers}::bigint[]) order by no`.execute(tx)
  return SealRecord.array().parse(rows)
}

async function leavesOf(tx: Tx, seal: number): Promise<Uint8Array[]> {
  const { rows } = await sql<{ hash: Buffer }>`
    select hash from seal_leaf where seal_no = ${seal} order by leaf_no`.execute(tx)
  return rows.map(({ hash }) => hash)
}

async function keysOf(tx: Tx, ids: readonly string[]): Promise<CapsuleSeals['keys']> {
  const { rows } = await sql<CapsuleSeals['keys'][number]>`
    select key_id as "keyId", encode(public_key, 'hex') as "publicKey"
    from node_key where key_id = any (${ids}::text[]) order by key_id`.execute(tx)
  return rows
}
