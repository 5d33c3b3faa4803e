import type { Words } from '../../../../kernel/words.ts'
import type { Tx } from '../../../../platform/database.ts'
import type { WhereItStands } from '../../kind.ts'
import { caseElsewhere } from '../jurisdiction-dispute/case-elsewhere.ts'
import { stillShut } from './case.checks.ts'
import type { Registration } from './case.contract.ts'
import { gatesWithoutPenalty, notFiledHere } from './case-gates.ts'
import { recordOf } from './case-record.ts'

/** What a case leaves no room for, whatever its forms say. */
export const caseCloses = {
  file: goneElsewhere,
  decide: stillShut,
  decideWithoutPenalty: (tx: Tx, at: WhereItStands) => stillShut(tx, at, gatesWithoutPenalty),
  decideOnSpot: ordinaryCase,
  spareOnSpot: ordinaryCase,
  demand: carriedOut,
  applyToCourt: carriedOut,
} as const

/** What was settled on another agency before it was filed here is not filed here (行政处罚法 Art. 25). */
async function goneElsewhere(tx: Tx, { matter }: WhereItStands): Promise<Words | undefined> {
  const elsewhere = await caseElsewhere(tx, { matterId: matter.id })
  return elsewhere && notFiledHere(elsewhere)
}

/** Only a case filed under the summary procedure is decided on the spot (行政处罚法 Art. 51). */
async function ordinaryCase(_: Tx, { matter }: WhereItStands): Promise<Words | undefined> {
  if ((matter.content as Registration).about.procedure === 'summary') return undefined
  return {
    zh: '本案按普通程序立案，不能当场决定。请调查终结后再作出决定；拟处罚的，先告知当事人。',
    en: 'This case was filed under the ordinary procedure: conclude, notify where there is to be a penalty, then decide.',
  }
}

/** Whoever has complied is neither urged nor taken to court (行政强制法 Arts. 53, 54). */
async function carriedOut(tx: Tx, { matter, leg }: WhereItStands): Promise<Words | undefined> {
  const { execution } = await recordOf(tx, matter.id, leg.done)
  if (execution?.execution !== 'executed') return undefined
  return {
    zh: '已登记全部执行，无须催告，也不能申请强制执行。登记有误的，请重新“登记执行情况”。',
    en: 'It is on record as fully carried out: there is nothing to urge or to enforce. If that is wrong, use "Record compliance" again.',
  }
}
