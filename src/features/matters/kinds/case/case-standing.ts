import { sql } from 'kysely'
import type { Words } from '../../../../kernel/words.ts'
import type { Tx } from '../../../../platform/database.ts'
import { hereAndNow, type Occasion } from '../../../../platform/occasion.ts'
import { type LockedLeg, type LockedMatter, matterNotFound } from '../../matter-store.ts'
import { actsElsewhere, type FoundAct } from './acts-elsewhere.ts'
import { gatesOf } from './case.checks.ts'
import type { Registration, Revision } from './case.contract.ts'
import { caseWords } from './case.words.ts'
import type { Gate } from './case-gates.ts'
import { recordOf } from './case-record.ts'
import { foreignEvidence } from './foreign-evidence.ts'
import { type CaseFacts, type MeasureInForce, type OnwardKind, onwardKinds } from './onward.ts'
import { type ToldNotice, toldNotices } from './told-notices.ts'
import { type UnderWay, underWayFrom } from './under-way.ts'

/** Where a case stands on its way to a decision. */
export type CaseStanding = {
  readonly filed: { readonly caseNumber: string; readonly filedAt: string } | null
  /** Where it is kept in a system of the agency's own. */
  readonly external: Registration['external'] | null
  /** What is missing before a penalty and why; empty before filing and after the decision. */
  readonly gates: readonly Gate[]
  /** Before filing: the same act elsewhere, or what may be it. */
  readonly acts: readonly FoundAct[]
  /** The decision was annulled or changed: by which document, and the notices that are recalled for it. */
  readonly revision:
    | (Pick<Revision, 'result' | 'organ' | 'revisionNumber' | 'decidedOn'> & {
        readonly resultWords: Words
        readonly notices: readonly ToldNotice[]
      })
    | null
  /** The kinds of matter that may begin from it now. */
  readonly onward: readonly OnwardKind[]
  /** Those of them that have begun already and go on: they are opened, not begun again. */
  readonly underWay: readonly UnderWay[]
}

const beforeDecision: readonly string[] = ['investigating', 'suspended', 'reviewing', 'noticed', 'hearing']

type CaseRow = Pick<LockedMatter, 'id' | 'number' | 'content' | 'clocks' | 'lead_id'> & {
  readonly leg: Pick<LockedLeg, 'state' | 'done'>
}

/** A case with its record and the same act elsewhere, for whoever may see it. */
async function readCase(tx: Tx, matterId: string, now: string) {
  const { rows } = await sql<CaseRow>`
    select m.id, m.number, m.content, m.lead_id, jsonb_build_object('state', l.state, 'done', l.done) as leg,
      coalesce((select jsonb_agg(to_jsonb(c)) from clock c where c.matter_id = m.id and c.stopped_at is null), '[]') as clocks
    from matter m join leg l on l.matter_id = m.id and l.no = 1
    where m.id = ${matterId} and m.kind = 'case'`.execute(tx)
  const [row] = rows
  if (!row) throw matterNotFound()
  const content = row.content as Registration
  const isBeforeFiling = row.leg.state === 'registered'
  return {
    ...row,
    content,
    record: await recordOf(tx, matterId, row.leg.done),
    acts: isBeforeFiling ? await actsElsewhere(tx, { matterId, content, now }) : [],
  }
}

/** The clocks that are the terms of measures. */
const measureClocks = ['evidence', 'seizure'] as const

/** The measures whose terms are running, as they were taken. */
async function measuresInForce(
  tx: Tx,
  matterId: string,
  clocks: CaseRow['clocks'],
): Promise<readonly MeasureInForce[]> {
  const { rows } = await sql<{ measure: string; takenAt: string; place: string }>`
    select body #>> '{form,measure}' as measure, body #>> '{form,takenAt}' as "takenAt", body #>> '{form,place}' as place
    from event where matter_id = ${matterId} and type in ('registerEvidence', 'seize', 'seizeAtOnce') order by seq`.execute(
    tx,
  )
  return measureClocks.flatMap((name) =>
    clocks.flatMap((clock) => {
      const taken = rows.findLast(({ measure }) => measure === clock.item)
      if (clock.name !== name || !taken) return []
      const { measure, takenAt, place } = taken
      const until = new Date(clock.due_at).toISOString()
      return [{ name, words: caseWords.clocks[name], measure, from: takenAt, until, place }]
    }),
  )
}

/** A case as other matters begin from it. Its content is in full: whoever shows it asks what for. */
export async function caseFacts(
  tx: Tx,
  matterId: string,
  { now }: Occasion = hereAndNow(),
): Promise<CaseFacts> {
  const { content, record, number, acts, clocks } = await readCase(tx, matterId, now)
  return {
    content,
    record,
    number,
    elsewhere: acts[0],
    measures: await measuresInForce(tx, matterId, clocks),
    foreign: await foreignEvidence(tx, matterId),
    underWay: await underWayFrom(tx, matterId),
  }
}

/** What a case whose decision does not stand recalls: the notices, and what each recall says (the form of `recall`). */
export async function recallsOf(
  tx: Tx,
  matterId: string,
  { now }: Occasion = hereAndNow(),
): Promise<{
  readonly isRevised: boolean
  readonly notices: readonly ToldNotice[]
  readonly body: Readonly<Record<string, unknown>>
}> {
  const { record, lead_id } = await readCase(tx, matterId, now)
  const { revision } = record
  if (!revision) return { isRevised: false, notices: [], body: {} }
  const { result, revisionNumber, decidedOn, organ, nowHolds } = revision
  return {
    isRevised: true,
    notices: await toldNotices(tx, { matterId, leadId: lead_id, record }),
    body: {
      recallReason: result === 'annulled-redo' ? 'annulled' : result,
      documentNumber: revisionNumber,
      decidedOn,
      organ,
      nowHolds,
    },
  }
}

/** Where a case stands: its filing, its gates, the same act elsewhere, and what may begin from it. */
export async function caseStanding(
  tx: Tx,
  matterId: string,
  { now }: Occasion = hereAndNow(),
): Promise<CaseStanding> {
  const { record, leg, clocks, lead_id, content, number, acts } = await readCase(tx, matterId, now)
  const { filed, revision } = record
  return {
    filed: filed ? { caseNumber: filed.caseNumber, filedAt: filed.filedAt ?? filed.at } : null,
    external: content.external ?? null,
    gates: beforeDecision.includes(leg.state)
      ? await gatesOf({ tx, matter: { id: matterId, content, clocks, lead_id }, now }, record)
      : [],
    acts,
    revision: revision
      ? {
          result: revision.result,
          resultWords: caseWords.options.result?.[revision.result] ?? { zh: '', en: '' },
          organ: revision.organ,
          revisionNumber: revision.revisionNumber,
          decidedOn: revision.decidedOn,
          notices: await toldNotices(tx, { matterId, leadId: lead_id, record }),
        }
      : null,
    onward: onwardKinds({ content, record, number, elsewhere: acts[0] }),
    underWay: await underWayFrom(tx, matterId),
  }
}
