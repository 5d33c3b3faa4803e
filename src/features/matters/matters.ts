/** The front door of matters: what other features and the composition root may use. */
export { actOnMatter } from './act-on-matter.ts'
export { agencyNames } from './agency-names.ts'
export { type ClockRow, clockView } from './clock-view.ts'
export { clockJobs } from './clock-jobs.ts'
export { draftCaseNotice } from './draft-case-notice.ts'
export { type CaseStanding, caseStanding, readCase } from './kinds/case/case-standing.ts'
export { type OnwardKind, onward, onwardKindNames } from './kinds/case/onward.ts'
export { readDraft, saveDraft } from './drafts.ts'
export { isBeingWritten } from './is-being-written.ts'
export type { NoticeFacts } from './kinds/case-notice/notice-of.ts'
export {
  refusePenaltyWithPolice,
export type { AgencyShort, ClockView, MoveResult } from './matter-views.ts'
export { openFollowUp } from './open-follow-up.ts'
  type WithPolice,
export { isoClock } from './read-matter.ts'
export { revealContent } from './reveal.ts'
export { searchPairs } from './search-pairs.ts'
  withPolice,
} from './kinds/criminal-transfer/penalty-lock.ts'
export { kindOf, kinds } from './kinds/kinds.ts'
export { matterRoutes } from './matters.routes.ts'
export { openMatter } from './open-matter.ts'
export { markRead } from './read-inbox.ts'
export { recordOnMatter } from './record-on-matter.ts'
