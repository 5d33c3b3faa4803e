import { excessOf } from '../../../kernel/excess.ts'
import { fineFor, type Measured, type Oversize, oversizeOf, type WorkedOutFine } from '../../rules/rules.ts'
import type { Finding } from '../kind.ts'

/** The two weights of a vehicle in kilograms and its sizes in metres, as far as known, and the moment it was found. */
type Weighed = Measured & {
  readonly totalKg?: number | undefined
  readonly limitKg?: number | undefined
  readonly at: string
}

/**
 * What follows from weighing and measuring a vehicle: how far it was over the limit 超限量、超限率, and where the case is still to be
 * decided, what the scale of the law leads to. Nothing within the limits.
 */
export function overloadFindings(
  weighed: Weighed,
  { isDecided = false }: { readonly isDecided?: boolean } = {},
): readonly Finding[] {
  return [...ofWeight(weighed, isDecided), ...ofSizes(weighed, isDecided)]
}

function ofWeight({ totalKg, limitKg, at }: Weighed, isDecided: boolean): readonly Finding[] {
  const excess = totalKg && limitKg ? excessOf({ found: totalKg, limit: limitKg }) : undefined
  if (!excess) return []
  const { over, percent } = excess
  const overweight: Finding = {
    name: 'overweightKg',
    value: over,
    zh: `超过限值 ${over} 千克，超限率 ${percent}%（车货总质量 ${totalKg} 千克，限值 ${limitKg} 千克）。`,
    en: `${over} kg above the limit, ${percent} % of it (${totalKg} kg on a limit of ${limitKg} kg).`,
  }
  const fine = isDecided ? undefined : fineFor({ ruleId: 'OVERLOAD_MASS_FINE', value: over, on: at })
  return fine ? [overweight, suggestionOf(fine)] : [overweight]
}

/** The step and its amount with where they come from; how to decide stays with the agency. */
function suggestionOf({ rule, tier, yuan }: WorkedOutFine): Finding {
  const { basis, source, remainder, mostYuan } = rule
  if (tier.penalty === 'warning' || yuan === null)
    return {
      name: 'suggestedPenalty',
      value: 'warning',
      zh: `裁量参考：${tier.name.zh}，给予警告（${basis.zh}；${source.zh}）。由办案机关依法裁量。`,
      en: `For orientation: ${tier.name.en}, a warning (${basis.en}; ${source.en}). The agency decides.`,
    }
  const { each, yuan: perStep } = tier.penalty
  return {
    name: 'suggestedFineYuan',
    value: yuan,
    zh: `裁量参考：${tier.name.zh}，每超 ${each} ${rule.unit.zh}罚款 ${perStep} 元，最高 ${mostYuan} 元，计 ${yuan} 元（${basis.zh}；${source.zh}；${remainder.zh}，此算法待核对）。由办案机关依法裁量。`,
    en: `For orientation: ${tier.name.en}, ${perStep} yuan per ${each} ${rule.unit.en}, ${mostYuan} at most: ${yuan} yuan (${basis.en}; ${source.en}; ${remainder.en}, to be checked). The agency decides.`,
  }
}

const sideWords = {
  lengthM: { name: 'overLengthM', zh: '总长', en: 'length' },
  widthM: { name: 'overWidthM', zh: '总宽', en: 'width' },
  heightM: { name: 'overHeightM', zh: '总高', en: 'height' },
} as const

function ofSizes({ at, ...measured }: Weighed, isDecided: boolean): readonly Finding[] {
  const oversize = oversizeOf(measured, at)
  if (!oversize) return []
  const { zh: basis, en: basisEn } = oversize.rule.limitsBasis
  const beyond = oversize.sides.map(({ side, found, limit, over }): Finding => {
    const { name, zh, en } = sideWords[side]
    return {
      name,
      value: over,
      zh: `车货${zh} ${found} 米，超过限值 ${limit} 米，超出 ${over} 米（${basis}）。`,
      en: `Total ${en} ${found} m, ${over} m beyond the limit of ${limit} m (${basisEn}).`,
    }
  })
  return isDecided ? beyond : [...beyond, rangeOf(oversize)]
}

/** The range of the step with where it comes from. No amount: within it the agency decides. */
function rangeOf({ rule, step }: Oversize): Finding {
  const { fromYuan, upToYuan, within } = step
  const range =
    fromYuan === 0 ? { zh: '可以处', en: 'up to' } : { zh: `处 ${fromYuan} 元以上`, en: `${fromYuan} to` }
  const end = within ?? rule.steps.findLast((each) => each.within)?.within ?? rule.limits
  const name = within
    ? {
        zh: `总长 ${end.lengthM} 米、总宽 ${end.widthM} 米、总高 ${end.heightM} 米以内`,
        en: `within ${end.lengthM} m by ${end.widthM} m by ${end.heightM} m`,
      }
    : {
        zh: `总长超过 ${end.lengthM} 米、总宽超过 ${end.widthM} 米或者总高超过 ${end.heightM} 米`,
        en: `beyond ${end.lengthM} m by ${end.widthM} m by ${end.heightM} m`,
      }
  return {
    name: 'suggestedFineRange',
    value: `${fromYuan}-${upToYuan}`,
    zh: `裁量参考：按已填写的尺寸，${name.zh}，${range.zh} ${upToYuan} 元以下罚款；与其他超限的罚款合并计算，合计不超过 ${rule.mostYuan} 元（${rule.basis.zh}；${rule.source.zh}）。${rule.exceptions.zh}。由办案机关依法裁量。`,
    en: `For orientation: by the sizes given ${name.en}, a fine of ${range.en} ${upToYuan} yuan; fines for several excesses are added, to ${rule.mostYuan} at most (${rule.basis.en}; ${rule.source.en}). Mind that ${rule.exceptions.en}. The agency decides.`,
  }
}
