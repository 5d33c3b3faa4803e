import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { newId } from '../../kernel/ids.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { agencyIdOf } from '../agencies/agencies.ts'
import { type AppointAdministrator, appointAdministrator, appointmentJob } from './appoint-administrator.ts'
import { aDemonstration, ask, signedIn } from './demonstration.fixture.ts'

const { db } = await testDatabase()
const { app, accounts } = await aDemonstration(db)
const [secadmin, sysadmin, auditor, officer] = [
  await signedIn(app, 'secadmin'),
  await signedIn(app, 'sysadmin'),
  await signedIn(app, 'auditor'),
  await signedIn(app, 'tieling.officer'),
]
const idOf = (login: string) => accounts.get(login) ?? ''
const newcomer = {
  login: 'tieling.newcomer',
  name: '何新',
  agencyId: agencyIdOf('211224-ZF'),
  roles: ['officer', 'reviewer'],
  phone: '024-70000001',
}

test('the security administrator makes an account; its one-time password is good for one thing: setting another', async () => {
  const made = await ask(app, 'POST', '/accounts', { cookie: secadmin, body: newcomer })
  expect(made.status).toBe(201)
  expect(made.body.account).toMatchObject({ login: 'tieling.newcomer', active: true, lockedUntil: null })
  const first = made.body.oneTimePassword

  const cookie = await signedIn(app, 'tieling.newcomer', first)
  expect((await ask(app, 'GET', '/session', { cookie })).body.mustChangePassword).toBe(true)
  expect((await ask(app, 'GET', '/people', { cookie })).status).toBe(403)
  expect(
    (await ask(app, 'POST', '/session/password', { cookie, body: { current: first, next: 'Changbai-2031' } }))
      .status,
  ).toBe(204)
  const view = await ask(app, 'GET', '/session', { cookie })
  expect(view.body).toMatchObject({ mustChangePassword: false, powers: ['open', 'handle', 'approve'] })
})

test('colleagues see the number of an officer’s certificate, and telephone and number can be taken back', async () => {
  const path = `/accounts/${idOf('tieling.liaison')}`
  const change = (body: object) => ask(app, 'PATCH', path, { cookie: secadmin, body })
  const cookie = await signedIn(app, 'tieling.liaison')
  const seen = async () => {
    const { body } = await ask(app, 'GET', '/people', { cookie: officer })
    const { certificateNumber } = body.items.find(({ name }: { name: string }) => name === '郭婷')
    const { phone } = (await ask(app, 'GET', '/session', { cookie })).body.account
    return { certificateNumber, phone }
  }

  await change({ certificateNumber: ' 21120077 ', phone: '024-55500109' })
  expect(await seen()).toEqual({ certificateNumber: '21120077', phone: '024-55500109' })
  await change({ certificateNumber: null, phone: null })
  expect(await seen()).toEqual({ certificateNumber: null, phone: null })

  expect((await change({ certificateNumber: '' })).body.faults[0].path).toEqual(['certificateNumber'])
  expect((await change({ certificateNumber: '1'.repeat(26) })).status).toBe(422)
})

test('whoever has no telephone of one’s own is reached at the duty desk, or as the liaison of the directory', async () => {
  const cookie = await signedIn(app, 'gaomi.officer')
  const ownPhone = async () => (await ask(app, 'GET', '/session', { cookie })).body.account.phone
  expect(await ownPhone()).toBe(null)

  await asActor(db, systemActor('founding'), (tx) =>
    sql`insert into duty_desk (agency_id, name, phone, hours, urgent)
      values (${agencyIdOf('370785-ZF')}, '值班室', '0536-5550111', '工作日 8:30–17:00', false)`.execute(tx),
  )
  expect(await ownPhone()).toBe('0536-5550111')

  await asActor(db, systemActor('founding'), (tx) =>
    sql`insert into liaison (id, agency_id, line, name, phone, account_id)
      values (${newId()}, ${agencyIdOf('370785-ZF')}, 'overload', '王德厚', '0536-5550112',
        ${idOf('gaomi.officer')})`.execute(tx),
  )
  expect(await ownPhone()).toBe('0536-5550112')
})

