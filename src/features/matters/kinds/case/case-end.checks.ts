import { sql } from 'kysely'
import { invalidInput } from '../../../../kernel/faults.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { Tx } from '../../../../platform/database.ts'
import { ruleOf } from '../../clocks.ts'
import type { BegunMatter, EffectInput } from '../../kind.ts'
import type { LockedLeg } from '../../matter-store.ts'
import { refuseFuture } from '../future-faults.ts'
import { releaseAct } from './acts-elsewhere.ts'
import type { Revision } from './case.contract.ts'
import { type CaseRecord, recordOf } from './case-record.ts'
import { toldNotices } from './told-notices.ts'

// How a case ends: closed in order, or taken up again because its decision was annulled or changed.

/** Only a decision is annulled or changed, and not before it was made. */
export async function refuseRevision(input: EffectInput): Promise<void> {
  refuseFuture(input, [['decidedOn'], ['receivedOn']])
  const { decidedOn, receivedOn } = input.body as Revision
  const { decision } = await recordOf(input.tx, input.matter.id, input.leg.done)
  if (!decision) throw nothingToRevise()
  if (decidedOn < decision.decidedOn)
    throw invalidInput([
      {
        path: ['decidedOn'],
        message: {
          zh: `早于本案决定的日期（${decision.decidedOn}），请核对。`,
          en: `Before the decision itself (${decision.decidedOn}); check it.`,
        },
      },
    ])
  if (receivedOn < decidedOn)
    throw invalidInput([
      {
        path: ['receivedOn'],
        message: { zh: '早于作出日期，请核对。', en: 'Before it was made; check it.' },
      },
    ])
}

const nothingToRevise = (): Refusal =>
  new Refusal('not-now', {
    zh: '本案没有作出决定就已结案，没有可以撤销或变更的决定。如需重新办理，请另行登记案件。',
    en: 'This case was closed without a decision, so there is nothing to annul or change. To take it up again, register a case.',
  })

/** Whoever was told of the decision is told that it does not stand, before the case goes on (行政处罚法 Art. 48, for notices by analogy). */
export async function refuseStandingNotices({ tx, matter, leg }: EffectInput): Promise<void> {
  const record = await recordOf(tx, matter.id, leg.done)
  const notices = await toldNotices(tx, { matterId: matter.id, leadId: matter.lead_id, record })
  const left = notices.filter(({ is }) => is === 'recall' || is === 'discard')
  if (left.length === 0) return
  const numbers = left.map(({ number }) => number)
  throw new Refusal(
    'not-now',
    {
      zh: `本案的抄告还没有撤回：${numbers.join('、')}。请先在案件页点“撤回全部抄告”；还没有发出的，请打开作废。`,
      en: `Notices about this case still hold: ${numbers.join(', ')}. First recall them all on the page of the case; discard those that were not sent.`,
    },
    { facts: { notices: left.map(({ id, number, is }) => ({ id, number, is })) } },
  )
}

/** A case is decided anew where that was ordered, or the agency corrects itself. */
export async function refuseUnorderedRedo({ tx, matter, leg }: EffectInput): Promise<void> {
  const { revision } = await recordOf(tx, matter.id, leg.done)
  if (revision?.result === 'annulled-redo' || revision?.by === 'own') return
  throw new Refusal('not-now', {
    zh: '复议机关、法院或上级没有责令重新作出决定，不能重新办理。请以“决定被撤销”或“决定已变更”结案。',
    en: 'No new decision was ordered, so the case is not decided anew. Close it: the decision was annulled, or was changed.',
  })
}

/** Closes when nothing is left open: no measure in force, and the ground fits what happened. */
export async function closeInOrder(input: EffectInput): Promise<void> {
  const { tx, matter, leg, body, now } = input
  refuseFuture(input, [['closedOn']])
  const measures = matter.clocks.filter(({ item }) => item !== null)
  if (measures.length > 0)
    throw new Refusal('not-now', {
      zh: `还有措施没有处理：${measures.map(({ item, ...clock }) => `${ruleOf(clock).name.zh}（${item}）`).join('、')}。请先处理再结案。`,
      en: `Measures are still open: ${measures.map(({ item, ...clock }) => `${ruleOf(clock).name.en} (${item})`).join(', ')}. End them before closing.`,
    })
  const record = await recordOf(tx, matter.id, leg.done)
  const fault = groundFault(String(body.ground), leg.state, record)
  if (fault) throw invalidInput([{ path: ['ground'], message: fault }])
  // A decision that is unlawful without being annulled goes on to have its effect, and so does the filing.
  const isGone = body.ground === 'decision-annulled' && record.revision?.result !== 'unlawful'
  if (isGone || body.ground === 'filing-withdrawn' || body.ground === 'transferred-agency')
    await releaseAct(tx, matter.id, now)
}

/** What the record alone bears out; the other grounds are for whoever closes to judge. */
const borneOut = ['decision-changed', 'decision-annulled', 'executed', 'no-penalty'] as const

/** Closing begins with the ground that the record bears out, such as a decision that was annulled; empty where it bears out none. */
export async function groundBorneOut(
  tx: Tx,
  { id }: BegunMatter,
): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await sql<Pick<LockedLeg, 'state' | 'done'>>`
    select state, done from leg where matter_id = ${id} and no = 1`.execute(tx)
  const [leg] = rows
  if (!leg) return {}
  const record = await recordOf(tx, id, leg.done)
  const ground = borneOut.find((each) => !groundFault(each, leg.state, record))
  return ground ? { ground } : {}
}

function groundFault(ground: string, state: string, { decision, execution, revision }: CaseRecord) {
  const result = state === 'revised' ? revision?.result : undefined
  if (ground === 'decision-changed' && result !== 'changed')
    return {
      zh: '登记了决定被变更的才能以此结案。',
      en: 'Only when it was recorded that the decision was changed.',
    }
  if (ground === 'decision-annulled' && (!result || result === 'changed' || result === 'annulled-redo'))
    return {
      zh: '登记了决定被撤销、确认违法或者无效，且没有责令重新作出决定的，才能以此结案。',
      en: 'Only when the decision was annulled, unlawful or void, and no new one was ordered.',
    }
  if (ground === 'executed' && (state !== 'served' || execution?.execution !== 'executed'))
    return {
      zh: '处罚决定全部执行的才能以此结案。请先登记执行情况。',
      en: 'Only when the penalty was carried out in full; record that first.',
    }
  if (ground === 'no-penalty' && state !== 'told')
    return { zh: '送达不予处罚决定后才能以此结案。', en: 'Only after a decision without penalty was served.' }
  if (ground === 'filing-withdrawn' && decision)
    return { zh: '已作出决定的，不能撤销立案。', en: 'A filing cannot be withdrawn after the decision.' }
  return undefined
}
