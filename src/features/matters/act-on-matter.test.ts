import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { aRegion, type Region } from '../../../test/fixtures.ts'
import type { PersonActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import { actOnMatter } from './act-on-matter.ts'
import { listMatters, MatterQuery } from './list-matters.ts'
import type { MoveResult } from './matter-views.ts'
import { openMatter } from './open-matter.ts'
import { readEvents } from './read-events.ts'
import { readMatter } from './read-matter.ts'
import type { WantedAction } from './wanted-action.ts'

const { db } = await testDatabase()
let region: Region
let finder: PersonActor
let receiver: PersonActor
let stranger: PersonActor

beforeAll(async () => {
  region = await aRegion(db)
  finder = region.who('tieling.officer')
  receiver = region.who('siping.officer')
  stranger = region.who('gaomi.officer')
})

const act = (actor: PersonActor, input: WantedAction): Promise<MoveResult> =>
  asActor(db, actor, (tx) => actOnMatter(tx, actor, input))

const clueTo = (...agencies: PersonActor[]) => ({
  to: agencies.map(({ agencyId }) => agencyId),
  what: {
    title: '疑似非法营运车辆',
    domain: 'illegal-operation',
    facts: '每日往返两地载客收费。',
    place: '昌图县客运站',
  },
  source: { kind: 'report', sourceGrade: 'B', contentGrade: '2' },
  assessment: { pushReasons: ['belongs-to-member'], urgency: 'normal' },
  declaration: { noReporter: true, noStateSecrets: true },
})

/** A clue the finder has pushed to these agencies. */
async function aPushedClue(...agencies: PersonActor[]): Promise<MoveResult> {
  const opened = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }))
  return act(finder, {
    matterId: opened.matter.id,
    action: 'push',
    body: clueTo(...agencies),
    expectedVersion: opened.matter.version,
  })
}

const stateOf = async (matterId: string, leg = 1): Promise<string | undefined> =>
  (await asActor(db, finder, (tx) => readMatter(tx, finder, matterId))).legs[leg - 1]?.state

