import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { answeredLetter, chinaMoment, officerNames } from '../letter-facts.ts'
import { declineLetter } from '../usual-letters.ts'
import type { lookoutChart } from './lookout.chart.ts'
import type { Lookout, lookoutForms } from './lookout.contract.ts'

type Said<A extends keyof typeof lookoutForms> = z.infer<(typeof lookoutForms)[A]>

/** The letters of a lookout: what is watched for, what is added, each hit, who cannot, and that it is over. One that is over holds no longer. */
export const lookoutLetters: KindLetters<ActionOf<typeof lookoutChart>> = {
  writes: {
    issue: letterOf({
      type: 'lookout',
      to: 'answerers',
      facts: ({ content, wordOf }) => {
        const { lookout: it, vehicles, direction, request, approval } = content as Lookout
        return {
          title: it.title,
          ground: wordOf('lookout.ground', it.ground),
          caseNumber: it.caseNumber,
          facts: it.facts,
          basis: it.legalBasis,
          vehicles: vehicles.map(({ plate, colour, trailerPlate, type, features }) => ({
            plate: plate
              ? `${plate}（${wordOf('vehicles[].colour', colour)}）${trailerPlate ? `，挂车${trailerPlate}` : ''}`
              : '号牌不明',
            type: wordOf('vehicles[].type', type),
            features,
          })),
          seen: `${chinaMoment(direction.seenAt)}，${direction.seenPlace}`,
          heading: direction.heading,
          roads: direction.roads,
          measures: request.measures.map((measure) => wordOf('request.measures', measure)).join('、'),
          danger: request.danger,
          until: chinaMoment(it.until),
          approval: `${approval.approver}于${chinaMoment(approval.approvedAt)}${wordOf('approval.way', approval.way)}`,
          urgency: it.urgency === 'urgent' ? '紧急' : undefined,
          contact: request.contact.name,
          phone: request.contact.phone,
        }
      },
    }),
    reportHit: letterOf({
      type: 'hit-report',
      to: 'asker',
      facts: (source) => {
        const { lookout: it, vehicles } = source.content as Lookout
        const { vehicle, seenAt, place, heading, outcome, what, officers } = source.body as Said<'reportHit'>
        const seen = vehicles[vehicle - 1]
        return {
          ...answeredLetter(source, 'lookout'),
          title: it.title,
          subject: seen?.plate ?? seen?.features,
          seen: chinaMoment(seenAt),
          place,
          heading,
          outcome: source.wordOf('outcome', outcome),
          facts: what,
          officers: officerNames(officers),
        }
      },
    }),
    cannotDeploy: declineLetter(
      { answers: 'lookout', subject: ({ content }) => (content as Lookout).lookout.title },
      'cannotReason',
    ),
    update: letterOf({
      type: 'lookout-update',
      to: 'answerers',
      facts: (source) => {
        const { news, seenAt, seenPlace } = source.body as Said<'update'>
        return {
          ...answeredLetter(source, 'lookout'),
          title: (source.content as Lookout).lookout.title,
          vehicles: platesOf(source),
          news,
          seen: [chinaMoment(seenAt), seenPlace].filter(Boolean).join('，'),
        }
      },
    }),
    lift: letterOf({
      type: 'lookout-lift',
      to: 'answerers',
      facts: (source) => {
        const { liftReason, note } = source.body as Said<'lift'>
        return {
          ...answeredLetter(source, 'lookout'),
          title: (source.content as Lookout).lookout.title,
          vehicles: platesOf(source),
          reason: source.wordOf('liftReason', liftReason),
          remarks: note,
        }
      },
    }),
  },
  voids: {
    giveUp: ['lookout', 'lookout-update'],
    lift: ['lookout', 'lookout-update'],
    expire: ['lookout', 'lookout-update'],
  },
}

const platesOf = ({ content }: LetterSource): string =>
  (content as Lookout).vehicles.flatMap(({ plate }) => plate ?? []).join('、')
