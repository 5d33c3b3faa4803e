import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/database.ts'
import { simulate } from '../../../../test/lying-network.ts'
import { textFiles } from '../../../../test/source-files.ts'
import {
  attempt,
  type Chart,
  clocksWithin,
  isFinal,
  type Position,
  type Side,
} from '../../../kernel/chart.ts'
import {
  closersOf,
  conflicts,
  statesWithoutClock,
  stepsOfIdleClocks,
  trappedStates,
  unmeetableClocks,
  unreachableStates,
} from '../../../kernel/chart-checks.ts'
import { amountRules, deadlineRules } from '../../rules/rules.ts'
import { kindOf, kinds } from './kinds.ts'

const { db } = await testDatabase()
const transfer = kindOf('case-transfer').chart
const seeds = Array.from({ length: 2_000 }, (_, index) => index + 1)

test('a transfer’s deadline for reviewing is a reviewer’s to meet, that for designating a superior’s', () => {
  expect(clocksWithin(transfer, new Set(['approve']))).toEqual(['approval'])
  expect(clocksWithin(transfer, new Set(['designate']))).toEqual(['designation'])
  expect(clocksWithin(transfer, new Set(['handle']))).toEqual(
    Object.keys(transfer.clocks).filter((name) => name !== 'approval' && name !== 'designation'),
  )
})

describe.each(kinds)('the chart of $name', ({ name, chart }) => {
  test('reaches every state, and from every state an end', () => {
    expect(unreachableStates(chart)).toEqual([])
    expect(trappedStates(chart)).toEqual([])
  })

  test('ends the same in whichever order two sides act', () => {
    expect(conflicts(chart)).toEqual([])
  })

  test('lets one side only close each state', () => {
    const contested = Object.keys(chart.states).filter((state) => closersOf(chart, state).length > 1)
    expect(contested).toEqual([])
  })

  test('waits nowhere without a clock, and each clock has its rule', () => {
    expect(statesWithoutClock(chart)).toEqual([])
    expect(stepsOfIdleClocks(chart)).toEqual([])
    const known = new Set(deadlineRules.map(({ id }) => id))
    expect(Object.values(chart.clocks).filter(({ rule }) => !known.has(rule))).toEqual([])
  })

  test('puts each deadline on a side that can do something about it', () => {
    for (const [clock, { owes, runsIn }] of Object.entries(chart.clocks))
      for (const state of runsIn) {
        const sides = Object.values(chart.states[state] ?? {}).map(({ by }) => by)
        expect(sides, `${clock} in ${state}`).toContain(owes)
      }
  })

  test('meets each deadline only by what its side does in time, never by a matter that is taken back', () => {
    expect(Object.values(chart.clocks).filter(({ metBy }) => metBy.length === 0)).toEqual([])
    expect(unmeetableClocks(chart)).toEqual([])
    const met = Object.values(chart.clocks).flatMap(({ metBy }): readonly string[] => metBy)
    expect(['withdraw', 'release', 'giveUp', 'discard'].filter((action) => met.includes(action))).toEqual([])
  })

  test('takes an action for all addressees at once in every state or in none, since its draft is found by that', () => {
    const ways = Map.groupBy(
      Object.values(chart.states).flatMap((steps) => Object.entries(steps)),
      ([action]) => action,
    )
    for (const [action, steps] of ways)
      expect(new Set(steps.map(([, { together = false }]) => together)).size, action).toBe(1)
  })

  test('P1 whatever the wire does, all nodes end in one state with one lead', () => {
    const ends = new Set<string>()
    for (const seed of seeds) {
      const { copies, taken, ledTwice } = simulate(chart, seed)
      const path = `${name} seed ${seed}: ${taken.join(', ')}`
      expect(ledTwice, path).toBe(false)
      expect(new Set(copies.map(({ state, lead }) => `${state} led by ${lead}`)).size, path).toBe(1)
      ends.add(copies[0]?.state ?? '')
    }
    // The seeds are worth something only if they come to every end of what was delivered.
    const reached = Object.values(chart.states).flatMap((steps) =>
      Object.values(steps).flatMap(({ to, undelivered }) => (undelivered ? [] : [to])),
    )
    expect([...ends]).toEqual(expect.arrayContaining(reached.filter((state) => isFinal(chart, state))))
  })

  test('P1 every state has one lead, however it was reached', () => {
    for (const [state, leads] of leadsByState(chart)) expect([...leads], state).toHaveLength(1)
  })

  test('P5 after losing the lead, the sender can neither send nor address nor hand over', () => {
    for (const [state, leads] of leadsByState(chart)) {
      if (leads.has('asker')) continue
      const steps = Object.values(chart.states[state] ?? {}).filter(({ by }) => by === 'asker')
      expect(
        steps.filter(({ sends, addresses, lead }) => sends || addresses || lead),
        state,
      ).toEqual([])
    }
  })
})

