import type { Instant } from '../../../kernel/day.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import { fineRuleFor } from '../../rules/rules.ts'

/**
 * The fault of a fine for an overloaded or oversized vehicle that is above what the law of the day of the act allows: fines for several
 * excesses are added up to one amount at most (超限运输车辆行驶公路管理规定 Art. 43, 公路法 Art. 76).
 * @param fineYuan what the form says; nothing is no fine
 */
export function overloadFineFaults(fineYuan: unknown, on: Instant): readonly Fault[] {
  const rule = fineRuleFor({ ruleId: 'OVERLOAD_MASS_FINE', on })
  if (!rule || typeof fineYuan !== 'number' || fineYuan <= rule.mostYuan) return []
  return [
    {
      path: ['fineYuan'],
      message: {
        zh: `超限运输的罚款合计不超过 ${rule.mostYuan} 元（${rule.basis.zh}），请核对金额。`,
        en: `Fines for an overloaded or oversized vehicle come to ${rule.mostYuan} yuan at most (${rule.basis.en}); check the amount.`,
      },
    },
  ]
}
