import { useInfiniteQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import type { Account } from '../../../features/people/accounts.ts'
import { roles } from '../../../features/people/roles.ts'
import { call } from '../../api/call.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { ProblemPage } from '../../parts/problem-page.tsx'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'
import { AccountActs } from './account-acts.tsx'
import { AccountDrawer } from './account-drawer.tsx'

export const route = createLazyRoute('/inside/accounts')({ component: AccountsPage })

type AccountPage = { readonly items: readonly Account[]; readonly next: string | null }

/** Accounts, for the security administrator. Passwords can be reset, never seen. */
function AccountsPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { text } = route.useSearch()
  const [edited, setEdited] = useState<Account | 'new'>()
  const [secret, setSecret] = useState<{ readonly name: string; readonly password: string }>()
  const list = useInfiniteQuery({
    queryKey: ['accounts', text ?? ''],
    queryFn: ({ pageParam, signal }) =>
      call<AccountPage>('GET', '/accounts', { query: { text, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const rows = list.data?.pages.flatMap(({ items }) => items)
  useTitle(t('administration.accounts'))
  if (list.isError && !list.data)
    return <ProblemPage error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <div className="page-head">
        <h1>{t('administration.accounts')}</h1>
        <Button type="primary" onClick={() => setEdited('new')}>
          {t('administration.create')}
        </Button>
      </div>
      <section className="card" aria-label={t('administration.accounts')}>
        <Input.Search
          className="table-search"
          aria-label={t('administration.find')}
          placeholder={t('administration.find')}
          defaultValue={text ?? ''}
          allowClear
          onSearch={(next) =>
            void navigate({
              to: '/accounts',
              search: next.trim() === '' ? {} : { text: next.trim() },
              replace: true,
            })
          }
        />
        {list.isError ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
        {rows === undefined && !list.isError ? <Loading rows={12} /> : null}
        {rows?.length === 0 ? <Empty title={t('administration.nothing')} /> : null}
        {rows && rows.length > 0 ? <Accounts rows={rows} onEdit={setEdited} onSecret={setSecret} /> : null}
        {list.hasNextPage ? (
          <p className="row list-more">
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('frame.loadMore')}
            </Button>
          </p>
        ) : null}
      </section>
      {edited ? (
        <AccountDrawer
          account={edited === 'new' ? undefined : edited}
          onSecret={setSecret}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
      {secret ? (
        <ShownOnce
          title={t('administration.oneTimeTitle')}
          text={t('administration.oneTimeText', { name: secret.name })}
          name={t('administration.oneTimeTitle')}
          secret={secret.password}
          onClose={() => setSecret(undefined)}
        />
      ) : null}
    </>
  )
}

type RowsProps = {
  readonly rows: readonly Account[]
  readonly onEdit: (account: Account) => void
  readonly onSecret: (secret: { readonly name: string; readonly password: string }) => void
}

function Accounts({ rows, onEdit, onSecret }: RowsProps) {
  const { t, say, list, language } = useWords()
  return (
    <WideTable label={t('administration.accounts')}>
      <thead>
        <tr>
          <th scope="col">{t('administration.name')}</th>
          <th scope="col">{t('administration.login')}</th>
          <th scope="col">{t('administration.agency')}</th>
          <th scope="col">{t('administration.roles')}</th>
          <th scope="col">{t('administration.state')}</th>
          <th scope="col">{t('administration.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((account) => {
          return (
            <tr key={account.id}>
              <td className="person-cell">{account.name}</td>
              <td className="mono">{account.login}</td>
              <td>
                <AgencyLabel agency={account.agency} as="full" />
              </td>
              <td>{list(account.roles.map((role) => say(roles[role].words)))}</td>
              <td className="nowrap">
                {account.lockedUntil ? (
                  <span className="light light-red">
                    {t('administration.locked', { at: when(account.lockedUntil, language, 'short') })}
                  </span>
                ) : (
                  t(account.active ? 'administration.active' : 'administration.disabled')
                )}
              </td>
              <td>
                <AccountActs account={account} onEdit={onEdit} onSecret={onSecret} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}
