import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, letterOf } from '../../../letters/letters.ts'
import { answeredLetter, chinaDay, chinaMoment, withoutStop } from '../letter-facts.ts'
import type { consultationChart } from './consultation.chart.ts'
import type { Call, consultationForms } from './consultation.contract.ts'

type Said<A extends keyof typeof consultationForms> = z.infer<(typeof consultationForms)[A]>

/** The letters of a consultation: the call, the answer of each, and the minutes once every participant has confirmed them; until then they are a draft. */
export const consultationLetters: KindLetters<ActionOf<typeof consultationChart>> = {
  writes: {
    call: letterOf({
      type: 'consultation-call',
      to: 'answerers',
      facts: ({ content, wordOf }) => {
        const { consultation: it, topics, meeting, position, contact } = content as Call
        return {
          subject: it.subject,
          about: wordOf('consultation.about', it.about),
          caseNumber: it.caseNumber,
          background: it.background,
          topics: topics.map(({ topic, note }) => (note ? `${topic}（${withoutStop(note)}）` : topic)),
          time: chinaMoment(meeting.at),
          way: wordOf('meeting.way', meeting.way),
          place: meeting.place,
          view: position.view,
          proposal: position.proposal,
          basis: position.legalBasis,
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    join: letterOf({
      type: 'consultation-reply',
      to: 'asker',
      facts: (source) => {
        const { attendance, delegates, position } = source.body as Said<'join'>
        return {
          ...answeredLetter(source, 'consultation-call'),
          subject: (source.content as Call).consultation.subject,
          attendance: source.wordOf('attendance', attendance),
          delegates,
          view: position.view,
          proposal: position.proposal,
          basis: position.legalBasis,
        }
      },
    }),
    close: letterOf({
      type: 'consultation-minutes',
      to: 'answerers',
      facts: (source) => {
        const { consultation: it } = source.content as Call
        const written = source.said('writeMinutes') as Said<'writeMinutes'> | undefined
        return {
          subject: it.subject,
          caseNumber: it.caseNumber,
          held: chinaMoment(written?.heldAt),
          way: written && source.wordOf('way', written.way),
          minutes: written?.minutes,
          outcomes: written?.outcomes.map(({ topic, outcome, result, responsible, until }) => ({
            topic,
            outcome: source.wordOf('outcomes[].outcome', outcome),
            result,
            responsible,
            until: chinaDay(until),
          })),
          participants: written?.participants.split(/[\n；]/).filter((each) => each.trim() !== ''),
        }
      },
    }),
  },
  voids: { giveUp: ['consultation-call'], cancel: ['consultation-call'] },
}
