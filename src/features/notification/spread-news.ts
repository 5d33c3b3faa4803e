import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { rolesWith } from '../people/people.ts'
import { calendarFor } from '../rules/rules.ts'
import type { NotificationChoice } from './choice.ts'
import { type NoticeSort, sortOf } from './notice-sorts.ts'
import { notificationJob } from './notification-job.ts'
import { readingRoles } from './reading-roles.ts'
import { whenToGo } from './when-to-go.ts'

/** A few thousand rows a transaction keep it well below a second. */
const roundSize = 1_000

/**
 * Turns news into notices: for each recipient and channel one, with the time at which it goes. News leaves `unspread` in the
 * transaction that writes its notices, so a worker that is killed loses and doubles nothing; several may spread at once.
 * @param byMail false where no mail server is configured: then nothing piles up for one
 * @returns how many pieces of news were spread; as many as a round takes means that more may wait
 */
export async function spreadNews(
  db: Db,
  { byMail, occasion = hereAndNow() }: { readonly byMail: boolean; readonly occasion?: Occasion },
): Promise<number> {
  return asActor(db, notificationJob, async (tx) => {
    const news = await takeNews(tx)
    if (news.length === 0) return 0
    const hearers = await hearersOf(tx, news)
    const calendar = await calendarFor(tx)
    const byNews = Map.groupBy(hearers, ({ inboxId }) => inboxId)
    await insertNotices(
      tx,
      news.flatMap((piece) => [
        ...(byMail ? mailsOf(piece, byNews.get(piece.inboxId) ?? [], occasion.now, calendar) : []),
        ...(piece.webhookSorts?.includes(sortOfNews(piece))
          ? [toAgency(piece, 'webhook', occasion.now)]
          : []),
      ]),
    )
    await raiseAlarms(tx, news.filter(isUrgentArrival), occasion.now)
    return news.length
  })
}

type News = {
  readonly inboxId: number
  readonly agencyId: string
  readonly matterId: string
  readonly seq: number
  readonly type: string
  readonly isPressing: boolean
  readonly webhookSorts: readonly NoticeSort[] | null
  readonly dutyMail: string | null
}

const sortOfNews = ({ type, isPressing }: News): NoticeSort => sortOf(type, isPressing)
const isUrgentArrival = (news: News): boolean => sortOfNews(news) === 'urgent'

async function takeNews(tx: Tx): Promise<News[]> {
  const { rows } = await sql<News>`
    with taken as (
      delete from unspread where inbox_id in
        (select inbox_id from unspread order by inbox_id limit ${roundSize} for update skip locked)
      returning inbox_id)
    select i.id as "inboxId", i.agency_id as "agencyId", i.matter_id as "matterId", i.seq, i.type,
      i.urgent and m.urgency = 'urgent' as "isPressing",
      case when s.webhook_url is not null then s.webhook_sorts::text[] end as "webhookSorts", s.duty_mail as "dutyMail"
    from taken join inbox i on i.id = taken.inbox_id join matter m on m.id = i.matter_id
    left join agency_notification s on s.agency_id = i.agency_id
    order by i.id`.execute(tx)
  return rows
}

type Hearer = {
  readonly inboxId: number
  readonly accountId: string
  /** Named, assigned, or wanting to hear everything of the agency. */
  readonly isConcerned: boolean
  readonly isOnDuty: boolean
} & Pick<NotificationChoice, 'byMail' | 'quietFrom' | 'quietUntil' | 'digestAt'>

/**
 * Who in the agencies may hear of it and has given an address. Whoever stands in for the assignee hears instead; where nobody is
 * assigned, or who was has left, everybody does.
 */
