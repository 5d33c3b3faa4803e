import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { amount, answeredLetter, carrierName, chinaMoment, fileNames, partyName } from '../letter-facts.ts'
import { handOverLetter } from '../usual-letters.ts'
import type { partnerReferralChart } from './partner-referral.chart.ts'
import type { partnerReferralForms, Referral } from './partner-referral.contract.ts'
import { referralType } from './referral-types.ts'

type Said<A extends keyof typeof partnerReferralForms> = z.infer<(typeof partnerReferralForms)[A]>

/** The letters of a referral: what is referred, whether it is taken, what is handed over, and how it ended. */
export const partnerReferralLetters: KindLetters<ActionOf<typeof partnerReferralChart>> = {
  writes: {
    send: letterOf({
      type: 'partner-referral',
      to: 'answerers',
      facts: ({ content, wordOf, files }) => {
        const { referral, facts, party, vehicle, ship, occupancy, custody, finders, contact } =
          content as Referral
        return {
          title: facts.title,
          nature: wordOf('referral.nature', referral.nature),
          type: referralType(referral.type).words.zh,
          documentNumber: referral.documentNumber,
          party: partyName(party),
          vehicle: carrierName(vehicle, ship, (type) => wordOf('vehicle.type', type)),
          place: facts.place,
          occurred: chinaMoment(facts.occurredAt),
          occupancy: occupancy && occupancyLine(occupancy),
          facts: facts.facts,
          reasons: referral.reasons,
          basis: referral.legalBasis,
          objects: custody?.items.map(({ name, quantity, unit, condition }) => ({
            name,
            quantity: amount(quantity, unit),
            condition,
          })),
          handOver: custody && `${chinaMoment(custody.promisedAt)}，${custody.place}`,
          materials: fileNames(files),
          finders: finders.map(({ name, badge }) => `${name}（${badge}）`).join('、'),
          urgency: referral.urgency === 'urgent' ? '紧急' : undefined,
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    accept: letterOf({
      type: 'partner-referral-receipt',
      to: 'asker',
      facts: (source) => {
        const { receiptNumber, contact, note } = source.body as Said<'accept'>
        return {
          ...referred(source),
          decision: '予以受理',
          receiptNumber,
          remarks: note,
          contact: contact?.name,
          phone: contact?.phone,
        }
      },
    }),
    decline: letterOf({
      type: 'partner-referral-receipt',
      to: 'asker',
      facts: (source) => {
        const { reason, grounds, competent } = source.body as Said<'decline'>
        return {
          ...referred(source),
          decision: '不予受理',
          reason: source.wordOf('reason', reason),
          grounds,
          competent,
        }
      },
    }),
    handOver: handOverLetter({
      subject: ({ content }) => (content as Referral).facts.title,
      caseNumber: () => undefined,
    }),
    declineToFile: letterOf({
      type: 'partner-referral-result',
      to: 'asker',
      facts: (source) => {
        const { reason, grounds } = source.body as Said<'declineToFile'>
        return {
          ...referred(source),
          outcome: '不予立案',
          reason: source.wordOf('reason', reason),
          summary: grounds,
        }
      },
    }),
    reportResult: letterOf({
      type: 'partner-referral-result',
      to: 'asker',
      facts: (source) => {
        const { outcome, decisionNumber, summary } = source.body as Said<'reportResult'>
        const filed = source.said('file') as Said<'file'> | undefined
        return {
          ...referred(source),
          outcome: source.wordOf('outcome', outcome),
          caseNumber: filed?.caseNumber,
          decisionNumber,
          summary,
        }
      },
    }),
  },
  voids: { release: ['partner-referral'], giveUp: ['partner-referral'] },
}

const referred = (source: LetterSource) => ({
  ...answeredLetter(source, 'partner-referral'),
  title: (source.content as Referral).facts.title,
})

/** 核载6人，实载10人，付费9人，每人400元. */
const occupancyLine = ({ seats, aboard, payers, fareYuan }: NonNullable<Referral['occupancy']>): string =>
  [
    `核载${seats}人`,
    `实载${aboard}人`,
    ...(payers === undefined ? [] : [`付费${payers}人`]),
    ...(fareYuan === undefined ? [] : [`每人${fareYuan}元`]),
  ].join('，')
