import { recordAccess } from '../../platform/access-log.ts'
import { type AgencyActor, systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { RevealPurpose } from '../matters/matters.ts'
import { type EventProof, noSuchEvent, proveEvent } from './event-proof.ts'
import type { CapsuleParts } from './export-capsule.ts'
import { recordedEvents } from './recorded-event.ts'
import { sealPending } from './seal-pending.ts'

/** Which event somebody discloses, and why. */
export type WantedEvent = { readonly matterId: string; readonly seq: number; readonly purpose: RevealPurpose }

/**
 * Discloses one event: whole, with its salt, under its seal. Whoever has a capsule that holds it masked, or by its hash alone, proves with it
 * that this is what stood there. It holds personal data, so it stands in the access log with its purpose, as a capsule does.
 * @throws Refusal `not-found` when there is no such event that the actor may read; `not-now` while it cannot be sealed
 */
export async function exportEvent(
  { db, signingKey }: Pick<CapsuleParts, 'db' | 'signingKey'>,
  actor: AgencyActor,
  { matterId, seq, purpose }: WantedEvent,
): Promise<EventProof> {
  await asActor(db, actor, async (tx) => {
    const [event] = await recordedEvents(tx, matterId, seq, seq)
    if (!event) throw noSuchEvent()
    await recordAccess(tx, { what: 'matter-exported', matterId, purpose, facts: { event: seq } })
  })
  await sealPending(db, await signingKey())
  return asActor(db, systemActor('capsule'), (tx) => proveEvent(tx, matterId, seq))
}
