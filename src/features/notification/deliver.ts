import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Outside } from '../../platform/config.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { MailError, type Mailer } from '../../platform/mailer.ts'
import { OutboundError, postOutbound } from '../../platform/outbound.ts'
import { codeMinutes } from './confirm-mail.ts'
import type { Delivery } from './delivery-log.ts'
import { destinationOf } from './gather-notices.ts'
import { notificationJob } from './notification-job.ts'
import { readNews, type TellableNews } from './read-news.ts'
import { signedEvent } from './write-event.ts'
import { codeMail, type Letter, pausedMail, testMail, writeMail } from './write-mail.ts'

/** How messages leave, and by which clock. */
export type Ways = {
  readonly mailer: Mailer | undefined
  readonly outside: Pick<Outside, 'address' | 'webhookNetworks'>
  readonly now?: () => string
  /** How long a worker holds a destination; longer than any sending takes. A dead worker's message goes again afterwards. */
  readonly leaseSeconds?: number
  readonly webhookTimeoutMs?: number
}

/** After so many failures in a row, some twelve hours, an agency's program is not called again until its leader says so. */
const failuresBeforePause = 20
const mostTries = 12
const keptTryingDays = { mail: 3, webhook: 7 } as const
/** A code that comes when it is over is of no use. */
const keptTryingMinutes = ({ purpose, channel }: Pick<Claimed, 'purpose' | 'channel'>): number =>
  purpose === 'code' ? codeMinutes : keptTryingDays[channel] * 1_440

/**
 * Sends the next message of a channel, if one waits: claims its destination and the message, sends with no transaction open, and notes
 * the outcome. At least once: a worker that dies in between leaves the message waiting, and it goes again under the same
 * id. One message a destination is on its way at a time, so one that hangs holds up nobody else.
 * @returns whether there was one
 */
export async function deliverNext(db: Db, channel: 'mail' | 'webhook', ways: Ways): Promise<boolean> {
  const now = ways.now ?? (() => new Date().toISOString())
  const claimed = await asActor(db, notificationJob, (tx) =>
    claim(tx, channel, now(), ways.leaseSeconds ?? 60),
  )
  if (!claimed) return false
  let fault: Fault | undefined
  try {
    await (channel === 'mail' ? sendMail(claimed, ways) : callProgram(claimed, ways, now()))
  } catch (error) {
    fault = faultOf(error)
  }
  await asActor(db, notificationJob, (tx) => settle(tx, claimed, fault, now()))
  return true
}

type Claimed = {
  readonly id: string
  readonly channel: 'mail' | 'webhook'
  readonly purpose: Delivery['purpose']
  readonly destination: string
  readonly agencyId: string
  readonly accountId: string | null
  readonly madeAt: string
  readonly attempts: number
  readonly mail: string | null
  readonly code: string | null
  readonly url: string | null
  readonly secret: string | null
  readonly news: readonly TellableNews[]
}

async function claim(
  tx: Tx,
  channel: 'mail' | 'webhook',
  now: string,
  leaseSeconds: number,
): Promise<Claimed | undefined> {
  const { rows: held } = await sql<{ name: string }>`
    update destination set leased_until = ${now}::timestamptz + make_interval(secs => ${leaseSeconds})
    where name = (
      select d.name from destination d
      where starts_with(d.name, ${`${channel} `}) and d.again_at <= ${now}::timestamptz and d.leased_until <= ${now}::timestamptz
        and exists (
          select from dispatch m left join agency_notification s on m.channel = 'webhook' and s.agency_id = m.agency_id
          where m.destination = d.name and m.state = 'waiting' and m.again_at <= ${now}::timestamptz
            and s.webhook_paused_at is null)
      order by d.leased_until limit 1 for update skip locked)
    returning name`.execute(tx)
  const name = held[0]?.name
  if (name === undefined) return undefined
  const { rows } = await sql<Omit<Claimed, 'news'>>`
    update dispatch m set attempts = attempts + 1
    from (
      select m.id from dispatch m
      where m.destination = ${name} and m.state = 'waiting' and m.again_at <= ${now}::timestamptz order by m.made_at, m.id limit 1) next
    where m.id = next.id
    returning m.id, m.channel, m.purpose, m.destination, m.agency_id as "agencyId", m.account_id as "accountId",
      m.made_at as "madeAt", m.attempts,
      case when m.purpose = 'code' then (select t.mail from mail_to_confirm t where t.dispatch_id = m.id)
        when m.account_id is null then (select s.duty_mail from agency_notification s where s.agency_id = m.agency_id)
        else (select c.mail from notification_choice c join account a on a.id = c.account_id and a.active
          where c.account_id = m.account_id) end as mail,
      (select t.code from mail_to_confirm t where t.dispatch_id = m.id) as code,
      (select s.webhook_url from agency_notification s where s.agency_id = m.agency_id) as url,
      (select s.webhook_secret from agency_notification s where s.agency_id = m.agency_id) as secret`.execute(
    tx,
  )
  const [message] = rows
  if (!message) return undefined
  return {
    ...message,
    news: message.purpose === 'news' ? await readNews(tx, message.id, message.agencyId) : [],
  }
}

