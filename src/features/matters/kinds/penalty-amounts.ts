import type { z } from 'zod'
import { saying } from './form-fields.ts'

/** What was or is to be imposed, in yuan where it is an amount. */
type Imposed = {
  readonly penalties: readonly string[]
  readonly fineYuan?: number | undefined
  readonly confiscatedYuan?: number | undefined
}

/**
 * A group of penalties whose amounts belong to what is chosen: a fine says how much, and no amount is given for what is not imposed.
 * Gains may be confiscated without an amount, where they are still being counted.
 */
export function withFittingAmounts<S extends z.ZodType<Imposed>>(group: S): S {
  return group
    .refine(({ penalties, fineYuan = 0 }) => penalties.includes('fine') === fineYuan > 0, {
      path: ['fineYuan'],
      ...saying(
        '选择“罚款”时请填写金额，未选择时请留空。',
        'Give the amount when a fine is imposed, and only then.',
      ),
    })
    .refine(
      ({ penalties, confiscatedYuan = 0 }) => confiscatedYuan === 0 || penalties.includes('confiscate-gains'),
      {
        path: ['confiscatedYuan'],
        ...saying(
          '没有选择“没收违法所得”。没收的，请在处罚种类中选择；没有没收的，请留空。',
          'Confiscating gains is not chosen: choose it among the penalties, or give no amount.',
        ),
      },
    )
}
