import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { openFileStore } from '../../platform/file-store.ts'
import { agencyIdOf, foundAgencies } from '../agencies/agencies.ts'
import { createDemoAccounts } from '../people/people.ts'
import { keepDemoDirectory } from './demo-directory.ts'
import { pastOf } from './past.ts'
import { play } from './play.ts'
import { demoPeople } from './stage.ts'
import { northEastClues } from './stories/north-east-clues.ts'
import { fujianToShandong, otherBorders } from './stories/other-borders.ts'
import { onTheTaipu, tianjinToBeijing } from './stories/tianjin-and-taipu.ts'
import { transfersInQuestion } from './stories/transfers-in-question.ts'
import { transfersOnTheirWay } from './stories/transfers-on-their-way.ts'
import { transfersTakenOver } from './stories/transfers-taken-over.ts'

/** Every story of the demonstration. */
export const stories = [
  transfersOnTheirWay,
  transfersInQuestion,
  transfersTakenOver,
  otherBorders,
  fujianToShandong,
  tianjinToBeijing,
  onTheTaipu,
  northEastClues,
] as const

/** What the demonstration is loaded into, besides the database. */
export type DemoParts = {
  readonly filesFolder: string
  /** When it is; the stories end before. Now unless said. */
  readonly now?: string
}

/** Whether nobody has an account yet. Only such an installation takes the demonstration: agencies a real one has from the start. */
export function isUnused(db: Db): Promise<boolean> {
  return asActor(db, systemActor('demonstration'), async (tx) => {
    const { rows } = await sql<{ unused: boolean }>`
      select not exists (select from account) as unused`.execute(tx)
    return rows[0]?.unused ?? false
  })
}

/**
 * Fills an unused installation with the demonstration: agencies, people with invented names, and some forty matters in every
 * state, played through the same doors that people use, each step in somebody's name and at its moment before now.
 * @returns false, changing nothing, when somebody has an account already
 */
export async function loadDemo(db: Db, { filesFolder, now }: DemoParts): Promise<boolean> {
  if (!(await isUnused(db))) return false
  await asActor(db, systemActor('founding'), foundAgencies)

  const demonstration = systemActor('demonstration')
  const { accounts, who } = await asActor(db, demonstration, async (tx) => {
    const made = await createDemoAccounts(tx)
    return { accounts: made, who: await demoPeople(tx, made) }
  })
  const administrator = who('sysadmin')
  await asActor(db, administrator, (tx) => keepDemoDirectory(tx, administrator, accounts))

  const past = pastOf(now ?? new Date().toISOString())
  const cast = { past, who, agency: agencyIdOf }
  const store = await openFileStore(filesFolder)
  await play(
    { db, store, who },
    stories.flatMap((tell) => tell(cast)),
    past.workday(3, '00:00'),
  )
  return true
}
