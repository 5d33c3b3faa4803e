import { defineKind } from '../../kind.ts'
import { forceRequestChart } from './force-request.chart.ts'
import { forceRequestChecks } from './force-request.checks.ts'
import { forceRequestCloses } from './force-request.closes.ts'
import { type ForceRequest, forceRequestForms } from './force-request.contract.ts'
import { forceRequestLetters } from './force-request.letter.ts'
import { forceRequestWords } from './force-request.words.ts'

type Written = Partial<ForceRequest>

/** Request for forces 力量支援: to up to ten agencies, each of which lends what it can. */
export const forceRequest = defineKind({
  name: 'force-request',
  chart: forceRequestChart,
  forms: forceRequestForms,
  words: forceRequestWords,
  numberPrefix: '援',
  mostAddressees: 10,
  titleOf: (content) => (content as Written).operation?.title ?? forceRequestWords.name.zh,
  urgencyOf: (content) => (content as Written).operation?.urgency ?? 'normal',
  subjectKeyOf: () => null,
  letters: forceRequestLetters,
  materialsOf: () => [],
  closes: forceRequestCloses,
  checks: forceRequestChecks,
})
