import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import Segmented from 'antd/es/segmented'
import Select from 'antd/es/select'
import { useMemo, useSyncExternalStore } from 'react'
import type { ObligationRow, WorkbenchView } from '../../../features/matters/matter-views.ts'
import { acknowledgements, acknowledgeSoon, type Pending } from '../../acts/acknowledgements.ts'
import { type WorkbenchScope, workbenchQuery } from '../../api/queries.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { useKinds } from '../../parts/use-kind.ts'
import { useRowKeys } from '../../parts/use-row-keys.ts'
import { usePower, useSession } from '../../parts/use-session.ts'
import { useTitle } from '../../parts/use-title.ts'
import { todayInChina, wallClock } from '../../parts/when.ts'
import { useWords } from '../../words/language.ts'
import { Arrivals } from './arrivals.tsx'
import { Figures } from './figures.tsx'
import { Obligations } from './obligations.tsx'
import './workbench.css'

export const route = createLazyRoute('/inside/')({ component: WorkbenchPage })

/** The first page of the day: what I owe by due date, what I wait for, what is new. */
function WorkbenchPage() {
  const { t } = useWords()
  const session = useSession()
  const search = route.useSearch()
  const scope = useScope()
  const filter = { scope, ...(search.kind ? { kind: search.kind } : {}) }
  const workbench = useQuery(workbenchQuery(filter))
  useTitle(t('workbench.title'))
  return (
    <>
      <div className="page-head">
        <h1>{t('workbench.title')}</h1>
        <span className="soft">{t('workbench.greeting', { name: session.account.name })}</span>
        <Limits />
      </div>
      {workbench.isError ? (
        <ProblemNotice error={workbench.error} onRetry={() => void workbench.refetch()} />
      ) : null}
      {workbench.data ? (
        <Workbench view={workbench.data} light={search.light} />
      ) : workbench.isError ? null : (
        <Loading rows={10} />
      )}
    </>
  )
}

function Workbench({ view, light }: { readonly view: WorkbenchView; readonly light: string | undefined }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const { pending } = useSyncExternalStore(acknowledgements.watch, acknowledgements.get)
  const canAcknowledge = useAcknowledgeable(view.owed)
  const owed = useMemo(
    () => view.owed.filter((row) => !(canAcknowledge(row) && isPending(row, pending)) && isLit(row, light)),
    [view.owed, canAcknowledge, pending, light],
  )
  const awaited = useMemo(() => view.awaited.filter((row) => isLit(row, light)), [view.awaited, light])
  const at = useRowKeys(owed, {
    open: (row) =>
      void navigate({ to: '/matters/$matterId', params: { matterId: row.matter.id }, search: legOf(row) }),
    acknowledge: (row) => {
      if (canAcknowledge(row))
        acknowledgeSoon({ matterId: row.matter.id, leg: row.leg, number: row.matter.number })
    },
  })
  const { counts } = view
  const hidden = view.owed.filter((row) => canAcknowledge(row) && isPending(row, pending)).length
  return (
    <>
      <Figures counts={counts} hidden={hidden} />
      <div className="workbench">
        <div className="workbench-main">
          <section className="card" aria-labelledby="owed" id="owed-place">
            <div className="card-head">
              <h2 id="owed">{t('workbench.owed')}</h2>
              <span className="soft small wide-only no-print">{t('workbench.keysHint')}</span>
            </div>
            {owed.length > 0 ? (
              <Obligations
                rows={owed}
                at={at}
                side="owed"
                canAcknowledge={canAcknowledge}
                labelledBy="owed"
              />
            ) : (
              <Empty title={t('workbench.nothingOwed')}>
                {t(light ? 'workbench.nothingFiltered' : 'workbench.nothingOwedText')}
              </Empty>
            )}
          </section>
          <section className="card" aria-labelledby="awaited" id="awaited-place">
            <div className="card-head">
              <h2 id="awaited">{t('workbench.awaited')}</h2>
            </div>
            {awaited.length > 0 ? (
              <Obligations rows={awaited} at={-1} side="awaited" labelledBy="awaited" />
            ) : (
              <Empty title={t('workbench.nothingAwaited')}>
                {t(light ? 'workbench.nothingFiltered' : 'workbench.nothingAwaitedText')}
              </Empty>
            )}
          </section>
        </div>
        <Arrivals />
      </div>
    </>
  )
}

