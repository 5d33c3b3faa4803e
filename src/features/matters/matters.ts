/** The front door of matters: what other features and the composition root may use. */
export { actOnMatter } from './act-on-matter.ts'
export { agencyNames } from './agency-names.ts'
export { clockJobs } from './clock-jobs.ts'
export { type ClockRow, clockView } from './clock-view.ts'
export { draftCaseNotice } from './draft-case-notice.ts'
export { readDraft, saveDraft } from './drafts.ts'
export { filesChangeIn } from './files-change-in.ts'
export { type CaseStanding, caseFacts, caseStanding, recallsOf } from './kinds/case/case-standing.ts'
export { type OnwardKind, onward, onwardKindNames, onwardKinds } from './kinds/case/onward.ts'
export type { NoticeFacts } from './kinds/case-notice/notice-of.ts'
export {
  refusePenaltyWithPolice,
  type WithPolice,
  withPolice,
} from './kinds/criminal-transfer/penalty-lock.ts'
export { kindOf, kinds } from './kinds/kinds.ts'
export type { AgencyShort, ClockView, EventView, MatterView, MoveResult } from './matter-views.ts'
export { matterRoutes } from './matters.routes.ts'
export { openFollowUp } from './open-follow-up.ts'
export { openMatter } from './open-matter.ts'
export { draftLetterOf } from './preview-letter.ts'
export { eventWords, readEvents } from './read-events.ts'
export { markRead } from './read-inbox.ts'
export { isoClock, readMatter } from './read-matter.ts'
export { recordOnMatter } from './record-on-matter.ts'
export { revealContent } from './reveal.ts'
export { type RevealPurpose, revealPurposeNames } from './reveal-purposes.ts'
export { searchPairs } from './search-pairs.ts'
