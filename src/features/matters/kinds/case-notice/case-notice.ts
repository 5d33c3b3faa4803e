import { defineKind } from '../../kind.ts'
import { caseNumberKey } from '../case-transfer/case-number-key.ts'
import { overloadFindings } from '../overload-findings.ts'
import { caseNoticeChart } from './case-notice.chart.ts'
import { caseNoticeChecks } from './case-notice.checks.ts'
import { caseNoticeForms, type Submission } from './case-notice.contract.ts'
import { caseNoticeLetters } from './case-notice.letter.ts'
import { caseNoticeWords } from './case-notice.words.ts'
import { homeRegionOf } from './home-region.ts'

type Written = Partial<Submission>

/** Case notice 结案抄告: to the regions that licensed, each of which answers, and confirms a recall, on its own leg. */
export const caseNotice = defineKind({
  name: 'case-notice',
  chart: caseNoticeChart,
  forms: caseNoticeForms,
  words: caseNoticeWords,
  numberPrefix: '抄告',
  mostAddressees: 10,
  titleOf: (content) => titleOf(content as Written),
  urgencyOf: () => 'normal',
  subjectKeyOf: (content) => {
    const number = (content as Written).decision?.decisionNumber
    return number === undefined ? null : caseNumberKey(number)
  },
  suggestsAddressee: ({ tx, askerId, content }) =>
    homeRegionOf(tx, { plate: (content as Written).vehicle?.plate, askerId }),
  letters: caseNoticeLetters,
  materialsOf: () => [
    {
      item: 'penalty-decision',
      words: { zh: '行政处罚决定书', en: 'Decision on the penalty' },
      required: true,
      indispensable: true,
    },
    { item: 'weighing-record', words: { zh: '称重检测单', en: 'Weighing record' }, required: false },
    { item: 'other', words: { zh: '其他材料', en: 'Other material' }, required: false },
  ],
  checks: caseNoticeChecks,
  finds: {
    submit: async ({ body }) => {
      const { decision } = body as Submission
      return overloadFindings({ ...decision, at: decision.occurredAt }, { isDecided: true })
    },
  },
})

/** `抄告：超限超载（吉CTEST1）`. */
function titleOf({ decision, vehicle, ship }: Written): string {
  const { zh } = caseNoticeWords.name
  const behaviour = decision && caseNoticeWords.options['decision.behaviour']?.[decision.behaviour]?.zh
  const about = vehicle?.plate ?? ship?.name
  return `${zh}${behaviour ? `：${behaviour}` : ''}${about ? `（${about}）` : ''}`
}
