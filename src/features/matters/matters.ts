/** The front door of matters: what other features and the composition root may use. */
export { actOnMatter } from './act-on-matter.ts'
export { clockJobs } from './clock-jobs.ts'
export { isBeingWritten } from './is-being-written.ts'
export { kindOf, kinds } from './kinds/kinds.ts'
export { matterRoutes } from './matters.routes.ts'
export { openMatter } from './open-matter.ts'
export { recordOnMatter } from './record-on-matter.ts'
