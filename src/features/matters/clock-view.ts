import { endsByItself } from '../../kernel/chart.ts'
import { remainingOf } from '../../kernel/urgency.ts'
import type { Words } from '../../kernel/words.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import { derive, isPast, ruleOf, whyNotExtended } from './clocks.ts'
import { kindOf } from './kinds/kinds.ts'
import type { LockedClock } from './matter-store.ts'
import type { AgencyShort, ClockView, Light } from './matter-views.ts'

/** A clock as its row gives it. */
export type ClockRow = LockedClock & { readonly kind: string }

/** The light of a clock: the same two columns that lists filter by (P22). A clock that rests is never red. */
export function lightOfClock(
  clock: Pick<ClockRow, 'due_at' | 'amber_at' | 'paused_at' | 'stopped_at'>,
  now: string,
): Light {
  const at = clock.paused_at ?? clock.stopped_at ?? now
  if (clock.stopped_at) return isPast(clock.due_at, at) ? 'red' : 'green'
  if (isPast(clock.due_at, at)) return 'red'
  return Date.parse(at) >= Date.parse(clock.amber_at) ? 'amber' : 'green'
}

/** A clock as lists show it. */
export function clockView(
  clock: ClockRow,
  agencyOf: (id: string | null) => AgencyShort | null,
  calendar: Calendar,
  now: string,
): ClockView {
  const rule = ruleOf(clock)
  return {
    id: clock.id,
    leg: clock.leg_no,
    name: clock.name,
    item: clock.item,
    words: withItem(kindOf(clock.kind).words.clocks[clock.name] ?? rule.name, clock.item),
    ruleId: clock.rule_id,
    owes: agencyOf(clock.owes_id) ?? { id: clock.owes_id, name: '', nameEn: '', shortName: '' },
    endsByItself: endsByItself(kindOf(clock.kind).chart, clock.name),
    startedAt: clock.started_at,
    dueAt: clock.due_at,
    pausedAt: clock.paused_at,
    extended: clock.extended_at !== null,
    stoppedAt: clock.stopped_at,
    outcome: clock.outcome,
    light: lightOfClock(clock, now),
    remaining: remainingWords(clock, calendar, now),
    basis: rule.basis,
    confidence: rule.confidence,
  }
}

/** 查封扣押期限（扣字12号）: which of several it is. */
const withItem = ({ zh, en }: Words, item: string | null): Words =>
  item === null ? { zh, en } : { zh: `${zh}（${item}）`, en: `${en} (${item})` }

/** The same with its derivation, line by line, and where the number was read. */
export function explainedClock(
  clock: ClockRow,
  agencyOf: (id: string | null) => AgencyShort | null,
  calendar: Calendar,
  now: string,
): ClockView {
  const { steps } = derive(clock, calendar, now)
  const canBeExtended = !clock.stopped_at && !whyNotExtended(clock, now)
  return {
    ...clockView(clock, agencyOf, calendar, now),
    source: ruleOf(clock).source,
    steps: steps.map(({ words }) => ({ words })),
    ...(canBeExtended ? { extendedDueAt: derive({ ...clock, extended_at: now }, calendar, now).dueAt } : {}),
  }
}

function remainingWords(clock: ClockRow, calendar: Calendar, now: string): Words {
  if (clock.outcome === 'met') return { zh: '按期完成', en: 'in time' }
  if (clock.outcome === 'late') return { zh: '逾期完成', en: 'late' }
  if (clock.outcome === 'void' && lightOfClock(clock, now) === 'red')
    return { zh: '逾期后不再适用', en: 'fell away when overdue' }
  if (clock.outcome === 'void') return { zh: '不再适用', en: 'fell away' }
  if (clock.paused_at) return { zh: '计时暂停', en: 'paused' }
  return remainingOf(clock.due_at, now, calendar, ruleOf(clock).unit)
}
