import { type RawBuilder, sql } from 'kysely'
import type { AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database.ts'
import type { AgencyKind, AgencyLevel } from './agency-kinds.ts'

/** What the rest of the system needs to know of an agency in order to name it and to place it. */
export type AgencyRef = {
  readonly id: AgencyId
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly shortName: string
  readonly level: AgencyLevel
  readonly kind: AgencyKind
  readonly divisionCode: string | null
  readonly path: string
  /** False once it is closed: old matters still name it, new ones are not sent to it. */
  readonly active: boolean
}

/** The columns of an `AgencyRef`, for a table or alias named `agency`. */
export const refColumns: RawBuilder<unknown> = sql`
  agency.id, agency.code, agency.name, agency.name_en as "nameEn", agency.short_name as "shortName", agency.level,
  agency.kind, agency.division_code as "divisionCode", agency.path, agency.active`

/** The agency with an id, closed or not, if there is one. */
export async function findAgency(tx: Tx, id: AgencyId): Promise<AgencyRef | undefined> {
  const { rows } = await sql<AgencyRef>`select ${refColumns} from agency where id = ${id}`.execute(tx)
  return rows[0]
}

/** The agency with a code such as `211224-ZF`, closed or not, if there is one. */
export async function findAgencyByCode(tx: Tx, code: string): Promise<AgencyRef | undefined> {
  const { rows } = await sql<AgencyRef>`select ${refColumns} from agency where code = ${code}`.execute(tx)
  return rows[0]
}

/**
 * The agency with an id, closed or not.
 * @throws Refusal `not-found`
 */
export async function getAgency(tx: Tx, id: AgencyId): Promise<AgencyRef> {
  const agency = await findAgency(tx, id)
  if (agency) return agency
  throw new Refusal('not-found', {
    zh: '没有这个机构。请在机构目录中重新查找。',
    en: 'There is no such agency. Look it up again in the directory.',
  })
}

/**
 * The agency with an id, if it is not closed.
 * @throws Refusal `not-found`, or `not-now` when it is closed
 */
export async function getOpenAgency(tx: Tx, id: AgencyId): Promise<AgencyRef> {
  const agency = await getAgency(tx, id)
  if (agency.active) return agency
  throw new Refusal('not-now', {
    zh: `${agency.name}已撤销，不能再选用。请在机构目录中查看承接机构。`,
    en: `${agency.nameEn} is closed and cannot be chosen any more. The directory names its successor.`,
  })
}

/** Those of the agencies that exist, by id: one query for a whole page of matters. */
export async function agenciesByIds(
  tx: Tx,
  ids: readonly AgencyId[],
): Promise<ReadonlyMap<AgencyId, AgencyRef>> {
  const { rows } = await sql<AgencyRef>`
    select ${refColumns} from agency where id = any(${[...new Set(ids)]}::uuid[])`.execute(tx)
  return new Map(rows.map((agency) => [agency.id, agency]))
}
