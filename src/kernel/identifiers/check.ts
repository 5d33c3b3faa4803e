import type { Words } from '../words.ts'

/**
 * What a check of an identifier says. A good one comes in its one spelling, possibly with warnings that stop nobody. A bad one says
 * what is wrong; `overridable` ones may be used all the same, with a reason, because real codes in circulation fail their own check digit.
 */
export type Check<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Words[] }
  | { readonly ok: false; readonly why: Words; readonly overridable: boolean }

export const good = <T>(value: T, warnings: readonly Words[] = []): Check<T> => ({
  ok: true,
  value,
  warnings,
})

/** Wrong, but somebody with a reason may insist. */
export const doubtful = (zh: string, en: string): Check<never> => ({
  ok: false,
  why: { zh, en },
  overridable: true,
})

/** Wrong beyond doubt: it cannot be such an identifier. */
export const impossible = (zh: string, en: string): Check<never> => ({
  ok: false,
  why: { zh, en },
  overridable: false,
})

/** One spelling for what people type: half-width, upper case, without spaces, dots and dashes between the characters. */
export function compact(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·•・‧.\-‐‑–—_]/gu, '')
}
