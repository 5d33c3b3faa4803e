import { sql } from 'kysely'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { getFile } from './attachments.ts'
import type { FileView } from './file-view.ts'
import type { MatterDoor } from './matter-door.ts'
import { audienceOf, getStanding, refuseFixed, refuseOutsiders } from './matter-standing.ts'
import { notYours } from './refusals.ts'

/**
 * Withdraws a mistaken file 撤回附件, by the agency that added it. The bytes stay, marked, for those who could read them; a
 * file withdrawn before sending is never sent. It no longer counts for the check-list.
 */
export async function withdrawFile(
  tx: Tx,
  actor: AgencyActor,
  matters: MatterDoor,
  { fileId, reason }: { readonly fileId: string; readonly reason: string },
): Promise<FileView> {
  const { matterId, leg, internal, digest, name, item, agency } = await getFile(tx, fileId)
  const matter = await getStanding(tx, matterId, 'lock')
  refuseOutsiders(matter, actor)
  if (agency.id !== actor.agencyId) throw notYours()
  refuseFixed(matter, leg, matters)

  const { rows } = await sql<{
    done: boolean
  }>`select withdraw_attachment(${fileId}, ${reason}) as done`.execute(tx)
  if (!rows[0]?.done) throw notYours()
  const visibleTo = internal ? [actor.agencyId] : audienceOf(matter, actor.agencyId, leg)
  await matters.recordOnMatter(tx, actor, matterId, {
    type: 'file.withdrawn',
    body: { file: fileId, name, digest, item, reason },
    ...(leg === null ? {} : { leg }),
    ...(visibleTo ? { visibleTo } : {}),
  })
  const { matterId: _matterId, ...file } = await getFile(tx, fileId)
  return file
}