test('every rule that a kind asks for by name stands in the registry', () => {
  // How a fine is worked out is no deadline and no amount; it has a table of its own.
  const asked = textFiles()
    .filter(({ path }) => path.startsWith('src/features/matters/kinds/') && !path.endsWith('.test.ts'))
    .flatMap(({ text }) => [...text.matchAll(/ruleId: '([^']+)'/g)].map(([, id = '']) => id))
  const known = new Set([...deadlineRules, ...amountRules].map(({ id }) => id))

  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter((id) => !known.has(id) && !id.endsWith('_FINE'))).toEqual([])
})

test('the database accepts exactly the states of the charts', async () => {
  const { rows } = await sql<{ kind: string; state: string }>`select kind, state from chart_state`.execute(db)
  const known = rows.map(({ kind, state }) => `${kind} ${state}`)
  const drawn = kinds.flatMap(({ name, chart }) =>
    Object.keys(chart.states).map((state) => `${name} ${state}`),
  )
  expect(known.sort()).toEqual(drawn.sort())
})

test('the simulation finds two leads where a sender may simply take back what it sent', () => {
  const naive: Chart = {
    name: 'naive',
    initial: 'sent',
    states: {
      sent: {
        accept: { to: 'accepted', by: 'answerer', lead: 'answerer' },
        recall: { to: 'recalled', by: 'asker' },
      },
      accepted: {},
      recalled: {},
    },
    clocks: {},
  }
  expect(conflicts(naive)).toMatchObject([{ state: 'sent', first: 'accept', second: 'recall' }])
  expect(seeds.some((seed) => simulate(naive, seed).ledTwice)).toBe(true)
})

test('the simulation finds nodes that disagree where the receiver may no longer refuse once asked back', () => {
  const forgetful: Chart = {
    name: 'forgetful',
    initial: 'sent',
    states: {
      sent: {
        accept: { to: 'accepted', by: 'answerer', lead: 'answerer' },
        refuse: { to: 'refused', by: 'answerer' },
        askBack: { to: 'askedBack', by: 'asker' },
      },
      askedBack: {
        accept: { to: 'accepted', by: 'answerer', lead: 'answerer' },
        release: { to: 'recalled', by: 'answerer' },
      },
      accepted: {},
      refused: {},
      recalled: {},
    },
    clocks: {},
  }
  const disagreeing = seeds.filter(
    (seed) => new Set(simulate(forgetful, seed).copies.map(({ state }) => state)).size > 1,
  )
  expect(disagreeing.length).toBeGreaterThan(0)
})

test('P1 the lead of a case changes when it is accepted or designated, and never otherwise', () => {
  const changes = Object.entries(transfer.states).flatMap(([state, steps]) =>
    Object.entries(steps).flatMap(([action, { lead, by }]) =>
      lead ? [`${state} ${action} by ${by}: ${lead}`] : [],
    ),
  )
  expect(changes).toMatchInlineSnapshot(`
    [
      "received accept by answerer: answerer",
      "supplementing accept by answerer: answerer",
      "consulting accept by answerer: answerer",
      "consultationTakenUp accept by answerer: answerer",
      "referred designateAnswerer by superior: answerer",
    ]
  `)
})

test('P4 a case may be refused any number of times and accepted at last', () => {
  const refused = ['submit', 'approve', 'send', 'acknowledge', 'object', 'concede']
  const recalled = ['submit', 'approve', 'send', 'acknowledge', 'askBack', 'release']
  const accepted = [
    'submit',
    'sendBack',
    'submit',
    'approve',
    'withdraw',
    'submit',
    'approve',
    'send',
    'acknowledge',
    'accept',
  ]

  for (let times = 0; times < 5; times++) {
    const transfers = [...Array(times).fill(refused), ...Array(times).fill(recalled), accepted]
    const ends = transfers.map((actions) => walk(transfer, actions))
    const leads = ends.map(({ lead }) => lead)
    expect(leads).toEqual([...Array(times * 2).fill('asker'), 'answerer'])
    expect(ends.slice(0, -1).every(({ position }) => isFinal(transfer, position.state))).toBe(true)
  }
})

test('P4 asking back while a decision is pending ends in what the receiver decides', () => {
  const pending = ['submit', 'approve', 'send', 'acknowledge', 'askBack']
  expect(walk(transfer, [...pending, 'accept'])).toMatchObject({
    position: { state: 'accepted' },
    lead: 'answerer',
  })
  expect(walk(transfer, [...pending, 'object'])).toMatchObject({
    position: { state: 'objected' },
    lead: 'asker',
  })
  expect(walk(transfer, [...pending, 'release'])).toMatchObject({
    position: { state: 'recalled' },
    lead: 'asker',
  })
})

