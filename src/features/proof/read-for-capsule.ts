import { sql } from 'kysely'
import { canonical } from '../../kernel/canonical.ts'
import type { CapsuleFile, CapsuleLetter, CapsuleMatter } from '../../kernel/capsule/capsule-shapes.ts'
import type { EventRecord } from '../../kernel/event-record.ts'
import { recordAccess } from '../../platform/access-log.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { attachmentsOf, type FileView } from '../files/files.ts'
import { lettersOf, type StoredLetter } from '../letters/letters.ts'
import {
  type EventView,
  kindOf,
  type MatterView,
  type RevealPurpose,
  readEvents,
  readMatter,
} from '../matters/matters.ts'
import { recordedEvents } from './recorded-event.ts'

/** Everything of a matter that its reader may see, as of one moment. */
export type ReadMatter = {
  readonly view: MatterView
  readonly head: string
  readonly reader: CapsuleMatter['opener']
  /** What was submitted: in full when a purpose was given. */
  readonly content: CapsuleMatter['content']
  readonly events: readonly ReadEvent[]
  readonly letters: readonly StoredLetter[]
  readonly files: readonly (FileView & { readonly custody: CapsuleFile['custody'] })[]
  readonly isMasked: boolean
}

/** An event the reader may see, with the words the page has for it. */
export type ReadEvent = { readonly event: EventRecord; readonly isMasked: boolean; readonly view: EventView }

/**
 * Reads a matter as row-level security shows it to the actor, in one snapshot, and records that it was taken away. Without a purpose personal
 * data stays masked, as on the page. Nothing is added to the matter's own events: what is exported would change with every export.
 * @throws Refusal `not-found`
 */
export async function readForCapsule(
  tx: Tx,
  actor: AgencyActor,
  matterId: string,
  purpose: RevealPurpose | undefined,
): Promise<ReadMatter> {
  await sql`set transaction isolation level repeatable read`.execute(tx)
  const view = await readMatter(tx, actor, matterId)
  const isMasked = purpose === undefined
  const { content, head, reader } = await rowOf(tx, actor, matterId)
  const letters = await lettersOf(tx, matterId)
  const files = await attachmentsOf(tx, matterId)
  const events = await eventsOf(tx, matterId, isMasked)
  await recordAccess(tx, {
    what: 'matter-exported',
    matterId,
    ...(purpose === undefined ? {} : { purpose, fields: view.masked.slice(0, mostFields) }),
    facts: { version: view.version, letters: letters.length, files: files.length, masked: isMasked },
  })
  const custody = custodyOf(events)
  return {
    view,
    head,
    reader,
    content: (isMasked ? withoutDigests(view.content) : content) as CapsuleMatter['content'],
    events,
    letters,
    files: files.map((file) => ({ ...file, custody: custody.get(file.id) ?? [] })),
    isMasked,
  }
}

/** The access log names so many fields at most. */
const mostFields = 50

async function rowOf(tx: Tx, actor: AgencyActor, matterId: string) {
  const { rows } = await sql<{ content: object; head: string; reader: CapsuleMatter['opener'] }>`
    select m.content, encode(m.head, 'hex') as head,
      jsonb_build_object('id', a.id, 'name', a.name, 'nameEn', a.name_en) as reader
    from matter m, agency a where m.id = ${matterId} and a.id = ${actor.agencyId}`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The matter was there a moment ago.')
  return row
}

const pageRows = 500

async function eventsOf(tx: Tx, matterId: string, isMasked: boolean): Promise<ReadEvent[]> {
  const read: ReadEvent[] = []
  for (let after = 0; ; ) {
    const views = await readEvents(tx, matterId, after, pageRows)
    const last = views.at(-1)
    if (!last) return read
    const viewOf = new Map(views.map((view) => [view.seq, view]))
    for (const recorded of await recordedEvents(tx, matterId, after + 1, last.seq)) {
      const view = viewOf.get(recorded.seq)
      if (!view) throw new Error(`Event ${recorded.seq} is in the table and not on the page.`)
      const event = isMasked ? maskedEvent(recorded, view.body) : recorded
      read.push({ event, isMasked: event !== recorded, view })
    }
    after = last.seq
  }
}

