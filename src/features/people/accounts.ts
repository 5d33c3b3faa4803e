import { sql } from 'kysely'
import { z } from 'zod'
import { invalidInput } from '../../kernel/faults.ts'
import { checkPhone } from '../../kernel/identifiers/phone.ts'
import { AccountId, AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { Paging, packCursor, unpackCursor } from '../../platform/http.ts'
import { requirePower, theSecurityAdministrator } from './person-actor.ts'
import { isAdministrative, type Role, roleConflict, roleNames } from './roles.ts'

/** An account as the security administrator sees it. There is no way to see a password. */
export const Account = z.object({
  id: AccountId,
  login: z.string(),
  name: z.string(),
  agency: z.object({ id: AgencyId, name: z.string(), nameEn: z.string() }),
  roles: z.array(z.enum(roleNames)),
  phone: z.string().nullable(),
  certificateNumber: z.string().nullable(),
  duty: z.boolean(),
  active: z.boolean(),
  lockedUntil: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
})
export type Account = z.infer<typeof Account>

/** The roles of one account, at least one; which go together is told by `refuseRoles`. */
export const Roles = z.array(z.enum(roleNames)).min(1).max(8)

/** Fields of an account that may be given and changed. */
export const AccountFields = {
  name: z.string().trim().min(1).max(60).describe('Name 姓名'),
  roles: Roles,
  phone: z
    .string()
    .trim()
    .max(30)
    .superRefine((typed, context) => {
      const check = checkPhone(typed)
      if (!check.ok) context.addIssue({ code: 'custom', params: { words: check.why } })
    })
    .nullable()
    .describe('Telephone at the office 办公电话'),
  certificateNumber: z
    .string()
    .trim()
    .min(1)
    .max(25)
    .nullable()
    .describe('Number of the enforcement certificate 执法证号'),
  duty: z.boolean().describe('Sits at the duty desk 值班'),
} as const

export const AccountQuery = Paging.extend({
  agency: AgencyId.optional(),
  text: z.string().max(60).optional().describe('Part of the name or the login'),
})
export type AccountQuery = z.infer<typeof AccountQuery>

/** The accounts of this installation by login, for the security administrator. */
export async function listAccounts(
  tx: Tx,
  actor: AgencyActor,
  { agency, text, limit, cursor }: AccountQuery,
): Promise<{ items: Account[]; next: string | null }> {
  requirePower(actor, ['manage-accounts'], theSecurityAdministrator)
  const [after] = cursor ? unpackCursor(cursor, z.tuple([z.string()])) : ['']
  const { rows } = await sql<Account>`${accountColumns}
    where account.login > ${after}
      and (${agency ?? null}::uuid is null or account.agency_id = ${agency ?? null})
      and (${text ?? null}::text is null or position(lower(${text ?? ''}) in lower(account.name || ' ' || account.login)) > 0)
    order by account.login limit ${limit + 1}`.execute(tx)
  const accounts = rows.slice(0, limit)
  const last = accounts.at(-1)
  return { items: accounts, next: rows.length > limit && last ? packCursor([last.login]) : null }
}

/** One account; refuses when there is none or one may not see it. */
export async function getAccount(tx: Tx, accountId: string): Promise<Account> {
  const { rows } = await sql<Account>`${accountColumns} where account.id = ${accountId}`.execute(tx)
  if (rows[0]) return rows[0]
  throw new Refusal('not-found', {
    zh: '没有这个账号，请核对后重试。',
    en: 'There is no such account; check and try again.',
  })
}

/** An account that the security administrator may change: anybody's but an administrator's. */
export async function getManagedAccount(tx: Tx, actor: AgencyActor, accountId: string): Promise<Account> {
  requirePower(actor, ['manage-accounts'], theSecurityAdministrator)
  const account = await getAccount(tx, accountId)
  if (isAdministrative(account.roles)) throw notFromInside()
  return account
}

/** Refuses roles that one person cannot have together, and administrators, who are not made from inside. */
export function refuseRoles(roles: readonly Role[]): void {
  const conflict = roleConflict(roles)
  if (conflict) throw invalidInput([{ path: ['roles'], message: conflict }])
  if (isAdministrative(roles)) throw notFromInside()
}

const notFromInside = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '系统、安全、审计三员账号由服务器命令行建立和维护，任何一员都不能设立或变更另一员。',
    en: 'The accounts of the three administrators are made and kept from the server’s command line, so that none of them can make or change another.',
  })

const accountColumns = sql`
  select account.id, account.login, account.name,
    jsonb_build_object('id', agency.id, 'name', agency.name, 'nameEn', agency.name_en) as agency,
    account.roles, account.phone, account.certificate_number as "certificateNumber", account.duty, account.active, account.created_at as "createdAt",
    (select locked_until from sign_in_failure
      where login_digest = sha256(convert_to(account.login, 'UTF8')) and locked_until > now()) as "lockedUntil"
  from account join agency on agency.id = account.agency_id`