test('a login is taken once, and bad accounts are told field by field', async () => {
  const post = (body: object) =>
    ask(app, 'POST', '/accounts', { cookie: secadmin, body: { ...newcomer, ...body } })
  expect((await post({ login: 'siping.officer' })).status).toBe(409)
  expect((await post({ login: 'Grosses' })).status).toBe(422)
  expect((await post({ login: 'a.b', roles: [] })).status).toBe(422)
  expect((await post({ login: 'a.b', roles: ['king'] })).status).toBe(422)
  expect((await post({ login: 'a.b', roles: ['officer', 'partner'] })).body.faults[0].path).toEqual(['roles'])
  expect((await post({ login: 'a.b', agencyId: crypto.randomUUID() })).status).toBe(404)
  expect((await post({ login: 'a.b', password: 'Changbai-2031' })).status).toBe(422)
})

test('new roles and disabling hold from the next request on', async () => {
  const cookie = await signedIn(app, 'siping.liaison')
  const path = `/accounts/${idOf('siping.liaison')}`
  await ask(app, 'PATCH', path, { cookie: secadmin, body: { roles: ['leader'], duty: true } })
  expect((await ask(app, 'GET', '/session', { cookie })).body.powers).toContain('lead')

  expect((await ask(app, 'PATCH', path, { cookie: secadmin, body: { active: false } })).body.active).toBe(
    false,
  )
  expect((await ask(app, 'GET', '/session', { cookie })).status).toBe(401)
  await ask(app, 'PATCH', path, { cookie: secadmin, body: { active: true } })
  expect((await ask(app, 'GET', '/session', { cookie })).status).toBe(401)
  await signedIn(app, 'siping.liaison')
})

test('a forgotten password is replaced by a one-time one, and every session ends', async () => {
  const cookie = await signedIn(app, 'siping.reviewer')
  const { body } = await ask(app, 'POST', `/accounts/${idOf('siping.reviewer')}/password`, {
    cookie: secadmin,
  })
  expect((await ask(app, 'GET', '/session', { cookie })).status).toBe(401)
  await expect(signedIn(app, 'siping.reviewer')).rejects.toThrow('not let in')
  await signedIn(app, 'siping.reviewer', body.oneTimePassword)
})

test('the security administrator sees who is locked out, and lifts it', async () => {
  for (let i = 0; i < 5; i++)
    await ask(app, 'POST', '/session', { body: { login: 'siping.leader', password: 'Wrong-word-99' } })
  const { body } = await ask(app, 'GET', '/accounts?text=siping.leader', { cookie: secadmin })
  expect(body.items).toHaveLength(1)
  expect(body.items[0].lockedUntil).toMatch(/^\d{4}-.*Z$/)

  await ask(app, 'POST', `/accounts/${idOf('siping.leader')}/unlock`, { cookie: secadmin })

  await signedIn(app, 'siping.leader')
})

test('accounts are listed page by page, each once', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const { body } = await ask(app, 'GET', `/accounts?limit=7${cursor ? `&cursor=${cursor}` : ''}`, {
      cookie: secadmin,
    })
    seen.push(...body.items.map(({ login }: { login: string }) => login))
    cursor = body.next
  } while (cursor)
  const { rows } = await sql<{ login: string }>`select login from account order by login collate "C"`.execute(
    db,
  )
  expect([...seen].sort()).toEqual(rows.map(({ login }) => login))
})

test('the three administrators are separated: none does the work of another, and nobody inside makes one', async () => {
  const tries = [
    ['GET', '/accounts'],
    ['POST', '/accounts', newcomer],
    ['POST', `/accounts/${idOf('tieling.officer')}/password`],
    ['PATCH', `/accounts/${idOf('tieling.officer')}`, { roles: ['leader'] }],
    ['POST', `/accounts/${idOf('tieling.officer')}/unlock`],
    ['GET', '/tokens'],
  ] as const
  for (const cookie of [sysadmin, auditor, officer])
    for (const [method, path, body] of tries)
      expect((await ask(app, method, path, { cookie, ...(body ? { body } : {}) })).status, path).toBe(403)
  for (const cookie of [sysadmin, secadmin, officer])
    expect((await ask(app, 'GET', '/access-log', { cookie })).status).toBe(403)

  for (const roles of [['sysadmin'], ['auditor'], ['secadmin']]) {
    const body = { ...newcomer, login: 'second.admin', roles }
    expect((await ask(app, 'POST', '/accounts', { cookie: secadmin, body })).status).toBe(403)
    expect(
      (await ask(app, 'PATCH', `/accounts/${idOf('tieling.officer')}`, { cookie: secadmin, body: { roles } }))
        .status,
    ).toBe(403)
  }
  for (const login of ['auditor', 'sysadmin', 'secadmin']) {
    const path = `/accounts/${idOf(login)}`
    expect((await ask(app, 'PATCH', path, { cookie: secadmin, body: { roles: ['officer'] } })).status).toBe(
      403,
    )
    expect((await ask(app, 'POST', `${path}/password`, { cookie: secadmin })).status).toBe(403)
  }
})

