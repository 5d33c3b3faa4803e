import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aMatter } from '../../../../../test/a-matter.ts'
import { testDatabase } from '../../../../../test/database.ts'
import { aRegion, type Region } from '../../../../../test/fixtures.ts'
import { parseInput } from '../../../../kernel/faults.ts'
import type { PersonActor } from '../../../../platform/actor.ts'
import { asActor } from '../../../../platform/as-actor.ts'
import { actOnMatter } from '../../act-on-matter.ts'
import { readEvents } from '../../read-events.ts'
import { readMatter } from '../../read-matter.ts'
import { wakeClocks } from '../../wake-clocks.ts'
import { readWorkbench, WorkbenchQuery } from '../../workbench.ts'
import type { Warning } from './warning-notice.contract.ts'
import { warningNoticeForms } from './warning-notice.contract.ts'
import { forgedCharters, warningNoticeBodies } from './warning-notice.examples.ts'

const { db } = await testDatabase()
let region: Region
let issuer: PersonActor
let members: PersonActor[]

beforeAll(async () => {
  region = await aRegion(db)
  issuer = region.who('tieling.officer')
  members = ['siping.officer', 'shuangliao.officer', 'kezuohouqi.officer'].map((login) => region.who(login))
})

const monday = Date.parse('2026-04-13T02:00:00Z')
const at = (minutes: number) => ({ now: new Date(monday + minutes * 60_000).toISOString(), node: 'test' })

type Severity = Warning['warning']['severity']

/** A warning to three members, issued on a Monday at ten in China, valid for two weeks. */
async function aWarning(severity: Severity = 'yellow') {
  const to = members.map(({ agencyId }) => agencyId)
  const validUntil = at(14 * 24 * 60).now
  const bodies = { ...warningNoticeBodies(to), send: forgedCharters(to, severity, validUntil) }
  const warning = await aMatter(db, { kind: 'warning-notice', opener: issuer, bodies, occasion: at(0) })
  await warning.does(issuer, 'send', { occasion: at(0) })
  return warning
}

const member = (leg: number): PersonActor => {
  const found = members[leg - 1]
  if (!found) throw new Error(`no member ${leg}`)
  return found
}

test.each(Object.entries(warningNoticeBodies([crypto.randomUUID() as never])))(
  '%s takes its example',
  (action, body) => {
    const form = warningNoticeForms[action as keyof typeof warningNoticeForms]
    expect(parseInput(form, body)).toEqual(body)
  },
)

