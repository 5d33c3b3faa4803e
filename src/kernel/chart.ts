/**
 * Charts 流程图: which action leads from which state to which, and which side may take it.
 * Data, read by the server, the web page, the command line, the documents and the tests. One interpreter: this file.
 */

/**
 * The sides of a leg. The asker 发起方 wants something, the answerer 承办方 answers, and the superior 共同上级
 * appears only where the two could not agree.
 */
export type Side = 'asker' | 'answerer' | 'superior'

/** What a person needs besides sitting on the right side. `handle` is what every case officer has. */
export type StepPower = 'handle' | 'approve' | 'designate' | 'lead'

/** One way out of a state (or a loop within it). */
export type Step<S extends string = string, A extends string = string, C extends string = string> = {
  readonly to: S
  readonly by: Side
  /** The power the person needs; `handle` unless said. */
  readonly power?: StepPower
  /** May be taken once in a leg's life. */
  readonly once?: true
  /** Opens only after this action was taken in the leg. */
  readonly after?: A
  /** Must be taken by another person than the one who took this action: four eyes. */
  readonly otherThan?: A
  /** Hands the lead of the matter over to this side. Nothing else ever changes the lead. */
  readonly lead?: 'asker' | 'answerer'
  /** Carries the matter's content and its addressees: creates one leg for each. */
  readonly addresses?: true
  /** Delivers the matter to the answerer: from here on the other side sees it. */
  readonly sends?: true
  /** Extends this clock once, asked before it runs out. */
  readonly extends?: C
  /** Opens only while the leg could not be delivered: nobody sits on the other side of it. */
  readonly undelivered?: true
  /** Of the common superior's own accord 依职权: it may take this step before anybody calls it in, and is called in by taking it. */
  readonly unasked?: true
  /** Moves all legs of the matter together: preparation before anything is sent. */
  readonly together?: true
  /** Taken by the platform for this side when the clock runs out, and by nobody else. */
  readonly atEndOf?: C
  /** Taken in one leg, it is taken in every leg in which it is open: what went to many is withdrawn from the same ones. */
  readonly everywhere?: true
  /** Said in one conversation, it is read by everybody who takes part in the matter. */
  readonly openly?: true
  /** Takes a settled leg up again, such as to recall what turned out wrong. A state all of whose steps do so is an end all the same. */
  readonly reopens?: true
  /** Takes back or calls off what this side began or gave: it may be done, and is never what comes next. */
  readonly undoes?: true
  /** Signs for what arrived: it tells the other side nothing to decide otherwise for, and stands in the way of nothing it is about to do. */
  readonly signs?: true
  /** What has to be done again after it: these count as not taken, and the clocks they meet begin anew. */
  readonly again?: readonly A[]
}

/** A deadline of the chart: in which states it runs, rests and ends. Its length stands in the rule table. */
export type ClockSpec<S extends string = string, A extends string = string> = {
  /** Id of the deadline rule (features/rules). */
  readonly rule: string
  /** The side that owes the next act. */
  readonly owes: Side
  /** Starts on entering one of these states from elsewhere, ends on leaving them. */
  readonly runsIn: readonly S[]
  /** Starts with these actions instead, while in `runsIn`: what is timed begins and ends within a state, such as a measure. */
  readonly startsWith?: readonly A[]
  /**
   * One for each value of this field of the starting action's form, such as each measure by its number; what meets or extends it
   * carries the same field. Only with `startsWith`.
   */
  readonly each?: string
  /** Rests while the leg is in one of these; the rest is added to the due time. */
  readonly pausedIn?: readonly S[]
  /** The field of the starting action's form that says when the period began, where that is not the moment of recording it. */
  readonly from?: string
  /** Starts only where the field of `fromContent` is filled in: not every matter has such a deadline. */
  readonly ifGiven?: true
  /** The duty stays with who owes it while the other side carries it out: entrusting relieves nobody. */
  readonly entrusted?: true
  /** The field of the content at whose moment the period begins, which may lie ahead, such as the end of a loan. */
  readonly fromContent?: string
  /** The field of the starting action's form at whose moment the period begins, which may lie ahead, such as an end agreed anew. */
  readonly fromAgreed?: string
  /** The field of the content that chooses among the lengths of the rule, such as a severity; the urgency does unless said. */
  readonly variantFrom?: string
  /** Doing what is owed: one of these ends the clock, wherever it leads. Ended by anything else, the duty fell away. */
  readonly metBy: readonly A[]
  /**
   * The field of what meets it that says when it was done, where that is not the moment of recording it: served on the last day and
   * recorded on the next is in time. Several where the form has one for each way of doing it. An action that does not meet it but
   * says when it was done puts that right, and what has ended is judged anew.
   */
  readonly doneAt?: { readonly [action in A]?: string | readonly string[] }
}

