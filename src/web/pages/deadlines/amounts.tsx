import { useQuery } from '@tanstack/react-query'
import { wordsOfAmount } from '../../../kernel/amount.ts'
import { amountsQuery } from '../../api/rule-queries.ts'
import { confidenceWords } from '../../parts/confidence-words.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'

/** The numbers of law that are no deadlines, as they bind one's own agency, each with where it comes from. */
export function Amounts() {
  const { t, say } = useWords()
  const { data: amounts } = useQuery(amountsQuery)
  if (!amounts) return null
  return (
    <section className="card" aria-labelledby="amounts">
      <h2 id="amounts">{t('deadlines.amounts')}</h2>
      <p className="soft">{t('deadlines.amountsText')}</p>
      <WideTable label={t('deadlines.amounts')}>
        <thead>
          <tr>
            <th scope="col">{t('deadlines.rule')}</th>
            <th scope="col">{t('deadlines.amount')}</th>
            <th scope="col">{t('deadlines.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {amounts.map((amount) => (
            <tr key={amount.id}>
              <td>
                <strong>{say(amount.name)}</strong>
                <br />
                <span className="soft small mono">{amount.id}</span>
              </td>
              <td>
                {say(wordsOfAmount(amount))}
                {amount.adopted ? (
                  <p className="soft small">
                    {t(`deadlines.setBy-${amount.adopted.by}`, {
                      since: amount.adopted.since,
                      reason: amount.adopted.reason,
                    })}
                  </p>
                ) : null}
              </td>
              <td>
                {say(amount.basis)}
                <br />
                <span className="soft small">{say(confidenceWords[amount.confidence])}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </section>
  )
}
