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

/** A size of bytes: `1.4 MB`. */
export function bytes(size: number): string {
  if (size < 1024) return `${size} B`
  if (size < 1024 * 1024) return `${(size / 1024).toFixed(0)} KB`
  return size < 1024 ** 3 ? `${(size / 1024 ** 2).toFixed(1)} MB` : `${(size / 1024 ** 3).toFixed(2)} GB`
}
