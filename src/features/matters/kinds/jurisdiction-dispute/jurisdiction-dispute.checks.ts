import { sql } from 'kysely'
import { invalidInput, refuseFaults, refuseTogether } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { type Fault, Refusal } from '../../../../kernel/refusal.ts'
import { agenciesByIds, commonSuperior, getAgency, isWithin } from '../../../agencies/agencies.ts'
import type { EffectInput, Statement } from '../../kind.ts'
import { statementsOf } from '../../statements.ts'
import { caseNumberKey } from '../case-transfer/case-number-key.ts'
import { designationFaults } from '../designation.ts'
import { futureFaults } from '../future-faults.ts'
import { lastSaid } from '../last-said.ts'
import { agreementOrderFaults, filingOrderFaults, handOverOrderFaults } from './dispute-order.ts'
import { firstToFile, momentWords } from './first-to-file.ts'
import {
  type Agreement,
  jurisdictionDisputeForms,
  type Position,
  type Raise,
} from './jurisdiction-dispute.contract.ts'

/** What the forms of a dispute cannot see. */
export const jurisdictionDisputeChecks = {
  raise: async (input: EffectInput) => {
    const raised = input.body as Raise
    const faults = [
      ...futureFaults(raised, [['dispute', 'occurredAt']], input.now),
      ...(await filingFaults(input, undefined)),
      ...ownAgreementFaults(raised),
      ...(await superiorFaults(input, raised.to[0])),
    ]
    if (faults.length > 0) throw invalidInput(faults)
  },
  takePosition: async (input: EffectInput) => refuseOtherFiling(input),
  revisePosition: async (input: EffectInput) => refuseOtherFiling(input),
  settleOnAsker: async (input: EffectInput) => refuseUnagreed(input, 'asker'),
  settleOnAnswerer: async (input: EffectInput) => refuseUnagreed(input, 'answerer'),
  designateAsker: async (input: EffectInput) => refuseFaults(designationFaults(input)),
  designateAnswerer: async (input: EffectInput) => refuseFaults(designationFaults(input)),
  designateOther: async (input: EffectInput) =>
    refuseTogether(
      () => refuseFaults(designationFaults(input)),
      () => refuseOutsideOwnTree(input),
    ),
  reportTransfer: refuseOtherTransfer,
  handOver: async (input: EffectInput) =>
    refuseFaults([
      ...futureFaults(input.body, [['stoppedAt'], ['notice', 'at']], input.now),
      ...(await handOverOrderFaults(input)),
    ]),
} as const

/** A position that contradicts the sort of dispute: who claims a case does not say that the other side has it. */
function ownAgreementFaults({ dispute, position }: Raise): readonly Fault[] {
  if ((dispute.conflict === 'both-claim') === (position.competent === 'asker')) return []
  return [
    {
      path: ['position', 'competent'],
      message: {
        zh: '与所选的争议类型不符：都主张管辖的，本机关应主张由自己管辖；都不管辖的，应主张由对方管辖。',
        en: 'This does not fit the sort of dispute: where both claim the case, say it is yours; where both decline it, the other side’s.',
      },
    },
  ]
}

/** An addressee with which nobody could ever decide: with another line of government there is no common superior. */
async function superiorFaults(
  { tx, actorAgencyId }: EffectInput,
  to: AgencyId | undefined,
): Promise<readonly Fault[]> {
  // An agency that is not in the directory is refused with the other faults of the addressees.
  if (!to || !(await agenciesByIds(tx, [to])).has(to)) return []
  const { superior, why } = await commonSuperior(tx, actorAgencyId as AgencyId, to)
  if (superior) return []
  return [
    {
      path: ['to'],
      message: {
        zh: `${why.zh}与其他系统的部门之间请使用案件移送或磋商。`,
        en: `${why.en} With departments of another line, use a case transfer or a consultation.`,
      },
    },
  ]
}

async function refuseOtherFiling(input: EffectInput): Promise<void> {
  const earlier = (await positionsOf(input)).find(({ agencyId }) => agencyId === input.actorAgencyId)
  const faults = await filingFaults(input, earlier?.value.filedAt)
  if (faults.length > 0) throw invalidInput(faults)
}

/**
 * What is wrong with the moment of filing, which decides who is first: it lies in the future or before the violation, differs from what one stated before, or
 * from the case one filed here under that number, whose moment the platform keeps.
 */
async function filingFaults(input: EffectInput, stated: unknown): Promise<readonly Fault[]> {
  const { filedAt, caseNumber } = input.body.position as Position
  const isFrom = (minute: string) => filedAt !== undefined && minuteOf(filedAt) === minuteOf(minute)
  if (typeof stated === 'string' && !isFrom(stated))
    return [
      {
        path: ['position', 'filedAt'],
        message: {
          zh: `立案时间已填写为 ${momentWords(stated).zh}，不能更改。确有错误的，请在理由中说明并附证明，由对方和上级认定。`,
          en: `The moment of filing was given as ${momentWords(stated).en} and cannot be changed. If it is wrong, say so in the reasons and attach proof.`,
        },
      },
    ]
  const recorded = caseNumber === undefined ? undefined : await filingOnRecord(input, caseNumber)
  if (recorded !== undefined && !isFrom(recorded))
    return [
      {
        path: ['position', 'filedAt'],
        message: {
          zh: `本机关该案号的立案登记为 ${momentWords(recorded).zh}，请按登记填写。`,
          en: `Your agency’s case of this number is on record as filed at ${momentWords(recorded).en}; state that.`,
        },
      },
    ]
  return [
    ...futureFaults(input.body, [['position', 'filedAt']], input.now),
    ...filingOrderFaults(input, filedAt),
  ]
}

