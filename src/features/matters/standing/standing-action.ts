import type { z } from 'zod'
import type { Side } from '../../../kernel/chart.ts'
import type { Words } from '../../../kernel/words.ts'
import type { AgencyActor, Power } from '../../../platform/actor.ts'
import type { LockedLeg } from '../matter-store.ts'
import type { Move } from '../move.ts'

/** What taking a standing action works with: the move to fill, who acts, on which leg, and the form's content. */
export type Taking<F extends z.ZodType> = {
  readonly move: Move
  readonly actor: AgencyActor
  readonly leg: LockedLeg
  readonly body: z.infer<F>
}

/** What decides whether a standing action may be taken. */
export type Standing = {
  readonly leg: LockedLeg
  readonly sides: readonly Side[]
  readonly isSettled: boolean
  readonly leadId: string
}

/** Why it may not be taken: of the wrong side, or not now. */
export type Closed = { readonly code: 'not-your-turn' | 'not-now'; readonly words: Words }

/**
 * An action every kind of matter offers beside its chart: it changes no chart state and no lead. A file here and a line in
 * standing-actions.ts is all it takes; the page, the API and the command line read that table.
 */
export type StandingAction<F extends z.ZodType = z.ZodType> = {
  readonly words: Words & { readonly means: Words }
  readonly form: F
  /** Any of these may take it; whoever may lead may take all of them. */
  readonly powers: readonly Power[]
  /** Why it may not be taken now; nothing when it may. Pure. */
  readonly closed: (standing: Standing) => Closed | undefined
  /** Not shown at all where it is closed: nobody would wonder. */
  readonly hidden?: true
  /** Does it: fills the move with an event and whatever else changes. */
  readonly take: (taking: Taking<F>) => Promise<void>
}

/** Declares a standing action, so that its form and what it does with it agree. */
export const defineStanding = <F extends z.ZodType>(action: StandingAction<F>): StandingAction<F> => action

/** Closed until the leg has reached the other side. */
export const unlessDelivered = ({ leg }: Standing): Closed | undefined =>
  leg.delivery === 'delivered'
    ? undefined
    : {
        code: 'not-now',
        words: { zh: '尚未发送，对方还看不到。', en: 'It is not sent yet; the other side does not see it.' },
      }

/** Closed once everything is settled. */
export const unlessSettled = ({ isSettled }: Standing): Closed | undefined =>
  isSettled
    ? { code: 'not-now', words: { zh: '这件事项已经办结。', en: 'This matter is settled.' } }
    : undefined
