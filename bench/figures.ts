/** The value in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value below which a part of all lies; 0.95 for p95. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** One line of the result: what was measured, the figure, and what it is held against. */
export type Figure = {
  readonly what: string
  readonly value: number
  readonly unit: '×' | 'moves/s' | 'ms' | 's' | 'KB' | 'MB' | '' | 'statements/s'
  /** `at-least` or `at-most` this; missing for figures that only explain. */
  readonly aim?: { readonly is: 'at-least' | 'at-most'; readonly than: number }
}

/** Whether a figure is what it should be; undefined where nothing is asked. */
export function isMet({ value, aim }: Figure): boolean | undefined {
  if (!aim) return undefined
  return aim.is === 'at-least' ? value >= aim.than : value <= aim.than
}

/** A figure with three digits that mean something. */
export const shown = (value: number): string =>
  Number.isNaN(value) ? '–' : value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
