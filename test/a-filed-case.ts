import { caseBodies, overloadedTruck } from '../src/features/matters/kinds/case/case.examples.ts'
import {
  caseNoticeBodies,
  overloadedElsewhere,
} from '../src/features/matters/kinds/case-notice/case-notice.examples.ts'
import type { PersonActor } from '../src/platform/actor.ts'
import type { Db } from '../src/platform/database.ts'
import { aMatter, type PlayedMatter } from './a-matter.ts'

export { caseBodies, caseNoticeBodies, overloadedElsewhere, overloadedTruck }

/** A moment in China as an occasion. */
export const on = (at: string) => ({ now: new Date(`${at}+08:00`).toISOString(), node: 'test' })

/** The overloaded truck of the examples, registered on 5 March 2026 and not yet filed. */
export async function aRegisteredCase(db: Db, officer: PersonActor): Promise<PlayedMatter> {
  const occasion = on('2026-03-05T12:00:00')
  const played = await aMatter(db, { kind: 'case', opener: officer, bodies: caseBodies(), occasion })
  await played.does(officer, 'register', { occasion })
  return played
}
