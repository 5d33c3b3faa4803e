import { sql } from 'kysely'
import { chinaDayOf } from '../../../../kernel/day.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { recordAccess } from '../../../../platform/access-log.ts'
import { agenciesByIds } from '../../../agencies/agencies.ts'
import type { EffectInput, Finding } from '../../kind.ts'
import type { Registration } from './case.contract.ts'

/** A case of whichever region in which the same subject was found to have done the same before. */
export type EarlierViolation = {
  readonly agency: { readonly name: string; readonly nameEn: string }
  readonly caseNumber: string
  /** The day in China on which it was filed. */
  readonly filedOn: string
}

/** Outcomes that say that there was a violation: also those without penalty, none that was annulled or not established. */
const violations = ['penalty', 'no-penalty-minor', 'no-penalty-first', 'changed']

/** What one asks about at most: the newest. */
const mostCases = 50

/**
 * The decided cases of all regions about the same vehicle, ship or party and the same behaviour, the newest first. Each look-up stands
 * in the access log, as one that somebody makes on the page of cases.
 */
export async function earlierViolations({
  tx,
  matter,
}: Pick<EffectInput, 'tx' | 'matter'>): Promise<readonly EarlierViolation[]> {
  const content = matter.content as Registration
  // What is known by a name alone may be another.
  const { rows } = await sql<{ agency_id: AgencyId; number: string; filed_at: Date | string }>`
    select distinct c.agency_id, c.number, c.filed_at
    from unnest(act_subjects(${JSON.stringify(content)}::jsonb)) as s (subject)
    cross join lateral cases_about(s.subject, ${mostCases}) as c
    where s.subject not like '% name %' and c.behaviour = ${content.about.behaviour}
      and c.outcome = any(${violations}::text[])
    order by c.filed_at desc limit ${mostCases}`.execute(tx)
  await recordAccess(tx, {
    what: 'cases-searched',
    matterId: matter.id,
    purpose: 'first-violation',
    facts: { found: rows.length },
  })
  const agencies = await agenciesByIds(
    tx,
    rows.map(({ agency_id }) => agency_id),
  )
  return rows.map(({ agency_id, number, filed_at }) => ({
    agency: agencies.get(agency_id) ?? { name: '', nameEn: '' },
    caseNumber: number,
    filedOn: chinaDayOf(new Date(filed_at).toISOString()),
  }))
}

/** What was found when a violation was dealt with as the first: kept with the decision, for whoever looks at it later. */
export async function firstViolationFinding(input: EffectInput): Promise<readonly Finding[]> {
  if (input.body.outcome !== 'no-penalty-first') return []
  const found = await earlierViolations(input)
  const cases = found.map(({ agency, caseNumber }) => ({
    zh: `${agency.name} ${caseNumber}`,
    en: `${agency.nameEn} ${caseNumber}`,
  }))
  return [
    {
      name: 'earlierViolations',
      value: found.length,
      zh:
        found.length === 0
          ? '核查首次违法：各地登记的案件中没有同一车船或者当事人此前的同类违法行为。'
          : `核查首次违法：查到此前的同类违法行为 ${found.length} 件：${cases.map(({ zh }) => zh).join('、')}。`,
      en:
        found.length === 0
          ? 'Looked up in all regions: no earlier violation of this kind by the same vehicle, ship or party is on record.'
          : `Looked up in all regions: ${found.length} earlier violations of this kind: ${cases.map(({ en }) => en).join(', ')}.`,
    },
  ]
}
