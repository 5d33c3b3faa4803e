/** What was imposed, with the amounts where there are any. */
type Imposed = {
  readonly penalties: readonly string[]
  readonly fineYuan?: number | undefined
  readonly confiscatedYuan?: number | undefined
}

/** `警告、罚款3000元、没收违法所得800元`, as letters say it: what has an amount is said with it, and an amount is never left out. */
export function penaltyWords(
  { penalties, fineYuan, confiscatedYuan }: Imposed,
  wordOf: (penalty: string) => string,
): string {
  const amounts = new Map<string, string>([
    ...(fineYuan ? [['fine', `罚款${fineYuan}元`] as const] : []),
    ...(confiscatedYuan ? [['confiscate-gains', `没收违法所得${confiscatedYuan}元`] as const] : []),
  ])
  const all = new Set([...penalties, ...amounts.keys()])
  return [...all].map((penalty) => amounts.get(penalty) ?? wordOf(penalty)).join('、')
}
