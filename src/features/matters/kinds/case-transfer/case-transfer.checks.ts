import { sql } from 'kysely'
import { invalidInput, refuseFaults } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { type Fault, Refusal } from '../../../../kernel/refusal.ts'
import type { Tx } from '../../../../platform/database.ts'
import { agenciesByIds, commonSuperior } from '../../../agencies/agencies.ts'
import type { EffectInput } from '../../kind.ts'
import { refusePenaltyWithPolice, withPolice } from '../criminal-transfer/penalty-lock.ts'
import { designationFaults } from '../designation.ts'
import { futureFaults, refuseFuture } from '../future-faults.ts'
import { refuseUntimelyReceipt } from '../hand-over-receipt.ts'
import { lastSaid } from '../last-said.ts'
import { outOfOrder } from '../out-of-order.ts'
import { overloadFineFaults } from '../overload-fine.ts'
import { type LastingMeasure, overlongMeasures } from '../overlong-measures.ts'
import { caseNumberKey } from './case-number-key.ts'
import type { MeasureKind, Submission } from './case-transfer.contract.ts'

/**
 * What the forms of a case transfer cannot see. Each check refuses before anything is written, and says what to do
 * instead.
 */
export const caseTransferChecks = {
  submit: async (input: EffectInput) => {
    const content = input.body as Submission
    const { measures = [] } = content
    const happened = [['case', 'discoveredAt'], ...measures.map((_, index) => ['measures', index, 'from'])]
    refuseFaults([
      ...(await closedAgencies(input.tx, content.to)),
      ...futureFaults(content, happened, input.now),
      ...(await overlongMeasures(input, limitedMeasures(measures))),
    ])
    await refuseSecondTransfer(input, content.case.number)
    await refuseHandedOver(input.tx, content.case.number)
    await refuseAgainstJurisdiction(input, content)
    await refuseWithPolice(input, content.case.number)
  },
  object: async ({ body, leg }: EffectInput) => refuseUnaskedDocuments(body, leg.done),
  insist: async ({ tx, leg }: EffectInput) => refuseWithoutSuperior(tx, leg.asker_id, leg.answerer_id),
  supply: async (input: EffectInput) => refuseUnanswered(await gapsOf(input), input.body),
  handOver: async (input: EffectInput) => refuseFuture(input, [['at']]),
  confirmHandOver: refuseUntimelyReceipt,
  tellParty: async (input: EffectInput) => refuseFuture(input, [['at']]),
  file: async (input: EffectInput) => refuseFuture(input, [['filedAt']]),
  decide: async (input: EffectInput) => {
    const { filedAt } = await lastSaid<{ filedAt: string }>(input, ['file'])
    refuseFaults([
      ...futureFaults(input.body, [['decidedOn']], input.now),
      ...outOfOrder(['decidedOn'], input.body.decidedOn as string, [
        { words: { zh: '立案', en: 'the case was filed' }, at: filedAt },
      ]),
      ...fineOfOverload(input),
    ])
    await refuseLockedPenalty(input)
  },
  designateAnswerer: async (input: EffectInput) => refuseFaults(designationFaults(input)),
  designateAsker: async (input: EffectInput) => refuseFaults(designationFaults(input)),
  confirmResult: async ({ matter, leg }: EffectInput) => refuseUnhandedObjects(matter.content, leg.done),
} as const

/** Where the region of registration decides, the act is an overload that was recorded (超限运输车辆行驶公路管理规定 Art. 50). */
function fineOfOverload({ matter, body }: EffectInput): readonly Fault[] {
  const { ground, case: found } = matter.content as Submission
  return ground.trigger === 'registration-place' ? overloadFineFaults(body.fineYuan, found.discoveredAt) : []
}

/** Addressees that take no more matters, such as one dissolved by a reform. */
async function closedAgencies(tx: Tx, to: readonly AgencyId[]): Promise<readonly Fault[]> {
  const known = await agenciesByIds(tx, to)
  const closed = [...known.values()].filter(({ active }) => !active)
  if (closed.length === 0) return []
  const names = closed.map(({ name }) => name).join('、')
  return [
    {
      path: ['to'],
      message: {
        zh: `${names}已撤销，不再接收事项。请在机构目录中查看承接其职责的机构。`,
        en: `${closed.map(({ nameEn }) => nameEn).join(', ')} has been closed; look up its successor in the directory.`,
      },
    },
  ]
}

