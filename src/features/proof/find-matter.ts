import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'

const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/**
 * The id of the matter that an auditor names by its number or its id, as long as anything of it is left: a row, an event
 * or a leaf of a seal.
 * @throws Refusal `not-found`
 */
export async function findMatterToVerify(db: Db, reference: string): Promise<string> {
  const { rows } = await asActor(db, systemActor('verify'), (tx) =>
    uuid.test(reference)
      ? sql<{ id: string }>`
          select ${reference}::uuid as id where exists (select from matter where id = ${reference})
            or exists (select from event where matter_id = ${reference})
            or exists (select from seal_leaf where matter_id = ${reference})`.execute(tx)
      : sql<{ id: string }>`select id from matter where number = ${reference}`.execute(tx),
  )
  if (rows[0]) return rows[0].id
  throw new Refusal('not-found', {
    zh: `没有编号为 ${reference} 的事项。请核对编号；事项若已被删除，请改用它的 ID，或不带 --matter 核验整个数据库。`,
    en: `There is no matter ${reference}. Check the number; if the matter was deleted, name its id, or verify the whole database without --matter.`,
  })
}
