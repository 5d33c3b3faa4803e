import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { recordAccessBy } from '../../platform/access-log.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { checkPassword, type PasswordCheck, type SignInAccount } from './check-password.ts'
import { inPasswordTurn } from './password-turns.ts'
import { digestOf, newSecret } from './secret.ts'
import { signInRules } from './sign-in-rules.ts'

export const SignIn = z.strictObject({
  login: z.string().trim().min(1).max(64).describe('Account 账号; upper and lower case are the same'),
  password: z.string().min(1).max(200).describe('Password 密码'),
})
export type SignIn = z.infer<typeof SignIn>

/** What the browser brought along. */
export type Browser = {
  readonly userAgent: string | undefined
  /** The session it was using until now, which signing in ends. */
  readonly previousToken: string | undefined
}

/**
 * Lets a person in under a session of its own, never one that the browser brought along (session fixation).
 * @returns the token of the session, which is kept nowhere else
 * @throws Refusal `not-signed-in`, the same words whether the account exists or not; `too-many` while locked out, with
 *   the time; `not-allowed` when the account is disabled, told only to who knows its password
 */
export async function signIn(db: Db, input: SignIn, browser: Browser): Promise<string> {
  const token = newSecret()
  // A failure is counted in the same transaction, so the answer no commits too and is thrown afterwards.
  const check = await inPasswordTurn(() =>
    asActor(db, systemActor('sign-in'), async (tx) => {
      const outcome = await checkPassword(tx, input.login.toLowerCase(), input.password)
      if (outcome.outcome !== 'right') await recordFailure(tx, outcome)
      else if (outcome.account.active) await openSession(tx, outcome.account, token, browser)
      return outcome
    }),
  )
  if (check.outcome !== 'right') throw refusalOf(check)
  if (!check.account.active) throw disabled()
  return token
}

/** The answer to a password that is not accepted. It is the same for an account that does not exist. */
export function refusalOf(check: Exclude<PasswordCheck, { outcome: 'right' }>): Refusal {
  if (check.outcome === 'locked') {
    const time = clockTime(check.until)
    return new Refusal(
      'too-many',
      {
        zh: `密码连续输错 ${signInRules.failuresBeforeLock} 次，已锁定至 ${time}。请届时再试，或请安全管理员解除锁定。`,
        en: `The password was wrong ${signInRules.failuresBeforeLock} times in a row: locked until ${time} Beijing time. Try again then, or ask the security administrator to unlock.`,
      },
      { facts: { lockedUntil: check.until } },
    )
  }
  return new Refusal(
    'not-signed-in',
    {
      zh: `账号或密码不正确，请核对后重试。再错 ${check.left} 次将锁定 ${signInRules.lockMinutes} 分钟。`,
      en: `The account or the password is not right; check them and try again. ${check.left} more wrong ${check.left === 1 ? 'attempt locks' : 'attempts lock'} the account for ${signInRules.lockMinutes} minutes.`,
    },
    { facts: { attemptsLeft: check.left } },
  )
}

/** Records a password that was not accepted: whose it would have been, never what was typed. */
export async function recordFailure(
  tx: Tx,
  check: Exclude<PasswordCheck, { outcome: 'right' }>,
): Promise<void> {
  await recordAccessBy(
    tx,
    { accountId: check.account?.id, agencyId: check.account?.agency_id },
    {
      what: check.outcome === 'locked' && check.now ? 'locked-out' : 'sign-in-failed',
      outcome: 'refused',
      facts: { known: check.account !== undefined },
    },
  )
}

async function openSession(
  tx: Tx,
  account: SignInAccount,
  token: string,
  { userAgent, previousToken }: Browser,
): Promise<void> {
  const id = newId()
  await sql`
    with previous as (
      update session set ended_at = now()
      where token_digest = ${previousToken ? digestOf(previousToken) : null} and ended_at is null
    ), forgotten as (
      delete from session where account_id = ${account.id} and expires_at < now() - interval '7 days'
    )
    insert into session (id, token_digest, account_id, expires_at, user_agent)
    values (${id}, ${digestOf(token)}, ${account.id}, now() + make_interval(hours => ${signInRules.sessionHours}),
      ${userAgent?.slice(0, 200) ?? null})`.execute(tx)
  await recordAccessBy(
    tx,
    { accountId: account.id, agencyId: account.agency_id },
    { what: 'sign-in', facts: { sessionId: id } },
  )
}

const disabled = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '这个账号已停用，请联系安全管理员。',
    en: 'This account is disabled; ask the security administrator.',
  })

/** `09:05`, on the wall clock in China. */
function clockTime(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant))
}
