import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { actFor, call, whenActingChanged } from '../api/call.ts'
import { stayLive } from '../live/live.ts'
import { Loading } from '../parts/loading.tsx'
import { useSession } from '../parts/use-session.ts'
import { when } from '../parts/when.ts'
import { agencyName } from '../words/agency-name.ts'
import { useWords } from '../words/language.ts'
import { adoptChoices } from './choices.ts'
import { LiveNotice } from './live-notice.tsx'
import { MainMenu } from './main-menu.tsx'
import { MustChangePassword } from './must-change-password.tsx'
import { seeWhoActs } from './session-acts.ts'
import { SessionEnded } from './session-ended.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { TopBar } from './top-bar.tsx'
import { UndoBar } from './undo-bar.tsx'

/** What stands around every page behind the sign-in. */
export function Frame() {
  const { t, language } = useWords()
  const session = useSession()
  const main = useFocusOnNavigation()
  useOwnName(session.standingInFor?.id)
  useLiveNews(session.mustChangePassword ? undefined : session.account.id)
  useKeptChoices(session.account.id)
  if (session.mustChangePassword) return <MustChangePassword />
  return (
    <div className="frame">
      <a className="skip" href="#main">
        {t('frame.skip')}
      </a>
      <TopBar />
      <LiveNotice />
      <div className="frame-body">
        <MainMenu />
        <main id="main" ref={main} tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
          <p className="print-only">
            {t('frame.printedBy', {
              name: session.account.name,
              agency: agencyName(language, session.agency),
              at: when(new Date().toISOString(), language),
            })}
          </p>
        </main>
      </div>
      <footer className="frame-foot">
        {t('frame.product')} · {t('frame.productLong')} · {t('frame.notClassified')}
      </footer>
      <UndoBar />
      <Shortcuts />
      <SessionEnded />
    </div>
  )
}

/** Somebody using a keyboard or a screen reader begins at the top of the new page, not where the old link was. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current !== undefined && before.current !== path) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return main
}

/** What is done is recorded in the name the bar shows, or not at all. */
function useOwnName(standingInFor: string | undefined): void {
  useEffect(() => {
    actFor(standingInFor ?? 'self')
    whenActingChanged(() => void seeWhoActs().catch(() => {}))
    return () => actFor(undefined)
  }, [standingInFor])
}

/** Another person needs a stream of their own; nobody who may not read anything yet needs one. */
function useLiveNews(accountId: string | undefined): void {
  useEffect(() => {
    if (accountId === undefined) return
    const end = new AbortController()
    stayLive(end.signal)
    return () => end.abort()
  }, [accountId])
}

function useKeptChoices(accountId: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each person who signs in.
  useEffect(() => {
    call<{ readonly value: unknown }>('GET', '/preferences/page')
      .then(({ value }) => adoptChoices(value))
      .catch(() => {})
  }, [accountId])
}
