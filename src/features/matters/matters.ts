/** The front door of matters: what other features and the composition root may use. */
export { actOnMatter } from './act-on-matter.ts'
export { clockJobs } from './clock-jobs.ts'
export { draftCaseNotice } from './draft-case-notice.ts'
export { readDraft, saveDraft } from './drafts.ts'
export { isBeingWritten } from './is-being-written.ts'
export type { NoticeFacts } from './kinds/case-notice/notice-of.ts'
export {
  refusePenaltyWithPolice,
  type WithPolice,
  withPolice,
} from './kinds/criminal-transfer/penalty-lock.ts'
export { kindOf, kinds } from './kinds/kinds.ts'
export { matterRoutes } from './matters.routes.ts'
export { openMatter } from './open-matter.ts'
export { markRead } from './read-inbox.ts'
export { recordOnMatter } from './record-on-matter.ts'
