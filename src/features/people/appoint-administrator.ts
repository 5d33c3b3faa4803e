import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { recordAccessBy } from '../../platform/access-log.ts'
import type { Tx } from '../../platform/database.ts'
import { givePassword } from './reset-password.ts'
import { isAdministrative, roleNames, roles } from './roles.ts'

/** The job in whose name administrators are appointed: only whoever has the server itself can run it. */
export const appointmentJob = 'appointment'

export const AppointAdministrator = z.strictObject({
  role: z.enum(roleNames.filter((role) => isAdministrative([role]))),
  login: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/)
    .optional()
    .describe("The role's name unless given"),
  name: z.string().trim().min(1).max(60).optional(),
})
export type AppointAdministrator = z.infer<typeof AppointAdministrator>

/**
 * Makes one of the three administrators 三员, or lets one who has lost the password in again: a one-time password, all
 * sessions ended, the lock-out lifted. Nothing inside the system can do this, so none of the three can become another.
 * @returns the one-time password, which is kept nowhere
 * @throws Refusal `conflict` when the login belongs to somebody else, `not-now` before any agency is founded
 */
export async function appointAdministrator(
  tx: Tx,
  input: AppointAdministrator,
): Promise<{ login: string; oneTimePassword: string }> {
  const { role, login = role, name = roles[role].words.zh } = input
  // An administrator acts for no agency, but every account stands somewhere: at the top of the tree.
  await sql`insert into account (id, login, name, agency_id, roles)
    select ${newId()}, ${login}, ${name}, id, array[${role}] from agency order by length(path), path limit 1
    on conflict (login) do nothing`.execute(tx)
  const { rows } = await sql<{ id: string; roles: string[] }>`
    select id, roles from account where login = ${login} for update`.execute(tx)
  const [account] = rows
  if (!account) throw noAgency()
  if (account.roles.join() !== role) throw somebodyElse()
  await sql`
    with ended as (
      update session set ended_at = now() where account_id = ${account.id} and ended_at is null
    ), unlocked as (
      delete from sign_in_failure where login_digest = sha256(convert_to(${login}, 'UTF8'))
    )
    update account set active = true where id = ${account.id}`.execute(tx)
  const oneTimePassword = await givePassword(tx, account.id)
  await recordAccessBy(tx, {}, { what: 'administrator-appointed', facts: { accountId: account.id, role } })
  return { login, oneTimePassword }
}

const noAgency = (): Refusal =>
  new Refusal('not-now', {
    zh: '数据库中还没有机构，请先完成初始化。',
    en: 'No agency is founded yet; set the installation up first.',
  })

const somebodyElse = (): Refusal =>
  new Refusal('conflict', {
    zh: '这个账号名属于其他人员，请用 --login 另选一个。',
    en: 'This login belongs to somebody else; choose another with --login.',
  })
