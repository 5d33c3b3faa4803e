import { sql } from 'kysely'
import type { AgencyActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { examineArrived, isKept, keepArrived } from '../../platform/file-store.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { defaultSizeLimits } from './accepted-file-kinds.ts'
import { attachFile } from './attach-file.ts'
import { getFile } from './attachments.ts'
import { type ContentKind, checkArchive, kindOfHead, kindsOfName } from './content-kind.ts'
import type { FileView } from './file-view.ts'
import { otherBytes } from './refusals.ts'
import { getUpload, pathOfUpload, type UploadRow } from './unfinished-uploads.ts'
import { type FileParts, presentable } from './upload-file.ts'

/**
 * Hands a whole upload over: looked at and hashed, kept under its digest, attached to its matter through the same door as any
 * other file. Killed anywhere on the way, it is done again from where it was; done twice, it is the same file.
 */
export async function finishUpload(
  parts: FileParts,
  actor: AgencyActor,
  id: string,
  occasion: Occasion = hereAndNow(),
): Promise<FileView> {
  const { db, store, matters } = parts
  const upload = await asActor(db, actor, (tx) => getUpload(tx, id))
  const { digest, mediaType } = await keepWhole(parts, actor, upload)
  return asActor(db, actor, async (tx) => {
    const file = {
      ...upload.particulars,
      matterId: upload.matter_id,
      name: upload.name,
      mediaType,
      idempotencyKey: `upload ${id}`,
    }
    const received = { digest, size: upload.size }
    const fileId =
      upload.file_id ?? (await attachFile(tx, actor, file, received, { store, matters, occasion }))
    await sql`update upload set file_id = ${fileId} where id = ${id}`.execute(tx)
    return presentable(await getFile(tx, fileId))
  })
}

/** Writes the digest down before the bytes move, so that whoever goes on after a crash knows where they are. */
async function keepWhole(
  { db, store, sizeLimits = defaultSizeLimits }: FileParts,
  actor: AgencyActor,
  { id, name, size, particulars, digest, media_type: mediaType }: UploadRow,
): Promise<{ readonly digest: string; readonly mediaType: string }> {
  const path = pathOfUpload(store, id)
  if (digest !== null && mediaType !== null) {
    if (!(await isKept(store, digest, size))) await keepArrived(store, path, digest)
    return { digest, mediaType }
  }
  const kinds = kindsOfName(name, particulars.declaredType)
  let content: ContentKind | undefined
  const received = await examineArrived(path, {
    limitBytes: Math.max(...kinds.map(({ family }) => sizeLimits[family])),
    checkHead: async (head) => {
      content = await kindOfHead(kinds, head, name)
    },
    checkWhole: async (read, whole) => {
      if (content) await checkArchive(content.kind, read, whole, name)
    },
  })
  if (!content) throw new Error('An upload was finished whose head nobody looked at.')
  if (particulars.sha256 !== undefined && particulars.sha256 !== received.digest) throw otherBytes()
  const kept = { digest: received.digest, mediaType: content.mediaType }
  await asActor(db, actor, (tx) =>
    sql`update upload set digest = ${kept.digest}, media_type = ${kept.mediaType} where id = ${id}`.execute(
      tx,
    ),
  )
  await keepArrived(store, path, kept.digest)
  return kept
}
