import { sql } from 'kysely'
import { type ClockSpec, clockChanges, type Side } from '../../kernel/chart.ts'
import { atChina, chinaDayOf, isDay } from '../../kernel/day.ts'
import { deadlineOf, type Pause } from '../../kernel/deadline.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { isClockTime } from '../../kernel/term.ts'
import { escalationOf, remindersOf } from '../../kernel/urgency.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { Tx } from '../../platform/database.ts'
import { type BindingRule, calendarFor, ruleFor } from '../rules/rules.ts'
import type { LockedClock, LockedLeg, LockedMatter } from './matter-store.ts'
import { agencyOn, type Move, putClock } from './move.ts'

/** The deadline of a clock and everything it is derived from; the stored due time is always this, recomputed. */
export type ClockFacts = Pick<LockedClock, 'rule' | 'started_at' | 'pauses' | 'paused_at' | 'extended_at'>

/** The rule a clock was started with. */
export const ruleOf = (clock: Pick<LockedClock, 'rule'>): BindingRule => clock.rule as unknown as BindingRule

/** Derives the due time of a clock, step by step. Pure. */
export function derive(clock: ClockFacts, calendar: Calendar, now?: string) {
  const pauses: Pause[] = [...clock.pauses, ...(clock.paused_at ? [{ from: clock.paused_at, to: null }] : [])]
  return deadlineOf({
    rule: ruleOf(clock),
    from: clock.started_at,
    pauses,
    extended: clock.extended_at !== null,
    calendar,
    ...(now ? { now } : {}),
  })
}

/** Starts, stops, pauses and resumes the leg's clocks as its chart says when `action` leads from `from` to `to`. */
export async function turnClocks(
  move: Move,
  leg: LockedLeg,
  action: string,
  from: string | null,
  to: string,
  form: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const changes = clockChanges(move.kind.chart, from, action, to)
  const all = (name: string) => clocksOf(move, leg, name)
  const running = (name: string) => all(name).find(meantBy(move.kind.chart.clocks[name], form))
  const calendar = await calendarFor(move.tx)

  const step = from === null ? undefined : move.kind.chart.states[from]?.[action]
  for (const name of changes.met) {
    const clock = running(name)
    if (!clock) continue
    stopClock(move, clock, {
      // What ends by itself at its time is not late.
      outcome: step?.atEndOf === name ? 'met' : undefined,
      done: doneAt(move, name, action, form),
    })
  }
  for (const [name, { doneAt: said, metBy }] of Object.entries(move.kind.chart.clocks)) {
    const clock = said?.[action] && !metBy.includes(action) ? await endedClock(move, leg, name) : undefined
    if (clock) putClock(move, { ...clock, outcome: outcomeOf(clock, doneAt(move, name, action, form)) })
  }
  for (const name of changes.void) for (const clock of all(name)) stopClock(move, clock, { outcome: 'void' })
  for (const name of changes.pause) {
    const clock = running(name)
    if (clock && !clock.paused_at) putClock(move, { ...clock, paused_at: move.now, wake_at: null })
  }
  for (const name of changes.resume) {
    const clock = running(name)
    if (!clock?.paused_at) continue
    const pauses = [...clock.pauses, { from: clock.paused_at, to: move.now }]
    putClock(move, rewind({ ...clock, pauses, paused_at: null }, calendar, move.now))
  }
  for (const name of changes.start) {
    // A second hit, reported while the first waits for its answer, gains nobody time.
    if (!move.kind.chart.clocks[name]?.startsWith || !running(name))
      await startClock(move, leg, name, calendar, form)
  }
  for (const name of changes.again) if (!running(name)) await startClock(move, leg, name, calendar, form)
}

const clocksOf = (move: Move, leg: LockedLeg, name: string) =>
  [...move.clocks.values()].filter((c) => c.leg_no === leg.no && c.name === name)

