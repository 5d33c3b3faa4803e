/** How far something that was found goes beyond its limit, in the unit of the two. */
export type Excess = {
  readonly over: number
  /** As a share of the limit 超限率、超员率, in per cent, rounded to a whole number as decisions state it. */
  readonly percent: number
}

/** What was found beyond a limit 超限量、超员, computed and never typed; undefined within the limit, or where there is none. */
export function excessOf({
  found,
  limit,
}: {
  readonly found: number
  readonly limit: number
}): Excess | undefined {
  const over = found - limit
  return limit > 0 && over > 0 ? { over, percent: Math.round((over * 100) / limit) } : undefined
}
