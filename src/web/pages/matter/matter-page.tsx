import { useQuery } from '@tanstack/react-query'
import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { KindView, MatterView } from '../../../features/matters/matter-views.ts'
import { ActionDrawer } from '../../acts/action-drawer.tsx'
import { call } from '../../api/call.ts'
import { eventsQuery, matterQuery, refreshLists } from '../../api/queries.ts'
import { MatterContentProvider } from '../../form/entries-of.ts'
import { AgencyLabel } from '../../parts/agency-label.tsx'
import { Loading } from '../../parts/loading.tsx'
import { ProblemPage } from '../../parts/problem-page.tsx'
import { useKind } from '../../parts/use-kind.ts'
import { useTitle } from '../../parts/use-title.ts'
import { useWords } from '../../words/language.ts'
import { ActionPanel } from './action-panel.tsx'
import { CapsulePanel } from './capsule-panel.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { ClocksPanel } from './clocks-panel.tsx'
import { ContentPanel } from './content-panel.tsx'
import { FilesPanel } from './files-panel.tsx'
import { kindPanels } from './kind-panels.tsx'
import { LegsPanel } from './legs-panel.tsx'
import { LettersPanel } from './letters-panel.tsx'
import { LinksPanel } from './links-panel.tsx'
import { MatterHead } from './matter-head.tsx'
import { MessageBox } from './message-box.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { Precedents } from './precedents.tsx'
import { StatementsPanel } from './statements-panel.tsx'
import { takesPart } from './takes-part.ts'
import { Timeline } from './timeline.tsx'
import './matter.css'

export const route = createLazyRoute('/inside/matters/$matterId')({ component: MatterPage })

/** One matter: where it stands, who leads, what is due, what I may do, and everything that happened. */
function MatterPage() {
  const { matterId } = route.useParams()
  const { t } = useWords()
  const matter = useQuery(matterQuery(matterId))
  const kind = useKind(matter.data?.kind ?? '')
  useTitle(matter.data?.title ?? t('frame.loading'))
  useReading(matterId, matter.data?.version)
  if (matter.isError && !matter.data)
    return <ProblemPage error={matter.error} onRetry={() => void matter.refetch()} />
  if (!matter.data || !kind) return <Loading rows={14} />
  return <Matter key={matterId} matter={matter.data} kind={kind} />
}

function Matter({ matter, kind }: { readonly matter: MatterView; readonly kind: KindView }) {
  const { t, say, aside } = useWords()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/matters/$matterId' })
  const events = useQuery(eventsQuery(matter.id))
  const leg = matter.legs.find(({ no }) => String(no) === search.leg) ?? ownLeg(matter)
  const act = (action: string, no?: number) =>
    void navigate({ search: (now) => ({ ...now, do: action, ...(no ? { leg: String(no) } : {}) }) })
  const stopActing = () => void navigate({ search: ({ do: _, ...now }) => now, replace: true })
  if (!leg) return null
  const KindPanel = kindPanels[matter.kind]
  const isStillOffered = search.do !== undefined && kind.words.actions[search.do] !== undefined
  return (
    <MatterContentProvider value={matter.content}>
      <MatterHead matter={matter} leg={leg} />
      <div className="matter">
        <div className="matter-main">
          <ActionPanel matter={matter} kind={kind} leg={leg} onAct={act} />
          <nav className="jumps no-print" aria-label={t('matter.onThisPage')}>
            <a href="#content">{t('matter.content')}</a>
            <a href="#files">{t('matter.files')}</a>
            <a href="#timeline">
              {t('matter.timeline')}
              {events.data ? aside(String(events.data.length)) : ''}
            </a>
            <a href="#message">{t('matter.message')}</a>
          </nav>
          {KindPanel ? <KindPanel matter={matter} /> : null}
          {matter.legs.length > 1 ? <LegsPanel matter={matter} leg={leg} onAct={act} /> : null}
          <StatementsPanel matter={matter} kind={kind} />
          <ContentPanel matter={matter} kind={kind} />
          <LettersPanel matter={matter} />
          <FilesPanel matter={matter} leg={leg} />
          <section className="card" aria-labelledby="timeline">
            <h2 id="timeline">{t('matter.timeline')}</h2>
            {events.data ? <Timeline events={events.data} matter={matter} kind={kind} /> : <Loading />}
            <div id="message">
              <MessageBox matter={matter} leg={leg} />
            </div>
          </section>
        </div>
        <div className="matter-side">
          <ClocksPanel matter={matter} leg={leg} />
          <section className="card" aria-labelledby="progress">
            <h2 id="progress">{t('matter.progress')}</h2>
            {matter.legs.length > 1 && leg.answerer ? (
              <p className="soft">
                <AgencyLabel agency={leg.answerer} as="short" />
              </p>
            ) : null}
            <p className="unseen">{say(leg.stateWords)}</p>
            <ChartFigure kind={kind} state={leg.state} leg={leg.no} events={events.data ?? []} />
          </section>
          <PeoplePanel matter={matter} leg={leg} onAct={act} />
          <LinksPanel matter={matter} leg={leg} onAct={act} />
          <CapsulePanel matter={matter} />
          <Precedents matter={matter} kind={kind} />
        </div>
      </div>
      {isStillOffered && search.do ? (
        <ActionDrawer
          key={`${search.do} ${leg.no}`}
          matter={matter}
          kind={kind}
          leg={leg}
          action={search.do}
          onClose={stopActing}
        />
      ) : null}
    </MatterContentProvider>
  )
}

/** The conversation one's own agency sits in, or attends; the first one for those who only look on. */
const ownLeg = (matter: MatterView) =>
  matter.legs.find(({ mySides }) => mySides.length > 0) ?? matter.legs.find(takesPart) ?? matter.legs[0]

/** What one has on the screen counts as read, also what arrives while it is open. */
function useReading(matterId: string, version: number | undefined): void {
  useEffect(() => {
    if (version === undefined || document.hidden) return
    call('POST', `/matters/${matterId}/read`)
      .then(refreshLists)
      .catch(() => {})
  }, [matterId, version])
}
