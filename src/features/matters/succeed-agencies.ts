import { sql } from 'kysely'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { kindOf } from './kinds/kinds.ts'
import { lockMatter } from './matter-store.ts'
import {
  addEvent,
  addParty,
  attendedBy,
  beginMove,
  inConversation,
  type Move,
  putClock,
  putLeg,
  putParty,
  storeMove,
  tell,
} from './move.ts'
import { leadersIfRestricted } from './restriction.ts'
import { setAside, type TroubleLog, takeUpAgain } from './set-aside.ts'

const successionJob = systemActor('succession')

/** How many matters one round takes; each is a transaction of its own, so a crash loses nothing and repeats nothing. */
const roundSize = 200

type Vacancy = { readonly matter_id: string; readonly closed: string; readonly successor: string }

/**
 * Hands the matters of an agency that was closed over to the one that took over its duties: its place in what is going on, its
 * deadlines, its lead, its drafts, and the records of what is settled. Nobody can sign in for a closed agency, so without it
 * the other side would wait for ever. A matter that fails is set aside and tried again later; the others are handed over.
 * @returns how many matters were handed over or set aside; as many as a round takes means that more may wait
 */
export async function succeedAgencies(
  db: Db,
  occasion: Occasion = hereAndNow(),
  log?: TroubleLog,
): Promise<number> {
  const { rows } = await asActor(db, successionJob, (tx) =>
    // The first one that is open, when the successor was itself closed since.
    sql<Vacancy>`
      with recursive chain as (
        select id as closed, successor_id from agency where not active and successor_id is not null
        union
        select chain.closed, agency.successor_id from chain join agency on agency.id = chain.successor_id
        where not agency.active and agency.successor_id is not null
      )
      select party.matter_id, party.agency_id as closed, successor.id as successor
      from chain join agency successor on successor.id = chain.successor_id and successor.active
      join party on party.agency_id = chain.closed and party.left_at is null
      left join set_aside on set_aside.job = ${successionJob.job} and set_aside.subject = party.matter_id
      where again_at is null or again_at <= ${occasion.now}::timestamptz
      limit ${roundSize}`.execute(tx),
  )
  for (const vacancy of rows)
    try {
      await asActor(db, successionJob, (tx) => succeed(tx, vacancy, occasion))
    } catch (error) {
      const subject = { id: vacancy.matter_id, matterId: vacancy.matter_id }
      await setAside(db, successionJob.job, subject, error, { now: occasion.now, log })
    }
  return rows.length
}

async function succeed(tx: Tx, { matter_id, closed, successor }: Vacancy, occasion: Occasion): Promise<void> {
  const matter = await lockMatter(tx, matter_id)
  await takeUpAgain(tx, successionJob.job, matter_id)
  const move = beginMove(tx, successionJob, kindOf(matter.kind), matter, occasion)
  const party = move.parties.get(closed)
  // Another process was first.
  if (!party || party.left_at !== null) return

  addParty(move, successor, await leadersIfRestricted(move, successor))
  putParty(move, { ...party, left_at: move.now })
  takeSeats(move, closed, successor)
  const isLead = matter.lead_id === closed
  if (isLead) move.matter = { ...move.matter, lead_id: successor }
  move.passDrafts = { from: closed, to: successor }

  const isSent = matter.legs.some(({ delivery }) => delivery === 'delivered')
  const event = addEvent(move, {
    type: 'succeed',
    leg: null,
    body: { from: closed, to: successor, ...(isLead ? { lead: successor } : {}) },
    visibleTo: isSent ? null : [closed, successor],
  })
  tell(move, event, successor)
  if (matter.settled_at === null && isSent)
    for (const { agency_id, left_at } of matter.parties)
      if (agency_id !== closed && agency_id !== successor && left_at === null) tell(move, event, agency_id)
  storeMove(move)
}

/** Puts the successor where the closed agency sat, in every conversation that goes on and every deadline that runs. */
function takeSeats(move: Move, closed: string, successor: string): void {
  const seat = <Id extends string | null>(id: Id) => (id === closed ? successor : id)
  for (const leg of move.before.legs) {
    if (!inConversation(leg).includes(closed) || leg.settled_at !== null) continue
    const seated = {
      ...leg,
      asker_id: seat(leg.asker_id),
      answerer_id: seat(leg.answerer_id),
      superior_id: seat(leg.superior_id),
      attending: leg.attending.filter((id) => id !== closed),
    }
    putLeg(move, attendedBy(seated, successor))
  }
  for (const clock of move.before.clocks)
    if (clock.owes_id === closed || clock.waits_id === closed)
      putClock(move, { ...clock, owes_id: seat(clock.owes_id), waits_id: seat(clock.waits_id) })
}
