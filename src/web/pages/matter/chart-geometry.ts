import type { ChartLayout, PlacedState, PlacedWay } from './chart-layout.ts'

const rowHeight = 56
/** How high the box of a state is, in the units of the picture. */
export const boxHeight = 40
const mainWidth = 115
const exitWidth = 112
const laneWidth = 9
/** What stays free around the picture. */
export const margin = 4

/** How large the picture of a chart is, and where its columns begin. */
export type ChartSize = {
  readonly width: number
  readonly height: number
  readonly mainX: number
  readonly middleX: number
  readonly exitX: number
}

/** The size the layout of a chart needs. */
export function sizeOf({ rows, columns, lanes }: ChartLayout): ChartSize {
  const mainX = margin + (lanes.left + 1) * laneWidth
  const middleX = mainX + mainWidth
  const exitX = middleX + (lanes.middle + 2) * laneWidth
  return {
    mainX,
    middleX,
    exitX,
    width: exitX + (columns - 1) * (exitWidth + laneWidth) + margin,
    height: rows * rowHeight - (rowHeight - boxHeight) + 2 * margin,
  }
}

/** The left edge of a state's box. */
export const leftOf = (place: PlacedState, size: ChartSize): number =>
  place.column === 0 ? size.mainX : size.exitX + (place.column - 1) * (exitWidth + laneWidth)

/** How wide a state's box is. */
export const widthOf = (place: PlacedState): number => (place.column === 0 ? mainWidth : exitWidth)

/** The height at which a state's box has its middle. */
export const middleOf = (place: PlacedState): number => margin + place.row * rowHeight + boxHeight / 2

/**
 * Straight down the main line; otherwise out to a lane, along it, and in again, with round corners. What stands behind another exit of its
 * row is reached, and left, through the gap between two rows: a way never runs through the box of a state it does not touch.
 */
export function pathOf(way: PlacedWay, layout: ChartLayout, size: ChartSize): string {
  const from = layout.states.find(({ state }) => state === way.from)
  const to = layout.states.find(({ state }) => state === way.to)
  if (!from || !to) return ''
  if (way.gutter === 'straight') {
    const x = size.mainX + mainWidth / 2
    return `M${x} ${middleOf(from) + boxHeight / 2}V${middleOf(to) - boxHeight / 2 - 1}`
  }
  const isLeft = way.gutter === 'left'
  const lane = isLeft ? size.mainX - (way.lane + 1) * laneWidth : size.middleX + (way.lane + 1) * laneWidth
  const shift = way.isBack ? 7 : -4
  const begin = isBehind(from) ? below(from, size) : beside(from, size, isLeft, isLeft ? -shift : 4)
  const end = isBehind(to) ? above(to, size) : beside(to, size, isLeft, isLeft ? shift : -4, 1)
  const down = Math.sign(end.y - begin.y) || 1
  const corner = 5
  if (Math.abs(end.y - begin.y) < 2 * corner) return `${begin.path}H${lane}V${end.y}${end.path}`
  const outward = Math.sign(lane - begin.x) || 1
  const inward = Math.sign(end.x - lane) || 1
  return [
    begin.path,
    `H${lane - outward * corner}`,
    `Q${lane} ${begin.y} ${lane} ${begin.y + down * corner}`,
    `V${end.y - down * corner}`,
    `Q${lane} ${end.y} ${lane + inward * corner} ${end.y}`,
    end.path,
  ].join('')
}

/** Another exit of its row stands between it and the lanes. */
const isBehind = ({ column }: PlacedState): boolean => column > 1

/** Where a way leaves a box or enters it, and how it is drawn from there or to there. */
type WayEnd = { readonly x: number; readonly y: number; readonly path: string }

/** At the side that looks to the lane; what comes in leaves room for its arrow. */
function beside(place: PlacedState, size: ChartSize, isLeft: boolean, shift: number, arrow = 0): WayEnd {
  const y = middleOf(place) + shift
  const x = isLeft
    ? size.mainX - arrow
    : place.column === 0
      ? size.middleX + arrow
      : leftOf(place, size) - arrow
  return { x, y, path: arrow ? `H${x}` : `M${x} ${y}` }
}

/** Half the gap between two rows. */
const halfGap = (rowHeight - boxHeight) / 2

function below(place: PlacedState, size: ChartSize): WayEnd {
  const x = leftOf(place, size) + exitWidth / 4
  const bottom = middleOf(place) + boxHeight / 2
  return { x, y: bottom + halfGap, path: `M${x} ${bottom}V${bottom + halfGap}` }
}

function above(place: PlacedState, size: ChartSize): WayEnd {
  const x = leftOf(place, size) + exitWidth / 2
  const top = middleOf(place) - boxHeight / 2
  return { x, y: top - halfGap, path: `H${x}V${top - 1}` }
}
