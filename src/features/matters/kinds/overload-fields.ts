import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { isOversize } from '../../rules/rules.ts'
import { kilograms, metres, saying, station } from './form-fields.ts'

/** What was measured of the vehicle with its load 外廓尺寸; only what was measured. */
export const sizes = {
  lengthM: metres().optional(),
  widthM: metres().optional(),
  heightM: metres().optional(),
}

/** An overload 超限, by weight or by size. How far it goes beyond the limit is computed (`excessOf`, `oversizeOf`), never typed. */
export const Overload = z
  .strictObject({
    axles: z.int().min(2).max(30),
    totalKg: kilograms(),
    limitKg: kilograms(),
    ...sizes,
    station: station(100).optional(),
    checkNumber: text(64).optional(),
  })
  .refine((it) => it.totalKg > it.limitKg || isOversize(it), {
    path: ['totalKg'],
    ...saying(
      '车货总质量没有超过限值，填写的尺寸也没有超过限值，不构成超限。请核对数字。',
      'Neither the weight nor a size given is beyond its limit, so this is no overload. Check the figures.',
    ),
  })
export type Overload = z.infer<typeof Overload>

/** What was weighed and measured, as a notice to the licensing region says it. */
export function measuredOf({ station: _, checkNumber: __, ...measured }: Overload) {
  return measured
}
