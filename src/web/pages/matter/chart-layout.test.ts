import { describe, expect, test } from 'vitest'
import { caseTransferChart } from '../../../features/matters/kinds/case-transfer/case-transfer.chart.ts'
import { clueChart } from '../../../features/matters/kinds/clue/clue.chart.ts'
import { type DrawnChart, layOutChart } from './chart-layout.ts'

const charts: readonly (DrawnChart & { readonly name: string })[] = [caseTransferChart, clueChart]

describe.each(charts)('the picture of $name', (chart) => {
  const layout = layOutChart(chart)
  const place = new Map(layout.states.map((each) => [each.state, each]))

  test('shows every state exactly once', () => {
    expect([...place.keys()].sort()).toEqual(Object.keys(chart.states).sort())
  })

  test('puts no two states on one spot', () => {
    const spots = layout.states.map(({ row, column }) => `${row}/${column}`)

    expect(new Set(spots).size).toBe(spots.length)
  })

  test('leads downwards, except for ways marked as leading back', () => {
    const upwards = layout.ways.filter(
      ({ from, to }) => (place.get(from)?.row ?? 0) >= (place.get(to)?.row ?? 0),
    )

    expect(upwards.every(({ isBack }) => isBack)).toBe(true)
  })

  test('draws every way between two states', () => {
    const wanted = Object.entries(chart.states).flatMap(([from, steps]) =>
      Object.values(steps)
        .filter(({ to }) => to !== from)
        .map(({ to }) => `${from} ${to}`),
    )

    expect(new Set(layout.ways.map(({ from, to }) => `${from} ${to}`))).toEqual(new Set(wanted))
  })

  test('keeps ways to different states apart where they pass each other', () => {
    const beside = layout.ways.filter(({ gutter }) => gutter !== 'straight')
    const clashes = beside.flatMap((one, index) =>
      beside
        .slice(index + 1)
        .filter(
          (other) =>
            other.gutter === one.gutter &&
            other.lane === one.lane &&
            other.to !== one.to &&
            overlap(rowsOf(one), rowsOf(other)),
        ),
    )

    expect(clashes).toEqual([])
  })

  const rowsOf = ({ from, to }: { readonly from: string; readonly to: string }) =>
    [place.get(from)?.row ?? 0, place.get(to)?.row ?? 0].sort((a, b) => a - b) as [number, number]
})

const overlap = (one: readonly [number, number], other: readonly [number, number]): boolean =>
  one[0] <= other[1] && other[0] <= one[1]

test('the main line of a case transfer runs from the draft to the end', () => {
  const main = layOutChart(caseTransferChart).states.filter(({ column }) => column === 0)

  expect(main.map(({ state }) => state)).toContain('drafted')
  expect(main.map(({ state }) => state)).toContain('accepted')
  expect(main.map(({ state }) => state)).toContain('closed')
})
