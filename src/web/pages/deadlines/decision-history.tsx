import type { ReactNode } from 'react'
import type { WhoAdopted } from '../../../features/rules/who-adopted.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'

/** A decision of a province or an alliance about a number of its own. */
type Decision = WhoAdopted & {
  readonly id: number
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly reason: string
  readonly createdAt: string
}

type Props<D extends Decision> = {
  readonly decisions: readonly D[]
  /** What the numbers are: a deadline, an amount. */
  readonly heading: string
  readonly rule: (decision: D) => ReactNode
  readonly number: (decision: D) => string
  /** How surely it was read, where that is said. */
  readonly confidence?: (decision: D) => string
}

/** Who adopted which numbers, the newest first; nothing where nobody has. */
export function DecisionHistory<D extends Decision>({
  decisions,
  heading,
  rule,
  number,
  confidence,
}: Props<D>) {
  const { t, say, language } = useWords()
  if (decisions.length === 0) return null
  return (
    <details className="decision-history">
      <summary>{t('deadlines.history', { count: decisions.length })}</summary>
      <WideTable label={t('deadlines.historyTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('deadlines.adopter')}</th>
            <th scope="col">{t('deadlines.rule')}</th>
            <th scope="col">{heading}</th>
            <th scope="col">{t('deadlines.effectiveFrom')}</th>
            <th scope="col">{t('deadlines.amountReason')}</th>
            <th scope="col">{t('deadlines.enteredBy')}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision) => (
            <tr key={decision.id}>
              <td>{say(decision.adopter.name)}</td>
              <td>{rule(decision)}</td>
              <td className="nowrap">{number(decision)}</td>
              <td>
                {when(decision.effectiveFrom, language, 'day')}
                {decision.effectiveTo
                  ? ` ${t('deadlines.until', { day: when(decision.effectiveTo, language, 'day') })}`
                  : null}
              </td>
              <td>
                {decision.reason}
                {confidence ? (
                  <>
                    <br />
                    <span className="soft small">{confidence(decision)}</span>
                  </>
                ) : null}
              </td>
              <td>
                {decision.adoptedBy ?? '—'}
                <br />
                <span className="soft small">{when(decision.createdAt, language)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </details>
  )
}
