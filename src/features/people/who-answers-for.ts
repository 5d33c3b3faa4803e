import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'

/**
 * Whom news for people reaches at a moment, one by one in their order: whoever stands in while the person is away, else the person.
 * Nobody (null) where the account is disabled or gone; then the agency as a whole has to be told.
 */
export async function whoAnswersFor(
  tx: Tx,
  accountIds: readonly string[],
  now: string,
): Promise<(string | null)[]> {
  const { rows } = await sql<{ asked: string; id: string }>`
    select account.id as asked, coalesce(
        (select stand_in.id from delegation join account stand_in on stand_in.id = to_account and stand_in.active
          where from_account = account.id and ended_at is null and from_at <= ${now} and until_at > ${now}
          order by from_at desc limit 1),
        account.id) as id
    from account where account.id = any (${[...new Set(accountIds)]}::uuid[]) and account.active`.execute(tx)
  const answering = new Map(rows.map(({ asked, id }) => [asked, id]))
  return accountIds.map((id) => answering.get(id) ?? null)
}

/** For whom somebody stands in at a moment: those whose news reaches this person (`whoAnswersFor`), the person left out. */
export async function absenteesOf(tx: Tx, accountId: string, now: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct from_account as id from delegation
    where to_account = ${accountId} and ended_at is null and from_at <= ${now} and until_at > ${now}`.execute(
    tx,
  )
  const absentees = rows.map(({ id }) => id)
  const answering = await whoAnswersFor(tx, absentees, now)
  return absentees.filter((_, nth) => answering[nth] === accountId)
}
