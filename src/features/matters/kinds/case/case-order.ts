import { refuseFaults } from '../../../../kernel/faults.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { EffectInput } from '../../kind.ts'
import { outOfOrder } from '../out-of-order.ts'
import type { Registration } from './case.contract.ts'
import { type CaseRecord, recordOf } from './case-record.ts'

/** Something that happened in a case, and when the record or its registration says so. */
type Former = {
  readonly words: Words
  readonly when: (record: CaseRecord, registered: Registration) => string | undefined
}

const discovery: Former = {
  words: { zh: '发现违法行为', en: 'the violation was found' },
  when: (_, { about }) => about.discoveredAt,
}

const filing: Former = {
  words: { zh: '立案', en: 'the case was filed' },
  when: ({ filed }) => filed && (filed.filedAt ?? filed.at),
}
const notice: Former = {
  words: { zh: '通知书送达', en: 'the notice was served' },
  when: ({ notice }) => notice?.servedAt,
}
const hearingRequest: Former = {
  words: { zh: '当事人要求听证', en: 'the party asked for a hearing' },
  when: ({ hearingRequested }) => hearingRequested?.requestedAt,
}
const hearingCall: Former = {
  words: { zh: '通知举行听证', en: 'the hearing was called for' },
  when: ({ hearingCalled }) => hearingCalled?.hearingAt,
}
const hearing: Former = {
  words: { zh: '听证举行', en: 'the hearing was held' },
  when: ({ hearingHeld }) => hearingHeld?.heldAt,
}
const decision: Former = {
  words: { zh: '作出决定', en: 'the decision was made' },
  when: ({ decision }) => decision?.decidedOn,
}
const service: Former = {
  words: { zh: '决定书送达', en: 'the decision was served' },
  when: ({ service }) => service?.servedAt,
}
const execution: Former = {
  words: { zh: '执行', en: 'it was carried out' },
  when: ({ execution }) => execution?.at,
}

/** What the date of a step cannot lie before. */
const order: Readonly<Record<string, { readonly field: string; readonly after: readonly Former[] }>> = {
  registerEvidence: { field: 'takenAt', after: [discovery] },
  seize: { field: 'takenAt', after: [discovery] },
  seizeAtOnce: { field: 'takenAt', after: [discovery] },
  serveNotice: { field: 'servedAt', after: [filing] },
  recordDefence: { field: 'statedAt', after: [notice] },
  requestHearing: { field: 'requestedAt', after: [notice] },
  callHearing: { field: 'noticeServedAt', after: [hearingRequest] },
  holdHearing: { field: 'heldAt', after: [hearingCall] },
  discuss: { field: 'heldOn', after: [filing] },
  decide: { field: 'decidedOn', after: [filing, hearing] },
  decideWithoutPenalty: { field: 'decidedOn', after: [filing, hearing] },
  decideOnSpot: { field: 'decidedOn', after: [filing] },
  spareOnSpot: { field: 'decidedOn', after: [filing] },
  serve: { field: 'servedAt', after: [decision] },
  recordExecution: { field: 'at', after: [decision] },
  demand: { field: 'servedAt', after: [service] },
  close: { field: 'closedOn', after: [filing, decision, service, execution] },
}

type Checks = Readonly<Record<string, (input: EffectInput) => Promise<void>>>

/** The checks of a case, before each that its step is dated in order. */
export function inOrder(checks: Checks): Checks {
  const names = [...new Set([...Object.keys(order), ...Object.keys(checks)])]
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (input: EffectInput) => {
        await refuseOutOfOrder(name, input)
        await checks[name]?.(input)
      },
    ]),
  )
}

/**
 * Refuses a step that is dated before what it follows from: a notice served before the case was filed would let the party's time run
 * out before there is a case, a decision served before it was made its time to pay (行政处罚法 Arts. 44, 54, 61, 64).
 */
async function refuseOutOfOrder(action: string, { tx, matter, leg, body }: EffectInput): Promise<void> {
  const step = order[action]
  const written = step && body[step.field]
  if (!step || typeof written !== 'string') return
  const record = await recordOf(tx, matter.id, leg.done)
  const registered = matter.content as Registration
  const formers = step.after.map(({ words, when }) => ({ words, at: when(record, registered) }))
  refuseFaults(outOfOrder([step.field], written, formers))
}
