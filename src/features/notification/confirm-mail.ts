import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { hereAndNow } from '../../platform/occasion.ts'
import { requirePower } from '../people/people.ts'
import { destinationOf } from './gather-notices.ts'

/** How long a code can be confirmed, and how long it is tried to be sent. */
export const codeMinutes = 60

/** Whose address: the person's own, or that of the duty desk of the agency the person leads. */
export const AddressOf = z.enum(['person', 'duty-desk'])
export type AddressOf = z.infer<typeof AddressOf>

/** Nothing is sent to an address but its code, until the code is confirmed. */
export const AddressState = z.enum(['none', 'to-confirm', 'confirmed'])
export type AddressState = z.infer<typeof AddressState>

export const ConfirmMail = z.strictObject({
  of: AddressOf,
  code: z
    .string()
    .regex(/^\d{6}$/)
    .describe('The six digits that were sent to the address'),
})
export type ConfirmMail = z.infer<typeof ConfirmMail>

/**
 * Gives an address, or with null takes it away. A new one gets a code and nothing else until the code is confirmed; the one before gets
 * nothing from now on. The answer is the same whoever else has given that address.
 * @param again sends another code although the address is the same; the one before is void
 * @throws Refusal `too-many` when too many codes were sent within the hour
 */
export async function giveMail(
  tx: Tx,
  actor: PersonActor,
  {
    of,
    mail,
    again = false,
  }: { readonly of: AddressOf; readonly mail: string | null; readonly again?: boolean },
): Promise<void> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = new Date(Date.parse(hereAndNow().now) + codeMinutes * 60_000).toISOString()
  const destination = destinationOf('mail', actor.agencyId, of === 'person' ? actor.accountId : null)
  const { rows } = await sql<{ given: boolean }>`
    select give_mail(${of === 'duty-desk'}, ${mail}, ${again}, ${code}, ${expiresAt}, ${newId()}, ${destination}) as given`.execute(
    tx,
  )
  if (!rows[0]?.given) throw tooManyCodes()
}

/**
 * Sends another code to the address that waits to be confirmed; the one before is void.
 * @throws Refusal `not-now` when no address waits, `too-many` when too many codes were sent within the hour
 */
export async function sendCodeAgain(tx: Tx, actor: PersonActor, of: AddressOf): Promise<void> {
  mayArrange(actor, of)
  const { rows } = await sql<{ mail: string }>`
    select mail from mail_to_confirm
    where agency_id = ${actor.agencyId} and account_id is not distinct from ${of === 'person' ? actor.accountId : null}`.execute(
    tx,
  )
  if (!rows[0]) throw refusals['nothing-to-confirm']()
  await giveMail(tx, actor, { of, mail: rows[0].mail, again: true })
}

/**
 * Confirms an address by the code that was sent to it; from then on it gets what was chosen. A wrong code costs one of five tries, and
 * stays counted although this refuses.
 * @throws Refusal `invalid-input` for a wrong code, `not-now` for one that is over or when no address waits
 */
export async function confirmMail(
  db: Db,
  actor: PersonActor,
  { of, code }: ConfirmMail,
  now = hereAndNow().now,
): Promise<void> {
  mayArrange(actor, of)
  const outcome = await asActor(db, actor, async (tx) => {
    const { rows } = await sql<{ outcome: keyof typeof refusals | 'confirmed' }>`
      select confirm_mail(${of === 'duty-desk'}, ${code}, ${now}) as outcome`.execute(tx)
    return rows[0]?.outcome ?? 'nothing-to-confirm'
  })
  if (outcome !== 'confirmed') throw refusals[outcome]()
}

const mayArrange = (actor: PersonActor, of: AddressOf): void => {
  if (of === 'duty-desk')
    requirePower(actor, ['lead'], { zh: '本机构负责人', en: 'the leader of your agency' })
}

const wrongCode = {
  zh: '验证码不正确，请核对邮件后重新填写。',
  en: 'This is not the code; look at the mail and try again.',
}

const refusals = {
  'nothing-to-confirm': () =>
    new Refusal('not-now', {
      zh: '没有待验证的邮箱：可能已经验证过，或邮箱已更改。请刷新页面查看。',
      en: 'No address waits to be confirmed: it may be confirmed already, or was changed. Look at the page again.',
    }),
  expired: () =>
    new Refusal('not-now', {
      zh: `验证码已超过 ${codeMinutes} 分钟，不再有效。请点“重新发送验证码”。`,
      en: `The code is older than ${codeMinutes} minutes and no longer valid. Have another one sent.`,
    }),
  'no-tries-left': () =>
    new Refusal('not-now', {
      zh: '验证码填错次数过多，已作废。请点“重新发送验证码”。',
      en: 'The code was entered wrong too often and is void. Have another one sent.',
    }),
  wrong: () => new Refusal('invalid-input', wrongCode, { faults: [{ path: ['code'], message: wrongCode }] }),
}

const tooManyCodes = (): Refusal =>
  new Refusal('too-many', {
    zh: '一小时内发送的验证码过多，请过一小时再试；其他设置可先保持邮箱不变保存。',
    en: 'Too many codes were sent within the hour: try again in an hour. Other settings can be saved with the address left as it was.',
  })
