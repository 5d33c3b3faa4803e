import { defineKind } from '../../kind.ts'
import { dataCorrectionChart } from './data-correction.chart.ts'
import { dataCorrectionChecks } from './data-correction.checks.ts'
import { dataCorrectionForms, type Report } from './data-correction.contract.ts'
import { dataCorrectionLetters } from './data-correction.letter.ts'
import { correctionMaterials } from './data-correction.materials.ts'
import { dataCorrectionWords } from './data-correction.words.ts'

/** Data correction 数据纠错: one record, one keeper. */
export const dataCorrection = defineKind({
  name: 'data-correction',
  chart: dataCorrectionChart,
  forms: dataCorrectionForms,
  words: dataCorrectionWords,
  numberPrefix: '纠错',
  mostAddressees: 1,
  titleOf: (content) => titleOf(content as Partial<Report>),
  urgencyOf: () => 'normal',
  // Errors of one record belong into one report: two would be answered twice.
  subjectKeyOf: (content) => {
    const { register, recordNumber } = (content as Partial<Report>).record ?? {}
    return register && recordNumber ? `${register} ${recordNumber}` : null
  },
  materialsOf: () => correctionMaterials,
  letters: dataCorrectionLetters,
  checks: dataCorrectionChecks,
})

/** `营运车辆记录有误：吉C12345`; a person's record is not named in lists. */
function titleOf({ record }: Partial<Report>): string {
  if (!record?.register || !record.subject) return dataCorrectionWords.name.zh
  const register = dataCorrectionWords.options['record.register']?.[record.register]?.zh ?? ''
  const isPerson = record.register === 'practitioner'
  return `${register}记录有误${isPerson ? '' : `：${record.subject}`}`
}
