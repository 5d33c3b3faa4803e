import { sql } from 'kysely'
import { type Chart, isFinal, type Mover, type Step } from '../../kernel/chart.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type AgencyActor, hasPower } from '../../platform/actor.ts'
import { rolesWith } from '../people/people.ts'
import type { LockedLeg } from './matter-store.ts'
import { type Move, sidesOf, whoIs } from './move.ts'

/** The approving of what another person of the agency has written. */
export type Review = Step & { readonly otherThan: string }

const isReview = (step: Step): step is Review => step.power === 'approve' && step.otherThan !== undefined

const reviewIn = (chart: Chart, state: string): Review | undefined =>
  Object.values(chart.states[state] ?? {}).find(isReview)

/** The step by which an agency approves what one of its people wrote before it is sent; a kind that is sent at once has none. */
export const reviewOf = (chart: Chart): Review | undefined =>
  Object.keys(chart.states).flatMap((state) => reviewIn(chart, state) ?? [])[0]

/**
 * Finds who reviews, when a matter comes to its review 代为审核: the agency's own people; where it has none but the writer, those of the
 * agency in whose name it acts, or of the nearest above it. Until the matter is sent they see what was submitted, and owe the review.
 * @throws Refusal `not-now` when nobody could ever approve it
 */
export async function callReviewer(move: Move, leg: LockedLeg, to: string): Promise<void> {
  const { chart } = move.kind
  const review = reviewIn(chart, to)
  if (review) move.matter = { ...move.matter, reviewer_id: await reviewerFor(move, leg, review) }
  else if (move.legs.get(leg.no)?.delivery !== 'unsent' || isFinal(chart, to))
    move.matter = { ...move.matter, reviewer_id: null }
}

async function reviewerFor(move: Move, leg: LockedLeg, review: Review): Promise<string | null> {
  const isRestricted = [...move.parties.values()].some(({ restricted }) => restricted)
  const able = isRestricted ? rolesWith('approve', 'lead') : rolesWith('approve')
  const writer = move.legs.get(leg.no)?.done[review.otherThan] ?? ''
  const addressees = [...move.legs.values()].flatMap(({ answerer_id }) => answerer_id ?? [])
  const { rows } = await sql<{ agency: string | null }>`
    select reviewing_agency(${leg.asker_id}, ${writer}, ${able}::text[], ${addressees}::uuid[]) as agency`.execute(
    move.tx,
  )
  const agency = rows[0]?.agency
  if (!agency) throw nobodyReviews()
  return agency === leg.asker_id ? null : agency
}

/** The deadline of a review that others do is theirs; the agency itself waits for it. */
export function handReviewOver(move: Move, leg: LockedLeg): void {
  const { reviewer_id } = move.matter
  const { chart } = move.kind
  if (!reviewer_id || !reviewIn(chart, move.legs.get(leg.no)?.state ?? '')) return
  for (const [id, clock] of move.newClocks) {
    // What runs on after the review, such as a time set by law, stays with the agency.
    const isOfReview = chart.clocks[clock.name]?.runsIn.every((state) => reviewIn(chart, state))
    if (isOfReview) move.newClocks.set(id, { ...clock, owes_id: reviewer_id, waits_id: clock.owes_id })
  }
}

/** True for somebody who reviews a matter for the smaller agency that opened it. */
export const reviewsForOpener = (
  matter: { readonly reviewer_id: string | null },
  actor: AgencyActor,
): boolean => matter.reviewer_id === actor.agencyId && hasPower(actor, 'approve')

/** Who acts, seen from one leg. Whoever reviews for a smaller agency acts on its side, and does nothing there but review. */
export function moverOn(
  matter: { readonly reviewer_id: string | null },
  leg: LockedLeg,
  actor: AgencyActor,
): Mover {
  const who = whoIs(actor)
  if (reviewsForOpener(matter, actor)) return { sides: ['asker'], powers: new Set(['approve']), who }
  return { sides: sidesOf(leg, actor.agencyId), powers: actor.powers, who }
}

const nobodyReviews = (): Refusal =>
  new Refusal('not-now', {
    zh: '本单位和上级单位都没有其他可以审核的人员，无法送审。请安全管理员为本单位设置法制审核人员或负责人；已填写的内容仍保留。',
    en: 'Neither your agency nor one above it has another person who may approve. Ask the security administrator to appoint a legal reviewer or leader; what you wrote is kept.',
  })
