import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { addDays, chinaDayOf } from '../../kernel/day.ts'
import { type AccountId, newId } from '../../kernel/ids.ts'
import { type PersonActor, type Power, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { openDatabase } from '../../platform/database.ts'
import { type App, httpServer } from '../../platform/http.ts'
import { openLog } from '../../platform/log.ts'
import { agencyIdOf, foundAgencies, listAlliances } from '../agencies/agencies.ts'
import { rulesRoutes } from './rules.routes.ts'
import { adoptOverride, calendarFor, correctCalendar, explainDeadline, listRules, ruleFor } from './rules.ts'

const { db, url } = await testDatabase()

const somebodyOf = (code: string, ...powers: Power[]): PersonActor => ({
  type: 'person',
  accountId: newId() as AccountId,
  name: '测试人员',
  agencyId: agencyIdOf(code),
  agencyPath: '/',
  powers: new Set(powers),
})

const secretary = somebodyOf('210000-FW', 'open', 'handle', 'convene')
const stranger = somebodyOf('211221-ZF', 'open', 'handle', 'convene')
const officer = somebodyOf('211221-ZF', 'open', 'handle')
const sysadmin = somebodyOf('000000', 'manage-system')
const elsewhere = somebodyOf('350200-ZF', 'open', 'handle')
const people: Record<string, PersonActor> = { secretary, stranger, officer, sysadmin, elsewhere }

const now = '2026-03-02T02:00:00.000Z'
let alliance = ''
let app: App

beforeAll(async () => {
  await asActor(db, systemActor('founding'), foundAgencies)
  const [first] = await asActor(db, officer, listAlliances)
  alliance = first?.id ?? ''
  app = await httpServer({
    log: openLog('silent'),
    authenticate: async ({ headers }) => people[headers.authorization ?? ''],
  })
  rulesRoutes(app, db)
  await app.ready()
})

/** One request in the name of one of the people above, or of nobody. */
async function ask(name: string, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) {
  const response = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { authorization: name },
    ...(body ? { payload: body } : {}),
  })
  return { status: response.statusCode, body: response.json() }
}

const decision = {
  variant: null,
  value: 3,
  unit: 'work_day',
  extension: null,
  effectiveFrom: '2026-04-01',
  effectiveTo: null,
  reason: '东北三省一区联席会议第三次会议',
} as const

