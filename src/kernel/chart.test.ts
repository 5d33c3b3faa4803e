import { expect, test } from 'vitest'
import { clockChanges, defineChart } from './chart.ts'

const chart = defineChart({
  name: 'sample',
  initial: 'drafted',
  states: {
    drafted: { ask: { to: 'asked', by: 'asker' } },
    asked: {
      answer: { to: 'answered', by: 'answerer' },
      needMore: { to: 'resting', by: 'answerer' },
      release: { to: 'released', by: 'answerer' },
    },
    resting: {
      give: { to: 'asked', by: 'asker' },
      answer: { to: 'answered', by: 'answerer' },
    },
    answered: {
      send: { to: 'answered', by: 'asker' },
      close: { to: 'closed', by: 'asker' },
    },
    released: {},
    closed: {},
  },
  clocks: {
    answering: {
      rule: 'SAMPLE',
      owes: 'answerer',
      runsIn: ['asked'],
      pausedIn: ['resting'],
      metBy: ['answer'],
    },
    giving: { rule: 'SAMPLE', owes: 'asker', runsIn: ['resting'], metBy: ['give'] },
    sending: { rule: 'SAMPLE', owes: 'asker', runsIn: ['answered'], metBy: ['send'] },
  },
})

const nothing = { start: [], met: [], void: [], pause: [], resume: [] }

test.each([
  ['starts where it runs', 'drafted', 'ask', 'asked', { start: ['answering'] }],
  [
    'rests while the other side is asked',
    'asked',
    'needMore',
    'resting',
    { start: ['giving'], pause: ['answering'] },
  ],
  ['goes on afterwards', 'resting', 'give', 'asked', { met: ['giving'], resume: ['answering'] }],
  ['is met by the answer', 'asked', 'answer', 'answered', { met: ['answering'], start: ['sending'] }],
  [
    'falls away when the other side does not wait for it',
    'resting',
    'answer',
    'answered',
    { met: ['answering'], void: ['giving'], start: ['sending'] },
  ],
  ['is met within its state', 'answered', 'send', 'answered', { met: ['sending'] }],
])('a clock %s', (_, from, action, to, changes) => {
  expect(clockChanges(chart, from, action, to)).toEqual({ ...nothing, ...changes })
})

test('a matter that ends leaves no clock running and meets none', () => {
  const released = clockChanges(chart, 'asked', 'release', 'released')
  expect(released).toEqual({ ...nothing, void: ['answering', 'giving', 'sending'] })

  const closed = clockChanges(chart, 'answered', 'close', 'closed')
  expect(closed.met).toEqual([])
  expect(closed.void).toContain('sending')
})
