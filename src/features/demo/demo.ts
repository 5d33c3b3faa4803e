import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { openFileStore } from '../../platform/file-store.ts'
import { agencyIdOf, foundAgencies } from '../agencies/agencies.ts'
import { createDemoAccounts } from '../people/people.ts'
import { keepDemoDirectory } from './demo-directory.ts'
import { pastOf } from './past.ts'
import { play } from './play.ts'
import { demoPeople } from './stage.ts'
import { checkAtTanghekou, spoilBetweenTownships } from './stories/agreements-of-neighbours.ts'
import { askedOfNeighbours } from './stories/asked-of-neighbours.ts'
import { betweenNeighbours } from './stories/between-neighbours.ts'
import { casesOfOneAgency } from './stories/cases-of-one-agency.ts'
import { disputesAndCrimes } from './stories/disputes-and-crimes.ts'
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
  casesOfOneAgency,
  askedOfNeighbours,
  betweenNeighbours,
  disputesAndCrimes,
  spoilBetweenTownships,
  checkAtTanghekou,
] as const

/** What the demonstration is loaded into, besides the database. */
export type DemoParts = {
  readonly filesFolder: string
  /** When it is; the stories end before. Now unless said. */
  readonly now?: string
}

/**
 * What loading would find: nobody has an account yet (`unused`), a load was broken off before its end (`unfinished`), or the
 * installation is somebody's (`used`). Only an unused installation takes the demonstration: agencies a real one has from the
 * start, people it has not.
 */
export async function demoState(db: Db): Promise<'unused' | 'unfinished' | 'used'> {
  const { unused, began } = await asActor(db, demonstration, readLoading)
  return began ? 'unfinished' : unused ? 'unused' : 'used'
}

/**
 * Fills an unused installation with the demonstration: agencies, people with invented names, and some hundred matters in every
 * state, played through the same doors that people use, each step in somebody's name and at its moment before now. A load that
 * was broken off, also by a power cut, is finished as if it had not been: each step is taken once.
 * @returns false, changing nothing, when it is loaded already or somebody has an account
 */
export async function loadDemo(db: Db, { filesFolder, now }: DemoParts): Promise<boolean> {
  return oneLoading(db, async () => {
    if ((await demoState(db)) === 'used') return false
    await asActor(db, systemActor('founding'), foundAgencies)

    const { accounts, who, began } = await asActor(db, demonstration, async (tx) => {
      const made = await createDemoAccounts(tx)
      const moment = await beginLoading(tx, now ?? new Date().toISOString())
      return { accounts: made, who: await demoPeople(tx, made), began: moment }
    })
    const administrator = who('sysadmin')
    await asActor(db, administrator, (tx) => keepDemoDirectory(tx, administrator, accounts))

    // The stories end before the moment the load began, also when it is finished days later.
    const past = pastOf(began)
    const cast = { past, who, agency: agencyIdOf }
    const store = await openFileStore(filesFolder)
    await play(
      { db, store, who },
      stories.flatMap((tell) => tell(cast)),
      past.workday(3, '00:00'),
    )
    await asActor(db, demonstration, endLoading)
    return true
  })
}

const demonstration = systemActor('demonstration')

async function readLoading(tx: Tx): Promise<{ readonly unused: boolean; readonly began: string | null }> {
  const { rows } = await sql<{ unused: boolean; began: string | null }>`
    select not exists (select from account) as unused,
      (select value ->> 'began' from installation where key = 'demonstration-loading') as began`.execute(tx)
  return rows[0] ?? { unused: false, began: null }
}

/** Remembers when the load began, together with the accounts; answers the first such moment. */
async function beginLoading(tx: Tx, now: string): Promise<string> {
  await sql`insert into installation (key, value)
    values ('demonstration-loading', jsonb_build_object('began', ${now}::text)) on conflict do nothing`.execute(
    tx,
  )
  return (await readLoading(tx)).began ?? now
}

const endLoading = (tx: Tx) => sql`delete from installation where key = 'demonstration-loading'`.execute(tx)

/** Lets one process load at a time; another waits and then finds it done. A process that is killed lets go. */
async function oneLoading<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  try {
    // Asked again and again, because a statement that waits is ended before a slow machine has loaded everything.
    const isFree = async () =>
      (await client.query("select pg_try_advisory_lock(hashtextextended('demonstration', 0)) as free"))
        .rows[0].free
    while (!(await isFree())) await setTimeout(500)
    return await work()
  } finally {
    // Closed, not given back: that frees the lock.
    client.release(true)
  }
}