/** When one's own agency filed a case of this number on the platform, if it did and the reader may see that case. */
async function filingOnRecord(
  { tx, actorAgencyId }: EffectInput,
  caseNumber: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('filed_act')
    .select('filed_at')
    .where('agency_id', '=', actorAgencyId)
    .where('case_number_key', '=', caseNumberKey(caseNumber))
    .executeTakeFirst()
  return row && new Date(row.filed_at).toISOString()
}

/** To the minute, as it is typed. */
const minuteOf = (instant: string): number => Math.floor(Date.parse(instant) / 60_000)

/**
 * Refuses to record an agreement the other side has not given, one that passes on a case taken over before, or one against the first
 * filing without a reason.
 */
async function refuseUnagreed(input: EffectInput, side: 'asker' | 'answerer'): Promise<void> {
  const positions = await positionsOf(input)
  const other = positions.find(({ agencyId }) => agencyId === input.leg.answerer_id)
  if (other?.value.competent !== side)
    throw new Refusal('not-now', {
      zh: '对方最后陈述的立场与此不一致。请先请对方修改立场；不能一致的，报请共同的上级指定。',
      en: 'The other side last said something else. Ask it to state its position anew or, failing agreement, refer the dispute.',
    })
  const { asker_id, answerer_id } = input.leg
  const agency = side === 'asker' ? asker_id : answerer_id
  await refuseSecondTransfer(input, side === 'asker' ? answerer_id : asker_id)
  refuseFaults([
    ...futureFaults(input.body, [['agreedOn']], input.now),
    ...agreementOrderFaults(input, positions),
    ...(await firstFilingFaults(input, positions, agency)),
  ])
}

/** What is missing where the two agree on an agency that was not the first to file: why. */
async function firstFilingFaults(
  { tx, body }: EffectInput,
  positions: readonly Statement[],
  agreed: string | null,
): Promise<readonly Fault[]> {
  const first = firstToFile(positions)
  if (!first || first.agencyId === agreed || (body as Agreement).againstFirstFiling) return []
  const { name, nameEn } = await getAgency(tx, first.agencyId as AgencyId)
  const at = momentWords(String(first.value.filedAt))
  return [
    {
      path: ['againstFirstFiling'],
      message: {
        zh: `最先立案的是${name}（${at.zh}），不是商定的机关，请写明理由（行政处罚法第二十五条）。`,
        en: `${nameEn} filed first, at ${at.en}, and is not the one agreed on; say why (Art. 25, Administrative Penalty Law).`,
      },
    },
  ]
}

/**
 * Refuses an agreement by which a case that was taken over in a transfer would be passed on: whoever accepted it has it until the
 * common superior says otherwise, whichever of the two raised the dispute.
 */
async function refuseSecondTransfer({ tx, matter }: EffectInput, giver: string | null): Promise<void> {
  const { rows } = await sql<{ number: string | null }>`
    select taken_over_before(${matter.id}, ${giver}) as number`.execute(tx)
  const number = rows[0]?.number
  if (!number) return
  throw new Refusal(
    'not-now',
    {
      zh: `本案是在 ${number} 中移送接收的，接收机关不得再行移送，也不能以协商的方式转出。请报请双方共同的上级指定管辖（行政处罚法第二十五条）。`,
      en: `This case was taken over in ${number} and cannot be passed on again, nor by agreement. Refer the dispute to the common superior (Art. 25, Administrative Penalty Law).`,
    },
    { facts: { received: number } },
  )
}

/** A superior designates among its own: never outside its tree, and not one of the two, for which there are other actions. */
async function refuseOutsideOwnTree({ tx, body, leg, actorAgencyId }: EffectInput): Promise<void> {
  const [chosen] = body.agency as readonly AgencyId[]
  const own = await getAgency(tx, actorAgencyId as AgencyId)
  const agency = chosen && (await agenciesByIds(tx, [chosen])).get(chosen)
  const isSide = chosen === leg.asker_id || chosen === leg.answerer_id
  if (agency?.active && !isSide && agency.kind !== 'office' && isWithin(agency.path, own.path)) return
  throw invalidInput([
    {
      path: ['agency'],
      message: {
        zh: '只能指定本机关所辖、在用的执法机构，且不能是争议双方之一（指定双方之一请用相应的动作）。',
        en: 'Choose an agency below yours that is not closed and neither of the two; for one of them there are actions of their own.',
      },
    },
  ])
}

/** Refuses the number of anything but a transfer one sent to the agency designated. */
async function refuseOtherTransfer(input: EffectInput): Promise<void> {
  const { transferNumber } = input.body as { transferNumber?: string }
  if (transferNumber === undefined) return
  const { agency } = await lastSaid<{ agency: readonly AgencyId[] }>(input, ['designateOther'])
  const { rows } = await sql`
    select from matter m join leg l on l.matter_id = m.id
    where m.number = ${transferNumber} and m.kind = 'case-transfer' and l.delivery = 'delivered'
      and l.asker_id = ${input.leg.asker_id} and l.answerer_id = any (${agency}::uuid[])`.execute(input.tx)
  if (rows.length > 0) return
  throw invalidInput([
    {
      path: ['transferNumber'],
      message: {
        zh: '没有查到向指定的机关发出的这件案件移送，请核对编号；没有在本系统移送的留空。',
        en: 'No transfer of this number was sent to the agency designated. Check it, or leave it empty where the case was transferred elsewhere.',
      },
    },
  ])
}

const positionsOf = ({ tx, matter }: EffectInput): Promise<readonly Statement[]> =>
  statementsOf(tx, comparing, matter)

/** All that reading the positions needs of the kind. */
const comparing = { statements: { field: 'position' }, forms: jurisdictionDisputeForms }
