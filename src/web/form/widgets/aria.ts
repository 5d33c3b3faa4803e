/** What a control says of itself to those who cannot see it. */
export type Aria = {
  readonly 'aria-required': boolean
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby'?: string
}

/** How Ant Design draws what a control says of itself. */
export const statusOf = (aria: Aria): 'error' | '' => (aria['aria-invalid'] ? 'error' : '')
