import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { chinaDay, fileNames, officerNames } from '../letter-facts.ts'
import { gapsOf, supplementLetter } from '../usual-letters.ts'
import type { evidenceRecognitionChart } from './evidence-recognition.chart.ts'
import type { evidenceRecognitionForms, Offer, Review } from './evidence-recognition.contract.ts'

type Said<A extends keyof typeof evidenceRecognitionForms> = z.infer<(typeof evidenceRecognitionForms)[A]>

const criteria = ['form', 'legality', 'relevance', 'completeness'] as const

const theOffer = {
  answers: 'evidence-transfer',
  subject: ({ content }: LetterSource) => `${(content as Offer).case.cause}案件证据`,
  caseNumber: ({ content }: LetterSource) => (content as Offer).case.number,
} as const

/** The letters of a recognition of evidence: the evidence with who collected it, what is missing, and the review 证据互认审核表, piece by piece. */
export const evidenceRecognitionLetters: KindLetters<ActionOf<typeof evidenceRecognitionChart>> = {
  writes: {
    send: letterOf({
      type: 'evidence-transfer',
      to: 'answerers',
      facts: ({ content, wordOf, files }) => {
        const { case: it, evidence, contact } = content as Offer
        return {
          caseNumber: it.number,
          cause: it.cause,
          basis: it.legalBasis,
          evidence: evidence.map(({ name, kind, proves, collectors }) => ({
            name,
            kind: wordOf('evidence[].kind', kind),
            proves,
            collectors: officerNames(collectors),
          })),
          materials: fileNames(files),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    requestSupplement: supplementLetter(theOffer, 'asker', gapsOf),
    recognise: review(),
    refuse: review(),
  },
  voids: { release: ['evidence-transfer'], giveUp: ['evidence-transfer'] },
}

function review() {
  return letterOf({
    type: 'evidence-review',
    to: 'asker',
    facts: (source) => {
      const { case: it, evidence } = source.content as Offer
      const { reviews, reviewers, reviewedOn, opinion } = source.body as Said<'recognise'>
      return {
        caseNumber: it.number,
        cause: it.cause,
        source: source.asker.name,
        evidence: reviews.map((each) => {
          const piece = evidence[each.piece - 1]
          return {
            name: piece?.name,
            kind: piece && source.wordOf('evidence[].kind', piece.kind),
            result: source.wordOf('reviews[].outcome', each.outcome),
            remark:
              each.outcome === 'refused'
                ? [
                    `${named(source, unmetOf(each))}不符合`,
                    ...each.reasons.map((reason) => source.wordOf('reviews[].reasons', reason)),
                    each.grounds,
                  ].join('；')
                : `${named(source, criteria)}均符合`,
          }
        }),
        criteria: criteria.map((criterion) => source.labelOf(`reviews[].${criterion}`)),
        result: resultOf(reviews),
        reasons: opinion,
        reviewer: officerNames(reviewers),
        reviewed: chinaDay(reviewedOn),
      }
    },
  })
}

const unmetOf = (review: Review) => criteria.filter((criterion) => review[criterion] === 'unmet')

/** 形式、合法性 */
const named = ({ labelOf }: LetterSource, some: readonly (typeof criteria)[number][]): string =>
  some.map((criterion) => labelOf(`reviews[].${criterion}`)).join('、')

/** What came of the review as a whole. */
function resultOf(reviews: readonly Pick<Review, 'outcome'>[]): string {
  const recognised = reviews.filter(({ outcome }) => outcome === 'recognised').length
  if (recognised === 0) return '不予认可'
  return recognised === reviews.length ? '审核认可' : `部分认可（${reviews.length}份中的${recognised}份）`
}
