import { sql } from 'kysely'
import { z } from 'zod'
import { clockChanges } from '../../kernel/chart.ts'
import { chinaDayOf, daysBetween, isDay, isInstant } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Tx } from '../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../platform/occasion.ts'
import { calendarFor } from '../rules/rules.ts'
import { derive, factsAtStart, isPast, ruleOf } from './clocks.ts'
import { kindOf } from './kinds/kinds.ts'
import { matterNotFound } from './matter-store.ts'
import type { ClockAhead } from './matter-views.ts'

/** An action that is being filled in, and the date typed into it. */
export const AskClocksAhead = z.object({
  action: z.string().min(1).max(50),
  leg: z.coerce.number().int().min(1).max(200).default(1),
  at: z.string().max(40).describe('The day or moment typed into the form, from which a deadline would run'),
})
export type AskClocksAhead = z.infer<typeof AskClocksAhead>

/**
 * The deadlines an action would start from the date typed into its form, counted as the move itself counts them. The law counts
 * from what happened, not from when it was entered: a late entry may begin overdue, and people should know before they send it.
 * Nothing for a date that is not written out yet, or later than now.
 */
export async function clocksAhead(
  tx: Tx,
  matterId: string,
  { action, leg, at }: AskClocksAhead,
  { now }: Occasion = hereAndNow(),
): Promise<readonly ClockAhead[]> {
  const { rows } = await sql<{
    kind: string
    urgency: 'normal' | 'urgent'
    alliance_id: string | null
    content: Readonly<Record<string, unknown>>
    state: string
  }>`
    select matter.kind, urgency, alliance_id, content, state from matter join leg on leg.matter_id = matter.id and leg.no = ${leg}
    where matter.id = ${matterId}`.execute(tx)
  const [matter] = rows
  if (!matter) throw matterNotFound()
  const { chart, words } = kindOf(matter.kind)
  const step = Object.hasOwn(chart.states[matter.state] ?? {}, action)
    ? chart.states[matter.state]?.[action]
    : undefined
  if (!step || !isCountable(at)) return []

  const ahead: ClockAhead[] = []
  const calendar = await calendarFor(tx)
  for (const name of clockChanges(chart, matter.state, action, step.to).start) {
    const spec = chart.clocks[name]
    if (!spec?.from) continue
    const facts = await factsAtStart(tx, spec, matter, { [spec.from]: at }, now)
    const { dueAt, steps } = derive(facts, calendar)
    const rule = ruleOf(facts)
    const isOverdue = isPast(dueAt, now)
    const clock = { name: words.clocks[name] ?? rule.name, basis: rule.basis }
    ahead.push({
      name,
      field: spec.from,
      startedAt: facts.started_at,
      dueAt,
      isOverdue,
      words: isOverdue ? overdueWords(clock, dueAt, now) : dueWords(clock, dueAt),
      steps: steps.map((each) => ({ words: each.words })),
    })
  }
  return ahead
}

/** A whole date since there is a calendar; while somebody types, the year may still be 0002. */
const isCountable = (at: string): boolean => (isDay(at) || isInstant(at)) && at >= '1992'

type Named = { readonly name: Words; readonly basis: Words }

const dueWords = ({ name }: Named, dueAt: string): Words => ({
  zh: `由此起算的“${name.zh}”至 ${chinaDayOf(dueAt)} 届满。`,
  en: `"${name.en}", which runs from it, ends on ${chinaDayOf(dueAt)}.`,
})

function overdueWords({ name, basis }: Named, dueAt: string, now: string): Words {
  const day = chinaDayOf(dueAt)
  const days = daysBetween(day, chinaDayOf(now))
  const late =
    days === 0
      ? { zh: '不到 1 天', en: 'less than a day' }
      : { zh: `${days} 天`, en: `${days} day${days === 1 ? '' : 's'}` }
  return {
    zh: `“${name.zh}”从这一时间起算，与何时登记无关，已于 ${day} 届满，现已逾期 ${late.zh}（${basis.zh}）。请核对；如属实，可以照常提交，时限将显示为逾期。`,
    en: `"${name.en}" runs from this date, whenever it is entered. It ended on ${day} and is already ${late.en} overdue (${basis.en}). Check the date; if it is right, go on: the deadline will show as overdue.`,
  }
}
