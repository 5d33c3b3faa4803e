import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { type FileStore, isKept, type ReceivedFile } from '../../platform/file-store.ts'
import type { Occasion } from '../../platform/occasion.ts'
import type { MatterDoor } from './matter-door.ts'
import { belongingOf, getStanding } from './matter-standing.ts'
import { bytesSweptMeanwhile, keyReused } from './refusals.ts'

/** What the sender says about a file. */
export type UploadFile = {
  readonly matterId: string
  readonly name: string
  readonly item?: string | undefined
  readonly note?: string | undefined
  readonly leg?: number | undefined
  /** Only for one's own agency, for good. */
  readonly internal?: boolean | undefined
  readonly declaredType?: string | undefined
  readonly expectedBytes?: number | undefined
  readonly idempotencyKey?: string | undefined
}

/** A file whose bytes were looked at. */
export type NewFile = UploadFile & { readonly mediaType: string }

/** The folder, the matters and the moment of an attachment. */
type AttachParts = { readonly store: FileStore; readonly matters: MatterDoor; readonly occasion: Occasion }

/** Attaches received bytes; resolves to the id, or to the earlier one when the key was used for the same before. */
export async function attachFile(
  tx: Tx,
  actor: AgencyActor,
  file: NewFile,
  { digest, size }: Pick<ReceivedFile, 'digest' | 'size'>,
  { store, matters, occasion }: AttachParts,
): Promise<string> {
  const key = file.idempotencyKey
  const asked = fingerprint(file, digest)
  if (key) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${whoIs(actor)} ${key}`}, 6))`.execute(tx)
    const earlier = await findEarlier(tx, actor, key)
    if (earlier && earlier.digest !== asked) throw keyReused()
    if (earlier) return earlier.fileId
  }

  const belonging = belongingOf(await getStanding(tx, file.matterId, 'lock'), actor, file, matters)
  await holdBytes(tx, digest)
  if (!(await isKept(store, digest, size))) throw bytesSweptMeanwhile()

  const id = newId()
  const row = {
    id,
    matter_id: file.matterId,
    leg_no: belonging.leg,
    digest,
    size,
    name: file.name,
    media_type: file.mediaType,
    item: file.item ?? null,
    note: file.note ?? null,
    internal: file.internal ?? false,
    added_at: occasion.now,
  }
  const remembered = key ? { asked_by: whoIs(actor), key, digest: asked, result: { fileId: id } } : null
  await sql`select add_attachment(${JSON.stringify(row)}::jsonb,
    ${remembered && JSON.stringify(remembered)}::jsonb)`.execute(tx)
  const { name, mediaType } = file
  const event = {
    type: 'file.added',
    body: { file: id, name, mediaType, size, digest, item: row.item },
    ...(belonging.leg === null ? {} : { leg: belonging.leg }),
    ...(belonging.visibleTo ? { visibleTo: belonging.visibleTo } : {}),
  }
  await matters.recordOnMatter(tx, actor, file.matterId, event, occasion)
  return id
}

/** Keeps the sweep away from these bytes until the transaction ends (sweep-unreferenced.ts takes the same lock). */
export async function holdBytes(tx: Tx, digest: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${digest}, 6))`.execute(tx)
}

/** What an idempotency key of this actor was used for before. */
export async function findEarlier(
  tx: Tx,
  actor: AgencyActor,
  key: string,
): Promise<{ readonly digest: string; readonly fileId: string } | undefined> {
  const { rows } = await sql<{ digest: string; file_id: string | null }>`
    select encode(digest, 'hex') as digest, result ->> 'fileId' as file_id
    from earlier_result(${whoIs(actor)}, ${key})`.execute(tx)
  return rows[0] && { digest: rows[0].digest, fileId: rows[0].file_id ?? '' }
}

/** What a key stands for: the bytes, and where they were to go. */
function fingerprint(file: UploadFile, digest: string): string {
  const asked = [file.matterId, file.leg ?? null, file.name, file.item ?? null, file.note ?? null, digest]
  return createHash('sha256')
    .update(JSON.stringify(['file', ...asked]))
    .digest('hex')
}

const whoIs = (actor: AgencyActor): string => (actor.type === 'person' ? actor.accountId : actor.tokenId)
