/** The part of a chart that the picture needs. */
export type DrawnChart = {
  readonly initial: string
  readonly states: Readonly<Record<string, Readonly<Record<string, { readonly to: string }>>>>
}

/** A state in the picture: its row from the top, and its column (0 is the main line, the others are exits). */
export type PlacedState = { readonly state: string; readonly row: number; readonly column: number }

/** A way between two states. `lane` keeps ways beside the states apart; -1 goes straight down. */
export type PlacedWay = {
  readonly from: string
  readonly to: string
  readonly gutter: 'straight' | 'left' | 'middle'
  readonly lane: number
  /** Leads back up. */
  readonly isBack: boolean
}

/** Where everything stands. */
export type ChartLayout = {
  readonly states: readonly PlacedState[]
  readonly ways: readonly PlacedWay[]
  readonly rows: number
  readonly columns: number
  readonly lanes: { readonly left: number; readonly middle: number }
}

type Way = { readonly from: string; readonly to: string; readonly isBack: boolean }

/**
 * Lays a chart out from top to bottom: a state stands below everything that leads to it, the longest way through is the main
 * line, and what leaves it stands to the right. Charts have some twenty states, so plain searches do.
 */
export function layOutChart(chart: DrawnChart): ChartLayout {
  const ways = waysOf(chart)
  const row = rowsOf(chart, ways)
  const main = new Set(longestWay(chart.initial, ways, row))
  const columnOf = columnsOf(Object.keys(chart.states), row, main)
  const states = Object.keys(chart.states)
    .filter((state) => row.has(state))
    .map((state) => ({ state, row: row.get(state) ?? 0, column: columnOf.get(state) ?? 0 }))
  const placed = lanesOf(ways, row, columnOf)
  return {
    states,
    ways: placed,
    rows: Math.max(...states.map((each) => each.row)) + 1,
    columns: Math.max(...states.map((each) => each.column)) + 1,
    lanes: { left: laneCount(placed, 'left'), middle: laneCount(placed, 'middle') },
  }
}

/** All ways between different states, each once; those that lead back on the way being walked are marked. */
function waysOf(chart: DrawnChart): Way[] {
  const ways: Way[] = []
  const seen = new Set<string>()
  const walk = (state: string, trail: readonly string[]) => {
    seen.add(state)
    const targets = new Set(Object.values(chart.states[state] ?? {}).map(({ to }) => to))
    targets.delete(state)
    for (const to of targets) {
      const isBack = to === state || trail.includes(to)
      ways.push({ from: state, to, isBack })
      if (!isBack && !seen.has(to)) walk(to, [...trail, state])
    }
  }
  walk(chart.initial, [])
  return ways.map((way) => ({ ...way, isBack: way.isBack || leadsBack(way, ways) }))
}

/** A way found from elsewhere may still close a circle. */
function leadsBack(way: Way, ways: readonly Way[]): boolean {
  const reached = new Set([way.to])
  for (const state of reached)
    for (const next of ways) if (next.from === state && !next.isBack) reached.add(next.to)
  return reached.has(way.from)
}

/** The row of each state: one more than the lowest state that leads to it. */
function rowsOf(chart: DrawnChart, ways: readonly Way[]): Map<string, number> {
  const row = new Map([[chart.initial, 0]])
  for (let changed = true; changed; ) {
    changed = false
    for (const { from, to, isBack } of ways) {
      const above = row.get(from)
      if (isBack || above === undefined || (row.get(to) ?? -1) > above) continue
      row.set(to, above + 1)
      changed = true
    }
  }
  return row
}

/** From the lowest state back up along the ways that made it so low. */
function longestWay(initial: string, ways: readonly Way[], row: ReadonlyMap<string, number>): string[] {
  let at = [...row].reduce((lowest, each) => (each[1] > lowest[1] ? each : lowest))[0]
  const way = [at]
  while (at !== initial) {
    const before = ways.find(
      ({ from, to, isBack }) => to === at && !isBack && row.get(from) === (row.get(at) ?? 0) - 1,
    )
    if (!before) break
    at = before.from
    way.unshift(at)
  }
  return way
}

/** The main line in column 0; the others of a row beside it, one after the other. */
function columnsOf(
  states: readonly string[],
  row: ReadonlyMap<string, number>,
  main: ReadonlySet<string>,
): Map<string, number> {
  const taken = new Map<number, number>()
  return new Map(
    states.map((state) => {
      if (main.has(state)) return [state, 0]
      const next = (taken.get(row.get(state) ?? 0) ?? 0) + 1
      taken.set(row.get(state) ?? 0, next)
      return [state, next]
    }),
  )
}

/** Gives each way that does not run straight down a lane of its own where others pass. */
function lanesOf(
  ways: readonly Way[],
  row: ReadonlyMap<string, number>,
  columnOf: ReadonlyMap<string, number>,
): PlacedWay[] {
  const used: Record<'left' | 'middle', { top: number; bottom: number; to: string }[][]> = {
    left: [],
    middle: [],
  }
  const spanOf = ({ from, to }: Way) => Math.abs((row.get(from) ?? 0) - (row.get(to) ?? 0))
  return [...ways]
    .sort((one, other) => spanOf(one) - spanOf(other))
    .map((way) => {
      const rows = [row.get(way.from) ?? 0, row.get(way.to) ?? 0]
      const isOnMain = columnOf.get(way.from) === 0 && columnOf.get(way.to) === 0
      if (isOnMain && !way.isBack && spanOf(way) === 1) return { ...way, gutter: 'straight', lane: -1 }
      const gutter = isOnMain ? 'left' : 'middle'
      const span = { top: Math.min(...rows), bottom: Math.max(...rows), to: way.to }
      const lanes = used[gutter]
      // Ways to the same state may share a lane: they join on the way there.
      let lane = lanes.findIndex((others) =>
        others.every((other) => other.to === span.to || other.bottom < span.top || span.bottom < other.top),
      )
      if (lane === -1) lane = lanes.push([]) - 1
      lanes[lane]?.push(span)
      return { ...way, gutter, lane }
    })
}

const laneCount = (ways: readonly PlacedWay[], gutter: 'left' | 'middle'): number =>
  Math.max(0, ...ways.filter((way) => way.gutter === gutter).map((way) => way.lane + 1))
