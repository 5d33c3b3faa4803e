import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { wordsOfAmount } from '../../../kernel/amount.ts'
import { amountsQuery } from '../../api/rule-queries.ts'
import { confidenceWords } from '../../parts/confidence-words.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'
import { AdoptAmount } from './adopt-amount.tsx'
import { AmountHistory } from './amount-history.tsx'

/**
 * The numbers of law that are no deadlines, as they bind one's own agency on a day, each with where it comes from; for those who may, the
 * form to adopt one's own.
 */
export function Amounts() {
  const { t, say, aside, language } = useWords()
  const { on } = useSearch({ from: '/inside/deadlines' })
  const { data } = useQuery(amountsQuery(on))
  if (!data) return null
  const { amounts, adopters } = data
  return (
    <>
      <section className="card" aria-labelledby="amounts">
        <h2 id="amounts">{t('deadlines.amounts')}</h2>
        <p className="soft">
          {t('deadlines.amountsText')}
          {on ? ` ${t('deadlines.amountsOn', { day: when(on, language, 'day') })}` : null}
        </p>
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
                        since: when(amount.adopted.since, language, 'day'),
                        reason: `${amount.adopted.reason}${aside(say(confidenceWords[amount.confidence]))}`,
                      })}
                    </p>
                  ) : null}
                </td>
                <td>
                  {say(amount.basis)}
                  <br />
                  <span className="soft small">
                    {say(amount.adopted ? amount.source : confidenceWords[amount.confidence])}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
        <AmountHistory amounts={amounts} />
      </section>
      {adopters.length > 0 ? <AdoptAmount adopters={adopters} amounts={amounts} /> : null}
    </>
  )
}
