import type { Day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Confidence } from './deadline-rule.ts'

/** The sides of a vehicle with its load 车货总长、总宽、总高, in metres. */
export type Sizes = { readonly lengthM: number; readonly widthM: number; readonly heightM: number }

/** A step of the scale: the range it leaves to discretion, in yuan. */
export type SizeStep = {
  /** No side is longer than this; the last step has no end. */
  readonly within?: Sizes
  readonly fromYuan: number
  readonly upToYuan: number
}

/** From which size a vehicle with its load is over the limit 超限, and what range each step leaves to discretion, in one version. */
export type SizeRule = {
  readonly id: string
  readonly limits: Sizes
  readonly limitsBasis: Words
  /** What is not treated as over the limit, and where that was read. */
  readonly exceptions: Words
  /** The smallest step first. */
  readonly steps: readonly SizeStep[]
  /** Sums for several items are added up to this, in yuan. */
  readonly mostYuan: number
  /** Article of law. */
  readonly basis: Words
  readonly confidence: Confidence
  /** Where the numbers were read. */
  readonly source: Words
  /** First and last day on which an act was measured by it. */
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
}

const words = (zh: string, en: string): Words => ({ zh, en })

/**
 * Every version the system knows; a corrected number is a new one beside the old. No amount is worked out: within its range the agency
 * decides. Limits of single kinds of vehicles (GB 1589) were read in no source that could be trusted, so they are named, not counted.
 */
export const sizeRules: readonly SizeRule[] = [
  {
    id: 'OVERLOAD_SIZE_FINE',
    limits: { lengthM: 18.1, widthM: 2.55, heightM: 4 },
    limitsBasis: words(
      '超限运输车辆行驶公路管理规定第三条',
      'Rules on overloaded vehicles (MOT order 62 of 2016), art. 3',
    ),
    exceptions: words(
      '符合 GB 1589 的冷藏车、汽车列车、安装空气悬架的车辆和专用作业车，不认定为超限（第三条第二款；仅一处来源）；持大件运输许可的，以许可的尺寸为准',
      'refrigerated trucks, combinations, vehicles with air suspension and special-operation vehicles that conform to GB 1589 are not over the limit (art. 3, para. 2; one source only); with a permit, its sizes count',
    ),
    steps: [
      { within: { heightM: 4.2, widthM: 3, lengthM: 20 }, fromYuan: 0, upToYuan: 200 },
      { within: { heightM: 4.5, widthM: 3.75, lengthM: 28 }, fromYuan: 200, upToYuan: 1_000 },
      { fromYuan: 1_000, upToYuan: 3_000 },
    ],
    mostYuan: 30_000,
    basis: words(
      '超限运输车辆行驶公路管理规定第四十三条',
      'Rules on overloaded vehicles (MOT order 62 of 2016), art. 43',
    ),
    confidence: '2x',
    source: words('两处来源一致，未核对原文', 'two sources agree; the text itself is still to be checked'),
    effectiveFrom: '2016-09-21',
    effectiveTo: null,
  },
]
