import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { Actor, AgencyActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { agencyIdOf } from '../agencies/agencies.ts'
import { openMatter } from '../matters/matters.ts'
import { authenticate } from './authenticate.ts'
import { aDemonstration, ask, signedIn } from './demonstration.fixture.ts'

const { db } = await testDatabase()
const { app } = await aDemonstration(db)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const leader = await signedIn(app, 'tieling.leader')
const program = { name: '案件系统对接', scopes: ['open', 'handle'], expiresAt: inDays(30) }

const create = (cookie: string, more: object = {}) =>
  ask(app, 'POST', '/tokens', { cookie, body: { ...program, ...more } })
const actorOf = (secret: string): Promise<Actor | undefined> =>
  authenticate(db, { headers: { authorization: `Bearer ${secret}` }, cookies: {} } as never)

test('a program acts for its agency with its scopes and nothing more', async () => {
  const { status, body } = await create(leader)
  expect(status).toBe(201)

  expect(await actorOf(body.secret)).toEqual({
    type: 'machine',
    tokenId: body.token.id,
    name: '案件系统对接',
    agencyId: agencyIdOf('211224-ZF'),
    agencyPath: expect.stringMatching(/\/211224-ZF\/$/),
    powers: new Set(['open', 'handle']),
  })
  expect((await ask(app, 'GET', '/people', { token: body.secret })).status).toBe(200)
  for (const path of ['/session', '/tokens', '/accounts', '/access-log', '/delegations', '/preferences/dark'])
    expect((await ask(app, 'GET', path, { token: body.secret })).status, path).toBe(403)
  expect(
    (await ask(app, 'GET', `/people?agency=${agencyIdOf('220300-ZF')}`, { token: body.secret })).status,
  ).toBe(403)
})

test('the secret is shown once and kept nowhere', async () => {
  const { body } = await create(leader)
  const list = await ask(app, 'GET', '/tokens', { cookie: leader })
  expect(JSON.stringify(list.body)).not.toContain(body.secret)
  const { rows } = await sql<{ row: string }>`select api_token::text as row from api_token`.execute(db)
  for (const { row } of rows) expect(row).not.toContain(body.secret)
})

test('a token ends when revoked, when its time is up, and with its agency', async () => {
  const { body } = await create(leader)
  expect((await ask(app, 'DELETE', `/tokens/${body.token.id}`, { cookie: leader })).status).toBe(204)
  expect(await actorOf(body.secret)).toBeUndefined()
  expect((await ask(app, 'DELETE', `/tokens/${body.token.id}`, { cookie: leader })).status).toBe(404)

  const second = (await create(leader)).body
  await sql`update api_token set expires_at = now() where id = ${second.token.id}`.execute(db)
  expect(await actorOf(second.secret)).toBeUndefined()

  const third = (await create(await signedIn(app, 'qingpu.leader'))).body
  await sql`update agency set active = false where code = '310118-ZF'`.execute(db)
  expect(await actorOf(third.secret)).toBeUndefined()
})

test('a wrong token is a stranger, also next to a good cookie', async () => {
  const answer = await ask(app, 'GET', '/session', {
    cookie: leader,
    token: 'not-a-token-of-ours-0123456789',
  })
  expect(answer).toMatchObject({
    status: 401,
    body: { code: 'not-signed-in', words: { en: expect.stringContaining('token is not valid') } },
  })
})

test('what a program may never do, what a leader does not have, and for how long is refused', async () => {
  expect((await create(leader, { scopes: ['approve'] })).status).toBe(422)
  expect((await create(leader, { scopes: ['manage-accounts'] })).status).toBe(422)
  expect((await create(leader, { scopes: ['oversee'] })).body.faults[0].path).toEqual(['scopes'])
  expect((await create(leader, { scopes: [] })).status).toBe(422)
  expect((await create(leader, { expiresAt: inDays(400) })).status).toBe(422)
  expect((await create(leader, { expiresAt: inDays(-1) })).status).toBe(422)
  expect((await create(leader, { agencyId: agencyIdOf('220300-ZF') })).status).toBe(422)
  expect((await create(await signedIn(app, 'tieling.officer'))).status).toBe(403)
})

describe('a program of a partner department', () => {
  const police = agencyIdOf('220300-GA')
  const forPolice = async (scopes: readonly string[]) =>
    create(await signedIn(app, 'secadmin'), { agencyId: police, scopes })

  test('may begin referrals and take part in what comes of them, and begin nothing else', async () => {
    const { status, body } = await forPolice(['handle', 'refer'])
    expect(status).toBe(201)
    const machine = (await actorOf(body.secret)) as AgencyActor
    expect(machine).toMatchObject({ agencyId: police, powers: new Set(['handle', 'refer']) })

    const opening = (kind: string) => asActor(db, machine, (tx) => openMatter(tx, machine, { kind }))
    await expect(opening('partner-referral')).resolves.toMatchObject({ matter: { kind: 'partner-referral' } })
    for (const kind of ['case', 'case-transfer', 'co-investigation'])
      await expect(opening(kind), kind).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('gets no more than its people have, and no other agency gets its power', async () => {
    for (const scopes of [['open'], ['handle', 'refer', 'hotline'], ['oversee']])
      expect((await forPolice(scopes)).body.faults, scopes.join()).toMatchObject([{ path: ['scopes'] }])
    const secadmin = await signedIn(app, 'secadmin')
    const { body } = await create(secadmin, {
      agencyId: agencyIdOf('220300-ZF'),
      scopes: ['refer', 'handle'],
    })
    expect(body.faults).toMatchObject([{ path: ['scopes'] }])
    const nowhere = await create(secadmin, { agencyId: '00000000-0000-4000-8000-000000000000' })
    expect(nowhere.body.faults).toMatchObject([{ path: ['agencyId'] }])
  })
})

test('tokens of another agency are not to be seen; the security administrator makes them anywhere', async () => {
  const secadmin = await signedIn(app, 'secadmin')
  expect((await create(secadmin)).status).toBe(422)
  const { body } = await create(secadmin, { agencyId: agencyIdOf('220300-ZF'), scopes: ['hotline'] })

  const siping = await signedIn(app, 'siping.leader')
  const names = async (cookie: string) =>
    (await ask(app, 'GET', '/tokens', { cookie })).body.tokens.map(({ id }: { id: string }) => id)
  expect(await names(siping)).toEqual([body.token.id])
  expect(await names(leader)).not.toContain(body.token.id)
  expect((await ask(app, 'DELETE', `/tokens/${body.token.id}`, { cookie: leader })).status).toBe(404)
})
