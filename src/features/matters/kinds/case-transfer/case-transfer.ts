import { defineKind } from '../../kind.ts'
import { overloadFindings } from '../overload-findings.ts'
import { filedAsOwnCase } from '../own-case.ts'
import { decidedAsOwnCase, executedAsOwnCase } from '../own-decision.ts'
import { caseNumberKey } from './case-number-key.ts'
import { caseTransferChart } from './case-transfer.chart.ts'
import { caseTransferChecks } from './case-transfer.checks.ts'
import { caseTransferForms, type Submission } from './case-transfer.contract.ts'
import { noticeAfterDecision } from './case-transfer.follow-ups.ts'
import { caseTransferLetters } from './case-transfer.letter.ts'
import { materialsOf } from './case-transfer.materials.ts'
import { caseTransferWords } from './case-transfer.words.ts'

type Written = Partial<Submission>

/** Case transfer 案件移送: one case, one receiver. */
export const caseTransfer = defineKind({
  name: 'case-transfer',
  chart: caseTransferChart,
  forms: caseTransferForms,
  words: caseTransferWords,
  numberPrefix: '案移',
  mostAddressees: 1,
  titleOf: (content) => titleOf(content as Written),
  // What is seized goes on costing somebody every day, and its term runs on.
  urgencyOf: (content) => ((content as Written).measures?.length ? 'urgent' : 'normal'),
  subjectKeyOf: (content) => {
    const number = (content as Written).case?.number
    return number === undefined ? null : caseNumberKey(number)
  },
  materialsOf,
  letters: caseTransferLetters,
  checks: caseTransferChecks,
  finds: {
    submit: async ({ body }) => {
      const { overload, case: it } = body as Submission
      return overload ? overloadFindings({ ...overload, at: it.discoveredAt }) : []
    },
  },
  begins: { file: filedAsOwnCase, decide: decidedAsOwnCase, reportResult: executedAsOwnCase },
  followUps: { reportResult: noticeAfterDecision },
})

/**
 * `车辆超限运输（四平某物流有限公司，吉C12345）`. Titles stand in lists and in the inbox, so a natural person is never named in
 * them.
 */
function titleOf({ case: it, party, vehicle, ship }: Written): string {
  if (!it?.cause) return caseTransferWords.name.zh
  const about = [party?.kind === 'organisation' ? party.name : undefined, vehicle?.plate ?? ship?.name]
  const known = about.filter((part) => part !== undefined)
  return known.length > 0 ? `${it.cause}（${known.join('，')}）` : it.cause
}
