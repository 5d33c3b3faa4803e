/**
 * Proof 存证: that nothing recorded was altered, dropped, inserted or back-dated since.
 *
 * The front door of the feature: the background work seals (`sealPending`), `xiezhi verify` checks (`verifyDatabase`), and
 * one event is shown to be sealed without the rest of the log (`proveEvent`, `eventProofFault`).
 */
export { type EventProof, eventProofFault, proveEvent } from './event-proof.ts'
export { findMatterToVerify } from './find-matter.ts'
export { kindWords, type ProofFault, type ProofFaultKind } from './proof-fault.ts'
export { sealPending } from './seal-pending.ts'
export { type Verification, type VerifyOptions, verifyDatabase } from './verify-database.ts'
export type { KnownSeal } from './verify-seals.ts'
