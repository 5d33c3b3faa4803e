import { sql } from 'kysely'
import { z } from 'zod'
import { invalidInput } from '../../kernel/faults.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { recordAccessBy } from '../../platform/access-log.ts'
import { type PersonActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { notSignedIn } from '../../platform/http.ts'
import { checkPassword } from './check-password.ts'
import { passwordFaults } from './password-faults.ts'
import { hashPassword, isPasswordOf } from './password-hash.ts'
import { inPasswordTurn } from './password-turns.ts'
import { recordFailure, refusalOf } from './sign-in.ts'
import { signInRules } from './sign-in-rules.ts'

export const ChangePassword = z.strictObject({
  current: z.string().min(1).max(200).describe('The password in use'),
  next: z.string().min(1).max(200).describe('The new one'),
})
export type ChangePassword = z.infer<typeof ChangePassword>

/**
 * Replaces one's own password and ends all other sessions. A wrong current password counts as at sign-in, so an unattended
 * session is no way to try passwords.
 */
export async function changePassword(db: Db, actor: PersonActor, input: ChangePassword): Promise<void> {
  const refusal = await inPasswordTurn(() =>
    asActor(db, systemActor('sign-in'), (tx) => attemptChange(tx, actor, input)),
  )
  if (refusal) throw refusal
}

/** The refusal is returned, not thrown: the failure it counts has to be committed. */
async function attemptChange(
  tx: Tx,
  actor: PersonActor,
  { current, next }: ChangePassword,
): Promise<Refusal | undefined> {
  const login = await loginOf(tx, actor)
  const check = await checkPassword(tx, login, current)
  if (check.outcome !== 'right') {
    await recordFailure(tx, check)
    return refusalOf(check)
  }
  const faults = passwordFaults(next, login)
  if (faults.length === 0 && (await isRemembered(tx, actor, next))) faults.push(usedBefore)
  if (faults.length > 0) return invalidInput(faults.map((message) => ({ path: ['next'], message })))
  await replacePassword(tx, actor, await hashPassword(next))
  await recordAccessBy(tx, actor, { what: 'password-changed' })
  return undefined
}

async function loginOf(tx: Tx, actor: PersonActor): Promise<string> {
  const { rows } = await sql<{
    login: string
  }>`select login from account where id = ${actor.accountId}`.execute(tx)
  if (!rows[0]) throw notSignedIn()
  return rows[0].login
}

async function isRemembered(tx: Tx, actor: PersonActor, next: string): Promise<boolean> {
  const { rows } = await sql<{ hash: string }>`select hash from password where account_id = ${actor.accountId}
    order by set_at desc limit ${signInRules.passwordsRemembered}`.execute(tx)
  for (const { hash } of rows) if (await isPasswordOf(hash, next)) return true
  return false
}

async function replacePassword(tx: Tx, actor: PersonActor, hash: string): Promise<void> {
  await sql`
    with ended as (
      update session set ended_at = now()
      where account_id = ${actor.accountId} and ended_at is null and id is distinct from ${actor.sessionId ?? null}
    ), forgotten as (
      delete from password where account_id = ${actor.accountId} and set_at not in (
        select set_at from password where account_id = ${actor.accountId}
        order by set_at desc limit ${signInRules.passwordsRemembered - 1})
    )
    insert into password (account_id, hash, one_time) values (${actor.accountId}, ${hash}, false)`.execute(tx)
}

const usedBefore: Words = {
  zh: `不能与最近 ${signInRules.passwordsRemembered} 次用过的密码相同。`,
  en: `The last ${signInRules.passwordsRemembered} passwords cannot be used again.`,
}
