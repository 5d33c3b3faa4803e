import { sql } from 'kysely'
import { z } from 'zod'
import { isPlateColour, plateKey } from '../../kernel/identifiers/plate.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { recordAccess } from '../../platform/access-log.ts'
import { type AgencyActor, hasPower } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { agencyNames, kindOf } from '../matters/matters.ts'
import type { CaseElsewhere } from './case-views.ts'
import { outcomeWords } from './outcome-words.ts'

/** Why somebody looks for the cases of a vehicle in all regions. */
export const searchPurposes = ['first-violation', 'same-act', 'repeat-offender'] as const

export const SearchCases = z.strictObject({
  plate: text(20),
  colour: z.string().refine(isPlateColour),
  purpose: z.enum(searchPurposes),
})
export type SearchCases = z.infer<typeof SearchCases>

/** What one search answers at most: the newest. */
const mostCases = 100

/** Any of these powers; the database asks for the same (`searches_cases`). */
const searchers = ['open', 'approve', 'lead', 'oversee'] as const

const notForPartners = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '您的账号不能跨区域查询案件。需要时请向有关执法机构提出。',
    en: 'Your account does not search the cases of all regions. Ask the enforcement agency concerned.',
  })

type Row = {
  readonly agency_id: string
  readonly number: string
  readonly filed_at: string
  readonly behaviour: string
  readonly state: string
  readonly outcome: string | null
  readonly contact: CaseElsewhere['contact']
}

/**
 * The cases of all regions about one vehicle, those without penalty among them: whether a violation is the first is asked everywhere
 * (行政处罚法 Art. 33). Nothing of a person is in the answer, and each search stands in the access log.
 */
export async function searchCases(
  tx: Tx,
  actor: AgencyActor,
  { plate, colour, purpose }: SearchCases,
): Promise<{ readonly items: readonly CaseElsewhere[]; readonly next: null }> {
  if (!searchers.some((power) => hasPower(actor, power))) throw notForPartners()
  const subject = isPlateColour(colour) ? `plate ${plateKey(plate, colour)}` : ''
  const { rows } = await sql<Row>`select * from cases_about(${subject}, ${mostCases})`.execute(tx)
  await recordAccess(tx, { what: 'cases-searched', purpose, facts: { found: rows.length } })
  const agencyOf = await agencyNames(
    tx,
    rows.map(({ agency_id }) => agency_id),
  )
  const { states, options } = kindOf('case').words
  return {
    items: rows.map((row) => ({
      agency: agencyOf(row.agency_id) ?? { id: row.agency_id, name: '', nameEn: '', shortName: '' },
      number: row.number,
      filedAt: row.filed_at,
      behaviour: row.behaviour,
      behaviourWords: options['about.behaviour']?.[row.behaviour] ?? { zh: row.behaviour, en: row.behaviour },
      stateWords: states[row.state] ?? { zh: row.state, en: row.state },
      outcome: row.outcome,
      outcomeWords: outcomeWords(row.outcome),
      contact: row.contact && { name: row.contact.name, phone: row.contact.phone },
    })),
    next: null,
  }
}
