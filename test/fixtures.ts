import { sql } from 'kysely'
import { foundAgencies } from '../src/features/agencies/agencies.ts'
import { createDemoAccounts, type Role, roles } from '../src/features/people/people.ts'
import { AccountId, AgencyId } from '../src/kernel/ids.ts'
import { type PersonActor, systemActor } from '../src/platform/actor.ts'
import { asActor } from '../src/platform/as-actor.ts'
import type { Db } from '../src/platform/database.ts'

/** The agencies of the four provinces and the accounts of the demonstration, as people who act. */
export type Region = {
  /** The person with a login such as `tieling.officer`. */
  who(login: string): PersonActor
}

/** Founds the region in a fresh database (under a second). */
export async function aRegion(db: Db): Promise<Region> {
  await asActor(db, systemActor('founding'), foundAgencies)
  await asActor(db, systemActor('demonstration'), createDemoAccounts)
  return peopleOf(db)
}

/** The people of a region that has been founded already. */
export async function peopleOf(db: Db): Promise<Region> {
  const people = await asActor(db, systemActor('test'), (tx) =>
    sql<{ login: string; id: string; name: string; agency_id: string; path: string; roles: Role[] }>`
      select account.login, account.id, account.name, agency_id, agency.path, roles
      from account join agency on agency.id = agency_id`.execute(tx),
  )
  const actors = new Map(
    people.rows.map(({ login, id, name, agency_id, path, roles: held }) => [
      login,
      {
        type: 'person',
        accountId: AccountId.parse(id),
        name,
        agencyId: AgencyId.parse(agency_id),
        agencyPath: path,
        powers: new Set(held.flatMap((role) => roles[role].powers)),
      } satisfies PersonActor,
    ]),
  )
  return {
    who(login) {
      const actor = actors.get(login)
      if (!actor) throw new Error(`The demonstration has no account ${login}.`)
      return actor
    },
  }
}
