import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { BegunMatter } from '../kind.ts'

/** A case of one's own that was begun from a matter, once it is filed. */
type OwnCase = {
  readonly caseNumber: string
  readonly filedAt: string
  readonly officers: readonly { readonly name: string; readonly certificateNumber: string }[]
}

/** The case of one's own agency that is linked to a matter and was filed last; nobody types its number a second time. */
async function ownCaseOf(tx: Tx, { id }: BegunMatter): Promise<OwnCase | undefined> {
  const { rows } = await sql<OwnCase>`
    select f.case_number as "caseNumber",
      to_char(f.filed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "filedAt", m.content -> 'officers' as officers
    from matter_link k
    join matter m on m.id = case when k.matter_id = ${id} then k.other_id else k.matter_id end and m.kind = 'case'
    join filed_act f on f.matter_id = m.id
    where ${id} in (k.matter_id, k.other_id) and m.lead_id = current_agency()
    order by f.filed_at desc limit 1`.execute(tx)
  return rows[0]
}

type Begins = (tx: Tx, matter: BegunMatter) => Promise<Readonly<Record<string, unknown>>>

/** Where a form asks for number, time and officers: those of one's own case. */
export const filedAsOwnCase: Begins = async (tx, matter) => ({ ...(await ownCaseOf(tx, matter)) })

/** Where a form asks for number and time. */
export const numberOfOwnCase: Begins = async (tx, matter) => {
  const own = await ownCaseOf(tx, matter)
  return own ? { caseNumber: own.caseNumber, filedAt: own.filedAt } : {}
}

/** Where a conclusion has to be chosen first: what one has filed oneself was found true. */
export const concludedByOwnCase: Begins = async (tx, matter) => {
  const own = await ownCaseOf(tx, matter)
  return own ? { outcome: 'filed', caseNumber: own.caseNumber } : {}
}
