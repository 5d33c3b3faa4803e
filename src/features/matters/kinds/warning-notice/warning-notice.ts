import type { Words } from '../../../../kernel/words.ts'
import { defineKind } from '../../kind.ts'
import type { LockedLeg } from '../../matter-store.ts'
import { warningNoticeChart } from './warning-notice.chart.ts'
import { warningNoticeChecks } from './warning-notice.checks.ts'
import { type Warning, warningNoticeForms } from './warning-notice.contract.ts'
import { warningNoticeLetters } from './warning-notice.letter.ts'
import { warningNoticeWords } from './warning-notice.words.ts'

/** What a member has signed for, where the state does not say it. */
function signature({ state, done }: Pick<LockedLeg, 'state' | 'done'>): Words | undefined {
  if (state !== 'acknowledged' && state !== 'expired') return undefined
  const isSigned = 'acknowledge' in done
  // What is updated has to be signed for again; signing for the warning is signing for what was added before.
  if (isSigned && 'update' in done && !('acknowledgeUpdate' in done))
    return { zh: '更新未签收', en: 'update not signed for' }
  if (state === 'acknowledged') return undefined
  return isSigned ? { zh: '已签收', en: 'signed for' } : { zh: '未签收', en: 'not signed for' }
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
  stateDetail: signature,
  letters: warningNoticeLetters,
  checks: warningNoticeChecks,
})
