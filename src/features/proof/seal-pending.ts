import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'kysely'
import { toHex } from '../../kernel/hex.ts'
import { merkleLog } from '../../kernel/merkle.ts'
import { type SealStatement, sealBytes, sealHash } from '../../kernel/seal.ts'
import { hashOf } from '../../kernel/signature.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import type { SigningKey } from '../../platform/signing.ts'

/**
 * Seals every event that waits, in signed batches, one transaction each; the background work calls it every few seconds.
 *
 * Exactly once: an event leaves `unsealed` in the transaction that writes its leaf, so a process that is killed loses
 * and doubles nothing. Moves never wait for it: it locks only rows that no move touches. Seals are numbered and linked,
 * so one worker seals at a time; another that comes meanwhile goes away with `sealed: 0`.
 * @param batch how many events one seal covers at most; 10,000 keep a transaction well below a second
 */
export async function sealPending(
  db: Db,
  key: SigningKey,
  { batch = 10_000 }: { readonly batch?: number } = {},
): Promise<{ readonly sealed: number }> {
  let sealed = 0
  for (;;) {
    const count = await asActor(db, systemActor('sealing'), (tx) => sealBatch(tx, key, batch))
    sealed += count
    if (count < batch) return { sealed }
  }
}

async function sealBatch(tx: Tx, key: SigningKey, most: number): Promise<number> {
  if (!(await isOurTurn(tx))) return 0
  const pending = await takePending(tx, most)
  if (pending.length === 0) return 0
  const root = await rootOf(pending, key)
  await registerKey(tx, key)
  const last = await lastSeal(tx)
  const statement: SealStatement = {
    no: (last.seal?.no ?? 0) + 1,
    sealedAt: last.now,
    count: pending.length,
    root,
    prevHash: last.seal ? sealHash(last.seal) : null,
    suite: key.suite,
    keyId: key.keyId,
  }
  await insertSeal(tx, statement, key.sign(sealBytes(statement)), pending)
  return pending.length
}

/** Holds the turn until the transaction ends, however it ends. */
async function isOurTurn(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ ours: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('xiezhi.sealing')) as ours`.execute(tx)
  return rows[0]?.ours ?? false
}

type Pending = { readonly matter_id: string; readonly seq: number; readonly hash: Buffer }

/** Only the holder of the turn deletes here, so nothing can be taken twice and no row needs a lock of its own. */
async function takePending(tx: Tx, most: number): Promise<Pending[]> {
  const { rows } = await sql<Pending>`
    delete from unsealed where (matter_id, seq) in
      (select matter_id, seq from unsealed order by matter_id, seq limit ${most})
    returning matter_id, seq, hash`.execute(tx)
  return rows.sort((a, b) =>
    a.matter_id === b.matter_id ? a.seq - b.seq : a.matter_id < b.matter_id ? -1 : 1,
  )
}

/** Pauses now and then: 10,000 hashes take some 40 ms, and the same process may be answering requests. */
async function rootOf(pending: readonly Pending[], key: SigningKey): Promise<string> {
  const log = merkleLog(hashOf(key.suite))
  for (const [index, { hash }] of pending.entries()) {
    log.add(hash)
    if (index % 500 === 499) await breath()
  }
  return toHex(log.root())
}

async function registerKey(tx: Tx, key: SigningKey): Promise<void> {
  await sql`
    insert into node_key (key_id, suite, public_key) values (${key.keyId}, ${key.suite}, ${key.publicKey})
    on conflict do nothing`.execute(tx)
}

/** The seal to continue, and the time by the database's clock, which all workers share. */
async function lastSeal(tx: Tx): Promise<{ readonly now: string; readonly seal: SealStatement | null }> {
  const { rows } = await sql<{ now: string } & SealStatement>`
    select date_trunc('milliseconds', clock_timestamp()) as now, s.no, s.sealed_at as "sealedAt", s.count,
      encode(s.root, 'hex') as root, encode(s.prev_hash, 'hex') as "prevHash", s.suite, s.key_id as "keyId"
    from (values (1)) as one left join lateral (select * from seal order by no desc limit 1) s on true`.execute(
    tx,
  )
  const [row] = rows
  if (!row) throw new Error('The database did not tell the time.')
  const { now, ...seal } = row
  // Without a seal the outer join gives nulls.
  return { now, seal: seal.no ? seal : null }
}

async function insertSeal(
  tx: Tx,
  seal: SealStatement,
  signature: Buffer,
  leaves: readonly Pending[],
): Promise<void> {
  await sql`
    with made as (
      insert into seal (no, sealed_at, count, root, prev_hash, signature, key_id, suite)
      values (${seal.no}, ${seal.sealedAt}, ${seal.count}, decode(${seal.root}, 'hex'), decode(${seal.prevHash}, 'hex'),
        ${signature}, ${seal.keyId}, ${seal.suite})
      returning no
    )
    insert into seal_leaf (seal_no, leaf_no, matter_id, seq, hash)
    select made.no, leaf.place - 1, leaf.matter_id, leaf.seq, decode(leaf.hash, 'hex')
    from made, unnest(${leaves.map((leaf) => leaf.matter_id)}::uuid[], ${leaves.map((leaf) => leaf.seq)}::integer[],
      ${leaves.map((leaf) => leaf.hash.toString('hex'))}::text[]) with ordinality as leaf (matter_id, seq, hash, place)
  `.execute(tx)
}
