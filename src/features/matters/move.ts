import type { Side } from '../../kernel/chart.ts'
import { hashEvent, newSalt } from '../../kernel/event-chain.ts'
import type { Actor } from '../../platform/actor.ts'
import { afterCommit, lastly } from '../../platform/as-actor.ts'
import type { Tx } from '../../platform/database.ts'
import { announce } from '../../platform/live.ts'
import type { Occasion } from '../../platform/occasion.ts'
import type { LetterRow, LetterSort } from '../letters/letters.ts'
import type { Kind } from './kind.ts'
import {
  type EventRow,
  type InboxEntry,
  type LockedClock,
  type LockedLeg,
  type LockedMatter,
  type LockedParty,
  type MatterColumns,
  type MoveRecord,
  recordMove,
} from './matter-store.ts'

type NewClock = NonNullable<MoveRecord['startClocks']>[number]

/**
 * A move being put together: the matter as it was, and what will be stored. Commands fill it, `storeMove` writes it.
 * It lives as long as the lock on the matter.
 */
export type Move = {
  readonly tx: Tx
  readonly actor: Actor
  readonly kind: Kind
  readonly node: string
  /** Never earlier than the matter's last event, should a server's clock step back. */
  readonly now: string
  readonly before: LockedMatter
  /** True when the matter begins with this move. */
  readonly opens: boolean
  matter: MatterColumns
  readonly legs: Map<number, LockedLeg>
  readonly changedLegs: Set<number>
  dropLegsAfter: number | undefined
  readonly parties: Map<string, LockedParty>
  readonly changedParties: Set<string>
  readonly clocks: Map<string, LockedClock>
  readonly changedClocks: Set<string>
  readonly newClocks: Map<string, NewClock>
  readonly events: EventRow[]
  readonly inbox: InboxEntry[]
  readonly links: { readonly other_id: string; readonly relation: string; readonly made_at: string }[]
  /** Letters written with the move; they belong to its first event. */
  readonly letters: LetterRow[]
  readonly voidLetters: { readonly type: LetterSort; readonly leg: number; readonly last?: true }[]
  search: readonly string[] | undefined
  forgetDraft: { readonly leg: number; readonly action: string } | undefined
  passDrafts: { readonly from: string; readonly to: string } | undefined
}

/** Begins a move on a locked matter. */
export function beginMove(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  before: LockedMatter,
  occasion: Occasion,
  opens = false,
): Move {
  const { legs, clocks, parties, last_at, earlier: _, ...matter } = before
  return {
    tx,
    actor,
    kind,
    node: occasion.node,
    now: new Date(Math.max(Date.parse(occasion.now), Date.parse(last_at))).toISOString(),
    before,
    opens,
    matter,
    legs: new Map(legs.map((leg) => [leg.no, leg])),
    changedLegs: new Set(),
    dropLegsAfter: undefined,
    parties: new Map(parties.map((party) => [party.agency_id, party])),
    changedParties: new Set(),
    clocks: new Map(clocks.map((clock) => [clock.id, clock])),
    changedClocks: new Set(),
    newClocks: new Map(),
    events: [],
    inbox: [],
    links: [],
    letters: [],
    voidLetters: [],
    search: undefined,
    forgetDraft: undefined,
    passDrafts: undefined,
  }
}

/** Who acts, as events keep it: ids only; names are looked up when shown. */
export function actorRecord(actor: Actor): Record<string, unknown> {
  switch (actor.type) {
    case 'person':
      return {
        type: 'person',
        account: actor.accountId,
        agency: actor.agencyId,
        ...(actor.standingInFor ? { standingInFor: actor.standingInFor } : {}),
      }
    case 'machine':
      return { type: 'machine', token: actor.tokenId, agency: actor.agencyId }
    case 'system':
      return { type: 'system', job: actor.job }
  }
}

/** The account, token or job, for four eyes and idempotency. */
export const whoIs = (actor: Actor): string =>
  actor.type === 'person' ? actor.accountId : actor.type === 'machine' ? actor.tokenId : actor.job

/** The agencies that sit on a leg, by side. */
export const agencyOn = (leg: LockedLeg, side: Side): string | null =>
  side === 'asker' ? leg.asker_id : side === 'answerer' ? leg.answerer_id : leg.superior_id

/** The sides an agency sits on in a leg. */
export const sidesOf = (
  leg: Pick<LockedLeg, 'asker_id' | 'answerer_id' | 'superior_id'>,
  agencyId: string,
): Side[] => [
  ...(leg.asker_id === agencyId ? (['asker'] as const) : []),
  ...(leg.answerer_id === agencyId ? (['answerer'] as const) : []),
  ...(leg.superior_id === agencyId ? (['superior'] as const) : []),
]

/** The agencies that take part in the conversation of a leg: its sides, and who attends it. */
export const inConversation = (
  leg: Pick<LockedLeg, 'asker_id' | 'answerer_id' | 'superior_id' | 'attending'>,
): string[] => [
  ...new Set(
    [leg.asker_id, leg.answerer_id, leg.superior_id, ...leg.attending].filter((agency) => agency !== null),
  ),
]

/** A leg that an agency attends 列席: it reads the conversation from its beginning and speaks in it; sides do so anyhow. */
export const attendedBy = (leg: LockedLeg, agencyId: string): LockedLeg =>
  inConversation(leg).includes(agencyId) ? leg : { ...leg, attending: [...leg.attending, agencyId] }

/** Replaces a leg. */
export function putLeg(move: Move, leg: LockedLeg): void {
  move.legs.set(leg.no, leg)
  move.changedLegs.add(leg.no)
}

/** Changes a clock that runs or rests. */
export function putClock(move: Move, clock: LockedClock): void {
  move.clocks.set(clock.id, clock)
  move.changedClocks.add(clock.id)
}

