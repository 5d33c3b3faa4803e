import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { demoPassword } from './demo-accounts.ts'
import { aDemonstration, ask, signedIn } from './demonstration.fixture.ts'

const { db } = await testDatabase()
const { app } = await aDemonstration(db)

const change = (cookie: string, current: string, next: string) =>
  ask(app, 'POST', '/session/password', { cookie, body: { current, next } })

test('a new password ends the other sessions and keeps this one', async () => {
  const [here, there] = [await signedIn(app, 'tieling.officer'), await signedIn(app, 'tieling.officer')]

  expect((await change(here, demoPassword, 'Changbai-2031')).status).toBe(204)

  expect((await ask(app, 'GET', '/session', { cookie: here })).status).toBe(200)
  expect((await ask(app, 'GET', '/session', { cookie: there })).status).toBe(401)
  await expect(signedIn(app, 'tieling.officer')).rejects.toThrow('not let in')
  await signedIn(app, 'tieling.officer', 'Changbai-2031')
})

test('the last five passwords cannot come back, the sixth can', async () => {
  const cookie = await signedIn(app, 'siping.officer')
  const words = ['Songhua-2031a', 'Songhua-2032b', 'Songhua-2033c', 'Songhua-2034d', 'Songhua-2035e']
  let current = demoPassword
  for (const next of words) {
    expect((await change(cookie, current, next)).status).toBe(204)
    current = next
  }

  for (const used of words) {
    const answer = await change(cookie, current, used)
    expect(answer.status, used).toBe(422)
    expect(answer.body.faults[0].message.zh).toContain('最近 5 次')
  }
  expect((await change(cookie, current, 'Songhua-2036f')).status).toBe(204)
  expect((await change(cookie, 'Songhua-2036f', words[0] ?? '')).status).toBe(204)
  const { rows } = await sql`select count(*)::int from password
    where account_id = (select id from account where login = 'siping.officer')`.execute(db)
  expect(rows).toEqual([{ count: 5 }])
})

test('a weak password is refused with its faults at the field', async () => {
  const cookie = await signedIn(app, 'siping.leader')
  const answer = await change(cookie, demoPassword, 'siping.leader')
  expect(answer.status).toBe(422)
  expect(answer.body.faults.map(({ path }: { path: string[] }) => path)).toEqual([['next'], ['next']])
  await signedIn(app, 'siping.leader')
})

test('an unattended session is no way to try passwords', async () => {
  const cookie = await signedIn(app, 'gaomi.leader')
  for (let i = 0; i < 4; i++)
    expect((await change(cookie, 'Wrong-word-99', 'Changbai-2031')).status).toBe(401)
  expect((await change(cookie, 'Wrong-word-99', 'Changbai-2031')).status).toBe(429)
  expect((await change(cookie, demoPassword, 'Changbai-2031')).status).toBe(429)
})

test('a password of ninety days has to be changed before anything else, except in a demonstration', async () => {
  const cookie = await signedIn(app, 'weifang.leader')
  await sql`update password set set_at = set_at - interval '91 days'
    where account_id = (select id from account where login = 'weifang.leader')`.execute(db)
  expect((await ask(app, 'GET', '/people', { cookie })).status).toBe(200)

  await sql`update installation set value = 'false'`.execute(db)
  const answer = await ask(app, 'GET', '/people', { cookie })
  expect(answer.status).toBe(403)
  expect(answer.body.facts).toEqual({ mustChangePassword: true })
  expect((await ask(app, 'GET', '/session', { cookie })).body.mustChangePassword).toBe(true)
  expect((await change(cookie, demoPassword, 'Changbai-2031')).status).toBe(204)
  expect((await ask(app, 'GET', '/people', { cookie })).status).toBe(200)
  await sql`update installation set value = 'true'`.execute(db)
})