/** A chart as the engine reads it. */
export type Chart = {
  readonly name: string
  readonly initial: string
  readonly states: Readonly<Record<string, Readonly<Record<string, Step>>>>
  readonly clocks: Readonly<Record<string, ClockSpec>>
}

/** The states of a chart, as a type. */
export type StateOf<C extends Chart> = Extract<keyof C['states'], string>

/** The actions of a chart, as a type. */
export type ActionOf<C extends Chart> = {
  [S in keyof C['states']]: Extract<keyof C['states'][S], string>
}[keyof C['states']]

type Valid<C extends Chart> = {
  readonly initial: StateOf<C>
  readonly states: {
    readonly [S in keyof C['states']]: {
      readonly [A in keyof C['states'][S]]: Step<StateOf<C>, ActionOf<C>, Extract<keyof C['clocks'], string>>
    }
  }
  readonly clocks: { readonly [K in keyof C['clocks']]: ClockSpec<StateOf<C>, ActionOf<C>> }
}

/** Declares a chart. A step to a state that does not exist, or a misspelt action or clock, does not compile. */
export function defineChart<const C extends Chart>(chart: C & Valid<C>): C {
  return chart
}

/** Where a leg stands: its state, and who took which action so far (for `once`, `after` and `otherThan`). */
export type Position = {
  readonly state: string
  /** Action → the account (or token) that took it last. */
  readonly done: Readonly<Record<string, string>>
  /** `failed` while the other side could not be reached. */
  readonly delivery?: string
}

/** Who wants to act, seen from one leg. */
export type Mover = {
  readonly sides: readonly Side[]
  readonly powers: ReadonlySet<string>
  /** The account or token, for four eyes. */
  readonly who: string
  /** The clocks that have just run out, where the platform acts on that. */
  readonly ranOut?: ReadonlySet<string>
}

/** Why an action is closed, as a closed list: the page and the refusal have words for each. */
export type ClosedBecause =
  | 'no-such-action'
  | 'wrong-state'
  | 'already-done'
  | 'too-early'
  | 'other-side'
  | 'no-power'
  | 'same-person'
  | 'by-clock'

/** The outcome of asking whether an action may be taken. */
export type Attempt =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly why: ClosedBecause }

/** Whether somebody may take the action now. Pure; the one place where a chart is interpreted. */
export function attempt(chart: Chart, position: Position, action: string, mover: Mover): Attempt {
  const steps = chart.states[position.state] ?? {}
  // Never what every object inherits: an action called `constructor` is none.
  const step = Object.hasOwn(steps, action) ? steps[action] : undefined
  if (!step) return { ok: false, why: knowsAction(chart, action) ? 'wrong-state' : 'no-such-action' }
  if (!suits(step, position)) return { ok: false, why: 'wrong-state' }
  if (step.atEndOf !== undefined && !mover.ranOut?.has(step.atEndOf)) return { ok: false, why: 'by-clock' }
  if (!mover.sides.includes(step.by)) return { ok: false, why: 'other-side' }
  if (step.once && action in position.done) return { ok: false, why: 'already-done' }
  if (step.after && !(step.after in position.done)) return { ok: false, why: 'too-early' }
  if (!mover.powers.has(step.power ?? 'handle')) return { ok: false, why: 'no-power' }
  if (step.otherThan && position.done[step.otherThan] === mover.who) return { ok: false, why: 'same-person' }
  return { ok: true, step }
}

/** A leg that could not be delivered has ways out of its own, and no others. */
const suits = (step: Step, { delivery }: Position): boolean =>
  (step.undelivered === true) === (delivery === 'failed')

/** An action of the present state, open or closed with its reason and who could take it. */
export type OpenAction = {
  readonly action: string
  readonly open: boolean
  readonly why?: ClosedBecause
  readonly by: Side
  readonly power: StepPower
}

/**
 * All actions the present state knows, for the answer to a client: what I may do now, and what I may not and why.
 * Left out are those nobody would wonder about: spent ones, answers to something the other side has not asked, and what a superior does
 * of its own accord.
 */
export function openActions(chart: Chart, position: Position, mover: Mover): OpenAction[] {
  const steps = chart.states[position.state] ?? {}
  const actions: OpenAction[] = []
  for (const [action, step] of Object.entries(steps)) {
    const outcome = attempt(chart, position, action, mover)
    const described = { action, by: step.by, power: step.power ?? 'handle' } as const
    if (outcome.ok) actions.push({ ...described, open: true })
    else if (isOffered(steps, position, action, mover))
      actions.push({ ...described, open: false, why: outcome.why })
  }
  return actions
}

