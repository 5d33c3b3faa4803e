import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { answeredLetter, chinaMoment, fileNames } from '../letter-facts.ts'
import type { dataCorrectionChart } from './data-correction.chart.ts'
import type { dataCorrectionForms, Report } from './data-correction.contract.ts'

type Said<A extends keyof typeof dataCorrectionForms> = z.infer<(typeof dataCorrectionForms)[A]>

/**
 * The letters of a data correction: the report and the answer field by field, and where it is challenged the request to the common
 * superior with its ruling (政务数据共享条例 Arts 26, 28). The holder's name and number stay in the matter, where each reading is recorded.
 */
export const dataCorrectionLetters: KindLetters<ActionOf<typeof dataCorrectionChart>> = {
  writes: {
    send: letterOf({
      type: 'data-correction',
      to: 'answerers',
      facts: (source) => {
        const { record, use, contact } = source.content as Report
        return {
          ...recordOf(source),
          source: record.source,
          seen: chinaMoment(record.seenAt),
          errors: errorsOf(source),
          purpose: use.purpose,
          consequence: use.consequence,
          materials: fileNames(source.files),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    correct: letterOf({
      type: 'data-correction-reply',
      to: 'asker',
      facts: (source) => {
        const { results, alsoUpdated } = source.body as Said<'correct'>
        const { errors } = source.content as Report
        return {
          ...answeredLetter(source, 'data-correction'),
          ...recordOf(source),
          results: results.map((result) => ({
            field: errors[result.error - 1]?.field,
            result: source.wordOf('results[].outcome', result.outcome),
            ...(result.outcome === 'corrected'
              ? { value: result.value, grounds: `${chinaMoment(result.correctedAt)}更正` }
              : { grounds: `${source.wordOf('results[].reason', result.reason)}：${result.grounds}` }),
          })),
          remarks: alsoUpdated,
        }
      },
    }),
    decline: letterOf({
      type: 'data-correction-reply',
      to: 'asker',
      facts: (source) => {
        const { keeper } = source.body as Said<'decline'>
        return {
          ...answeredLetter(source, 'data-correction'),
          ...recordOf(source),
          reasons: keptOf(source, source.body as Said<'decline'>),
          keeper,
        }
      },
    }),
    challenge: letterOf({
      type: 'data-dispute-request',
      to: 'superior',
      facts: (source) => {
        const { grounds, legalBasis } = source.body as Said<'challenge'>
        return {
          ...recordOf(source),
          errors: errorsOf(source),
          reply: replyOf(source),
          grounds,
          basis: legalBasis,
        }
      },
    }),
    orderCorrection: ruling(orderOf),
    uphold: ruling(() => '维持原记录'),
  },
  voids: { release: ['data-correction'], giveUp: ['data-correction'] },
}

function ruling(decisionOf: (source: LetterSource) => string) {
  return letterOf({
    type: 'data-ruling',
    to: 'sides',
    facts: (source) => {
      const { grounds, legalBasis } = source.body as Said<'uphold'>
      return {
        ...recordOf(source),
        errors: errorsOf(source),
        grounds,
        basis: legalBasis,
        decision: decisionOf(source),
      }
    },
  })
}

/** 责令数据维护单位更正“有效期”，“轴数”维持原记录: value by value, unless all are to be corrected. */
function orderOf({ content, body }: LetterSource): string {
  const { errors } = content as Report
  const { rulings } = body as Said<'orderCorrection'>
  const named = (wanted: (typeof rulings)[number]['ruling']) =>
    rulings
      .flatMap(({ error, ruling }) => (ruling === wanted ? [`“${errors[error - 1]?.field ?? ''}”`] : []))
      .join('、')
  const staying = named('stays')
  return `责令数据维护单位更正${named('correct')}${staying === '' ? '' : `；${staying}维持原记录`}`
}

function recordOf({ content, wordOf }: LetterSource) {
  const { record } = content as Report
  return {
    register: wordOf('record.register', record.register),
    subject: record.subject,
    recordNumber: record.recordNumber,
  }
}

const errorsOf = ({ content }: LetterSource) =>
  (content as Report).errors.map(({ field, recorded, correct, basis }) => ({
    field,
    recorded,
    correct,
    basis,
  }))

const keptOf = ({ wordOf }: LetterSource, { reason, grounds }: Said<'decline'>): string =>
  `${wordOf('reason', reason)}。${grounds}`

/** What the keeper answered: why nothing changes, or which values it kept. */
function replyOf(source: LetterSource): string | undefined {
  const declined = source.said('decline') as Said<'decline'> | undefined
  if (declined) return keptOf(source, declined)
  const { errors } = source.content as Report
  const corrected = source.said('correct') as Said<'correct'> | undefined
  return corrected?.results
    .map((result) => {
      const field = errors[result.error - 1]?.field ?? ''
      return result.outcome === 'corrected'
        ? `${field}：更正为“${result.value}”。`
        : `${field}：${source.wordOf('results[].reason', result.reason)}。${result.grounds}`
    })
    .join('\n')
}