test.each(kinds)('who may do what: $name', ({ name, chart }) => {
  const table = Object.entries(chart.states).flatMap(([state, steps]) =>
    Object.entries(steps).map(([action, { to, by, power, once, after, otherThan, lead }]) =>
      [
        `${state}: ${by} ${action}${to === state ? '' : ` → ${to}`}`,
        power && `power ${power}`,
        once && 'once',
        after && `after ${after}`,
        otherThan && `not who did ${otherThan}`,
        lead && `${lead} leads`,
      ]
        .filter(Boolean)
        .join(', '),
    ),
  )
  if (name === 'case-transfer')
    expect(table).toMatchInlineSnapshot(`
      [
        "drafted: asker submit → inReview",
        "drafted: asker discard → discarded",
        "inReview: asker approve → approved, power approve, not who did submit",
        "inReview: asker sendBack → drafted, power approve",
        "inReview: asker withdraw → drafted",
        "approved: asker send → sent",
        "approved: asker withdraw → drafted",
        "sent: answerer acknowledge → received",
        "sent: asker giveUp → recalled",
        "sent: asker askBack, once",
        "sent: answerer release → recalled, after askBack",
        "received: answerer accept → accepted, answerer leads",
        "received: answerer requestSupplement → supplementing, once",
        "received: answerer object → objected",
        "received: asker askBack, once",
        "received: answerer release → recalled, after askBack",
        "supplementing: asker supply → received",
        "supplementing: answerer accept → accepted, answerer leads",
        "supplementing: answerer object → objected",
        "supplementing: asker askBack, once",
        "supplementing: answerer release → recalled, after askBack",
        "objected: asker concede → returned",
        "objected: asker insist → consulting",
        "objected: superior takeUp → objectionTakenUp, power designate",
        "consulting: answerer accept → accepted, answerer leads",
        "consulting: answerer maintain → referred",
        "consulting: superior takeUp → consultationTakenUp, power designate",
        "objectionTakenUp: asker concede → returned",
        "objectionTakenUp: asker insist → consultationTakenUp",
        "objectionTakenUp: asker referOnTakingUp → referred",
        "consultationTakenUp: answerer accept → accepted, answerer leads",
        "consultationTakenUp: answerer maintain → referred",
        "consultationTakenUp: answerer referOnTakingUp → referred",
        "referred: superior designateAnswerer → accepted, power designate, answerer leads",
        "referred: superior designateAsker → returned, power designate",
        "accepted: answerer file → filed",
        "accepted: answerer declineToFile → reported",
        "accepted: asker handOver, once",
        "accepted: answerer confirmHandOver, once, after handOver",
        "accepted: asker tellParty, once",
        "filed: answerer decide → decided",
        "filed: asker handOver, once",
        "filed: answerer confirmHandOver, once, after handOver",
        "filed: asker tellParty, once",
        "decided: answerer reportResult → reported",
        "decided: asker handOver, once",
        "decided: answerer confirmHandOver, once, after handOver",
        "decided: asker tellParty, once",
        "reported: asker confirmResult → closed, after tellParty",
        "reported: asker handOver, once",
        "reported: answerer confirmHandOver, once, after handOver",
        "reported: asker tellParty, once",
      ]
    `)
  if (name === 'clue')
    expect(table).toMatchInlineSnapshot(`
      [
        "drafted: asker push → pushed",
        "drafted: asker discard → discarded",
        "pushed: answerer acknowledge → received",
        "pushed: asker giveUp → recalled",
        "pushed: asker askBack, once",
        "pushed: answerer release → recalled, after askBack",
        "received: answerer take → verifying",
        "received: answerer return → returned",
        "received: asker askBack, once",
        "received: answerer release → recalled, after askBack",
        "verifying: answerer conclude → concluded",
        "verifying: answerer extend, once",
        "verifying: asker askBack, once",
        "verifying: answerer release → recalled, after askBack",
        "concluded: answerer feedback → fedBack",
        "fedBack: asker rate → closed",
      ]
    `)
})

/** Takes the actions one after another, each by whichever side may. Four eyes: every action by somebody else. */
function walk(
  chart: Chart,
  actions: readonly string[],
): { readonly position: Position; readonly lead: Side } {
  let position: Position = { state: chart.initial, done: {} }
  let lead: Side = 'asker'
  for (const [index, action] of actions.entries()) {
    const mover = {
      sides: ['asker', 'answerer', 'superior'] as const,
      powers: new Set(['handle', 'approve', 'designate', 'lead']),
      who: `person-${index}`,
    }
    const outcome = attempt(chart, position, action, mover)
    if (!outcome.ok) throw new Error(`${action} in ${position.state}: ${outcome.why}`)
    position = { state: outcome.step.to, done: { ...position.done, [action]: mover.who } }
    lead = outcome.step.lead ?? lead
  }
  return { position, lead }
}

/** Every state with the leads it can have, over all paths. */
function leadsByState(chart: Chart): Map<string, Set<Side>> {
  const leads = new Map<string, Set<Side>>([[chart.initial, new Set(['asker'])]])
  for (let grew = true; grew; ) {
    grew = false
    for (const [state, known] of [...leads])
      for (const { to, lead } of Object.values(chart.states[state] ?? {}))
        for (const before of known) {
          const after = lead ?? before
          const there = leads.get(to) ?? new Set()
          if (there.has(after)) continue
          leads.set(to, there.add(after))
          grew = true
        }
  }
  return leads
}
