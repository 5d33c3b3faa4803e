import { defineKind } from '../../kind.ts'
import { executionHelpChart } from './execution-help.chart.ts'
import { executionHelpChecks } from './execution-help.checks.ts'
import { type ExecutionRequest, executionHelpForms } from './execution-help.contract.ts'
import { executionHelpLetters } from './execution-help.letter.ts'
import { executionHelpMaterials } from './execution-help.materials.ts'
import { executionHelpWords } from './execution-help.words.ts'

type Written = Partial<ExecutionRequest>

/** Help with carrying out a decision 协助执行: one decision, the agency of the place. */
export const executionHelp = defineKind({
  name: 'execution-help',
  chart: executionHelpChart,
  forms: executionHelpForms,
  words: executionHelpWords,
  numberPrefix: '协执',
  mostAddressees: 1,
  titleOf: (content) => titleOf(content as Written),
  urgencyOf: (content) => (content as Written).request?.urgency ?? 'normal',
  // One decision may need help in several places.
  subjectKeyOf: () => null,
  materialsOf: executionHelpMaterials,
  letters: executionHelpLetters,
  checks: executionHelpChecks,
})

/** `扣押等 2 项（辽铁昌交罚〔2025〕00017号，吉C12345）`; a natural person is never named in a title. */
function titleOf({ decision, helps = [], party, vehicle }: Written): string {
  const kinds = executionHelpWords.options['helps[].kind']
  const first = helps[0] && kinds?.[helps[0].kind]?.zh
  if (!decision?.number || !first) return executionHelpWords.name.zh
  const about = [decision.number, party?.kind === 'organisation' ? party.name : undefined, vehicle?.plate]
  const what = helps.length > 1 ? `${first}等 ${helps.length} 项` : first
  return `${what}（${about.filter((part) => part !== undefined).join('，')}）`
}
