import { useQuery } from '@tanstack/react-query'
import type { BindingAmount } from '../../../features/rules/amount-rule.ts'
import { wordsOfAmount } from '../../../kernel/amount.ts'
import { amountDecisionsQuery } from '../../api/rule-queries.ts'
import { confidenceWords } from '../../parts/confidence-words.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'

/** Who adopted which amounts, the newest first; nothing where nobody has. */
export function AmountHistory({ amounts }: { readonly amounts: readonly BindingAmount[] }) {
  const { t, say, language } = useWords()
  const { data: decisions = [] } = useQuery(amountDecisionsQuery)
  if (decisions.length === 0) return null
  return (
    <details className="amount-history">
      <summary>{t('deadlines.history', { count: decisions.length })}</summary>
      <WideTable label={t('deadlines.historyTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('deadlines.adopter')}</th>
            <th scope="col">{t('deadlines.rule')}</th>
            <th scope="col">{t('deadlines.amount')}</th>
            <th scope="col">{t('deadlines.effectiveFrom')}</th>
            <th scope="col">{t('deadlines.amountReason')}</th>
            <th scope="col">{t('deadlines.enteredBy')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision) => {
            const rule = amounts.find(({ id }) => id === decision.ruleId)
            return (
              <tr key={decision.id}>
                <td>{say(decision.adopter.name)}</td>
                <td>{rule ? say(rule.name) : <span className="mono">{decision.ruleId}</span>}</td>
                <td className="nowrap">
                  {rule ? say(wordsOfAmount({ value: decision.value, unit: rule.unit })) : decision.value}
                </td>
                <td>
                  {when(decision.effectiveFrom, language, 'day')}
                  {decision.effectiveTo
                    ? ` ${t('deadlines.until', { day: when(decision.effectiveTo, language, 'day') })}`
                    : null}
                </td>
                <td>
                  {decision.reason}
                  <br />
                  <span className="soft small">{say(confidenceWords[decision.confidence])}</span>
                </td>
                <td>
                  {decision.adoptedBy ?? '—'}
                  <br />
                  <span className="soft small">{when(decision.createdAt, language)}</span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </WideTable>
    </details>
  )
}