/**
 * The event with its body as a masked capsule shows it. What is left out must not be tried out either: with it go the salt, and the digests of
 * what letters and files say, which stand in the event as it was recorded.
 */
function maskedEvent(recorded: EventRecord, shown: EventRecord['body'] | EventView['body']): EventRecord {
  const body = withoutDigests(shown) as EventRecord['body']
  if (canonical(body) === canonical(recorded.body)) return recorded
  const { salt: _, ...event } = recorded
  return { ...event, body }
}

function withoutDigests(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDigests)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) =>
      name === 'digest' ? [] : [[name, withoutDigests(inner)] as const],
    ),
  )
}

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Which events tell of which file: whatever their form, they name it by its id. */
function custodyOf(events: readonly ReadEvent[]): ReadonlyMap<string, number[]> {
  const custody = new Map<string, number[]>()
  for (const { event } of events)
    for (const id of new Set(JSON.stringify(event.body).match(uuids) ?? [])) {
      const told = custody.get(id) ?? []
      told.push(event.seq)
      custody.set(id, told)
    }
  return custody
}

/** The matter as the capsule tells it: nothing that changes by itself, such as how long is left. */
export function capsuleMatter({ view, content }: ReadMatter): CapsuleMatter {
  const { id, number, title, urgency, openedAt, settledAt, restricted } = view
  return {
    id,
    kind: plainWords(kindOf(view.kind).words.name),
    number,
    title,
    urgency,
    opener: agency(view.opener),
    lead: agency(view.lead),
    alliance: view.alliance && agency(view.alliance),
    openedAt,
    settledAt,
    restricted,
    legs: view.legs.map((leg) => ({
      no: leg.no,
      asker: agency(leg.asker),
      answerer: leg.answerer && agency(leg.answerer),
      superior: leg.superior && agency(leg.superior),
      attending: leg.attending.map(agency),
      state: plainWords(leg.stateWords),
      settled: leg.settled,
      delivery: leg.delivery,
      sentAt: leg.sentAt,
    })),
    clocks: view.clocks
      .map((clock) => ({
        leg: clock.leg,
        words: plainWords(clock.words),
        owes: agency(clock.owes),
        startedAt: clock.startedAt,
        dueAt: clock.dueAt,
        stoppedAt: clock.stoppedAt,
        outcome: clock.outcome,
        basis: plainWords(clock.basis),
      }))
      .sort((a, b) => compare([a.startedAt, a.leg, a.words.en], [b.startedAt, b.leg, b.words.en])),
    links: view.links
      .map((link) => ({ id: link.id, number: link.number, title: link.title, relation: link.relation }))
      .sort((a, b) => compare([a.id, a.relation], [b.id, b.relation])),
    content,
  }
}

export function capsuleLetter(letter: StoredLetter, path: string | null, isMasked: boolean): CapsuleLetter {
  return {
    id: letter.id,
    seq: letter.seq,
    type: letter.type,
    number: letter.number,
    code: letter.code,
    at: letter.issuedAt,
    void: letter.legs.every((leg) => letter.voidLegs.includes(leg)),
    digest: isMasked ? null : letter.digest,
    content: isMasked ? null : (letter.content as unknown as CapsuleLetter['content']),
    path,
  }
}

export function capsuleFile(
  file: ReadMatter['files'][number],
  path: string | null,
  isMasked: boolean,
): CapsuleFile {
  return {
    id: file.id,
    name: file.name,
    mediaType: file.mediaType,
    size: file.size,
    digest: isMasked ? null : file.digest,
    item: file.item,
    note: file.note,
    leg: file.leg,
    agency: agency(file.agency),
    addedBy: file.addedBy?.name ?? null,
    addedAt: file.addedAt,
    internal: file.internal,
    withdrawn: file.withdrawn && { at: file.withdrawn.at, reason: file.withdrawn.reason },
    custody: [...file.custody],
    path,
  }
}

const agency = ({ id, name, nameEn }: { id: string; name: string; nameEn: string }) => ({ id, name, nameEn })
const plainWords = ({ zh, en }: { zh: string; en: string }) => ({ zh, en })

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, index) => part !== b[index])
  if (at < 0) return 0
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1
}
