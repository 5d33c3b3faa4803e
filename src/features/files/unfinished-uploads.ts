import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../platform/database.ts'
import { type FileStore, unfinishedFolder } from '../../platform/file-store.ts'
import { noSuchUpload } from './refusals.ts'

/** The store of uploads under way: SQL, read through row-level security (migrations/0006-files.sql), and their bytes. */

/** An upload that nobody finished is cleared after so long. */
export const uploadLifeMilliseconds = 7 * 86_400_000

/** What else the sender of an upload said. */
export type Particulars = {
  readonly item?: string | undefined
  readonly leg?: number | undefined
  readonly note?: string | undefined
  readonly internal?: boolean | undefined
  readonly declaredType?: string | undefined
  /** When the sender's file was last changed, in milliseconds: tells two files of the same name apart. */
  readonly lastModified?: number | undefined
  readonly sha256?: string | undefined
}

export type UploadRow = {
  readonly id: string
  readonly matter_id: string
  readonly name: string
  readonly size: number
  readonly particulars: Particulars
  readonly begun_at: string
  readonly digest: string | null
  readonly media_type: string | null
  readonly file_id: string | null
}

/** An upload under way as the API answers it, to the person who began it only. */
export const UploadView = z.object({
  id: z.uuid(),
  name: z.string(),
  size: z.number().int().describe('Bytes'),
  offset: z.number().int().describe('How many of them arrived'),
  lastModified: z.number().nullable().describe('When the sender’s file was last changed, ms'),
  item: z.string().nullable(),
  begunAt: z.string(),
  expiresAt: z.string().describe('It is cleared then'),
})
export type UploadView = z.infer<typeof UploadView>

const columns = sql`id, matter_id, name, size, particulars, begun_at, digest, media_type, file_id`

/** One's own upload; refuses with `not-found` any other, and one that is past its time. */
export async function getUpload(tx: Tx, id: string): Promise<UploadRow> {
  const { rows } = await sql<UploadRow>`select ${columns} from upload where id = ${id}`.execute(tx)
  const [row] = rows
  if (!row || Date.parse(row.begun_at) + uploadLifeMilliseconds < Date.now()) throw noSuchUpload()
  return row
}

/** One's own uploads that are not attached yet, of one matter or of all. */
export async function listUploads(tx: Tx, matterId?: string): Promise<readonly UploadRow[]> {
  const { rows } = await sql<UploadRow>`
    select ${columns} from upload
    where file_id is null and (${matterId ?? null}::uuid is null or matter_id = ${matterId ?? null})
      and begun_at > now() - ${uploadLifeMilliseconds / 1_000} * interval '1 second'
    order by begun_at, id`.execute(tx)
  return rows
}

/** Where the bytes of an upload lie while they come. */
export const pathOfUpload = (store: FileStore, id: string): string => join(unfinishedFolder(store), id)

/** How many bytes of an upload arrived; undefined when they are gone. */
export async function offsetOf(
  store: FileStore,
  { id, size, digest }: UploadRow,
): Promise<number | undefined> {
  if (digest !== null) return size
  return stat(pathOfUpload(store, id)).then(
    (file) => file.size,
    () => undefined,
  )
}

/** One's own uploads of a matter that can go on. */
export async function presentUploads(store: FileStore, rows: readonly UploadRow[]): Promise<UploadView[]> {
  const views = rows.map(async (row) => {
    const offset = await offsetOf(store, row)
    if (offset === undefined) return []
    const { id, name, size, particulars, begun_at } = row
    return [
      {
        id,
        name,
        size,
        offset,
        lastModified: particulars.lastModified ?? null,
        item: particulars.item ?? null,
        begunAt: begun_at,
        expiresAt: new Date(Date.parse(begun_at) + uploadLifeMilliseconds).toISOString(),
      },
    ]
  })
  return (await Promise.all(views)).flat()
}