/** How long a measure lasts at most, for those the law sets a limit to. */
const limits: Readonly<Partial<Record<MeasureKind, LastingMeasure['ruleId']>>> = {
  seal: 'SEIZE',
  seize: 'SEIZE',
  'register-save': 'EVID_REG_SAVE',
}

const limitedMeasures = (measures: NonNullable<Submission['measures']>): readonly LastingMeasure[] =>
  measures.flatMap(({ kind, from, until }, index) => {
    const ruleId = limits[kind]
    return ruleId ? [{ ruleId, from, until, path: ['measures', index, 'until'] }] : []
  })

/**
 * Refuses to pass on a case one took over (no second onward transfer): by a link to that transfer, or by the case number
 * it came with or was filed under here. Whoever accepted leads that matter without having opened it.
 */
async function refuseSecondTransfer({ tx, matter }: EffectInput, caseNumber: string) {
  const { rows } = await sql<{ number: string | null }>`
    select taken_over_in(${caseNumberKey(caseNumber)}, ${matter.id}) as number`.execute(tx)
  const number = rows[0]?.number
  if (!number) return
  throw new Refusal(
    'not-now',
    {
      zh: `本案由贵单位在 ${number} 中接收，不得再次移送。如认为不属本单位管辖，请报请双方共同的上级指定管辖（行政处罚法第二十五条）。`,
      en: `Your agency took this case over in ${number}; it cannot be passed on again. If you hold that it is not yours, ask the common superior to designate (Art. 25, Administrative Penalty Law).`,
    },
    { facts: { received: number } },
  )
}

/** Refuses to send a case elsewhere that another agency has taken over and dealt with (P5). */
async function refuseHandedOver(tx: Tx, caseNumber: string) {
  const { rows } = await sql<{ number: string | null }>`
    select handed_over_in(${caseNumberKey(caseNumber)}) as number`.execute(tx)
  const number = rows[0]?.number
  if (!number) return
  throw new Refusal(
    'not-now',
    {
      zh: `本案已在 ${number} 中移送并由对方主办，不得再移送其他单位。如有新情况，请在该事项中关联或留言，由主办单位处理。`,
      en: `This case was handed over in ${number} and the other agency leads it; it cannot go to a third. Tell the leading agency there what is new.`,
    },
    { facts: { handedOver: number } },
  )
}

/**
 * Refuses to send a case anywhere but to the agency that has jurisdiction over it since a dispute was settled (P5): whoever was
 * designated keeps it, and whoever was not sends it nowhere else.
 */
async function refuseAgainstJurisdiction({ tx }: EffectInput, { to, case: { number: own } }: Submission) {
  const { rows } = await sql<{ number: string; agency_id: AgencyId | null }>`
    select number, agency_id from jurisdiction_settled_in(${caseNumberKey(own)})`.execute(tx)
  const [settled] = rows
  if (!settled?.agency_id || to.every((id) => id === settled.agency_id)) return
  const competent = (await agenciesByIds(tx, [settled.agency_id])).get(settled.agency_id)
  throw new Refusal(
    'not-now',
    {
      zh: `本案的管辖已在 ${settled.number} 中确定，由${competent?.name ?? ''}管辖，不得移送其他机关。情况有变化的，请报请原指定的上级另行决定。`,
      en: `Jurisdiction over this case was settled in ${settled.number}: it is with ${competent?.nameEn ?? ''} and goes nowhere else. If things have changed, ask the superior to decide anew.`,
    },
    { facts: { settledIn: settled.number } },
  )
}

/** Refuses to send elsewhere what is with the police: who has reported a crime waits for what becomes of it. */
async function refuseWithPolice({ tx }: EffectInput, caseNumber: string): Promise<void> {
  const held = await withPolice(tx, [caseNumber])
  if (!held) return
  throw new Refusal(
    'not-now',
    {
      zh: `本案已作为涉嫌犯罪案件移送公安机关（${held.number}），不得再移送其他机关。公安机关不予立案或退回后，方可移送。`,
      en: `This case is with the police as a suspected crime (${held.number}) and goes nowhere else until they decline it or give it back.`,
    },
    { facts: { withPolice: held.number } },
  )
}

