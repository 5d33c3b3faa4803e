import { type ReactNode, useEffect, useRef } from 'react'

type Props = { readonly label: string; readonly children: ReactNode }

/**
 * A table that may be wider than its place: it scrolls within itself, also with the arrow keys. On a phone each row is a
 * card, whose entries carry the names of their columns; a dash, which only holds a place in a column, is left out there.
 */
export function WideTable({ label, children }: Props) {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    const heads = [...(table.current?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent ?? '')
    for (const row of table.current?.tBodies[0]?.rows ?? [])
      for (const cell of row.cells) {
        cell.dataset.label = heads[cell.cellIndex] ?? ''
        cell.toggleAttribute('data-nothing', cell.textContent === '—')
      }
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: what scrolls has to be reached with the keyboard (WCAG 2.1.1), and a fieldset it is not.
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      <table ref={table} className="grid-table wide-table" aria-label={label}>
        {children}
      </table>
    </div>
  )
}
