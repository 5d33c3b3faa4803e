import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import Button from 'antd/es/button'
import type { Delivery } from '../../../features/notification/delivery-log.ts'
import { noticeSorts } from '../../../features/notification/notice-sorts.ts'
import { call } from '../../api/call.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { usePower } from '../../parts/use-session.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'
import { deliveryFault } from '../../words/notifications.words.ts'

type Page = { readonly items: readonly Delivery[]; readonly next: string | null }

/** What was sent, when and how it ended; for the security administrator everybody's, without what it was about. */
export function Deliveries() {
  const { t, language } = useWords()
  const isSecurity = usePower('manage-accounts')
  const list = useInfiniteQuery({
    queryKey: ['deliveries'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      call<Page>('GET', '/notification/deliveries', { query: { limit: 20, cursor: pageParam }, signal }),
    getNextPageParam: ({ next }) => next,
    refetchInterval: 5_000,
  })
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section className="card" aria-label={t('notifications.sent')}>
      <h2>{t('notifications.sent')}</h2>
      {list.isError ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading rows={3} /> : null}
      {list.data && rows.length === 0 ? <Empty title={t('notifications.nothingSent')} /> : null}
      {rows.length > 0 ? (
        <WideTable label={t('notifications.sent')}>
          <thead>
            <tr>
              <th scope="col">{t('notifications.at')}</th>
              {isSecurity ? <th scope="col">{t('notifications.who')}</th> : null}
              <th scope="col">{t('notifications.channel')}</th>
              {isSecurity ? null : <th scope="col">{t('notifications.what')}</th>}
              <th scope="col">{t('notifications.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>{when(row.madeAt, language)}</td>
                {isSecurity ? (
                  <td>
                    {row.login} <AgencyLabel agency={row.agency} as="full" />
                  </td>
                ) : null}
                <td>{t(channelOf(row))}</td>
                {isSecurity ? null : (
                  <td>
                    <About row={row} />
                  </td>
                )}
                <td>
                  <Outcome row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
      {list.hasNextPage ? (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('notifications.older')}
        </Button>
      ) : null}
    </section>
  )
}

const channelOf = ({ channel, toDutyDesk }: Delivery) =>
  channel === 'webhook'
    ? 'notifications.webhookChannel'
    : toDutyDesk
      ? 'notifications.dutyMail'
      : 'notifications.mailChannel'

function About({ row }: { readonly row: Delivery }) {
  const { t, say } = useWords()
  if (row.purpose === 'test') return t('notifications.testPurpose')
  if (row.purpose === 'code') return t('notifications.codePurpose')
  if (row.purpose === 'paused') return t('notifications.pausedPurpose')
  return (
    <span className="row">
      {row.about.map(({ matterId, number, sort }) => (
        <span key={`${matterId} ${sort}`}>
          {say(noticeSorts[sort])}{' '}
          <Link to="/matters/$matterId" params={{ matterId }}>
            {number}
          </Link>
        </span>
      ))}
    </span>
  )
}

function Outcome({ row }: { readonly row: Delivery }) {
  const { t, say, language } = useWords()
  const why = row.fault === null ? '' : say(deliveryFault(row.fault))
  if (row.state === 'sent')
    return t('notifications.sentAt', { at: when(row.settledAt ?? row.madeAt, language) })
  if (row.state === 'failed')
    return <span className="light light-red">{t('notifications.failed', { why })}</span>
  return row.fault === null
    ? t('notifications.waiting')
    : t('notifications.trying', { count: row.attempts, why })
}
