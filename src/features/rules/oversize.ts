import { chinaDayOf, type Instant } from '../../kernel/day.ts'
import { excessOf } from '../../kernel/excess.ts'
import { type SizeRule, type SizeStep, type Sizes, sizeRules } from './size-rules.ts'

/** The sides that were measured, in metres; what was not measured is missing. */
export type Measured = { readonly [Side in keyof Sizes]?: number | undefined }

/** A side beyond its limit, in metres to the centimetre. */
export type OversizeSide = {
  readonly side: keyof Sizes
  readonly found: number
  readonly limit: number
  readonly over: number
}

/** How far a vehicle with its load goes beyond the sizes of a road, and the step of the scale that leads to. */
export type Oversize = {
  readonly rule: SizeRule
  readonly sides: readonly OversizeSide[]
  readonly step: SizeStep
}

const sides = ['lengthM', 'widthM', 'heightM'] as const satisfies readonly (keyof Sizes)[]

/**
 * What the measured sides 外廓尺寸 lead to, by the version in force when the act was committed. Undefined where no side is beyond its
 * limit, or no version was in force. Pure.
 */
export function oversizeOf(measured: Measured, on: Instant): Oversize | undefined {
  const day = chinaDayOf(on)
  const rule = sizeRules.find(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo),
  )
  const over = rule ? sidesBeyond(measured, rule.limits) : []
  const step = rule?.steps.find(({ within }) => !within || sidesBeyond(measured, within).length === 0)
  return rule && step && over.length > 0 ? { rule, sides: over, step } : undefined
}

/** Whether a side is beyond the limits of any version: what a form can ask that does not know the day of the act. */
export const isOversize = (measured: Measured): boolean =>
  sizeRules.some(({ limits }) => sidesBeyond(measured, limits).length > 0)

function sidesBeyond(measured: Measured, limits: Sizes): OversizeSide[] {
  return sides.flatMap((side) => {
    const [found, limit] = [measured[side], limits[side]]
    const excess = found === undefined ? undefined : excessOf({ found, limit })
    return found !== undefined && excess
      ? [{ side, found, limit, over: Math.round(excess.over * 100) / 100 }]
      : []
  })
}
