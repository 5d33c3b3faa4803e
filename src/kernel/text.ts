import { z } from 'zod'

/**
 * What a person types: at least `min` and at most `max` characters, without control characters (other than new lines
 * and tabs) and without broken surrogates, which PostgreSQL and the event hash could not keep faithfully.
 */
export function text(max: number, min = 1) {
  return z
    .string()
    .min(min, { abort: true })
    .max(max)
    .refine((value) => value.isWellFormed() && !controls.test(value), {
      params: {
        words: {
          zh: '含有无法保存的控制字符，请删去后重试。',
          en: 'It contains control characters that cannot be kept; remove them.',
        },
      },
    })
    .refine((value) => min === 0 || value.trim().length > 0, {
      params: {
        words: { zh: '请填写这一项，不能只有空格。', en: 'Fill this in; blanks alone do not count.' },
      },
    })
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what it looks for.
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/

/** A longer text, shown as several lines. */
export const prose = (max: number, min = 1) => text(max, min).meta({ widget: 'prose' })

/** An instant with its offset, as people and machines write it: 2026-03-05T09:30:00+08:00. */
export const instant = () => z.iso.datetime({ offset: true }).meta({ widget: 'instant' })

/** How a personal detail is masked, and which purpose unmasking needs (features/matters/reveal.ts). */
export type Personal = 'name' | 'id-number' | 'phone' | 'address'

/** Marks a field as personal data: masked by default, each reading of it recorded. */
export const personal = <S extends z.ZodType>(schema: S, kind: Personal): S => schema.meta({ personal: kind })
