import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { airportCars, leakingTanker } from '../../src/features/matters/kinds/clue/clue.examples.ts'
import { actOnMatter, markRead, openMatter } from '../../src/features/matters/matters.ts'
import { wakeClocks } from '../../src/features/matters/wake-clocks.ts'
import {
  askForTest,
  resumeWebhook,
  setAgencyNotification,
} from '../../src/features/notification/agency-notification.ts'
import { type NotificationChoice, usualChoice } from '../../src/features/notification/choice.ts'
import { climbAlarms } from '../../src/features/notification/climb-alarms.ts'
import { deliverNext, type Ways } from '../../src/features/notification/deliver.ts'
import { readDeliveries } from '../../src/features/notification/delivery-log.ts'
import { gatherNotices } from '../../src/features/notification/gather-notices.ts'
import { spreadNews } from '../../src/features/notification/spread-news.ts'
import type { PersonActor } from '../../src/platform/actor.ts'
import { asActor } from '../../src/platform/as-actor.ts'
import { openMailer } from '../../src/platform/mailer.ts'
import { readNetworks } from '../../src/platform/outbound.ts'
import { testDatabase } from '../database.ts'
import { aRegion, type Region } from '../fixtures.ts'
import { arranges, chooses } from './confirmed-mail.ts'
import { anSmtpCatcher } from './smtp-catcher.ts'
import { aWebhookReceiver } from './webhook-receiver.ts'

const { db } = await testDatabase()
const smtp = await anSmtpCatcher()
const hook = await aWebhookReceiver()
const own = readNetworks('127.0.0.1')
if (!own) throw new Error('127.0.0.1 is a network.')
let region: Region
let finder: PersonActor
let receiver: PersonActor
let leader: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  finder = region.who('tieling.officer')
  receiver = region.who('siping.officer')
  leader = region.who('siping.leader')
})
afterEach(async () => {
  smtp.manner = 'take'
  hook.manner = 204
  smtp.given.splice(0)
  hook.received.splice(0)
  for (const table of [
    'notice',
    'dispatch',
    'destination',
    'unspread',
    'alarm',
    'mail_to_confirm',
    'notification_choice',
    'agency_notification',
  ])
    await sql.raw(`delete from ${table}`).execute(db)
  await sql`update account set duty = false`.execute(db)
})
afterAll(async () => {
  await smtp[Symbol.asyncDispose]()
  await hook[Symbol.asyncDispose]()
})

const at = (now: string) => ({ now: new Date(now).toISOString(), node: 'local' })
const day = '2026-03-02T10:00:00+08:00'
const night = '2026-03-02T23:30:00+08:00'

const wants = (person: PersonActor, choice: Partial<NotificationChoice> = {}) =>
  chooses(db, person, {
    ...usualChoice,
    mail: `${person.accountId.slice(-8)}@example.gov.cn`,
    ...choice,
  })
const atOnce: NotificationChoice['byMail'] = { ...usualChoice.byMail, news: 'at-once' }

/** A clue from 铁岭 that arrives at 四平. */
async function anArrival(now = day, { urgent = false } = {}): Promise<{ id: string; number: string }> {
  const { matter } = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }, at(now)))
  const body = (urgent ? leakingTanker : airportCars)([receiver.agencyId])
  await act(finder, matter.id, 'push', body, now)
  const { rows } = await sql<{ number: string }>`select number from matter where id = ${matter.id}`.execute(
    db,
  )
  return { id: matter.id, number: rows[0]?.number ?? '' }
}

async function act(actor: PersonActor, matterId: string, action: string, body: unknown, now: string) {
  const { rows } = await sql<{ version: number }>`select version from matter where id = ${matterId}`.execute(
    db,
  )
  const input = { matterId, action, body, expectedVersion: rows[0]?.version ?? 0 }
  return asActor(db, actor, (tx) => actOnMatter(tx, actor, input, at(now)))
}

