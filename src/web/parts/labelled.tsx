import type { ReactNode } from 'react'

type Props = {
  /** The id of the control. That of the label is `ID-label`, for controls that a label cannot name by `for`. */
  readonly id: string
  readonly label: ReactNode
  readonly children: ReactNode
}

/** A control below its label, with whatever hint belongs to it. */
export function Labelled({ id, label, children }: Props) {
  return (
    <div className="field">
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      {children}
    </div>
  )
}
