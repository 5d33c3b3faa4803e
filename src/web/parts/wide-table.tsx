import type { ReactNode } from 'react'

type Props = { readonly label: string; readonly children: ReactNode }

/** A table that may be wider than its place: it scrolls within itself, also with the arrow keys. */
export function WideTable({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: what scrolls has to be reached with the keyboard (WCAG 2.1.1), and a fieldset it is not.
    <div className="table-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="grid-table" aria-label={label}>
        {children}
      </table>
    </div>
  )
}
