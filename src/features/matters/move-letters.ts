import { sql } from 'kysely'
import { chinaDayOf } from '../../kernel/day.ts'
import type { AgencyId } from '../../kernel/ids.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { commonSuperior, directs } from '../agencies/agencies.ts'
import { attachmentsOf } from '../files/files.ts'
import {
  type Addressee,
  type Correspondent,
  type LetterAgencies,
  type LetterDraft,
  type LetterMapping,
  type LetterMention,
  type LetterSort,
  type LetterSource,
  letterAgencies,
  mentionOf,
  writeLetter,
} from '../letters/letters.ts'
import { checkListOf } from './check-list.ts'
import { firstEndIfStarted } from './clocks.ts'
import type { Kind } from './kind.ts'
import type { EventRow, LockedLeg } from './matter-store.ts'
import { addParty, attendedBy, inConversation, type Move, putLeg, tell } from './move.ts'
import { leadersIfRestricted } from './restriction.ts'

type Body = Readonly<Record<string, unknown>>

/** What a letter is drafted from: a move under way, or one that is only looked at. */
export type LetterOccasion = {
  readonly tx: Tx
  readonly actor: Actor
  readonly kind: Kind
  readonly matter: {
    readonly id: string
    readonly number: string
    readonly alliance_id: string | null
    readonly content: Body
  }
  /** The legs the move reaches. */
  readonly legs: readonly LockedLeg[]
  readonly action: string
  readonly body: Body
  readonly now: string
}

/**
 * Writes the letter that an action produces into the move, and takes back those it makes void. Only people and programs of agencies write
 * letters; what a clock does has none.
 * @returns what the event says of them
 */
export async function moveLetters(
  move: Move,
  action: string,
  legs: readonly LockedLeg[],
  body: Body,
): Promise<readonly LetterMention[]> {
  for (const gone of move.kind.letters?.voids?.[action] ?? [])
    for (const { no: leg } of legs)
      move.voidLetters.push(
        typeof gone === 'string' ? { type: gone, leg } : { type: gone.last, leg, last: true },
      )
  const mapping = move.kind.letters?.writes[action]
  const reached = legs.filter(({ delivery }) => delivery === 'delivered')
  if (!mapping || reached.length === 0 || move.actor.type === 'system') return []
  const draft = await letterDraft({ ...move, legs: reached, action, body }, mapping)
  if (!draft) return []
  const letter = await writeLetter(
    move.tx,
    draft,
    reached.map(({ no }) => no),
  )
  move.letters.push(letter)
  await seatCopied(move, letter.content.copies, reached)
  return [mentionOf(letter)]
}

/** Who is sent a copy 抄送 reads the conversation it comes from; most do so already, as sides of it or because they were called in. */
async function seatCopied(
  move: Move,
  copies: readonly Correspondent[],
  legs: readonly LockedLeg[],
): Promise<void> {
  for (const { id } of copies) {
    const without = legs.filter((leg) => !inConversation(leg).includes(id))
    for (const { no } of without) {
      const leg = move.legs.get(no)
      if (leg) putLeg(move, attendedBy(leg, id))
    }
    if (without.length > 0) addParty(move, id, await leadersIfRestricted(move, id))
  }
}

/** Tells those who are sent a copy; sides of the matter are told of the move as it is. */
export function tellCopied(move: Move, event: EventRow): void {
  const sides = [...move.legs.values()].flatMap(({ asker_id, answerer_id, superior_id }) => [
    asker_id,
    answerer_id,
    superior_id,
  ])
  for (const { content } of move.letters)
    for (const { id } of content.copies) if (!sides.includes(id)) tell(move, event, id)
}

