import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { actorOfSession } from './authenticate.ts'
import { aDemonstration, ask, signedIn } from './demonstration.fixture.ts'

const { db } = await testDatabase()
const { app, accounts } = await aDemonstration(db)
const idOf = (login: string) => accounts.get(login) ?? ''
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const leave = { from: inDays(-1), until: inDays(7), reason: '年休假' }

const delegateTo = (cookie: string, login: string, more: object = {}) =>
  ask(app, 'POST', '/delegations', { cookie, body: { toAccountId: idOf(login), ...leave, ...more } })
const standIn = (cookie: string, delegationId: string | null) =>
  ask(app, 'POST', '/session/standing-in', { cookie, body: { delegationId } })

test('the leader goes on leave, the officer stands in with the leader’s powers, and it is on record', async () => {
  const leader = await signedIn(app, 'tieling.leader')
  const officer = await signedIn(app, 'tieling.officer')
  const made = await delegateTo(leader, 'tieling.officer')
  expect(made.status).toBe(201)

  const offered = (await ask(app, 'GET', '/session', { cookie: officer })).body.delegations
  expect(offered).toEqual([
    {
      id: made.body.id,
      from: { id: idOf('tieling.leader'), name: '韩立国' },
      roles: ['leader'],
      until: leave.until,
      reason: '年休假',
    },
  ])
  const view = await standIn(officer, offered[0].id)
  expect(view.body).toMatchObject({
    powers: ['open', 'handle', 'approve', 'lead', 'stamp'],
    roles: ['officer'],
    standingInFor: { id: idOf('tieling.leader'), name: '韩立国' },
  })
  const found = await actorOfSession(db, officer)
  expect(found?.actor).toMatchObject({
    accountId: idOf('tieling.officer'),
    standingInFor: idOf('tieling.leader'),
  })
  const { rows } = await sql`select facts ->> 'for' as for from access_log
    where what = 'stood-in' and account_id = ${idOf('tieling.officer')}`.execute(db)
  expect(rows).toEqual([{ for: idOf('tieling.leader') }])

  expect((await delegateTo(officer, 'tieling.liaison')).status).toBe(403)
  const program = { name: '案件系统对接', scopes: ['handle'], expiresAt: inDays(300) }
  expect((await ask(app, 'POST', '/tokens', { cookie: officer, body: program })).status).toBe(403)
  expect((await standIn(officer, null)).body).toMatchObject({
    powers: ['open', 'handle'],
    standingInFor: null,
  })
})

test('nothing is done in another name than the page shows: stood in by another window, or taken back meanwhile', async () => {
  const [leader, officer] = [await signedIn(app, 'tieling.leader'), await signedIn(app, 'tieling.officer')]
  const { body } = await delegateTo(leader, 'tieling.officer')
  const act = (actingFor: string) =>
    ask(app, 'POST', '/delegations', {
      cookie: officer,
      actingFor,
      body: { toAccountId: idOf('tieling.liaison'), ...leave },
    })
  const changed = {
    status: 409,
    body: { code: 'already-changed', facts: { actingForChanged: true } },
  }

  await standIn(officer, body.id)
  expect(await act('self')).toMatchObject(changed)
  // Asked in the right name it is the command that answers.
  expect(await act(idOf('tieling.leader'))).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  await ask(app, 'DELETE', `/delegations/${body.id}`, { cookie: leader })

  expect(await act(idOf('tieling.leader'))).toMatchObject(changed)
  expect((await act('self')).status).toBe(201)
})

test('standing in is over when the time is up, when it is ended, and when the absentee leaves', async () => {
  const [reviewer, officer] = [await signedIn(app, 'siping.reviewer'), await signedIn(app, 'siping.officer')]
  const powers = async () => (await ask(app, 'GET', '/session', { cookie: officer })).body.powers
  const { body } = await delegateTo(reviewer, 'siping.officer')

  await standIn(officer, body.id)
  expect(await powers()).toEqual(['approve'])
  await sql`update delegation set until_at = now() where id = ${body.id}`.execute(db)
  expect(await powers()).toEqual(['open', 'handle'])
  expect((await standIn(officer, body.id)).status).toBe(404)

  const second = (await delegateTo(reviewer, 'siping.officer')).body
  await standIn(officer, second.id)
  expect((await ask(app, 'DELETE', `/delegations/${second.id}`, { cookie: reviewer })).status).toBe(204)
  expect(await powers()).toEqual(['open', 'handle'])

  const third = (await delegateTo(reviewer, 'siping.officer')).body
  await standIn(officer, third.id)
  await sql`update account set active = false where login = 'siping.reviewer'`.execute(db)
  expect(await powers()).toEqual(['open', 'handle'])
})

test('a delegation that has not begun is not offered yet', async () => {
  const leader = await signedIn(app, 'gaomi.leader')
  const officer = await signedIn(app, 'gaomi.officer')
  const { body } = await delegateTo(leader, 'gaomi.officer', { from: inDays(1) })

  expect((await ask(app, 'GET', '/session', { cookie: officer })).body.delegations).toEqual([])
  expect((await standIn(officer, body.id)).status).toBe(404)
  expect((await ask(app, 'GET', '/delegations', { cookie: officer })).body.delegations).toHaveLength(1)
})

test('nobody stands in for another agency, for oneself, for an administrator, or without an end', async () => {
  const leader = await signedIn(app, 'weifang.leader')
  const officer = await signedIn(app, 'weifang.officer')
  const sysadmin = await signedIn(app, 'sysadmin')

  expect((await delegateTo(leader, 'gaomi.officer')).body.faults[0].path).toEqual(['toAccountId'])
  expect((await delegateTo(leader, 'weifang.leader')).status).toBe(422)
  expect((await delegateTo(leader, 'weifang.officer', { until: inDays(90) })).status).toBe(422)
  expect((await delegateTo(leader, 'weifang.officer', { until: inDays(-2) })).status).toBe(422)
  expect((await delegateTo(sysadmin, 'secadmin')).status).toBe(403)
  expect(
    (await delegateTo(officer, 'weifang.liaison', { fromAccountId: idOf('weifang.leader') })).status,
  ).toBe(403)
})

test('the leader arranges it for who could not, and nobody unconcerned sees or ends it', async () => {
  const leader = await signedIn(app, 'wujiang.leader')
  const { status, body } = await delegateTo(leader, 'wujiang.dispatcher', {
    fromAccountId: idOf('wujiang.officer'),
  })
  expect(status).toBe(201)
  expect(body).toMatchObject({ from: { name: '沈江南' }, to: { name: '顾平' } })

  for (const login of ['wujiang.reviewer', 'qingpu.leader']) {
    const cookie = await signedIn(app, login)
    expect((await ask(app, 'GET', '/delegations', { cookie })).body.delegations).toEqual([])
    expect((await ask(app, 'DELETE', `/delegations/${body.id}`, { cookie })).status).toBe(404)
    expect((await standIn(cookie, body.id)).status).toBe(404)
  }
})
