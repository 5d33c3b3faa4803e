const mostRemembered = 50_000
const hourMilliseconds = 3_600_000

/**
 * Remembers who opened what within the hour, so that a video played in a hundred pieces is one entry of the access log and
 * not a hundred. Forgets the oldest when full: an entry too many does no harm.
 */
export function recentReads() {
  const seen = new Set<string>()
  const keyOf = (reader: string, fileId: string, now: number) =>
    `${reader} ${fileId} ${Math.floor(now / hourMilliseconds)}`
  return {
    has: (reader: string, fileId: string, now: number): boolean => seen.has(keyOf(reader, fileId, now)),
    add(reader: string, fileId: string, now: number): void {
      seen.add(keyOf(reader, fileId, now))
      const [oldest] = seen
      if (seen.size > mostRemembered && oldest !== undefined) seen.delete(oldest)
    },
  }
}
export type RecentReads = ReturnType<typeof recentReads>
