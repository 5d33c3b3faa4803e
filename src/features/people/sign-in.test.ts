import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { demoPassword } from './demo-accounts.ts'
import { aDemonstration, ask, signedIn } from './demonstration.fixture.ts'

const { db } = await testDatabase()
const { app } = await aDemonstration(db)

/** Time passes: moves what the database remembers into the past. The pool's own user is the administrator in tests. */
const later = (minutes: number) =>
  sql`
  with a as (update session set last_used_at = last_used_at - make_interval(mins => ${minutes}),
    expires_at = expires_at - make_interval(mins => ${minutes}))
  update sign_in_failure set last_failed_at = last_failed_at - make_interval(mins => ${minutes}),
    locked_until = locked_until - make_interval(mins => ${minutes})`.execute(db)

const wrong = (login: string) => ask(app, 'POST', '/session', { body: { login, password: 'Wrong-word-99' } })

test('an officer signs in and learns who one is and what one may do', async () => {
  const answer = await ask(app, 'POST', '/session', {
    body: { login: ' Tieling.Officer ', password: demoPassword },
  })

  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({
    account: { login: 'tieling.officer', name: '周启明' },
    agency: { code: '211224-ZF' },
    roles: ['officer'],
    powers: ['open', 'handle'],
    language: 'zh',
    mustChangePassword: false,
    demonstration: true,
    standingInFor: null,
    delegations: [],
  })
  const again = await ask(app, 'GET', '/session', { cookie: answer.cookie })
  expect(again.body).toEqual(answer.body)
})

test('the cookie is out of reach of scripts and other sites, and only its digest is kept', async () => {
  const answer = await ask(app, 'POST', '/session', {
    body: { login: 'siping.officer', password: demoPassword },
  })
  const behindTls = await ask(app, 'POST', '/session', {
    body: { login: 'siping.officer', password: demoPassword },
    https: true,
  })

  expect(answer.setCookie).toMatch(/^xiezhi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(behindTls.setCookie).toContain('; Secure')
  const { rows } = await sql<{ row: string }>`select session::text as row from session`.execute(db)
  for (const { row } of rows) expect(row).not.toContain(answer.cookie)
})

test('signing in never goes on with the session that the browser brought along, and ends it', async () => {
  const before = await signedIn(app, 'siping.leader')

  const answer = await ask(app, 'POST', '/session', {
    cookie: before,
    body: { login: 'siping.leader', password: demoPassword },
  })

  expect(answer.cookie).not.toBe(before)
  expect((await ask(app, 'GET', '/session', { cookie: before })).status).toBe(401)
  const planted = await ask(app, 'POST', '/session', {
    cookie: 'planted-by-somebody-else-0123456789',
    body: { login: 'siping.leader', password: demoPassword },
  })
  expect(planted.cookie).not.toBe('planted-by-somebody-else-0123456789')
})

test('a stranger learns nothing about which accounts exist: the same words, the same count, the same lock', async () => {
  for (const left of [4, 3, 2, 1]) {
    const [known, unknown] = [await wrong('gaomi.officer'), await wrong('nobody.here')]
    expect(known.status).toBe(401)
    expect(known.body.facts).toEqual({ attemptsLeft: left })
    expect(unknown.body).toEqual(known.body)
  }
  const [known, unknown] = [await wrong('gaomi.officer'), await wrong('nobody.here')]
  expect([known.status, unknown.status]).toEqual([429, 429])
  expect(known.body.words.zh).toMatch(/已锁定至 \d\d:\d\d/)
  expect(known.body.words.en).toMatch(/locked until \d\d:\d\d Beijing time/)
  expect(unknown.body.words.zh.replace(/\d\d:\d\d/, '')).toBe(known.body.words.zh.replace(/\d\d:\d\d/, ''))
})

test('a locked account lets nobody in, the right password neither, until the time is over', async () => {
  for (let i = 0; i < 5; i++) await wrong('weifang.officer')

  const body = { login: 'weifang.officer', password: demoPassword }
  expect((await ask(app, 'POST', '/session', { body })).status).toBe(429)
  await later(14)
  expect((await ask(app, 'POST', '/session', { body })).status).toBe(429)
  await later(2)
  expect((await ask(app, 'POST', '/session', { body })).status).toBe(200)
  expect((await wrong('weifang.officer')).body.facts.attemptsLeft).toBe(4)
})

test('twenty wrong passwords at the same moment get five guesses, and the login is locked exactly then', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => wrong('zherong.officer')))

  expect(answers.filter(({ status }) => status === 401)).toHaveLength(4)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(16)
  const { rows } = await sql`select failures from sign_in_failure
    where login_digest = sha256('zherong.officer')`.execute(db)
  expect(rows).toEqual([{ failures: 5 }])
  const { rows: recorded } = await sql`select what, count(*)::int from access_log
    where account_id = (select id from account where login = 'zherong.officer') group by what order by what`.execute(
    db,
  )
  expect(recorded).toEqual([
    { what: 'locked-out', count: 1 },
    { what: 'sign-in-failed', count: 19 },
  ])
})

test('twenty right passwords at the same moment all come in', async () => {
  const cookies = await Promise.all(Array.from({ length: 20 }, () => signedIn(app, 'ningde.officer')))
  expect(new Set(cookies).size).toBe(20)
})

