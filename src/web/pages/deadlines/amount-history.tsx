import { useQuery } from '@tanstack/react-query'
import type { BindingAmount } from '../../../features/rules/amount-rule.ts'
import { wordsOfAmount } from '../../../kernel/amount.ts'
import { amountDecisionsQuery } from '../../api/rule-queries.ts'
import { confidenceWords } from '../../parts/confidence-words.ts'
import { useWords } from '../../words/language.ts'
import { DecisionHistory } from './decision-history.tsx'

/** Who adopted which amounts, the newest first; nothing where nobody has. */
export function AmountHistory({ amounts }: { readonly amounts: readonly BindingAmount[] }) {
  const { t, say } = useWords()
  const { data: decisions = [] } = useQuery(amountDecisionsQuery)
  const ruleOf = (id: string) => amounts.find((each) => each.id === id)
  return (
    <DecisionHistory
      decisions={decisions}
      heading={t('deadlines.amount')}
      rule={({ ruleId }) => {
        const rule = ruleOf(ruleId)
        return rule ? say(rule.name) : <span className="mono">{ruleId}</span>
      }}
      number={({ ruleId, value }) => {
        const rule = ruleOf(ruleId)
        return rule ? say(wordsOfAmount({ value, unit: rule.unit })) : String(value)
      }}
      confidence={({ confidence }) => say(confidenceWords[confidence])}
    />
  )
}
