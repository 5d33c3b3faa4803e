import { sql } from 'kysely'
import { z } from 'zod'
import { canonical } from '../../kernel/canonical.ts'
import { actionsOf } from '../../kernel/chart.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { personNames } from './agency-names.ts'
import { checkListOf } from './check-list.ts'
import { closedRefusal } from './closed-because.ts'
import { isBeingWritten } from './is-being-written.ts'
import type { BegunMatter, Kind } from './kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { matterNotFound } from './matter-store.ts'
import type { DraftView } from './matter-views.ts'
import { contentAction } from './read-matter.ts'
import { isStandingAction } from './standing-actions.ts'

/** What is being typed, whole; any shape, because it is not finished. */
export const SaveDraft = z.strictObject({
  body: z.record(z.string().max(100), z.unknown()),
  /** The version one saw; 0 for the first saving. */
  version: z.number().int().min(0).max(1_000_000_000),
})
export type SaveDraft = z.infer<typeof SaveDraft>

/** Which draft: of which action on which leg (0: the matter itself). */
export type DraftAddress = { readonly matterId: string; readonly action: string; readonly leg: number }

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The draft of an action; the matter's own content is written by the whole agency together, an answer by each person. Content that
 * comes back to be corrected is its own draft: it was submitted, so nobody types it again; an answer begins with what its kind knows.
 */
export async function readDraft(tx: Tx, actor: AgencyActor, address: DraftAddress): Promise<DraftView> {
  const { kind, matter, isContent } = await draftedIn(tx, address)
  const owner = isContent || actor.type !== 'person' ? nobody : actor.accountId
  const { rows } = await sql<{
    body: Readonly<Record<string, unknown>>
    version: number
    saved_at: string
    saved_by: string
  }>`
    select body, version, saved_at, saved_by from draft
    where matter_id = ${address.matterId} and leg_no = ${address.leg} and action = ${address.action}
      and agency_id = ${actor.agencyId} and account_id = ${owner}`.execute(tx)
  const draft = rows[0]
  const beginning = () =>
    isContent ? contentToCorrect(tx, actor, matter.id) : kind.begins?.[address.action]?.(tx, matter)
  const body = draft?.body ?? (await beginning()) ?? {}
  const personOf = await personNames(tx, [draft?.saved_by])
  return {
    action: address.action,
    leg: address.leg,
    body,
    version: draft?.version ?? 0,
    savedAt: draft?.saved_at ?? null,
    savedBy: personOf(draft?.saved_by),
    ...(isContent
      ? {
          materials: (await checkListOf(tx, kind, { openerId: matter.opener_id, content: body })).filter(
            ({ later }) => !later,
          ),
        }
      : {}),
  }
}

/**
 * What was submitted and is with its writers again: sent back by the reviewer, or taken back. Its personal details are in full, as they
 * were in the draft, so only the agency that writes it gets it, and only while it writes.
 */
async function contentToCorrect(
  tx: Tx,
  actor: AgencyActor,
  matterId: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await sql<{ kind: string; content: Readonly<Record<string, unknown>>; state: string }>`
    select m.kind, m.content, l.state from matter m join leg l on l.matter_id = m.id and l.no = 1
    where m.id = ${matterId} and l.asker_id = ${actor.agencyId}`.execute(tx)
  const [written] = rows
  return written && isBeingWritten(written.kind, written.state) ? written.content : {}
}

/**
 * Saves what somebody typed. When another hand has saved since, nothing is overwritten: the refusal carries the other
 * version, and the page shows both.
 */
export async function saveDraft(
  tx: Tx,
  actor: AgencyActor,
  address: DraftAddress,
  input: SaveDraft,
): Promise<DraftView> {
  const { kind, isContent: shared } = await draftedIn(tx, address)
  // Any shape, but one that can be kept: the canonical text refuses what the database cannot hold or nests endlessly.
  const body = canonical(input.body)
  const { rows } = await sql<{ version: number | null }>`
    select save_draft(${address.matterId}, ${address.leg}, ${address.action}, ${shared},
      ${body}::jsonb, ${input.version}, ${titleSoFar(kind, input.body)}) as version`.execute(tx)
  const version = rows[0]?.version ?? null
  if (version === -1) throw matterNotFound()
  const draft = await readDraft(tx, actor, address)
  if (version === null) throw savedMeanwhile(draft)
  return draft
}

/** What lists call a matter that is still written, by what of the form is filled in; nothing while that says no more than its kind. */
function titleSoFar(kind: Kind, body: SaveDraft['body']): string | null {
  const form = kind.forms[contentAction(kind)]
  const title = kind.titleOf(form instanceof z.ZodObject ? filledIn(form, body) : {})
  return title === kind.titleOf({}) ? null : title.slice(0, 100)
}

/** The fields of a half-written form that are as they should be; people leave the others for later. */
function filledIn({ shape }: z.ZodObject, body: SaveDraft['body']): SaveDraft['body'] {
  const good = Object.entries(shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
    const said = body[name]
    if (said === undefined) return []
    if (field.safeParse(said).success) return [[name, said]]
    const section = field instanceof z.ZodOptional ? field.unwrap() : field
    const hasFields = section instanceof z.ZodObject && typeof said === 'object' && said !== null
    return hasFields ? [[name, filledIn(section, said as SaveDraft['body'])]] : []
  })
  return Object.fromEntries(good)
}

/** The matter a draft belongs to, its kind, and whether the draft is its content, which the whole agency writes together. */
async function draftedIn(tx: Tx, { matterId, action }: DraftAddress) {
  const { rows } = await sql<BegunMatter & { kind: string }>`
    select id, kind, opener_id, content from matter where id = ${matterId}`.execute(tx)
  const [matter] = rows
  if (!matter) throw matterNotFound()
  const kind: Kind = kindOf(matter.kind)
  if (!actionsOf(kind.chart).includes(action) && !isStandingAction(action))
    throw closedRefusal(kind, '', action, 'no-such-action')
  return { kind, matter, isContent: contentAction(kind) === action }
}

const savedMeanwhile = (current: DraftView): Refusal =>
  new Refusal(
    'already-changed',
    {
      zh: `${current.savedBy?.name ?? '同事'}刚刚保存过这份草稿。两份内容都保留，请对照后选择。`,
      en: `${current.savedBy?.name ?? 'A colleague'} has saved this draft in the meantime. Both versions are kept; compare and choose.`,
    },
    { facts: { current } },
  )
