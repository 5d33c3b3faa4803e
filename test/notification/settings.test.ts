import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aCase } from '../a-case.ts'
import { aServer } from '../http.ts'

const server = await aServer()

const choice = {
  mail: 'liaison@example.gov.cn',
  byMail: { urgent: 'at-once', 'due-soon': 'digest', overdue: 'at-once', escalated: 'at-once', news: 'off' },
  about: 'agency',
  quietFrom: '21:30',
  quietUntil: '06:45',
  digestAt: '09:15',
}

describe('how a person is told', () => {
  test('is kept as it was chosen, and seen by nobody else', async () => {
    const me = await server.signedIn('siping.officer')
    const other = await server.signedIn('siping.leader')

    const answer = await me.send('PUT', '/notification', {
      body: JSON.stringify(choice),
      headers: { 'content-type': 'application/json' },
    })

    expect(answer.status).toBe(204)
    expect((await me.get('/notification')).body).toMatchObject({
      choice,
      mailState: 'to-confirm',
      mailIsThere: false,
      agency: null,
    })
    expect((await other.get('/notification')).body).toMatchObject({
      choice: { mail: null },
      mailState: 'none',
    })
  })

  test.each([
    ['an address with two people', { mail: 'a@b.cn, c@d.cn' }],
    ['an address with a line break', { mail: 'a@b.cn\r\nBcc: c@d.cn' }],
    ['quiet hours without an end', { quietUntil: null }],
    ['quiet hours of no length', { quietUntil: '21:30' }],
    ['a time that is none', { digestAt: '25:00' }],
    ['a sort that is left out', { byMail: { urgent: 'off' } }],
  ])('%s is refused', async (_what, part) => {
    const me = await server.signedIn('siping.officer')

    const answer = await me.send('PUT', '/notification', {
      body: JSON.stringify({ ...choice, ...part }),
      headers: { 'content-type': 'application/json' },
    })

    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-input' } })
  })
})

describe('a calendar address', () => {
  const path = (address: string) => new URL(address).pathname
  const read = async (address: string) => {
    const answer = await fetch(`${server.url}${path(address)}`)
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  }
  const make = async (login: string) => {
    const client = await server.signedIn(login)
    return ((await client.post('/notification/calendar', {})).body as { address: string }).address
  }
  const unfolded = (text: string) => text.replaceAll('\r\n ', '')

  test('shows the deadlines the person owes, in lines a calendar reads, without what anybody wrote', async () => {
    const { id: matterId } = await aCase(server)
    const { rows } = await sql<{ id: string; number: string }>`
      select c.id, m.number from clock c join matter m on m.id = c.matter_id
      where c.matter_id = ${matterId} and c.stopped_at is null and c.owes_id = ${server.agencyOf('siping.officer')}`.execute(
      server.db,
    )

    const { status, type, text } = await read(await make('siping.officer'))

    expect({ status, type }).toEqual({ status: 200, type: 'text/calendar; charset=utf-8' })
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(rows.length).toBeGreaterThan(0)
    for (const { id, number } of rows) {
      expect(text).toContain(`UID:${id}@xiezhi`)
      expect(unfolded(text)).toContain(number)
    }
    expect(unfolded(text)).toMatch(/BEGIN:VALARM/)
    expect(unfolded(text)).toContain('TZID:Asia/Shanghai')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
  })

  test('keeps the entry of a deadline under its name when its time changes, and drops it when it is met', async () => {
    const { id: matterId } = await aCase(server)
    const address = await make('siping.officer')
    const events = async () =>
      new Map(
        unfolded((await read(address)).text)
          .split('BEGIN:VEVENT')
          .slice(1)
          .filter((event) => event.includes(matterId))
          .map((event) => [/UID:(\S+)/.exec(event)?.[1], Number(/SEQUENCE:(\d+)/.exec(event)?.[1])]),
      )
    const before = await events()
    const client = await server.signedIn('siping.officer')
    await client.act(matterId, 'acknowledge')
    const after = await events()

    expect(before.size).toBeGreaterThan(0)
    for (const [uid, sequence] of after)
      if (before.has(uid)) expect(sequence).toBeGreaterThan(before.get(uid) ?? 0)
    expect([...before.keys()].some((uid) => !after.has(uid))).toBe(true)
  })

  test('shows who stands in the absentee’s deadlines too, while the delegation lasts and no longer', async () => {
    const absentee = server.region.who('siping.officer')
    const standIn = server.region.who('siping.dispatcher')
    const { id: matterId } = await aCase(server)
    const client = await server.signedIn('siping.officer')
    await client.act(matterId, 'assign', { accountId: absentee.accountId })
    const address = await make('siping.dispatcher')
    const mine = async () =>
      unfolded((await read(address)).text)
        .split('BEGIN:VEVENT')
        .filter((event) => event.includes(matterId))
    const before = await mine()
    const now = Date.now()
    const { body: delegation } = await client.post('/delegations', {
      toAccountId: standIn.accountId,
      from: new Date(now - 60_000).toISOString(),
      until: new Date(now + 86_400_000).toISOString(),
      reason: '年休假',
    })

    const during = await mine()
    await client.delete(`/delegations/${delegation.id}`)

    expect(before).toEqual([])
    expect(during.length).toBeGreaterThan(0)
    for (const event of during) expect(event).toContain('（代理）')
    expect(during.join('')).not.toContain(absentee.name)
    expect(await mine()).toEqual([])
  })

  test('stops at once when it is replaced, revoked, or the account is disabled', async () => {
    const first = await make('siping.liaison')
    const second = await make('siping.liaison')
    const statuses = [(await read(first)).status, (await read(second)).status]
    const setActive = (active: boolean) =>
      sql`update account set active = ${active} where login = 'siping.liaison'`.execute(server.db)
    await setActive(false)
    const disabled = (await read(second)).status
    await setActive(true)
    const client = await server.signedIn('siping.liaison')

    await client.send('DELETE', '/notification/calendar')

    expect(statuses).toEqual([404, 200])
    expect(disabled).toBe(404)
    expect((await read(second)).status).toBe(404)
    expect((await read(`${server.url}/api/v1/calendar/made-up.ics`)).status).toBe(404)
  })
})
