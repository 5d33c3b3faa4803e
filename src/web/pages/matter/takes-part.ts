import type { LegView } from '../../../features/matters/matter-views.ts'

/** Whether one's own agency takes part in a conversation, on a side of it or attending: who only looks on is offered nothing. */
export const takesPart = ({ openActions }: LegView): boolean => openActions.some(({ standing }) => standing)
