/** What a control says of itself to those who cannot see it. */
export type Aria = {
  readonly 'aria-required': boolean
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby'?: string
}
