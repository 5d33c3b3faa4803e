import { sql } from 'kysely'
import type { EffectInput } from '../kind.ts'

/** A conversation of a matter. */
type Where = Pick<EffectInput, 'tx'> & {
  readonly matter: { readonly id: string }
  readonly leg: { readonly no: number }
}

/** When an action was taken, UTC, and what it carried. */
export type Taken<T> = { readonly at: string; readonly form: T }

/** The last time one of these actions was taken in this leg, from the record; nothing where none was. */
export async function lastTaken<T>(
  { tx, matter, leg }: Where,
  actions: readonly string[],
): Promise<Taken<T> | undefined> {
  const { rows } = await sql<Taken<T>>`
    select at, body -> 'form' as form from event
    where matter_id = ${matter.id} and leg = ${leg.no} and type = any(${actions}::text[])
    order by seq desc limit 1`.execute(tx)
  return rows[0]
}

/** What the last of these actions carried. The chart lets nobody here without one of them, so there being none is a bug. */
export async function lastSaid<T>(where: Where, actions: readonly string[]): Promise<T> {
  const last = await lastTaken<T>(where, actions)
  if (!last)
    throw new Error(`Nobody took ${actions.join(' or ')} in leg ${where.leg.no} of ${where.matter.id}.`)
  return last.form
}
