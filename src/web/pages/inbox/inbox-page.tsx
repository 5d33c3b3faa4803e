import { useInfiniteQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import { inboxQuery } from '../../api/queries.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { useWords } from '../../words/language.ts'
import { InboxEntry } from './inbox-entry.tsx'

export const route = createLazyRoute('/inside/inbox')({ component: InboxPage })

/** Everything that arrived for the agency, newest first. */
function InboxPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const unread = route.useSearch().unread === 'true'
  const inbox = useInfiniteQuery(inboxQuery(unread))
  const rows = inbox.data?.pages.flatMap(({ items }) => items)
  useTitle(t('lists.news'))
  return (
    <>
      <div className="page-head">
        <h1>{t('lists.news')}</h1>
        <Checkbox
          checked={unread}
          onChange={({ target }) =>
            void navigate({ to: '/inbox', search: target.checked ? { unread: 'true' } : {}, replace: true })
          }
        >
          {t('lists.onlyUnread')}
        </Checkbox>
      </div>
      <section className="card" aria-label={t('lists.news')}>
        {inbox.isError ? <ProblemNotice error={inbox.error} onRetry={() => void inbox.refetch()} /> : null}
        {rows === undefined && !inbox.isError ? <Loading rows={10} /> : null}
        {rows?.length === 0 ? <Empty title={t('lists.allRead')}>{t('lists.allReadText')}</Empty> : null}
        <ul className="news" aria-label={t('lists.news')}>
          {rows?.map((row) => (
            <InboxEntry key={row.id} row={row} />
          ))}
        </ul>
        {inbox.hasNextPage ? (
          <p className="row list-more">
            <Button loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
              {t('frame.loadMore')}
            </Button>
          </p>
        ) : null}
      </section>
    </>
  )
}
