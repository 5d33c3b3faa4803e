import { expect, test } from 'vitest'
import { kinds } from '../../../features/matters/matters.ts'
import { boxHeight, leftOf, middleOf, pathOf, sizeOf, widthOf } from './chart-geometry.ts'
import { layOutChart } from './chart-layout.ts'

type Line = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }

/** The straight pieces of a path; its round corners are shorter than the gaps. */
function linesOf(path: string): Line[] {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([MHVQ])([^MHVQ]+)/g)].flatMap(([, command, rest = '']) => {
    const numbers = rest.trim().split(/[ ,]+/).map(Number)
    const from = { x1: x, y1: y }
    if (command === 'H') x = numbers[0] ?? x
    else if (command === 'V') y = numbers[0] ?? y
    else [x, y] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y]
    return command === 'H' || command === 'V' ? [{ ...from, x2: x, y2: y }] : []
  })
}

test.each(kinds.map(({ name, chart }) => [name, chart] as const))(
  'in the picture of a %s no way runs through a state it does not touch',
  (_, chart) => {
    const layout = layOutChart(chart)
    const size = sizeOf(layout)

    const crossings = layout.ways.flatMap((way) =>
      linesOf(pathOf(way, layout, size)).flatMap(({ x1, y1, x2, y2 }) =>
        layout.states
          .filter(({ state }) => state !== way.from && state !== way.to)
          .filter((place) => {
            const [left, middle] = [leftOf(place, size), middleOf(place)]
            const isAcross = Math.max(x1, x2) > left && Math.min(x1, x2) < left + widthOf(place)
            const isDown =
              Math.max(y1, y2) > middle - boxHeight / 2 && Math.min(y1, y2) < middle + boxHeight / 2
            return isAcross && isDown
          })
          .map(({ state }) => `${way.from} → ${way.to} through ${state}`),
      ),
    )
    expect(crossings).toEqual([])
  },
)
