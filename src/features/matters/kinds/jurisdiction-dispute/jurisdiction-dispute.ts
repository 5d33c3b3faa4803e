import { defineKind } from '../../kind.ts'
import { caseNumberKey } from '../case-transfer/case-number-key.ts'
import { whoFiledFirst } from './first-to-file.ts'
import { jurisdictionDisputeChart } from './jurisdiction-dispute.chart.ts'
import { jurisdictionDisputeChecks } from './jurisdiction-dispute.checks.ts'
import { jurisdictionDisputeForms, type Raise } from './jurisdiction-dispute.contract.ts'
import { jurisdictionDisputeLetters } from './jurisdiction-dispute.letter.ts'
import { jurisdictionDisputeWords } from './jurisdiction-dispute.words.ts'

type Written = Partial<Raise>

/** Jurisdiction dispute 管辖争议: two agencies, one case. */
export const jurisdictionDispute = defineKind({
  name: 'jurisdiction-dispute',
  chart: jurisdictionDisputeChart,
  forms: jurisdictionDisputeForms,
  words: jurisdictionDisputeWords,
  numberPrefix: '管辖',
  mostAddressees: 1,
  titleOf: (content) => titleOf(content as Written),
  urgencyOf: (content) => ((content as Written).position?.measures ? 'urgent' : 'normal'),
  subjectKeyOf: (content) => {
    const number = (content as Written).dispute?.caseNumber
    return number === undefined ? null : caseNumberKey(number)
  },
  letters: jurisdictionDisputeLetters,
  materialsOf: () => [],
  statements: { field: 'position', remark: whoFiledFirst },
  precedents: {
    by: ['dispute.behaviour', 'dispute.conflict', 'to', 'vehicle.plate', 'party.creditCode'],
    endedIn: ['closedForAsker', 'closedForAnswerer', 'closedElsewhere'],
  },
  checks: jurisdictionDisputeChecks,
})

/** `管辖争议：车辆超限运输（吉CTEST1）`; a natural person is never named in a title. */
function titleOf({ dispute, party, vehicle, ship }: Written): string {
  const { zh } = jurisdictionDisputeWords.name
  if (!dispute?.cause) return zh
  const about = [party?.kind === 'organisation' ? party.name : undefined, vehicle?.plate ?? ship?.name]
  const known = about.filter((part) => part !== undefined)
  return `${zh}：${dispute.cause}${known.length > 0 ? `（${known.join('，')}）` : ''}`
}