describe('an alliance’s own deadline', () => {
  const input = { ...decision, allianceId: '', ruleId: 'TRANSFER_ACCEPT', now }

  test('is set by its joint office and binds its matters from that day on, and nobody else’s', async () => {
    const adopted = await asActor(db, secretary, (tx) =>
      adoptOverride(tx, secretary, { ...input, allianceId: alliance }),
    )
    expect(adopted).toMatchObject({ adoptedBy: secretary.accountId, effectiveFrom: '2026-04-01', value: 3 })

    const bindingOn = (on: string, allianceId?: string) =>
      asActor(db, officer, (tx) => ruleFor(tx, { ruleId: 'TRANSFER_ACCEPT', allianceId, on }))
    expect(await bindingOn('2026-04-01T00:00:00+08:00', alliance)).toMatchObject({
      value: 3,
      adopted: { allianceId: alliance },
    })
    expect(await bindingOn('2026-03-31T23:59:59+08:00', alliance)).toMatchObject({ value: 5 })
    expect(await bindingOn('2026-04-01T00:00:00+08:00')).toMatchObject({ value: 5 })
    expect(await bindingOn('2026-04-01T00:00:00+08:00', newId())).toMatchObject({ value: 5 })
  })

  test('is read in its history by everybody it concerns, and by nobody else', async () => {
    await ask('secretary', 'PUT', `/alliances/${alliance}/deadline-rules/CLUE_RATE`, {
      ...decision,
      value: 4,
      effectiveFrom: '2190-01-01',
    })
    const decisionsFor = async (name: string) =>
      (await ask(name, 'GET', '/deadline-rules/decisions')).body.decisions

    const decided = await decisionsFor('officer')
    expect(decided[0]).toMatchObject({
      ruleId: 'CLUE_RATE',
      variant: null,
      value: 4,
      unit: 'work_day',
      effectiveFrom: '2190-01-01',
      reason: decision.reason,
      adopter: { by: 'alliance', of: alliance },
    })
    expect(decided[0].id).toBeGreaterThan(decided.at(-1).id)
    expect(await decisionsFor('secretary')).toEqual(decided)
    expect(await decisionsFor('elsewhere')).toEqual([])
  })

  test('is seen at once by the transaction that set it', async () => {
    const seen = await asActor(db, secretary, async (tx) => {
      await ruleFor(tx, { ruleId: 'CLUE_RATE', allianceId: alliance, on: '2026-05-01T00:00:00+08:00' })
      await adoptOverride(tx, secretary, { ...input, ruleId: 'CLUE_RATE', value: 2, allianceId: alliance })
      return ruleFor(tx, { ruleId: 'CLUE_RATE', allianceId: alliance, on: '2026-05-01T00:00:00+08:00' })
    })
    expect(seen.value).toBe(2)
  })

  test('that would loosen national law is refused with the number that binds, and nothing is written', async () => {
    const loosen = asActor(db, secretary, (tx) =>
      adoptOverride(tx, secretary, {
        ...input,
        allianceId: alliance,
        ruleId: 'CASE_DECISION',
        value: 120,
        unit: 'cal_day',
      }),
    )
    await expect(loosen).rejects.toMatchObject({
      code: 'invalid-input',
      words: { zh: expect.stringContaining('90 日') },
      facts: { binding: { value: 90, unit: 'cal_day', extension: 30 } },
    })
    const rows = await sql<{
      n: number
    }>`select count(*) as n from deadline_rule_override where rule_id = 'CASE_DECISION'`.execute(db)
    expect(rows.rows[0]?.n).toBe(0)
  })

  test.each([
    ['a day already begun', { effectiveFrom: '2026-03-02' }, 'effectiveFrom'],
    ['an end before the beginning', { effectiveTo: '2026-03-31' }, 'effectiveTo'],
    ['a variant there is not', { variant: 'urgent' }, 'variant'],
    ['eleven years', { value: 11, unit: 'year' }, 'value'],
  ] as const)('with %s is refused at the right place', async (_case, change, place) => {
    const adopt = asActor(db, secretary, (tx) =>
      adoptOverride(tx, secretary, { ...input, ...change, allianceId: alliance }),
    )
    await expect(adopt).rejects.toMatchObject({ code: 'invalid-input', faults: [{ path: [place] }] })
  })

  test('is not for the office of somebody else, nor for an officer of a member', async () => {
    for (const actor of [stranger, officer, sysadmin]) {
      const adopt = asActor(db, actor, (tx) => adoptOverride(tx, actor, { ...input, allianceId: alliance }))
      await expect(adopt).rejects.toMatchObject({ code: 'not-allowed' })
    }
  })

  test('is guarded by the database too, and can be neither changed nor removed', async () => {
    const insert = (actor: PersonActor) =>
      asActor(db, actor, (tx) =>
        sql`insert into deadline_rule_override (alliance_id, rule_id, value, unit, effective_from, reason)
          values (${alliance}, 'CLUE_RATE', 9, 'work_day', '2030-01-01', 'x')`.execute(tx),
      )
    await expect(insert(stranger)).rejects.toThrow(/row-level security/)
    await expect(
      asActor(db, secretary, (tx) => sql`update deadline_rule_override set value = 99`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
    await expect(
      asActor(db, secretary, (tx) => sql`delete from deadline_rule_override`.execute(tx)),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('the working calendar', () => {
  const correction = { day: '2026-03-05', working: false, reason: '临时放假', source: '国办公告' }
  const dueFrom = (actor: PersonActor) =>
    asActor(db, actor, async (tx) => {
      const rule = await ruleFor(tx, { ruleId: 'TRANSFER_ACCEPT', on: '2026-03-02T10:00:00+08:00' })
      return explainDeadline(rule, { from: '2026-03-02T10:00:00+08:00' }, await calendarFor(tx))
    })

  test('P20 a correction moves deadlines that began before it, gives its reason, and can be taken back', async () => {
    expect((await dueFrom(officer)).due).toBe('2026-03-09T23:59:59+08:00')

    await asActor(db, sysadmin, (tx) => correctCalendar(tx, sysadmin, correction))
    const moved = await dueFrom(officer)
    expect(moved.due).toBe('2026-03-10T23:59:59+08:00')
    expect(moved.steps.map(({ words }) => words.zh).join('')).toContain('临时放假（管理员更正）')

    await asActor(db, sysadmin, (tx) => correctCalendar(tx, sysadmin, { ...correction, working: null }))
    expect((await dueFrom(officer)).due).toBe('2026-03-09T23:59:59+08:00')
  })

  test('a correction that is rolled back never counts', async () => {
    const failing = asActor(db, sysadmin, async (tx) => {
      await correctCalendar(tx, sysadmin, { ...correction, day: '2026-03-06' })
      expect((await calendarFor(tx)).isWorkingDay('2026-03-06')).toBe(false)
      throw new Error('something else went wrong')
    })
    await expect(failing).rejects.toThrow('something else')
    expect((await asActor(db, officer, calendarFor)).isWorkingDay('2026-03-06')).toBe(true)
  })

  test('two corrections committed in the wrong order both count', async () => {
    const other = openDatabase(url, 1)
    const may = { ...correction, reason: '五月', source: '公告' }
    await asActor(db, sysadmin, async (tx) => {
      await correctCalendar(tx, sysadmin, { ...may, day: '2026-05-12' })
      // A later number is committed first, and read by everybody, while this one still waits.
      await asActor(other, sysadmin, (later) =>
        correctCalendar(later, sysadmin, { ...may, day: '2026-05-13' }),
      )
      expect((await asActor(other, officer, calendarFor)).isWorkingDay('2026-05-12')).toBe(true)
    })
    await other.destroy()
    const calendar = await asActor(db, officer, calendarFor)
    expect([calendar.isWorkingDay('2026-05-12'), calendar.isWorkingDay('2026-05-13')]).toEqual([false, false])
  })

  test('saying the same twice writes one row', async () => {
    const day = { ...correction, day: '2026-06-11' }
    await asActor(db, sysadmin, (tx) => correctCalendar(tx, sysadmin, day))
    await asActor(db, sysadmin, (tx) => correctCalendar(tx, sysadmin, day))
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from calendar_correction where day = '2026-06-11'`.execute(db)
    expect(rows[0]?.n).toBe(1)
  })

  test('is corrected by the system administrator alone, in the program and in the database', async () => {
    for (const actor of [officer, secretary])
      await expect(asActor(db, actor, (tx) => correctCalendar(tx, actor, correction))).rejects.toMatchObject({
        code: 'not-allowed',
      })
    await expect(
      asActor(db, secretary, (tx) =>
        sql`insert into calendar_correction (day, working, reason, source) values ('2026-03-05', false, 'x', 'x')`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})

describe('over HTTP', () => {
  test('strangers see nothing', async () => {
    for (const [method, path] of [
      ['GET', '/deadline-rules'],
      ['GET', '/deadline-rules/PAY_FINE'],
      ['POST', '/deadlines'],
      ['GET', '/calendar?year=2026'],
      ['PUT', '/calendar/2026-03-05'],
      ['PUT', `/alliances/${alliance}/deadline-rules/PAY_FINE`],
    ] as const)
      expect((await ask('nobody', method, path)).status, path).toBe(401)
  })

  test('rules are listed and shown with what an alliance may do with them', async () => {
    const { rules } = (await ask('officer', 'GET', '/deadline-rules?on=2026-03-02T10:00:00%2B08:00')).body
    expect(rules.length).toBe((await asActor(db, officer, (tx) => listRules(tx, { on: now }))).length)
    expect((await ask('officer', 'GET', '/deadline-rules/CLUE_RECEIVE')).body).toMatchObject({
      value: 1,
      unit: 'work_day',
      editable: 'freely',
      variants: [{ variant: 'urgent', value: 2, unit: 'hour' }],
    })
    expect(await ask('officer', 'GET', '/deadline-rules/CLUE_RECIEVE')).toMatchObject({
      status: 404,
      body: { facts: { near: expect.arrayContaining(['CLUE_RECEIVE']) } },
    })
  })

  test('a deadline is counted with its derivation', async () => {
    const question = { rule: 'TRANSFER_ACCEPT', from: '2026-02-12T10:00:00+08:00' }
    expect(await ask('officer', 'POST', '/deadlines', question)).toMatchObject({
      status: 200,
      body: { rule: 'TRANSFER_ACCEPT', due: '2026-02-26T23:59:59+08:00', steps: expect.arrayContaining([]) },
    })
    expect(
      (
        await ask('officer', 'POST', '/deadlines', {
          ...question,
          from: '2026-04-02T10:00:00+08:00',
          alliance,
        })
      ).body.due,
    ).toBe('2026-04-08T23:59:59+08:00')
  })

  test.each([
    [{ rule: 'PAY_FINE' }, 422, 'from'],
    [{ rule: 'PAY_FINE', from: '2026-02-30T10:00:00+08:00' }, 422, 'from'],
    [{ rule: 'PAY_FINE', from: '2026-02-12' }, 422, 'from'],
    [{ rule: 'PAY_FINE', from: '2026-02-12T10:00:00+08:00', variant: 'urgent' }, 422, 'variant'],
    [{ rule: 'PAY_FINE', from: '2026-02-12T10:00:00+08:00', extended: true }, 422, 'extended'],
    [{ rule: 'PAY_FINE', from: '2026-02-12T10:00:00+08:00', until: 'never' }, 422, undefined],
  ])('%o is answered %i at %s', async (question, status, place) => {
    const answer = await ask('officer', 'POST', '/deadlines', question)
    expect(answer.status).toBe(status)
    expect(answer.body.faults[0].path[0]).toBe(place)
  })

  test('the calendar of a year tells its unusual days and whether it is announced', async () => {
    const year = (await ask('officer', 'GET', '/calendar?year=2026')).body
    expect(year.published).toBe(true)
    expect(year.days).toContainEqual({
      day: '2026-02-14',
      working: true,
      kind: 'make-up',
      reason: { zh: '春节调休上班', en: 'make-up working day for Spring Festival' },
      correction: null,
    })
    expect((await ask('officer', 'GET', '/calendar?year=2099')).body).toMatchObject({
      published: false,
      days: [],
    })
    expect((await ask('officer', 'GET', '/calendar?year=1900')).status).toBe(422)
  })

  test('an administrator corrects a day, the joint office sets a deadline, others cannot', async () => {
    const word = { working: false, reason: '防汛停工', source: '省政府通知' }
    expect((await ask('officer', 'PUT', '/calendar/2026-07-15', word)).status).toBe(403)
    expect(await ask('sysadmin', 'PUT', '/calendar/2026-07-15', word)).toMatchObject({
      status: 200,
      body: { working: false, correction: { reason: '防汛停工' } },
    })
    expect((await ask('sysadmin', 'PUT', '/calendar/2026-02-30', word)).status).toBe(422)

    const path = `/alliances/${alliance}/deadline-rules/CLUE_TRIAGE`
    const own = {
      value: 2,
      unit: 'work_day',
      effectiveFrom: addDays(chinaDayOf(new Date().toISOString()), 1),
      reason: '会议决定',
    }
    expect((await ask('officer', 'PUT', path, own)).status).toBe(403)
    expect(await ask('secretary', 'PUT', path, own)).toMatchObject({
      status: 200,
      body: { ruleId: 'CLUE_TRIAGE', value: 2 },
    })
    expect((await ask('secretary', 'PUT', path, { ...own, value: 0 })).status).toBe(422)
  })
})
