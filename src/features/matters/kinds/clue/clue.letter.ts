import type { z } from 'zod'
import type { ActionOf } from '../../../../kernel/chart.ts'
import { type KindLetters, letterOf } from '../../../letters/letters.ts'
import { answeredLetter, chinaMoment, fileNames } from '../letter-facts.ts'
import type { clueChart } from './clue.chart.ts'
import type { clueForms, Push } from './clue.contract.ts'

type Said<A extends keyof typeof clueForms> = z.infer<(typeof clueForms)[A]>

/** The letters of a clue: one to all it is pushed to, and the answer of each that took it up or gave it back. */
export const clueLetters: KindLetters<ActionOf<typeof clueChart>> = {
  writes: {
    push: letterOf({
      type: 'clue-transfer',
      to: 'answerers',
      facts: ({ content, wordOf }) => {
        const { what, source, assessment, subjects } = content as Push
        return {
          title: what.title,
          domain: wordOf('what.domain', what.domain),
          facts: what.facts,
          place: what.place,
          occurredAt: chinaMoment(what.occurredAt),
          source: wordOf('source.kind', source.kind),
          reliability: `${wordOf('source.sourceGrade', source.sourceGrade)}；${wordOf('source.contentGrade', source.contentGrade)}`,
          subjects: subjects?.map((subject) => ('plate' in subject ? subject.plate : subject.name)),
          reasons: assessment.pushReasons.map((reason) => wordOf('assessment.pushReasons', reason)),
          suggestion: assessment.suggestion,
          urgency: assessment.urgency === 'urgent' ? '紧急' : undefined,
        }
      },
      enclosures: ({ files }) => fileNames(files),
    }),
    return: letterOf({
      type: 'clue-feedback',
      to: 'asker',
      facts: (source) => {
        const { reason, grounds } = source.body as Said<'return'>
        return {
          ...answeredLetter(source, 'clue-transfer'),
          title: (source.content as Push).what.title,
          outcome: `退回（${source.wordOf('reason', reason)}）`,
          findings: grounds,
        }
      },
    }),
    feedback: letterOf({
      type: 'clue-feedback',
      to: 'asker',
      facts: (source) => {
        const said = source.body as Said<'feedback'>
        const concluded = source.said('conclude') as Said<'conclude'> | undefined
        return {
          ...answeredLetter(source, 'clue-transfer'),
          title: (source.content as Push).what.title,
          outcome: concluded && source.wordOf('outcome', concluded.outcome),
          findings: said.summary,
          caseNumber: said.caseNumber ?? (concluded?.outcome === 'filed' ? concluded.caseNumber : undefined),
          measures: said.measuresTaken,
        }
      },
    }),
  },
  voids: { release: ['clue-transfer'], giveUp: ['clue-transfer'] },
}
