import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import {
  answeredLetter,
  carrierName,
  chinaDay,
  chinaDeadline,
  chinaMoment,
  fileNames,
  officerNames,
  partyName,
  withoutStop,
} from '../letter-facts.ts'
import { declineLetter } from '../usual-letters.ts'
import type { executionHelpChart } from './execution-help.chart.ts'
import type { ExecutionRequest, executionHelpForms, Result } from './execution-help.contract.ts'

type Said<A extends keyof typeof executionHelpForms> = z.infer<(typeof executionHelpForms)[A]>

/** The letters of help with execution: the request, and the reply on each thing asked for, or why it was declined (行政处罚法 Art. 26). */
export const executionHelpLetters: KindLetters<ActionOf<typeof executionHelpChart>> = {
  writes: {
    send: letterOf({
      type: 'execution-help',
      to: 'answerers',
      due: ['execution'],
      facts: ({ content, wordOf, files, dueAt }) => {
        const { decision, party, vehicle, request, helps, officers, contact } = content as ExecutionRequest
        return {
          caseNumber: decision.caseNumber,
          decisionNumber: decision.number,
          decided: chinaDay(decision.decidedOn),
          served: chinaDay(decision.servedOn),
          holds: decision.holds,
          effect: wordOf('decision.effect', decision.effect),
          party: partyName(party),
          vehicle: carrierName(vehicle, undefined, (type) => wordOf('vehicle.type', type)),
          facts: request.facts,
          basis: request.legalBasis,
          helps: helps.map((help) => {
            const object = 'object' in help ? `，标的：${help.object}` : ''
            const where = help.where ? `，地点：${help.where}` : ''
            const basis = 'measureBasis' in help ? `，依据：${help.measureBasis}` : ''
            return `${wordOf('helps[].kind', help.kind)}：${withoutStop(help.what)}${object}${where}${basis}。`
          }),
          materials: fileNames(files),
          officers: officerNames(officers),
          urgency: request.urgency === 'urgent' ? '事项紧急' : undefined,
          due: chinaDeadline(dueAt),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    report: letterOf({
      type: 'execution-help-reply',
      to: 'asker',
      names: (body) =>
        (body as Said<'report'>).results.flatMap((result) =>
          result.outcome === 'coerced' ? result.inNameOf : [],
        ),
      facts: (source) => {
        const { results, summary } = source.body as Said<'report'>
        return {
          ...replyOf(source),
          results: results.map((result) => resultLine(source, result)),
          remarks: summary,
        }
      },
    }),
    decline: declineLetter({
      answers: 'execution-help',
      subject: ({ content }) => `协助执行${(content as ExecutionRequest).decision.number}决定`,
    }),
  },
  voids: { release: ['execution-help'], giveUp: ['execution-help'] },
}

function replyOf(source: LetterSource) {
  const { decision, party } = source.content as ExecutionRequest
  const taken = source.said('take') as Said<'take'> | undefined
  return {
    ...answeredLetter(source, 'execution-help'),
    decisionNumber: decision.number,
    party: partyName(party),
    contact: taken?.contact.name,
    phone: taken?.contact.phone,
  }
}

/** What became of one thing; a measure was taken in the name of the organ of the place (行政强制法 Art. 17). */
function resultLine({ content, wordOf, nameOf }: LetterSource, result: Result): string {
  const help = (content as ExecutionRequest).helps[result.help - 1]
  const what = `${help ? wordOf('helps[].kind', help.kind) : ''}：${wordOf('results[].outcome', result.outcome)}`
  // "Other" tells a reader nothing; what it is stands in the text.
  const because = (reason: string) =>
    reason === 'other' ? '' : `（${wordOf('results[].shortfall', reason)}）`
  switch (result.outcome) {
    case 'executed':
      return `${what}（${chinaMoment(result.at)}）。${result.what}`
    case 'coerced':
      return `${what}（${result.decisionNumber}，${nameOf(result.inNameOf[0])}，自${chinaMoment(result.at)}至${chinaMoment(result.until)}，${result.place}）。${result.what}`
    case 'partly':
      return `${what}（${chinaMoment(result.at)}）。${result.what}未执行部分：${withoutStop(result.rest)}${because(result.shortfall)}。`
    case 'not':
      return `${what}${because(result.shortfall)}。${result.tried}`
  }
}
