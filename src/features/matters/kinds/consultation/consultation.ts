import { defineKind } from '../../kind.ts'
import { consultationChart } from './consultation.chart.ts'
import { consultationChecks } from './consultation.checks.ts'
import { consultationCloses } from './consultation.closes.ts'
import { type Call, consultationForms } from './consultation.contract.ts'
import { consultationLetters } from './consultation.letter.ts'
import { consultationWords } from './consultation.words.ts'
import { minutesSoFar } from './minutes-so-far.ts'

/** Consultation 磋商: positions of all participants next to each other, minutes that each of them confirms. */
export const consultation = defineKind({
  name: 'consultation',
  chart: consultationChart,
  forms: consultationForms,
  words: consultationWords,
  numberPrefix: '磋商',
  mostAddressees: 10,
  titleOf: (content) => (content as Partial<Call>).consultation?.subject ?? consultationWords.name.zh,
  urgencyOf: (content) =>
    (content as Partial<Call>).consultation?.about === 'emergency' ? 'urgent' : 'normal',
  // The same agencies may well consult on the same thing twice.
  subjectKeyOf: () => null,
  materialsOf: () => [],
  statements: { field: 'position' },
  letters: consultationLetters,
  begins: { writeMinutes: minutesSoFar },
  closes: consultationCloses,
  checks: consultationChecks,
})
