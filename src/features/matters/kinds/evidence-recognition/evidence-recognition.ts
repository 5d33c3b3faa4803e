import { defineKind } from '../../kind.ts'
import { evidenceRecognitionChart } from './evidence-recognition.chart.ts'
import { evidenceRecognitionChecks } from './evidence-recognition.checks.ts'
import { evidenceRecognitionForms, type Offer } from './evidence-recognition.contract.ts'
import { evidenceRecognitionFindings } from './evidence-recognition.findings.ts'
import { evidenceRecognitionLetters } from './evidence-recognition.letter.ts'
import { evidenceRecognitionWords } from './evidence-recognition.words.ts'
import { asMaterial, nationalRequirements, regionalRequirements } from './evidence-requirements.ts'

type Written = Partial<Offer>

/** Recognition of evidence 证据互认: offered for one case to the agency that has it. */
export const evidenceRecognition = defineKind({
  name: 'evidence-recognition',
  chart: evidenceRecognitionChart,
  forms: evidenceRecognitionForms,
  words: evidenceRecognitionWords,
  numberPrefix: '证认',
  mostAddressees: 1,
  titleOf: (content) => {
    const { case: it, evidence } = content as Written
    if (!it?.cause || !it.number) return evidenceRecognitionWords.name.zh
    return `${it.cause}证据${evidence?.length ?? 0}份（${it.number}）`
  },
  urgencyOf: () => 'normal',
  // New evidence of the same case may well be offered again.
  subjectKeyOf: () => null,
  letters: evidenceRecognitionLetters,
  materialsOf: (content) => nationalRequirements((content as Written).case?.violation).map(asMaterial),
  regionalMaterialsOf: (content, provinces) =>
    regionalRequirements((content as Written).case?.violation, provinces).map(asMaterial),
  checks: evidenceRecognitionChecks,
  finds: evidenceRecognitionFindings,
})
