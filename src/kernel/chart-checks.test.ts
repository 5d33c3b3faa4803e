import { expect, test } from 'vitest'
import type { Chart } from './chart.ts'
import {
  closersOf,
  conflicts,
  reachablePositions,
  statesWithoutClock,
  stepsOfIdleClocks,
  trappedStates,
  unmeetableClocks,
  unreachableStates,
} from './chart-checks.ts'

const chartOf = (states: Chart['states'], clocks: Chart['clocks'] = {}): Chart => ({
  name: 'sample',
  initial: 'open',
  states,
  clocks,
})

test('a state that no action leads to is named', () => {
  expect(
    unreachableStates(chartOf({ open: { end: { to: 'ended', by: 'asker' } }, ended: {}, lost: {} })),
  ).toEqual(['lost'])
})

test('a state without a way to an end is named', () => {
  const chart = chartOf({
    open: { end: { to: 'ended', by: 'asker' }, stray: { to: 'circling', by: 'asker' } },
    circling: { on: { to: 'circling', by: 'asker' } },
    ended: {},
  })
  expect(trappedStates(chart)).toEqual(['circling'])
})

test('two sides that could each close a state contradict each other', () => {
  const chart = chartOf({
    open: { accept: { to: 'accepted', by: 'answerer' }, recall: { to: 'recalled', by: 'asker' } },
    accepted: {},
    recalled: {},
  })
  expect(closersOf(chart, 'open').sort()).toEqual(['answerer', 'asker'])
  expect(conflicts(chart)).toEqual([
    { state: 'open', first: 'accept', second: 'recall', ends: ['accepted', 'recalled'] },
  ])
})

test('asking back is no contradiction where the receiver can still do everything it could before', () => {
  const answers = {
    accept: { to: 'accepted', by: 'answerer' },
    refuse: { to: 'refused', by: 'answerer' },
  } as const
  const whole = chartOf({
    open: { ...answers, askBack: { to: 'asked', by: 'asker' } },
    asked: { ...answers, release: { to: 'released', by: 'answerer' } },
    accepted: {},
    refused: {},
    released: {},
  })
  const { refuse: _, ...withoutRefuse } = answers
  const forgetful = chartOf({
    ...whole.states,
    asked: { ...withoutRefuse, release: { to: 'released', by: 'answerer' } },
  })

  expect(conflicts(whole)).toEqual([])
  expect(conflicts(forgetful)).toEqual([
    { state: 'open', first: 'askBack', second: 'refuse', ends: ['asked', 'refused'] },
  ])
})

test('a waiting state without a clock is named; a resting clock is a clock', () => {
  const states = {
    open: { ask: { to: 'waiting', by: 'asker' } },
    waiting: { pause: { to: 'resting', by: 'answerer' } },
    resting: { end: { to: 'ended', by: 'asker' } },
    ended: {},
  } as const
  const clock = { rule: 'SAMPLE', owes: 'answerer', runsIn: ['waiting'], metBy: ['pause'] } as const

  expect(statesWithoutClock(chartOf(states))).toEqual(['waiting', 'resting'])
  expect(statesWithoutClock(chartOf(states, { answer: clock }))).toEqual(['resting'])
  expect(statesWithoutClock(chartOf(states, { answer: { ...clock, pausedIn: ['resting'] } }))).toEqual([])
})

test('what can be done once makes two positions of one state', () => {
  const chart = chartOf({
    open: { mark: { to: 'open', by: 'asker', once: true }, end: { to: 'ended', by: 'asker', after: 'mark' } },
    ended: {},
  })
  expect(reachablePositions(chart).map(({ state, done }) => [state, Object.keys(done)])).toEqual([
    ['open', []],
    ['open', ['mark']],
    ['ended', ['mark']],
  ])
})

test('a clock is met only by what who owes can do while it runs or rests', () => {
  const chart = chartOf(
    {
      open: { ask: { to: 'waiting', by: 'asker' } },
      waiting: { answer: { to: 'ended', by: 'answerer' }, forget: { to: 'ended', by: 'asker' } },
      ended: {},
    },
    { answer: { rule: 'SAMPLE', owes: 'answerer', runsIn: ['waiting'], metBy: ['answer', 'forget', 'ask'] } },
  )

  expect(unmeetableClocks(chart)).toEqual(['answer by forget', 'answer by ask'])
})

test('a duty that is entrusted may be carried out by the other side, any other only by who owes it', () => {
  const states = { open: { serve: { to: 'ended', by: 'answerer' } }, ended: {} } as const
  const serving = { rule: 'SAMPLE', owes: 'asker', runsIn: ['open'], metBy: ['serve'] } as const

  expect(unmeetableClocks(chartOf(states, { serving }))).toEqual(['serving by serve'])
  expect(unmeetableClocks(chartOf(states, { serving: { ...serving, entrusted: true } }))).toEqual([])
})

test('a step at the end of a clock that does not run there is named', () => {
  const states = { open: { expire: { to: 'ended', by: 'asker', atEndOf: 'term' } }, ended: {} } as const
  const term = { rule: 'SAMPLE', owes: 'asker', metBy: ['expire'] } as const

  expect(stepsOfIdleClocks(chartOf(states, { term: { ...term, runsIn: ['open'] } }))).toEqual([])
  expect(stepsOfIdleClocks(chartOf(states, { term: { ...term, runsIn: [] } }))).toEqual(['expire in open'])
})
