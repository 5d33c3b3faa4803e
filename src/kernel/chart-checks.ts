import { type Chart, doneAfter, isFinal, type Position, type Side, type Step } from './chart.ts'

/**
 * The rules every chart keeps (ARCHITECTURE.md, "Charts"), as functions that name the offenders.
 * One test runs them over all kinds.
 */

/** States no sequence of actions reaches. */
export function unreachableStates(chart: Chart): string[] {
  const reached = new Set([chart.initial])
  for (const state of reached)
    for (const step of Object.values(chart.states[state] ?? {})) reached.add(step.to)
  return Object.keys(chart.states).filter((state) => !reached.has(state))
}

/** States from which no final state can be reached: a matter would stay there for ever. */
export function trappedStates(chart: Chart): string[] {
  const canEnd = new Set(Object.keys(chart.states).filter((state) => isFinal(chart, state)))
  for (let grew = true; grew; ) {
    grew = false
    for (const [state, steps] of Object.entries(chart.states))
      if (!canEnd.has(state) && Object.values(steps).some((step) => canEnd.has(step.to))) {
        canEnd.add(state)
        grew = true
      }
  }
  return Object.keys(chart.states).filter((state) => !canEnd.has(state))
}

/** Two actions by different sides whose order would decide the outcome: two nodes would disagree. */
export type Conflict = {
  readonly state: string
  readonly first: string
  readonly second: string
  readonly ends: readonly [string, string]
}

/**
 * Confluence: for every reachable position and every two actions by different sides that are open in it, doing them in
 * either order ends in the same state. An action that comes too late is without effect.
 */
export function conflicts(chart: Chart): Conflict[] {
  const found = new Map<string, Conflict>()
  for (const position of reachablePositions(chart)) {
    const open = openSteps(chart, position)
    for (const [first, one] of open)
      for (const [second, other] of open) {
        if (first >= second || one.by === other.by) continue
        const ends = [
          takeIfOpen(chart, takeIfOpen(chart, position, first), second).state,
          takeIfOpen(chart, takeIfOpen(chart, position, second), first).state,
        ] as const
        if (ends[0] !== ends[1])
          found.set(`${position.state} ${first} ${second}`, { state: position.state, first, second, ends })
      }
  }
  return [...found.values()]
}

/** Non-final states two sides could both settle or leave for good, as the sides that may close each. */
export function closersOf(chart: Chart, state: string): Side[] {
  const sides = Object.values(chart.states[state] ?? {})
    .filter((step) => isFinal(chart, step.to) && !step.undelivered)
    .map((step) => step.by)
  return [...new Set(sides)]
}

/** Waiting states (neither the first draft nor final) in which no clock runs or rests. */
export function statesWithoutClock(chart: Chart): string[] {
  const timed = new Set(
    Object.values(chart.clocks)
      .filter((clock) => !clock.startsWith)
      .flatMap((clock) => [...clock.runsIn, ...(clock.pausedIn ?? [])]),
  )
  return Object.keys(chart.states).filter(
    (state) => state !== chart.initial && !isFinal(chart, state) && !timed.has(state),
  )
}

/**
 * Clocks, with each action that is said to meet them and that who owes cannot take while they run or rest; where the duty is
 * entrusted, the other side may.
 */
export function unmeetableClocks(chart: Chart): string[] {
  return Object.entries(chart.clocks).flatMap(([name, { owes, runsIn, pausedIn, metBy, entrusted }]) =>
    metBy
      .filter(
        (action) =>
          ![...runsIn, ...(pausedIn ?? [])].some((state) => {
            const by = chart.states[state]?.[action]?.by
            return by === owes || (entrusted && by !== undefined)
          }),
      )
      .map((action) => `${name} by ${action}`),
  )
}

/** Every position (state and spent actions) that can be reached; small, because only `once` and `after` matter. */
export function reachablePositions(chart: Chart): Position[] {
  const remembered = rememberedActions(chart)
  const seen = new Map<string, Position>()
  const queue: Position[] = [{ state: chart.initial, done: {} }]
  for (let position = queue.pop(); position; position = queue.pop()) {
    const key = `${position.state}|${Object.keys(position.done).sort().join(',')}`
    if (seen.has(key)) continue
    seen.set(key, position)
    for (const [action] of openSteps(chart, position)) queue.push(take(chart, position, action, remembered))
  }
  return [...seen.values()]
}

/** Actions whose having been taken opens or closes others. */
function rememberedActions(chart: Chart): Set<string> {
  const remembered = new Set<string>()
  for (const steps of Object.values(chart.states))
    for (const [action, step] of Object.entries(steps)) {
      if (step.once) remembered.add(action)
      if (step.after) remembered.add(step.after)
    }
  return remembered
}

function openSteps(chart: Chart, { state, done }: Position): [string, Step][] {
  return Object.entries(chart.states[state] ?? {}).filter(
    ([action, step]) =>
      // What opens only while nobody sits on the other side meets no action of the other side.
      !step.undelivered && !(step.once && action in done) && !(step.after && !(step.after in done)),
  )
}

function takeIfOpen(chart: Chart, position: Position, action: string): Position {
  const isOpen = openSteps(chart, position).some(([name]) => name === action)
  return isOpen ? take(chart, position, action, rememberedActions(chart)) : position
}

function take(chart: Chart, position: Position, action: string, remembered: Set<string>): Position {
  const step = chart.states[position.state]?.[action]
  const { [action]: _, ...forgotten } = doneAfter(step ?? {}, position.done, action, 'x')
  const done = remembered.has(action) ? { ...forgotten, [action]: 'x' } : forgotten
  return { state: step?.to ?? position.state, done }
}

/** Steps taken at the end of a clock that does not run in their state: they would never be taken. */
export function stepsOfIdleClocks(chart: Chart): string[] {
  return Object.entries(chart.states).flatMap(([state, steps]) =>
    Object.entries(steps)
      .filter(([, { atEndOf }]) => atEndOf !== undefined && !chart.clocks[atEndOf]?.runsIn.includes(state))
      .map(([action]) => `${action} in ${state}`),
  )
}
