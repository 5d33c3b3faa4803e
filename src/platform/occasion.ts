/** When and on which node something happens. Passed in, so that rules stay pure and tests choose their time. */
export type Occasion = {
  /** UTC with milliseconds, as events record it. */
  readonly now: string
  /** The name of this installation among others. */
  readonly node: string
}

const node = process.env.XIEZHI_NODE ?? 'local'

/** Here and now. */
export const hereAndNow = (): Occasion => ({ now: new Date().toISOString(), node })
