import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { Kind, Statement } from './kind.ts'
import { maskPersonalData } from './masking.ts'

/** What is looked at for statements: the matter as it is read or locked. */
type Stated = {
  readonly id: string
  readonly opener_id: string
  readonly opened_at: string
  readonly content: Readonly<Record<string, unknown>>
}

/**
 * What each agency last stated on the fields its kind compares, as far as the reader sees it: the opener first, then in the order
 * in which they first spoke. Personal data in what was stated is masked; the content is taken as it is given.
 */
export async function statementsOf(
  tx: Tx,
  kind: Pick<Kind, 'statements' | 'forms'>,
  matter: Stated,
): Promise<readonly Statement[]> {
  const field = kind.statements?.field
  if (field === undefined) return []
  const { rows } = await sql<{ agency_id: string; at: string; type: string; form: Record<string, unknown> }>`
    select agency_id, at, type, body -> 'form' as form from event
    where matter_id = ${matter.id} and agency_id is not null and body -> 'form' ? ${field}
      and type = any(${Object.keys(kind.forms)}) order by seq`.execute(tx)
  const latest = new Map<string, Statement>()
  const state = (agencyId: string, at: string, form: unknown) => {
    const value = (form as Readonly<Record<string, unknown>>)[field]
    if (typeof value === 'object' && value !== null)
      latest.set(agencyId, { agencyId, at: new Date(at).toISOString(), value: value as Statement['value'] })
  }
  state(matter.opener_id, matter.opened_at, matter.content)
  for (const { agency_id, at, type, form } of rows) {
    const schema = kind.forms[type]
    if (schema) state(agency_id, at, maskPersonalData(schema, form).value)
  }
  return [...latest.values()]
}
