import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import type { BegunMatter } from '../kind.ts'
import { type CaseRecord, decisionThatHolds, recordOf } from './case/case-record.ts'

type Body = Readonly<Record<string, unknown>>

/** What the case of one's own that was begun from a matter has come to; undefined while nothing is decided in it, or no longer. */
async function ownRecord(tx: Tx, { id }: BegunMatter): Promise<CaseRecord | undefined> {
  const { rows } = await sql<{ id: string; done: CaseRecord['done'] }>`
    select m.id, l.done
    from matter_link k
    join matter m on m.id = case when k.matter_id = ${id} then k.other_id else k.matter_id end and m.kind = 'case'
    join leg l on l.matter_id = m.id
    join filed_act f on f.matter_id = m.id
    where ${id} in (k.matter_id, k.other_id) and m.lead_id = current_agency()
    order by f.filed_at desc limit 1`.execute(tx)
  const [own] = rows
  return own && recordOf(tx, own.id, own.done)
}

/** Drops what is not known. */
const known = (fields: Body): Body =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** Where the receiver of a transfer records how it decided: what its own case says, so that nobody types a decision twice. */
export async function decidedAsOwnCase(tx: Tx, matter: BegunMatter): Promise<Body> {
  const record = await ownRecord(tx, matter)
  const decision = record && decisionThatHolds(record)
  if (!decision) return {}
  const { decisionNumber, decidedOn, summary, penalties, fineYuan, confiscatedYuan } = decision
  const made = { decisionNumber, decidedOn, summary }
  return known(
    penalties
      ? { outcome: 'penalty', ...made, penalties, fineYuan, confiscatedYuan }
      : { outcome: withoutPenalty(decision.outcome), ...made },
  )
}

/** A first violation that is spared is minor too (行政处罚法 Arts. 33, 57); what is unfounded is not. */
const withoutPenalty = (outcome: string | undefined): string =>
  outcome === 'no-penalty-unfounded' ? outcome : 'no-penalty-minor'

/** Where the result of a transfer is fed back: how far one's own case says it was carried out. */
export async function executedAsOwnCase(tx: Tx, matter: BegunMatter): Promise<Body> {
  const record = await ownRecord(tx, matter)
  return known({ execution: record?.execution?.execution })
}

/** Where the result of a referral between departments is fed back. */
export async function resultOfOwnCase(tx: Tx, matter: BegunMatter): Promise<Body> {
  const record = await ownRecord(tx, matter)
  const decision = record && decisionThatHolds(record)
  if (!decision) return {}
  const { decisionNumber, summary, penalties } = decision
  return known({ outcome: penalties ? 'penalty' : 'no-penalty', decisionNumber, summary })
}