const waysAt = (now: string): Ways => ({
  mailer: openMailer({ url: smtp.url, from: 'xiezhi@example.gov.cn' }, 1_500),
  outside: { address: 'https://xiezhi.example.gov.cn', webhookNetworks: own },
  now: () => new Date(now).toISOString(),
  webhookTimeoutMs: 500,
})

/** Lets the background work do at a moment all it can. */
async function workAt(now: string): Promise<void> {
  while ((await spreadNews(db, { byMail: true, occasion: at(now) })) > 0);
  await climbAlarms(db, at(now))
  while ((await gatherNotices(db, at(now))) > 0);
  for (const channel of ['mail', 'webhook'] as const) while (await deliverNext(db, channel, waysAt(now)));
}

const later = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()
const recipients = () =>
  smtp
    .mailbox()
    .map(({ to }) => to)
    .sort()
const mailOf = (person: PersonActor) => `${person.accountId.slice(-8)}@example.gov.cn`

describe('news by mail', () => {
  test('reaches once whoever chose it, with number, kind and link, and nothing that anybody wrote', async () => {
    await wants(receiver, { byMail: atOnce })
    const { id, number } = await anArrival()

    await workAt(day)
    await workAt(later(day, 60))

    expect(recipients()).toEqual([mailOf(receiver)])
    const [mail] = smtp.mailbox()
    expect(mail?.text).toContain(`：${number} · `)
    expect(mail?.text).toContain(`https://xiezhi.example.gov.cn/matters/${id}`)
    expect(mail?.text).not.toContain('非法营运')
    expect(mail?.text).not.toContain(finder.name)
  })

  test('of an urgent arrival says by when it has to be signed for, and once that it is urgent', async () => {
    await wants(receiver)
    const { number } = await anArrival(night, { urgent: true })

    await workAt(night)

    expect(smtp.mailbox()[0]?.text).toContain(`紧急来件：${number} · 推送 · 签收期限 2026-03-03 01:30 到期`)
  })

  test('waits through the quiet hours and comes afterwards, everything in one mail', async () => {
    await wants(receiver, { byMail: atOnce })
    const numbers = [(await anArrival(night)).number, (await anArrival(night)).number]

    await workAt(night)
    const during = smtp.given.length
    await workAt('2026-03-03T07:00:00+08:00')

    expect(during).toBe(0)
    expect(smtp.mailbox()).toHaveLength(1)
    for (const number of numbers) expect(smtp.mailbox()[0]?.text).toContain(number)
  })

  test('that was read in the page before the digest is not sent any more', async () => {
    await wants(receiver)
    const read = await anArrival()
    const unread = await anArrival()
    await workAt(day)
    await asActor(db, receiver, (tx) => markRead(tx, read.id))

    await workAt('2026-03-03T08:30:00+08:00')

    expect(smtp.mailbox()).toHaveLength(1)
    expect(smtp.mailbox()[0]?.text).toContain(unread.number)
    expect(smtp.mailbox()[0]?.text).not.toContain(read.number)
  })

  test('goes to the assignee alone, unless a colleague wants to hear everything', async () => {
    const [assignee, other, curious] = ['siping.liaison', 'siping.officer', 'siping.dispatcher'].map(
      (login) => region.who(login),
    ) as [PersonActor, PersonActor, PersonActor]
    await wants(assignee, { byMail: atOnce })
    await wants(other, { byMail: atOnce })
    await wants(curious, { byMail: atOnce, about: 'agency' })
    const { id } = await anArrival()
    await act(receiver, id, 'assign', { accountId: assignee.accountId }, day)
    await workAt(day)
    smtp.given.splice(0)

    await act(finder, id, 'say', { text: '补充：车辆又出现。' }, later(day, 5))
    await workAt(later(day, 5))

    expect(recipients()).toEqual([mailOf(assignee), mailOf(curious)].sort())
  })

  test('P27 of a restricted matter goes to those alone who may read it', async () => {
    await wants(receiver, { byMail: atOnce })
    await wants(leader, { byMail: atOnce })
    const { id } = await anArrival()
    await workAt(day)
    smtp.given.splice(0)
    await act(leader, id, 'restrict', { readers: [leader.accountId] }, later(day, 1))

    await act(finder, id, 'say', { text: '请只限负责人阅读。' }, later(day, 5))
    await workAt(later(day, 5))

    expect(recipients()).toEqual([mailOf(leader)])
  })

  test('a reminder waiting in the quiet hours is not sent when the work was done meanwhile', async () => {
    await wants(receiver, { quietFrom: '08:00', quietUntil: '20:00' })
    const { id, number } = await anArrival()
    while ((await wakeClocks(db, at('2026-03-03T18:00:00+08:00'))) > 0);
    await workAt('2026-03-03T18:00:00+08:00')
    await act(receiver, id, 'acknowledge', {}, '2026-03-03T19:00:00+08:00')

    await workAt('2026-03-03T20:00:00+08:00')

    expect(smtp.given.some(({ text }) => text.includes(number))).toBe(false)
  })
})

