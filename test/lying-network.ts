import {
  attempt,
  type Chart,
  doneAfter,
  isFinal,
  openActions,
  type Position,
  type Side,
} from '../src/kernel/chart.ts'

/**
 * A leg of a matter on several nodes, one for each side, joined by a wire that delays, reorders and doubles whatever it
 * carries. Everything is decided by the seed, so a failing run can be run again.
 */

/** A side's own copy of the leg. */
export type Copy = { readonly side: Side; readonly state: string; readonly lead: Side }

/** How a run ended. */
export type Run = {
  readonly copies: readonly Copy[]
  /** The actions in the order in which they were taken, whoever took them. */
  readonly taken: readonly string[]
  /** True when at some instant the sender had the matter back for good while the receiver led it too. */
  readonly ledTwice: boolean
}

type Message = {
  readonly from: Side
  readonly seq: number
  readonly action: string
  readonly who: string
  /** How much of each node the sender had seen: the hash chain carries it. */
  readonly seen: ReadonlyMap<Side, number>
}

type Node = {
  readonly side: Side
  position: Position
  lead: Side
  readonly seen: Map<Side, number>
  readonly early: Message[]
}

/** Everybody may do everything his side may: what is tested is the chart, not the powers. */
const powers = new Set(['handle', 'approve', 'designate', 'lead'])

/** A clock may run out at any moment. */
const ranOutOf = (chart: Chart): ReadonlySet<string> => new Set(Object.keys(chart.clocks))
const mostActions = 40

/** Lets the sides act at random until each is settled or tired, then lets the wire run dry. */
export function simulate(chart: Chart, seed: number): Run {
  const chance = dice(seed)
  const nodes = sidesOf(chart).map(
    (side): Node => ({
      side,
      position: { state: chart.initial, done: {} },
      lead: 'asker',
      seen: new Map(),
      early: [],
    }),
  )
  const wire: { readonly to: Node; readonly message: Message }[] = []
  const taken: string[] = []
  let ledTwice = false
  // What is settled may be taken up again; in every other run nobody does.
  const leavesAtRest = seed % 2 === 0

  const act = (node: Node): void => {
    if (leavesAtRest && isFinal(chart, node.position.state)) return
    const who = `${node.side}-${chance(2)}`
    const mover = { sides: [node.side], powers, who, ranOut: ranOutOf(chart) }
    const open = openActions(chart, node.position, mover).filter((each) => each.open)
    const chosen = open[chance(open.length)]
    if (!chosen) return
    const message = {
      from: node.side,
      seq: (node.seen.get(node.side) ?? 0) + 1,
      action: chosen.action,
      who,
      seen: new Map(node.seen),
    }
    apply(chart, node, message)
    taken.push(`${node.side} ${chosen.action}`)
    for (const to of nodes) {
      if (to === node) continue
      wire.push({ to, message })
      if (chance(4) === 0) wire.push({ to, message })
    }
  }
  const deliver = (): void => {
    const [carried] = wire.splice(chance(wire.length), 1)
    if (carried) receive(chart, carried.to, carried.message)
  }

  for (let tick = 0; tick < mostActions * nodes.length; tick++) {
    const node = nodes[chance(nodes.length)]
    if (wire.length > 0 && chance(2) === 0) deliver()
    else if (node && taken.length < mostActions) act(node)
    ledTwice ||= isLedTwice(chart, nodes)
  }
  while (wire.length > 0) {
    deliver()
    ledTwice ||= isLedTwice(chart, nodes)
  }
  return {
    copies: nodes.map(({ side, position, lead }) => ({ side, state: position.state, lead })),
    taken,
    ledTwice,
  }
}

/** Takes a message in, once, and not before those it builds on. */
function receive(chart: Chart, node: Node, message: Message): void {
  node.early.push(message)
  for (let next = nextReady(node); next; next = nextReady(node)) apply(chart, node, next)
}

function nextReady(node: Node): Message | undefined {
  const has = (side: Side) => node.seen.get(side) ?? 0
  const at = node.early.findIndex(
    ({ from, seq, seen }) =>
      seq <= has(from) || (seq === has(from) + 1 && [...seen].every(([side, n]) => n <= has(side))),
  )
  const [message] = at < 0 ? [] : node.early.splice(at, 1)
  // A second copy of what is known already: drop it and look on.
  return message && message.seq <= has(message.from) ? nextReady(node) : message
}

/** Applies an action to a copy. One that comes too late is recorded (its number counts) and is without effect. */
function apply(chart: Chart, node: Node, { from, seq, action, who }: Message): void {
  const { position } = node
  const outcome = attempt(chart, position, action, { sides: [from], powers, who, ranOut: ranOutOf(chart) })
  node.seen.set(from, seq)
  if (!outcome.ok) return
  node.position = { state: outcome.step.to, done: doneAfter(outcome.step, position.done, action, who) }
  node.lead = outcome.step.lead ?? node.lead
}

function isLedTwice(chart: Chart, nodes: readonly Node[]): boolean {
  const copyOf = (side: Side) => nodes.find((node) => node.side === side)
  const sender = copyOf('asker')
  const keepsIt = sender !== undefined && isFinal(chart, sender.position.state) && sender.lead === 'asker'
  return keepsIt && copyOf('answerer')?.lead === 'answerer'
}

function sidesOf(chart: Chart): Side[] {
  const steps = Object.values(chart.states).flatMap((state) => Object.values(state))
  return [...new Set(steps.map(({ by }) => by))]
}

/** Seeded dice (mulberry32): a whole number below `sides`. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return sides < 1 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}
