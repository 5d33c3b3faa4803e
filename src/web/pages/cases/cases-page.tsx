import { useInfiniteQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { MoveResult } from '../../../features/matters/matter-views.ts'
import { asProblem, call, freshKey, type Problem } from '../../api/call.ts'
import { casesQuery } from '../../api/case-queries.ts'
import { refreshLists } from '../../api/queries.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { usePower } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { useWords } from '../../words/language.ts'
import { CaseFilters } from './case-filters.tsx'
import { CaseRows } from './case-rows.tsx'
import { SearchRegions } from './search-regions.tsx'
import './cases.css'

export const route = createLazyRoute('/inside/cases')({ component: CasesPage })

/** The cases of one's agency, and the search of those of all regions. What narrows the list stands in the address. */
function CasesPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const filter = route.useSearch()
  const list = useInfiniteQuery(casesQuery(filter))
  const mayOpen = usePower('open')
  const [problem, setProblem] = useState<Problem>()
  const [isBusy, setBusy] = useState(false)
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  useTitle(t('cases.title'))
  const begin = async () => {
    setBusy(true)
    try {
      const { matter } = await call<MoveResult>('POST', '/matters', {
        body: { kind: 'case' },
        key: freshKey(),
      })
      refreshLists()
      void navigate({ to: '/matters/$matterId/write', params: { matterId: matter.id } })
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(false)
    }
  }
  return (
    <>
      <div className="page-head">
        <h1>{t('cases.title')}</h1>
        {mayOpen ? (
          <Button type="primary" className="no-print" loading={isBusy} onClick={() => void begin()}>
            {t('cases.begin')}
          </Button>
        ) : null}
      </div>
      {problem ? <ProblemNotice error={problem} /> : null}
      <section className="card" aria-label={t('cases.title')}>
        <CaseFilters filter={filter} />
        {list.isError ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.data === undefined && !list.isError ? <Loading rows={10} /> : null}
        {list.data && rows.length === 0 ? (
          <Empty title={t('cases.nothing')}>{t('cases.nothingText')}</Empty>
        ) : null}
        {rows.length > 0 ? <CaseRows rows={rows} /> : null}
        {list.hasNextPage ? (
          <p className="row list-more no-print">
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('frame.loadMore')}
            </Button>
          </p>
        ) : null}
      </section>
      <SearchRegions />
    </>
  )
}
