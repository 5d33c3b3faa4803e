import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { setAgencyNotification } from '../../src/features/notification/agency-notification.ts'
import { readChoice, setChoice, usualChoice } from '../../src/features/notification/choice.ts'
import { codeMinutes, confirmMail, sendCodeAgain } from '../../src/features/notification/confirm-mail.ts'
import { deliverNext } from '../../src/features/notification/deliver.ts'
import type { PersonActor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/as-actor.ts'
import { noOutside } from '../../src/platform/config.ts'
import { openMailer } from '../../src/platform/mailer.ts'
import { testDatabase } from '../database.ts'
import { aRegion } from '../fixtures.ts'
import { chooses, codeFor } from './confirmed-mail.ts'
import { anSmtpCatcher } from './smtp-catcher.ts'

const { db } = await testDatabase()
const smtp = await anSmtpCatcher()
const region = await aRegion(db)
const officer = region.who('siping.officer')
const colleague = region.who('siping.liaison')
const leader = region.who('siping.leader')
const mailbox = 'officer@example.gov.cn'

beforeEach(async () => {
  smtp.manner = 'take'
  smtp.given.splice(0)
  for (const table of [
    'mail_to_confirm',
    'dispatch',
    'destination',
    'notification_choice',
    'agency_notification',
  ])
    await sql.raw(`delete from ${table}`).execute(db)
})
afterAll(() => smtp[Symbol.asyncDispose]())

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const gives = (person: PersonActor, mail: string | null) =>
  asActor(db, person, (tx) => setChoice(tx, person, { ...usualChoice, mail }))
const givesDesk = (person: PersonActor, dutyMail: string | null) =>
  asActor(db, person, (tx) =>
    setAgencyNotification(tx, person, { webhookUrl: null, webhookSorts: [], dutyMail, dutyMinutes: 15 }),
  )
const asks = (person: PersonActor) => asActor(db, person, (tx) => sendCodeAgain(tx, person, 'person'))
const stateOf = async (person: PersonActor) =>
  (await asActor(db, person, (tx) => readChoice(tx, person))).mailState

/** Lets the background work send what waits now, or after some minutes. */
async function send(minutes = 0.1): Promise<void> {
  const ways = {
    mailer: openMailer({ url: smtp.url, from: 'xiezhi@example.gov.cn' }, 1_500),
    outside: { ...noOutside, address: 'https://xiezhi.example.gov.cn' },
    now: () => inMinutes(minutes),
  }
  while (await deliverNext(db, 'mail', ways));
}
const codesIn = () =>
  smtp.given.map(({ to, text }) => ({ to, code: /验证码：(\d{6})/.exec(text)?.[1] ?? '' }))
const confirmed = async () =>
  (
    await sql<{
      mail: string | null
    }>`select mail from notification_choice where account_id = ${officer.accountId}`.execute(db)
  ).rows[0]?.mail

describe('an address that a person gives', () => {
  test('gets a code and nothing else, and is confirmed by that code', async () => {
    await gives(officer, mailbox)
    const before = { state: await stateOf(officer), mail: await confirmed() }
    await send()
    const [mail] = codesIn()

    await confirmMail(db, officer, { of: 'person', code: mail?.code ?? '' })

    expect(before).toEqual({ state: 'to-confirm', mail: null })
    expect(mail?.to).toBe(mailbox)
    expect(smtp.given).toHaveLength(1)
    expect(smtp.given[0]?.text).not.toContain(officer.name)
    expect({ state: await stateOf(officer), mail: await confirmed() }).toEqual({
      state: 'confirmed',
      mail: mailbox,
    })
  })

  test('is not sent another code by saving again, and loses it when it is taken away', async () => {
    await gives(officer, mailbox)
    await gives(officer, mailbox)
    await send()
    const sent = smtp.given.length

    await gives(officer, null)

    expect(sent).toBe(1)
    expect(await stateOf(officer)).toBe('none')
    await expect(
      confirmMail(db, officer, { of: 'person', code: codesIn()[0]?.code ?? '' }),
    ).rejects.toMatchObject({
      code: 'not-now',
    })
  })

  test('begins anew when it is changed: the one before gets nothing, its code is void', async () => {
    await chooses(db, officer, { ...usualChoice, mail: mailbox })
    await gives(officer, 'new@example.gov.cn')
    const between = await confirmed()
    const first = await codeFor(db, officer, 'person')
    await gives(officer, 'newer@example.gov.cn')
    await send()

    const refused = confirmMail(db, officer, { of: 'person', code: first ?? '' })

    expect(between).toBeNull()
    expect(codesIn().map(({ to }) => to)).toEqual(['newer@example.gov.cn'])
    // One in a million times the two codes are the same.
    if (first !== codesIn()[0]?.code) await expect(refused).rejects.toMatchObject({ code: 'invalid-input' })
    await confirmMail(db, officer, { of: 'person', code: codesIn()[0]?.code ?? '' })
    expect(await confirmed()).toBe('newer@example.gov.cn')
  })

  test('stays confirmed when other wishes change', async () => {
    await chooses(db, officer, { ...usualChoice, mail: mailbox })

    await asActor(db, officer, (tx) =>
      setChoice(tx, officer, { ...usualChoice, mail: mailbox, about: 'agency' }),
    )

    expect(await stateOf(officer)).toBe('confirmed')
    expect(await confirmed()).toBe(mailbox)
  })

  test('is answered for alike whoever else has it, and each confirms for himself', async () => {
    await chooses(db, officer, { ...usualChoice, mail: mailbox })

    await gives(colleague, mailbox)

    expect(await stateOf(colleague)).toBe('to-confirm')
    expect(await stateOf(officer)).toBe('confirmed')
  })

  test('is confirmed by nobody but who gave it', async () => {
    await gives(officer, mailbox)
    const code = (await codeFor(db, officer, 'person')) ?? ''

    await expect(confirmMail(db, colleague, { of: 'person', code })).rejects.toMatchObject({
      code: 'not-now',
    })

    expect(await stateOf(officer)).toBe('to-confirm')
    await expect(
      asActor(db, officer, (tx) => sql`select code from mail_to_confirm`.execute(tx)),
    ).rejects.toThrow('permission denied')
    await expect(
      asActor(db, officer, (tx) => sql`update notification_choice set mail = 'x@example.cn'`.execute(tx)),
    ).rejects.toThrow('permission denied')
  })
})

describe('a code', () => {
  const another = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

  test('that is wrong is counted, and the fifth wrong one makes it void, even for the right one', async () => {
    await gives(officer, mailbox)
    const code = (await codeFor(db, officer, 'person')) ?? ''
    const tries = []
    for (let no = 0; no < 5; no += 1)
      tries.push(
        await confirmMail(db, officer, { of: 'person', code: another(code) }).catch(({ code: why }) => why),
      )

    await expect(confirmMail(db, officer, { of: 'person', code })).rejects.toMatchObject({ code: 'not-now' })

    expect(tries).toEqual([...Array(4).fill('invalid-input'), 'not-now'])
    expect(await confirmed()).toBeNull()
  })

  test('that is over does not count any more, and another can be had', async () => {
    await gives(officer, mailbox)
    const code = (await codeFor(db, officer, 'person')) ?? ''
    await expect(
      confirmMail(db, officer, { of: 'person', code }, inMinutes(codeMinutes + 1)),
    ).rejects.toMatchObject({ code: 'not-now', words: { zh: expect.stringContaining('重新发送') } })

    await asks(officer)
    await send()

    const [mail] = codesIn()
    expect(mail?.to).toBe(mailbox)
    await confirmMail(db, officer, { of: 'person', code: mail?.code ?? '' })
    expect(await confirmed()).toBe(mailbox)
  })

  test('that was confirmed cannot be used again', async () => {
    await gives(officer, mailbox)
    const code = (await codeFor(db, officer, 'person')) ?? ''
    await confirmMail(db, officer, { of: 'person', code })

    await expect(confirmMail(db, officer, { of: 'person', code })).rejects.toMatchObject({ code: 'not-now' })
    await expect(asks(officer)).rejects.toMatchObject({ code: 'not-now' })

    expect(await confirmed()).toBe(mailbox)
  })

  test('is sent five times an hour at most, so that nobody floods a stranger’s mailbox', async () => {
    await gives(officer, mailbox)
    await send()
    for (let no = 0; no < 4; no += 1) {
      await asks(officer)
      await send()
    }

    await expect(asks(officer)).rejects.toMatchObject({ code: 'too-many' })
    await expect(gives(officer, 'other@example.gov.cn')).rejects.toMatchObject({ code: 'too-many' })

    expect(smtp.given).toHaveLength(5)
  })

  test('is tried again while a mail server asks to come later, and given up when it is over', async () => {
    await gives(officer, mailbox)
    smtp.manner = 'refuse-for-now'
    await send()
    smtp.manner = 'take'
    await send(2)
    const arrived = smtp.given.length
    await asks(officer)
    smtp.manner = 'refuse-for-now'
    await send(codeMinutes + 5)

    const { rows } = await sql<{ state: string; fault: string | null }>`
      select state, fault from dispatch order by id`.execute(db)
    expect(arrived).toBe(1)
    expect(rows).toEqual([
      { state: 'sent', fault: null },
      { state: 'failed', fault: 'refused-for-now' },
    ])
  })
})

describe('the address of the duty desk', () => {
  test('gets its code, which the leader enters, and nothing before', async () => {
    await givesDesk(leader, 'zhiban@example.gov.cn')
    await send()
    const desk = async () =>
      (await sql<{ duty_mail: string | null }>`select duty_mail from agency_notification`.execute(db)).rows[0]
        ?.duty_mail
    const before = await desk()
    const code = codesIn()[0]?.code ?? ''

    await expect(confirmMail(db, officer, { of: 'duty-desk', code })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await confirmMail(db, leader, { of: 'duty-desk', code })

    expect(codesIn()[0]?.to).toBe('zhiban@example.gov.cn')
    expect([before, await desk()]).toEqual([null, 'zhiban@example.gov.cn'])
  })

  test('begins anew when the leader changes it', async () => {
    await givesDesk(leader, 'zhiban@example.gov.cn')
    await confirmMail(db, leader, { of: 'duty-desk', code: (await codeFor(db, leader, 'duty-desk')) ?? '' })

    await givesDesk(leader, 'zhibanshi@example.gov.cn')

    const { rows } = await sql`select duty_mail from agency_notification`.execute(db)
    expect(rows).toEqual([{ duty_mail: null }])
  })
})