describe('a warning', () => {
  test('reaches every member at once, and each signs by itself', async () => {
    const warning = await aWarning()

    const signed = await warning.does(member(2), 'acknowledge', { occasion: at(5) })

    expect(signed.legs.map(({ state }) => state)).toEqual(['sent', 'acknowledged', 'sent'])
    expect(Object.keys(await warning.clocks(1))).toContain('acknowledgement')
    expect(Object.keys(await warning.clocks(2))).not.toContain('acknowledgement')
  })

  test.each<[Severity, string]>([
    ['red', '2026-04-13T02:30:00.000Z'],
    ['orange', '2026-04-13T04:00:00.000Z'],
    ['yellow', '2026-04-14T15:59:59.000Z'],
    ['blue', '2026-04-15T15:59:59.000Z'],
  ])('that is %s has to be signed for by %s', async (severity, due) => {
    const warning = await aWarning(severity)

    expect(await warning.clocks(3)).toMatchObject({ acknowledgement: due })
  })

  test('is signed for again after an update, with a deadline of its own', async () => {
    const warning = await aWarning()
    await warning.does(member(1), 'acknowledge', { leg: 1, occasion: at(5) })

    const updated = await warning.does(issuer, 'update', { leg: 2, occasion: at(60 * 24) })

    expect(updated.legs.map(({ state }) => state)).toEqual(['acknowledged', 'sent', 'sent'])
    expect(await warning.clocks(1)).toMatchObject({ acknowledgement: '2026-04-15T15:59:59.000Z' })
    expect(await warning.clocks(2)).toMatchObject({ acknowledgement: '2026-04-14T15:59:59.000Z' })
    await warning.does(member(1), 'acknowledgeUpdate', { leg: 1, occasion: at(60 * 25) })
    expect(Object.keys(await warning.clocks(1))).toEqual(['validity'])
    await expect(warning.does(member(1), 'acknowledgeUpdate', { leg: 1 })).rejects.toMatchObject({
      code: 'not-now',
    })
    await warning.does(issuer, 'update', { leg: 1, occasion: at(60 * 26) })
    expect(Object.keys(await warning.clocks(1)).sort()).toEqual(['acknowledgement', 'validity'])
  })

  test('that was updated before it was signed for is signed for once', async () => {
    const warning = await aWarning()
    await warning.does(issuer, 'update', { leg: 1, occasion: at(5) })
    await warning.does(member(1), 'acknowledge', { leg: 1, occasion: at(9) })

    await expect(warning.does(member(1), 'acknowledgeUpdate', { leg: 1 })).rejects.toMatchObject({
      code: 'not-now',
    })
  })

  test('is urged where a member has not signed for it, and its issuer not for a validity that ends by itself', async () => {
    const warning = await aWarning()
    await warning.does(member(1), 'acknowledge', { leg: 1, occasion: at(5) })

    await warning.does(issuer, 'urge', { leg: 2, body: {}, occasion: at(9) })

    await expect(warning.does(issuer, 'urge', { leg: 1, body: {} })).rejects.toMatchObject({
      code: 'not-now',
    })
    await expect(warning.does(member(1), 'urge', { leg: 1, body: {} })).rejects.toMatchObject({
      code: 'not-now',
    })
  })

  test('P8 is withdrawn from all it went to, signed or not, and each confirms', async () => {
    const warning = await aWarning('red')
    await warning.does(member(1), 'acknowledge', { leg: 1, occasion: at(5) })

    const withdrawn = await warning.does(issuer, 'withdraw', { leg: 3, occasion: at(50) })

    expect(withdrawn.legs.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
    for (const leg of [1, 2, 3]) {
      const events = await asActor(db, member(leg), (tx) => readEvents(tx, warning.id))
      expect(events.at(-1)).toMatchObject({ type: 'withdraw', body: { form: { reason: 'found' } } })
      expect(await warning.clocks(leg)).toEqual({ withdrawal: '2026-04-13T04:50:00.000Z' })
      await warning.does(member(leg), 'confirmWithdrawal', { leg, occasion: at(51) })
    }
    await expect(warning.does(issuer, 'update', { leg: 1 })).rejects.toMatchObject({ code: 'not-now' })
  })

  test('is withdrawn by a letter to those it went to, whatever letters some of them wrote since', async () => {
    const warning = await aWarning()
    await warning.does(member(1), 'acknowledge', { leg: 1, occasion: at(5) })
    await warning.does(member(1), 'reportHit', { leg: 1, occasion: at(6) })
    await warning.does(issuer, 'withdraw', { leg: 1, occasion: at(9) })

    const letters = await warning.letters()

    expect(letters.map(({ type }) => type)).toEqual(['warning', 'hit-report', 'warning-withdrawal'])
    expect(letters[2]?.to).toEqual(letters[0]?.to)
  })

  test('P8 a member that confirmed is not moved by what comes later', async () => {
    const warning = await aWarning()
    await warning.does(issuer, 'withdraw', { leg: 1, occasion: at(5) })

    const done = await warning.does(member(1), 'confirmWithdrawal', { leg: 1, occasion: at(6) })

    expect(done).toMatchObject({ settled: false })
    expect(done.legs.map(({ state }) => state)).toEqual(['closed', 'withdrawn', 'withdrawn'])
  })

  test('P18 goes to all others where one member is closed', async () => {
    const closed = region.who('gaomi.officer').agencyId
    const to = [member(1).agencyId, closed]
    const bodies = { ...warningNoticeBodies(to), send: forgedCharters(to) }
    const warning = await aMatter(db, { kind: 'warning-notice', opener: issuer, bodies })
    await sql`update agency set active = false where id = ${closed}`.execute(db)

    const sent = await warning.does(issuer, 'send')

    expect(sent.legs.map(({ delivery }) => delivery)).toEqual(['delivered', 'failed'])
    expect(await warning.does(issuer, 'withdraw', { leg: 1 })).toMatchObject({
      legs: [{ state: 'withdrawn' }, { state: 'sent' }],
    })
  })

  test('is updated whoever signs for it meanwhile, and not twice at once', async () => {
    const warning = await aWarning()
    const stranger = { ...issuer, accountId: region.who('tieling.leader').accountId }
    const seen = await asActor(db, issuer, (tx) => readMatter(tx, issuer, warning.id, at(1)))
    const update = (actor: PersonActor, expectedVersion: number) =>
      asActor(db, actor, (tx) =>
        actOnMatter(
          tx,
          actor,
          {
            matterId: warning.id,
            action: 'update',
            leg: 1,
            body: warningNoticeBodies([]).update,
            expectedVersion,
          },
          at(9),
        ),
      )
    await warning.does(member(1), 'acknowledge', { leg: 1, occasion: at(5) })

    const { matter } = await update(issuer, seen.version)

    expect(matter.legs.map(({ state }) => state)).toEqual(['acknowledged', 'sent', 'sent'])
    await expect(update(stranger, seen.version)).rejects.toMatchObject({ code: 'already-changed' })
    await warning.looksAgain()
    await warning.does(member(1), 'acknowledgeUpdate', { leg: 1, occasion: at(10) })
    await update(stranger, matter.version)
  })

  test('ends by itself when its validity is over, and says who had signed for what', async () => {
    const warning = await aWarning()
    await warning.does(member(1), 'acknowledge', { leg: 1, occasion: at(5) })
    await warning.does(issuer, 'update', { leg: 1, occasion: at(6) })
    await warning.does(member(2), 'acknowledge', { leg: 2, occasion: at(7) })
    const before = await asActor(db, issuer, (tx) => readMatter(tx, issuer, warning.id))
    expect(before.legs.map(({ stateWords }) => stateWords.zh)).toEqual([
      '已签收，生效中（更新未签收）',
      '已签收，生效中',
      '已发布待签收',
    ])

    while ((await wakeClocks(db, at(14 * 24 * 60 + 1))) > 0);

    const { rows } = await sql<{ state: string }>`
      select state from leg where matter_id = ${warning.id} order by no`.execute(db)
    expect(rows.map(({ state }) => state)).toEqual(['expired', 'expired', 'expired'])
    const { legs } = await asActor(db, issuer, (tx) => readMatter(tx, issuer, warning.id))
    expect(legs.map(({ stateWords }) => stateWords.zh)).toEqual([
      '有效期满（更新未签收）',
      '有效期满（已签收）',
      '有效期满（未签收）',
    ])
  })

  test('has an end that nobody has to bring about, and is signed for by its members alone', async () => {
    const warning = await aWarning()
    const workbenchOf = (actor: PersonActor) =>
      asActor(db, actor, (tx) =>
        readWorkbench(tx, actor, WorkbenchQuery.parse({ kind: 'warning-notice', limit: 200 }), at(1)),
      )
    const rowsOf = async (actor: PersonActor) =>
      (await workbenchOf(actor)).owed
        .filter(({ matter }) => matter.id === warning.id)
        .map(({ side, clock }) => ({ side, name: clock.name, endsByItself: clock.endsByItself }))

    const validity = { side: 'asker', name: 'validity', endsByItself: true }
    expect(await rowsOf(issuer)).toEqual([validity, validity, validity])
    expect(await rowsOf(member(1))).toEqual([
      { side: 'answerer', name: 'acknowledgement', endsByItself: false },
    ])
    const { awaited, counts } = await workbenchOf(member(1))
    expect(awaited).toEqual([])
    expect(counts).toMatchObject({ awaited: 0, awaitedLate: 0 })
  })

  test('is hit by a member, as often as need be', async () => {
    const warning = await aWarning()
    await expect(warning.does(member(1), 'reportHit', { leg: 1 })).rejects.toMatchObject({ code: 'not-now' })
    await warning.does(member(1), 'acknowledge', { leg: 1, occasion: at(5) })
    await warning.does(member(1), 'reportHit', { leg: 1, occasion: at(6) })
    const hit = warningNoticeBodies([]).reportHit

    await expect(
      warning.does(member(1), 'reportHit', { leg: 1, body: { ...hit, subject: 3 }, occasion: at(7) }),
    ).rejects.toMatchObject({ faults: [{ path: ['subject'] }] })
    expect(
      await warning.does(member(1), 'reportHit', { leg: 1, body: { ...hit, subject: 2 }, occasion: at(8) }),
    ).toMatchObject({ legs: [{ state: 'acknowledged' }, {}, {}] })
  })

  test.each([-1, 181])('is not valid for %i days', async (validFor) => {
    const to = [member(1).agencyId]
    const body = forgedCharters(to, 'yellow', new Date(Date.now() + validFor * 86_400_000).toISOString())
    const warning = await aMatter(db, { kind: 'warning-notice', opener: issuer, bodies: {} })

    await expect(warning.does(issuer, 'send', { body })).rejects.toMatchObject({
      faults: [{ path: ['warning', 'validUntil'] }],
    })
  })

  test('is replaced by one that is in force, not by a number nobody knows or by itself', async () => {
    const [old, replacing, over] = [await aWarning(), await aWarning(), await aWarning()]
    await over.does(issuer, 'withdraw', { leg: 1, occasion: at(5) })
    const numberOf = async ({ id }: typeof old) => {
      const { rows } = await sql<{ number: string }>`select number from matter where id = ${id}`.execute(db)
      return rows[0]?.number
    }
    const replacedBy = (number: string | undefined) =>
      old.does(issuer, 'withdraw', {
        leg: 1,
        body: { reason: 'replaced', explanation: '级别提高。', replacedBy: number },
        occasion: at(9),
      })

    for (const number of ['预警-20260413-999999', await numberOf(old), await numberOf(over)])
      await expect(replacedBy(number)).rejects.toMatchObject({ faults: [{ path: ['replacedBy'] }] })
    await expect(replacedBy(await numberOf(replacing))).resolves.toMatchObject({
      legs: [{ state: 'withdrawn' }, { state: 'withdrawn' }, { state: 'withdrawn' }],
    })
  })

  test('that another one replaces says which', () => {
    const said = (body: unknown) => () => parseInput(warningNoticeForms.withdraw, body)
    expect(said({ reason: 'replaced', explanation: '级别提高' })).toThrow()
    expect(said({ reason: 'over', explanation: '已消除', replacedBy: '预警-1' })).toThrow()
    expect(said({ reason: 'replaced', explanation: '级别提高', replacedBy: '预警-1' })).not.toThrow()
  })
})
