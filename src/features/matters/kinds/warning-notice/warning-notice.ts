import type { Words } from '../../../../kernel/words.ts'
import { defineKind } from '../../kind.ts'
import type { LockedLeg } from '../../matter-store.ts'
import { warningNoticeChart } from './warning-notice.chart.ts'
import { warningNoticeChecks } from './warning-notice.checks.ts'
import { type Warning, warningNoticeForms } from './warning-notice.contract.ts'
import { warningNoticeLetters } from './warning-notice.letter.ts'
import { warningNoticeWords } from './warning-notice.words.ts'

/** What a member had signed for when the warning ended. */
function signature(done: LockedLeg['done']): Words {
  if (!('acknowledge' in done)) return { zh: '未签收', en: 'not signed for' }
  // What is updated has to be signed for again; signing for the warning is signing for what was added before.
  if ('update' in done && !('acknowledgeUpdate' in done))
    return { zh: '更新未签收', en: 'update not signed for' }
  return { zh: '已签收', en: 'signed for' }
}

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
  stateDetail: ({ state, done }) => (state === 'expired' ? signature(done) : undefined),
  letters: warningNoticeLetters,
  checks: warningNoticeChecks,
})
