import type { z } from 'zod'
import { invalidInput } from '../../kernel/faults.ts'
import type { AgencyId } from '../../kernel/ids.ts'
import { agenciesByIds, commonAlliance } from '../agencies/agencies.ts'
import type { LockedLeg } from './matter-store.ts'
import { addParty, type Move, putLeg } from './move.ts'
import { pendingOf } from './pending.ts'
import { leadersIfRestricted } from './restriction.ts'
import { searchPairs, shortTexts } from './search-pairs.ts'

/**
 * Takes over the content of a matter and its addressees: one leg for each, answered separately. May happen again as long
 * as nothing was sent: a matter sent back for correction is addressed anew.
 */
export async function addressLegs(
  move: Move,
  first: LockedLeg,
  form: z.ZodType,
  content: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { kind, matter } = move
  // An agency's own affair has nobody to go to: it stays the one leg that began with it.
  const to = kind.mostAddressees === 0 ? [] : (content.to as readonly AgencyId[])
  if (to.includes(first.asker_id as AgencyId))
    throw invalidInput([
      {
        path: ['to'],
        message: {
          zh: '不能发给本单位，请另选承办单位。',
          en: 'It cannot go to your own agency; choose another.',
        },
      },
    ])
  if (new Set(to).size < to.length)
    throw invalidInput([
      {
        path: ['to'],
        message: { zh: '同一单位选择了多次，请删去重复项。', en: 'An agency was chosen twice; remove one.' },
      },
    ])
  const known = await agenciesByIds(move.tx, to)
  const unknown = to.filter((id) => !known.has(id))
  if (unknown.length > 0)
    throw invalidInput([
      {
        path: ['to'],
        message: {
          zh: '有单位不在机构目录中，请重新选择。',
          en: 'An agency is not in the directory; choose again.',
        },
      },
    ])

  await kind.refuseAddressees?.({ tx: move.tx, askerId: first.asker_id as AgencyId, to })

  for (const [index, answerer] of to.entries())
    putLeg(move, { ...first, no: index + 1, answerer_id: answerer })
  const legCount = Math.max(to.length, 1)
  for (const no of move.legs.keys()) if (no > legCount) move.legs.delete(no)
  move.dropLegsAfter = legCount

  const alliance =
    to[0] && (await commonAlliance(move.tx, first.asker_id as AgencyId, to[0] as AgencyId, kind.name))
  const subjectKey = kind.subjectKeyOf(content)
  if (subjectKey) await pendingOf(move.tx, kind.name, matter.opener_id, subjectKey, matter.id)
  const title = kind.titleOf(content)
  move.matter = {
    ...matter,
    title,
    content,
    urgency: kind.urgencyOf(content),
    subject_key: subjectKey,
    alliance_id: alliance?.id ?? null,
  }
  move.search = searchPairs([matter.number, title, ...shortTexts(form, content)])
}

/**
 * Delivers every leg to its answerer: from now on the other side takes part. An addressee that is closed does not hold up
 * the others: its leg is shown as failed and can be sent again alone (P18).
 */
export async function deliverLegs(move: Move): Promise<void> {
  const to = [...move.legs.values()].flatMap(({ answerer_id }) =>
    answerer_id ? [answerer_id as AgencyId] : [],
  )
  const known = await agenciesByIds(move.tx, to)
  for (const leg of move.legs.values())
    await deliver(move, leg, known.get(leg.answerer_id as AgencyId)?.active ?? false)
}

/**
 * Puts another agency in the place of one that could not be reached: on its leg and among the addressees of the content, which
 * never say different things.
 * @returns the leg, not yet delivered
 */
export async function readdress(move: Move, leg: LockedLeg, to: AgencyId): Promise<LockedLeg> {
  if (to === leg.answerer_id) return leg
  const { kind, matter } = move
  await kind.refuseAddressees?.({ tx: move.tx, askerId: leg.asker_id as AgencyId, to: [to] })
  const addressees = (matter.content.to as readonly AgencyId[]).with(leg.no - 1, to)
  const alliance = await commonAlliance(
    move.tx,
    leg.asker_id as AgencyId,
    addressees[0] as AgencyId,
    kind.name,
  )
  move.matter = {
    ...matter,
    content: { ...matter.content, to: addressees },
    alliance_id: alliance?.id ?? null,
  }
  return { ...leg, answerer_id: to, attending: leg.attending.filter((id) => id !== to) }
}

/** Delivers one leg, or marks it as failed when its answerer takes no more matters. */
export async function deliver(move: Move, leg: LockedLeg, isActive: boolean): Promise<void> {
  if (!leg.answerer_id) return
  if (!isActive) return putLeg(move, { ...leg, delivery: 'failed', delivery_fault: 'agency-closed' })
  putLeg(move, { ...leg, delivery: 'delivered', delivery_fault: null, sent_at: move.now })
  addParty(move, leg.answerer_id, await leadersIfRestricted(move, leg.answerer_id))
}
