import { open } from 'node:fs/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { parseInput } from '../../kernel/faults.ts'
import { MatterId } from '../../kernel/ids.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { headBytes, refuseFullDisk, tooLarge } from '../../platform/file-store.ts'
import { defaultSizeLimits } from './accepted-file-kinds.ts'
import { kindOfHead, kindsOfName } from './content-kind.ts'
import { fileParticulars, GivenName } from './file-particulars.ts'
import { belongingOf, getStanding } from './matter-standing.ts'
import { sayHowLong, tooManyUploads } from './refusals.ts'
import { safeName } from './safe-name.ts'
import {
  getUpload,
  listUploads,
  offsetOf,
  type Particulars,
  pathOfUpload,
  type UploadRow,
} from './unfinished-uploads.ts'
import type { FileParts } from './upload-file.ts'

/** The most uploads that one person leaves unfinished. */
const mostUnfinished = 20

/** What the sender says in `Upload-Metadata`; `filename` and `filetype` are what tus clients call them. */
export const UploadMetadata = z.strictObject({
  matterId: MatterId,
  filename: GivenName,
  filetype: z.string().max(200).optional(),
  lastModified: z.coerce.number().int().min(0).max(8.64e15).optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  ...fileParticulars,
})

/** An upload as the protocol announces it. */
export type Announced = {
  readonly id: string
  readonly size?: number | undefined
  readonly metadata?: Readonly<Record<string, string | null>> | undefined
}

/** Refuses an upload for everything that can be known before its first byte, and remembers where it is to go. */
export async function beginUpload(
  { db, store, matters, sizeLimits = defaultSizeLimits }: FileParts,
  actor: AgencyActor,
  { id, size, metadata }: Announced,
): Promise<void> {
  if (!size || !metadata) throw sayHowLong()
  // The protocol sends what has no value as null.
  const said = Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null))
  const { matterId, filename, filetype, ...rest } = parseInput(UploadMetadata, said)
  const name = safeName(filename)
  const kinds = kindsOfName(name, filetype)
  const limitBytes = Math.max(...kinds.map(({ family }) => sizeLimits[family]))
  if (size > limitBytes) throw tooLarge(limitBytes)
  await refuseFullDisk(store, size)
  const particulars: Particulars = { ...rest, declaredType: filetype, internal: rest.internal === 'true' }
  await asActor(db, actor, async (tx) => {
    belongingOf(await getStanding(tx, matterId, 'look'), actor, particulars, matters)
    if ((await listUploads(tx)).length >= mostUnfinished) throw tooManyUploads(mostUnfinished)
    await sql`insert into upload (id, matter_id, name, size, particulars)
      values (${id}, ${matterId}, ${name}, ${size}, ${JSON.stringify(particulars)}::jsonb)`.execute(tx)
  })
}

/**
 * Whether the actor may go on with an upload: it is one's own, and one could still attach to its matter. What arrived so far
 * is looked at, so that nobody sends gigabytes of the wrong thing.
 */
export async function goOnWithUpload(
  { db, store, matters }: FileParts,
  actor: AgencyActor,
  id: string,
  moreBytes: number,
): Promise<UploadRow> {
  const upload = await asActor(db, actor, async (tx) => {
    const own = await getUpload(tx, id)
    if (own.file_id === null)
      belongingOf(await getStanding(tx, own.matter_id, 'look'), actor, own.particulars, matters)
    return own
  })
  if (upload.digest !== null) return upload
  if (moreBytes > 0) await refuseFullDisk(store, moreBytes)
  if (((await offsetOf(store, upload)) ?? 0) >= headBytes) {
    await using file = await open(pathOfUpload(store, id), 'r')
    const { buffer } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    await kindOfHead(kindsOfName(upload.name, upload.particulars.declaredType), buffer, upload.name)
  }
  return upload
}
