import type { Calendar } from '../../kernel/working-days.ts'
import type { Tx } from '../../platform/database.ts'
import { rulebookOf } from './rulebook.ts'

// The front door of the rules: what other features may use.
export { adoptAmount } from './adopt-amount.ts'
export { adoptOverride } from './adopt-override.ts'
export { amountFor, listAmounts } from './amount-for.ts'
export { type BindingAmount, reasonsOfAmount } from './amount-rule.ts'
export { amountRules } from './amount-rules.ts'
export { penaltyLaw } from './basis-of-rules.ts'
export { correctCalendar } from './correct-calendar.ts'
export type { BindingRule, Confidence, DeadlineRule } from './deadline-rule.ts'
export { deadlineRules } from './deadline-rules.ts'
export { type ExplainedDeadline, explainDeadline } from './explain-deadline.ts'
export { fineFor, fineRuleFor, type WorkedOutFine } from './fine-for.ts'
export { getRule, listRules } from './list-rules.ts'
export { nearRuleIds } from './near-rule-ids.ts'
export { isOversize, type Measured, type Oversize, oversizeOf } from './oversize.ts'
export { insistOnVariant, type RuleQuery, ruleAmong, ruleFor } from './rule-for.ts'

/**
 * The working days with the administrators' corrections. Kept in the process and read again only when somebody corrected a day,
 * in whichever process.
 */
export async function calendarFor(tx: Tx): Promise<Calendar> {
  return (await rulebookOf(tx)).calendar
}

/** Changes whenever a correction or an alliance's number is added: running clocks are then derived anew. */
export { rulebookVersion } from './rules-store.ts'
