import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isShown } from './content-kind.ts'
import type { FileView } from './file-view.ts'
import { noSuchFile } from './refusals.ts'

/** The store of attachments: SQL, read through row-level security (migrations/0006-files.sql). */

type AttachmentRow = {
  readonly id: string
  readonly matter_id: string
  readonly leg_no: number | null
  readonly digest: string
  readonly size: number
  readonly name: string
  readonly media_type: string
  readonly item: string | null
  readonly note: string | null
  readonly added_at: string
  readonly visible_to: readonly string[] | null
  readonly withdrawn_at: string | null
  readonly withdrawn_reason: string | null
  readonly person_id: string | null
  readonly person_name: string | null
  readonly agency_id: string
  readonly agency_name: string
  readonly agency_name_en: string
  readonly agency_short_name: string
}

const rows = sql`
  select a.id, a.matter_id, a.leg_no, a.digest, a.size, a.name, a.media_type, a.item, a.note, a.added_at, a.visible_to,
    a.withdrawn_at, a.withdrawn_reason, p.id as person_id, p.name as person_name,
    g.id as agency_id, g.name as agency_name, g.name_en as agency_name_en, g.short_name as agency_short_name
  from attachment a
  join agency g on g.id = a.agency_id
  left join person_name p on p.id = a.added_by`

/** The files of a matter that the reader may see, oldest first, withdrawn ones marked. At most `mostFiles` exist. */
export async function attachmentsOf(tx: Tx, matterId: string): Promise<FileView[]> {
  const found =
    await sql<AttachmentRow>`${rows} where a.matter_id = ${matterId} order by a.added_at, a.id`.execute(tx)
  return found.rows.map(presentFile)
}

/** A file with the matter it belongs to; refuses with `not-found` what is not there or not to be seen. */
export async function getFile(tx: Tx, fileId: string): Promise<FileView & { readonly matterId: string }> {
  const { rows: found } = await sql<AttachmentRow>`${rows} where a.id = ${fileId}`.execute(tx)
  const [row] = found
  if (!row) throw noSuchFile()
  return { ...presentFile(row), matterId: row.matter_id }
}

function presentFile(row: AttachmentRow): FileView {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    digest: row.digest,
    // A withdrawn file satisfies nothing any more.
    item: row.withdrawn_at === null ? row.item : null,
    note: row.note,
    leg: row.leg_no,
    addedAt: row.added_at,
    addedBy: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    agency: {
      id: row.agency_id,
      name: row.agency_name,
      nameEn: row.agency_name_en,
      shortName: row.agency_short_name,
    },
    shown: isShown(row.media_type),
    internal: row.visible_to !== null,
    withdrawn:
      row.withdrawn_at === null ? null : { at: row.withdrawn_at, reason: row.withdrawn_reason ?? '' },
  }
}
