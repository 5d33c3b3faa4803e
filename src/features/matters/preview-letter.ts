import { sql } from 'kysely'
import type { Step } from '../../kernel/chart.ts'
import { faultsOf, invalidInput } from '../../kernel/faults.ts'
import type { AgencyId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { commonAlliance } from '../agencies/agencies.ts'
import { draftLetter, type LetterContent, type WantedLetter } from '../letters/letters.ts'
import type { Kind } from './kind.ts'
import { kindOf } from './kinds/kinds.ts'
import { type LockedLeg, matterNotFound } from './matter-store.ts'
import { sidesOf } from './move.ts'
import { letterDraft } from './move-letters.ts'

type Facts = {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly alliance_id: string | null
  readonly content: Readonly<Record<string, unknown>>
  readonly legs: readonly LockedLeg[]
}

/**
 * The letter an action would produce now, without number or seal: for looking at before it is sent. Nothing is written. While a matter is
 * still being written, its content is what the form carries, and the letter is the one that will go out with it.
 * @throws Refusal `invalid-input` for a form that is not complete, `not-now` where the action produces no letter, `not-your-turn`
 */
export async function draftLetterOf(
  tx: Tx,
  actor: AgencyActor,
  wanted: WantedLetter,
  occasion: Occasion = hereAndNow(),
): Promise<LetterContent> {
  const matter = await factsOf(tx, wanted.matterId)
  const kind = kindOf(matter.kind)
  const step = stepOf(kind, wanted.action)
  const read = kind.forms[wanted.action]?.safeParse(wanted.body, { reportInput: true })
  if (!step || !read) throw noLetter(kind, wanted.action)
  if (!read.success) throw invalidInput(faultsOf(read.error))
  const body = read.data as Readonly<Record<string, unknown>>

  const action = step.addresses ? sendingAction(kind) : wanted.action
  const mapping = kind.letters?.writes[action]
  if (!mapping) throw noLetter(kind, wanted.action)
  const own = matter.legs.filter((leg) => sidesOf(leg, actor.agencyId).includes(step.by))
  const legs =
    step.together || step.everywhere ? own : own.filter(({ no }) => no === (wanted.leg ?? own[0]?.no))
  const [first] = legs
  if (!first) throw notYours()
  const draft = await letterDraft(
    {
      tx,
      actor,
      kind,
      matter: step.addresses ? await asAddressed(tx, kind, matter, first, body) : matter,
      legs: step.addresses ? addressed(first, body) : legs,
      action,
      body: step.addresses ? {} : body,
      now: occasion.now,
    },
    mapping,
  )
  if (!draft) throw noLetter(kind, wanted.action)
  return draftLetter(tx, draft)
}

async function factsOf(tx: Tx, id: string): Promise<Facts> {
  const { rows } = await sql<{ facts: Facts }>`
    select json_build_object('id', m.id, 'kind', m.kind, 'number', m.number, 'alliance_id', m.alliance_id, 'content', m.content,
      'legs', (select json_agg(l order by l.no) from leg l where l.matter_id = m.id)) as facts
    from matter m where m.id = ${id}`.execute(tx)
  const facts = rows[0]?.facts
  if (!facts) throw matterNotFound()
  return facts
}

function stepOf({ chart }: Kind, action: string): Step | undefined {
  for (const steps of Object.values(chart.states)) if (Object.hasOwn(steps, action)) return steps[action]
  return undefined
}

/** The action that delivers the matters of a kind. */
export function sendingAction({ chart }: Kind): string {
  for (const steps of Object.values(chart.states))
    for (const [action, step] of Object.entries(steps)) if (step.sends) return action
  return ''
}

/** A matter with the content its form carries, in the alliance it will come into by its addressees: the alliance's template counts. */
async function asAddressed(
  tx: Tx,
  kind: Kind,
  matter: Facts,
  { asker_id }: LockedLeg,
  content: Facts['content'],
): Promise<Facts> {
  const [to] = (content.to ?? []) as readonly AgencyId[]
  const alliance = to && (await commonAlliance(tx, asker_id as AgencyId, to, kind.name))
  return { ...matter, content, alliance_id: alliance?.id ?? null }
}

/** One leg for each addressee, as sending will make them. */
const addressed = (first: LockedLeg, { to }: Readonly<Record<string, unknown>>): readonly LockedLeg[] =>
  (Array.isArray(to) ? (to as readonly string[]) : []).map((answerer_id, index) => ({
    ...first,
    no: index + 1,
    answerer_id,
  }))

const noLetter = (kind: Kind, action: string): Refusal =>
  new Refusal('not-now', {
    zh: `这一次“${kind.words.actions[action]?.zh ?? action}”不产生函件，无需预览。`,
    en: `"${kind.words.actions[action]?.en ?? action}" produces no letter this time; there is nothing to look at.`,
  })

const notYours = (): Refusal =>
  new Refusal('not-your-turn', {
    zh: '这份函件由另一方出具，您不能预览。',
    en: 'This letter is written by the other side; you cannot look at it beforehand.',
  })
