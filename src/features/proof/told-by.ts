import { z } from 'zod'

/** A leg's step as an event tells it; `from` is null when the leg begins. */
export type LegMove = { readonly leg: number; readonly from: string | null; readonly to: string }

/** What an event says that the tables repeat: the steps of legs, and who leads from then on. */
export type Told = { readonly moves: readonly LegMove[]; readonly lead: string | null }

/** The part of an event's body that proof reads; the rest is the action's own form. */
const MoveBody = z.object({
  moves: z.array(z.object({ leg: z.int(), from: z.string().nullable(), to: z.string() })).optional(),
  lead: z.string().optional(),
})

const nothing: Told = { moves: [], lead: null }

/** Reads the moves out of an event's body; messages, notes and files tell none. */
export function toldBy(body: unknown): Told {
  const { success, data } = MoveBody.safeParse(body)
  return success ? { moves: data.moves ?? [], lead: data.lead ?? null } : nothing
}