async function sendMail(message: Claimed, { mailer, outside }: Ways): Promise<void> {
  if (!message.mail) throw new NowhereToSend()
  // Whoever took the mail server out of the configuration has it wait.
  if (!mailer) throw new MailError('unreachable')
  const letter = lettersOf[message.purpose](message, outside.address)
  await mailer.send({ id: message.id, to: message.mail, ...letter })
}

const lettersOf: Readonly<Record<Delivery['purpose'], (message: Claimed, address: string) => Letter>> = {
  news: ({ news }, address) => writeMail(news, address),
  test: (_message, address) => testMail(address),
  paused: (_message, address) => pausedMail(address),
  code: ({ code }, address) => codeMail(code ?? '', address),
}

async function callProgram(
  message: Claimed,
  { outside, webhookTimeoutMs }: Ways,
  now: string,
): Promise<void> {
  if (!message.url || !message.secret) throw new NowhereToSend()
  const event = signedEvent(
    {
      id: message.id,
      isTest: message.purpose === 'test',
      agencyId: message.agencyId,
      madeAt: message.madeAt,
    },
    message.news[0],
    { secret: message.secret, now, address: outside.address },
  )
  await postOutbound(message.url, {
    ...event,
    own: outside.webhookNetworks,
    ...(webhookTimeoutMs === undefined ? {} : { timeoutMs: webhookTimeoutMs }),
  })
}

/** The person or the agency has taken the address away since. */
class NowhereToSend extends Error {}

/** What went wrong: with this message for good, with it for now, or with the way it goes. */
type Fault = { readonly word: string; readonly isAbout: 'message-for-good' | 'message' | 'destination' }

function faultOf(error: unknown): Fault {
  if (error instanceof NowhereToSend) return { word: 'no-address', isAbout: 'message-for-good' }
  if (error instanceof OutboundError) return { word: error.fault, isAbout: 'destination' }
  if (!(error instanceof MailError)) throw error
  if (!error.isAboutTheMail) return { word: error.fault, isAbout: 'destination' }
  return { word: error.fault, isAbout: error.fault === 'address-refused' ? 'message-for-good' : 'message' }
}

/** The pause after so many failures: 15 s, doubled each time up to an hour. */
export const pauseSeconds = (failures: number): number =>
  Math.min(3_600, 15 * 2 ** (Math.max(1, failures) - 1))

async function settle(tx: Tx, message: Claimed, fault: Fault | undefined, now: string): Promise<void> {
  const wasWay = fault?.isAbout === 'destination'
  const { rows } = await sql<{ failures: number }>`
    update destination set leased_until = ${now},
      failures = case when ${wasWay} then failures + 1 else 0 end,
      again_at = case when ${wasWay} then ${now}::timestamptz
        + make_interval(secs => least(3600, 15 * 2 ^ least(failures, 20))) else again_at end
    where name = ${message.destination} returning failures`.execute(tx)
  const isOver =
    fault !== undefined &&
    (fault.isAbout === 'message-for-good' ||
      (fault.isAbout === 'message' && message.attempts >= mostTries) ||
      // A test is answered at once: whoever asked for it waits.
      message.purpose === 'test' ||
      Date.parse(now) - Date.parse(message.madeAt) > keptTryingMinutes(message) * 60_000)
  const state = fault === undefined ? 'sent' : isOver ? 'failed' : 'waiting'
  await sql`
    update dispatch set state = ${state}, fault = ${fault?.word ?? null},
      settled_at = ${state === 'waiting' ? null : now}::timestamptz,
      again_at = case when ${fault?.isAbout === 'message'}
        then ${now}::timestamptz + make_interval(secs => ${pauseSeconds(message.attempts)}) else again_at end
    where id = ${message.id} and state = 'waiting'`.execute(tx)
  if (message.channel === 'webhook' && (rows[0]?.failures ?? 0) >= failuresBeforePause)
    await pauseProgram(tx, message, now)
}

/** Leaves an agency's program alone, keeps its messages, and tells those who lead the agency. */
async function pauseProgram(tx: Tx, { agencyId }: Claimed, now: string): Promise<void> {
  const { rows } = await sql`
    update agency_notification set webhook_paused_at = ${now}
    where agency_id = ${agencyId} and webhook_paused_at is null returning 1`.execute(tx)
  if (rows.length === 0) return
  const { rows: leaders } = await sql<{ id: string }>`
    select c.account_id as id from notification_choice c
    where c.mail is not null and c.account_id = any (leaders_of(${agencyId}))`.execute(tx)
  for (const { id } of leaders) {
    const destination = destinationOf('mail', agencyId, id)
    await sql`insert into destination (name) values (${destination}) on conflict do nothing`.execute(tx)
    await sql`
      insert into dispatch (id, channel, purpose, destination, agency_id, account_id, made_at, again_at)
      values (${newId()}, 'mail', 'paused', ${destination}, ${agencyId}, ${id}, ${now}, ${now})`.execute(tx)
  }
}
