import { useEffect, useId, useMemo, useRef } from 'react'
import type { EventView, KindView } from '../../../features/matters/matter-views.ts'
import { useWords } from '../../words/language.ts'
import {
  boxHeight,
  type ChartSize,
  leftOf,
  margin,
  middleOf,
  pathOf,
  sizeOf,
  widthOf,
} from './chart-geometry.ts'
import { type ChartLayout, layOutChart, type PlacedState, type PlacedWay } from './chart-layout.ts'
import './chart-figure.css'

/** Drawn smaller than this its words could not be read; a wide chart scrolls instead. */
const smallest = 0.86

type Props = {
  readonly kind: KindView
  readonly state: string
  readonly leg: number
  readonly events: readonly EventView[]
}

/** The flow chart of a kind with the way a leg has taken; drawn from the chart itself, so it is never out of date. */
export function ChartFigure({ kind, state, leg, events }: Props) {
  const { t, say, list } = useWords()
  const layout = useMemo(() => layOutChart(kind.chart), [kind.chart])
  const arrow = useId()
  const taken = useMemo(() => waysTaken(events, leg), [events, leg])
  const past = new Set([...taken].flatMap((way) => way.split(' ')))
  const next = new Set(Object.values(kind.chart.states[state] ?? {}).map(({ to }) => to))
  next.delete(state)
  const size = sizeOf(layout)
  const place = useNowInView(layout, size, state)
  const nameOf = (name: string) => say(kind.words.states[name]) || name
  const listed = (names: Iterable<string>) => list([...names].map(nameOf)) || t('frame.none')
  past.delete(state)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: what scrolls has to be reached with the keyboard (WCAG 2.1.1), and a fieldset it is not.
    <div ref={place} className="chart-place" tabIndex={0} role="group" aria-label={t('matter.progress')}>
      <svg
        className="chart"
        style={{ minWidth: size.width * smallest }}
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={t('matter.chartLabel', {
          kind: say(kind.words.name),
          past: listed(past),
          now: nameOf(state),
          next: listed(next),
        })}
      >
        <defs>
          {(['plain', 'done', 'next'] as const).map((tone) => (
            <marker
              key={tone}
              id={`${arrow}-${tone}`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="6"
              markerHeight="6"
              orient="auto"
            >
              <path d="M0 0L8 4L0 8Z" className={`chart-arrow-${tone}`} />
            </marker>
          ))}
        </defs>
        {[...layout.ways]
          .map((way) => ({ way, tone: toneOf(way, taken, state) }))
          .sort((one, other) => rank[one.tone] - rank[other.tone])
          .map(({ way, tone }) => (
            <path
              key={`${way.from} ${way.to}`}
              d={pathOf(way, layout, size)}
              className={`chart-way chart-way-${tone} ${way.isBack ? 'chart-way-back' : ''}`}
              markerEnd={`url(#${arrow}-${tone})`}
            />
          ))}
        {layout.states.map((place) => (
          <StateBox
            key={place.state}
            place={place}
            size={size}
            words={nameOf(place.state)}
            tone={
              place.state === state
                ? 'now'
                : past.has(place.state)
                  ? 'past'
                  : next.has(place.state)
                    ? 'next'
                    : 'plain'
            }
          />
        ))}
      </svg>
    </div>
  )
}

/** Where the chart is wider than its place, the state one is in is what one sees of it. */
function useNowInView(layout: ChartLayout, size: ChartSize, state: string) {
  const place = useRef<HTMLDivElement>(null)
  const now = layout.states.find((each) => each.state === state)
  const end = now ? (leftOf(now, size) + widthOf(now) + margin) / size.width : 0
  useEffect(() => {
    const { current } = place
    if (current) current.scrollLeft = end * current.scrollWidth - current.clientWidth
  }, [end])
  return place
}

const rank = { plain: 0, next: 1, done: 2 } as const

const toneOf = (way: PlacedWay, taken: ReadonlySet<string>, state: string): 'plain' | 'done' | 'next' =>
  taken.has(`${way.from} ${way.to}`) ? 'done' : way.from === state ? 'next' : 'plain'

/** The steps a leg has taken, read from its record. */
function waysTaken(events: readonly EventView[], leg: number): ReadonlySet<string> {
  const taken = new Set<string>()
  for (const { body } of events) {
    const moves = Array.isArray(body.moves)
      ? (body.moves as { leg?: number; from: string | null; to: string }[])
      : []
    // A leg begins from nowhere; that is no way of the chart.
    for (const { leg: of, from, to } of moves) if (of === leg && from !== null) taken.add(`${from} ${to}`)
  }
  return taken
}

type BoxProps = {
  readonly place: PlacedState
  readonly size: ChartSize
  readonly words: string
  readonly tone: 'now' | 'past' | 'next' | 'plain'
}

function StateBox({ place, size, words, tone }: BoxProps) {
  const width = widthOf(place)
  const lines = inLines(words, width - 14)
  const x = leftOf(place, size)
  const y = middleOf(place)
  return (
    <g className={`chart-state chart-state-${tone}`}>
      {lines.at(-1)?.endsWith('…') ? <title>{words}</title> : null}
      <rect x={x} y={y - boxHeight / 2} width={width} height={boxHeight} rx="4" />
      <text textAnchor="middle" x={x + width / 2} y={y + 4 - ((lines.length - 1) * 13) / 2}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a label never move.
          <tspan key={index} x={x + width / 2} dy={index === 0 ? 0 : 13}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  )
}

/** A box has room for so many lines; the whole name shows when pointed at. */
const mostLines = 3

/** Breaks a label into lines that fit; a Chinese character is as wide as two Latin letters. */
function inLines(words: string, width: number): string[] {
  const parts = words.match(/[⺀-鿿＀-￯]|[^⺀-鿿＀-￯\s]+\s?/g) ?? [words]
  const widthOfPart = (part: string) => [...part].reduce((sum, letter) => sum + (letter > 'ⶀ' ? 12 : 6.2), 0)
  const lines: string[] = ['']
  let filled = 0
  for (const part of parts) {
    const wide = widthOfPart(part)
    // A comma never begins a line.
    if (filled > 0 && filled + wide > width && !/^[，、。]/.test(part)) {
      lines.push('')
      filled = 0
    }
    lines[lines.length - 1] += part
    filled += wide
  }
  if (lines.length <= mostLines) return lines
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]?.trimEnd()}…`]
}
