/**
 * Proof 存证: that nothing recorded was altered, dropped, inserted or back-dated since.
 *
 * The front door of the feature: the background work seals (`sealPending`), `xiezhi verify` checks (`verifyDatabase`), and
 * one event is shown to be sealed without the rest of the log (`proveEvent`, `eventProofFault`). A whole matter is taken away as one file
 * (`exportCapsule`) that `kernel/capsule` verifies anywhere.
 */
export { type EventProof, eventProofFault, proveEvent } from './event-proof.ts'
export { type Capsule, type CapsuleParts, exportCapsule, type WantedCapsule } from './export-capsule.ts'
export { findMatterToVerify } from './find-matter.ts'
export { kindWords, type ProofFault, type ProofFaultKind } from './proof-fault.ts'
export { sealPending } from './seal-pending.ts'
export { type Verification, type VerifyOptions, verifyDatabase } from './verify-database.ts'
export type { KnownSeal } from './verify-seals.ts'
