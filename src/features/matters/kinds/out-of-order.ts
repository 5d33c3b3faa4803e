import { chinaDayOf, chinaInstant } from '../../../kernel/day.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import type { Words } from '../../../kernel/words.ts'

/** Something that happened before, and when: an instant, or a day where only that is written down; undefined if it did not. */
export type Former = { readonly words: Words; readonly at: string | undefined }

/**
 * The day on which it was asked for: nobody has done anything about a request before. What is urgent is asked on the telephone, and the
 * letter follows on the same day; so the day counts, and not the minute.
 */
export const requestArrived = ({ sent_at }: { readonly sent_at: string | null }): Former => ({
  words: { zh: '收到请求', en: 'the request arrived' },
  at: sent_at === null ? undefined : chinaDayOf(sent_at),
})

/** What is wrong with a date that lies before what it follows from: the last of the formers it misses. */
export function outOfOrder(
  path: Fault['path'],
  written: string,
  formers: readonly Former[],
): readonly Fault[] {
  const missed = formers.findLast(({ at }) => at !== undefined && isBefore(written, at))
  return missed?.at === undefined ? [] : [{ path, message: tooEarly(written, missed.words, missed.at) }]
}

/** Which of the two is said: the day, or the minute where both fall on one day. */
function tooEarly(written: string, words: Words, at: string): Words {
  const day = dayOf(at)
  return dayOf(written) === day
    ? {
        zh: `早于${words.zh}的时间（${day} ${clockOf(at)}），请核对。`,
        en: `Before ${words.en} (${day} ${clockOf(at)}); check it.`,
      }
    : { zh: `早于${words.zh}的日期（${day}），请核对。`, en: `Before ${words.en} (${day}); check it.` }
}

/**
 * Instants are compared by the minute, as people write them: what the platform records by itself has seconds, and a notice of the same
 * minute is not before it. Where one of the two is a day, days are compared.
 */
const isBefore = (one: string, other: string): boolean =>
  one.includes('T') && other.includes('T') ? minuteOf(one) < minuteOf(other) : dayOf(one) < dayOf(other)

const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000)

/** `09:40` in China. */
const clockOf = (instant: string): string => chinaInstant(Date.parse(instant)).slice(11, 16)

const dayOf = (written: string): string => (written.includes('T') ? chinaDayOf(written) : written)
