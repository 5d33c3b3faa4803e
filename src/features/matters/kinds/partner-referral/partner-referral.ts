import { defineKind } from '../../kind.ts'
import { numberOfOwnCase } from '../own-case.ts'
import { resultOfOwnCase } from '../own-decision.ts'
import { partnerReferralChart } from './partner-referral.chart.ts'
import { partnerReferralChecks } from './partner-referral.checks.ts'
import { partnerReferralCloses } from './partner-referral.closes.ts'
import { partnerReferralForms, type Referral } from './partner-referral.contract.ts'
import { partnerReferralFindings } from './partner-referral.findings.ts'
import { partnerReferralLetters } from './partner-referral.letter.ts'
import { partnerReferralWords } from './partner-referral.words.ts'

type Written = Partial<Referral>

/** Referral between departments 部门移交: one matter, one receiver, in either direction. */
export const partnerReferral = defineKind({
  name: 'partner-referral',
  chart: partnerReferralChart,
  forms: partnerReferralForms,
  words: partnerReferralWords,
  numberPrefix: '部移',
  mostAddressees: 1,
  openedWith: ['open', 'refer'],
  titleOf: (content) => (content as Written).facts?.title ?? partnerReferralWords.name.zh,
  urgencyOf: (content) => (content as Written).referral?.urgency ?? 'normal',
  subjectKeyOf: () => null,
  // A case comes with what was established; a clue may come with nothing but words.
  materialsOf: (content) => [
    {
      item: 'case-materials',
      words: {
        zh: '案件材料（查获经过、笔录、照片等）',
        en: 'What was established: reports, records, photographs',
      },
      required: (content as Written).referral?.nature === 'case',
    },
    { item: 'referral-letter', words: { zh: '移送函扫描件', en: 'The letter of referral' }, required: false },
  ],
  letters: partnerReferralLetters,
  closes: partnerReferralCloses,
  checks: partnerReferralChecks,
  begins: { file: numberOfOwnCase, reportResult: resultOfOwnCase },
  finds: partnerReferralFindings,
})
