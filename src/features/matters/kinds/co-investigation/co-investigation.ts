import { defineKind } from '../../kind.ts'
import { coInvestigationChart } from './co-investigation.chart.ts'
import { coInvestigationChecks } from './co-investigation.checks.ts'
import { coInvestigationCloses } from './co-investigation.closes.ts'
import { coInvestigationForms, type Request } from './co-investigation.contract.ts'
import { coInvestigationLetters } from './co-investigation.letter.ts'
import { coInvestigationMaterials } from './co-investigation.materials.ts'
import { coInvestigationWords } from './co-investigation.words.ts'

type Written = Partial<Request>

/** Co-investigation 协查: one request, up to ten agencies, each of which answers every task. */
export const coInvestigation = defineKind({
  name: 'co-investigation',
  chart: coInvestigationChart,
  forms: coInvestigationForms,
  words: coInvestigationWords,
  numberPrefix: '协查',
  mostAddressees: 10,
  titleOf: (content) => titleOf(content as Written),
  urgencyOf: (content) => (content as Written).case?.urgency ?? 'normal',
  // One case may well need several requests, to the same agency too.
  subjectKeyOf: () => null,
  letters: coInvestigationLetters,
  materialsOf: () => coInvestigationMaterials,
  closes: coInvestigationCloses,
  checks: coInvestigationChecks,
})

/** `车辆超限运输：询问当事人等 3 项`. Titles stand in lists, so no person is named in them. */
function titleOf({ case: it, tasks = [] }: Written): string {
  const kinds = coInvestigationWords.options['tasks[].kind']
  const first = tasks[0] && kinds?.[tasks[0].kind]?.zh
  if (!it?.cause || !first) return coInvestigationWords.name.zh
  return `${it.cause}：${first}${tasks.length > 1 ? `等 ${tasks.length} 项` : ''}`
}
