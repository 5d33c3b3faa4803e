import { sql } from 'kysely'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { notificationJob } from './notification-job.ts'
import { insertNotices } from './spread-news.ts'

/**
 * Tells urgent arrivals that nobody opened further up: after the agency's time to those who lead it, after as long again to the duty
 * desk above. An alarm ends when somebody of the agency opens the matter or acts on it. Several workers may climb at once.
 * @returns how many alarms were looked at
 */
export async function climbAlarms(db: Db, occasion: Occasion = hereAndNow()): Promise<number> {
  return asActor(db, notificationJob, async (tx) => {
    const alarms = await dueAlarms(tx, occasion.now)
    const ringing = alarms.filter(({ isAnswered }) => !isAnswered)
    const called = await Promise.all(
      ringing.map(async (alarm) =>
        (alarm.step === 0 ? await leadersOf(tx, alarm) : await deskAbove(tx, alarm)).map((to) => ({
          ...to,
          channel: 'mail' as const,
          sort: 'escalated' as const,
          unanswered: true,
          goAt: occasion.now,
          inboxId: alarm.inboxId,
          matterId: alarm.matterId,
          seq: alarm.seq,
        })),
      ),
    )
    await insertNotices(tx, called.flat())
    if (alarms.length > 0)
      await sql`
        update alarm set step = step + 1, next_at = ${occasion.now}::timestamptz + make_interval(mins => a.minutes),
          ended_at = case when a."isAnswered" or step > 0 then ${occasion.now}::timestamptz end
        from jsonb_to_recordset(${JSON.stringify(alarms)}::jsonb) as a ("inboxId" bigint, minutes int, "isAnswered" boolean)
        where inbox_id = a."inboxId"`.execute(tx)
    return alarms.length
  })
}

type Alarm = {
  readonly inboxId: number
  readonly agencyId: string
  readonly matterId: string
  readonly seq: number
  readonly step: number
  readonly minutes: number
  readonly isAnswered: boolean
}

async function dueAlarms(tx: Tx, now: string): Promise<Alarm[]> {
  const { rows } = await sql<Alarm>`
    select a.inbox_id as "inboxId", a.agency_id as "agencyId", i.matter_id as "matterId", i.seq, a.step,
      coalesce(s.duty_minutes, 15) as minutes,
      i.read_at is not null or exists (
        select from event e where e.matter_id = i.matter_id and e.seq > i.seq and e.agency_id = a.agency_id) as "isAnswered"
    from (
      select * from alarm where ended_at is null and next_at <= ${now}::timestamptz
      order by next_at limit 200 for update skip locked) a
    join inbox i on i.id = a.inbox_id
    left join agency_notification s on s.agency_id = a.agency_id`.execute(tx)
  return rows
}

type Called = { readonly agencyId: string; readonly accountId: string | null }

async function leadersOf(tx: Tx, { agencyId }: Alarm): Promise<Called[]> {
  const { rows } = await sql<Called>`
    select a.agency_id as "agencyId", a.id as "accountId"
    from account a join notification_choice c on c.account_id = a.id and c.mail is not null
    where a.id = any (leaders_of(${agencyId}))`.execute(tx)
  return rows
}

/** The duty desk of the agency above, and who sits there; not of what the agency keeps to a few. */
async function deskAbove(tx: Tx, { agencyId, matterId }: Alarm): Promise<Called[]> {
  const { rows } = await sql<Called>`
    select s.agency_id as "agencyId", null::uuid as "accountId"
    from agency own join agency above on above.id = own.parent_id and above.active
    join agency_notification s on s.agency_id = above.id and s.duty_mail is not null
    where own.id = ${agencyId}
      and not exists (select from party p where p.matter_id = ${matterId} and p.agency_id = own.id and p.restricted)`.execute(
    tx,
  )
  return rows
}