async function hearersOf(tx: Tx, news: readonly News[]): Promise<Hearer[]> {
  const { rows } = await sql<Hearer>`
    with hearer as materialized (
      -- Materialized, so that only of those whom it concerns it is asked whether they may hear.
      select i.id as "inboxId", a.id as "accountId", i.agency_id, i.matter_id, a.duty as "isOnDuty", concerned.is as "isConcerned",
        c.by_mail as "byMail", to_char(c.quiet_from, 'HH24:MI') as "quietFrom", to_char(c.quiet_until, 'HH24:MI') as "quietUntil",
        to_char(c.digest_at, 'HH24:MI') as "digestAt"
      from inbox i
      join account a on a.agency_id = i.agency_id and a.active and a.roles && ${readingRoles}::text[]
      join notification_choice c on c.account_id = a.id and c.mail is not null
      left join party p on p.agency_id = i.agency_id and p.matter_id = i.matter_id
      left join lateral (
        select coalesce(
            (select stand_in.id from delegation d join account stand_in on stand_in.id = d.to_account and stand_in.active
              where d.from_account = assignee.id and d.ended_at is null and d.from_at <= i.at and d.until_at > i.at
              order by d.from_at desc limit 1),
            assignee.id) as id
        from account assignee where assignee.id = p.assignee_id and assignee.active) answering on true
      cross join lateral (
        select coalesce(i.account_id = a.id, c.about = 'agency' or answering.id is null or answering.id = a.id) as is) concerned
      where i.id = any (${news.map(({ inboxId }) => inboxId)}::bigint[]) and (concerned.is or a.duty))
    select "inboxId", "accountId", "isOnDuty", "isConcerned", "byMail", "quietFrom", "quietUntil", "digestAt"
    from hearer
    where hears_of("accountId", agency_id, matter_id, ${rolesWith('approve')}::text[])`.execute(tx)
  return rows
}

type NewNotice = {
  readonly channel: 'mail' | 'webhook'
  readonly accountId: string | null
  readonly goAt: string
  readonly sort: NoticeSort
} & Pick<News, 'inboxId' | 'agencyId' | 'matterId' | 'seq'>

/** The mails about a piece of news: to whom it concerns, as each wishes, and of urgent arrivals at once to who is on duty. */
function mailsOf(news: News, hearers: readonly Hearer[], now: string, calendar: Calendar): NewNotice[] {
  const sort = sortOfNews(news)
  const toPeople = hearers.flatMap((hearer) => {
    const isCalled = isUrgentArrival(news) && hearer.isOnDuty
    if (!isCalled && !hearer.isConcerned) return []
    const goAt = isCalled ? now : whenToGo(hearer, { sort, isPressing: news.isPressing }, now, calendar)
    return goAt ? [{ ...toAgency(news, 'mail', goAt), accountId: hearer.accountId }] : []
  })
  return isUrgentArrival(news) && news.dutyMail ? [...toPeople, toAgency(news, 'mail', now)] : toPeople
}

const toAgency = (news: News, channel: NewNotice['channel'], goAt: string): NewNotice => ({
  channel,
  accountId: null,
  goAt,
  sort: sortOfNews(news),
  inboxId: news.inboxId,
  agencyId: news.agencyId,
  matterId: news.matterId,
  seq: news.seq,
})

/** Writes notices; one that is there already, such as of news that came to both sides of one agency, stays one. */
export async function insertNotices(
  tx: Tx,
  notices: readonly (NewNotice & { readonly unanswered?: boolean })[],
): Promise<void> {
  if (notices.length === 0) return
  const rows = notices.map((notice) => ({ ...notice, id: newId() }))
  await sql`
    insert into notice (id, channel, agency_id, account_id, sort, unanswered, inbox_id, matter_id, seq, go_at)
    select id, channel, "agencyId", "accountId", sort, coalesce(unanswered, false), "inboxId", "matterId", seq, "goAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n (id uuid, channel text, "agencyId" uuid, "accountId" uuid, sort text, unanswered boolean, "inboxId" bigint,
        "matterId" uuid, seq int, "goAt" timestamptz)
    on conflict do nothing`.execute(tx)
}

/** An urgent arrival has to be opened by somebody within the agency's time. */
async function raiseAlarms(tx: Tx, news: readonly News[], now: string): Promise<void> {
  if (news.length === 0) return
  await sql`
    insert into alarm (inbox_id, agency_id, next_at)
    select i.id, i.agency_id, ${now}::timestamptz + make_interval(mins => coalesce(s.duty_minutes, 15))
    from inbox i left join agency_notification s on s.agency_id = i.agency_id
    where i.id = any (${news.map(({ inboxId }) => inboxId)}::bigint[])
    on conflict do nothing`.execute(tx)
}
