import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { amount, answeredLetter, carrierName, chinaDay, fileNames, partyName } from '../letter-facts.ts'
import { handOverLetter } from '../usual-letters.ts'
import type { criminalTransferChart } from './criminal-transfer.chart.ts'
import type { criminalTransferForms, Report } from './criminal-transfer.contract.ts'

type Said<A extends keyof typeof criminalTransferForms> = z.infer<(typeof criminalTransferForms)[A]>

const order310 = '《行政执法机关移送涉嫌犯罪案件的规定》'

/**
 * The letters of a criminal transfer, by the Rules on transferring suspected crimes: the transfer (Art. 6), the police's receipt and passing
 * on (Art. 7), their filing or not filing with reasons (Art. 8), reconsideration and the suggestion to the procuratorate (Art. 9), what is handed over (Art. 12), and the case
 * given back (Art. 13). What the procuratorate answers is its own document; the police need write none then.
 */
export const criminalTransferLetters: KindLetters<ActionOf<typeof criminalTransferChart>> = {
  writes: {
    send: letterOf({
      type: 'criminal-transfer',
      to: 'answerers',
      facts: (source) => {
        const { case: it, suspicion, party, objects, contact } = source.content as Report
        return {
          ...caseOf(source),
          suspects: [party.name],
          offence: offenceOf(source),
          facts: `${it.facts}\n${suspicion.reasons}`,
          basis: `${suspicion.provisions}、${order310}`,
          materials: fileNames(source.files),
          objects: objects?.map(({ name, quantity, unit, custody }) => ({
            name,
            quantity: amount(quantity, unit),
            custody,
          })),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    sign: letterOf({
      type: 'criminal-receipt',
      to: 'asker',
      facts: (source) => {
        const { receivedBy, note } = source.body as Said<'sign'>
        return {
          ...answerOf(source),
          receivedBy,
          outcome: '我单位决定接受，将依法审查是否立案并书面通知你单位',
          remarks: note,
        }
      },
    }),
    signNotCompetent: letterOf({
      type: 'criminal-receipt',
      to: 'asker',
      facts: (source) => {
        const { receivedBy, organ, reason } = source.body as Said<'signNotCompetent'>
        return {
          ...answerOf(source),
          receivedBy,
          outcome: `该案不属我单位管辖，依法转送${organ}处理并书面告知你单位`,
          reason,
        }
      },
    }),
    forwardCase: letterOf({
      type: 'criminal-forwarding',
      to: 'asker',
      facts: (source) => {
        const { organ, noticeNumber, note } = source.body as Said<'forwardCase'>
        const signed = source.said('signNotCompetent') as Said<'signNotCompetent'> | undefined
        return { ...answerOf(source), organ, noticeNumber, reason: signed?.reason, remarks: note }
      },
    }),
    file: letterOf({
      type: 'criminal-filed',
      to: 'asker',
      facts: (source) => {
        const { caseNumber, contact } = source.body as Said<'file'>
        return {
          ...answerOf(source),
          ...noticeOf(source),
          organ: decidingOrgan(source),
          after: wayToFiling(source),
          policeNumber: caseNumber,
          contact: contact?.name,
          phone: contact?.phone,
        }
      },
    }),
    declineToFile: letterOf({
      type: 'criminal-not-filed',
      to: 'asker',
      facts: (source) => {
        const { why, grounds } = source.body as Said<'declineToFile'>
        return {
          ...answerOf(source),
          ...noticeOf(source),
          organ: decidingOrgan(source),
          why: source.wordOf('why', why),
          grounds,
        }
      },
    }),
    requestReconsideration: letterOf({
      type: 'criminal-reconsideration',
      to: 'answerers',
      facts: (source) => {
        const { grounds, legalBasis } = source.body as Said<'requestReconsideration'>
        const { contact } = source.content as Report
        return {
          ...answeredLetter(source, 'criminal-not-filed'),
          ...caseOf(source),
          noticeNumber: declinedOf(source)?.noticeNumber,
          grounds,
          basis: legalBasis,
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    uphold: letterOf({
      type: 'criminal-upheld',
      to: 'asker',
      facts: (source) => {
        return {
          ...answeredLetter(source, 'criminal-reconsideration'),
          ...caseOf(source),
          ...noticeOf(source),
          decision: '维持不予立案的决定',
          grounds: (source.body as Said<'uphold'>).grounds,
        }
      },
    }),
    suggestSupervision: letterOf({
      type: 'criminal-supervision',
      to: (body) => (body as Said<'suggestSupervision'>).procuratorate,
      facts: (source) => {
        const { case: it, contact } = source.content as Report
        const declined = declinedOf(source)
        const upheld = source.said('uphold') as Said<'uphold'> | undefined
        return {
          ...caseOf(source),
          police: decidingOrgan(source),
          transferred: source.answered('criminal-transfer')?.number,
          notFiled: declined?.noticeNumber,
          upheld: upheld?.noticeNumber,
          offence: offenceOf(source),
          facts: it.facts,
          reply: [declined?.grounds, upheld?.grounds].filter(Boolean).join('\n'),
          grounds: (source.body as Said<'suggestSupervision'>).grounds,
          basis: `${order310}第九条`,
          materials: fileNames(source.files),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    handOver: handOverLetter({
      subject: ({ content }) => `${(content as Report).case.cause}涉嫌犯罪案件`,
      caseNumber: ({ content }) => (content as Report).case.number,
    }),
    conclude: letterOf({
      type: 'criminal-outcome',
      to: 'asker',
      facts: (source) => {
        const { criminalFine, documentNumber, summary } = source.body as Said<'conclude'>
        return {
          ...answerOf(source),
          documentNumber,
          fine: source.wordOf('criminalFine', criminalFine),
          summary,
        }
      },
    }),
    sendBackForPenalty: letterOf({
      type: 'criminal-sent-back',
      to: 'asker',
      facts: (source) => {
        const { sendBackReason, documentNumber, opinion } = source.body as Said<'sendBackForPenalty'>
        return {
          ...answerOf(source),
          documentNumber,
          reason: source.wordOf('sendBackReason', sendBackReason),
          opinion,
          basis: `《中华人民共和国行政处罚法》第二十七条、${order310}第十三条`,
        }
      },
    }),
  },
  // Police who file after all take back that they did not.
  voids: { file: ['criminal-not-filed', 'criminal-upheld'] },
}

function caseOf({ content, wordOf }: LetterSource) {
  const { case: it, party, vehicle, ship } = content as Report
  return {
    caseNumber: it.number,
    cause: it.cause,
    party: partyName(party),
    vehicle: carrierName(vehicle, ship, (type) => wordOf('vehicle.type', type)),
  }
}

/** The case and the transfer that is answered. */
const answerOf = (source: LetterSource) => ({
  ...answeredLetter(source, 'criminal-transfer'),
  ...caseOf(source),
})

/** The police's own notice of what they decided: its number and day. */
function noticeOf({ body }: LetterSource) {
  const { noticeNumber, decidedOn } = body as Said<'file' | 'declineToFile' | 'uphold'>
  return { noticeNumber, decided: chinaDay(decidedOn) }
}

function offenceOf({ content, wordOf }: LetterSource): string {
  const { suspicion } = content as Report
  return suspicion.offenceNote ?? wordOf('suspicion.offence', suspicion.offence)
}

/** The organ the case was passed on to; without that the police it was sent to. */
function decidingOrgan(source: LetterSource): string {
  const passedOn = source.said('forwardCase') as Said<'forwardCase'> | undefined
  return passedOn?.organ ?? source.answerers[0]?.name ?? ''
}

const declinedOf = ({ said }: LetterSource) => said('declineToFile') as Said<'declineToFile'> | undefined

/** What went before where the police had not filed at first. */
function wayToFiling({ said }: LetterSource): string | undefined {
  if (said('suggestSupervision')) return '人民检察院立案监督'
  return said('requestReconsideration') ? '复议' : undefined
}
