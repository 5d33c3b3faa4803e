import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { isPasswordOf } from './password-hash.ts'
import { signInRules } from './sign-in-rules.ts'

/** The account behind a login, as far as signing in needs it. */
export type SignInAccount = {
  readonly id: string
  readonly login: string
  readonly agency_id: string
  readonly active: boolean
}

/** What came of checking a password. `account` names whose it is, for the access log alone: strangers are not told. */
export type PasswordCheck =
  | { readonly outcome: 'right'; readonly account: SignInAccount }
  | { readonly outcome: 'wrong'; readonly left: number; readonly account: SignInAccount | undefined }
  | {
      readonly outcome: 'locked'
      readonly until: string
      /** True for the failure that locked the login. */
      readonly now: boolean
      readonly account: SignInAccount | undefined
    }

/**
 * Checks a password and counts the failure, for known and unknown logins alike and in the same time.
 *
 * Checks of one login queue behind each other, so that many at once get no more guesses than one after the other:
 * counting alone would let every check that began before the lock finish. Needs the job `sign-in`; the caller commits even
 * when the answer is no.
 */
export async function checkPassword(tx: Tx, login: string, password: string): Promise<PasswordCheck> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${login}, 1))`.execute(tx)
  const found = await findSignIn(tx, login)
  const account = found.account ?? undefined
  if (found.locked_until) return { outcome: 'locked', until: found.locked_until, now: false, account }

  const right = await isPasswordOf(found.hash ?? undefined, password)
  if (right && account) {
    await sql`delete from sign_in_failure where login_digest = sha256(convert_to(${login}, 'UTF8'))`.execute(
      tx,
    )
    return { outcome: 'right', account }
  }
  const { failures, locked_until } = await countFailure(tx, login)
  if (locked_until) return { outcome: 'locked', until: locked_until, now: true, account }
  return { outcome: 'wrong', left: signInRules.failuresBeforeLock - failures, account }
}

type Found = {
  readonly account: SignInAccount | null
  readonly hash: string | null
  readonly locked_until: string | null
}

async function findSignIn(tx: Tx, login: string): Promise<Found> {
  const { rows } = await sql<Found>`
    select
      (select jsonb_build_object('id', id, 'login', login, 'agency_id', agency_id, 'active', active)
        from account where login = ${login}) as account,
      (select hash from password join account on account.id = password.account_id
        where login = ${login} order by set_at desc limit 1) as hash,
      (select locked_until from sign_in_failure
        where login_digest = sha256(convert_to(${login}, 'UTF8')) and locked_until > clock_timestamp()) as locked_until`.execute(
    tx,
  )
  return rows[0] ?? { account: null, hash: null, locked_until: null }
}

async function countFailure(
  tx: Tx,
  login: string,
): Promise<{ readonly failures: number; readonly locked_until: string | null }> {
  const { failuresBeforeLock, lockMinutes } = signInRules
  const { rows } = await sql<{ failures: number; locked_until: string | null }>`
    with forgotten as (
      delete from sign_in_failure where login_digest in (
        select login_digest from sign_in_failure where last_failed_at < now() - interval '1 day'
        limit 100 for update skip locked)
    ), counted as (
      select sha256(convert_to(${login}, 'UTF8')) as digest, 1 + coalesce((
        select failures from sign_in_failure
        where login_digest = sha256(convert_to(${login}, 'UTF8'))
          and last_failed_at > clock_timestamp() - make_interval(mins => ${lockMinutes})), 0) as failures
    )
    insert into sign_in_failure (login_digest, failures, last_failed_at, locked_until)
    select digest, failures, clock_timestamp(),
      case when failures >= ${failuresBeforeLock} then clock_timestamp() + make_interval(mins => ${lockMinutes}) end
    from counted
    on conflict (login_digest) do update set failures = excluded.failures,
      last_failed_at = excluded.last_failed_at, locked_until = excluded.locked_until
    returning failures, locked_until`.execute(tx)
  return rows[0] ?? { failures: 1, locked_until: null }
}
