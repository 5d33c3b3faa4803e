import { sql } from 'kysely'
import {
  type SetAgencyNotification,
  setAgencyNotification,
} from '../../src/features/notification/agency-notification.ts'
import { type NotificationChoice, setChoice } from '../../src/features/notification/choice.ts'
import { type AddressOf, confirmMail } from '../../src/features/notification/confirm-mail.ts'
import type { PersonActor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/as-actor.ts'
import type { Db } from '../../src/platform/database.ts'

/** Somebody chooses how to be told, and confirms the address. */
export async function chooses(db: Db, person: PersonActor, choice: NotificationChoice): Promise<void> {
  await asActor(db, person, (tx) => setChoice(tx, person, choice))
  await confirms(db, person, 'person')
}

/** A leader arranges for the agency, and the address of the duty desk is confirmed. */
export async function arranges(
  db: Db,
  leader: PersonActor,
  arranged: SetAgencyNotification,
): Promise<{ readonly secret: string | null }> {
  const made = await asActor(db, leader, (tx) => setAgencyNotification(tx, leader, arranged))
  await confirms(db, leader, 'duty-desk')
  return made
}

/** Enters the code as it stands in the mail, which the background work need not have sent; nothing where no address waits. */
async function confirms(db: Db, person: PersonActor, of: AddressOf): Promise<void> {
  const code = await codeFor(db, person, of)
  if (code === undefined) return
  await confirmMail(db, person, { of, code })
  await sql`delete from dispatch where purpose = 'code'`.execute(db)
}

/** The code that is on its way to the address somebody gave. */
export async function codeFor(db: Db, person: PersonActor, of: AddressOf): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select code from mail_to_confirm
    where agency_id = ${person.agencyId} and account_id is not distinct from ${of === 'person' ? person.accountId : null}`.execute(
    db,
  )
  return rows[0]?.code
}
