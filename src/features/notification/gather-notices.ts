import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { rolesWith } from '../people/people.ts'
import { notificationJob } from './notification-job.ts'
import { readingRoles } from './reading-roles.ts'

/** How many notices one round gathers. */
const roundSize = 5_000

/** Lines to the mail server: a slow mailbox holds up a quarter of the others at most. */
const mailLines = 4

/** Which way a message goes: an agency's program, or one of the lines to the mail server, always the same for one person. */
export const destinationOf = (
  channel: 'mail' | 'webhook',
  agencyId: string,
  accountId: string | null,
): string =>
  channel === 'webhook'
    ? `webhook ${agencyId}`
    : `mail ${Number.parseInt((accountId ?? agencyId).slice(-6), 16) % mailLines}`

/**
 * Makes messages of the notices whose time has come: one mail a person with everything that is due then, so that what waited for
 * the end of the quiet hours or for the digest comes once; one event a notice to an agency's program. Left out is what
 * the person has opened in the page meanwhile, what was done meanwhile, and what is the person's no more. One worker gathers
 * at a time, or two would make two mails of one.
 * @returns how many notices were looked at; as many as a round takes means that more may wait
 */
export async function gatherNotices(db: Db, occasion: Occasion = hereAndNow()): Promise<number> {
  return asActor(db, notificationJob, async (tx) => {
    const { rows: turn } = await sql<{ ours: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('xiezhi.notices')) as ours`.execute(tx)
    if (!turn[0]?.ours) return 0
    const due = await dueNotices(tx, occasion.now)
    const dropped = due.filter(({ reason }) => reason !== null)
    if (dropped.length > 0) await drop(tx, dropped)
    await dispatch(
      tx,
      due.filter(({ reason }) => reason === null),
      occasion.now,
    )
    return due.length
  })
}

type Due = {
  readonly id: string
  readonly channel: 'mail' | 'webhook'
  readonly agencyId: string
  readonly accountId: string | null
  readonly reason: 'read' | 'done' | 'not-yours' | null
}

async function dueNotices(tx: Tx, now: string): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select n.id, n.channel, n.agency_id as "agencyId", n.account_id as "accountId",
      case
        when n.channel = 'webhook' or n.account_id is null then null
        when i.read_at is not null and not n.unanswered then 'read'
        when n.sort in ('due-soon', 'overdue') and not exists (
            select from clock c
            where c.matter_id = n.matter_id and c.leg_no = e.leg and c.name = e.body ->> 'clock' and c.stopped_at is null)
          then 'done'
        when not exists (
            select from account a join notification_choice c on c.account_id = a.id and c.mail is not null
            where a.id = n.account_id and a.active and a.roles && ${readingRoles}::text[]
              and hears_of(a.id, a.agency_id, n.matter_id, ${rolesWith('approve')}::text[]))
          then 'not-yours'
      end as reason
    from (
      select * from notice where dispatch_id is null and dropped is null and go_at <= ${now}::timestamptz
      order by go_at, account_id limit ${roundSize}) n
    join inbox i on i.id = n.inbox_id
    left join event e on e.matter_id = n.matter_id and e.seq = n.seq
    order by n.go_at, n.id`.execute(tx)
  return rows
}

async function drop(tx: Tx, notices: readonly Due[]): Promise<void> {
  await sql`
    update notice set dropped = d.reason
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as d (id uuid, reason text)
    where notice.id = d.id`.execute(tx)
}

async function dispatch(tx: Tx, notices: readonly Due[], now: string): Promise<void> {
  if (notices.length === 0) return
  const bundles = [
    ...Map.groupBy(notices, (notice) =>
      notice.channel === 'webhook' ? notice.id : `${notice.agencyId} ${notice.accountId}`,
    ).values(),
  ].flatMap(([first, ...others]) =>
    first
      ? [
          {
            id: newId(),
            channel: first.channel,
            agencyId: first.agencyId,
            accountId: first.accountId,
            destination: destinationOf(first.channel, first.agencyId, first.accountId),
            notices: [first, ...others].map(({ id }) => id),
          },
        ]
      : [],
  )
  const json = JSON.stringify(bundles)
  await sql`
    insert into destination (name)
    select distinct destination from jsonb_to_recordset(${json}::jsonb) as b (destination text)
    on conflict do nothing`.execute(tx)
  await sql`
    insert into dispatch (id, channel, purpose, destination, agency_id, account_id, made_at, again_at)
    select id, channel, 'news', destination, "agencyId", "accountId", ${now}, ${now}
    from jsonb_to_recordset(${json}::jsonb)
      as b (id uuid, channel text, destination text, "agencyId" uuid, "accountId" uuid)`.execute(tx)
  const placed = bundles.flatMap(({ id, notices: ids }) =>
    ids.map((notice) => ({ id: notice, dispatch: id })),
  )
  await sql`
    update notice set dispatch_id = p.dispatch
    from jsonb_to_recordset(${JSON.stringify(placed)}::jsonb) as p (id uuid, dispatch uuid)
    where notice.id = p.id`.execute(tx)
}