test('an administrator who has lost the password is let in again from the server alone', async () => {
  const appoint = (input: AppointAdministrator) =>
    asActor(db, systemActor(appointmentJob), (tx) => appointAdministrator(tx, input))
  const before = await signedIn(app, 'auditor')
  for (let i = 0; i < 5; i++)
    await ask(app, 'POST', '/session', { body: { login: 'auditor', password: 'Wrong-word-99' } })

  const { oneTimePassword } = await appoint({ role: 'auditor' })

  expect((await ask(app, 'GET', '/session', { cookie: before })).status).toBe(401)
  const cookie = await signedIn(app, 'auditor', oneTimePassword)
  expect((await ask(app, 'GET', '/session', { cookie })).body).toMatchObject({
    powers: ['audit'],
    mustChangePassword: true,
  })
  await expect(appoint({ role: 'auditor', login: 'tieling.officer' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const second = await appoint({ role: 'sysadmin', login: 'second.sysadmin', name: '罗管' })
  await signedIn(app, 'second.sysadmin', second.oneTimePassword)
  await expect(
    asActor(db, systemActor('clocks'), (tx) => appointAdministrator(tx, { role: 'auditor' })),
  ).rejects.toMatchObject({ code: '42501' })
})

test('colleagues are named to those who assign; of other agencies only to leaders and superiors', async () => {
  const [leader, jilin, ministry] = [
    await signedIn(app, 'tieling.leader'),
    await signedIn(app, 'jilin.supervisor'),
    await signedIn(app, 'ministry.supervisor'),
  ]
  const people = async (cookie: string, code?: string) => {
    const { status, body } = await ask(app, 'GET', `/people${code ? `?agency=${agencyIdOf(code)}` : ''}`, {
      cookie,
    })
    return status === 200 ? body.items.map(({ name }: { name: string }) => name) : status
  }

  expect(await people(officer)).toEqual(expect.arrayContaining(['周启明', '宋文静', '韩立国']))
  expect(await people(officer, '220300-ZF')).toBe(403)
  expect(await people(leader, '220300-ZF')).toContain('李思远')
  expect(await people(jilin, '220300-ZF')).toContain('李思远')
  expect(await people(jilin, '211224-ZF')).toEqual([])
  expect(await people(ministry, '211224-ZF')).toContain('周启明')
  const { body } = await ask(app, 'GET', '/people', { cookie: officer })
  expect(Object.keys(body.items[0])).toEqual(['id', 'name', 'agencyId', 'roles', 'duty', 'certificateNumber'])
})

test('preferences are kept for oneself alone, within limits', async () => {
  const put = (key: string, value: unknown) =>
    ask(app, 'PUT', `/preferences/${key}`, { cookie: officer, body: { value } })
  expect((await put('views.matters', [{ name: '我的超期', filter: 'late=1' }])).status).toBe(204)
  const other = await signedIn(app, 'tieling.reviewer')
  expect((await ask(app, 'GET', '/preferences/views.matters', { cookie: officer })).body.value).toEqual([
    { name: '我的超期', filter: 'late=1' },
  ])
  expect((await ask(app, 'GET', '/preferences/views.matters', { cookie: other })).body.value).toBeNull()

  expect((await put('language', 'en')).status).toBe(204)
  expect((await ask(app, 'GET', '/session', { cookie: officer })).body.language).toBe('en')
  expect((await put('language', 'fr')).status).toBe(422)
  expect((await put('big', 'x'.repeat(20_000))).status).toBe(413)
  expect((await put('Bad key', 1)).status).toBe(422)
  expect((await put('note', 'a\u0000b')).status).toBe(422)
  await put('views.matters', null)
  expect((await ask(app, 'GET', '/preferences/views.matters', { cookie: officer })).body.value).toBeNull()
})
