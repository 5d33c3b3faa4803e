import { sql } from 'kysely'
import { z } from 'zod'
import { AgencyId, newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { recordAccess } from '../../platform/access-log.ts'
import type { PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { type Account, AccountFields, getAccount, refuseRoles } from './accounts.ts'
import { requirePower, theSecurityAdministrator } from './person-actor.ts'
import { givePassword } from './reset-password.ts'

export const CreateAccount = z.strictObject({
  login: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/)
    .describe('Account 账号: small letters, digits, dot, hyphen'),
  agencyId: AgencyId,
  name: AccountFields.name,
  roles: AccountFields.roles,
  phone: AccountFields.phone.optional(),
  certificateNumber: AccountFields.certificateNumber.optional(),
  duty: AccountFields.duty.optional(),
})
export type CreateAccount = z.infer<typeof CreateAccount>

/**
 * The security administrator makes an account. The one-time password is in this answer and nowhere else.
 * @throws Refusal `conflict` when the login is taken, `invalid-input` for roles that do not go together
 */
export async function createAccount(
  tx: Tx,
  actor: PersonActor,
  input: CreateAccount,
): Promise<{ account: Account; oneTimePassword: string }> {
  requirePower(actor, ['manage-accounts'], theSecurityAdministrator)
  refuseRoles(input.roles)
  await refuseUnknownAgency(tx, input.agencyId)
  const id = newId()
  const { numAffectedRows } = await sql`
    insert into account (id, login, name, agency_id, roles, phone, certificate_number, duty)
    values (${id}, ${input.login}, ${input.name}, ${input.agencyId}, ${input.roles}::text[], ${input.phone ?? null},
      ${input.certificateNumber ?? null}, ${input.duty ?? false})
    on conflict (login) do nothing`.execute(tx)
  if (!numAffectedRows) throw loginTaken()
  const oneTimePassword = await givePassword(tx, id)
  await recordAccess(tx, { what: 'account-created', facts: { accountId: id, roles: input.roles } })
  return { account: await getAccount(tx, id), oneTimePassword }
}

async function refuseUnknownAgency(tx: Tx, agencyId: string): Promise<void> {
  const { rows } = await sql`select from agency where id = ${agencyId} and active`.execute(tx)
  if (rows.length > 0) return
  throw new Refusal('not-found', {
    zh: '没有这个机构，或机构已撤销。请从机构名录中选择。',
    en: 'There is no such agency, or it is closed. Choose one from the directory.',
  })
}

const loginTaken = (): Refusal =>
  new Refusal('conflict', {
    zh: '这个账号名已被使用，请换一个。',
    en: 'This login is taken; choose another.',
  })
