import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import type { Occasion } from '../../platform/occasion.ts'

/** An event of a matter, as another feature adds one. */
export type MatterEvent = {
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
  readonly leg?: number
  /** Only these agencies read it; without, whoever takes part in its leg or, where it has none, in the matter. */
  readonly visibleTo?: readonly string[]
}

/**
 * What files ask of matters. Matters show files and check them before sending, so they know this feature; to keep the
 * dependency one way, the composition root hands their side in.
 */
export type MatterDoor = {
  /** Adds an event to the matter's chain in the caller's transaction. */
  readonly recordOnMatter: (
    tx: Tx,
    actor: Actor,
    matterId: string,
    event: MatterEvent,
    occasion?: Occasion,
  ) => Promise<{ readonly seq: number; readonly version: number }>
  /** Whether files of a matter that was not sent may change in this state: not while a reviewer has them. */
  readonly filesChangeIn: (kind: string, state: string) => boolean
}
