import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import { agencyNames } from '../../agency-names.ts'
import type { AgencyShort } from '../../matter-views.ts'
import { caseNumberKey } from '../case-transfer/case-number-key.ts'
import type { CaseRecord } from './case-record.ts'

/** A notice about a case whose decision does not stand, and what is still to be done about it. */
export type ToldNotice = {
  readonly id: string
  readonly number: string
  readonly title: string
  /** `recall`: it was sent and holds still; `discard`: it is not sent yet; `confirming`: recalled, not confirmed by all; `done`. */
  readonly is: 'recall' | 'discard' | 'confirming' | 'done'
  /** A leg in which it can be recalled, which recalls it everywhere. */
  readonly leg: number
  readonly version: number
  /** Who has not confirmed the recall yet, or still takes it for true. */
  readonly waitsFor: readonly AgencyShort[]
}

type Row = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly version: number
  readonly legs: readonly {
    readonly no: number
    readonly state: string
    readonly answerer_id: string | null
  }[]
}

const toRecall: readonly string[] = ['sent', 'received', 'answered']
const toDiscard: readonly string[] = ['drafted', 'inReview', 'approved']

/**
 * The notices 结案抄告 about a case that were begun before its decision was annulled or changed, by link or case number. Empty where it
 * stands. What is recalled from whom the kind case-notice knows; here is only what the case has to wait for.
 */
export async function toldNotices(
  tx: Tx,
  {
    matterId,
    leadId,
    record,
  }: { readonly matterId: string; readonly leadId: string; readonly record: CaseRecord },
): Promise<readonly ToldNotice[]> {
  const { revision, filed } = record
  if (!revision) return []
  const { rows } = await sql<Row>`
    select m.id, m.number, m.title, m.version,
      (select jsonb_agg(jsonb_build_object('no', l.no, 'state', l.state, 'answerer_id', l.answerer_id) order by l.no) from leg l
        where l.matter_id = m.id) as legs
    from matter m
    where m.kind = 'case-notice' and m.lead_id = ${leadId} and m.opened_at < ${revision.at}
      and (m.id in (select k.matter_id from matter_link k where k.other_id = ${matterId})
        or case_number_key(m.content #>> '{decision,caseNumber}') = ${caseNumberKey(filed?.caseNumber ?? '')})
    order by m.opened_at limit 50`.execute(tx)
  const agencyOf = await agencyNames(
    tx,
    rows.flatMap(({ legs }) => legs.map(({ answerer_id }) => answerer_id)),
  )
  return rows.map(({ legs, ...row }) => {
    const holding = legs.filter(({ state }) => toRecall.includes(state))
    const confirming = legs.filter(({ state }) => state === 'recalling')
    const is =
      holding.length > 0
        ? 'recall'
        : legs.some(({ state }) => toDiscard.includes(state))
          ? 'discard'
          : confirming.length > 0
            ? 'confirming'
            : 'done'
    return {
      ...row,
      is,
      leg: holding[0]?.no ?? 1,
      waitsFor: [...holding, ...confirming].flatMap(({ answerer_id }) => agencyOf(answerer_id) ?? []),
    }
  })
}
