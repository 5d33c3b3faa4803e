import { sql } from 'kysely'
import type { EffectInput } from '../kind.ts'

/**
 * What the last of these actions carried in this leg, from the record. The chart lets nobody here without one of them, so there
 * being none is a bug.
 */
export async function lastSaid<T>(
  { tx, matter, leg }: Pick<EffectInput, 'tx' | 'matter' | 'leg'>,
  actions: readonly string[],
): Promise<T> {
  const { rows } = await sql<{ form: T }>`
    select body -> 'form' as form from event
    where matter_id = ${matter.id} and leg = ${leg.no} and type = any(${actions}::text[])
    order by seq desc limit 1`.execute(tx)
  const [last] = rows
  if (!last) throw new Error(`Nobody took ${actions.join(' or ')} in leg ${leg.no} of ${matter.id}.`)
  return last.form
}
