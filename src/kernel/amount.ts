import type { Words } from './words.ts'

/** What an amount of law counts: money, or people. */
export type AmountUnit = 'yuan' | 'person'

/** A number in one unit, such as ten thousand yuan. */
export type Amount = { readonly value: number; readonly unit: AmountUnit }

/** `10000 元`, `10,000 yuan`; `2 人`, `2 people`. */
export function wordsOfAmount({ value, unit }: Amount): Words {
  return unit === 'yuan'
    ? { zh: `${value} 元`, en: `${value.toLocaleString('en')} yuan` }
    : { zh: `${value} 人`, en: `${value} ${value === 1 ? 'person' : 'people'}` }
}
