import { sql } from 'kysely'
import { z } from 'zod'
import { invalidInput } from '../../kernel/faults.ts'
import type { PersonActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { type AddressState, giveMail } from './confirm-mail.ts'
import { MailAddress } from './mail-address.ts'
import { noticeSortNames } from './notice-sorts.ts'

const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .describe('Time of day in China, such as 22:00')

/** At once, gathered in the daily digest, or not at all; in the page it stands always. */
export const ByMail = z.enum(['at-once', 'digest', 'off'])

/** What a person wants to be told outside the page, and how. */
export const NotificationChoice = z.strictObject({
  mail: MailAddress.nullable(),
  byMail: z.strictObject(
    Object.fromEntries(noticeSortNames.map((sort) => [sort, ByMail])) as Record<
      (typeof noticeSortNames)[number],
      typeof ByMail
    >,
  ),
  about: z
    .enum(['mine', 'agency'])
    .describe('What is named or assigned to the person, or to nobody; or everything the agency is told'),
  quietFrom: TimeOfDay.nullable(),
  quietUntil: TimeOfDay.nullable(),
  digestAt: TimeOfDay.describe('On working days'),
})
export type NotificationChoice = z.infer<typeof NotificationChoice>

/** What holds until a person chooses: nothing leaves the page without an address. */
export const usualChoice: NotificationChoice = {
  mail: null,
  byMail: {
    urgent: 'at-once',
    'due-soon': 'at-once',
    overdue: 'at-once',
    escalated: 'at-once',
    news: 'digest',
  },
  about: 'mine',
  quietFrom: '22:00',
  quietUntil: '07:00',
  digestAt: '08:30',
}

/** What the person has chosen, or what holds without; with the address as it was given, confirmed or not. */
export async function readChoice(
  tx: Tx,
  actor: PersonActor,
): Promise<{ readonly choice: NotificationChoice; readonly mailState: AddressState }> {
  const { rows } = await sql<NotificationChoice & { readonly waiting: string | null }>`
    select coalesce(t.mail, c.mail) as mail, t.mail as waiting, by_mail as "byMail", about, to_char(quiet_from, 'HH24:MI') as "quietFrom",
      to_char(quiet_until, 'HH24:MI') as "quietUntil", to_char(digest_at, 'HH24:MI') as "digestAt"
    from notification_choice c left join mail_to_confirm t on t.account_id = c.account_id
    where c.account_id = ${actor.accountId}`.execute(tx)
  if (!rows[0]) return { choice: usualChoice, mailState: 'none' }
  const { waiting, ...choice } = rows[0]
  return { choice, mailState: waiting ? 'to-confirm' : choice.mail ? 'confirmed' : 'none' }
}

/**
 * Replaces what the person has chosen. It holds for news from now on and for what still waits to be sent. A new address gets a code, and
 * nothing else until the code is confirmed.
 * @throws Refusal `too-many` when too many codes were sent within the hour
 */
export async function setChoice(tx: Tx, actor: PersonActor, choice: NotificationChoice): Promise<void> {
  if ((choice.quietFrom === null) !== (choice.quietUntil === null) || isEmptyNight(choice))
    throw invalidInput([
      {
        path: ['quietUntil'],
        message: {
          zh: '免打扰时段要有起止两个不同的时间，或都不填。',
          en: 'Quiet hours need two different times, or neither.',
        },
      },
    ])
  await sql`
    insert into notification_choice (by_mail, about, quiet_from, quiet_until, digest_at)
    values (${JSON.stringify(choice.byMail)}::jsonb, ${choice.about}, ${choice.quietFrom}::time,
      ${choice.quietUntil}::time, ${choice.digestAt}::time)
    on conflict (account_id) do update set by_mail = excluded.by_mail, about = excluded.about,
      quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_at = excluded.digest_at`.execute(
    tx,
  )
  await giveMail(tx, actor, { of: 'person', mail: choice.mail })
}

const isEmptyNight = ({ quietFrom, quietUntil }: NotificationChoice): boolean =>
  quietFrom !== null && quietFrom === quietUntil