/** Picks the clock a form means, where there is one for each of several things. */
const meantBy =
  (spec: ClockSpec | undefined, form: Readonly<Record<string, unknown>>) =>
  ({ item }: LockedClock): boolean =>
    spec?.each === undefined || item === form[spec.each]

/**
 * Ends a clock: met or late, or void when what it timed fell away. Time that rested does not make it late.
 * @param ended.done when what it timed was done; now unless said
 */
export function stopClock(
  move: Move,
  clock: LockedClock,
  {
    outcome,
    done = move.now,
  }: { readonly outcome?: 'met' | 'void' | undefined; readonly done?: string } = {},
): void {
  putClock(move, {
    ...clock,
    stopped_at: move.now,
    wake_at: null,
    outcome: outcome ?? outcomeOf(clock, done),
  })
}

const outcomeOf = ({ due_at, paused_at }: LockedClock, done: string): 'met' | 'late' =>
  isPast(due_at, paused_at ?? done) ? 'late' : 'met'

/** When what a clock times was done, as the form of the action says; now where it does not say. */
function doneAt(
  { kind, now }: Move,
  name: string,
  action: string,
  form: Readonly<Record<string, unknown>>,
): string {
  const fields = [kind.chart.clocks[name]?.doneAt?.[action] ?? []].flat()
  return instantSaid(
    fields.map((field) => form[field]).find((said) => said !== undefined),
    now,
  )
}

/** The clock of a leg that was met, in time or late, the last of this name. */
async function endedClock(
  { tx, matter }: Move,
  leg: LockedLeg,
  name: string,
): Promise<LockedClock | undefined> {
  const { rows } = await sql<{ readonly clock: LockedClock }>`
    select row_to_json(c) as clock from clock c
    where c.matter_id = ${matter.id} and c.leg_no = ${leg.no} and c.name = ${name} and c.outcome in ('met', 'late')
    order by c.stopped_at desc limit 1`.execute(tx)
  return rows[0]?.clock
}

/** A day is written 23:59:59 and ends at 24:00: its whole last second is in time. */
export const isPast = (dueAt: string, at: string): boolean => Date.parse(at) >= Date.parse(dueAt) + 1_000

/** Grants the one extension of a clock; refuses when it is too late to ask, or the rule knows none. */
export async function extendClock(
  move: Move,
  leg: LockedLeg,
  name: string,
  form: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const clock = clocksOf(move, leg, name).find(meantBy(move.kind.chart.clocks[name], form))
  const refusal = clock ? whyNotExtended(clock, move.now) : notRunning()
  if (!clock || refusal) throw refusal
  putClock(move, rewind({ ...clock, extended_at: move.now }, await calendarFor(move.tx), move.now))
}

/** Why a running clock cannot be extended: its rule knows no extension, it was extended once, or its time is over. */
export function whyNotExtended(
  clock: Pick<LockedClock, 'rule' | 'due_at' | 'extended_at'>,
  now: string,
): Refusal | undefined {
  if (!ruleOf(clock).extension) return cannotBeExtended()
  if (clock.extended_at) return extendedAlready()
  return isPast(clock.due_at, now) ? tooLateToExtend() : undefined
}

/** Why an action that extends this clock of a leg is closed to everybody; nothing where one of its running clocks can be extended. */
export function whyNoneExtended(
  running: readonly Pick<LockedClock, 'rule' | 'due_at' | 'extended_at'>[],
  now: string,
): Refusal | undefined {
  if (running.length === 0) return notRunning()
  const reasons = running.map((clock) => whyNotExtended(clock, now))
  return reasons.includes(undefined) ? undefined : reasons[0]
}

/**
 * The due time and the next reminder after something about the clock changed. What was told for the old due time and lies
 * ahead again is told again.
 */
export function rewind(clock: LockedClock, calendar: Calendar, now: string): LockedClock {
  const due_at = derive(clock, calendar).dueAt
  const ahead = new Set(
    wakesOf({ rule: clock.rule, due_at }, calendar)
      .filter(({ at }) => Date.parse(at) > Date.parse(now))
      .map(({ name }) => name),
  )
  const told = clock.told.filter((name) => !ahead.has(name))
  return {
    ...clock,
    due_at,
    told,
    amber_at: amberFrom(due_at, ruleOf(clock), calendar),
    wake_at: nextWake({ rule: clock.rule, due_at, told }, calendar),
  }
}

