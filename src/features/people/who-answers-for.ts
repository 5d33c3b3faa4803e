import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/**
 * Whom news for a person reaches at a moment: whoever stands in while the person is away, else the person.
 * Nobody (null) when the account is disabled or gone; then the agency as a whole has to be told.
 */
export async function whoAnswersFor(tx: Tx, accountId: string, now: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(
        (select stand_in.id from delegation join account stand_in on stand_in.id = to_account and stand_in.active
          where from_account = account.id and ended_at is null and from_at <= ${now} and until_at > ${now}
          order by from_at desc limit 1),
        account.id) as id
    from account where account.id = ${accountId} and account.active`.execute(tx)
  return rows[0]?.id ?? null
}
