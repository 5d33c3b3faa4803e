import { sql } from 'kysely'
import { z } from 'zod'
import { AccountId, AgencyId } from '../../kernel/ids.ts'
import type { PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { notSignedIn } from '../../platform/http.ts'
import { signInRules } from './sign-in-rules.ts'

/** Who is signed in, and what that person may do now. The web page asks nothing else to know. */
export const SessionView = z.object({
  account: z.object({
    id: AccountId,
    login: z.string(),
    name: z.string(),
    phone: z
      .string()
      .nullable()
      .describe(
        'At the office: the account’s own, else as liaison in the directory, else that of the duty desk',
      ),
    duty: z.boolean(),
  }),
  agency: z.object({
    id: AgencyId,
    code: z.string(),
    name: z.string(),
    nameEn: z.string(),
    path: z.string(),
  }),
  roles: z.array(z.string()).describe("The account's own roles"),
  powers: z.array(z.string()).describe("What may be done now; the absentee's powers while standing in"),
  language: z.enum(['zh', 'en']),
  mustChangePassword: z.boolean(),
  demonstration: z.boolean(),
  standingInFor: z.object({ id: AccountId, name: z.string() }).nullable(),
  delegations: z
    .array(
      z.object({
        id: z.uuid(),
        from: z.object({ id: AccountId, name: z.string() }),
        roles: z.array(z.string()),
        until: z.iso.datetime(),
        reason: z.string(),
      }),
    )
    .describe('Colleagues one may stand in for now'),
})
export type SessionView = z.infer<typeof SessionView>

/** The view of a signed-in person, in one query. */
export async function sessionView(tx: Tx, actor: PersonActor): Promise<SessionView> {
  const { rows } = await sql<Omit<SessionView, 'powers'>>`
    select
      jsonb_build_object('id', account.id, 'login', account.login, 'name', account.name,
        'phone', coalesce(account.phone, (select min(phone) from liaison where account_id = account.id),
          (select phone from duty_desk where agency_id = account.agency_id)),
        'duty', account.duty) as account,
      jsonb_build_object('id', agency.id, 'code', agency.code, 'name', agency.name, 'nameEn', agency.name_en,
        'path', agency.path) as agency,
      account.roles,
      coalesce((select value #>> '{}' from preference
        where account_id = account.id and key = 'language' and value in ('"zh"', '"en"')), 'zh') as language,
      must_change_own_password(make_interval(days => ${signInRules.passwordDays})) as "mustChangePassword",
      is_demonstration() as demonstration,
      (select jsonb_build_object('id', id, 'name', name) from person_name
        where id = ${actor.standingInFor ?? null}) as "standingInFor",
      coalesce((
        select jsonb_agg(jsonb_build_object('id', delegation.id,
          'from', jsonb_build_object('id', person.id, 'name', person.name), 'roles', person.roles,
          'until', to_char(delegation.until_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'reason', delegation.reason) order by delegation.until_at)
        from delegation join person on person.id = delegation.from_account and person.active
        where delegation.to_account = account.id and delegation.ended_at is null
          and now() >= delegation.from_at and now() < delegation.until_at), '[]') as delegations
    from account join agency on agency.id = account.agency_id
    where account.id = ${actor.accountId}`.execute(tx)
  const [view] = rows
  if (!view) throw notSignedIn()
  return { ...view, powers: [...actor.powers] }
}
