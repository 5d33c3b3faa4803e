import type { Words } from '../../kernel/words.ts'
import type { AgencyShort, ClockView } from '../matters/matters.ts'

/** One row of `GET /cases`. The name of a natural person is in none. */
export type CaseRow = {
  /** Of the matter: its page, files and record. */
  readonly id: string
  readonly caseNumber: string | null
  readonly number: string
  readonly title: string
  readonly state: string
  readonly stateWords: Words
  readonly behaviour: string | null
  /** `penalty`, one of the outcomes without, or what became of the decision, such as `annulled`; null before it. */
  readonly outcome: string | null
  readonly outcomeWords: Words | null
  readonly agency: AgencyShort
  readonly filedAt: string | null
  readonly openedAt: string
  readonly nextClock: ClockView | null
}

/** One entry of `POST /cases/search`: a case somewhere in the regions, with whom to ring up and nothing of a person. */
export type CaseElsewhere = {
  readonly agency: AgencyShort
  readonly number: string
  readonly filedAt: string
  readonly behaviour: string
  readonly behaviourWords: Words
  readonly stateWords: Words
  /** As in the list: also what became of the decision, so that an annulled penalty is none. */
  readonly outcome: string | null
  readonly outcomeWords: Words | null
  readonly contact: { readonly name: string; readonly phone: string } | null
}