/** From when the light of a deadline is amber: the day of its first reminder (clock time: the moment), at the latest the last day. */
function amberFrom(dueAt: string, rule: BindingRule, calendar: Calendar): string {
  const first = remindersOf(dueAt, rule, calendar)[0] ?? dueAt
  if (isClockTime(rule.unit)) return first
  const days = [chinaDayOf(first), chinaDayOf(dueAt)].sort()
  return atChina(days[0] ?? chinaDayOf(dueAt), '00:00:00')
}

/**
 * What the background work does with a clock, by name and time: reminders before the end, the end itself, escalation after it.
 */
export function wakesOf(
  clock: Pick<LockedClock, 'rule' | 'due_at'>,
  calendar: Calendar,
): { name: string; at: string }[] {
  const rule = ruleOf(clock)
  const escalation = escalationOf(clock.due_at, rule, calendar)
  return [
    ...remindersOf(clock.due_at, rule, calendar).map((at, index) => ({ name: `reminder-${index + 1}`, at })),
    { name: 'overdue', at: new Date(Date.parse(clock.due_at) + 1_000).toISOString() },
    ...(escalation ? [{ name: 'escalation', at: escalation }] : []),
  ]
}

/** When the background work should look at the clock again: the first of its wakes that was not told yet. */
export function nextWake(
  clock: Pick<LockedClock, 'rule' | 'due_at' | 'told'>,
  calendar: Calendar,
): string | null {
  return firstUntold(wakesOf(clock, calendar), clock.told)
}

/**
 * The same for a clock that starts now. A reminder whose time came before the period began is left out, as where the period is shorter
 * than its lead: it would come with the news of what it reminds of.
 */
function firstWake(
  clock: Pick<LockedClock, 'rule' | 'due_at' | 'started_at'>,
  calendar: Calendar,
  now: string,
): string | null {
  const begun = Math.min(Date.parse(clock.started_at), Date.parse(now))
  return firstUntold(
    wakesOf(clock, calendar).filter(({ at }) => Date.parse(at) > begun),
    [],
  )
}

/** The time of the first of the wakes that was not told yet. */
export function firstUntold(
  wakes: readonly { readonly name: string; readonly at: string }[],
  told: readonly string[],
): string | null {
  const ahead = wakes.filter(({ name }) => !told.includes(name))
  return ahead.map(({ at }) => new Date(at).toISOString()).sort()[0] ?? null
}

async function startClock(
  move: Move,
  leg: LockedLeg,
  name: string,
  calendar: Calendar,
  form: Readonly<Record<string, unknown>>,
): Promise<void> {
  const spec = move.kind.chart.clocks[name]
  const owes = spec && agencyOn(leg, spec.owes)
  if (!spec || !owes) return
  if (!isGiven(spec, move.matter.content)) return
  const facts = await factsAtStart(move.tx, spec, move.matter, form, move.now)
  const due_at = derive(facts, calendar).dueAt
  const id = newId()
  move.newClocks.set(id, {
    id,
    leg_no: leg.no,
    name,
    item: spec.each === undefined ? null : String(form[spec.each]),
    rule_id: spec.rule,
    rule: facts.rule,
    owes_id: owes,
    waits_id: waitingSide(leg, spec.owes),
    entrusted: spec.entrusted ?? false,
    started_at: facts.started_at,
    due_at,
    amber_at: amberFrom(due_at, ruleOf(facts), calendar),
    wake_at: firstWake({ ...facts, due_at }, calendar, move.now),
  })
}

/** False for a clock that runs from something the content does not say, and does not run without it. */
const isGiven = ({ ifGiven, fromContent }: ClockSpec, content: LockedMatter['content']): boolean =>
  !ifGiven || fromContent === undefined || textAt(content, fromContent) !== undefined

