/** How much over the limit a vehicle was. */
export type Overweight = {
  readonly overKg: number
  /** Over-weight as a share of the limit 超限率, in per cent, rounded to a whole number as decisions state it. */
  readonly overPercent: number
}

/** Over-weight 超限量, computed from the weight and the limit, never typed. Both in kilograms. */
export function overweightOf({ totalKg, limitKg }: { totalKg: number; limitKg: number }): Overweight {
  const overKg = totalKg - limitKg
  return { overKg, overPercent: Math.round((overKg * 100) / limitKg) }
}
