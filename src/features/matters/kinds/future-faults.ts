import { refuseFaults } from '../../../kernel/faults.ts'
import type { Fault } from '../../../kernel/refusal.ts'

/** How far the clock of a writer may be ahead of ours. */
const toleranceMs = 5 * 60_000

/**
 * The fields at these paths that lie in the future: instants later than `now`, days later than today in China. What
 * happened cannot be later than its record.
 */
export function futureFaults(
  body: unknown,
  paths: readonly (readonly (string | number)[])[],
  now: string,
): Fault[] {
  const latest = Date.parse(now) + toleranceMs
  return paths
    .filter((path) => {
      const written = valueAt(body, path)
      return typeof written === 'string' && startOf(written) > latest
    })
    .map((path) => ({
      path,
      message: {
        zh: '时间在将来。请填写实际发生的时间。',
        en: 'This lies in the future; write when it actually happened.',
      },
    }))
}

/** Refuses a body in which something is said to have happened later than now. */
export function refuseFuture(
  { body, now }: { readonly body: unknown; readonly now: string },
  paths: readonly (readonly (string | number)[])[],
): void {
  refuseFaults(futureFaults(body, paths, now))
}

/** A day begins at midnight in China, which has no summer time. */
const startOf = (written: string): number =>
  Date.parse(written.includes('T') ? written : `${written}T00:00:00+08:00`)

function valueAt(body: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    body,
  )
}
