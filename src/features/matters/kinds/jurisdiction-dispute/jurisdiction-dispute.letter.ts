import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import {
  answeredLetter,
  carrierName,
  chinaDay,
  chinaMoment,
  occasionOfDesignation,
  partyName,
} from '../letter-facts.ts'
import { handOverLetter } from '../usual-letters.ts'
import type { jurisdictionDisputeChart } from './jurisdiction-dispute.chart.ts'
import type { Agreement, jurisdictionDisputeForms, Position, Raise } from './jurisdiction-dispute.contract.ts'

type Said<A extends keyof typeof jurisdictionDisputeForms> = z.infer<(typeof jurisdictionDisputeForms)[A]>

/**
 * The letters of a dispute: the call and what the other side holds, minutes where both agree, else the request to the common superior and its
 * decision; and the list of what is handed over then.
 */
export const jurisdictionDisputeLetters: KindLetters<ActionOf<typeof jurisdictionDisputeChart>> = {
  writes: {
    raise: letterOf({
      type: 'dispute-call',
      to: 'answerers',
      facts: (source) => {
        const { dispute, position, contact } = source.content as Raise
        return {
          ...caseOf(source),
          conflict: source.wordOf('dispute.conflict', dispute.conflict),
          place: dispute.place,
          facts: dispute.facts,
          ...heldOf(position),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    takePosition: letterOf({
      type: 'dispute-position',
      to: 'asker',
      facts: (source) => {
        const { position, contact } = source.body as Said<'takePosition'>
        const competent = position.competent === 'asker' ? source.asker : source.answerers[0]
        return {
          ...answeredLetter(source, 'dispute-call'),
          ...caseOf(source),
          competent: competent?.name,
          ...heldOf(position),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    handOver: handOverLetter({
      subject: ({ content }) => `${(content as Raise).dispute.cause}案件`,
      caseNumber: ({ content }) => (content as Raise).dispute.caseNumber,
    }),
    settleOnAsker: minutes('asker'),
    settleOnAnswerer: minutes('answerer'),
    escalate: request((source) => (source.content as Raise).contact),
    demandDesignation: request((source) => (source.said('takePosition') as Said<'takePosition'>).contact),
    designateAsker: decision(({ asker }) => asker.name),
    designateAnswerer: decision(({ answerers }) => answerers[0]?.name ?? ''),
    designateOther: {
      ...decision(({ body, nameOf }) => nameOf((body as Said<'designateOther'>).agency[0])),
      copies: (body) => (body as Said<'designateOther'>).agency,
    },
  },
  // A demand that was met by an agreement asks the superior for nothing any more, and of what a side holds the last counts.
  voids: {
    takePosition: ['dispute-position'],
    giveUp: ['dispute-call'],
    settleOnAsker: ['designation-request'],
    settleOnAnswerer: ['designation-request'],
    drop: ['dispute-call', 'designation-request'],
  },
}

/** The request to the common superior, of whichever side refers the dispute. */
function request(contactOf: (source: LetterSource) => Raise['contact']) {
  return letterOf({
    type: 'designation-request',
    to: 'superior',
    facts: (source) => {
      const { consulted, opinion, legalBasis } = source.body as Said<'escalate'>
      const { name, phone } = contactOf(source)
      return {
        ...caseOf(source),
        facts: (source.content as Raise).dispute.facts,
        positions: positionsOf(source),
        consultation: `${consulted}\n本单位意见：${opinion}`,
        basis: legalBasis,
        contact: name,
        phone,
      }
    },
  })
}

function minutes(side: 'asker' | 'answerer') {
  return letterOf({
    type: 'dispute-minutes',
    to: 'sides',
    facts: (source) => {
      const { agreedOn, way, participants } = source.body as Agreement
      return {
        ...caseOf(source),
        held: chinaDay(agreedOn),
        place: source.wordOf('way', way),
        participants: participants.split(/[\n、；]/).filter((each) => each.trim() !== ''),
        facts: (source.content as Raise).dispute.facts,
        positions: positionsOf(source),
        outcome: outcomeOf(source, side),
      }
    },
  })
}

/** What was agreed on, why not with who filed first, and the letter by which the other side said so. */
function outcomeOf(source: LetterSource, side: 'asker' | 'answerer'): string {
  const { minutes: text, againstFirstFiling } = source.body as Agreement
  const [answerer] = source.answerers
  const competent = side === 'asker' ? source.asker : answerer
  const { letterNumber, letterDay } = answeredLetter(source, 'dispute-position')
  return [
    text,
    `各方一致同意，该案由${competent?.name ?? ''}管辖。`,
    ...(againstFirstFiling ? [`不由最先立案的机关管辖的理由：${againstFirstFiling}`] : []),
    ...(letterNumber ? [`${answerer?.name ?? ''}已于${letterDay}以${letterNumber}函复同意。`] : []),
  ].join('\n')
}

function decision(designated: (source: LetterSource) => string) {
  return letterOf({
    type: 'designation-decision',
    to: 'sides',
    facts: (source) => {
      const { decisionNumber, decidedOn, grounds, legalBasis } = source.body as Said<'designateAsker'>
      return {
        ...caseOf(source),
        occasion: occasionOfDesignation(source, ['escalate', 'demandDesignation']),
        decisionNumber,
        decided: chinaDay(decidedOn),
        designated: designated(source),
        facts: (source.content as Raise).dispute.facts,
        positions: positionsOf(source),
        grounds,
        basis: legalBasis,
      }
    },
  })
}

function caseOf({ content, wordOf }: LetterSource) {
  const { dispute, party, vehicle, ship } = content as Raise
  return {
    caseNumber: dispute.caseNumber,
    cause: dispute.cause,
    party: partyName(party),
    vehicle: carrierName(vehicle, ship, (type) => wordOf('vehicle.type', type)),
  }
}

/** What one side holds; the moment of filing decides unless something else does. */
const heldOf = (position: Position) => ({
  filed: filingOf(position),
  grounds: position.reasons,
  basis: position.legalBasis,
  evidence: position.evidence,
  measures: position.measures,
})

const filingOf = ({ caseNumber, filedAt }: Position): string =>
  caseNumber ? `${chinaMoment(filedAt)}立案（${caseNumber}）` : '尚未立案'

/** What each side holds, as it was stated last. */
function positionsOf(source: LetterSource) {
  const revised = source.said('revisePosition') as Said<'revisePosition'> | undefined
  const taken = source.said('takePosition') as Said<'takePosition'> | undefined
  const row = (agency: string | undefined, position: Position | undefined) =>
    position
      ? [
          {
            agency,
            filed: filingOf(position),
            position: position.reasons,
            basis: position.legalBasis,
            evidence: position.evidence,
          },
        ]
      : []
  return [
    ...row(source.asker.name, revised?.position ?? (source.content as Raise).position),
    ...row(source.answerers[0]?.name, taken?.position),
  ]
}
