import type { MatterView, MoveResult } from '../../features/matters/matter-views.ts'
import { call } from './call.ts'
import { refreshMatter } from './queries.ts'

/** One action somebody takes on a matter. */
export type Move = {
  readonly matterId: string
  readonly action: string
  readonly body: unknown
  readonly leg?: number
  /** The version the decision was made on. */
  readonly expectedVersion?: number
  /** The same for every attempt of the same decision, so that a repeated sending acts once. */
  readonly key: string
  readonly keepalive?: boolean
}

/** Takes the action and reads again what it changed. Throws the server's problem. */
export async function move({ matterId, key, keepalive, ...body }: Move): Promise<MoveResult> {
  const result = await call<MoveResult>('POST', `/matters/${matterId}/moves`, {
    body,
    key,
    ...(keepalive ? { keepalive } : {}),
  })
  refreshMatter(matterId)
  return result
}

/** The action as the matter offers it in a leg, if it knows it in the present state. */
export const offered = (matter: MatterView, leg: number, action: string) =>
  matter.legs.find(({ no }) => no === leg)?.openActions.find((offer) => offer.action === action)

/** The action in one's own legs that know it, those where it is open first; the others say why not. */
export const ownOffers = (matter: MatterView, action: string) =>
  matter.legs
    .filter(({ mySides }) => mySides.length > 0)
    .flatMap(({ no, openActions }) =>
      openActions.filter((offer) => offer.action === action).map((offer) => ({ leg: no, offer })),
    )
    .sort((one, other) => Number(other.offer.open) - Number(one.offer.open))
