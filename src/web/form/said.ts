/** A record of the matter as far as forms look back at it: the action, the conversation, and what its form carried. */
export type Said = {
  readonly type: string
  readonly leg: number | null
  readonly body: Readonly<Record<string, unknown>>
}
