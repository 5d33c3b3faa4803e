import { kindOf } from './kinds/kinds.ts'
import { contentAction } from './read-matter.ts'

/** True in the states in which a matter's content is still being written: not yet with a reviewer, not yet sent. */
export function isBeingWritten(kindName: string, state: string): boolean {
  const kind = kindOf(kindName)
  return contentAction(kind) in (kind.chart.states[state] ?? {})
}
