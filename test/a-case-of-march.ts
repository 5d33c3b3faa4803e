import type { Registration } from '../src/features/matters/kinds/case/case.contract.ts'
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

/** A good body for each action of a case. */
export type CaseBodies = ReturnType<typeof caseBodies>

/** The bodies of a case that is filed under this number. */
export function filedAs(caseNumber: string, registration: Registration = overloadedTruck()): CaseBodies {
  const example = caseBodies(registration)
  return { ...example, file: { ...example.file, caseNumber } }
}

let trucks = 10_000

/** A case about a truck, and of a number, that no other case of the run has. */
export function aboutAnotherTruck(change: Partial<Registration> = {}) {
  const truck = ++trucks
  const vehicle = { plate: `吉C${truck}`, colour: '2' } as const
  const bodies = filedAs(`辽铁昌〔2026〕${truck}号`, { ...overloadedTruck(), vehicle, ...change })
  return { truck, bodies }
}

/** Who leads a case: the officer acts, the leader approves and decides. */
export type CaseCast = { readonly officer: PersonActor; readonly leader: PersonActor }

/** The steps of a case as it was led in March 2026, from its registration to its end. */
const march = [
  ['register', 'officer', '2026-03-05T12:00:00'],
  ['file', 'leader', '2026-03-05T15:00:00'],
  ['conclude', 'officer', '2026-03-08T10:00:00'],
  ['serveNotice', 'officer', '2026-03-09T11:00:00'],
  ['decide', 'leader', '2026-03-17T16:00:00'],
  ['serve', 'officer', '2026-03-18T11:00:00'],
  ['recordExecution', 'officer', '2026-03-20T11:00:00'],
  ['close', 'leader', '2026-03-23T11:00:00'],
] as const satisfies readonly (readonly [keyof CaseBodies, keyof CaseCast, string])[]

/** A case led in March 2026 as far as this step; unless said otherwise the overloaded truck of the examples. */
export async function aCaseUntil(
  db: Db,
  last: (typeof march)[number][0],
  cast: CaseCast,
  bodies: CaseBodies = caseBodies(),
): Promise<PlayedMatter> {
  const played = await aMatter(db, {
    kind: 'case',
    opener: cast.officer,
    bodies,
    occasion: on(march[0][2]),
  })
  for (const [action, who, at] of march) {
    await played.does(cast[who], action, { occasion: on(at) })
    if (action === last) break
  }
  return played
}
