import type { Chart } from '../../../kernel/chart.ts'

/**
 * The action the page suggests, of those that are open: the first of them, and never one that takes back or calls off what one's own
 * side began. Whoever only waits for the other side is suggested nothing.
 */
export const mainAction = (
  chart: Pick<Chart, 'states'>,
  state: string,
  open: readonly string[],
): string | undefined => open.find((action) => !chart.states[state]?.[action]?.undoes)
