import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { answeredLetter, chinaMoment } from '../letter-facts.ts'
import type { warningNoticeChart } from './warning-notice.chart.ts'
import type { Warning, warningNoticeForms } from './warning-notice.contract.ts'

type Said<A extends keyof typeof warningNoticeForms> = z.infer<(typeof warningNoticeForms)[A]>

/** The letters of a warning: the warning, what is added to it, its withdrawal, and what a member met. One that is over holds no longer. */
export const warningNoticeLetters: KindLetters<ActionOf<typeof warningNoticeChart>> = {
  writes: {
    send: letterOf({
      type: 'warning',
      to: 'answerers',
      facts: (source) => {
        const { warning, request, subjects, contact } = source.content as Warning
        return {
          title: warning.title,
          severity: source.wordOf('warning.severity', warning.severity),
          category: source.wordOf('warning.category', warning.category),
          facts: warning.facts,
          area: warning.area,
          until: chinaMoment(warning.validUntil),
          subjects: subjects?.map((subject) => subjectLine(source, subject)),
          measures: request.measures,
          onHit: request.onHit,
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    update: letterOf({
      type: 'warning-update',
      to: 'answerers',
      facts: (source) => {
        const { facts, measures } = source.body as Said<'update'>
        return { ...warned(source), facts, measures }
      },
    }),
    withdraw: letterOf({
      type: 'warning-withdrawal',
      to: 'answerers',
      facts: (source) => {
        const { reason, explanation, replacedBy } = source.body as Said<'withdraw'>
        return { ...warned(source), reason: source.wordOf('reason', reason), explanation, replacedBy }
      },
    }),
    reportHit: letterOf({
      type: 'hit-report',
      to: 'asker',
      facts: (source) => {
        const { subject, at, place, facts, handling, caseNumber } = source.body as Said<'reportHit'>
        const met = subject && (source.content as Warning).subjects?.[subject - 1]
        return {
          ...warned(source),
          subject: met ? subjectLine(source, met) : undefined,
          seen: chinaMoment(at),
          place,
          facts,
          handling,
          caseNumber,
        }
      },
    }),
  },
  voids: {
    giveUp: ['warning'],
    withdraw: ['warning', 'warning-update'],
    expire: ['warning', 'warning-update'],
  },
}

const warned = (source: LetterSource) => ({
  ...answeredLetter(source, 'warning'),
  title: (source.content as Warning).warning.title,
})

/** What is warned of, by plate or name; numbers and addresses stay in the matter. */
function subjectLine({ wordOf }: LetterSource, subject: NonNullable<Warning['subjects']>[number]): string {
  const kind = wordOf('subjects[].kind', subject.kind)
  if (subject.kind !== 'vehicle') return `${kind}：${subject.name}`
  return `${kind}：${subject.plate}（${wordOf('subjects[].colour', subject.colour)}）`
}
