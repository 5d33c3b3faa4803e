import { describe, expect, test } from 'vitest'
import { verifyDatabase } from '../../src/features/proof/proof.ts'
import { aCase, aClue, type Case } from '../a-case.ts'
import { type Answer, aServer } from '../http.ts'

const server = await aServer()

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).toSorted()
const times = <T>(count: number, work: (turn: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, turn) => work(turn)))

describe('two at once', () => {
  test('two officers accept at the same moment: one does, the other is told and loses nothing', async () => {
    const { id, receiver, bodies } = await aCase(server)
    const leader = await server.signedIn('siping.leader')
    await receiver.act(id, 'acknowledge')
    const { version } = await receiver.matter(id)

    const answers = await Promise.all(
      [receiver, leader].map((client) =>
        client.move(id, 'accept', bodies.accept, { expectedVersion: version }),
      ),
    )

    expect(statuses(answers)).toEqual([200, 409])
    const told = answers.find(({ status }) => status === 409)
    expect(told?.body).toMatchObject({ code: 'already-changed', facts: { current: version + 1 } })
    expect(told?.body.words.zh).toContain('已填写的内容仍保留')
    expect((await receiver.events(id)).filter(({ type }) => type === 'accept')).toHaveLength(1)
  })

  test('who signs for what was just signed for typed nothing, and reads nothing about it', async () => {
    const { id, receiver } = await aCase(server)
    const { version } = await receiver.matter(id)
    await receiver.act(id, 'acknowledge')

    const late = await receiver.move(id, 'acknowledge', {}, { expectedVersion: version })

    expect(late.body).toMatchObject({ code: 'already-changed' })
    expect(late.body.words.zh).not.toContain('填写')
  })

  test('the same key at the same moment has one effect and one answer', async () => {
    const { id, receiver } = await aCase(server)
    const { version } = await receiver.matter(id)

    const answers = await times(12, () =>
      receiver.move(id, 'acknowledge', {}, { expectedVersion: version, key: 'key-at-once' }),
    )

    expect(new Set(statuses(answers))).toEqual(new Set([200]))
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body)
    expect((await receiver.matter(id)).version).toBe(version + 1)
  })

  test('the same key opens one matter, however often it is asked at once', async () => {
    const officer = await server.signedIn('tieling.officer')
    const before = (await officer.get('/matters/count')).body.count

    const answers = await times(12, () =>
      officer.post('/matters', { kind: 'clue' }, { key: 'key-open-once' }),
    )

    expect(new Set(statuses(answers))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => body.matter.id)).size).toBe(1)
    expect((await officer.get('/matters/count')).body.count).toBe(before + 1)
  })

  test('the same key on two matters at once: one is done, the other is a conflict', async () => {
    const officer = await server.signedIn('tieling.officer')
    const [one, other] = [
      await aClue(server, server.agencyOf('siping.officer')),
      await aClue(server, server.agencyOf('siping.officer')),
    ]
    const move = { action: 'say', body: { text: '同一个键' } }

    const answers = await Promise.all(
      [one, other].map((id) => officer.post(`/matters/${id}/moves`, move, { key: 'key-two-matters' })),
    )
    const again = await Promise.all(
      [one, other].map((id) => officer.post(`/matters/${id}/moves`, move, { key: 'key-two-matters' })),
    )

    expect(statuses(answers)).toEqual([200, 409])
    expect(again.map(({ body }) => body.code).toSorted()).toEqual(['conflict', undefined])
  })

  test('many open at once, and no number is given twice', async () => {
    const officer = await server.signedIn('tieling.officer')

    const opened = await times(40, () => officer.post('/matters', { kind: 'clue' }))

    expect(new Set(statuses(opened))).toEqual(new Set([201]))
    expect(new Set(opened.map(({ body }) => body.matter.number)).size).toBe(40)
  })

  test('two write one draft: nobody overwrites, the second gets both versions', async () => {
    const [officer, leader] = [
      await server.signedIn('tieling.officer'),
      await server.signedIn('tieling.leader'),
    ]
    const { body } = await officer.post('/matters', { kind: 'case-transfer' })
    const path = `/matters/${body.matter.id}/drafts/submit`

    const first = await Promise.all([
      officer.put(path, { body: { case: { facts: '甲' } }, version: 0 }),
      leader.put(path, { body: { case: { facts: '乙' } }, version: 0 }),
    ])
    const winner = first.find(({ status }) => status === 200)
    const loser = first.find(({ status }) => status === 409)
    expect(loser?.body).toMatchObject({ code: 'already-changed', facts: { current: { version: 1 } } })
    expect(loser?.body.facts.current.body).toEqual(winner?.body.body)

    // With both in front of him the second one decides, on the version that was shown.
    const merged = await leader.put(path, { body: { case: { facts: '甲和乙' } }, version: 1 })
    expect(merged.body).toMatchObject({ version: 2, savedBy: { name: '韩立国' } })
    expect((await officer.get(path)).body.body).toEqual({ case: { facts: '甲和乙' } })
  })

  test('an answer is drafted by each person alone', async () => {
    const { id, receiver } = await aCase(server)
    const leader = await server.signedIn('siping.leader')
    const path = `/matters/${id}/drafts/object?leg=1`

    await Promise.all([
      receiver.put(path, { body: { grounds: '甲' }, version: 0 }),
      leader.put(path, { body: { grounds: '乙' }, version: 0 }),
    ])

    expect((await receiver.get(path)).body.body).toEqual({ grounds: '甲' })
    expect((await leader.get(path)).body.body).toEqual({ grounds: '乙' })
    const officer = await server.signedIn('tieling.officer')
    expect((await officer.get(path)).body.body).toEqual({})
  })

  test('two link their matters to each other at the same moment', async () => {
    const [one, other] = [
      await aClue(server, server.agencyOf('siping.officer')),
      await aClue(server, server.agencyOf('siping.officer')),
    ]
    const officer = await server.signedIn('tieling.officer')

    const answers = await times(20, (turn) => {
      const [from, to] = turn % 2 === 0 ? [one, other] : [other, one]
      return officer.post(`/matters/${from}/moves`, { action: 'link', body: { to, relation: 'related' } })
    })

    expect(new Set(statuses(answers))).toEqual(new Set([200]))
  })
})