function isOffered(
  steps: Readonly<Record<string, Step>>,
  position: Position,
  action: string,
  mover: Mover,
): boolean {
  const step = steps[action]
  if (!step || !suits(step, position) || (step.once && action in position.done)) return false
  if (step.atEndOf !== undefined || (step.unasked && !mover.sides.includes(step.by))) return false
  const isAwaited = step.after && !(step.after in position.done)
  return !isAwaited || steps[step.after ?? '']?.by === step.by
}

/** Who took which action, after a step: what it asks for again counts as not taken. */
export function doneAfter(
  step: Pick<Step, 'again'>,
  done: Position['done'],
  action: string,
  who: string,
): Position['done'] {
  const kept = Object.entries(done).filter(([name]) => !step.again?.includes(name))
  return { ...Object.fromEntries(kept), [action]: who }
}

/** The step the platform takes by itself when this clock runs out in this state, if there is one. */
export function stepAtEndOf(
  chart: Chart,
  state: string,
  clock: string,
): { action: string; step: Step } | undefined {
  const [found] = Object.entries(chart.states[state] ?? {}).filter(([, { atEndOf }]) => atEndOf === clock)
  return found && { action: found[0], step: found[1] }
}

/** Whether the platform takes a step when this clock runs out, so that nobody has to. */
export const endsByItself = (chart: Chart, clock: string): boolean =>
  Object.values(chart.states).some((steps) => Object.values(steps).some(({ atEndOf }) => atEndOf === clock))

/** The clocks somebody with these powers can meet: one of the steps that do asks for no other power, and the platform does not take it. */
export const clocksWithin = (chart: Chart, powers: ReadonlySet<string>): readonly string[] =>
  Object.entries(chart.clocks).flatMap(([name, { metBy }]) => {
    const steps = Object.values(chart.states).flatMap((each) => metBy.flatMap((action) => each[action] ?? []))
    return steps.some(({ atEndOf, power = 'handle' }) => !atEndOf && powers.has(power)) ? [name] : []
  })

/** True when the state has no way out but steps that take a settled leg up again: the leg is settled. */
export const isFinal = (chart: Chart, state: string): boolean =>
  Object.values(chart.states[state] ?? {}).every(({ reopens }) => reopens)

/** The actions that sign for what arrived. */
export const signingActions = (chart: Chart): string[] =>
  actionsOf(chart).filter((action) => Object.values(chart.states).some((steps) => steps[action]?.signs))

/** All actions of a chart, in the order of its states. */
export const actionsOf = (chart: Chart): string[] => [
  ...new Set(Object.values(chart.states).flatMap((steps) => Object.keys(steps))),
]

const knowsAction = (chart: Chart, action: string): boolean =>
  Object.values(chart.states).some((steps) => Object.hasOwn(steps, action))

/** What a move does to the clocks of its leg, by the clocks' names. */
export type ClockChanges = {
  readonly start: readonly string[]
  /** What was done counts no more: begins anew, unless it is running still. */
  readonly again: readonly string[]
  /** What was owed is done, in time or late. */
  readonly met: readonly string[]
  /** What was owed need not be done any more, such as an answer to what was taken back. */
  readonly void: readonly string[]
  readonly pause: readonly string[]
  readonly resume: readonly string[]
}

/** Which clocks start, end, rest and go on when `action` leads from `from` (null: the leg begins) to `to`. */
export function clockChanges(chart: Chart, from: string | null, action: string, to: string): ClockChanges {
  const changes = {
    start: [] as string[],
    again: [] as string[],
    met: [] as string[],
    void: [] as string[],
    pause: [] as string[],
    resume: [] as string[],
  }
  const { again = [] } = (from !== null && chart.states[from]?.[action]) || {}
  for (const [name, clock] of Object.entries(chart.clocks)) {
    const before = phaseOf(clock, from)
    const after = phaseOf(clock, to)
    const begins = clock.startsWith ? clock.startsWith.includes(action) : before === 'off'
    if (before !== 'off' && clock.metBy.includes(action)) changes.met.push(name)
    // In a final state nothing is owed, also by a leg that was never delivered and so still owes its sending.
    else if ((before !== 'off' && after === 'off') || isFinal(chart, to)) changes.void.push(name)
    else if (begins && after !== 'off') changes.start.push(name)
    else if (after === 'running' && clock.metBy.some((met) => again.includes(met))) changes.again.push(name)
    else if (before === 'running' && after === 'paused') changes.pause.push(name)
    else if (before === 'paused' && after === 'running') changes.resume.push(name)
  }
  return changes
}

const phaseOf = (clock: ClockSpec, state: string | null): 'off' | 'running' | 'paused' =>
  state === null
    ? 'off'
    : clock.runsIn.includes(state)
      ? 'running'
      : clock.pausedIn?.includes(state)
        ? 'paused'
        : 'off'
