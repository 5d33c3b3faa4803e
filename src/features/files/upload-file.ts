import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { type FileStore, isKept, type ReceivedFile, receiveFile } from '../../platform/file-store.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { defaultSizeLimits, type SizeLimits } from './accepted-file-kinds.ts'
import { getFile } from './attachments.ts'
import { type ContentKind, checkArchive, kindOfHead, kindsOfName } from './content-kind.ts'
import type { FileView } from './file-view.ts'
import type { MatterDoor } from './matter-door.ts'
import { belongingOf, getStanding } from './matter-standing.ts'
import { bytesSweptMeanwhile, keyReused } from './no.ts'
import { safeName } from './safe-name.ts'

/** What files are made of: the tables, the folder, and the matters they belong to. */
export type FileParts = {
  readonly db: Db
  readonly store: FileStore
  readonly matters: MatterDoor
  readonly sizeLimits?: SizeLimits
}

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

/**
 * Takes a file in: refuses what can be refused before the first byte, receives and checks the bytes, then attaches them to
 * the matter in one transaction with the event that says so. No transaction is open while bytes arrive.
 *
 * Same key and same bytes: the same file again. Same key, other bytes: `conflict`.
 */
export async function uploadFile(
  { db, store, matters, sizeLimits = defaultSizeLimits }: FileParts,
  actor: AgencyActor,
  input: UploadFile,
  bytes: Readable,
  occasion: Occasion = hereAndNow(),
): Promise<FileView> {
  const name = safeName(input.name)
  const kinds = kindsOfName(name, input.declaredType)
  await asActor(db, actor, async (tx) => {
    // A repeated request is answered even when the matter has moved on meanwhile.
    if (input.idempotencyKey && (await findEarlier(tx, actor, input.idempotencyKey))) return
    belongingOf(await getStanding(tx, input.matterId, 'look'), actor, input, matters)
  })

  let content: ContentKind | undefined
  const received = await receiveFile(store, bytes, {
    limitBytes: Math.max(...kinds.map(({ family }) => sizeLimits[family])),
    expectedBytes: input.expectedBytes,
    checkHead: async (head) => {
      content = await kindOfHead(kinds, head, name)
    },
    checkWhole: async (read, size) => {
      if (content) await checkArchive(content.kind, read, size, name)
    },
  })
  if (!content) throw new Error('A file was kept whose head nobody looked at.')
  const { mediaType } = content

  return asActor(db, actor, async (tx) => {
    const file = { ...input, name, mediaType }
    const fileId = await attachFile(tx, actor, file, received, { store, matters, occasion })
    return presentable(await getFile(tx, fileId))
  })
}

const presentable = ({ matterId: _matterId, ...file }: Awaited<ReturnType<typeof getFile>>): FileView => file

type NewFile = UploadFile & { readonly mediaType: string }

/** Attaches received bytes; resolves to the id, or to the earlier one when the key was used for the same before. */
async function attachFile(
  tx: Tx,
  actor: AgencyActor,
  file: NewFile,
  { digest, size }: ReceivedFile,
  { store, matters, occasion }: Pick<FileParts, 'store' | 'matters'> & { readonly occasion: Occasion },
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

async function findEarlier(
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