/** Whether a row's deadline has the wanted light; `today` is the last day in China. */
const isLit = (row: ObligationRow, light: string | undefined): boolean =>
  light === undefined ||
  (light === 'today'
    ? row.clock.light !== 'red' && wallClock(row.clock.dueAt).slice(0, 10) === todayInChina()
    : row.clock.light === light)

const legOf = (row: ObligationRow) => (row.leg > 1 ? { leg: String(row.leg) } : {})

const isPending = (row: ObligationRow, pending: readonly Pending[]): boolean =>
  pending.some(({ matterId, leg }) => matterId === row.matter.id && leg === row.leg)

/**
 * The rows that can be acknowledged: their kind's chart knows it in the present state, and of several deadlines of one leg
 * it is the nearest. The server decides again.
 */
function useAcknowledgeable(rows: readonly ObligationRow[]): (row: ObligationRow) => boolean {
  const kinds = useKinds()
  const { powers } = useSession()
  return useMemo(() => {
    const nearest = new Map<string, string>()
    for (const row of rows) {
      const leg = `${row.matter.id} ${row.leg}`
      if (!nearest.has(leg)) nearest.set(leg, row.clock.id)
    }
    const first = new Set(nearest.values())
    return (row) =>
      powers.includes('handle') &&
      first.has(row.clock.id) &&
      kinds.find(({ kind }) => kind === row.matter.kind)?.chart.states[row.state]?.acknowledge?.by ===
        row.side
  }, [rows, kinds, powers])
}

/** Whose deadlines one reads: what the address says, else the whole agency's, or those of one's own office where one handles nothing. */
function useScope(): WorkbenchScope {
  const { scope } = route.useSearch()
  const handles = usePower('handle')
  return scopes.find((known) => known === scope) ?? (handles ? 'agency' : 'role')
}

const scopes = ['agency', 'role', 'mine'] as const satisfies readonly WorkbenchScope[]
const scopeWords = { agency: 'wholeAgency', role: 'ofMyRole', mine: 'mine' } as const

/** What narrows the workbench; it stands in the address. */
function Limits() {
  const { t, say } = useWords()
  const search = route.useSearch()
  const navigate = useNavigate()
  const kinds = useKinds()
  const scope = useScope()
  const narrow = (change: { scope?: WorkbenchScope; kind?: string; light?: string }) => {
    const next = { ...search, ...change }
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value)) as typeof next
    void navigate({ to: '/', search: kept, replace: true })
  }
  return (
    <div className="row no-print">
      <Segmented
        aria-label={t('workbench.scope')}
        value={scope}
        onChange={(value) => narrow({ scope: value })}
        options={scopes.map((value) => ({ value, label: t(`workbench.${scopeWords[value]}`) }))}
      />
      <Select
        aria-label={t('workbench.kind')}
        className="limit"
        value={search.kind ?? ''}
        onChange={(kind) => narrow({ kind })}
        options={[
          { value: '', label: `${t('workbench.kind')}${t('frame.colon')}${t('frame.all')}` },
          ...kinds.map(({ kind, words }) => ({ value: kind, label: say(words.name) })),
        ]}
      />
      <Select
        aria-label={t('workbench.due')}
        className="limit"
        value={search.light ?? ''}
        onChange={(light) => narrow({ light })}
        options={[
          { value: '', label: `${t('workbench.due')}${t('frame.colon')}${t('frame.all')}` },
          { value: 'red', label: t('lists.red') },
          { value: 'today', label: t('lists.today') },
          { value: 'amber', label: t('lists.amber') },
          { value: 'green', label: t('lists.green') },
        ]}
      />
    </div>
  )
}
