import { describe, expect, test } from 'vitest'
import { answerer, asker, chainOf, relinked } from '../../../test/recorded-log.ts'
import type { ChainedEvent } from '../../kernel/event-chain.ts'
import { auditMatter } from './audit-matter.ts'

const matter = '0190a5f0-7c3e-7b1a-9c55-000000000001'

describe('following the moves of a matter', () => {
  test('strikes off the legs that a move of the whole matter no longer names', () => {
    const events = told([
      { leg: null, moves: [move(1, null, 'drafted')] },
      { leg: null, moves: [move(1, 'drafted', 'inReview'), move(2, 'drafted', 'inReview')] },
      { leg: null, moves: [move(1, 'inReview', 'drafted'), move(2, 'inReview', 'drafted')] },
      { leg: null, moves: [move(1, 'drafted', 'inReview')] },
    ])

    expect(faultsOf(events, [{ no: 1, state: 'inReview' }])).toEqual([])
    expect(
      faultsOf(events, [
        { no: 1, state: 'inReview' },
        { no: 2, state: 'drafted' },
      ]),
    ).toEqual([{ what: 'wrong-state', leg: 2 }])
  })

  test('lets each leg go its own way once they are apart', () => {
    const events = told([
      { leg: null, moves: [move(1, null, 'sent'), move(2, null, 'sent')] },
      { leg: 2, moves: [move(2, 'sent', 'received')] },
    ])

    const legs = [
      { no: 1, state: 'sent' },
      { no: 2, state: 'received' },
    ]

    expect(faultsOf(events, legs)).toEqual([])
  })

  test('keeps the legs that something said to everybody does not move', () => {
    const events = told([
      { leg: null, moves: [move(1, null, 'minuted'), move(2, null, 'minuted')] },
      { leg: null, moves: [move(2, 'minuted', 'confirmed')], isSent: true },
    ])

    const legs = [
      { no: 1, state: 'minuted' },
      { no: 2, state: 'confirmed' },
    ]

    expect(faultsOf(events, legs)).toEqual([])
  })

  test('names a move that does not begin where the one before it ended', () => {
    const events = told([
      { leg: null, moves: [move(1, null, 'drafted')] },
      { leg: 1, moves: [move(1, 'received', 'accepted')] },
    ])

    expect(faultsOf(events, [{ no: 1, state: 'accepted' }])).toEqual([
      { what: 'wrong-state', seq: 2, leg: 1 },
    ])
  })

  test('does not stumble over a body of another shape', () => {
    const events = chainOf(matter, 7).with(6, {
      ...(chainOf(matter, 7)[6] as ChainedEvent),
      body: { moves: 'none' },
    })

    expect(faultsOf(relinked(events), [{ no: 1, state: 'accepted' }], answerer)).toEqual([])
  })
})

const move = (leg: number, from: string | null, to: string) => ({ leg, from, to })

type ToldStep = { readonly leg: number | null; readonly moves: readonly object[]; readonly isSent?: true }

/** Events of a matter that is being prepared, unless it is sent: then everybody in it reads them. */
function told(steps: readonly ToldStep[]): ChainedEvent[] {
  const [first] = chainOf(matter, 1) as [ChainedEvent]
  return relinked(
    steps.map(({ leg, moves, isSent }) => ({
      ...first,
      leg,
      body: { moves, lead: asker },
      visibleTo: isSent ? null : first.visibleTo,
    })),
  )
}

/** What the audit finds when every event waits for its seal, without words and matter. */
function faultsOf(
  events: readonly ChainedEvent[],
  legs: readonly { no: number; state: string }[],
  lead = asker,
) {
  const found: object[] = []
  const audit = auditMatter(
    { matter },
    { isLogWhole: true, report: ({ words: _, matter: __, ...fault }) => void found.push(fault) },
  )
  for (const event of events) {
    const agencyId = (event.actor as { agency: string }).agency
    audit.take({
      seq: event.seq,
      event: { ...event, agencyId },
      cover: { hash: event.hash, sealedAt: null, leafAltered: false },
    })
  }
  audit.end({ row: { version: events.length, head: events.at(-1)?.hash ?? '', lead }, legs })
  return found
}
