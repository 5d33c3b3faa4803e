import type { Language } from '../../kernel/words.ts'

/** All times of the page are China's, wherever the browser stands. */
const zone = 'Asia/Shanghai'

const formats = {
  zh: {
    minute: new Intl.DateTimeFormat('zh-CN', {
      timeZone: zone,
      dateStyle: 'long',
      timeStyle: 'short',
      hourCycle: 'h23',
    }),
    day: new Intl.DateTimeFormat('zh-CN', { timeZone: zone, dateStyle: 'long' }),
    short: new Intl.DateTimeFormat('zh-CN', {
      timeZone: zone,
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    clock: new Intl.DateTimeFormat('zh-CN', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
  },
  en: {
    minute: new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      dateStyle: 'medium',
      timeStyle: 'short',
      hourCycle: 'h23',
    }),
    day: new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium' }),
    short: new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    clock: new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }),
  },
} as const

/** An instant or a day as a person reads it: `2026年3月5日 09:30`, `5 Mar 2026, 09:30`. */
export function when(
  at: string,
  language: Language,
  precision: keyof (typeof formats)['zh'] = 'minute',
): string {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00+08:00` : at)
  return Number.isNaN(instant.getTime()) ? at : formats[language][precision].format(instant)
}

/** The present day in China, `YYYY-MM-DD`. */
export function todayInChina(now = Date.now()): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** An instant as China's wall clock writes it, without offset: what date fields work with. */
export function wallClock(at: string): string {
  const instant = new Date(at)
  return Number.isNaN(instant.getTime())
    ? ''
    : new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)
}

/** A size of bytes, which no line breaks: `1.4 MB`. */
export function bytes(size: number): string {
  const of = (unit: string, digits: number, power: number) =>
    `${(size / 1024 ** power).toFixed(digits)}\u00a0${unit}`
  if (size < 1024) return of('B', 0, 0)
  if (size < 1024 ** 2) return of('KB', 0, 1)
  return size < 1024 ** 3 ? of('MB', 1, 2) : of('GB', 2, 3)
}
