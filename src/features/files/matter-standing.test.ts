import { expect, test } from 'vitest'
import type { AgencyActor } from '../../platform/actor.ts'
import type { MatterDoor } from './matter-door.ts'
import { belongingOf, type MatterStanding } from './matter-standing.ts'

const door = { filesChangeIn: () => true } as unknown as MatterDoor
const officerOf = (agencyId: string) => ({ agencyId, powers: new Set(['handle']) }) as unknown as AgencyActor

/** A matter that was sent to two agencies. */
const matter: MatterStanding = {
  kind: 'clue',
  settled: false,
  takes_part: true,
  files: 0,
  legs: ['first', 'second'].map((answerer, index) => ({
    no: index + 1,
    asker: 'asker',
    state: 'pushed',
    delivered: true,
    settled: false,
    sides: ['asker', answerer],
  })),
}

test('a file of the asker is for everybody, one of an answerer for its own conversation', () => {
  expect(belongingOf(matter, officerOf('asker'), {}, door)).toEqual({ leg: null, visibleTo: undefined })
  expect(belongingOf(matter, officerOf('second'), {}, door)).toEqual({ leg: 2, visibleTo: undefined })
})

test('who takes part but sits on no side, such as the joint office, adds no file', () => {
  expect(() => belongingOf(matter, officerOf('office'), {}, door)).toThrow(
    expect.objectContaining({ code: 'not-your-turn' }),
  )
})
