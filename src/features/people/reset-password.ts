import { sql } from 'kysely'
import { recordAccess } from '../../platform/access-log.ts'
import type { PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { getManagedAccount } from './accounts.ts'
import { hashPassword } from './password-hash.ts'
import { newOneTimePassword } from './secret.ts'

/**
 * The security administrator gives a person who has forgotten the password a new one for one sign-in; all sessions end.
 * @returns the password, to be told to the person; it is kept nowhere
 */
export async function resetPassword(
  tx: Tx,
  actor: PersonActor,
  accountId: string,
): Promise<{ oneTimePassword: string }> {
  await getManagedAccount(tx, actor, accountId)
  const oneTimePassword = await givePassword(tx, accountId)
  await sql`update session set ended_at = now() where account_id = ${accountId} and ended_at is null`.execute(
    tx,
  )
  await recordAccess(tx, { what: 'password-reset', facts: { accountId } })
  return { oneTimePassword }
}

/** Sets a random password that has to be changed at the first sign-in. */
export async function givePassword(tx: Tx, accountId: string): Promise<string> {
  const oneTimePassword = newOneTimePassword()
  await sql`insert into password (account_id, hash, one_time)
    values (${accountId}, ${await hashPassword(oneTimePassword)}, true)`.execute(tx)
  return oneTimePassword
}