describe('an urgent arrival at night', () => {
  test('goes at once to the duty desk and who is on duty, and to the leader when nobody opens it', async () => {
    const onDuty = region.who('siping.dispatcher')
    await sql`update account set duty = true where id = ${onDuty.accountId}`.execute(db)
    await wants(onDuty, { byMail: { ...atOnce, urgent: 'off' } })
    await wants(leader, { byMail: { ...atOnce, urgent: 'off' } })
    await arranges(db, leader, {
      webhookUrl: null,
      webhookSorts: [],
      dutyMail: 'zhiban@example.gov.cn',
      dutyMinutes: 10,
    })
    await anArrival(night, { urgent: true })

    await workAt(night)
    const first = recipients()
    await workAt(later(night, 11))

    expect(first).toEqual([mailOf(onDuty), 'zhiban@example.gov.cn'].sort())
    expect(recipients()).toEqual([mailOf(onDuty), mailOf(leader), 'zhiban@example.gov.cn'].sort())
    expect(smtp.mailbox().find(({ to }) => to === mailOf(leader))?.text).toContain('紧急来件无人查看')
  })

  test('rings no further once somebody has opened it', async () => {
    await wants(leader, { byMail: { ...atOnce, urgent: 'off' } })
    const { id } = await anArrival(night, { urgent: true })
    await workAt(night)
    await asActor(db, receiver, (tx) => markRead(tx, id))

    await workAt(later(night, 16))

    expect(recipients()).toEqual([])
  })
})

describe('a mail server that misbehaves', () => {
  const states = async () =>
    (
      await sql<{
        state: string
        fault: string | null
        attempts: number
      }>`select state, fault, attempts from dispatch`.execute(db)
    ).rows

  test('one that hangs loses nothing, holds up no program, and gets the mail when it is well again', async () => {
    await wants(receiver, { byMail: atOnce })
    await asActor(db, leader, (tx) =>
      setAgencyNotification(tx, leader, {
        webhookUrl: hook.url,
        webhookSorts: ['news'],
        dutyMail: null,
        dutyMinutes: 15,
      }),
    )
    await anArrival()
    smtp.manner = 'hang'

    await workAt(day)
    const meanwhile = await states()
    const idle =
      await sql`select from pg_stat_activity where state like 'idle in transaction%' and datname = current_database()`.execute(
        db,
      )
    smtp.manner = 'take'
    await workAt(later(day, 1))

    expect(meanwhile).toContainEqual({ state: 'waiting', fault: 'timeout', attempts: 1 })
    expect(idle.rows).toEqual([])
    expect(hook.received).toHaveLength(1)
    expect(recipients()).toEqual([mailOf(receiver)])
  })

  test('one that breaks off after the whole mail gets it again under the same id, so there is one in the mailbox', async () => {
    await wants(receiver, { byMail: atOnce })
    await anArrival()
    smtp.manner = 'break-off-after-data'

    await workAt(day)
    smtp.manner = 'take'
    await workAt(later(day, 1))
    await workAt(later(day, 60))

    expect(smtp.given).toHaveLength(2)
    expect(smtp.mailbox()).toHaveLength(1)
    expect(await states()).toEqual([{ state: 'sent', fault: null, attempts: 2 }])
  })

  test('P25 an address it refuses is not tried again, and what the server said of it is kept nowhere', async () => {
    await wants(receiver, { byMail: atOnce })
    await anArrival()
    smtp.manner = 'refuse-address'

    await workAt(day)
    await workAt(later(day, 600))

    expect(await states()).toEqual([{ state: 'failed', fault: 'address-refused', attempts: 1 }])
  })

  test('one that asks to come later is asked later, and one mailbox holds up no other', async () => {
    await wants(receiver, { byMail: atOnce })
    await anArrival()
    smtp.manner = 'refuse-for-now'

    await workAt(day)
    smtp.manner = 'take'
    await workAt(later(day, 1))

    expect(recipients()).toEqual([mailOf(receiver)])
  })
})

