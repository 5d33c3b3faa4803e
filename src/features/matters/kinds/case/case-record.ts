import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database.ts'
import type { executionStates } from '../case-transfer/case-transfer.contract.ts'
import type { Conclusion, Decision, Filing, Notice, Revision } from './case.contract.ts'

/** What the record of a case says so far: the last form of each step that counts still. */
export type CaseRecord = {
  readonly done: Readonly<Record<string, string>>
  readonly filed?: Filing & { readonly at: string }
  readonly conclusion?: Conclusion & { readonly at: string }
  readonly notice?: Notice & { readonly at: string }
  readonly legalReview?: { readonly at: string }
  readonly discussion?: { readonly at: string }
  readonly hearingCalled?: { readonly noticeServedAt: string; readonly hearingAt: string }
  readonly hearingHeld?: { readonly heldAt: string }
  readonly hearingRequested?: { readonly requestedAt: string }
  readonly demand?: { readonly servedAt: string }
  readonly decision?: Partial<Decision> & { readonly outcome?: string; readonly decidedOn: string }
  /** The decision does not stand as it was made. */
  readonly revision?: Revision & { readonly at: string }
  readonly service?: { readonly servedAt: string }
  /** `at`: when it was carried out. */
  readonly execution?: { readonly execution: (typeof executionStates)[number]; readonly at: string }
}

const steps = {
  file: 'filed',
  conclude: 'conclusion',
  serveNotice: 'notice',
  passLegalReview: 'legalReview',
  discuss: 'discussion',
  requestHearing: 'hearingRequested',
  callHearing: 'hearingCalled',
  holdHearing: 'hearingHeld',
  demand: 'demand',
  decide: 'decision',
  decideWithoutPenalty: 'decision',
  decideOnSpot: 'decision',
  spareOnSpot: 'decision',
  serve: 'service',
  revise: 'revision',
  recordExecution: 'execution',
} as const

/** The decision that holds now: as it was made, or as it was changed; undefined where it was annulled or found unlawful. */
export function decisionThatHolds({ decision, revision }: CaseRecord): CaseRecord['decision'] {
  if (!revision || !decision) return decision
  if (revision.result !== 'changed') return undefined
  const { penalties, fineYuan, confiscatedYuan, revisionNumber, decidedOn, nowHolds } = revision
  const { fineYuan: _fine, confiscatedYuan: _confiscated, ...made } = decision
  return {
    ...made,
    decisionNumber: revisionNumber,
    decidedOn,
    summary: nowHolds,
    penalties,
    ...(fineYuan === undefined ? {} : { fineYuan }),
    ...(confiscatedYuan === undefined ? {} : { confiscatedYuan }),
  }
}

/** Reads the record of a case from its events. What has to be done anew (`done` forgot it) is left out. */
export async function recordOf(
  tx: Tx,
  matterId: string,
  done: Readonly<Record<string, string>>,
): Promise<CaseRecord> {
  const { rows } = await sql<{ type: keyof typeof steps; at: Date | string; form: Record<string, unknown> }>`
    select distinct on (type) type, at, body -> 'form' as form from event
    where matter_id = ${matterId} and type = any(${Object.keys(steps)}::text[])
    order by type, seq desc`.execute(tx)
  return {
    done,
    ...Object.fromEntries(
      rows
        .filter(({ type }) => type in done)
        .map(({ type, at, form }) => [steps[type], { at: new Date(at).toISOString(), ...form }]),
    ),
  }
}
