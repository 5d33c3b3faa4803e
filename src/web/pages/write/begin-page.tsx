import { useInfiniteQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import Button from 'antd/es/button'
import { useState } from 'react'
import type { MatterRow, MoveResult } from '../../../features/matters/matter-views.ts'
import { numberWithKind } from '../../../kernel/kind-before.ts'
import { asProblem, call, freshKey, type Problem } from '../../api/call.ts'
import { mattersQuery, refreshLists } from '../../api/queries.ts'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { rowTitle } from '../../parts/row-title.ts'
import { useKinds } from '../../parts/use-kind.ts'
import { useSession } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { when } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import './write.css'

export const route = createLazyRoute('/inside/new')({ component: BeginPage })

/** Where a matter begins: which kind, or a draft left lying. */
function BeginPage() {
  const { t, say } = useWords()
  const navigate = useNavigate()
  const { powers } = useSession()
  const kinds = useKinds().filter(({ openedWith }) => openedWith.some((power) => powers.includes(power)))
  const drafts = useInfiniteQuery(mattersQuery({ state: 'drafted', side: 'asker' }))
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<Problem>()
  useTitle(t('form.beginTitle'))

  const begin = async (kind: string) => {
    setBusy(kind)
    setProblem(undefined)
    try {
      const { matter } = await call<MoveResult>('POST', '/matters', { body: { kind }, key: freshKey() })
      refreshLists()
      void navigate({ to: '/matters/$matterId/write', params: { matterId: matter.id } })
    } catch (error) {
      setProblem(asProblem(error))
      setBusy(undefined)
    }
  }
  const rows = drafts.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <div className="page-head">
        <h1>{t('form.beginTitle')}</h1>
      </div>
      <p className="soft begin-text">{t('form.beginText')}</p>
      {problem ? <ProblemNotice error={problem} /> : null}
      {rows.length > 0 ? <OwnDrafts rows={rows} /> : null}
      <ul className="kinds plain">
        {kinds.map(({ kind, words }) => (
          <li key={kind} className="card">
            <h2>{say(words.name)}</h2>
            <p className="soft">{say(words.purpose)}</p>
            <p>
              <Button
                type="primary"
                loading={busy === kind}
                disabled={busy !== undefined}
                onClick={() => void begin(kind)}
                aria-label={t('form.beginNamed', { kind: say(words.name) })}
              >
                {t('form.begin')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** More would push what one may begin off the screen. */
const shownDrafts = 5

/** What was begun and left lying comes first: whoever opens this page twice wants to go on. */
function OwnDrafts({ rows }: { readonly rows: readonly MatterRow[] }) {
  const { t, say, language } = useWords()
  const kinds = useKinds()
  const numberOf = ({ number, kind }: MatterRow) => {
    const words = kinds.find((each) => each.kind === kind)?.words.name
    return words ? say(numberWithKind(number, words)) : number
  }
  return (
    <section className="card own-drafts" aria-labelledby="own-drafts">
      <h2 id="own-drafts">{t('form.ownDrafts')}</h2>
      <ul className="news">
        {rows.slice(0, shownDrafts).map((row) => (
          <li key={row.id}>
            <Link to="/matters/$matterId/write" params={{ matterId: row.id }} {...rowTitle(row.title)}>
              {row.title}
            </Link>
            <span className="soft small">
              {numberOf(row)} · {when(row.openedAt, language)}
            </span>
          </li>
        ))}
      </ul>
      {rows.length > shownDrafts ? (
        <Link to="/matters" search={{ state: 'drafted', side: 'asker' }}>
          {t('form.allDrafts')}
        </Link>
      ) : null}
    </section>
  )
}
