import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Confidence } from './deadline-rule.ts'

/** What one step of a scale provides for. */
export type FineTier = {
  /** 裁量阶次. */
  readonly name: Words
  /** The step begins above this value and ends with `upTo`, itself included (“超过”, “以下”); without `upTo` it has no end. */
  readonly above: number
  readonly upTo?: number
  /** A warning, or an amount for each full step of so many units. */
  readonly penalty: 'warning' | { readonly yuan: number; readonly each: number }
}

/** A scale of fines 罚款幅度 that leads from a measured value to an amount, in one version. Amounts in yuan. */
export type FineRule = {
  readonly id: string
  readonly name: Words
  /** The unit of the value, as it is said. */
  readonly unit: Words
  readonly tiers: readonly FineTier[]
  /** No fine is higher. */
  readonly mostYuan: number
  /** Article of law. */
  readonly basis: Words
  readonly confidence: Confidence
  /** How what is left over below a full step counts, and how sure that is. */
  readonly remainder: Words & { readonly confidence: Confidence }
  /** Where the numbers were read. */
  readonly source: Words
  /** First and last day on which an act was measured by it. */
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
}

const words = (zh: string, en: string): Words => ({ zh, en })

/**
 * Every scale the system knows. A corrected number is a new version beside the old one, because the act is measured by the law of its
 * day. Scales that leave an amount to discretion within a range are not here: nothing could be worked out from them.
 */
export const fineRules: readonly FineRule[] = [
  {
    id: 'OVERLOAD_MASS_FINE',
    name: words('车货总质量超过限值', 'weight above the limit'),
    unit: words('千克', 'kg'),
    tiers: [
      {
        name: words('超限1000千克以下', 'up to 1,000 kg above'),
        above: 0,
        upTo: 1_000,
        penalty: 'warning',
      },
      {
        name: words('超限超过1000千克', 'more than 1,000 kg above'),
        above: 1_000,
        penalty: { yuan: 500, each: 1_000 },
      },
    ],
    mostYuan: 30_000,
    basis: words(
      '超限运输车辆行驶公路管理规定第四十三条',
      'Rules on overloaded vehicles (MOT order 62 of 2016), art. 43',
    ),
    confidence: '2x',
    remainder: {
      ...words('不足1000千克的部分不计', 'what is left below 1,000 kg does not count'),
      confidence: 'M',
    },
    source: words('两处来源一致，未核对原文', 'two sources agree; the text itself is still to be checked'),
    effectiveFrom: '2016-09-21',
    effectiveTo: null,
  },
]
