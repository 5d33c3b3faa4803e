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

const clocksJob = systemActor('clocks')
const roundSize = 500

/**
 * Brings running deadlines in line with the calendar after an administrator corrected it (P20: a holiday that is announced
 * after the clock started). Each due time that moves is an event of its matter, and the side that owes is told.
 * @returns how many due times moved
 */
export async function recomputeClocks(db: Db, occasion: Occasion = hereAndNow()): Promise<number> {
  let moved = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await asActor(db, clocksJob, (tx) =>
      sql<{ matter_id: string }>`
        select distinct matter_id from clock where stopped_at is null and matter_id > ${after}
        order by matter_id limit ${roundSize}`.execute(tx),
    )
    for (const { matter_id } of rows) moved += await recomputeMatter(db, matter_id, occasion)
    const last = rows.at(-1)
    if (!last || rows.length < roundSize) return moved
    after = last.matter_id
  }
}

function recomputeMatter(db: Db, matterId: string, occasion: Occasion): Promise<number> {
  return asActor(db, clocksJob, async (tx) => {
    const calendar = await calendarFor(tx)
    const matter = await lockMatter(tx, matterId)
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
