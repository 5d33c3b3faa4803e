import { z } from 'zod'
import { chinaDayOf } from '../../kernel/day.ts'
import { parseInput } from '../../kernel/faults.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { type AgencyActor, hasPower, type Power } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { turnClocks } from './clocks.ts'
import { digestOf, firstResult } from './idempotency.ts'
import type { Kind } from './kind.ts'
import { kindOf, kinds } from './kinds/kinds.ts'
import { earlierResult, nextMatterSerial } from './matter-store.ts'
import type { MoveResult } from './matter-views.ts'
import { addEvent, addParty, beginMove, type Move, putLeg, storeMove, tell, whoIs } from './move.ts'
import { resultOf } from './move-result.ts'
import { searchPairs } from './search-pairs.ts'

/** The beginning of a matter: its kind, and a working title until its content is submitted. */
export const OpenMatter = z.strictObject({
  kind: z.enum(kinds.map(({ name }) => name) as [string, ...string[]]),
  title: text(100).optional(),
})
export type OpenMatter = z.infer<typeof OpenMatter>

/** What a matter begins with that comes of another one. */
export type Beginning = {
  /** As much of its content as is known already. */
  readonly content?: Readonly<Record<string, unknown>>
  /** The matter it comes of; the two are linked. */
  readonly of?: string | undefined
}

/**
 * Opens a matter as a draft that only one's own agency sees: its files, its draft and its number begin here. Nothing
 * reaches anybody else until it is sent.
 * @throws Refusal `not-allowed` for somebody who may answer but not open matters (协作部门)
 */
export async function openMatter(
  tx: Tx,
  actor: AgencyActor,
  input: OpenMatter & { readonly idempotencyKey?: string | undefined },
  occasion: Occasion = hereAndNow(),
  { content = {}, of }: Beginning = {},
): Promise<MoveResult> {
  const { idempotencyKey, ...asked } = input
  const { kind: kindName, title } = parseInput(OpenMatter, asked)
  const kind = kindOf(kindName)
  if (!opensWith(kind).some((power) => hasPower(actor, power))) throw mayNotOpen()
  const key = idempotencyKey ? { askedBy: whoIs(actor), key: idempotencyKey } : undefined
  const digest = digestOf({ action: 'open', body: asked })
  const [earlier, number] = await Promise.all([
    key && earlierResult(tx, key),
    numberOf(tx, kind.numberPrefix, occasion.now),
  ])
  if (earlier) return firstResult(earlier, digest)

  const id = newId()
  const move = beginMove(
    tx,
    actor,
    kind,
    {
      id,
      kind: kind.name,
      number,
      title: title ?? nothingWritten,
      urgency: 'normal',
      opener_id: actor.agencyId,
      lead_id: actor.agencyId,
      reviewer_id: null,
      alliance_id: null,
      subject_key: null,
      content,
      version: 0,
      head: '',
      opened_at: occasion.now,
      settled_at: null,
      legs: [],
      clocks: [],
      parties: [],
      last_at: occasion.now,
      earlier: null,
    },
    occasion,
    true,
  )
  addParty(move, actor.agencyId)
  putLeg(move, {
    no: 1,
    asker_id: actor.agencyId,
    answerer_id: null,
    superior_id: null,
    attending: [],
    state: kind.chart.initial,
    done: {},
    delivery: 'unsent',
    delivery_fault: null,
    sent_at: null,
    settled_at: null,
  })
  const opened = addEvent(move, {
    type: 'open',
    leg: null,
    body: {
      kind: kind.name,
      number,
      moves: [{ leg: 1, from: null, to: kind.chart.initial }],
      lead: actor.agencyId,
    },
    visibleTo: [actor.agencyId],
  })
  move.search = searchPairs([number, move.matter.title])
  if (of) {
    move.links.push({ other_id: of, relation: 'same-case', made_at: move.now })
    tell(move, opened, actor.agencyId, { evenSelf: true })
  }
  await startFirstClocks(move)
  const result = resultOf(move)
  storeMove(move, key ? { asked_by: key.askedBy, key: key.key, digest, result } : undefined)
  return result
}

/** Deadlines of writing itself: they run where it is known from the beginning since when something is owed. */
async function startFirstClocks(move: Move): Promise<void> {
  const { initial, clocks } = move.kind.chart
  const leg = move.legs.get(1)
  const runsAtOnce = Object.values(clocks).some(({ runsIn }) => runsIn.includes(initial))
  if (leg && runsAtOnce && Object.keys(move.matter.content).length > 0)
    await turnClocks(move, leg, 'open', null, initial)
}

/** The powers of which one is needed to begin a matter of this kind. */
export const opensWith = (kind: Kind): readonly Power[] => kind.openedWith ?? ['open']

/** 案移-20261122-000042: what it is, the day in China, a serial. */
async function numberOf(tx: Tx, prefix: string, now: string): Promise<string> {
  const serial = await nextMatterSerial(tx)
  return `${prefix}-${chinaDayOf(now).replaceAll('-', '')}-${String(serial).padStart(6, '0')}`
}

/** The title until there is content; the number beside it says the kind. */
const nothingWritten = '尚未填写'

const mayNotOpen = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '您的账号只能办理收到的事项，不能发起新的事项。如需发起，请联系本单位负责人。',
    en: 'Your account answers matters that arrive and cannot open new ones. Ask the leader of your agency if one is needed.',
  })
