import { invalidInput, refuseFaults } from '../../../../kernel/faults.ts'
import type { AgencyId } from '../../../../kernel/ids.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import type { Words } from '../../../../kernel/words.ts'
import type { Tx } from '../../../../platform/database.ts'
import { policeOfSameLevel } from '../../../agencies/agencies.ts'
import type { EffectInput, Finding, SuggestedAddressee } from '../../kind.ts'
import { futureFaults, refuseFuture } from '../future-faults.ts'
import { lastSaid } from '../last-said.ts'
import { type Former, outOfOrder } from '../out-of-order.ts'
import type { Report } from './criminal-transfer.contract.ts'

/** What the forms cannot see. */
export const criminalTransferChecks = {
  report: async (input: EffectInput) => {
    const { earlierPenalties = [] } = input.body as Report
    refuseFuture(input, [
      ['case', 'discoveredAt'],
      ...earlierPenalties.map((_, index) => ['earlierPenalties', index, 'decidedOn']),
    ])
  },
  file: async (input: EffectInput) => refuseMisdated(input, 'decidedOn', discovery(input)),
  declineToFile: async (input: EffectInput) => refuseMisdated(input, 'decidedOn', discovery(input)),
  requestReconsideration: async (input: EffectInput) => refuseLateRequest(input),
  uphold: async (input: EffectInput) =>
    refuseMisdated(input, 'decidedOn', await decided(input, 'declineToFile', notFiling)),
  handOver: async (input: EffectInput) => refuseMisdated(input, 'at', await decided(input, 'file', filing)),
} as const

const notFiling: Words = { zh: '公安机关决定不予立案', en: 'the police decided not to file' }
const filing: Words = { zh: '公安机关决定立案', en: 'the police filed it' }

/** The case came to light before anybody could decide on it. */
const discovery = ({ matter }: EffectInput): Former => ({
  words: { zh: '案件发现', en: 'the case was discovered' },
  at: (matter.content as Report).case.discoveredAt,
})

/** The day the police gave with an action that was taken before. */
async function decided(input: EffectInput, action: string, words: Words): Promise<Former> {
  const { decidedOn } = await lastSaid<{ decidedOn: string }>(input, [action])
  return { words, at: decidedOn }
}

/** Refuses a date that lies ahead, or before what it follows from. */
async function refuseMisdated(input: EffectInput, field: string, former: Former): Promise<void> {
  const written = input.body[field] as string
  refuseFaults([...futureFaults(input.body, [[field]], input.now), ...outOfOrder([field], written, [former])])
}

/** Tells how long police who are not competent took to pass the case on; they have 24 hours (order 310 Art. 7). */
export async function findForwarding({ tx, matter, now }: EffectInput): Promise<readonly Finding[]> {
  const signed = await tx
    .selectFrom('event')
    .select('at')
    .where('matter_id', '=', matter.id)
    .where('type', 'in', ['sign', 'signNotCompetent'])
    .executeTakeFirst()
  if (!signed) return []
  const hours = (Date.parse(now) - new Date(signed.at).getTime()) / 3_600_000
  const value = Math.ceil(hours)
  return [
    hours <= 24
      ? {
          name: 'hoursSinceReceipt',
          value,
          zh: `签收后 ${value} 小时内转送，未超过 24 小时（移送规定第七条）。`,
          en: `Passed on within ${value} hours of receipt, inside the 24 hours (order 310, Art. 7).`,
        }
      : {
          name: 'hoursSinceReceipt',
          value,
          zh: `签收后约 ${value} 小时转送，超过了 24 小时（移送规定第七条）。`,
          en: `Passed on some ${value} hours after receipt, later than the 24 hours (order 310, Art. 7).`,
        },
  ]
}

/** The police of one's own level and place are the only ones a suspected crime goes to (order 310 Art. 5); refused with who they are. */
export async function refuseOtherPolice({
  tx,
  askerId,
  to,
}: {
  readonly tx: Tx
  readonly askerId: AgencyId
  readonly to: readonly AgencyId[]
}): Promise<void> {
  const police = await policeOfSameLevel(tx, askerId)
  if (to.every((chosen) => police.some(({ id }) => id === chosen))) return
  throw invalidInput([
    {
      path: ['to'],
      message:
        police.length > 0
          ? {
              zh: `涉嫌犯罪案件移送同级公安机关。请选择：${police.map(({ name }) => name).join('、')}。`,
              en: `A suspected crime goes to the police of the same level. Choose ${police.map(({ nameEn }) => nameEn).join(', ')}.`,
            }
          : noPolice,
    },
  ])
}

/** Which police a suspected crime goes to; the officer chooses where there are several. */
export async function suggestPolice({
  tx,
  askerId,
}: {
  readonly tx: Tx
  readonly askerId: string
}): Promise<SuggestedAddressee> {
  const police = await policeOfSameLevel(tx, askerId as AgencyId)
  const [only] = police
  if (!only) return { agency: null, isDoubtful: true, words: noPolice }
  return {
    agency: police.length === 1 ? only : null,
    isDoubtful: false,
    words: {
      zh: `本单位的同级公安机关：${police.map(({ name }) => name).join('、')}（移送规定第五条）。`,
      en: `Police of your agency’s level: ${police.map(({ nameEn }) => nameEn).join(', ')} (order 310, Art. 5).`,
    },
  }
}

const noPolice: Words = {
  zh: '涉嫌犯罪案件移送同级公安机关，机构目录中还没有贵单位的同级公安机关。请联系系统管理员添加，紧急的先书面移送。',
  en: 'A suspected crime goes to the police of the same level, and the directory has none for your agency yet. Ask the system administrator to add it; if it is urgent, transfer on paper first.',
}

/** Three days, no more; supervision by the procuratorate stays open. */
async function refuseLateRequest({ matter, leg, now }: EffectInput): Promise<void> {
  const clock = matter.clocks.find(({ name, leg_no }) => name === 'objection' && leg_no === leg.no)
  if (!clock || Date.parse(now) <= Date.parse(clock.due_at)) return
  throw new Refusal('not-now', {
    zh: '提请复议的期限（自接到不予立案通知书之日起三日）已过。可以建议人民检察院依法进行立案监督，或依法作行政处理。',
    en: 'The three days for asking the police to reconsider are over. Suggest supervision by the procuratorate, or deal with the case administratively.',
  })
}
