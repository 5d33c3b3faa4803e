import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { AgencyActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { caseFrom, kindOf, type MoveResult, openFollowUp, revealContent } from '../matters/matters.ts'
import { mayNotOpen } from './begin-from-case.ts'

type Row = {
  readonly kind: string
  readonly number: string
  readonly sender: string
  readonly states: readonly string[]
  readonly own_case: string | null
}

/**
 * Opens the draft of a case of one's own from a matter that one's agency answers and has to file: what was sent is filled in, and the
 * two are linked. The party comes along, so that is a reading of personal data and recorded as one.
 * @throws Refusal `not-found`, `not-allowed` for who may not open matters, `not-now` where there is nothing to file or a case is there
 */
export async function beginCase(
  tx: Tx,
  actor: AgencyActor,
  matterId: string,
  occasion: Occasion = hereAndNow(),
): Promise<MoveResult> {
  // Two colleagues who begin it at the same moment begin one: the second waits, and is told of the first.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`case from ${matterId} by ${actor.agencyId}`}, 6))`.execute(
    tx,
  )
  const { rows } = await sql<Row>`
    select m.kind, m.number, a.name as sender,
      array(select l.state from leg l where l.matter_id = m.id and l.answerer_id = ${actor.agencyId}) as states,
      (select o.number from matter_link k
        join matter o on o.id = case when k.matter_id = m.id then k.other_id else k.matter_id end
        join leg l on l.matter_id = o.id
        where m.id in (k.matter_id, k.other_id) and o.kind = 'case' and o.lead_id = ${actor.agencyId} and l.state <> 'discarded'
        limit 1) as own_case
    from matter m join agency a on a.id = m.opener_id where m.id = ${matterId}`.execute(tx)
  const [row] = rows
  const leads = row && caseFrom(row.kind)
  const isToBeFiled = row?.states.some(
    (state) => leads && kindOf(row.kind).chart.states[state]?.[leads.files],
  )
  if (!row || !leads || !isToBeFiled) throw nothingToFile()
  if (row.own_case) throw thereAlready(row.own_case)
  const { content } = await revealContent(tx, actor, matterId, { purpose: 'handling' })
  const begun = leads.begin({ ...row, content })
  const opened = await openFollowUp(tx, actor, { kind: 'case', content: begun, of: matterId }, occasion)
  if (!opened) throw mayNotOpen()
  return opened
}

const nothingToFile = (): Refusal =>
  new Refusal('not-now', {
    zh: '现在不能由本事项登记案件：本机关没有在办理，或者还没有接收、受理，或者已经登记过立案结果。请刷新页面查看最新进展。',
    en: 'No case can be begun from this now: your agency does not deal with it, has not taken it yet, or has said what was filed. Reload the page.',
  })

const thereAlready = (number: string): Refusal =>
  new Refusal('not-now', {
    zh: `本事项已登记案件 ${number}，请在“关联事项”中打开，继续办理。`,
    en: `The case ${number} was begun from this already. Open it under the linked matters and go on there.`,
  })
