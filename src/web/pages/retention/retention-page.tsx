import { useInfiniteQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Segmented from 'antd/es/segmented'
import type { RetentionView } from '../../../features/files/retention.ts'
import { call } from '../../api/call.ts'
import { confidenceWords } from '../../parts/confidence-words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { ProblemPage } from '../../parts/problem-page.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'

export const route = createLazyRoute('/inside/retention')({ component: RetentionPage })

type Listed = { readonly items: readonly RetentionView[]; readonly next: string | null }

/** How long the recordings of one's agency are kept, and why: what a leader decides by. Nothing is destroyed here. */
function RetentionPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const view = route.useSearch().view === 'kept' ? 'kept' : 'over'
  const list = useInfiniteQuery({
    queryKey: ['retention', view],
    queryFn: ({ pageParam, signal }) =>
      call<Listed>('GET', '/files/retention', { query: { view, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const rows = list.data?.pages.flatMap(({ items }) => items)
  useTitle(t('retention.title'))
  if (list.isError && !list.data)
    return <ProblemPage error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <div className="page-head">
        <h1>{t('retention.title')}</h1>
        <span className="soft">{t('retention.text')}</span>
      </div>
      <section className="card" aria-label={t('retention.title')}>
        <p>{t('retention.noDestruction')}</p>
        <div className="filters no-print">
          <Segmented
            aria-label={t('retention.view')}
            value={view}
            onChange={(next) =>
              void navigate({
                to: '/retention',
                search: next === 'kept' ? { view: next } : {},
                replace: true,
              })
            }
            options={[
              { value: 'over', label: t('retention.overView') },
              { value: 'kept', label: t('retention.keptView') },
            ]}
          />
        </div>
        {list.isError ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
        {rows === undefined && !list.isError ? <Loading rows={8} /> : null}
        {rows?.length === 0 ? (
          <Empty title={t(view === 'over' ? 'retention.noneOver' : 'retention.noneKept')}>
            {t('retention.noneText')}
          </Empty>
        ) : null}
        {rows && rows.length > 0 ? <Recordings rows={rows} /> : null}
        {list.hasNextPage ? (
          <p className="row list-more no-print">
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('frame.loadMore')}
            </Button>
          </p>
        ) : null}
      </section>
    </>
  )
}

function Recordings({ rows }: { readonly rows: readonly RetentionView[] }) {
  const { t, say, language } = useWords()
  return (
    <WideTable label={t('retention.title')}>
      <thead>
        <tr>
          <th scope="col">{t('retention.file')}</th>
          <th scope="col">{t('retention.matter')}</th>
          <th scope="col">{t('retention.addedAt')}</th>
          <th scope="col">{t('retention.keptUntil')}</th>
          <th scope="col">{t('retention.why')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.file}>
            <td>
              <Link to="/matters/$matterId" params={{ matterId: row.matter.id }} search={{ file: row.file }}>
                {row.name}
              </Link>
            </td>
            <td>
              <span className="nowrap">{row.matter.number}</span>{' '}
              <span className="soft">{row.matter.title}</span>
            </td>
            <td className="nowrap">{when(row.addedAt, language, 'day')}</td>
            <td className="nowrap">
              {row.keptUntil ? when(row.keptUntil, language, 'day') : t('retention.withCase')}
            </td>
            <td>
              {t(`retention.${row.why}`)}
              {row.keptUntil ? (
                <div className="soft small">
                  {t('retention.basis')}
                  {t('frame.colon')}
                  {say(row.basis)}（{say(confidenceWords[row.confidence] ?? row.basis)}）
                </div>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
