import { sql } from 'kysely'
import { type Mover, type Step, stepAtEndOf } from '../../kernel/chart.ts'
import { systemActor } from '../../platform/actor.ts'
import { asActor } from '../../platform/as-actor.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { gathered } from '../../platform/gathered.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { whoAnswersFor } from '../people/people.ts'
import { calendarFor } from '../rules/rules.ts'
import { firstUntold, wakesOf } from './clocks.ts'
import { bringIn, coordinatorOf } from './joint-office.ts'
import { kindOf } from './kinds/kinds.ts'
import { type LockedClock, type LockedMatter, lockMatters } from './matter-store.ts'
import { addEvent, beginMove, type Move, putClock, storeMove, tell } from './move.ts'
import { type Subject, setAside, type TroubleLog, takeUpAgain } from './set-aside.ts'
import { takeStep } from './take-step.ts'

const clocksJob = systemActor('clocks')

/** How many clocks one round takes, and how many of them one transaction; a crash loses nothing and repeats nothing. */
const roundSize = 2_000
const batchSize = 100
/** How many transactions a process has under way: while the database writes one, the next is decided. */
const batchesAtOnce = 3

/**
 * Reminds, notes what is overdue and takes it further up, or takes the step that ends what was to last so long: every clock whose
 * time has come. Safe to run in several processes at once: a clock is taken under the lock of its matter, and what was told stands
 * on the clock itself, in the transaction that told it. Matters that somebody holds are left to the next round, so nobody waits
 * for many others. A clock that fails is set aside and tried again later; however many do, the others are told.
 * @returns how many clocks were dealt with or set aside; none means that nothing is left, or that others hold what is
 */
export async function wakeClocks(
  db: Db,
  occasion: Occasion = hereAndNow(),
  log?: TroubleLog,
): Promise<number> {
  const due = await dueClocks(db, occasion.now)
  const waking = [...new Map(due.map((clock) => [clock.matterId, clock])).values()]
  const batches = [
    ...waking.filter(({ isAside }) => isAside).map((clock) => [clock]),
    ...batchesOf(waking.filter(({ isAside }) => !isAside)),
  ]
  // Each process begins elsewhere, so that two do not run after the same matters.
  const first = Math.floor(Math.random() * batches.length)
  const left = [...batches.slice(first), ...batches.slice(0, first)]
  const work = async () => {
    let woken = 0
    for (let batch = left.pop(); batch; batch = left.pop())
      woken += await wakeTogether(db, batch, occasion, log)
    return woken
  }
  const woken = await Promise.all(Array.from({ length: batchesAtOnce }, work))
  return woken.reduce((sum, each) => sum + each, 0)
}

type Waking = Subject & { readonly isAside: boolean }

async function dueClocks(db: Db, now: string): Promise<Waking[]> {
  const { rows } = await asActor(db, clocksJob, (tx) =>
    sql<Waking>`
      select clock.id, clock.matter_id as "matterId", set_aside.subject is not null as "isAside"
      from clock left join set_aside on set_aside.job = ${clocksJob.job} and set_aside.subject = clock.id
      where stopped_at is null and wake_at <= ${now}::timestamptz
        and (again_at is null or again_at <= ${now}::timestamptz)
      order by wake_at limit ${roundSize}`.execute(tx),
  )
  return rows
}

const batchesOf = (waking: readonly Waking[]): Waking[][] =>
  Array.from({ length: Math.ceil(waking.length / batchSize) }, (_, nth) =>
    waking.slice(nth * batchSize, (nth + 1) * batchSize),
  )

/**
 * Wakes one clock each of several matters in one transaction, every one by a move of its own through the one door. Where one fails none
 * is written, and they are tried one by one, so that only the faulty one is set aside.
 * @returns how many were dealt with or set aside
 */
async function wakeTogether(
  db: Db,
  waking: readonly Waking[],
  occasion: Occasion,
  log: TroubleLog | undefined,
): Promise<number> {
  try {
    return await asActor(db, clocksJob, async (tx) => {
      const free = await freeMatters(tx, waking, occasion.now)
      const look: Look = {
        matter: gathered((ids) => lockMatters(tx, ids)),
        answering: gathered((ids) => whoAnswersFor(tx, ids, occasion.now)),
      }
      const woken = await Promise.allSettled(free.map((clock) => wakeClock(tx, look, clock, occasion)))
      const failed = woken.find((each) => each.status === 'rejected')
      if (failed) throw failed.reason
      return free.length
    })
  } catch (error) {
    const [only, ...others] = waking
    if (!only) return 0
    if (others.length === 0) {
      await setAside(db, clocksJob.job, only, error, { now: occasion.now, log })
      return 1
    }
    let woken = 0
    for (const clock of waking) woken += await wakeTogether(db, [clock], occasion, log)
    return woken
  }
}

/** Those whose matters nobody holds, held from now on, and nobody has woken meanwhile. */
async function freeMatters(tx: Tx, waking: readonly Waking[], now: string): Promise<Waking[]> {
  const { rows } = await sql<{ id: string }>`
    select id from lock_free_matters(${waking.map(({ matterId }) => matterId)}, ${now}) as id`.execute(tx)
  const free = new Set(rows.map(({ id }) => id))
  return waking.filter(({ matterId }) => free.has(matterId))
}

