import { expect, test } from 'vitest'
import {
  attempt,
  clockChanges,
  clocksWithin,
  defineChart,
  doneAfter,
  openActions,
  stepAtEndOf,
} from './chart.ts'

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

const nothing = { start: [], again: [], met: [], void: [], pause: [], resume: [] }

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

test('a clock that starts with an action runs from there, again for each, and falls away at the end', () => {
  const seizing = defineChart({
    name: 'seizing',
    initial: 'open',
    states: {
      open: {
        seize: { to: 'open', by: 'asker' },
        lift: { to: 'open', by: 'asker' },
        decide: { to: 'decided', by: 'asker' },
      },
      decided: { lift: { to: 'decided', by: 'asker' }, close: { to: 'closed', by: 'asker' } },
      closed: {},
    },
    clocks: {
      seizure: {
        rule: 'SAMPLE',
        owes: 'asker',
        runsIn: ['open', 'decided'],
        startsWith: ['seize'],
        each: 'number',
        metBy: ['lift'],
      },
    },
  })
  const changes = (from: string | null, action: string, to: string) => clockChanges(seizing, from, action, to)

  expect(changes(null, 'begin', 'open')).toEqual(nothing)
  expect(changes('open', 'seize', 'open')).toEqual({ ...nothing, start: ['seizure'] })
  expect(changes('open', 'decide', 'decided')).toEqual(nothing)
  expect(changes('decided', 'lift', 'decided')).toEqual({ ...nothing, met: ['seizure'] })
  expect(changes('decided', 'close', 'closed')).toEqual({ ...nothing, void: ['seizure'] })
})

test('a matter that ends leaves no clock running and meets none', () => {
  const released = clockChanges(chart, 'asked', 'release', 'released')
  expect(released).toEqual({ ...nothing, void: ['answering', 'giving', 'sending'] })

  const closed = clockChanges(chart, 'answered', 'close', 'closed')
  expect(closed.met).toEqual([])
  expect(closed.void).toContain('sending')
})

test('what is asked for again counts as not taken, and its deadline begins anew', () => {
  const notice = defineChart({
    name: 'notice',
    initial: 'issued',
    states: {
      issued: {
        read: { to: 'issued', by: 'answerer', once: true },
        update: { to: 'issued', by: 'asker', everywhere: true, again: ['read'] },
        end: { to: 'ended', by: 'asker' },
      },
      ended: {},
    },
    clocks: {
      reading: { rule: 'SAMPLE', owes: 'answerer', runsIn: ['issued'], metBy: ['read'] },
      ending: { rule: 'SAMPLE', owes: 'asker', runsIn: ['issued'], metBy: ['end'] },
    },
  })

  expect(doneAfter(notice.states.issued.update, { read: 'a', note: 'b' }, 'update', 'c')).toEqual({
    note: 'b',
    update: 'c',
  })
  expect(clockChanges(notice, 'issued', 'update', 'issued')).toEqual({ ...nothing, again: ['reading'] })
  expect(clockChanges(notice, 'issued', 'end', 'ended')).toEqual({
    ...nothing,
    met: ['ending'],
    void: ['reading'],
  })
})

test('what ends by itself is ended by its clock, and nobody is offered to end it', () => {
  const search = defineChart({
    name: 'search',
    initial: 'open',
    states: {
      open: {
        lift: { to: 'lifted', by: 'asker' },
        expire: { to: 'expired', by: 'asker', atEndOf: 'term' },
      },
      lifted: {},
      expired: {},
    },
    clocks: { term: { rule: 'SAMPLE', owes: 'asker', runsIn: ['open'], metBy: ['lift'] } },
  })
  const position = { state: 'open', done: {} }
  const officer = { sides: ['asker'], powers: new Set(['handle']), who: 'officer' } as const

  expect(attempt(search, position, 'expire', officer)).toEqual({ ok: false, why: 'by-clock' })
  expect(openActions(search, position, officer).map(({ action }) => action)).toEqual(['lift'])
  expect(attempt(search, position, 'expire', { ...officer, ranOut: new Set(['term']) })).toMatchObject({
    ok: true,
  })
  expect(stepAtEndOf(search, 'open', 'term')?.action).toBe('expire')
  expect(clocksWithin(search, new Set(['handle']))).toEqual(['term'])
  expect(clocksWithin(search, new Set(['approve']))).toEqual([])
  expect(stepAtEndOf(search, 'lifted', 'term')).toBeUndefined()
})