/** The letter an action would produce; nothing where this time none is due. */
export async function letterDraft(
  occasion: LetterOccasion,
  mapping: LetterMapping,
): Promise<LetterDraft | undefined> {
  const { tx, actor, kind, matter, legs, body, now } = occasion
  if (actor.type === 'system') return undefined
  const [first] = legs
  if (!first) return undefined
  const superiorId = mapping.to === 'superior' ? await superiorOf(tx, first) : first.superior_id
  const [agencies, record, files] = await Promise.all([
    letterAgencies(tx, actor.agencyId, [
      superiorId,
      ...legs.flatMap(inConversation),
      ...(mapping.names?.(body) ?? []),
      ...(mapping.copies?.(body) ?? []),
    ]),
    recordOf(tx, matter.id, legs),
    attachmentsOf(tx, matter.id),
  ])
  const asker = agencies.nameOf(first.asker_id)
  if (!asker) return undefined
  const answerers = legs.flatMap(({ answerer_id }) => agencies.nameOf(answerer_id) ?? [])
  const superior = agencies.nameOf(superiorId)
  const checkList = await checkListOf(tx, kind, { openerId: first.asker_id, content: matter.content })
  const source: LetterSource = {
    content: matter.content,
    body,
    said: (wanted) => record.said.find(({ action }) => action === wanted)?.form,
    allSaid: (wanted) =>
      record.said
        .filter(({ action }) => action === wanted)
        .map(({ form }) => form)
        .reverse(),
    nameOf: (id) => agencies.nameOf(typeof id === 'string' ? id : null)?.name ?? '',
    answered: (...types) => record.letters.find(({ type }) => types.includes(type)),
    wordOf: (path, value) => kind.words.options[path]?.[String(value)]?.zh ?? '',
    labelOf: (path) => kind.words.fields[path]?.zh ?? '',
    asker,
    answerers,
    superior,
    files: files
      .filter(({ internal, withdrawn }) => !internal && !withdrawn)
      .map(({ name, item, agency }) => ({
        name,
        item,
        isOwn: agency.id === actor.agencyId,
        means: checkList.find((material) => material.item === item)?.words.zh,
      })),
    day: chinaDayOf(now),
    dueAt: await firstEndIfStarted(
      tx,
      (mapping.due ?? []).flatMap((name) => kind.chart.clocks[name] ?? []),
      { ...matter, urgency: kind.urgencyOf(matter.content) },
      now,
    ),
  }
  if (mapping.when && !mapping.when(source)) return undefined
  const other = actor.agencyId === first.asker_id ? answerers : [asker]
  const receivers = receiversOf(mapping, source, other)
  // What goes to many answers none of them; it goes to all in the names in which it went to them first.
  const isCircular = mapping.to === 'answerers' && receivers.length > 1
  const to = isCircular ? receivers : receivers.map((one) => asItWrote(one, agencies, record))
  const concerned = [...legs.flatMap(inConversation), ...(mapping.copies?.(body) ?? [])]
  return {
    type: mapping.type,
    facts: mapping.facts(source),
    issuer: agencies.issuer,
    to,
    copies: copied(agencies, concerned, {
      not: [actor.agencyId, agencies.issuer.id, ...to.flatMap(({ id }) => id ?? [])],
      isUpward: mapping.to === 'superior',
    }),
    enclosures: mapping.enclosures?.(source) ?? [],
    matter: matter.number,
    allianceId: matter.alliance_id,
    now,
  }
}

/** Whom a letter goes to. */
function receiversOf(
  { to }: LetterMapping,
  source: LetterSource,
  other: readonly Addressee[],
): readonly Addressee[] {
  if (typeof to === 'function') return [{ id: null, name: to(source.body) }]
  const { asker, answerers, superior } = source
  const sides = {
    answerers,
    asker: [asker],
    superior: superior ? [superior] : [],
    sides: [asker, ...answerers],
    other,
  }
  return sides[to]
}

/** Who wrote in the name of another agency is answered under that name: the letter goes to whose letter it answers. */
function asItWrote(to: Addressee, { principalOf }: LetterAgencies, { letters }: Record_): Addressee {
  const principal = to.id === null ? undefined : principalOf(to.id)
  const hasWritten = letters.some(({ issuerId }) => issuerId === principal?.id)
  return principal && hasWritten ? { id: to.id, name: principal.name } : to
}

/** A letter to the common superior names it before it was called in. */
async function superiorOf(tx: Tx, { asker_id, answerer_id, superior_id }: LockedLeg): Promise<string | null> {
  if (superior_id || !answerer_id) return superior_id
  const { superior } = await commonSuperior(tx, asker_id as AgencyId, answerer_id as AgencyId)
  return superior?.id ?? null
}

/**
 * Who gets a copy 抄送: all whom the conversation concerns beside writer and addressees, such as the common superior or the joint office
 * that was called in. What asks a superior for a decision is not copied to agencies below one's own (党政机关公文处理工作条例 Art. 15).
 */
function copied(
  { issuer, nameOf, pathOf }: LetterAgencies,
  concerned: readonly string[],
  { not, isUpward }: { readonly not: readonly string[]; readonly isUpward: boolean },
): readonly Correspondent[] {
  const isBelow = (id: string) => directs(pathOf(issuer.id) ?? '', pathOf(id) ?? '')
  return [...new Set(concerned)]
    .filter((id) => !not.includes(id) && !(isUpward && isBelow(id)))
    .flatMap((id) => nameOf(id) ?? [])
}

type Record_ = {
  readonly said: readonly { readonly action: string; readonly form: Body }[]
  readonly letters: readonly {
    readonly type: LetterSort
    readonly number: string
    readonly day: string
    readonly issuerId: string
  }[]
}

/** What was said and written before in these conversations, newest first, as far as the actor may read it. */
async function recordOf(tx: Tx, matterId: string, legs: readonly LockedLeg[]): Promise<Record_> {
  const numbers = legs.map(({ no }) => no)
  const { rows } = await sql<{ record: Record_ }>`
    select json_build_object(
      'said', (
        select coalesce(json_agg(json_build_object('action', e.type, 'form', e.body -> 'form') order by e.seq desc), '[]')
        from event e
        where e.matter_id = ${matterId} and e.body ? 'form' and (e.leg is null or e.leg = any (${numbers}::int[]))),
      'letters', (
        select coalesce(json_agg(json_build_object(
            'type', l.type, 'number', l.number, 'day', l.content ->> 'day', 'issuerId', l.issuer_id)
          order by l.issued_at desc, l.id desc), '[]')
        from letter l
        where l.matter_id = ${matterId} and l.legs && ${numbers}::int[] and not l.legs <@ l.void_legs)) as record`.execute(
    tx,
  )
  return rows[0]?.record ?? { said: [], letters: [] }
}
