import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { calendarQuery } from '../../api/rule-queries.ts'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { usePower } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { todayInChina, when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import { CorrectDay } from './correct-day.tsx'
import { Month } from './month.tsx'
import { periodsOf } from './periods-of.ts'
import './deadlines.css'

export const route = createLazyRoute('/inside/calendar')({ component: CalendarPage })

/** Which days are worked: the State Council's arrangement, with what the administrator corrected. */
function CalendarPage() {
  const { t, say, aside, language } = useWords()
  const search = route.useSearch()
  const thisYear = Number(todayInChina().slice(0, 4))
  const asked = Number(search.year ?? thisYear)
  const year = Number.isInteger(asked) && asked >= 1992 && asked <= 2199 ? asked : thisYear
  const calendar = useQuery(calendarQuery(year))
  const mayCorrect = usePower('manage-system')
  useTitle(`${t('deadlines.calendar')} ${year}`)
  const days = calendar.data?.days ?? []
  return (
    <>
      <div className="page-head">
        <h1>{t('deadlines.calendar')}</h1>
        <nav className="year" aria-label={t('deadlines.yearLabel')}>
          <Link
            to="/calendar"
            search={{ year: String(year - 1) }}
            aria-label={t('deadlines.previousYear', { year: year - 1 })}
          >
            {year - 1}
          </Link>
          <strong>{t('deadlines.year', { year })}</strong>
          <Link
            to="/calendar"
            search={{ year: String(year + 1) }}
            aria-label={t('deadlines.nextYear', { year: year + 1 })}
          >
            {year + 1}
          </Link>
        </nav>
      </div>
      {calendar.isError ? (
        <ProblemNotice error={calendar.error} onRetry={() => void calendar.refetch()} />
      ) : null}
      {calendar.data ? (
        <>
          {calendar.data.published ? null : (
            <p className="notice notice-amber">{t('deadlines.unpublished', { year })}</p>
          )}
          <section className="card" aria-label={t('deadlines.calendar')}>
            <div className="months">
              {Array.from({ length: 12 }, (_, month) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the months of a year never move.
                <Month key={month} year={year} month={month} days={days} />
              ))}
            </div>
          </section>
          {mayCorrect ? <CorrectDay year={year} /> : null}
          <section className="card" aria-labelledby="special-days">
            <h2 id="special-days">{t('deadlines.reason')}</h2>
            <p className="soft">{t('deadlines.calendarText')}</p>
            <table className="grid-table" aria-labelledby="special-days">
              <thead>
                <tr>
                  <th scope="col">{t('deadlines.day')}</th>
                  <th scope="col">{t('deadlines.kind')}</th>
                  <th scope="col">{t('deadlines.reason')}</th>
                </tr>
              </thead>
              <tbody>
                {periodsOf(days).map(({ first: day, last, length }) => (
                  <tr key={day.day}>
                    <td>
                      {when(day.day, language, 'day')}
                      {length > 1
                        ? ` – ${when(last, language, 'day')}${aside(t('deadlines.days', { count: length }))}`
                        : ''}
                    </td>
                    <td>{t(`deadlines.${day.kind}`)}</td>
                    <td>
                      {say(day.reason)}
                      {day.correction ? (
                        <span className="soft">
                          {' · '}
                          {t('deadlines.source')}
                          {t('frame.colon')}
                          {day.correction.source}
                        </span>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      ) : calendar.isError ? null : (
        <Loading rows={16} />
      )}
    </>
  )
}
