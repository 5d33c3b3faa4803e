import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { type Actor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { agencyIdOf } from '../agencies/agencies.ts'
import { actorOfSession } from './authenticate.ts'
import { aDemonstration, ask, signedIn } from './demonstration.fixture.ts'

const { db } = await testDatabase()
const { app, accounts } = await aDemonstration(db)
const idOf = (login: string) => accounts.get(login) ?? ''

async function actor(login: string): Promise<Actor> {
  const found = await actorOfSession(db, await signedIn(app, login))
  if (!found) throw new Error(login)
  return found.actor
}
const [officer, leader, supervisor, sysadmin, secadmin, auditor] = [
  await actor('tieling.officer'),
  await actor('tieling.leader'),
  await actor('jilin.supervisor'),
  await actor('sysadmin'),
  await actor('secadmin'),
  await actor('auditor'),
]
const everybody = { officer, leader, supervisor, sysadmin, secadmin, auditor }

/** Runs raw SQL in somebody's name: its rows, the number it changed, or `denied`. */
const raw = <T>(who: Actor, statement: RawBuilder<T>): Promise<T[] | number | 'denied'> =>
  asActor(db, who, (tx) => statement.execute(tx)).then(
    ({ rows, numAffectedRows }) => (numAffectedRows === undefined ? rows : Number(numAffectedRows)),
    (error) => {
      if (error.code === '42501') return 'denied'
      throw error
    },
  )
const count = async (who: Actor, table: string) => {
  const rows = await raw(who, sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`)
  return Array.isArray(rows) ? rows[0]?.n : rows
}

test.each(Object.entries(everybody))('%s reads no password, no token, no session digest', async (_, who) => {
  expect(await raw(who, sql`select * from password`)).toBe('denied')
  expect(await raw(who, sql`select hash from password`)).toBe('denied')
  expect(await raw(who, sql`select token_digest from session`)).toBe('denied')
  expect(await raw(who, sql`select token_digest from api_token`)).toBe('denied')
  expect(JSON.stringify(await raw(who, sql`select * from account`))).not.toContain('argon')
})

test('of the server’s own jobs, only signing in reads password hashes', async () => {
  expect(await count(systemActor('sign-in'), 'password')).toBe(accounts.size)
  expect(await count(systemActor('clocks'), 'password')).toBe(0)
  expect(await count(systemActor('demonstration'), 'password')).toBe(0)
})

test('people see their own account, their colleagues’ names and roles, and everybody’s name', async () => {
  expect(await raw(officer, sql`select login from account`)).toEqual([{ login: 'tieling.officer' }])
  expect(await raw(officer, sql`select distinct agency_id from person`)).toEqual([
    { agency_id: agencyIdOf('211224-ZF') },
  ])
  expect(await count(officer, 'person_name')).toBe(accounts.size)
  expect(await count(leader, 'person')).toBe(accounts.size)
  expect(
    await raw(
      supervisor,
      sql`select distinct left(code, 2) as province from person
    join agency on agency.id = agency_id`,
    ),
  ).toEqual([{ province: '22' }])
  expect(await count(secadmin, 'account')).toBe(accounts.size)
  expect(await count(auditor, 'account')).toBe(1)
  expect(await count(sysadmin, 'person')).toBe(0)
})

test('nobody gives oneself a role, a colleague a password, or a session to somebody else', async () => {
  for (const who of [officer, leader, supervisor, sysadmin, auditor]) {
    expect(await raw(who, sql`update account set roles = '{leader}' where true`)).toBe(0)
    expect(
      await raw(
        who,
        sql`insert into account (id, login, name, agency_id, roles)
        values (gen_random_uuid(), 'intruder', 'x', ${agencyIdOf('211221-ZF')}, '{leader}')`,
      ),
    ).toBe('denied')
    expect(
      await raw(
        who,
        sql`insert into password (account_id, hash, one_time)
        values (${idOf('tieling.leader')}, '$argon2id$x', true)`,
      ),
    ).toBe('denied')
    expect(
      await raw(
        who,
        sql`insert into session (id, token_digest, account_id, expires_at)
        values (gen_random_uuid(), sha256('x'), ${idOf('tieling.leader')}, now() + interval '1 day')`,
      ),
    ).toBe('denied')
    expect(await raw(who, sql`delete from account`)).toBe('denied')
  }
  expect(await raw(officer, sql`update session set expires_at = now() + interval '1 year'`)).toBe('denied')
  expect(await raw(officer, sql`update session set account_id = ${idOf('tieling.leader')}`)).toBe('denied')
})

test('the security administrator cannot make, change or enter as an administrator, nor set a lasting password', async () => {
  const admins = sql`('sysadmin', 'secadmin', 'auditor')`
  expect(await raw(secadmin, sql`update account set active = false where login in ${admins}`)).toBe(0)
  expect(
    await raw(secadmin, sql`update account set roles = '{auditor}' where login = 'tieling.officer'`),
  ).toBe('denied')
  expect(
    await raw(
      secadmin,
      sql`insert into account (id, login, name, agency_id, roles)
      values (gen_random_uuid(), 'second.auditor', 'x', ${agencyIdOf('000000')}, '{auditor}')`,
    ),
  ).toBe('denied')
  expect(
    await raw(
      secadmin,
      sql`insert into password (account_id, hash, one_time)
      values (${idOf('auditor')}, '$argon2id$x', true)`,
    ),
  ).toBe('denied')
  expect(
    await raw(
      secadmin,
      sql`insert into password (account_id, hash, one_time)
      values (${idOf('tieling.officer')}, '$argon2id$x', false)`,
    ),
  ).toBe('denied')
})

test('a delegation cannot cross agencies or be taken for oneself', async () => {
  const insert = (from: string, to: string) =>
    sql`insert into delegation (id, from_account, to_account, from_at, until_at, reason)
      values (gen_random_uuid(), ${idOf(from)}, ${idOf(to)}, now(), now() + interval '1 day', 'x')`
  expect(await raw(officer, insert('tieling.leader', 'tieling.officer'))).toBe('denied')
  await expect(raw(leader, insert('tieling.leader', 'siping.officer'))).rejects.toMatchObject({
    code: '23503',
  })
  await expect(raw(leader, insert('siping.leader', 'tieling.officer'))).rejects.toMatchObject({
    code: '23503',
  })

  expect(await raw(leader, insert('tieling.leader', 'tieling.officer'))).toBe(1)
  const { rows } = await sql<{ id: string }>`select id from delegation`.execute(db)
  const reviewer = await actor('tieling.reviewer')
  expect(
    await raw(
      reviewer,
      sql`update session set delegation_id = ${rows[0]?.id} where account_id = current_account()`,
    ),
  ).toBe('denied')
})

test('preferences, tokens and lock-outs of others are not there', async () => {
  await asActor(db, leader, (tx) =>
    sql`insert into preference (key, value) values ('dark', 'true')`.execute(tx),
  )
  expect(await count(leader, 'preference')).toBe(1)
  for (const who of [officer, supervisor, secadmin]) expect(await count(who, 'preference')).toBe(0)
  await expect(
    raw(
      officer,
      sql`insert into preference (account_id, key, value) values (${idOf('tieling.leader')}, 'x', '1')`,
    ),
  ).resolves.toBe('denied')
  await ask(app, 'POST', '/session', { body: { login: 'tieling.leader', password: 'Wrong-word-99' } })
  expect(await count(secadmin, 'sign_in_failure')).toBe(1)
  expect(await raw(officer, sql`delete from sign_in_failure`)).toBe(0)
})

test('an administrator’s transaction names no agency', async () => {
  for (const who of [sysadmin, secadmin, auditor])
    expect(await raw(who, sql`select current_agency() as agency`)).toEqual([
      { agency: '00000000-0000-0000-0000-000000000000' },
    ])
})

test('the access log is written by all, read by the auditor, and changed by nobody', async () => {
  for (const who of Object.values(everybody)) {
    expect(await raw(who, sql`insert into access_log (what, outcome) values ('refused', 'refused')`)).toBe(1)
    expect(await raw(who, sql`update access_log set what = 'sign-in'`)).toBe('denied')
    expect(await raw(who, sql`delete from access_log`)).toBe('denied')
    expect(
      await raw(who, sql`insert into access_log (at, what, outcome) values (now(), 'x-x', 'done')`),
    ).toBe('denied')
    expect(
      await raw(
        who,
        sql`insert into access_log (account_id, what, outcome)
        values (${idOf('siping.officer')}, 'refused', 'refused')`,
      ),
    ).toBe('denied')
    if (who !== auditor) expect(await count(who, 'access_log')).toBe(0)
  }
  expect(await count(auditor, 'access_log')).toBeGreaterThan(6)
  expect(
    await raw(
      auditor,
      sql`select count(*)::int as n from access_log
      where what = 'refused' and account_id = ${idOf('tieling.officer')}`,
    ),
  ).toEqual([{ n: 1 }])

  const jobs = systemActor('clocks')
  expect(await raw(jobs, sql`delete from access_log`)).toBe('denied')
  for (const statement of [
    sql`update access_log set what = 'x-x'`,
    sql`delete from access_log`,
    sql`truncate access_log`,
  ])
    await expect(statement.execute(db)).rejects.toThrow('access_log is append-only')
})
