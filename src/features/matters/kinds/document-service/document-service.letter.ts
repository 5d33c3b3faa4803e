import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { answeredLetter, chinaDay, chinaMoment, fileNames } from '../letter-facts.ts'
import type { documentServiceChart } from './document-service.chart.ts'
import type { documentServiceForms, Entrustment, Serving } from './document-service.contract.ts'

type Said<A extends keyof typeof documentServiceForms> = z.infer<(typeof documentServiceForms)[A]>

/** The letters of an entrusted service: the entrustment with the address, and the outcome with every attempt. */
export const documentServiceLetters: KindLetters<ActionOf<typeof documentServiceChart>> = {
  writes: {
    send: letterOf({
      type: 'service-entrustment',
      to: 'answerers',
      facts: (source) => {
        const { request, recipient, where, contact } = source.content as Entrustment
        return {
          caseNumber: request.caseNumber,
          recipient: recipient.name,
          address: where.address,
          documents: documentsOf(source),
          methods: '直接送达；受送达人拒绝签收的，留置送达',
          reasons: request.difficulty.replace(/[。；]$/, ''),
          basis: request.legalBasis,
          contact: contact.name,
          phone: contact.phone,
        }
      },
      enclosures: ({ files }) => fileNames(files),
    }),
    returnReceipt: letterOf({
      type: 'service-receipt',
      to: 'asker',
      facts: (source) => {
        const { recipient } = source.content as Entrustment
        const served = source.said('serve') as Serving | undefined
        const { note } = source.body as Said<'returnReceipt'>
        const taken = source.said('take') as Said<'take'> | undefined
        return {
          ...answeredLetter(source, 'service-entrustment'),
          recipient: recipient.name,
          documents: documentsOf(source),
          outcome: '已送达',
          method: served && source.wordOf('method', served.method),
          served: chinaMoment(served?.at),
          attempts: attemptsOf(source),
          remarks: note,
          contact: taken?.contact.name,
          phone: taken?.contact.phone,
        }
      },
    }),
  },
  voids: { release: ['service-entrustment'], giveUp: ['service-entrustment'] },
}

function documentsOf({ content, wordOf }: LetterSource): readonly string[] {
  const { document } = content as Entrustment
  const day = document.kind === 'decision' ? document.decidedOn : document.dated
  return [
    `${wordOf('document.kind', document.kind)}《${document.title}》（${document.number}），${chinaDay(day)}`,
  ]
}

/** What was tried in vain before it was served. */
const attemptsOf = ({ allSaid, wordOf }: LetterSource): readonly string[] =>
  (allSaid('fail') as readonly Said<'fail'>[]).map(
    ({ at, failReason, found }) => `${chinaMoment(at)}：${wordOf('failReason', failReason)}。${found}`,
  )