/** What the clocks of one transaction ask together: one statement instead of a hundred. */
type Look = {
  readonly matter: (matterId: string) => Promise<LockedMatter>
  readonly answering: (accountId: string) => Promise<string | null>
}

async function wakeClock(
  tx: Tx,
  look: Look,
  { id, matterId, isAside }: Waking,
  occasion: Occasion,
): Promise<void> {
  const matter = await look.matter(matterId)
  if (isAside) await takeUpAgain(tx, clocksJob.job, id)
  const move = beginMove(tx, clocksJob, kindOf(matter.kind), matter, occasion)
  const clock = move.clocks.get(id)
  // Another process, or the officer who acted in the meantime, was first.
  if (!clock?.wake_at || Date.parse(clock.wake_at) > Date.parse(move.now)) return

  const calendar = await calendarFor(tx)
  const wakes = wakesOf(clock, calendar)
  const due = wakes.filter(
    ({ name, at }) => !clock.told.includes(name) && Date.parse(at) <= Date.parse(move.now),
  )
  // After a long stop only the latest reminder is worth sending; what is overdue is told and escalated all the same.
  const reminders = due.filter(({ name }) => name.startsWith('reminder'))
  const isOverdue = due.some(({ name }) => name === 'overdue')
  const leg = move.legs.get(clock.leg_no)
  const end = leg && isOverdue ? stepAtEndOf(move.kind.chart, leg.state, clock.name) : undefined
  if (leg && end) {
    await takeStep(move, { ...end, leg, body: {}, moverOf: () => clockMover(end.step, clock.name) })
    return storeMove(move)
  }
  if (reminders.length > 0 && !isOverdue && !clock.told.includes('overdue')) await remind(move, look, clock)
  if (isOverdue) noteOverdue(move, clock)
  if (due.some(({ name }) => name === 'escalation')) await escalate(move, clock)

  const told = [...clock.told, ...due.map(({ name }) => name)]
  putClock(move, { ...clock, told, wake_at: firstUntold(wakes, told) })
  storeMove(move)
}

/** The platform acts for a side when a clock has run out that ends something by itself. */
const clockMover = ({ by, power = 'handle' }: Step, clock: string): Mover => ({
  sides: [by],
  powers: new Set([power]),
  who: clocksJob.job,
  ranOut: new Set([clock]),
})

/** Reminds the side that owes, in its own log: who deals with it there. */
async function remind(move: Move, look: Look, clock: LockedClock): Promise<void> {
  const event = addClockEvent(move, clock, 'clock.reminded', [clock.owes_id])
  tell(move, event, clock.owes_id, { accountId: await whoDealsWithIt(move, look, clock.owes_id) })
}

/**
 * The assignee or, while away, the one who stands in. The whole agency (null) where nobody is assigned, the assignee has
 * left, or who stands in may not read the matter: a reminder nobody reads is none.
 */
async function whoDealsWithIt(move: Move, look: Look, agencyId: string): Promise<string | null> {
  const party = move.parties.get(agencyId)
  if (!party?.assignee_id) return null
  const person = await look.answering(party.assignee_id)
  return person && party.restricted && !party.readers.includes(person) ? null : person
}

/** Notes for both sides that the time is up. */
function noteOverdue(move: Move, clock: LockedClock): void {
  const leg = move.legs.get(clock.leg_no)
  const isSent = leg && leg.delivery !== 'unsent'
  const event = addClockEvent(move, clock, 'clock.overdue', isSent ? null : ofPreparation(clock))
  tell(move, event, clock.owes_id, { urgent: true })
  tell(move, event, clock.waits_id)
}

/** Before sending, an agency keeps to itself what it owes, with whoever reviews for it. */
const ofPreparation = ({ owes_id, waits_id }: LockedClock): string[] => [
  owes_id,
  ...(waits_id ? [waits_id] : []),
]

/** Brings in who coordinates between the two sides. Preparation stays inside the agency. */
async function escalate(move: Move, clock: LockedClock): Promise<void> {
  const leg = move.legs.get(clock.leg_no)
  if (!leg?.answerer_id || leg.delivery === 'unsent') return
  const above = await coordinatorOf(move, leg)
  if (!above) return
  await bringIn(move, leg, above)
  const event = addClockEvent(move, clock, 'clock.escalated', null, { to: above })
  tell(move, event, above, { urgent: true })
  tell(move, event, clock.owes_id, { urgent: true })
}

function addClockEvent(
  move: Move,
  clock: LockedClock,
  type: string,
  visibleTo: readonly string[] | null,
  more: { readonly to?: string } = {},
) {
  return addEvent(move, {
    type,
    leg: clock.leg_no,
    body: {
      clock: clock.name,
      rule: clock.rule_id,
      owes: clock.owes_id,
      dueAt: new Date(clock.due_at).toISOString(),
      ...more,
    },
    visibleTo,
  })
}