test('an unknown login takes as long as a known one', async () => {
  const time = async (login: string) => {
    const before = performance.now()
    await wrong(login)
    return performance.now() - before
  }
  await wrong('warm.up')
  const known = [await time('lishu.officer'), await time('lishu.leader'), await time('lishu.reviewer')]
  const unknown = [await time('lishu.nobody'), await time('lishu.noone'), await time('lishu.none')]
  // Without the hash of the unknown the ratio would be about ten; the bound leaves room for a busy machine.
  expect(Math.min(...known) / Math.min(...unknown)).toBeLessThan(4)
})

test('a session ends after half an hour without a request, and after twelve hours in any case', async () => {
  const cookie = await signedIn(app, 'tianjin.officer')
  await later(29)
  expect((await ask(app, 'GET', '/session', { cookie })).status).toBe(200)
  await later(29)
  expect((await ask(app, 'GET', '/session', { cookie })).status).toBe(200)
  await later(31)
  expect((await ask(app, 'GET', '/session', { cookie })).status).toBe(401)

  const busy = await signedIn(app, 'tianjin.leader')
  for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
    expect((await ask(app, 'GET', '/session', { cookie: busy })).status).toBe(200)
    await later(20)
  }
  expect((await ask(app, 'GET', '/session', { cookie: busy })).status).toBe(401)
})

test('reading pages does not write the session each time', async () => {
  const cookie = await signedIn(app, 'beijing.officer')
  const version = async () =>
    (
      await sql<{ xmin: string }>`select xmin::text from session where account_id =
        (select id from account where login = 'beijing.officer')`.execute(db)
    ).rows
  const before = await version()

  for (let i = 0; i < 5; i++) await ask(app, 'GET', '/session', { cookie })

  expect(await version()).toEqual(before)
})

test('one sees where one is signed in, ends one of them, and signs out', async () => {
  const [here, there] = [await signedIn(app, 'jiashan.officer'), await signedIn(app, 'jiashan.officer')]
  const stranger = await signedIn(app, 'jiashan.leader')

  const { body } = await ask(app, 'GET', '/session/sessions', { cookie: here })
  expect(body.sessions).toHaveLength(2)
  const other = body.sessions.find(({ current }: { current: boolean }) => !current)

  expect((await ask(app, 'DELETE', `/session/sessions/${other.id}`, { cookie: stranger })).status).toBe(404)
  expect((await ask(app, 'DELETE', `/session/sessions/${other.id}`, { cookie: here })).status).toBe(204)
  expect((await ask(app, 'GET', '/session', { cookie: there })).status).toBe(401)
  const out = await ask(app, 'DELETE', '/session', { cookie: here })
  expect(out.status).toBe(204)
  expect(out.setCookie).toMatch(/^xiezhi=; .*Expires=Thu, 01 Jan 1970/)
  expect((await ask(app, 'GET', '/session', { cookie: here })).status).toBe(401)
})

test('a disabled account and a closed agency are strangers at once', async () => {
  const cookie = await signedIn(app, 'shuangliao.officer')
  await sql`update account set active = false where login = 'shuangliao.officer'`.execute(db)
  expect((await ask(app, 'GET', '/session', { cookie })).status).toBe(401)
  const answer = await ask(app, 'POST', '/session', {
    body: { login: 'shuangliao.officer', password: demoPassword },
  })
  expect(answer.status).toBe(403)
  expect(answer.body.words.zh).toContain('已停用')

  const leader = await signedIn(app, 'shuangliao.leader')
  await sql`update agency set active = false where code = '220382-ZF'`.execute(db)
  expect((await ask(app, 'GET', '/session', { cookie: leader })).status).toBe(401)
})

test('every route but signing in and the demonstration accounts answers 401 to a stranger, whatever its arguments', async () => {
  const document = app.swagger() as { paths: Record<string, Record<string, { security?: unknown[] }>> }
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      if (operation.security?.length === 0) continue
      const response = await app.inject({
        method: method.toUpperCase() as 'GET',
        url: path,
        payload: '{"x":',
      })
      expect(response.statusCode, `${method} ${path}`).toBe(401)
    }
  }
})

test('the demonstration accounts are listed in a demonstration and nowhere else', async () => {
  const { body } = await ask(app, 'GET', '/demo-accounts')
  expect(body.password).toBe(demoPassword)
  expect(body.accounts).toContainEqual({
    login: 'tieling.officer',
    name: '周启明',
    agency: {
      name: '昌图县交通运输综合行政执法大队',
      nameEn: 'Changtu County Transport Enforcement Brigade',
    },
    roles: ['officer'],
  })
  await sql`update installation set value = 'false' where key = 'demonstration'`.execute(db)
  expect((await ask(app, 'GET', '/demo-accounts')).status).toBe(404)
  await sql`update installation set value = 'true' where key = 'demonstration'`.execute(db)
})

test.each([
  {},
  { login: 'tieling.officer' },
  { login: '', password: 'x' },
  { login: 'x'.repeat(65), password: 'x' },
  { login: 'tieling.officer', password: 'x'.repeat(201) },
  { login: 7, password: [] },
  { login: 'tieling.officer', password: 'x', admin: true },
])('bad input %j is told field by field', async (body) => {
  const answer = await ask(app, 'POST', '/session', { body })
  expect(answer.status).toBe(422)
  expect(answer.body.faults.length).toBeGreaterThan(0)
})

test('a character that the database cannot keep is bad input, not a bug of ours', async () => {
  const answer = await ask(app, 'POST', '/session', { body: { login: 'tieling\u0000', password: 'x' } })
  expect(answer.status).toBe(422)
  expect(answer.body.words.zh).toContain('空字符')
})
