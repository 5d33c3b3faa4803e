import { addDays, atChina, chinaDayOf, chinaInstant, type Instant, millisecondsOf } from '../../kernel/day.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { NotificationChoice } from './choice.ts'
import type { NoticeSort } from './notice-sorts.ts'

/**
 * When a person is told of something by mail; undefined when not at all. What is pressing goes at once at any hour; anything else
 * waits for the end of the quiet hours, or for the digest of the next working day. Pure.
 */
export function whenToGo(
  choice: Pick<NotificationChoice, 'byMail' | 'quietFrom' | 'quietUntil' | 'digestAt'>,
  news: { readonly sort: NoticeSort; readonly isPressing: boolean },
  now: Instant,
  calendar: Calendar,
): Instant | undefined {
  const wish = choice.byMail[news.sort]
  if (wish === 'off') return undefined
  if (news.isPressing) return now
  return wish === 'digest' ? nextDigest(choice.digestAt, now, calendar) : afterQuiet(choice, now)
}

/** The next digest: at its hour, on a working day. */
function nextDigest(at: string, now: Instant, calendar: Calendar): Instant {
  let day = chinaDayOf(now)
  while (!calendar.isWorkingDay(day) || millisecondsOf(atChina(day, `${at}:00`)) <= millisecondsOf(now))
    day = addDays(day, 1)
  return atChina(day, `${at}:00`)
}

/** Now, or when the quiet hours that it falls in end. */
function afterQuiet(
  { quietFrom, quietUntil }: Pick<NotificationChoice, 'quietFrom' | 'quietUntil'>,
  now: Instant,
): Instant {
  if (quietFrom === null || quietUntil === null) return now
  const time = chinaInstant(millisecondsOf(now)).slice(11, 16)
  const isOverNight = quietFrom > quietUntil
  const isQuiet = isOverNight
    ? time >= quietFrom || time < quietUntil
    : time >= quietFrom && time < quietUntil
  if (!isQuiet) return now
  const today = chinaDayOf(now)
  return atChina(isOverNight && time >= quietFrom ? addDays(today, 1) : today, `${quietUntil}:00`)
}
