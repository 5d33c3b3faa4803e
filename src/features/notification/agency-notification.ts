import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { invalidInput } from '../../kernel/faults.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { recordAccess } from '../../platform/access-log.ts'
import { hasPower, type PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { requirePower } from '../people/people.ts'
import { type AddressState, giveMail } from './confirm-mail.ts'
import { destinationOf } from './gather-notices.ts'
import { MailAddress } from './mail-address.ts'
import { noticeSortNames } from './notice-sorts.ts'

/** What an agency's leader arranges: its program and its duty desk. */
export const SetAgencyNotification = z.strictObject({
  webhookUrl: z
    .string()
    .max(500)
    .nullable()
    .describe('Where the agency’s program takes events; null for none'),
  webhookSorts: z.array(z.enum(noticeSortNames)).max(noticeSortNames.length),
  dutyMail: MailAddress.nullable(),
  dutyMinutes: z
    .number()
    .int()
    .min(5)
    .max(240)
    .describe('After how long an unopened urgent arrival goes further up'),
})
export type SetAgencyNotification = z.infer<typeof SetAgencyNotification>

/** The same, as it is read: the secret that signs is shown once, when it is made. */
export type AgencyNotification = SetAgencyNotification & {
  readonly webhookPausedAt: string | null
  readonly dutyMailState: AddressState
}

const usual: AgencyNotification = {
  webhookUrl: null,
  webhookSorts: [],
  dutyMail: null,
  dutyMinutes: 15,
  webhookPausedAt: null,
  dutyMailState: 'none',
}

/** What the agency has arranged; null for whoever does not lead it. */
export async function readAgencyNotification(tx: Tx, actor: PersonActor): Promise<AgencyNotification | null> {
  if (!hasPower(actor, 'lead')) return null
  const { rows } = await sql<AgencyNotification>`
    select webhook_url as "webhookUrl", webhook_sorts::text[] as "webhookSorts", webhook_paused_at as "webhookPausedAt",
      coalesce(t.mail, s.duty_mail) as "dutyMail", duty_minutes as "dutyMinutes",
      case when t.mail is not null then 'to-confirm' when s.duty_mail is not null then 'confirmed' else 'none' end as "dutyMailState"
    from agency_notification s left join mail_to_confirm t on t.agency_id = s.agency_id and t.account_id is null
    where s.agency_id = ${actor.agencyId}`.execute(tx)
  return rows[0] ?? usual
}

/**
 * Replaces what the agency has arranged. A new place gets a new secret, so that the old program cannot read on; a new
 * address of the duty desk gets a code, and nothing else until that is confirmed.
 * @returns the new secret, this once; null where the place stays
 */
export async function setAgencyNotification(
  tx: Tx,
  actor: PersonActor,
  input: SetAgencyNotification,
): Promise<{ readonly secret: string | null }> {
  mustLead(actor)
  const url = input.webhookUrl === null ? null : checkedUrl(input.webhookUrl)
  if (url !== null && input.webhookSorts.length === 0) throw nothingToPush()
  const before = await readAgencyNotification(tx, actor)
  const isNew = url !== null && url !== before?.webhookUrl
  const secret = isNew ? randomBytes(32).toString('base64url') : null
  await sql`
    insert into agency_notification (agency_id, webhook_sorts, duty_minutes)
    values (${actor.agencyId}, ${input.webhookSorts}::text[], ${input.dutyMinutes})
    on conflict (agency_id) do update set webhook_sorts = excluded.webhook_sorts, duty_minutes = excluded.duty_minutes`.execute(
    tx,
  )
  if (isNew || url === null)
    await sql`
      update agency_notification set webhook_url = ${url}, webhook_secret = ${secret}, webhook_paused_at = null
      where agency_id = ${actor.agencyId}`.execute(tx)
  await giveMail(tx, actor, { of: 'duty-desk', mail: input.dutyMail })
  await recordAccess(tx, { what: 'agency-notification-set', facts: { webhook: url !== null } })
  return { secret }
}

/** Lets events go to the agency's program again, what waited first. */
export async function resumeWebhook(tx: Tx, actor: PersonActor): Promise<void> {
  mustLead(actor)
  await sql`update agency_notification set webhook_paused_at = null where agency_id = ${actor.agencyId}`.execute(
    tx,
  )
  await sql`select resume_webhook(${destinationOf('webhook', actor.agencyId, null)})`.execute(tx)
}

/**
 * Asks for a message that shows that messages arrive: a mail to the person, or an event to the agency's program.
 * @throws Refusal `too-many` within half a minute of the last one
 */
export async function askForTest(tx: Tx, actor: PersonActor, channel: 'mail' | 'webhook'): Promise<void> {
  if (channel === 'webhook') mustLead(actor)
  const destination = destinationOf(channel, actor.agencyId, channel === 'mail' ? actor.accountId : null)
  const { rows } = await sql<{ asked: boolean }>`
    select ask_for_test(${newId()}, ${channel}, ${destination}) as asked`.execute(tx)
  if (!rows[0]?.asked) throw notAgainSoSoon()
}

/** A program that is told of nothing waits for ever. */
const nothingToPush = (): Refusal =>
  invalidInput([
    {
      path: ['webhookSorts'],
      message: {
        zh: '请至少选择一种要推送的消息；不需要推送的，清空接收网址。',
        en: 'Choose at least one sort of message to send; if none is wanted, empty the address.',
      },
    },
  ])

/** Where a program may stand at all; where the name leads is looked at each time something is sent. */
function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.hash) return url.href
  throw invalidInput([
    {
      path: ['webhookUrl'],
      message: {
        zh: '应为 https:// 开头的网址，不含用户名、口令和 # 部分。',
        en: 'This must be an address that begins with https://, without user name, password or #.',
      },
    },
  ])
}

const mustLead = (actor: PersonActor): void =>
  void requirePower(actor, ['lead'], { zh: '本机构负责人', en: 'the leader of your agency' })

const notAgainSoSoon = (): Refusal =>
  new Refusal('too-many', {
    zh: '刚刚发送过测试消息，请半分钟后再试。',
    en: 'A test was sent just now; try again in half a minute.',
  })
