import { sql } from 'kysely'
import type { AccountId, AgencyId } from '../../kernel/ids.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { type AgencyRef, getAgency, refColumns } from './agency-store.ts'
import { type Alliance, alliancesOf } from './alliances.ts'
import { mayKeepAgency } from './keep-agency.ts'
import type { LineOfBusiness } from './lines-of-business.ts'

/** Somebody to talk to about a line of business (业务联络员). */
export type Liaison = {
  readonly id: string
  readonly line: LineOfBusiness
  readonly name: string
  readonly phone: string
  readonly accountId: AccountId | null
  readonly note: string | null
}

/** Where somebody answers (值班室). */
export type DutyDesk = {
  readonly name: string
  readonly phone: string
  readonly hours: string
  readonly urgent: boolean
}

/** Everything the directory says of one agency. */
export type AgencyProfile = AgencyRef & {
  readonly nameConfidence: 'documented' | 'pattern' | 'confirmed'
  readonly divisionName: string | null
  readonly divisionNameEn: string | null
  readonly lines: LineOfBusiness[]
  readonly actsInNameOf: AgencyRef | null
  readonly successor: AgencyRef | null
  /** From the root down. */
  readonly parents: AgencyRef[]
  readonly childrenCount: number
  readonly liaisons: Liaison[]
  readonly dutyDesk: DutyDesk | null
  /** Agencies of the same kind in the divisions that touch, at most 50. */
  readonly neighbours: AgencyRef[]
  readonly alliances: Alliance[]
  readonly mayKeep: boolean
}

/**
 * The page of one agency in the directory, closed or not.
 * @throws Refusal `not-found`
 */
export async function agencyProfile(tx: Tx, actor: AgencyActor, id: AgencyId): Promise<AgencyProfile> {
  const agency = await getAgency(tx, id)
  const { rows } = await sql<Extract>`
    select agency.name_confidence as "nameConfidence", agency.lines,
      (select name from division where code = agency.division_code) as "divisionName",
      (select name_en from division where code = agency.division_code) as "divisionNameEn",
      agency.acts_in_name_of as "actsInNameOf", agency.successor_id as "successorId",
      (select count(*) from agency child where child.parent_id = agency.id and child.active) as "childrenCount",
      (select json_build_object('name', name, 'phone', phone, 'hours', hours, 'urgent', urgent)
       from duty_desk where agency_id = agency.id) as "dutyDesk",
      coalesce((
        select json_agg(json_build_object('id', id, 'line', line, 'name', name, 'phone', phone,
                                          'accountId', account_id, 'note', note) order by line, name)
        from liaison where agency_id = agency.id), '[]') as liaisons
    from agency where agency.id = ${id}`.execute(tx)
  // `getAgency` has found the row, and rows are never deleted.
  const { successorId, actsInNameOf, ...rest } = rows[0] as Extract
  const above = agency.path.split('/').slice(1, -2)
  const related = await sql<AgencyRef>`
    select ${refColumns} from agency
    where code = any(${above}::text[]) or id in (${successorId}, ${actsInNameOf})
    order by path`.execute(tx)
  const find = (wanted: string | null): AgencyRef | null =>
    related.rows.find(({ id }) => id === wanted) ?? null
  return {
    ...agency,
    ...rest,
    successor: find(successorId),
    actsInNameOf: find(actsInNameOf),
    parents: related.rows.filter(({ code }) => above.includes(code)),
    neighbours: await neighboursOf(tx, agency),
    alliances: await alliancesOf(tx, id),
    mayKeep: agency.active && mayKeepAgency(actor, id),
  }
}

type Extract = Pick<
  AgencyProfile,
  'nameConfidence' | 'lines' | 'divisionName' | 'divisionNameEn' | 'childrenCount' | 'dutyDesk' | 'liaisons'
> & { readonly successorId: string | null; readonly actsInNameOf: string | null }

async function neighboursOf(tx: Tx, agency: AgencyRef): Promise<AgencyRef[]> {
  const { rows } = await sql<AgencyRef>`
    select ${refColumns} from agency
    where active and kind = ${agency.kind} and division_code in (select divisions_touching(${agency.divisionCode}))
    order by path
    limit 50`.execute(tx)
  return rows
}
