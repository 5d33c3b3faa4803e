import type { ReactNode } from 'react'

/** An empty place that says what will stand there and what can be done now. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 64 40" width="64" height="40" aria-hidden="true" className="empty-picture">
        <rect x="8" y="6" width="48" height="30" rx="3" />
        <path d="M8 22h14l4 6h12l4-6h14" />
      </svg>
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-text">{children}</div> : null}
    </div>
  )
}