describe('a matter and its moves', () => {
  test('a draft is seen by its own agency only, and by the addressee from the moment it is sent', async () => {
    const opened = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }))
    const read = () => asActor(db, receiver, (tx) => readMatter(tx, receiver, opened.matter.id))
    await expect(read()).rejects.toMatchObject({ code: 'not-found' })

    await act(finder, {
      matterId: opened.matter.id,
      action: 'push',
      body: clueTo(receiver),
      expectedVersion: 1,
    })

    expect(await read()).toMatchObject({
      legs: [{ state: 'pushed', mySides: ['answerer'] }],
      clocks: [{ name: 'receipt' }],
    })
  })

  test('a whole clue: received, taken up, concluded, fed back, rated, and then settled', async () => {
    const { matter } = await aPushedClue(receiver)
    let version = matter.version
    const step = async (actor: PersonActor, action: string, body: unknown) => {
      const result = await act(actor, { matterId: matter.id, action, body, expectedVersion: version })
      version = result.matter.version
      return result
    }

    await step(receiver, 'acknowledge', {})
    await step(receiver, 'take', {})
    await step(receiver, 'conclude', { outcome: 'no-basis', findings: '经查为通勤班车。' })
    await step(receiver, 'feedback', { summary: '已核实，不属于非法营运。' })
    const rated = await step(finder, 'rate', { usefulness: 'some' })

    expect(rated.matter).toMatchObject({ settled: true, lead: finder.agencyId, legs: [{ state: 'closed' }] })
    const clocks = await sql<{
      outcome: string
    }>`select outcome from clock where matter_id = ${matter.id}`.execute(db)
    expect(clocks.rows.map(({ outcome }) => outcome)).toEqual(['met', 'met', 'met', 'met', 'met'])
  })

  test('a settled matter leaves the list of what is open, on both sides, and stands in that of what is settled', async () => {
    const { matter } = await aPushedClue(receiver)
    const shows = async (actor: PersonActor, settled: boolean) => {
      const { items } = await asActor(db, actor, (tx) =>
        listMatters(tx, actor, MatterQuery.parse({ settled: String(settled), limit: 200 })),
      )
      return items.some(({ id }) => id === matter.id)
    }
    expect([await shows(finder, false), await shows(receiver, false)]).toEqual([true, true])

    const { matter: received } = await act(receiver, {
      matterId: matter.id,
      action: 'acknowledge',
      body: {},
      expectedVersion: matter.version,
    })
    await act(receiver, {
      matterId: matter.id,
      action: 'return',
      body: { reason: 'NoJurisdiction', grounds: '不属本辖区。' },
      expectedVersion: received.version,
    })

    expect([await shows(finder, false), await shows(receiver, false)]).toEqual([false, false])
    expect([await shows(finder, true), await shows(receiver, true)]).toEqual([true, true])
  })

  test('a stranger cannot act on it, nor learn that it exists', async () => {
    const { matter } = await aPushedClue(receiver)

    await expect(
      act(stranger, {
        matterId: matter.id,
        action: 'acknowledge',
        body: {},
        expectedVersion: matter.version,
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('the wrong side is told whose turn it is', async () => {
    const { matter } = await aPushedClue(receiver)

    await expect(
      act(finder, { matterId: matter.id, action: 'acknowledge', body: {}, expectedVersion: matter.version }),
    ).rejects.toMatchObject({ code: 'not-your-turn', words: { zh: expect.stringContaining('承办方') } })
  })

  test('of two officers who acknowledge at the same moment one is told that it has been done', async () => {
    const { matter } = await aPushedClue(receiver)
    const colleague = region.who('siping.leader')
    const input = { matterId: matter.id, action: 'acknowledge', body: {}, expectedVersion: matter.version }

    const outcomes = await Promise.allSettled([act(receiver, input), act(colleague, input)])

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'already-changed' },
    })
    const events = await asActor(db, finder, (tx) => readEvents(tx, matter.id))
    expect(events.filter(({ type }) => type === 'acknowledge')).toHaveLength(1)
  })

  test('a message in between does not stand in the way of a decision', async () => {
    const { matter } = await aPushedClue(receiver)
    await act(finder, { matterId: matter.id, action: 'say', body: { text: '请优先核查。' } })

    const acknowledged = await act(receiver, {
      matterId: matter.id,
      action: 'acknowledge',
      body: {},
      expectedVersion: matter.version,
    })

    expect(acknowledged.matter.legs[0]?.state).toBe('received')
  })

  test('P13 the same key with the same content gives the first result, with other content a conflict', async () => {
    const { matter } = await aPushedClue(receiver)
    const input = {
      matterId: matter.id,
      action: 'acknowledge',
      body: {},
      expectedVersion: matter.version,
      idempotencyKey: `key-${matter.id}`,
    }
    const first = await act(receiver, input)

    expect(await act(receiver, input)).toEqual(first)
    await expect(act(receiver, { ...input, action: 'take' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await stateOf(matter.id)).toBe('received')
  })

  test('several addressees answer separately and do not read each other’s conversation', async () => {
    const third = region.who('lishu.officer')
    const { matter } = await aPushedClue(receiver, third)
    await act(receiver, {
      matterId: matter.id,
      leg: 1,
      action: 'acknowledge',
      body: {},
      expectedVersion: matter.version,
    })
    await act(receiver, { matterId: matter.id, leg: 1, action: 'say', body: { text: '车主是我辖区企业。' } })

    expect([await stateOf(matter.id, 1), await stateOf(matter.id, 2)]).toEqual(['received', 'pushed'])
    const readByThird = await asActor(db, third, (tx) => readEvents(tx, matter.id))
    expect(readByThird.map(({ type }) => type)).toEqual(['push'])
  })

  test('P18 one closed addressee is shown as failed and can be sent again alone', async () => {
    const closing = region.who('shuangliao.officer')
    await sql`update agency set active = false where id = ${closing.agencyId}`.execute(db)
    const { matter } = await aPushedClue(receiver, closing)
    expect(matter.legs.map(({ delivery }) => delivery)).toEqual(['delivered', 'failed'])

    const replacement = region.who('lishu.officer')
    await act(finder, { matterId: matter.id, leg: 2, action: 'resend', body: { to: replacement.agencyId } })

    const seen = await asActor(db, replacement, (tx) => readMatter(tx, replacement, matter.id))
    expect(seen.legs[1]).toMatchObject({ delivery: 'delivered', state: 'pushed' })
    expect(seen.clocks.map(({ leg, name }) => `${leg} ${name}`).sort()).toEqual(['1 receipt', '2 receipt'])
    await sql`update agency set active = true where id = ${closing.agencyId}`.execute(db)
  })

  test('a leg that nobody can receive is given up, and the matter settles with the others', async () => {
    const closing = region.who('shuangliao.officer')
    await sql`update agency set active = false where id = ${closing.agencyId}`.execute(db)
    const { matter } = await aPushedClue(receiver, closing)
    await act(receiver, {
      matterId: matter.id,
      leg: 1,
      action: 'acknowledge',
      body: {},
      expectedVersion: matter.version,
    })
    const returned = await act(receiver, {
      matterId: matter.id,
      leg: 1,
      action: 'return',
      body: { reason: 'NoJurisdiction', grounds: '不属本辖区。' },
      expectedVersion: matter.version + 1,
    })
    expect(returned.matter.settled).toBe(false)

    const givenUp = await act(finder, {
      matterId: matter.id,
      leg: 2,
      action: 'giveUp',
      body: { reason: '该单位已撤销，职责由四平支队承接。' },
      expectedVersion: returned.matter.version,
    })

    expect(givenUp.matter).toMatchObject({
      settled: true,
      legs: [{ state: 'returned' }, { state: 'recalled' }],
    })
    await sql`update agency set active = true where id = ${closing.agencyId}`.execute(db)
  })

  test('what was delivered cannot be given up, only asked back', async () => {
    const { matter } = await aPushedClue(receiver)

    await expect(
      act(finder, {
        matterId: matter.id,
        action: 'giveUp',
        body: { reason: '不再需要。' },
        expectedVersion: matter.version,
      }),
    ).rejects.toMatchObject({ code: 'not-now' })
  })

  test('unknown, missing and wrong fields are refused all at once, each with its place', async () => {
    const opened = await asActor(db, finder, (tx) => openMatter(tx, finder, { kind: 'clue' }))
    const { source: _, ...rest } = clueTo(receiver)

    const refused = act(finder, {
      matterId: opened.matter.id,
      action: 'push',
      body: { ...rest, colour: 'red', to: 'nobody' },
      expectedVersion: 1,
    })

    await expect(refused).rejects.toMatchObject({
      code: 'invalid-input',
      faults: expect.arrayContaining([
        expect.objectContaining({ path: ['to'] }),
        expect.objectContaining({ path: ['source'] }),
        expect.objectContaining({
          path: [],
          message: expect.objectContaining({ zh: expect.stringContaining('colour') }),
        }),
      ]),
    })
  })

  test('an action that does not exist, and one that is not open now, say so', async () => {
    const { matter } = await aPushedClue(receiver)
    const input = { matterId: matter.id, body: {}, expectedVersion: matter.version }

    await expect(act(receiver, { ...input, action: 'fly' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(act(receiver, { ...input, action: 'take' })).rejects.toMatchObject({ code: 'not-now' })
  })

  test('the running role cannot write a state by itself: the door is the only way', async () => {
    const { matter } = await aPushedClue(receiver)
    const write = asActor(db, receiver, (tx) =>
      sql`update leg set state = 'closed' where matter_id = ${matter.id}`.execute(tx),
    )

    await expect(write).rejects.toThrow(/permission denied/)
  })

  test('P7 somebody who is no longer among the named readers reads nothing any more', async () => {
    const { matter } = await aPushedClue(receiver)
    const leader = region.who('siping.leader')
    await act(leader, { matterId: matter.id, action: 'restrict', body: { readers: [receiver.accountId] } })
    expect((await asActor(db, receiver, (tx) => readMatter(tx, receiver, matter.id))).restricted).toBe(true)

    await act(leader, { matterId: matter.id, action: 'restrict', body: { readers: [] } })

    await expect(asActor(db, receiver, (tx) => readMatter(tx, receiver, matter.id))).rejects.toMatchObject({
      code: 'not-found',
    })
    const inbox = await asActor(db, receiver, (tx) =>
      sql`select from inbox where matter_id = ${matter.id}`.execute(tx),
    )
    expect(inbox.rows).toHaveLength(0)
  })

  test('urging again within a day is refused, and says when it may be done', async () => {
    const { matter } = await aPushedClue(receiver)
    await act(finder, { matterId: matter.id, action: 'urge', body: {} })

    await expect(act(finder, { matterId: matter.id, action: 'urge', body: {} })).rejects.toMatchObject({
      code: 'too-many',
    })
  })
})
