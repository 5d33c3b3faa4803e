import type { Kind } from '../kind.ts'
import { caseKind } from './case/case.ts'
import { caseNotice } from './case-notice/case-notice.ts'
import { caseTransfer } from './case-transfer/case-transfer.ts'
import { clue } from './clue/clue.ts'
import { coInvestigation } from './co-investigation/co-investigation.ts'
import { consultation } from './consultation/consultation.ts'
import { criminalTransfer } from './criminal-transfer/criminal-transfer.ts'
import { dataCorrection } from './data-correction/data-correction.ts'
import { documentService } from './document-service/document-service.ts'
import { evidenceRecognition } from './evidence-recognition/evidence-recognition.ts'
import { executionHelp } from './execution-help/execution-help.ts'
import { forceRequest } from './force-request/force-request.ts'
import { jurisdictionDispute } from './jurisdiction-dispute/jurisdiction-dispute.ts'
import { lookout } from './lookout/lookout.ts'
import { partnerReferral } from './partner-referral/partner-referral.ts'
import { warningNotice } from './warning-notice/warning-notice.ts'

/** All kinds of matter. A new kind is a folder beside these and a line here. */
export const kinds: readonly Kind[] = [
  caseKind,
  caseTransfer,
  clue,
  coInvestigation,
  documentService,
  executionHelp,
  lookout,
  jurisdictionDispute,
  criminalTransfer,
  caseNotice,
  consultation,
  dataCorrection,
  warningNotice,
  evidenceRecognition,
  forceRequest,
  partnerReferral,
]

/** The kind with this name. A matter's kind is checked when it is opened, so an unknown one is a bug. */
export function kindOf(name: string): Kind {
  const kind = kinds.find((each) => each.name === name)
  if (!kind) throw new Error(`There is no kind of matter named ${name}.`)
  return kind
}
