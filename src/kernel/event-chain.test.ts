import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChainedEvent, type EventContent, hashEvent, newSalt, verifyChain } from './event-chain.ts'
import type { HashSuite } from './hash-suite.ts'

describe('the chain of a matter’s events', () => {
  test('is without fault as it was recorded, under each hash suite', () => {
    for (const suite of ['sha256', 'sm3'] as const) {
      const events = aChain(5, suite)

      expect(verifyChain(events, headOf(events))).toEqual([])
    }
  })

  test('is without fault with salts and without, and an event gives its hash with its own salt alone', () => {
    const [first, second] = aChain(2)
    const last = { ...(second as ChainedEvent), salt: newSalt() }
    const salted = [first as ChainedEvent, rehashed(last)]
    const { salt: _, ...withoutSalt } = salted[1] as ChainedEvent

    expect(verifyChain(salted, headOf(salted))).toEqual([])
    for (const guessed of [withoutSalt, { ...withoutSalt, salt: newSalt() }])
      expect(verifyChain([first as ChainedEvent, guessed])).toEqual([{ what: 'altered', seq: 2 }])
  })

  test('names the event whose content was changed', () => {
    const events = aChain(5)

    const altered = events.with(2, { ...at(events, 3), body: { note: '改过' } })

    expect(verifyChain(altered, headOf(events))).toEqual([{ what: 'altered', seq: 3 }])
  })

  test('names the event whose content and hash were changed', () => {
    const events = aChain(5)

    const altered = events.with(2, rehashed({ ...at(events, 3), body: { note: '改过' } }))

    expect(verifyChain(altered, headOf(events))).toEqual([{ what: 'altered', seq: 3 }])
  })

  test('names the first event when it does not begin the chain', () => {
    const [first, ...others] = aChain(2)

    const altered = [rehashed({ ...(first as ChainedEvent), prevHash: 'ab'.repeat(32) }), ...others]

    expect(verifyChain(altered)).toEqual([
      { what: 'altered', seq: 1 },
      { what: 'altered', seq: 1 },
    ])
  })

  test('names the events that are missing in the middle', () => {
    const events = aChain(6)

    expect(verifyChain(events.toSpliced(1, 1), headOf(events))).toEqual([{ what: 'dropped', seq: 2 }])
    expect(verifyChain(events.toSpliced(1, 3), headOf(events))).toEqual([
      { what: 'dropped', seq: 2, upTo: 4 },
    ])
  })

  test('says that the head is wrong when the last event is missing', () => {
    const events = aChain(4)

    expect(verifyChain(events.slice(0, 3), headOf(events))).toEqual([{ what: 'wrong-head', seq: 3 }])
    expect(verifyChain([], headOf(events))).toEqual([{ what: 'wrong-head', seq: 0 }])
  })

  test('names the event that is handed over out of its order, and the one that comes twice', () => {
    const [a, b, c, d] = aChain(4) as [ChainedEvent, ChainedEvent, ChainedEvent, ChainedEvent]

    expect(verifyChain([a, c, b, d])).toEqual([{ what: 'reordered', seq: 2 }])
    expect(verifyChain([a, b, b, c, d])).toEqual([{ what: 'inserted', seq: 2 }])
  })

  test('names the two events that have changed their numbers', () => {
    const events = aChain(4)

    const swapped = [at(events, 1), { ...at(events, 3), seq: 2 }, { ...at(events, 2), seq: 3 }, at(events, 4)]

    expect(verifyChain(swapped).filter(({ what }) => what === 'reordered')).toEqual([
      { what: 'reordered', seq: 2 },
      { what: 'reordered', seq: 3 },
    ])
  })

  test('names the event that claims to be earlier than the one before it', () => {
    const events = aChain(3)

    const backDated = rehashed({ ...at(events, 3), at: '2026-01-01T00:00:00.000Z' })

    expect(verifyChain(events.with(2, backDated))).toEqual([{ what: 'back-dated', seq: 3 }])
  })

  test('shows any change of any field of any event', () => {
    const changes: readonly Partial<ChainedEvent>[] = [
      { matter: '0190a5f0-7c3e-7b1a-9c55-000000000002' },
      { node: 'jilin' },
      { prevHash: null },
      { at: '2026-03-05T02:00:00.000Z' },
      { actor: { type: 'system', job: 'clocks' } },
      { leg: 2 },
      { type: 'case-transfer.refuse' },
      { body: {} },
      { visibleTo: ['0190a5f0-7c3e-7b1a-9c55-0000000000a1'] },
      { hash: '00'.repeat(32) },
    ]
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.constantFrom(...changes), (seq, change) => {
        const events = aChain(6)

        const faults = verifyChain(events.with(seq - 1, { ...at(events, seq), ...change }), headOf(events))

        expect(faults).toContainEqual({ what: 'altered', seq })
      }),
    )
  })

  test('spells ids in lower case, as the database gives them back', () => {
    const [event] = aChain(1) as [ChainedEvent]
    const shared = { ...event, visibleTo: ['0190A5F0-7C3E-7B1A-9C55-0000000000A1'] }

    const readBack = { ...shared, visibleTo: ['0190a5f0-7c3e-7b1a-9c55-0000000000a1'] }

    expect(hashEvent({ ...shared, matter: shared.matter.toUpperCase() })).toEqual(hashEvent(readBack))
  })

  test('takes no time in another spelling, which the database would give back differently', () => {
    const [event] = aChain(1) as [ChainedEvent]

    expect(() => hashEvent({ ...event, at: '2026-03-05T09:30:00+08:00' })).toThrow(RangeError)
    expect(verifyChain([{ ...event, at: 'infinity' }])).toEqual([{ what: 'altered', seq: 1 }])
  })
})

function aChain(length: number, suite: HashSuite = 'sha256'): ChainedEvent[] {
  const events: ChainedEvent[] = []
  for (let seq = 1; seq <= length; seq++) {
    const content: EventContent = {
      matter: '0190a5f0-7c3e-7b1a-9c55-000000000001',
      node: 'liaoning',
      seq,
      prevHash: events.at(-1)?.hash ?? null,
      at: `2026-03-05T01:30:00.00${seq}Z`,
      actor: { type: 'person', account: 'a', agency: 'b' },
      leg: 1,
      type: 'case-transfer.accept',
      body: { note: `第 ${seq} 步` },
      visibleTo: null,
    }
    events.push(rehashed(content, suite))
  }
  return events
}

const rehashed = (content: EventContent, suite: HashSuite = 'sha256'): ChainedEvent => ({
  ...content,
  hash: hashEvent(content, suite),
})

const headOf = (events: readonly ChainedEvent[]) => ({
  version: events.length,
  hash: events.at(-1)?.hash ?? null,
})

/** The event with the number, which the chain surely has. */
const at = (events: readonly ChainedEvent[], seq: number) => events[seq - 1] as ChainedEvent
