import { excessOf } from '../../../../kernel/excess.ts'
import type { EffectInput, Finding } from '../../kind.ts'
import type { Referral } from './partner-referral.contract.ts'

/** What follows from counting seats, people and fares on the spot. No rule leads from it to a fine, so none is suggested. */
export const partnerReferralFindings = {
  send: async ({ body }: EffectInput): Promise<readonly Finding[]> => {
    const { occupancy } = body as Referral
    return occupancy ? [...crowding(occupancy), ...takings(occupancy)] : []
  },
} as const

type Occupancy = NonNullable<Referral['occupancy']>

function crowding({ seats, aboard }: Occupancy): readonly Finding[] {
  const excess = excessOf({ found: aboard, limit: seats })
  if (!excess) return []
  const { over, percent } = excess
  return [
    {
      name: 'overcrowdedPercent',
      value: percent,
      zh: `超员 ${over} 人，超员率 ${percent}%（核载 ${seats} 人，实载 ${aboard} 人）。`,
      en: `${over} people too many, ${percent} % of the seats (${aboard} aboard on ${seats}).`,
    },
  ]
}

function takings({ payers, fareYuan }: Occupancy): readonly Finding[] {
  if (!payers || !fareYuan) return []
  // Cents are whole numbers; yuan with a fraction would add up wrongly.
  const yuan = (Math.round(fareYuan * 100) * payers) / 100
  return [
    {
      name: 'takingsYuan',
      value: yuan,
      zh: `收取票款 ${yuan} 元（${payers} 人，每人 ${fareYuan} 元），是否为违法所得以查证为准。`,
      en: `Fares of ${yuan} yuan (${payers} people, ${fareYuan} each); whether they are unlawful gains is for the case to establish.`,
    },
  ]
}