describe('the program of an agency', () => {
  const arrange = (url: string | null = hook.url) =>
    asActor(db, leader, (tx) =>
      setAgencyNotification(tx, leader, {
        webhookUrl: url,
        webhookSorts: ['news', 'urgent'],
        dutyMail: null,
        dutyMinutes: 15,
      }),
    )

  test('gets each event once, signed over time and body, without names', async () => {
    const { secret } = await arrange()
    const { number } = await anArrival()

    await workAt(day)
    await workAt(later(day, 60))

    expect(hook.received).toHaveLength(1)
    const [event] = hook.received
    const timestamp = String(event?.headers['xiezhi-timestamp'])
    const expected = createHmac('sha256', secret ?? '')
      .update(`${timestamp}.${event?.body}`)
      .digest('hex')
    expect(event?.headers['xiezhi-signature']).toBe(`v1=${expected}`)
    expect(Number(timestamp)).toBe(Date.parse(day) / 1_000)
    expect(JSON.parse(event?.body ?? '')).toMatchObject({
      sort: 'news',
      type: 'push',
      matter: { number, kind: 'clue' },
    })
    expect(event?.body).not.toContain('非法营运')
  })

  test('that fails is called again after growing pauses under the same id, then left alone until the leader says so', async () => {
    await arrange()
    await wants(leader, { quietFrom: null, quietUntil: null, byMail: { ...atOnce, news: 'off' } })
    await anArrival()
    hook.manner = 500
    const calls: number[] = []
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const before = hook.received.length
      await deliverAt(later(day, minute))
      if (hook.received.length > before) calls.push(minute)
    }
    const pausedAfter = hook.received.length
    hook.manner = 204

    await asActor(db, leader, (tx) => resumeWebhook(tx, leader))
    await workAt(later(day, 24 * 60))

    expect(pausedAfter).toBe(20)
    const pauses = calls.slice(1).map((minute, nth) => minute - (calls[nth] ?? 0))
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
    expect(Math.max(...pauses)).toBe(60)
    expect(new Set(hook.received.map(({ headers }) => headers['xiezhi-event'])).size).toBe(1)
    expect(hook.received).toHaveLength(21)
    expect(smtp.mailbox().map(({ text }) => text.split('\n')[0])).toEqual([
      '【协执】消息推送（Webhook）已暂停 Webhook paused',
    ])
  })

  async function deliverAt(now: string): Promise<void> {
    if (now === later(day, 0)) {
      await spreadNews(db, { byMail: true, occasion: at(now) })
      await gatherNotices(db, at(now))
    }
    await deliverNext(db, 'webhook', waysAt(now))
  }

  test('that hangs holds up no other agency’s', async () => {
    await using hanging = await aWebhookReceiver()
    hanging.manner = 'hang'
    await arrange(hanging.url)
    const other = region.who('lishu.leader')
    await asActor(db, other, (tx) =>
      setAgencyNotification(tx, other, {
        webhookUrl: hook.url,
        webhookSorts: ['news'],
        dutyMail: null,
        dutyMinutes: 15,
      }),
    )
    const { matter } = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }, at(day)))
    await act(finder, matter.id, 'push', airportCars([receiver.agencyId, other.agencyId]), day)
    await spreadNews(db, { byMail: true, occasion: at(day) })
    await gatherNotices(db, at(day))

    const lanes = [deliverNext(db, 'webhook', waysAt(day)), deliverNext(db, 'webhook', waysAt(day))]
    await Promise.race(lanes)
    const early = hook.received.length
    await Promise.all(lanes)

    expect(early).toBe(1)
    expect(hanging.received).toHaveLength(1)
  })

  test.each([
    'http://127.0.0.1:1/',
    'https://localhost/',
    'https://[::1]/',
    'https://169.254.169.254/latest',
    'https://10.1.2.3/',
    'https://[::ffff:192.168.1.1]/',
    'https://2130706433/',
  ])('at %s is not called unless the operator named that network', async (url) => {
    await arrange(url)
    await asActor(db, leader, (tx) => askForTest(tx, leader, 'webhook'))
    const none = readNetworks('')
    if (!none) throw new Error('No network is one.')

    await deliverNext(db, 'webhook', {
      ...waysAt(later(new Date().toISOString(), 1)),
      outside: { address: 'https://xiezhi.example.gov.cn', webhookNetworks: none },
    })

    const { rows } = await sql<{ state: string; fault: string }>`select state, fault from dispatch`.execute(
      db,
    )
    expect(rows).toEqual([{ state: 'failed', fault: 'address-not-allowed' }])
  })

  test('is arranged by its leader alone, who says what it is told', async () => {
    const by = (person: PersonActor) =>
      asActor(db, person, (tx) =>
        setAgencyNotification(tx, person, {
          webhookUrl: hook.url,
          webhookSorts: [],
          dutyMail: null,
          dutyMinutes: 15,
        }),
      )

    await expect(by(receiver)).rejects.toMatchObject({ code: 'not-allowed' })
    // Nor is it told of nothing at all, which nobody would notice.
    await expect(by(leader)).rejects.toMatchObject({ faults: [{ path: ['webhookSorts'] }] })
  })
})

