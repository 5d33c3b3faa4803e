import type { AccountId, AgencyId } from '../../kernel/ids.ts'
import type { PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { agenciesByIds, agencyIdOf } from '../agencies/agencies.ts'
import { demoAccounts, roles } from '../people/people.ts'
import type { Past } from './past.ts'

/** What tales are written with: when it is, who there is, and which agencies. */
export type Cast = {
  readonly past: Past
  /** The person with a login such as `tieling.officer`. */
  readonly who: (login: string) => PersonActor
  /** The agency with a code such as `220300-ZF`. */
  readonly agency: (code: string) => AgencyId
}

/** The people of the demonstration as those in whose name it is played. */
export async function demoPeople(
  tx: Tx,
  accounts: ReadonlyMap<string, AccountId>,
): Promise<(login: string) => PersonActor> {
  const agencies = await agenciesByIds(
    tx,
    demoAccounts.map(({ agency }) => agencyIdOf(agency)),
  )
  const people = new Map<string, PersonActor>()
  for (const { login, name, role, agency } of demoAccounts) {
    const id = agencyIdOf(agency)
    const accountId = accounts.get(login)
    const path = agencies.get(id)?.path
    if (!accountId || !path) throw new Error(`The demonstration lacks ${login} or its agency ${agency}.`)
    const powers = new Set(roles[role].powers)
    people.set(login, { type: 'person', accountId, name, agencyId: id, agencyPath: path, powers })
  }
  return (login) => {
    const person = people.get(login)
    if (!person) throw new Error(`The demonstration has no account ${login}.`)
    return person
  }
}
