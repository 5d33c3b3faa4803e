import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import App from 'antd/es/app'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { Token } from '../../../features/people/tokens.ts'
import { agencyQuery } from '../../api/agency-queries.ts'
import { asProblem, call } from '../../api/call.ts'
import { queries } from '../../api/queries.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { ProblemPage } from '../../parts/problem-page.tsx'
import { usePower } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { when } from '../../parts/when.ts'
import { WideTable } from '../../parts/wide-table.tsx'
import { useWords } from '../../words/language.ts'
import { type Made, TokenForm } from './token-form.tsx'
import { TokenSecret } from './token-secret.tsx'

export const route = createLazyRoute('/inside/tokens')({ component: TokensPage })

/** The programs that may call the interface, and a way to let one in or shut it out. */
function TokensPage() {
  const { t } = useWords()
  const isLeader = usePower('lead')
  const isSecurity = usePower('manage-accounts')
  const [made, setMade] = useState<Made>()
  const list = useQuery({
    queryKey: ['tokens'],
    queryFn: async ({ signal }) =>
      (await call<{ readonly tokens: readonly Token[] }>('GET', '/tokens', { signal })).tokens,
    enabled: isLeader || isSecurity,
  })
  useTitle(t('frame.tokens'))
  if (list.isError && !list.data)
    return <ProblemPage error={list.error} onRetry={() => void list.refetch()} />
  return (
    <>
      <div className="page-head">
        <h1>{t('frame.tokens')}</h1>
      </div>
      {isLeader || isSecurity ? (
        <>
          <section className="card" aria-label={t('frame.tokens')}>
            <p className="soft">{t('tokens.text')}</p>
            {list.isError ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
            {list.isPending ? <Loading rows={4} /> : null}
            {list.data?.length === 0 ? (
              <Empty title={t('tokens.nothing')}>{t('tokens.nothingText')}</Empty>
            ) : null}
            {list.data && list.data.length > 0 ? <Tokens rows={list.data} showsAgency={isSecurity} /> : null}
          </section>
          <TokenForm onMade={setMade} />
        </>
      ) : (
        <p className="notice notice-amber">{t('tokens.notYours')}</p>
      )}
      {made ? <TokenSecret made={made} onClose={() => setMade(undefined)} /> : null}
    </>
  )
}

function Tokens({ rows, showsAgency }: { readonly rows: readonly Token[]; readonly showsAgency: boolean }) {
  const { t, say, list, language } = useWords()
  const { message, modal } = App.useApp()
  const revoke = (token: Token) =>
    modal.confirm({
      title: t('tokens.revokeNamed', { name: token.name }),
      content: t('tokens.revokeText'),
      okText: t('tokens.revoke'),
      okButtonProps: { danger: true },
      onOk: async () => {
        try {
          await call('DELETE', `/tokens/${token.id}`)
          message.success(t('tokens.revoked'))
        } catch (error) {
          message.error({ content: say(asProblem(error).words), duration: 8 })
        }
        void queries.invalidateQueries({ queryKey: ['tokens'] })
      },
    })
  return (
    <WideTable label={t('frame.tokens')}>
      <thead>
        <tr>
          <th scope="col">{t('tokens.name')}</th>
          {showsAgency ? <th scope="col">{t('tokens.agency')}</th> : null}
          <th scope="col">{t('tokens.scopes')}</th>
          <th scope="col">{t('tokens.expiresAt')}</th>
          <th scope="col">{t('tokens.lastUsed')}</th>
          <th scope="col">{t('tokens.state')}</th>
          <th scope="col">{t('tokens.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((token) => (
          <tr key={token.id}>
            <td>{token.name}</td>
            {showsAgency ? (
              <td>
                <AgencyName id={token.agencyId} />
              </td>
            ) : null}
            <td>{list(token.scopes.map((scope) => t(`tokens.${scope}`)))}</td>
            <td>{when(token.expiresAt, language)}</td>
            <td>{token.lastUsedAt ? when(token.lastUsedAt, language) : t('tokens.never')}</td>
            <td>
              <TokenState token={token} />
            </td>
            <td>
              {token.revokedAt ? null : (
                <Button
                  size="small"
                  aria-label={t('tokens.revokeNamed', { name: token.name })}
                  onClick={() => revoke(token)}
                >
                  {t('tokens.revoke')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function TokenState({ token }: { readonly token: Token }) {
  const { t, language } = useWords()
  if (token.revokedAt) return t('tokens.revokedAt', { at: when(token.revokedAt, language) })
  return Date.parse(token.expiresAt) > Date.now() ? (
    <span className="light light-green">{t('tokens.valid')}</span>
  ) : (
    t('tokens.expired')
  )
}

function AgencyName({ id }: { readonly id: string }) {
  const { data } = useQuery(agencyQuery(id))
  return data?.name ?? '……'
}
