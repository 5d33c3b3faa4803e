import type { Readable } from 'node:stream'
import type { AgencyActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { type FileStore, receiveFile } from '../../platform/file-store.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { defaultSizeLimits, type SizeLimits } from './accepted-file-kinds.ts'
import { attachFile, findEarlier, type UploadFile } from './attach-file.ts'
import { getFile } from './attachments.ts'
import { type ContentKind, checkArchive, kindOfHead, kindsOfName } from './content-kind.ts'
import type { FileView } from './file-view.ts'
import type { MatterDoor } from './matter-door.ts'
import { belongingOf, getStanding } from './matter-standing.ts'
import { safeName } from './safe-name.ts'

/** What files are made of: the tables, the folder, and the matters they belong to. */
export type FileParts = {
  readonly db: Db
  readonly store: FileStore
  readonly matters: MatterDoor
  readonly sizeLimits?: SizeLimits
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

/** A file without the matter it belongs to. */
export const presentable = ({
  matterId: _matterId,
  ...file
}: Awaited<ReturnType<typeof getFile>>): FileView => file
