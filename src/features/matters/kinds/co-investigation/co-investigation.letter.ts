import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, type LetterSource, letterOf } from '../../../letters/letters.ts'
import { answeredLetter, chinaDeadline, chinaMoment, fileNames, withoutStop } from '../letter-facts.ts'
import { declineLetter, supplementLetter } from '../usual-letters.ts'
import type { coInvestigationChart } from './co-investigation.chart.ts'
import type { coInvestigationForms, Request, TaskAnswer } from './co-investigation.contract.ts'

type Said<A extends keyof typeof coInvestigationForms> = z.infer<(typeof coInvestigationForms)[A]>

/** The request, as answers to it name it. */
const theRequest = {
  answers: 'co-investigation',
  subject: ({ content }: LetterSource) => `${(content as Request).case.cause}案件协助调查`,
} as const

/** Why a task was not done, what was tried, and what is suggested instead. */
const unableWords = (
  { wordOf }: LetterSource,
  { unableReason, tried, suggestion }: Extract<TaskAnswer, { result: 'unable' }>,
): string =>
  `未能完成（${wordOf('unableReason', unableReason)}）。${tried}${suggestion === undefined ? '' : `建议：${suggestion}`}`

/** When and where a task was done, what was found, and what the file needs besides: how a video statement was vouched for, where originals are. */
function foundWords({ wordOf }: LetterSource, answer: Exclude<TaskAnswer, { result: 'unable' }>): string {
  const place = answer.result === 'done' ? answer.place : undefined
  const aside =
    answer.result === 'remote'
      ? `身份核验：${wordOf('identity', answer.identity)}；笔录签名：${wordOf('signature', answer.signature)}${answer.signatureNote ? `（${withoutStop(answer.signatureNote)}）` : ''}。`
      : answer.originals && `原件：${answer.originals}`
  const when = [chinaMoment(answer.doneAt), place].filter(Boolean).join('，')
  return [`（${when}）：${answer.findings}`, aside].filter(Boolean).join('\n')
}

/** The letters of a co-investigation: the request, the reply that names what came of each task, what is asked beyond it, or why it was declined. */
export const coInvestigationLetters: KindLetters<ActionOf<typeof coInvestigationChart>> = {
  writes: {
    send: letterOf({
      type: 'co-investigation',
      to: 'answerers',
      due: ['reply'],
      facts: ({ content, wordOf, files, dueAt }) => {
        const { case: it, subjects, tasks, contact } = content as Request
        return {
          caseNumber: it.number,
          cause: it.cause,
          party: subjects?.flatMap((each) => ('plate' in each ? [] : [each.name])).join('、'),
          vehicle: subjects?.flatMap((each) => ('plate' in each ? [each.plate] : [])).join('、'),
          facts: it.facts,
          basis: it.legalBasis,
          tasks: tasks.map((task) => {
            const whom = 'person' in task ? `（${task.person}）` : ''
            const where = 'where' in task && task.where ? `，地点：${task.where}` : ''
            return `${wordOf('tasks[].kind', task.kind)}${whom}：${withoutStop(task.what)}${where}。`
          }),
          questions: tasks.flatMap((task) =>
            'outline' in task ? [`${task.person}：\n${task.outline}`] : [],
          ),
          materials: fileNames(files),
          urgency: it.urgency === 'urgent' ? `紧急：${it.urgencyReason ?? ''}` : undefined,
          due: chinaDeadline(dueAt),
          contact: contact.name,
          phone: contact.phone,
        }
      },
    }),
    reply: letterOf({
      type: 'co-investigation-reply',
      to: 'asker',
      facts: (source) => {
        const { case: it, tasks } = source.content as Request
        const said = source.body as Said<'reply'>
        // A task answered anew counts as it was answered last.
        const answers = new Map(
          (source.allSaid('answerTask') as readonly TaskAnswer[]).map((answer) => [answer.task, answer]),
        )
        const taken = source.said('take') as Said<'take'> | undefined
        return {
          ...answeredLetter(source, 'co-investigation'),
          cause: it.cause,
          results: tasks.map((task, index) => {
            const answer = answers.get(index + 1)
            const what = source.wordOf('tasks[].kind', task.kind)
            if (!answer) return `${what}：${task.what}`
            return answer.result === 'unable'
              ? `${what}：${unableWords(source, answer)}`
              : `${what}${foundWords(source, answer)}`
          }),
          remarks: [said.summary, said.handover && `原件和物品的移交：${said.handover}`]
            .filter(Boolean)
            .join('\n'),
          materials: fileNames(source.files.filter(({ isOwn }) => isOwn)),
          contact: taken?.contact.name,
          phone: taken?.contact.phone,
        }
      },
    }),
    decline: declineLetter(theRequest),
    askMore: supplementLetter(
      {
        ...theRequest,
        answers: 'co-investigation-reply',
        caseNumber: ({ content }) => (content as Request).case.number,
      },
      'answerers',
      ({ body }) => ({ missing: (body as Said<'askMore'>).missing }),
    ),
    supply: letterOf({
      type: 'co-investigation-reply',
      to: 'asker',
      facts: (source) => ({
        ...answeredLetter(source, 'supplement'),
        cause: (source.content as Request).case.cause,
        remarks: (source.body as Said<'supply'>).supplement,
      }),
    }),
  },
  voids: { release: ['co-investigation'], giveUp: ['co-investigation'] },
}