/** Seeded dice: a whole number below `sides`. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Who led after each event, folded from the log alone. */
async function leadsOf({ id, officer }: Case): Promise<readonly string[]> {
  let lead = ''
  return (await officer.events(id)).map(({ body }) => {
    lead = (body.lead as string | undefined) ?? lead
    return lead
  })
}

describe('P1 exactly one leads, whatever both sides do at once', () => {
  const finals = {
    accepted: 'siping.officer',
    recalled: 'tieling.officer',
    objected: 'tieling.officer',
  } as const

  test.each(Array.from({ length: 30 }, (_, seed) => seed))('dice %i', async (seed) => {
    const roll = dice(seed * 7_919 + 1)
    const transfer = await aCase(server)
    const { id, officer, receiver, bodies } = transfer
    const clients = [
      officer,
      receiver,
      await server.signedIn('siping.leader'),
      await server.signedIn('tieling.leader'),
    ]
    await receiver.act(id, 'acknowledge')
    const actions = [
      'accept',
      'object',
      'release',
      'askBack',
      'requestSupplement',
      'supply',
      'say',
      'acknowledge',
    ] as const
    const bodyOf = (action: (typeof actions)[number]) =>
      action === 'say' ? { text: '请回复。' } : bodies[action]

    for (let round = 0; round < 3; round++) {
      const { version } = await officer.matter(id)
      const answers = await times(8, async () => {
        const client = clients[roll(clients.length)] ?? officer
        const action = actions[roll(actions.length)] ?? 'say'
        return client.move(id, action, bodyOf(action), { expectedVersion: version - roll(2) })
      })
      for (const { status, body } of answers)
        expect([200, 403, 409, 422], JSON.stringify(body)).toContain(status)
    }

    const leads = await leadsOf(transfer)
    const [sender, answerer] = [server.agencyOf('tieling.officer'), server.agencyOf('siping.officer')]
    const changes = leads.filter((lead, at) => at > 0 && lead !== leads[at - 1])
    expect(leads.every((lead) => lead === sender || lead === answerer)).toBe(true)
    const events = await officer.events(id)
    const closing = events.filter(({ type }) => ['accept', 'release', 'object'].includes(type))
    expect(closing.length).toBeLessThanOrEqual(1)
    const acceptedAt = events.findIndex(({ type }) => type === 'accept')
    expect(changes).toEqual(acceptedAt < 0 ? [] : [answerer])
    expect(leads.indexOf(answerer)).toBe(acceptedAt)
    const matter = await receiver.matter(id)
    expect(matter.lead.id).toBe(leads.at(-1))
    const expected = finals[matter.legs[0]?.state as keyof typeof finals]
    expect(matter.lead.id).toBe(expected ? server.agencyOf(expected) : sender)
  })

  test('and the record of all of it is sound', async () => {
    const { faults, events } = await verifyDatabase(server.db)

    expect(faults).toEqual([])
    expect(events).toBeGreaterThan(300)
  })
})
