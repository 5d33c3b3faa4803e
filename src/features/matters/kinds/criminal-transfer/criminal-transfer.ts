import { defineKind } from '../../kind.ts'
import { caseNumberKey } from '../case-transfer/case-number-key.ts'
import { criminalTransferChart } from './criminal-transfer.chart.ts'
import {
  criminalTransferChecks,
  findForwarding,
  refuseOtherPolice,
  suggestPolice,
} from './criminal-transfer.checks.ts'
import { criminalTransferForms, type Report } from './criminal-transfer.contract.ts'
import { criminalTransferLetters } from './criminal-transfer.letter.ts'
import { criminalMaterials } from './criminal-transfer.materials.ts'
import { criminalTransferWords } from './criminal-transfer.words.ts'

type Written = Partial<Report>

/** Transfer of a suspected crime 涉嫌犯罪移送: one case, the police of the same level. */
export const criminalTransfer = defineKind({
  name: 'criminal-transfer',
  chart: criminalTransferChart,
  forms: criminalTransferForms,
  words: criminalTransferWords,
  numberPrefix: '刑移',
  mostAddressees: 1,
  answeredBy: 'police',
  titleOf: (content) => titleOf(content as Written),
  // Its hours are the law's own; there are no shorter ones.
  urgencyOf: () => 'normal',
  subjectKeyOf: (content) => {
    const number = (content as Written).case?.number
    return number === undefined ? null : caseNumberKey(number)
  },
  letters: criminalTransferLetters,
  materialsOf: () => criminalMaterials,
  suggestsAddressee: suggestPolice,
  refuseAddressees: refuseOtherPolice,
  checks: criminalTransferChecks,
  finds: { forwardCase: findForwarding },
})

/** `涉嫌犯罪：车辆超限运输（吉CTEST1）`; a natural person is never named in a title. */
function titleOf({ case: it, party, vehicle, ship }: Written): string {
  if (!it?.cause) return criminalTransferWords.name.zh
  const about = [party?.kind === 'organisation' ? party.name : undefined, vehicle?.plate ?? ship?.name]
  const known = about.filter((part) => part !== undefined)
  return `涉嫌犯罪：${it.cause}${known.length > 0 ? `（${known.join('，')}）` : ''}`
}
