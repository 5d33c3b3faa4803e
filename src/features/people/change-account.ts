import { sql } from 'kysely'
import { z } from 'zod'
import { type Access, recordAccess } from '../../platform/access-log.ts'
import type { PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { type Account, AccountFields, getAccount, getManagedAccount, refuseRoles } from './accounts.ts'

export const ChangeAccount = z.strictObject({
  name: AccountFields.name.optional(),
  roles: AccountFields.roles.optional(),
  phone: AccountFields.phone.optional(),
  certificateNumber: AccountFields.certificateNumber.optional(),
  duty: AccountFields.duty.optional(),
  active: z.boolean().optional().describe('false disables the account 停用 and ends its sessions'),
})
export type ChangeAccount = z.infer<typeof ChangeAccount>

/** The security administrator changes an account. New roles and disabling hold from the person's next request on. */
export async function changeAccount(
  tx: Tx,
  actor: PersonActor,
  accountId: string,
  input: ChangeAccount,
): Promise<Account> {
  const before = await getManagedAccount(tx, actor, accountId)
  if (input.roles) refuseRoles(input.roles)
  const after = {
    name: input.name ?? before.name,
    roles: input.roles ?? before.roles,
    phone: input.phone === undefined ? before.phone : input.phone,
    certificateNumber:
      input.certificateNumber === undefined ? before.certificateNumber : input.certificateNumber,
    duty: input.duty ?? before.duty,
    active: input.active ?? before.active,
  }
  await sql`update account set name = ${after.name}, roles = ${after.roles}::text[], phone = ${after.phone},
    certificate_number = ${after.certificateNumber}, duty = ${after.duty}, active = ${after.active} where id = ${accountId}`.execute(
    tx,
  )
  if (!after.active)
    await sql`update session set ended_at = now() where account_id = ${accountId} and ended_at is null`.execute(
      tx,
    )
  for (const what of changes(before, input)) {
    const facts = what === 'roles-changed' ? { before: before.roles, after: after.roles } : {}
    await recordAccess(tx, { what, facts: { accountId, ...facts } })
  }
  return getAccount(tx, accountId)
}

/** The security administrator lifts a lock-out before its time. */
export async function unlockAccount(tx: Tx, actor: PersonActor, accountId: string): Promise<Account> {
  const { login } = await getManagedAccount(tx, actor, accountId)
  await sql`delete from sign_in_failure where login_digest = sha256(convert_to(${login}, 'UTF8'))`.execute(tx)
  await recordAccess(tx, { what: 'account-unlocked', facts: { accountId } })
  return getAccount(tx, accountId)
}

function changes(before: Account, input: ChangeAccount): Access[] {
  const found: Access[] = []
  if (input.roles && input.roles.join() !== before.roles.join()) found.push('roles-changed')
  if (input.active === false && before.active) found.push('account-disabled')
  if (input.active === true && !before.active) found.push('account-enabled')
  const { name, phone, certificateNumber, duty } = input
  if ([name, phone, certificateNumber, duty].some((each) => each !== undefined)) found.push('account-changed')
  return found
}
