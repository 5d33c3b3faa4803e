import { wordsOfAmount } from '../../../../kernel/amount.ts'
import { chinaDayOf } from '../../../../kernel/day.ts'
import { deadlineOf } from '../../../../kernel/deadline.ts'
import { invalidInput, refuseFaults } from '../../../../kernel/faults.ts'
import { type Fault, Refusal } from '../../../../kernel/refusal.ts'
import { wordsOfSpan } from '../../../../kernel/term.ts'
import type { Tx } from '../../../../platform/database.ts'
import { amountFor, calendarFor, reasonsOfAmount, ruleFor } from '../../../rules/rules.ts'
import type { ClosedBecause, EffectInput, WhereItStands } from '../../kind.ts'
import type { LockedMatter } from '../../matter-store.ts'
import { refusePenaltyWithPolice, withPolice } from '../criminal-transfer/penalty-lock.ts'
import { refuseFuture } from '../future-faults.ts'
import { caseElsewhere } from '../jurisdiction-dispute/case-elsewhere.ts'
import { overloadFineFaults } from '../overload-fine.ts'
import { actsElsewhere, fileAct, lockActs } from './acts-elsewhere.ts'
import type { Decision, Filing, Notice, OnTheSpot, Registration } from './case.contract.ts'
import {
  closeInOrder,
  refuseRevision,
  refuseStandingNotices,
  refuseUnorderedRedo,
} from './case-end.checks.ts'
import {
  decisionGates,
  type Gate,
  gatesWithoutPenalty,
  hasHearingRight,
  hearingAmountId,
  notFiledHere,
  wentElsewhere,
} from './case-gates.ts'
import { type CaseRecord, recordOf } from './case-record.ts'
import { earlierViolations } from './earlier-violations.ts'
import { foreignEvidence } from './foreign-evidence.ts'
import { actOf } from './same-act.ts'

/** What the forms of a case cannot see. Each check refuses before anything is written, and says what to do instead. */
export const caseChecks = {
  register: async (input: EffectInput) => {
    const { points } = input.body as Registration
    refuseFuture(input, [['about', 'discoveredAt'], ...points.map((_, index) => ['points', index, 'at'])])
  },
  file: fileOnce,
  registerEvidence: async (input: EffectInput) => beginMeasure(input),
  seize: async (input: EffectInput) => beginMeasure(input),
  seizeAtOnce: async (input: EffectInput) => beginMeasure(input),
  settleEvidence: async (input: EffectInput) => refuseUnknownMeasure(input, 'evidence'),
  reportSeizure: async (input: EffectInput) => refuseUnknownMeasure(input, 'emergencyReport'),
  extendSeizure: async (input: EffectInput) => refuseUnknownMeasure(input, 'seizure'),
  endSeizure: async (input: EffectInput) => refuseUnknownMeasure(input, 'seizure'),
  serveNotice: async (input: EffectInput) => {
    refuseFuture(input, [['servedAt']])
    refuseAboveMost(input)
    await refuseWithoutHearingRight(input)
    const { conclusion, filed } = await recordOf(input.tx, input.matter.id, input.leg.done)
    await refuseElsewhere(input, filed?.caseNumber)
    if (conclusion?.proposal !== 'penalty') throw nothingToNotify()
  },
  recordDefence: async (input: EffectInput) => refuseFuture(input, [['statedAt']]),
  requestHearing: async (input: EffectInput) => refuseFuture(input, [['requestedAt']]),
  callHearing: refuseShortHearingNotice,
  holdHearing: async (input: EffectInput) => refuseFuture(input, [['heldAt']]),
  discuss: async (input: EffectInput) => refuseFuture(input, [['heldOn']]),
  decide: async (input: EffectInput) => {
    const decision = input.body as Decision
    const record = await recordOf(input.tx, input.matter.id, input.leg.done)
    await refuseShutGates(input, record, decision.decidedOn)
    await refuseCrime(input, record, decision.penalties)
    refuseAboveMost(input)
    refuseHeavier(decision, record.notice)
  },
  decideWithoutPenalty: async (input: EffectInput) => {
    const record = await recordOf(input.tx, input.matter.id, input.leg.done)
    await refuseShutGates(input, record, String(input.body.decidedOn), gatesWithoutPenalty)
    await refuseNotFirst(input)
  },
  decideOnSpot: decideOnSpot,
  spareOnSpot: async (input: EffectInput) => {
    const record = await recordOf(input.tx, input.matter.id, input.leg.done)
    await refuseShutGates(input, record, String(input.body.decidedOn), [
      'officers',
      'jurisdiction',
      'deadline',
    ])
    await refuseNotFirst(input)
  },
  serve: async (input: EffectInput) => refuseFuture(input, [['servedAt']]),
  recordExecution: async (input: EffectInput) => refuseFuture(input, [['at']]),
  demand: async (input: EffectInput) => refuseFuture(input, [['servedAt']]),
  applyToCourt: refuseEarlyCourt,
  revise: refuseRevision,
  undo: refuseStandingNotices,
  redo: refuseUnorderedRedo,
  close: closeInOrder,
} as const

