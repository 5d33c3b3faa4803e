import type { Words } from '../../kernel/words.ts'
import { letterTypes } from '../letters/letters.ts'
import type { Kind } from './kind.ts'
import { sendingAction } from './preview-letter.ts'

/** The actions of a kind that write a letter, with what it is called; submitting the content shows the one it will be sent with. */
export function kindLetters(kind: Kind): Readonly<Record<string, Words>> {
  const writes = Object.entries(kind.letters?.writes ?? {}).flatMap(([action, mapping]) =>
    mapping ? [[action, letterTypes[mapping.type].words] as const] : [],
  )
  const sent = writes.find(([action]) => action === sendingAction(kind))
  const submits = Object.values(kind.chart.states).flatMap((steps) =>
    Object.entries(steps).flatMap(([action, step]) =>
      step.addresses && sent ? [[action, sent[1]] as const] : [],
    ),
  )
  return Object.fromEntries([...submits, ...writes])
}
