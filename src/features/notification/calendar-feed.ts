import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountId, AgencyId } from '../../kernel/ids.ts'
import { numberWithKind } from '../../kernel/kind-before.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isClockTime, type Term } from '../../kernel/term.ts'
import { remindersOf } from '../../kernel/urgency.ts'
import { recordAccess } from '../../platform/access-log.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor, databaseTrouble } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { kindOf } from '../matters/matters.ts'
import { absenteesOf, powersOf } from '../people/people.ts'
import { calendarFor } from '../rules/rules.ts'
import { type CalendarDeadline, writeCalendar } from './ics.ts'
import { notificationJob } from './notification-job.ts'

/** The person's calendar address, as far as it is known: the secret itself is shown once, when it is made. */
export type CalendarFeed = { readonly madeAt: string; readonly lastReadAt: string | null }

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** Makes a calendar address, or a new one in place of the old, which stops working at once. */
export async function makeCalendarFeed(
  tx: Tx,
  actor: PersonActor,
  address: string,
): Promise<{ readonly address: string }> {
  if (actor.standingInFor) throw notWhileStandingIn()
  const secret = randomBytes(32).toString('base64url')
  await sql`delete from calendar_feed where account_id = ${actor.accountId}`.execute(tx)
  await sql`insert into calendar_feed (secret_digest) values (${digestOf(secret)})`.execute(tx)
  await recordAccess(tx, { what: 'calendar-made' })
  return { address: `${address}/api/v1/calendar/${secret}.ics` }
}

/** Ends the calendar address at once. */
export async function revokeCalendarFeed(tx: Tx, actor: PersonActor): Promise<void> {
  await sql`delete from calendar_feed where account_id = ${actor.accountId}`.execute(tx)
  await recordAccess(tx, { what: 'calendar-revoked' })
}

/** Whether the person has a calendar address, and when it was last read. */
export async function findCalendarFeed(tx: Tx, actor: PersonActor): Promise<CalendarFeed | null> {
  const { rows } = await sql<CalendarFeed>`
    select made_at as "madeAt", last_read_at as "lastReadAt" from calendar_feed where account_id = ${actor.accountId}`.execute(
    tx,
  )
  return rows[0] ?? null
}

/**
 * The calendar behind a secret address: the deadlines the person owes, while standing in also the absentee's, as row-level security shows them to the person now.
 * @throws Refusal `not-found` for an address that never was, was revoked, or whose account is disabled
 */
export async function readCalendarFeed(
  db: Db,
  secret: string,
  address: string,
  now: string,
): Promise<string> {
  const reader = await readerOf(db, secret)
  if (!reader) throw noSuchCalendar()
  // The accounts of colleagues are for the server's own jobs to read.
  const absentees = await asActor(db, notificationJob, (tx) => absenteesOf(tx, reader.accountId, now))
  const deadlines = await asActor(db, reader, (tx) => deadlinesOf(tx, { reader, absentees }, address, now))
  return writeCalendar('协执办理时限', deadlines, now)
}

type Reader = {
  readonly account_id: AccountId
  readonly name: string
  readonly agency_id: AgencyId
  readonly agency_path: string
  readonly roles: readonly string[]
}

async function readerOf(db: Db, secret: string): Promise<PersonActor | undefined> {
  try {
    const { rows } = await db.pool.query<Reader>({
      name: 'reader_of_calendar',
      text: 'select * from reader_of_calendar($1)',
      values: [digestOf(secret)],
    })
    const [row] = rows
    return (
      row && {
        type: 'person',
        accountId: row.account_id,
        name: row.name,
        agencyId: row.agency_id,
        agencyPath: row.agency_path,
        powers: powersOf(row.roles),
      }
    )
  } catch (error) {
    throw databaseTrouble(error) ?? error
  }
}

type Row = {
  readonly id: string
  readonly name: string
  readonly rule: unknown
  readonly due_at: string
  readonly changes: number
  readonly matter_id: string
  readonly number: string
  readonly kind: string
  readonly isForAnother: boolean
}

/**
 * What the person's agency owes and is assigned to the person, to somebody for whom the person stands in now 代理, or to nobody; resting deadlines have no time and are
 * left out.
 */
async function deadlinesOf(
  tx: Tx,
  { reader, absentees }: { readonly reader: PersonActor; readonly absentees: readonly string[] },
  address: string,
  now: string,
): Promise<CalendarDeadline[]> {
  const { rows } = await sql<Row>`
    select c.id, c.name, c.rule, c.due_at, m.id as matter_id, m.number, m.kind,
      p.assignee_id is not null and p.assignee_id <> ${reader.accountId} as "isForAnother",
      -- Every change of the time is a move of the matter.
      m.version as changes
    from clock c join matter m on m.id = c.matter_id
    join party p on p.matter_id = m.id and p.agency_id = c.owes_id
    where c.owes_id = ${reader.agencyId} and c.stopped_at is null and c.paused_at is null
      and (p.assignee_id is null or p.assignee_id = any (${[reader.accountId, ...absentees]}::uuid[]))
    order by c.due_at limit 1000`.execute(tx)
  const calendar = await calendarFor(tx)
  return rows.map((row) => {
    const kind = kindOf(row.kind)
    const rule = row.rule as Term
    const clock = kind.words.clocks[row.name]?.zh ?? row.name
    const link = `${address}/matters/${row.matter_id}`
    return {
      uid: `${row.id}@xiezhi`,
      sequence: row.changes,
      summary: `${row.isForAnother ? '（代理）' : ''}${clock}：${numberWithKind(row.number, kind.words.name).zh}`,
      description: link,
      link,
      dueAt: row.due_at,
      isWholeDay: !isClockTime(rule.unit),
      alarms: remindersOf(row.due_at, rule, calendar).filter((at) => Date.parse(at) > Date.parse(now)),
    }
  })
}

const noSuchCalendar = (): Refusal =>
  new Refusal('not-found', {
    zh: '这个日历地址无效或已撤销。请在“提醒设置”中重新生成。',
    en: 'This calendar address is not valid or was revoked. Make a new one under "Notifications".',
  })

const notWhileStandingIn = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '代理期间不能生成日历地址：它会比代理期更长。请结束代理后再办。',
    en: 'Who stands in makes no calendar address: it would outlast the absence. Stop standing in first.',
  })