const contentOf = ({ matter }: EffectInput): Registration => matter.content as Registration

/** Files the case unless the same act is filed already, in whichever region: first to file has it (行政处罚法 Art. 25). */
async function fileOnce(input: EffectInput): Promise<void> {
  const { tx, matter, now } = input
  const filing = input.body as Filing
  const content = contentOf(input)
  refuseFuture(input, [['filedAt']])
  if (filing.filedAt !== undefined && content.external === undefined) throw filedHereAndNow()
  await refuseElsewhere(input, filing.caseNumber, notFiledHere)
  // What is looked up from here on nobody changes until this transaction ends.
  await lockActs(tx, content)
  const found = await actsElsewhere(tx, { matterId: matter.id, content, now })
  const same = found.filter(({ sameness }) => sameness === 'same')
  if (same[0]) throw filedAlready(same[0], found)
  if (found[0] && filing.anotherActBecause === undefined) throw maybeFiledAlready(found)
  const filedAt = filing.filedAt ?? now
  const isNew = await fileAct(tx, {
    matterId: matter.id,
    caseNumber: filing.caseNumber,
    filedAt,
    act: actOf(content),
  })
  if (!isNew) throw invalidInput([numberUsed])
}

/** Refuses to go on with a case that is with another agency. */
async function refuseElsewhere(
  { tx, matter }: EffectInput,
  caseNumber: string | undefined,
  words = wentElsewhere,
): Promise<void> {
  const elsewhere = await caseElsewhere(tx, { matterId: matter.id, caseNumber })
  if (elsewhere) throw new Refusal('not-now', words(elsewhere), { facts: { in: elsewhere.number } })
}

const numberUsed: Fault = {
  path: ['caseNumber'],
  message: {
    zh: '本机关已用这个案号立过案，一案一号，请另编案号。',
    en: 'Your agency has filed a case under this number; give another, one number for one case.',
  },
}

type Found = Awaited<ReturnType<typeof actsElsewhere>>

function filedAlready(first: Found[number], found: Found): Refusal {
  const { agency, number, at, contact } = first
  const who = contact ? `${contact.name} ${contact.phone}` : ''
  return new Refusal(
    'conflict',
    {
      zh: `${agency.name}已于 ${chinaDayOf(at)} 就同一违法行为立案（${number}）。同一违法行为由最先立案的机关管辖，本机关不再立案。请与其联系${who ? `（${who}）` : ''}，移交证据或协助调查；对管辖有异议的，提出管辖争议。`,
      en: `${agency.nameEn} filed the same act on ${chinaDayOf(at)} (${number}). The first to file has it, so nothing is filed here. Get in touch${who ? ` (${who})` : ''}, hand over your evidence or offer help; if you dispute jurisdiction, raise that.`,
    },
    { facts: { found } },
  )
}

const maybeFiledAlready = (found: Found): Refusal => {
  const names = [...new Set(found.map(({ agency }) => agency.name))]
  const namesEn = [...new Set(found.map(({ agency }) => agency.nameEn))]
  return new Refusal(
    'conflict',
    {
      zh: `${names.join('、')}正在办理的可能是同一违法行为（${found.map(({ number }) => number).join('、')}）。请先联系核实；确属另一行为的，写明理由后再立案。`,
      en: `${namesEn.join(', ')} may be dealing with the same act (${found.map(({ number }) => number).join(', ')}). Get in touch first; if it is another act, say why and file.`,
    },
    { facts: { found } },
  )
}