/**
 * When the first of these clocks would end, were they started now: what a letter that starts them says in advance. Nothing where none of
 * them would run.
 */
export async function firstEndIfStarted(
  tx: Tx,
  specs: readonly ClockSpec[],
  matter: Pick<LockedMatter, 'urgency' | 'alliance_id' | 'content'>,
  now: string,
): Promise<string | undefined> {
  const calendar = await calendarFor(tx)
  const ends: string[] = []
  for (const spec of specs)
    if (isGiven(spec, matter.content))
      ends.push(derive(await factsAtStart(tx, spec, matter, {}, now), calendar).dueAt)
  return ends.sort((a, b) => Date.parse(a) - Date.parse(b))[0]
}

/** What a clock of the chart starts with, now or were it started now: the rule that binds, and when its period began. */
export async function factsAtStart(
  tx: Tx,
  spec: ClockSpec,
  { urgency, alliance_id, content }: Pick<LockedMatter, 'urgency' | 'alliance_id' | 'content'>,
  form: Readonly<Record<string, unknown>>,
  now: string,
): Promise<ClockFacts> {
  const chosen = spec.variantFrom === undefined ? urgency : textAt(content, spec.variantFrom)
  const rule = await ruleFor(tx, {
    ruleId: spec.rule,
    variant: chosen === 'normal' ? undefined : chosen,
    allianceId: alliance_id ?? undefined,
    on: now,
  })
  return {
    rule: rule as unknown as LockedClock['rule'],
    started_at: spec.fromContent
      ? momentOf(textAt(content, spec.fromContent) ?? now)
      : spec.fromAgreed
        ? momentOf(textAt(form, spec.fromAgreed) ?? now)
        : instantSaid(spec.from && form[spec.from], now),
    pauses: [],
    paused_at: null,
    extended_at: null,
  }
}

/** The instant, or the beginning of the day, that a form says; never later than now, and now where it says none. */
function instantSaid(said: unknown, now: string): string {
  if (typeof said !== 'string') return now
  const at = momentOf(said)
  return Number.isNaN(Date.parse(at))
    ? now
    : new Date(Math.min(Date.parse(at), Date.parse(now))).toISOString()
}

/** A day begins at midnight in China. */
const momentOf = (said: string): string => (isDay(said) ? atChina(said, '00:00:00') : said)

/** The text at a path of the content, such as `warning.severity`. */
function textAt(content: LockedMatter['content'], path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>(
      (value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step],
      content,
    )
  return typeof found === 'string' ? found : undefined
}

/** Who waits for the one that owes: the other side, once the matter is sent. */
function waitingSide(leg: LockedLeg, owes: Side): string | null {
  if (leg.delivery !== 'delivered') return null
  return owes === 'asker' ? leg.answerer_id : leg.asker_id
}

const notRunning = (): Refusal =>
  new Refusal('not-now', {
    zh: '这个时限目前没有在计算，无需延长。',
    en: 'This deadline is not running now; there is nothing to extend.',
  })

const cannotBeExtended = (): Refusal =>
  new Refusal('not-now', {
    zh: '这个时限按规则不能延长。请按期办理；来不及的，及早在留言中告知对方。',
    en: 'This deadline cannot be extended. Finish in time, or tell the other side early in a message.',
  })

const extendedAlready = (): Refusal =>
  new Refusal('not-now', {
    zh: '这个时限已经延长过一次，不能再延长。请按期办理；来不及的，及早在留言中告知对方。',
    en: 'This deadline has been extended once already. Finish in time, or tell the other side early in a message.',
  })

const tooLateToExtend = (): Refusal =>
  new Refusal('not-now', {
    zh: '时限已过，延期须在到期前申请。请尽快办理，并在留言或者答复中向对方说明逾期原因。',
    en: 'The deadline has passed; an extension must be asked for before it does. Finish soon, and say in a message or in the answer why it is late.',
  })
