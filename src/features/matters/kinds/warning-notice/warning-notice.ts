import { defineKind } from '../../kind.ts'
import { warningNoticeChart } from './warning-notice.chart.ts'
import { warningNoticeChecks } from './warning-notice.checks.ts'
import { type Warning, warningNoticeForms } from './warning-notice.contract.ts'
import { warningNoticeLetters } from './warning-notice.letter.ts'
import { warningNoticeWords } from './warning-notice.words.ts'

/** Warning notice 执法预警通报: to all members of an alliance at once, each of which signs by itself. */
export const warningNotice = defineKind({
  name: 'warning-notice',
  chart: warningNoticeChart,
  forms: warningNoticeForms,
  words: warningNoticeWords,
  numberPrefix: '预警',
  mostAddressees: 200,
  titleOf: (content) => (content as Partial<Warning>).warning?.title ?? warningNoticeWords.name.zh,
  urgencyOf: (content) => {
    const severity = (content as Partial<Warning>).warning?.severity
    return severity === 'red' || severity === 'orange' ? 'urgent' : 'normal'
  },
  // Two warnings of one thing replace each other, with that reason; nothing hinders the second.
  subjectKeyOf: () => null,
  materialsOf: () => [],
  letters: warningNoticeLetters,
  checks: warningNoticeChecks,
})
