import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { calendarFor } from '../rules/rules.ts'
import { derive, rewind } from './clocks.ts'
import { kindOf } from './kinds/kinds.ts'
import { lockMatter } from './matter-store.ts'
import { addEvent, beginMove, putClock, storeMove, tell } from './move.ts'
import { setAside, type TroubleLog, takeUpAgain } from './set-aside.ts'

const clocksJob = systemActor('clocks-anew')

/** How many matters one round takes; after it the place is remembered, so a crash repeats no more than that. */
const roundSize = 200

/** Before the first matter. */
export const fromTheFirst = '00000000-0000-0000-0000-000000000000'

/** What one round did. */
export type Recomputed = {
  /** How many due times moved. */
  readonly moved: number
  /** The matters that failed; they are set aside and tried again by themselves. */
  readonly failed: readonly string[]
  /** The last matter of the round, after which the next one begins; null when there are no more. */
  readonly last: string | null
}

/** How a round is run: when, and where trouble is reported. */
export type Recomputing = { readonly occasion?: Occasion; readonly log?: TroubleLog }

/**
 * Brings running deadlines in line with the calendar after an administrator corrected it (P20: a holiday that is announced
 * after the clock started): those of the next matters after one, by id. Each due time that moves is an event of its matter, and
 * the side that owes is told. A due time that is right already stays untouched, so a round may be run again.
 */
export async function recomputeRound(
  db: Db,
  after: string,
  { occasion = hereAndNow(), log }: Recomputing = {},
): Promise<Recomputed> {
  const { rows } = await asActor(db, clocksJob, (tx) =>
    sql<{ id: string }>`
      select distinct matter_id as id from clock where stopped_at is null and matter_id > ${after}
      order by matter_id limit ${roundSize}`.execute(tx),
  )
  const round = await recomputeEach(db, rows, occasion, log)
  return { ...round, last: rows.length < roundSize ? null : (rows.at(-1)?.id ?? null) }
}

/** Tries again those matters that failed, when their time has come. */
export async function recomputeSetAside(
  db: Db,
  { occasion = hereAndNow(), log }: Recomputing = {},
): Promise<Omit<Recomputed, 'last'>> {
  const { rows } = await asActor(db, clocksJob, (tx) =>
    sql<{ id: string }>`
      select subject as id from set_aside where job = ${clocksJob.job} and again_at <= ${occasion.now}::timestamptz
      order by again_at limit ${roundSize}`.execute(tx),
  )
  return recomputeEach(db, rows, occasion, log)
}

/** All rounds at once. */
export async function recomputeClocks(
  db: Db,
  occasion: Occasion = hereAndNow(),
): Promise<Omit<Recomputed, 'last'>> {
  let moved = 0
  const failed: string[] = []
  for (let after: string | null = fromTheFirst; after; ) {
    const round: Recomputed = await recomputeRound(db, after, { occasion })
    moved += round.moved
    failed.push(...round.failed)
    after = round.last
  }
  return { moved, failed }
}

async function recomputeEach(
  db: Db,
  matters: readonly { readonly id: string }[],
  occasion: Occasion,
  log: TroubleLog | undefined,
): Promise<Omit<Recomputed, 'last'>> {
  let moved = 0
  const failed: string[] = []
  for (const { id } of matters)
    try {
      moved += await recomputeMatter(db, id, occasion)
    } catch (error) {
      await setAside(db, clocksJob.job, { id, matterId: id }, error, { now: occasion.now, log })
      failed.push(id)
    }
  return { moved, failed }
}

function recomputeMatter(db: Db, matterId: string, occasion: Occasion): Promise<number> {
  return asActor(db, clocksJob, async (tx) => {
    const calendar = await calendarFor(tx)
    const matter = await lockMatter(tx, matterId)
    await takeUpAgain(tx, clocksJob.job, matterId)
    const move = beginMove(tx, clocksJob, kindOf(matter.kind), matter, occasion)
    const changed = [...move.clocks.values()].filter(
      (clock) => !clock.paused_at && Date.parse(derive(clock, calendar).dueAt) !== Date.parse(clock.due_at),
    )
    for (const clock of changed) {
      const anew = rewind(clock, calendar, move.now)
      putClock(move, anew)
      const event = addEvent(move, {
        type: 'clock.recomputed',
        leg: clock.leg_no,
        body: {
          clock: clock.name,
          rule: clock.rule_id,
          before: new Date(clock.due_at).toISOString(),
          dueAt: new Date(anew.due_at).toISOString(),
        },
        visibleTo: [clock.owes_id, ...(clock.waits_id ? [clock.waits_id] : [])],
      })
      tell(move, event, clock.owes_id)
      tell(move, event, clock.waits_id)
    }
    if (changed.length > 0) storeMove(move)
    return changed.length
  })
}
