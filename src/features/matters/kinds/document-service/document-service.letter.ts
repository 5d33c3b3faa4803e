import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import {
  answeredLetter,
  chinaDay,
  chinaDeadline,
  chinaMoment,
  fileNames,
  withoutStop,
} from '../letter-facts.ts'
import { declineLetter } from '../usual-letters.ts'
import type { documentServiceChart } from './document-service.chart.ts'
import type { documentServiceForms, Entrustment, Serving } from './document-service.contract.ts'

type Said<A extends keyof typeof documentServiceForms> = z.infer<(typeof documentServiceForms)[A]>

/** The letters of an entrusted service: the entrustment with the address, the outcome with every attempt, or why it was declined. */
export const documentServiceLetters: KindLetters<ActionOf<typeof documentServiceChart>> = {
  writes: {
    send: letterOf({
      type: 'service-entrustment',
      to: 'answerers',
      // What binds the asker by law binds the time it can give.
      due: ['service', 'decisionService'],
      facts: (source) => {
        const { request, recipient, where, contact } = source.content as Entrustment
        return {
          caseNumber: request.caseNumber,
          recipient: recipient.name,
          address: where.address,
          documents: documentsOf(source),
          methods: '直接送达；受送达人拒绝签收的，留置送达',
          reasons: withoutStop(request.difficulty),
          basis: request.legalBasis,
          due: chinaDeadline(source.dueAt),
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
        const served = (source.said('amendService') ?? source.said('serve')) as Serving | undefined
        const { way, tracking, note = '' } = source.body as Said<'returnReceipt'>
        const original = source.wordOf('way', way) + (tracking ? `（邮件号码：${tracking}）` : '')
        return {
          ...outcomeOf(source, '已送达'),
          method: served && source.wordOf('method', served.method),
          served: chinaMoment(served?.at),
          attempts: [
            ...attemptsOf(source, failuresOf(source)),
            ...(served ? [successOf(source, served)] : []),
          ],
          remarks: `送达回证：${original}。${note}`,
        }
      },
      enclosures: ({ files }) => fileNames(files.filter(({ item }) => item === 'service-receipt')),
    }),
    decline: declineLetter({
      answers: 'service-entrustment',
      subject: ({ content }) => `代为送达《${(content as Entrustment).document.title}》`,
    }),
    // The first attempt is made again; after the second the asker has to know, and to decide.
    fail: letterOf({
      type: 'service-receipt',
      to: 'asker',
      when: (source) => failuresOf(source).length % 2 === 1,
      facts: (source) => {
        const failed = source.body as Said<'fail'>
        return {
          ...outcomeOf(source, '未能送达'),
          attempts: attemptsOf(source, [...failuresOf(source), failed]),
          remarks: failed.suggestion,
        }
      },
    }),
  },
  voids: {
    release: ['service-entrustment'],
    giveUp: ['service-entrustment'],
    // What was written of attempts that failed still holds.
    rejectReceipt: [{ last: 'service-receipt' }],
  },
}

function documentsOf({ content, wordOf }: LetterSource): readonly string[] {
  const { document } = content as Entrustment
  const day = document.kind === 'decision' ? document.decidedOn : document.dated
  const kind = wordOf('document.kind', document.kind)
  const name = document.title === kind ? `《${kind}》` : `${kind}《${document.title}》`
  return [`${name}（${document.number}，${chinaDay(day)}作出），${document.copies}份`]
}

/** How an entrustment ended, for which recipient and document. */
function outcomeOf(source: LetterSource, outcome: string) {
  const taken = source.said('take') as Said<'take'> | undefined
  return {
    ...answeredLetter(source, 'service-entrustment'),
    recipient: (source.content as Entrustment).recipient.name,
    documents: documentsOf(source),
    outcome,
    contact: taken?.contact.name,
    phone: taken?.contact.phone,
  }
}

const failuresOf = ({ allSaid }: LetterSource) => allSaid('fail') as readonly Said<'fail'>[]

/** What was tried in vain. */
const attemptsOf = ({ wordOf }: LetterSource, failures: readonly Said<'fail'>[]): readonly string[] =>
  failures.map(
    ({ at, failReason, found }) => `${chinaMoment(at)}：${wordOf('failReason', failReason)}。${found}`,
  )

/** The attempt that served it: who signed, or why and before whom it was left. */
function successOf({ wordOf }: LetterSource, served: Serving): string {
  const begun = `${chinaMoment(served.at)}：${wordOf('method', served.method)}`
  if (served.method === 'direct')
    return `${begun}，由${wordOf('signedBy', served.signedBy)}${served.signer}${served.relation ? `（${served.relation}）` : ''}签收。`
  const proof =
    served.proof === 'witness'
      ? `见证人：${served.witness ?? ''}（${served.witnessUnit ?? ''}）`
      : wordOf('proof', served.proof)
  return `${begun}。${withoutStop(served.refusal)}。${proof}。`
}
