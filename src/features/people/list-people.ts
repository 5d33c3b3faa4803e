import { sql } from 'kysely'
import { z } from 'zod'
import { AccountId, AgencyId } from '../../kernel/ids.ts'
import { type AgencyActor, hasPower, isAdministrator } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { Paging, packCursor, unpackCursor } from '../../platform/http.ts'
import { requirePower } from './person-actor.ts'
import { roleNames } from './roles.ts'

/** A colleague, as far as assigning and naming officers need it: no login, no telephone. */
export const Person = z.object({
  id: AccountId,
  name: z.string(),
  agencyId: AgencyId,
  roles: z.array(z.enum(roleNames)),
  duty: z.boolean(),
  certificateNumber: z.string().nullable().describe('Number of the enforcement certificate 执法证号'),
})
export type Person = z.infer<typeof Person>

export const PeopleQuery = Paging.extend({ agency: AgencyId.optional().describe('One’s own unless given') })
export type PeopleQuery = z.infer<typeof PeopleQuery>

/**
 * The active people of an agency by name: one's own; another's for leaders, the agencies below for superiors.
 * Row-level security says the same, so a superior sees nobody elsewhere.
 */
export async function listPeople(
  tx: Tx,
  actor: AgencyActor,
  { agency = actor.agencyId, limit, cursor }: PeopleQuery,
): Promise<{ items: Person[]; next: string | null }> {
  if (agency !== actor.agencyId || isAdministrator(actor))
    requirePower(actor, ['lead', 'oversee', 'manage-accounts'], {
      zh: '对方机构的业务联络员',
      en: "the other agency's liaison",
    })
  const [name, id] = cursor
    ? unpackCursor(cursor, z.tuple([z.string(), z.uuid()]))
    : ['', '00000000-0000-0000-0000-000000000000']
  const { rows } = await sql<Person>`
    select id, name, agency_id as "agencyId", roles, duty, certificate_number as "certificateNumber"
    from person
    where agency_id = ${agency} and active and (name, id) > (${name}, ${id}::uuid)
    order by name, id limit ${limit + 1}`.execute(tx)
  const people = rows.slice(0, limit)
  const last = people.at(-1)
  return { items: people, next: rows.length > limit && last ? packCursor([last.name, last.id]) : null }
}

/** The names of people by id, for a timeline; nobody is left out, also not who has left. */
export async function namesOf(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`select id, name from person_name
    where id = any(${accountIds}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** True for an active colleague of the actor's own agency who can take part in matters, and so can be assigned one. */
export async function canBeAssigned(tx: Tx, actor: AgencyActor, accountId: string): Promise<boolean> {
  if (!hasPower(actor, 'handle') && !hasPower(actor, 'lead')) return false
  const { rows } =
    await sql`select from person where id = ${accountId} and agency_id = ${actor.agencyId} and active
    and not roles && administrator_roles()`.execute(tx)
  return rows.length > 0
}