const filedHereAndNow = (): Refusal =>
  new Refusal('invalid-input', {
    zh: '立案时间由系统记录，不能填写；只有案件在本机关自有办案系统立案的，才按该系统的立案时间填写。',
    en: 'The platform records when a case is filed. Only a case kept in your own case system brings its time along.',
  })

/** A measure is known by its number from beginning to end. */
function beginMeasure(input: EffectInput): void {
  refuseFuture(input, [['takenAt']])
  const { measure } = input.body
  if (input.matter.clocks.some(({ item }) => item === measure))
    throw invalidInput([
      {
        path: ['measure'],
        message: {
          zh: '这个文书号的措施还在期限内，请核对文书号。',
          en: 'A measure of this number is in force already; check the number.',
        },
      },
    ])
}

function refuseUnknownMeasure({ matter, body }: EffectInput, clock: string): void {
  const running = matter.clocks.filter(({ name }) => name === clock).flatMap(({ item }) => item ?? [])
  if (running.includes(String(body.measure))) return
  throw invalidInput([
    {
      path: ['measure'],
      message:
        running.length > 0
          ? {
              zh: `没有这个文书号的措施。在案的有：${running.join('、')}。`,
              en: `No such measure. In force: ${running.join(', ')}.`,
            }
          : { zh: '目前没有需要办理的这类措施。', en: 'There is no measure of this sort in force.' },
    },
  ])
}

/** The notice says that there is a right to a hearing, where there is one (行政处罚法 Art. 63). */
async function refuseWithoutHearingRight({ tx, matter, body }: EffectInput): Promise<void> {
  const notice = body as Notice
  const { party } = matter.content as Registration
  const from = await amountFor(tx, {
    ruleId: hearingAmountId(party),
    agencyId: matter.lead_id,
    on: notice.servedAt,
  })
  if (notice.hearing === 'told' || !hasHearingRight(notice, from)) return
  const reasons = reasonsOfAmount(from)
  throw invalidInput([
    {
      path: ['hearing'],
      message: {
        zh: `拟作出的处罚属于应当告知听证权利的，请在通知书中告知。${reasons.map(({ words }) => words.zh).join('')}`,
        en: `This penalty gives a right to a hearing: the notice has to say so. ${reasons.map(({ words }) => words.en).join(' ')}`,
      },
    },
  ])
}

const nothingToNotify = (): Refusal =>
  new Refusal('not-now', {
    zh: '调查终结的意见是不予处罚，没有拟作出的处罚可以告知。请作出不予处罚决定，或重新调查。',
    en: 'The investigation proposes no penalty, so there is nothing to notify. Decide without penalty, or take the investigation up again.',
  })

/** The party is told in time before the hearing (行政处罚法 Art. 64). */
async function refuseShortHearingNotice(input: EffectInput): Promise<void> {
  refuseFuture(input, [['noticeServedAt']])
  const rule = await ruleFor(input.tx, { ruleId: 'HEARING_NOTICE_BEFORE', on: input.now })
  const calendar = await calendarFor(input.tx)
  const { dueAt } = deadlineOf({
    rule,
    from: String(input.body.hearingAt),
    pauses: [],
    extended: false,
    calendar,
  })
  const latest = chinaDayOf(dueAt)
  if (chinaDayOf(String(input.body.noticeServedAt)) <= latest) return
  throw invalidInput([
    {
      path: ['hearingAt'],
      message: {
        zh: `听证通知书须在举行听证的 ${wordsOfSpan(rule).zh}前送达：该日举行的，最迟 ${latest} 送达。请推迟听证。`,
        en: `The notice is served ${wordsOfSpan(rule).en} before: for that day by ${latest} at the latest. Hold the hearing later.`,
      },
    },
  ])
}

