import { useInfiniteQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Select from 'antd/es/select'
import type { AccessLogEntry } from '../../../features/people/read-access-log.ts'
import { call } from '../../api/call.ts'
import { TimeInput } from '../../form/widgets/time-input.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { ProblemPage } from '../../parts/problem-page.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'

export const route = createLazyRoute('/inside/access-log')({ component: AccessLogPage })

type LogPage = { readonly items: readonly AccessLogEntry[]; readonly next: string | null }

/** Who looked at what, for the audit administrator. */
function AccessLogPage() {
  const { t, say, language } = useWords()
  const navigate = useNavigate()
  const search = route.useSearch()
  const log = useInfiniteQuery({
    queryKey: ['access-log', search],
    queryFn: ({ pageParam, signal }) =>
      call<LogPage>('GET', '/access-log', { query: { ...search, limit: 100, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnWindowFocus: false,
  })
  const rows = log.data?.pages.flatMap(({ items }) => items)
  const narrow = (change: Partial<Record<keyof typeof search, string>>) => {
    const kept = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value))
    void navigate({ to: '/access-log', search: kept, replace: true })
  }
  const noAria = { 'aria-required': false, 'aria-invalid': false }
  useTitle(t('administration.accessLog'))
  if (log.isError && !log.data) return <ProblemPage error={log.error} onRetry={() => void log.refetch()} />
  return (
    <>
      <div className="page-head">
        <h1>{t('administration.accessLog')}</h1>
        <span className="soft">{t('administration.accessLogText')}</span>
      </div>
      <section className="card" aria-label={t('administration.accessLog')}>
        <search className="filters no-print" aria-label={t('lists.filters')}>
          <Select
            aria-label={t('administration.outcome')}
            className="filter"
            value={search.outcome ?? ''}
            onChange={(outcome) => narrow({ outcome })}
            options={[
              {
                value: '',
                label: `${t('administration.outcome')}${t('frame.colon')}${t('administration.any')}`,
              },
              { value: 'done', label: t('administration.doneOutcome') },
              { value: 'refused', label: t('administration.refused') },
            ]}
          />
          <span className="row">
            <label htmlFor="log-from">{t('administration.from')}</label>
            <TimeInput
              id="log-from"
              aria={noAria}
              isDay={false}
              value={search.from ?? ''}
              onChange={(from) => narrow({ from })}
              onLeave={() => {}}
            />
          </span>
          <span className="row">
            <label htmlFor="log-until">{t('administration.until')}</label>
            <TimeInput
              id="log-until"
              aria={noAria}
              isDay={false}
              value={search.until ?? ''}
              onChange={(until) => narrow({ until })}
              onLeave={() => {}}
            />
          </span>
        </search>
        {log.isError ? <ProblemNotice error={log.error} onRetry={() => void log.refetch()} /> : null}
        {rows === undefined && !log.isError ? <Loading rows={12} /> : null}
        {rows?.length === 0 ? <Empty title={t('administration.noEntries')} /> : null}
        {rows && rows.length > 0 ? (
          <WideTable label={t('administration.accessLog')}>
            <thead>
              <tr>
                <th scope="col">{t('administration.at')}</th>
                <th scope="col">{t('administration.who')}</th>
                <th scope="col">{t('administration.what')}</th>
                <th scope="col">{t('administration.outcome')}</th>
                <th scope="col">{t('administration.purpose')}</th>
                <th scope="col">{t('administration.details')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((entry) => (
                <tr key={entry.id}>
                  <td className="nowrap">{when(entry.at, language)}</td>
                  <td className="nowrap">{entry.account?.name ?? t('administration.nobody')}</td>
                  <td>{say(entry.words)}</td>
                  <td>
                    <span className={`light ${entry.outcome === 'done' ? 'light-green' : 'light-red'}`}>
                      {t(entry.outcome === 'done' ? 'administration.doneOutcome' : 'administration.refused')}
                    </span>
                  </td>
                  <td>{entry.purpose ?? ''}</td>
                  <td>
                    {entry.about ? `${say(entry.about)} ` : ''}
                    <span className="small mono log-details">
                      {[entry.route, entry.fields.join(' '), entry.matterId].filter(Boolean).join(' · ')}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        ) : null}
        {log.hasNextPage ? (
          <p className="row list-more">
            <Button loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t('frame.loadMore')}
            </Button>
          </p>
        ) : null}
      </section>
    </>
  )
}
