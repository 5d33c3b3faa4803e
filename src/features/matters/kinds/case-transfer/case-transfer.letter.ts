import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import {
  amount,
  answeredLetter,
  carrierName,
  chinaDay,
  chinaMoment,
  fileNames,
  occasionOfDesignation,
  officerNames,
  partyName,
  withoutStop,
} from '../letter-facts.ts'
import { penaltyWords } from '../penalty-words.ts'
import { gapsOf, handOverLetter, suggestedBy, suggestedNames, supplementLetter } from '../usual-letters.ts'
import type { caseTransferChart } from './case-transfer.chart.ts'
import type { caseTransferForms, Submission } from './case-transfer.contract.ts'

type Said<A extends keyof typeof caseTransferForms> = z.infer<(typeof caseTransferForms)[A]>

const theCase = {
  subject: ({ content }: LetterSource) => `${(content as Submission).case.cause}案件移送`,
  caseNumber: ({ content }: LetterSource) => (content as Submission).case.number,
}

/**
 * The letters of a case transfer: the transfer itself, what is missing, its receipt or an objection, what goes to and comes from the common
 * superior, what is handed over, and the result that is fed back.
 */
export const caseTransferLetters: KindLetters<ActionOf<typeof caseTransferChart>> = {
  writes: {
    send: letterOf({
      type: 'case-transfer',
      to: 'answerers',
      facts: (source) => {
        const content = source.content as Submission
        return {
          ...caseOf(source),
          discoveredAt: chinaMoment(content.case.discoveredAt),
          place: [content.case.place, content.case.road].filter(Boolean).join('，'),
          facts: content.case.facts,
          law: content.case.law,
          reasons: content.ground.reasons,
          basis: content.ground.legalBasis,
          measures: content.measures?.map(
            ({ kind, decisionNumber, from, until, place }) =>
              `${source.wordOf('measures[].kind', kind)}（${decisionNumber}），自${chinaMoment(from)}至${chinaMoment(until)}，存放于${withoutStop(place)}。`,
          ),
          objects: content.objects?.map(({ name, quantity, unit, condition, custody }) => ({
            name,
            quantity: amount(quantity, unit),
            condition,
            custody,
          })),
          materials: materialsOf(source),
          officers: officerNames(content.officers),
          contact: content.contact.name,
          phone: content.contact.phone,
        }
      },
      enclosures: ({ files }) => fileNames(files),
    }),
    accept: letterOf({
      type: 'case-transfer-receipt',
      to: 'asker',
      facts: (source) => {
        const { contact, note } = source.body as Said<'accept'>
        return {
          ...answeredLetter(source, 'case-transfer'),
          ...caseOf(source),
          received: chinaDay(source.day),
          remarks: note,
          contact: contact?.name,
          phone: contact?.phone,
        }
      },
    }),
    requestSupplement: supplementLetter({ answers: 'case-transfer', ...theCase }, 'asker', gapsOf),
    object: letterOf({
      type: 'transfer-objection',
      to: 'asker',
      names: suggestedBy,
      facts: (source) => {
        const { reason, grounds, legalBasis } = source.body as Said<'object'>
        return {
          ...answeredLetter(source, 'case-transfer'),
          ...caseOf(source),
          reason: source.wordOf('reason', reason),
          grounds,
          basis: legalBasis,
          suggested: suggestedNames(source),
        }
      },
    }),
    handOver: handOverLetter(theCase),
    declineToFile: letterOf({
      type: 'transfer-result',
      to: 'asker',
      facts: (source) => {
        const { reason, grounds } = source.body as Said<'declineToFile'>
        return {
          ...answeredLetter(source, 'case-transfer'),
          ...caseOf(source),
          outcome: `不予立案（${source.wordOf('reason', reason)}）`,
          summary: grounds,
        }
      },
    }),
    reportResult: letterOf({
      type: 'transfer-result',
      to: 'asker',
      facts: (source) => {
        const { summary, execution } = source.body as Said<'reportResult'>
        const filed = source.said('file') as Said<'file'> | undefined
        const decided = source.said('decide') as Said<'decide'>
        return {
          ...answeredLetter(source, 'case-transfer'),
          ...caseOf(source),
          filedNumber: filed?.caseNumber,
          outcome: source.wordOf('outcome', decided.outcome),
          decisionNumber: decided.decisionNumber,
          decided: chinaDay(decided.decidedOn),
          penalties: penaltiesOf(source, decided),
          execution: source.wordOf('execution', execution),
          summary,
        }
      },
    }),
    maintain: letterOf({
      type: 'designation-request',
      to: 'superior',
      facts: (source) => {
        const { grounds } = source.body as Said<'maintain'>
        const insisted = source.said('insist') as Said<'insist'> | undefined
        return {
          ...caseOf(source),
          facts: (source.content as Submission).case.facts,
          positions: positionsOf(source),
          consultation: [
            insisted && `${source.asker.name}坚持移送：${insisted.grounds}`,
            `${source.answerers[0]?.name ?? ''}维持异议：${grounds}`,
          ]
            .filter(Boolean)
            .join('\n'),
          basis: '《中华人民共和国行政处罚法》第二十五条',
        }
      },
    }),
    designateAnswerer: decision('answerer'),
    designateAsker: decision('asker'),
  },
  voids: {
    release: ['case-transfer'],
    giveUp: ['case-transfer'],
    concede: ['case-transfer'],
    accept: ['transfer-objection'],
  },
}

function decision(side: 'asker' | 'answerer') {
  return letterOf({
    type: 'designation-decision',
    to: 'sides',
    facts: (source) => {
      const said = source.body as Said<'designateAnswerer'>
      const designated = side === 'asker' ? source.asker : source.answerers[0]
      return {
        ...caseOf(source),
        occasion: occasionOfDesignation(source, ['maintain']),
        decisionNumber: said.decisionNumber,
        decided: chinaDay(said.decidedOn),
        designated: designated?.name ?? '',
        facts: (source.content as Submission).case.facts,
        positions: positionsOf(source),
        grounds: said.grounds,
        basis: said.legalBasis,
      }
    },
  })
}

function penaltiesOf({ wordOf }: LetterSource, decided: Said<'decide'>): string | undefined {
  if (decided.outcome !== 'penalty') return undefined
  return penaltyWords(decided, (penalty) => wordOf('penalties', penalty))
}

function caseOf({ content, wordOf }: LetterSource) {
  const { case: it, party, vehicle, ship } = content as Submission
  return {
    caseNumber: it.number,
    cause: it.cause,
    party: partyName(party),
    vehicle: carrierName(vehicle, ship, (type) => (type ? wordOf('vehicle.type', type) : '')),
  }
}

/** What each side holds, from the transfer and the objection. */
function positionsOf(source: LetterSource) {
  const { ground } = source.content as Submission
  const objection = source.said('object') as Said<'object'> | undefined
  return [
    { agency: source.asker.name, position: ground.reasons, basis: ground.legalBasis },
    ...(objection
      ? [{ agency: source.answerers[0]?.name, position: objection.grounds, basis: objection.legalBasis }]
      : []),
  ]
}

/** The items of the check-list that go along, each once; files of no item by their names. */
function materialsOf(source: LetterSource): readonly string[] {
  const items = source.files.flatMap((file) => {
    const word = file.item && source.wordOf('notApplicable[].item', file.item)
    return word || fileNames([file])
  })
  return [...new Set(items)]
}