/** The gates of a decision with the facts of this case. */
export async function gatesOf(
  input: Pick<EffectInput, 'tx' | 'now'> & {
    readonly matter: Pick<LockedMatter, 'id' | 'content' | 'clocks' | 'lead_id'>
  },
  record: CaseRecord,
): Promise<readonly Gate[]> {
  const { tx, matter, now } = input
  const content = matter.content as Registration
  const ruleId = record.notice?.hearing === 'told' ? 'HEARING_REQUEST' : 'DEFENCE'
  const decision = matter.clocks.find(({ name, stopped_at }) => name === 'decision' && stopped_at === null)
  const amount = (id: string, on: string) => amountFor(tx, { ruleId: id, agencyId: matter.lead_id, on })
  return decisionGates({
    content,
    record,
    amounts: {
      officers: await amount('CASE_OFFICERS', now),
      hearing: await amount(hearingAmountId(content.party), record.notice?.servedAt ?? now),
    },
    defence: await ruleFor(tx, { ruleId, on: record.notice?.servedAt ?? now }),
    calendar: await calendarFor(tx),
    foreign: await foreignEvidence(tx, matter.id),
    police: await withPolice(tx, numbersOf(record)),
    elsewhere: await caseElsewhere(tx, { matterId: matter.id, caseNumber: record.filed?.caseNumber }),
    decisionDue: decision && !decision.paused_at ? decision.due_at : null,
    now,
  })
}

/** Refuses a decision while a gate is shut, naming all of them; and one dated outside the time it could have been made in. */
async function refuseShutGates(
  input: EffectInput,
  record: CaseRecord,
  decidedOn: string,
  names?: readonly Gate['name'][],
): Promise<void> {
  refuseFuture(input, [['decidedOn']])
  // A decision that is entered late was made on its day: the gates had to be open then.
  const endOfDay = new Date(Date.parse(`${decidedOn}T23:59:59+08:00`)).toISOString()
  const made = Date.parse(endOfDay) < Date.parse(input.now) ? endOfDay : input.now
  const gates = await gatesOf({ ...input, now: made }, record)
  const shut = gates.filter(({ name, is }) => is === 'shut' && (!names || names.includes(name)))
  const lacking = whatIsShut(shut)
  if (lacking) throw new Refusal('not-now', lacking, { facts: lacking.facts })
}

/** The sentence that names the gates that are shut and what to do about each; undefined where none is. */
function whatIsShut(shut: readonly Gate[]) {
  if (shut.length === 0) return undefined
  return {
    zh: `还不能作出决定，缺少以下条件。${shut.map(({ words, why }) => `${words.zh}：${why.zh}`).join('')}`,
    en: `No decision yet: ${shut.map(({ words, why }) => `${words.en} – ${why.en}`).join(' ')}`,
    facts: { missing: shut.map(({ name }) => name) },
  }
}

/** What only opens with time and work. The other gates may have been open on the day of a decision that is entered later. */
const onlyOpening: readonly Gate['name'][] = [
  'officers',
  'notice',
  'defence',
  'hearing',
  'legal-review',
  'discussion',
  'evidence',
]

/**
 * Why no decision can be recorded now on whatever day it is said to have been made: what is missing still was missing on every day
 * before (行政处罚法 Arts. 42, 44, 57, 58).
 * @param names the gates that this sort of decision waits for; all unless said
 */
export async function stillShut(
  tx: Tx,
  { matter, leg, now }: WhereItStands,
  names: readonly Gate['name'][] = onlyOpening,
): Promise<ClosedBecause | undefined> {
  const record = await recordOf(tx, matter.id, leg.done)
  const gates = await gatesOf({ tx, matter: { ...matter, clocks: [] }, now }, record)
  return whatIsShut(
    gates.filter(({ name, is }) => is === 'shut' && names.includes(name) && onlyOpening.includes(name)),
  )
}

/** A penalty may not take the place of a criminal transfer (行政处罚法 Arts 8, 27, 57). */
const refuseCrime = async (
  { tx }: EffectInput,
  record: CaseRecord,
  penalties: readonly string[],
): Promise<void> => refusePenaltyWithPolice(tx, { caseNumbers: numbersOf(record), penalties })

const numbersOf = ({ filed }: CaseRecord): readonly string[] => (filed ? [filed.caseNumber] : [])

/** A fine for an overloaded or oversized vehicle has a most, whatever the discretion. */
function refuseAboveMost(input: EffectInput): void {
  const { about } = contentOf(input)
  if (about.behaviour !== 'overload' && about.behaviour !== 'oversize') return
  refuseFaults(overloadFineFaults(input.body.fineYuan, about.discoveredAt))
}

