import type { Chart, Step } from '../../kernel/chart.ts'

/** The approving of what another person of the agency has written. */
export type Review = Step & { readonly otherThan: string }

/** The step by which an agency approves what one of its people wrote before it is sent; a kind that is sent at once has none. */
export const reviewOf = (chart: Chart): Review | undefined =>
  Object.values(chart.states).flatMap((steps) => Object.values(steps).filter(isReview))[0]

const isReview = (step: Step): step is Review => step.power === 'approve' && step.otherThan !== undefined
