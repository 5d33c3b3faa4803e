import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import { recordAccess } from '../../platform/access-log.ts'
import type { PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'

export const StandIn = z.strictObject({
  delegationId: z.uuid().nullable().describe('Whose place to take; null to act for oneself again'),
})
export type StandIn = z.infer<typeof StandIn>

/**
 * From the next request on the session acts in the absentee's place, or for the person again. The powers change as a
 * whole, so what is recorded as done in a colleague's place was done with that colleague's powers.
 */
export async function standIn(tx: Tx, actor: PersonActor, { delegationId }: StandIn): Promise<void> {
  const absentee = delegationId ? await absenteeOf(tx, actor, delegationId) : null
  await sql`update session set delegation_id = ${delegationId}
    where id = ${actor.sessionId ?? null} and account_id = ${actor.accountId}`.execute(tx)
  await recordAccess(tx, { what: 'stood-in', facts: { for: absentee, delegationId } })
}

async function absenteeOf(tx: Tx, actor: PersonActor, delegationId: string): Promise<string> {
  const { rows } = await sql<{ from_account: string }>`select from_account from delegation
    where id = ${delegationId} and to_account = ${actor.accountId} and ended_at is null
      and now() >= from_at and now() < until_at`.execute(tx)
  if (rows[0]) return rows[0].from_account
  throw new Refusal('not-found', {
    zh: '没有给您的这项委托，或不在委托期间内。请核对起止时间，或请委托人重新委托。',
    en: 'There is no such delegation to you, or it is not in force now. Check its dates, or ask for a new one.',
  })
}