/** No heavier penalty because the party defended itself (行政处罚法 Art. 45): what goes beyond the notice needs a new one. */
function refuseHeavier(decision: Decision, notice: Notice | undefined): void {
  if (!notice) return
  const added = decision.penalties.filter((penalty) => !notice.penalties.includes(penalty))
  const isMore =
    added.length > 0 ||
    (decision.fineYuan ?? 0) > (notice.fineYuan ?? 0) ||
    (decision.confiscatedYuan ?? 0) > (notice.confiscatedYuan ?? 0)
  if (!isMore) return
  throw invalidInput([
    {
      path: ['penalties'],
      message: {
        zh: '重于通知书告知的处罚。不得因当事人申辩加重；确有新的事实的，请重新调查并重新告知。',
        en: 'Heavier than what the party was told. Defence must not make it worse; with new facts, investigate and notify again.',
      },
    },
  ])
}

/** What may be decided on the spot (行政处罚法 Art. 51): a warning, or a small fine. */
async function decideOnSpot(input: EffectInput): Promise<void> {
  const decision = input.body as OnTheSpot
  const { party } = contentOf(input)
  const record = await recordOf(input.tx, input.matter.id, input.leg.done)
  await refuseShutGates(input, record, decision.decidedOn, [
    'officers',
    'evidence',
    'jurisdiction',
    'deadline',
  ])
  await refuseCrime(input, record, decision.penalties)
  const most = await amountFor(input.tx, {
    ruleId: party.kind === 'person' ? 'SPOT_FINE_PERSON' : 'SPOT_FINE_ORGANISATION',
    agencyId: input.matter.lead_id,
    on: `${decision.decidedOn}T00:00:00+08:00`,
  })
  const isSmall =
    decision.penalties.every((penalty) => penalty === 'warning' || penalty === 'fine') &&
    (decision.fineYuan ?? 0) <= most.value &&
    (decision.confiscatedYuan ?? 0) === 0
  if (isSmall) return
  throw invalidInput([
    {
      path: [(decision.fineYuan ?? 0) > most.value ? 'fineYuan' : 'penalties'],
      message: {
        zh: `当场只能作出警告，或对${party.kind === 'person' ? '公民' : '单位'}处 ${wordsOfAmount(most).zh}以下罚款（${most.basis.zh}）。请按普通程序办理。`,
        en: `On the spot only a warning or a fine of up to ${wordsOfAmount(most).en} is possible (${most.basis.en}). Use the ordinary procedure.`,
      },
    },
  ])
}

/**
 * A first violation is the first in all regions (行政处罚法 Art. 33). The law does not say how far one looks back, so an earlier one of the
 * same behaviour needs a reason and is no bar.
 */
async function refuseNotFirst(input: EffectInput): Promise<void> {
  const { outcome, firstBecause } = input.body as { outcome: string; firstBecause?: string }
  if (outcome !== 'no-penalty-first' || firstBecause !== undefined) return
  const [latest, ...others] = await earlierViolations(input)
  if (!latest) return
  const { agency, caseNumber, filedOn } = latest
  const more =
    others.length > 0 ? { zh: `等 ${others.length + 1} 件`, en: ` and ${others.length} more` } : undefined
  throw invalidInput([
    {
      path: ['firstBecause'],
      message: {
        zh: `不是首次：${agency.name}已于 ${filedOn} 立案（${caseNumber}）${more?.zh ?? ''}，为同类违法行为。仍按首次违法处理的，请写明理由。`,
        en: `Not the first: ${agency.nameEn} filed ${caseNumber} on ${filedOn}${more?.en ?? ''}, the same behaviour. Say why it counts as the first all the same.`,
      },
    },
  ])
}

/** The court is asked only when the time after the demand is over (行政强制法 Art. 54). */
async function refuseEarlyCourt(input: EffectInput): Promise<void> {
  refuseFuture(input, [['appliedOn']])
  const { demand } = await recordOf(input.tx, input.matter.id, input.leg.done)
  if (!demand) return
  const rule = await ruleFor(input.tx, { ruleId: 'DEMAND_BEFORE_COURT', on: demand.servedAt })
  const calendar = await calendarFor(input.tx)
  const last = chinaDayOf(
    deadlineOf({ rule, from: demand.servedAt, pauses: [], extended: false, calendar }).dueAt,
  )
  if (String(input.body.appliedOn) > last) return
  throw invalidInput([
    {
      path: ['appliedOn'],
      message: {
        zh: `催告书送达满 ${wordsOfSpan(rule).zh}（${last}）仍未履行的，次日起才能申请。`,
        en: `Only when the party has not paid ${wordsOfSpan(rule).en} after the demand, that is after ${last}.`,
      },
    },
  ])
}