/** Refuses a penalty while the case is with the police, under the number it came with or the one it was filed under. */
async function refuseLockedPenalty({ tx, body, matter, leg }: EffectInput): Promise<void> {
  if (body.outcome !== 'penalty') return
  const filed = await tx
    .selectFrom('event')
    .select(sql<string>`body #>> '{form,caseNumber}'`.as('number'))
    .where('matter_id', '=', matter.id)
    .where('type', '=', 'file')
    .executeTakeFirst()
  const caseNumbers = [(matter.content as Submission).case.number, ...(filed ? [filed.number] : [])]
  const penalties = body.penalties as readonly string[]
  await refusePenaltyWithPolice(tx, { caseNumbers, penalties, others: [leg.asker_id] })
}

/** Refuses "documents are missing" as an objection before the sender was asked for them. */
export function refuseUnaskedDocuments(
  body: Readonly<Record<string, unknown>>,
  done: Readonly<Record<string, string>>,
): void {
  if (body.reason !== 'MissingDocument' || 'requestSupplement' in done) return
  throw invalidInput([
    {
      path: ['reason'],
      message: {
        zh: '材料不全的，请先一次性告知全部缺项，要求补正；补正后仍不全的，才能以此提出异议。',
        en: 'Ask for a supplement first, naming all gaps at once; only if it still falls short is this a ground to object.',
      },
    },
  ])
}

/** Refuses to insist where nobody could designate: with a partner department there is no common superior. */
async function refuseWithoutSuperior(tx: Tx, asker: string, answerer: string | null): Promise<void> {
  if (!answerer) return
  const { superior, why } = await commonSuperior(tx, asker as AgencyId, answerer as AgencyId)
  if (superior) return
  throw new Refusal('not-now', {
    zh: `${why.zh}因此不能进入指定管辖程序：请同意异议收回案件，另行移送有管辖权的机关；或报请双方共同的人民政府协调。`,
    en: `${why.en} Nobody can designate here: concede and transfer the case to the competent organ, or ask the government above both to coordinate.`,
  })
}

type Gap = { readonly item: string; readonly what: string }

/** What the receiver asked for, from the record. */
export async function gapsOf({ tx, matter, leg }: EffectInput): Promise<readonly Gap[]> {
  const { rows } = await sql<{ gaps: readonly Gap[] }>`
    select body #> '{form,gaps}' as gaps from event
    where matter_id = ${matter.id} and leg = ${leg.no} and type = 'requestSupplement'
    order by seq desc limit 1`.execute(tx)
  return rows[0]?.gaps ?? []
}

/** Refuses a supplement that leaves gaps unanswered, naming them all. */
export function refuseUnanswered(gaps: readonly Gap[], body: Readonly<Record<string, unknown>>): void {
  const answered = new Set((body.answers as readonly { readonly item: string }[]).map(({ item }) => item))
  const faults = gaps
    .filter(({ item }) => !answered.has(item))
    .map(({ what }) => ({
      path: ['answers'],
      message: {
        zh: `还没有答复这一缺项：${what}`,
        en: `This gap is still unanswered: ${what}`,
      },
    }))
  if (faults.length > 0) throw invalidInput(faults)
}

/** Refuses to close while objects of the case are on the way; where nothing was filed, they stay with the sender. */
export function refuseUnhandedObjects(
  content: Readonly<Record<string, unknown>>,
  done: Readonly<Record<string, string>>,
): void {
  const objects = content.objects
  if (!Array.isArray(objects) || objects.length === 0) return
  if ('declineToFile' in done || 'confirmHandOver' in done) return
  throw new Refusal(
    'not-now',
    'handOver' in done
      ? {
          zh: '涉案物品已移交，但对方尚未确认收到。请先请对方确认。',
          en: 'The objects were handed over, but the receiver has not confirmed them. Ask it to confirm first.',
        }
      : {
          zh: '涉案物品尚未移交。请先办理物品移交，并由对方确认收到。',
          en: 'The objects have not been handed over. Hand them over and have the receiver confirm first.',
        },
  )
}