/** Lets an agency take part; does nothing when it already does. A restricted matter begins restricted for it too. */
export function addParty(move: Move, agencyId: string, readers: readonly string[] = []): void {
  const party = move.parties.get(agencyId)
  if (party && party.left_at === null) return
  const restricted = [...move.parties.values()].some((other) => other.restricted)
  putParty(move, { agency_id: agencyId, restricted, readers, assignee_id: null, left_at: null })
}

/** Replaces a party's row: restriction, assignment, leaving. */
export function putParty(move: Move, party: LockedParty): void {
  move.parties.set(party.agency_id, party)
  move.changedParties.add(party.agency_id)
}

/** What an event says; its place in the chain is given by `addEvent`. */
export type EventText = {
  readonly type: string
  readonly leg: number | null
  readonly body: Readonly<Record<string, unknown>>
  /** null: whoever takes part in the conversation of the leg, or in the matter; else these agencies only. */
  readonly visibleTo: readonly string[] | null
}

/** Appends an event to the matter's chain and returns it. */
export function addEvent(move: Move, { type, leg, body, visibleTo }: EventText): EventRow {
  const first = move.opens && move.events.length === 0
  const seq = first ? 1 : move.matter.version + 1
  const prevHash = first ? null : move.matter.head
  const actor = actorRecord(move.actor)
  const salt = newSalt()
  const hash = hashEvent({
    matter: move.matter.id,
    node: move.node,
    seq,
    prevHash,
    at: move.now,
    actor,
    leg,
    type,
    body,
    visibleTo,
    salt,
  })
  const event: EventRow = {
    node: move.node,
    seq,
    prev_hash: prevHash,
    hash,
    at: move.now,
    actor,
    agency_id: move.actor.type === 'system' ? null : move.actor.agencyId,
    leg,
    type,
    body,
    visible_to: visibleTo,
    salt,
  }
  move.events.push(event)
  move.matter = { ...move.matter, version: seq, head: hash }
  return event
}

/** Puts news into an agency's inbox (or one person's in it). The acting agency is not told what it did itself. */
export function tell(
  move: Move,
  event: EventRow,
  agencyId: string | null,
  more: { readonly accountId?: string | null; readonly urgent?: boolean; readonly evenSelf?: boolean } = {},
): void {
  const self = move.actor.type !== 'system' && move.actor.agencyId === agencyId
  if (!agencyId || (self && !more.evenSelf)) return
  move.inbox.push({
    agency_id: agencyId,
    account_id: more.accountId ?? null,
    leg_no: event.leg,
    seq: event.seq,
    type: event.type,
    urgent: more.urgent ?? move.matter.urgency === 'urgent',
    at: move.now,
  })
}

/** The letters of a move, read by whoever reads the event that tells of them. */
function lettersOf({ letters, voidLetters, events }: Move): Pick<MoveRecord, 'letters' | 'voidLetters'> {
  const event = events.find(({ body }) => 'letters' in body)
  return {
    letters: letters.map((letter) => ({
      ...letter,
      seq: event?.seq ?? 0,
      leg_no: event?.leg ?? null,
      visible_to: event?.visible_to ?? null,
    })),
    voidLetters,
  }
}

/** Writes the move with the commit, and tells open pages once it is durable. A command ends with it. */
export function storeMove(move: Move, key?: MoveRecord['key']): void {
  const { matter, before, opens } = move
  const { content, ...row } = matter
  const legs = [...move.changedLegs].flatMap((no) => move.legs.get(no) ?? [])
  const parties = [...move.changedParties].flatMap((id) => move.parties.get(id) ?? [])
  const clocks = [...move.changedClocks].flatMap((id) => move.clocks.get(id) ?? [])
  const written = recordMove(move.tx, {
    matter: opens || content !== before.content ? matter : row,
    open: opens,
    expected: before.version,
    events: move.events,
    ...((matter.settled_at === null) === (before.settled_at === null)
      ? {}
      : { settles: matter.settled_at !== null }),
    ...(legs.length > 0 ? { legs } : {}),
    ...(move.dropLegsAfter === undefined ? {} : { dropLegsAfter: move.dropLegsAfter }),
    ...(parties.length > 0 ? { parties } : {}),
    ...(move.newClocks.size > 0 ? { startClocks: [...move.newClocks.values()] } : {}),
    ...(clocks.length > 0 ? { changeClocks: clocks.map(({ rule: _, ...clock }) => clock) } : {}),
    ...(move.inbox.length > 0 ? { inbox: move.inbox } : {}),
    ...(move.links.length > 0 ? { links: move.links } : {}),
    ...(move.letters.length + move.voidLetters.length > 0 ? lettersOf(move) : {}),
    ...(move.search ? { search: move.search } : {}),
    ...(key ? { key } : {}),
    ...(move.forgetDraft ? { forgetDraft: move.forgetDraft } : {}),
    ...(move.passDrafts ? { passDrafts: move.passDrafts } : {}),
  })
  lastly(move.tx, written)
  const present = [...move.parties.values()].filter(({ left_at }) => left_at === null)
  const notice = {
    agencies: present.filter(({ restricted }) => !restricted).map(({ agency_id }) => agency_id),
    people: present.flatMap(({ restricted, readers }) => (restricted ? readers : [])),
    reviewer: present.some(({ restricted }) => restricted) ? null : matter.reviewer_id,
    matterId: matter.id,
    version: matter.version,
    type: move.events.at(-1)?.type ?? '',
    urgent: move.inbox.some((entry) => entry.urgent),
    inboxOf: [...new Set(move.inbox.map((entry) => entry.agency_id))],
  }
  afterCommit(move.tx, () => announce(notice))
}
