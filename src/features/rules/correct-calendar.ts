import { z } from 'zod'
import { type Day, isDay, yearOf } from '../../kernel/day.ts'
import { invalidInput } from '../../kernel/faults.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type AgencyActor, hasPower } from '../../platform/actor.ts'
import type { Tx } from '../../platform/database.ts'
import { type CalendarDay, presentDay } from './calendar-year.ts'
import { rereadRulebook, rulebookOf } from './rulebook.ts'
import { insertCorrection } from './rules-store.ts'

/** An administrator's word on one day. */
export const CorrectCalendar = z.strictObject({
  working: z.boolean().nullable().describe('Whether the day is worked; null takes the correction back'),
  reason: z.string().trim().min(1).max(300),
  source: z.string().trim().min(1).max(300).describe('Where it was announced'),
})
export type CorrectCalendar = z.infer<typeof CorrectCalendar>

/**
 * Overrules the published calendar for one day, or takes that back. Saying the same again writes nothing.
 * Deadlines are derived, so every running clock whose days it touches has to be counted again afterwards.
 * @throws Refusal `not-allowed` to all but the system administrator
 */
export async function correctCalendar(
  tx: Tx,
  actor: AgencyActor,
  input: CorrectCalendar & { readonly day: Day },
): Promise<CalendarDay> {
  if (!hasPower(actor, 'manage-system')) throw notTheAdministrator()
  if (!isDay(input.day) || yearOf(input.day) < 1992 || yearOf(input.day) > 2199)
    throw invalidInput([
      {
        path: ['day'],
        message: {
          zh: '日期应如 2026-10-10，在 1992 年至 2199 年之间。',
          en: 'Write the day like 2026-10-10, between 1992 and 2199.',
        },
      },
    ])
  const inForce = (await rulebookOf(tx)).calendar.correctionOf(input.day)
  if (!isSame(inForce, input)) {
    await insertCorrection(tx, input)
    rereadRulebook(tx)
  }
  return presentDay((await rulebookOf(tx)).calendar, input.day)
}

function isSame(
  inForce: { readonly working: boolean; readonly reason: string; readonly source: string } | undefined,
  { working, reason, source }: CorrectCalendar,
): boolean {
  if (!inForce) return working === null
  return inForce.working === working && inForce.reason === reason && inForce.source === source
}

const notTheAdministrator = (): Refusal =>
  new Refusal('not-allowed', {
    zh: '只有系统管理员可以更正工作日历。请把公告发给系统管理员办理。',
    en: 'Only the system administrator corrects the calendar. Send the announcement to the system administrator.',
  })