describe('the log of what was sent', () => {
  test('shows a person the own messages with what they were about, the security administrator everybody’s without', async () => {
    await wants(receiver, { byMail: atOnce })
    const { number } = await anArrival()
    await workAt(day)
    const seenBy = (login: string) => {
      const person = region.who(login)
      return asActor(db, person, (tx) => readDeliveries(tx, person, { limit: 50 }))
    }

    const mine = await seenBy('siping.officer')
    const administrators = await seenBy('secadmin')
    const colleagues = await seenBy('siping.liaison')

    expect(mine.items).toMatchObject([{ state: 'sent', login: null, about: [{ number, sort: 'news' }] }])
    expect(administrators.items).toMatchObject([{ state: 'sent', login: 'siping.officer', about: [] }])
    expect(colleagues.items).toEqual([])
  })

  test('tells the leader which mail went to the duty desk, and the security administrator to whose', async () => {
    await wants(leader)
    await arranges(db, leader, {
      webhookUrl: null,
      webhookSorts: [],
      dutyMail: 'zhiban@example.gov.cn',
      dutyMinutes: 15,
    })
    await anArrival(night, { urgent: true })
    await workAt(night)

    const newsSeenBy = async (login: string) => {
      const person = region.who(login)
      const { items } = await asActor(db, person, (tx) => readDeliveries(tx, person, { limit: 50 }))
      return items.filter(({ purpose }) => purpose === 'news')
    }
    expect((await newsSeenBy('siping.leader')).map(({ toDutyDesk }) => toDutyDesk).sort()).toEqual([
      false,
      true,
    ])
    const toDesk = (await newsSeenBy('secadmin')).filter(({ toDutyDesk }) => toDutyDesk)
    expect(toDesk).toMatchObject([{ login: null, agency: { name: '四平市交通运输综合行政执法支队' } }])
  })
})
