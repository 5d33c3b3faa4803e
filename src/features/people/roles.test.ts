import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { demoAccounts } from './demo-accounts.ts'
import { isAdministrative, powersOf, roleConflict, roleNames, roles } from './roles.ts'

const { db } = await testDatabase()

test('who may do what', () => {
  const table = Object.fromEntries(roleNames.map((role) => [role, roles[role].powers.join(' ')]))
  expect(table).toEqual({
    officer: 'open handle',
    dispatcher: 'open handle',
    liaison: 'open handle',
    reviewer: 'approve',
    leader: 'open handle approve lead stamp',
    secretary: 'open handle convene',
    operator: 'open handle hotline',
    supervisor: 'oversee designate',
    partner: 'handle refer',
    sysadmin: 'manage-system',
    secadmin: 'manage-accounts',
    auditor: 'audit',
  })
})

test('the database knows exactly the roles of the table, and the same administrators', async () => {
  const { rows } = await sql<{ rule: string }>`select pg_get_constraintdef(oid) as rule from pg_constraint
    where conname = 'account_roles_known'`.execute(db)
  const known = [...(rows[0]?.rule.matchAll(/'(\w+)'::text/g) ?? [])].map(([, role]) => role)
  expect(known.sort()).toEqual([...roleNames].sort())
  const { rows: found } = await sql<{ roles: string[] }>`select administrator_roles() as roles`.execute(db)
  expect(found[0]?.roles.sort()).toEqual(roleNames.filter((role) => isAdministrative([role])).sort())
})

test('an administrator is nothing else, no two administrators are one person, and a partner stays thin', async () => {
  await sql`insert into agency (id, code, name, name_en, short_name, name_confidence, kind, level, path, lines, pinyin, initials)
    values (gen_random_uuid(), '000000', 'x', 'x', 'x', 'pattern', 'ministry', 'ministry', '/000000/', '{}', 'x', 'x')`.execute(
    db,
  )
  const accepts = (names: readonly string[]) =>
    sql`insert into account (id, login, name, agency_id, roles)
      select gen_random_uuid(), ${`a${crypto.randomUUID()}`}, 'x', id, ${names}::text[] from agency`
      .execute(db)
      .then(
        () => true,
        () => false,
      )

  for (const one of roleNames) {
    expect(await accepts([one]), one).toBe(true)
    for (const other of roleNames.filter((role) => role !== one)) {
      const isAllowed = !('alone' in roles[one]) && !('alone' in roles[other])
      expect(roleConflict([one, other]) === undefined, `${one}+${other}`).toBe(isAllowed)
      expect(await accepts([one, other]), `${one}+${other} in the database`).toBe(isAllowed)
    }
  }
  expect(await accepts([])).toBe(false)
  expect(await accepts(['king'])).toBe(false)
})

test('an unknown role grants nothing', () => {
  expect(powersOf(['king', 'constructor'])).toEqual(new Set())
  expect(powersOf(['reviewer', 'officer'])).toEqual(new Set(['approve', 'open', 'handle']))
})

test('the demonstration has the accounts that others rely on, each login once', () => {
  const logins = demoAccounts.map(({ login }) => login)
  expect(new Set(logins).size).toBe(logins.length)
  expect(logins).toEqual(
    expect.arrayContaining([
      ...['tieling.officer', 'tieling.reviewer', 'tieling.leader', 'tieling.dispatcher', 'siping.officer'],
      ...['siping.reviewer', 'siping.leader', 'siping.dispatcher', 'office.secretary', 'ministry.supervisor'],
      ...['jilin.supervisor', 'hotline.operator', 'sysadmin', 'secadmin', 'auditor', 'tieling.partner'],
      ...['zherong', 'ningde', 'weifang', 'gaomi', 'tianjin', 'beijing', 'wujiang', 'qingpu', 'jiashan'].map(
        (place) => `${place}.officer`,
      ),
    ]),
  )
})
