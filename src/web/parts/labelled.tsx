import type { ReactNode } from 'react'

type Props = {
  /** The id of the control. That of the label is `ID-label`, for controls that a label cannot name by `for`. */
  readonly id: string
  readonly label: ReactNode
  /** What it is for, in the paragraph `ID-hint` above the control. */
  readonly hint?: string
  readonly children: ReactNode
}

/** A control below its label and hint. */
export function Labelled({ id, label, hint, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
    </div>
  )
}
