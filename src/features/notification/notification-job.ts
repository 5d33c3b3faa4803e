import { systemActor } from '../../platform/actor.ts'

/** In whose name news is spread and sent. */
export const notificationJob = systemActor('notification')
