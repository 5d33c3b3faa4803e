import { useEffect, useRef, useState } from 'react'
import { isShortcut } from '../frame/shortcuts.tsx'

/** What the keys do with the row one stands on. */
export type RowActions<T> = {
  readonly open: (row: T) => void
  readonly select?: (row: T) => void
  readonly acknowledge?: (row: T) => void
}

/**
 * Walks a list with J and K and acts on the row one stands on: Enter opens, X selects, A acknowledges.
 * Answers the index of that row (-1: none yet).
 */
export function useRowKeys<T>(rows: readonly T[], actions: RowActions<T>): number {
  const [at, setAt] = useState(-1)
  const latest = useRef({ rows, actions, at })
  latest.current = { rows, actions, at }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isShortcut(event)) return
      const now = latest.current
      const row = now.rows[now.at]
      const key = event.key.toLowerCase()
      if (key === 'j' || key === 'k') {
        const next = Math.max(0, Math.min(now.rows.length - 1, now.at + (key === 'j' ? 1 : -1)))
        setAt(next)
        document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' })
      } else if (!row) return
      else if (key === 'enter' && !isControl(event.target)) now.actions.open(row)
      else if (key === 'x') now.actions.select?.(row)
      else if (key === 'a') now.actions.acknowledge?.(row)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
  return Math.min(at, rows.length - 1)
}

const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(A|BUTTON)$/.test(target.tagName)
