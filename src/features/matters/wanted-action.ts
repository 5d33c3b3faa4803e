/** What somebody wants done with a matter. */
export type WantedAction = {
  readonly matterId: string
  readonly action: string
  readonly body: unknown
  /** Which conversation, where the matter has several the actor takes part in. */
  readonly leg?: number | undefined
  /** The version the decision was made on; needed for everything that moves a chart. */
  readonly expectedVersion?: number | undefined
  readonly idempotencyKey?: string | undefined
}
