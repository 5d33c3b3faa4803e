import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { MatterRow } from '../../../features/matters/matter-views.ts'
import { acknowledgeSoon } from '../../acts/acknowledgements.ts'
import type { MatterFilter } from '../../api/matter-filter.ts'
import { countQuery, mattersQuery } from '../../api/queries.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useRowKeys } from '../../parts/use-row-keys.ts'
import { useTitle } from '../../parts/use-title.ts'
import { useWords } from '../../words/language.ts'
import { BatchBar } from './batch-bar.tsx'
import { ExportButton } from './export-button.tsx'
import { Filters } from './filters.tsx'
import { MatterRows } from './matter-rows.tsx'
import { SavedViews } from './saved-views.tsx'
import './matters.css'

export const route = createLazyRoute('/inside/matters')({ component: MattersPage })

/** Of 30 matters each; what is longer says on paper that it is a part. */
const mostPagesPrinted = 20

/** Days that no matter can lie between: the list is empty whatever else narrows it. */
const endsBeforeItBegins = ({ since, until }: MatterFilter): boolean =>
  since !== undefined && until !== undefined && since > until

/** A list of matters. What narrows it stands in the address; a saved view is an address with a name. */
function MattersPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const filter = route.useSearch()
  const list = useInfiniteQuery(mattersQuery(filter))
  const count = useQuery(countQuery(filter))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  const [isPrinting, setPrinting] = useState(false)
  // Paper has no "show more": what the filter finds is read first.
  const printAll = async () => {
    setPrinting(true)
    let known = list
    while (known.hasNextPage && (known.data?.pages.length ?? 0) < mostPagesPrinted)
      known = await known.fetchNextPage()
    setPrinting(false)
    // Once what was read stands on the page.
    requestAnimationFrame(() => setTimeout(() => window.print()))
  }
  const chosen = rows.filter(({ id }) => selected.has(id))
  const select = (row: MatterRow) => {
    const next = new Set(selected)
    if (!next.delete(row.id)) next.add(row.id)
    setSelected(next)
  }
  const at = useRowKeys(rows, {
    open: (row) => void navigate({ to: '/matters/$matterId', params: { matterId: row.id } }),
    select,
    acknowledge: (row) => acknowledgeSoon({ matterId: row.id, number: row.number }),
  })
  useTitle(t('lists.title'))
  return (
    <>
      <div className="page-head">
        <h1>{t('lists.title')}</h1>
        <span className="soft" role="status">
          {count.data === undefined ? '' : t('lists.count', { count: count.data })}
        </span>
        <span className="row no-print">
          <ExportButton filter={filter} />
          <Button loading={isPrinting} onClick={() => void printAll()}>
            {t('lists.printList')}
          </Button>
        </span>
      </div>
      <SavedViews filter={filter} />
      <section className="card" aria-label={t('lists.title')}>
        <Filters filter={filter} />
        <BatchBar rows={chosen} onClear={() => setSelected(new Set())} />
        {list.isError ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
        {list.data === undefined && !list.isError ? <Loading rows={12} /> : null}
        {list.data && rows.length === 0 ? (
          <Empty title={t('lists.nothing')}>
            {t(endsBeforeItBegins(filter) ? 'lists.endsBeforeItBegins' : 'lists.nothingText')}
          </Empty>
        ) : null}
        {rows.length > 0 ? (
          <MatterRows
            rows={rows}
            at={at}
            selected={selected}
            onSelect={select}
            onSelectAll={(all) => setSelected(all ? new Set(rows.map(({ id }) => id)) : new Set())}
          />
        ) : null}
        {list.hasNextPage ? (
          <>
            <p className="print-only">{t('lists.printedPart', { count: rows.length })}</p>
            <p className="row list-more no-print">
              <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('frame.loadMore')}
              </Button>
            </p>
          </>
        ) : null}
      </section>
    </>
  )
}
