import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import { recordAccess } from '../../platform/access-log.ts'
import type { PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { signInRules } from './sign-in-rules.ts'

/** One of one's own signed-in browsers. */
export const OpenSession = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
})
export type OpenSession = z.infer<typeof OpenSession>

/** Where one is signed in now, the latest first; at most 100. */
export async function listSessions(tx: Tx, actor: PersonActor): Promise<OpenSession[]> {
  const { rows } = await sql<OpenSession>`
    select id, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt",
      user_agent as "userAgent", id = ${actor.sessionId ?? null} as current
    from session
    where account_id = ${actor.accountId} and ended_at is null and expires_at > now()
      and last_used_at > now() - make_interval(mins => ${signInRules.idleMinutes})
    order by last_used_at desc, id desc limit 100`.execute(tx)
  return rows
}

/** Ends the session in use. */
export async function signOut(tx: Tx, actor: PersonActor): Promise<void> {
  await end(tx, actor, actor.sessionId ?? null)
  await recordAccess(tx, { what: 'sign-out', facts: { sessionId: actor.sessionId ?? null } })
}

/** Ends one of one's own sessions, for instance on a computer left behind. */
export async function endSession(tx: Tx, actor: PersonActor, sessionId: string): Promise<void> {
  if (!(await end(tx, actor, sessionId)))
    throw new Refusal('not-found', {
      zh: '没有这个会话，或已结束。请刷新列表。',
      en: 'There is no such session, or it has ended. Reload the list.',
    })
  await recordAccess(tx, { what: 'session-ended', facts: { sessionId } })
}

async function end(tx: Tx, actor: PersonActor, sessionId: string | null): Promise<boolean> {
  const { rows } = await sql`update session set ended_at = now()
    where id = ${sessionId} and account_id = ${actor.accountId} and ended_at is null returning id`.execute(tx)
  return rows.length > 0
}
