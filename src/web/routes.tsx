import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { caseFilterOf } from './api/case-filter.ts'
import { matterFilterOf } from './api/matter-filter.ts'
import { kindsQuery, queries, sessionQuery } from './api/queries.ts'
import { Broken } from './frame/broken.tsx'
import { Frame } from './frame/frame.tsx'
import { NotFound } from './frame/not-found.tsx'
import { Loading } from './parts/loading.tsx'

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= 300 ? value : undefined

/** Keeps only the named parameters that have a value, so that an address never carries noise. */
function only<K extends string>(
  search: Record<string, unknown>,
  names: readonly K[],
): { [Name in K]?: string } {
  const kept: { [Name in K]?: string } = {}
  for (const name of names) {
    const value = text(search[name])
    if (value !== undefined) kept[name] = value
  }
  return kept
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search) => only(search, ['to']),
}).lazy(() => import('./pages/sign-in/sign-in-page.tsx').then((page) => page.route))

/** Every page behind the sign-in; asks who is there before anything is shown, and comes back to the same address. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Frame,
  beforeLoad: async ({ location }) => {
    const [session] = await Promise.all([
      queries.ensureQueryData(sessionQuery),
      queries.ensureQueryData(kindsQuery),
    ])
    if (!session)
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
  },
})

const workbench = createRoute({
  getParentRoute: () => inside,
  path: '/',
  validateSearch: (search) => only(search, ['scope', 'kind', 'light']),
  // Administrators have no matters; each begins at the page of the office.
  beforeLoad: async () => {
    const powers = (await queries.ensureQueryData(sessionQuery))?.powers ?? []
    if (powers.includes('manage-accounts')) throw redirect({ to: '/accounts' })
    if (powers.includes('audit')) throw redirect({ to: '/access-log' })
    if (powers.includes('manage-system')) throw redirect({ to: '/calendar' })
  },
}).lazy(() => import('./pages/workbench/workbench-page.tsx').then((page) => page.route))

const matters = createRoute({
  getParentRoute: () => inside,
  path: '/matters',
  validateSearch: matterFilterOf,
}).lazy(() => import('./pages/matters/matters-page.tsx').then((page) => page.route))

const cases = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  validateSearch: caseFilterOf,
}).lazy(() => import('./pages/cases/cases-page.tsx').then((page) => page.route))

const matter = createRoute({
  getParentRoute: () => inside,
  path: '/matters/$matterId',
  validateSearch: (search) => only(search, ['leg', 'do', 'file']),
}).lazy(() => import('./pages/matter/matter-page.tsx').then((page) => page.route))

const write = createRoute({
  getParentRoute: () => inside,
  path: '/matters/$matterId/write',
  validateSearch: (search) => only(search, ['step']),
}).lazy(() => import('./pages/write/write-page.tsx').then((page) => page.route))

const done = createRoute({
  getParentRoute: () => inside,
  path: '/matters/$matterId/done',
}).lazy(() => import('./pages/write/done-page.tsx').then((page) => page.route))

const begin = createRoute({
  getParentRoute: () => inside,
  path: '/new',
}).lazy(() => import('./pages/write/begin-page.tsx').then((page) => page.route))

const inbox = createRoute({
  getParentRoute: () => inside,
  path: '/inbox',
  validateSearch: (search) => only(search, ['unread']),
}).lazy(() => import('./pages/inbox/inbox-page.tsx').then((page) => page.route))

const directory = createRoute({
  getParentRoute: () => inside,
  path: '/directory',
  validateSearch: (search) => only(search, ['q', 'division', 'line', 'kind', 'level', 'neighbourOf']),
}).lazy(() => import('./pages/directory/directory-page.tsx').then((page) => page.route))

const agency = createRoute({
  getParentRoute: () => inside,
  path: '/directory/$agencyId',
}).lazy(() => import('./pages/directory/agency-page.tsx').then((page) => page.route))

const deadlines = createRoute({
  getParentRoute: () => inside,
  path: '/deadlines',
  validateSearch: (search) => only(search, ['rule', 'from', 'q', 'alliance', 'on']),
}).lazy(() => import('./pages/deadlines/deadlines-page.tsx').then((page) => page.route))

const calendar = createRoute({
  getParentRoute: () => inside,
  path: '/calendar',
  validateSearch: (search) => only(search, ['year']),
}).lazy(() => import('./pages/deadlines/calendar-page.tsx').then((page) => page.route))

const accounts = createRoute({
  getParentRoute: () => inside,
  path: '/accounts',
  validateSearch: (search) => only(search, ['text']),
}).lazy(() => import('./pages/administration/accounts-page.tsx').then((page) => page.route))

const tokens = createRoute({
  getParentRoute: () => inside,
  path: '/tokens',
}).lazy(() => import('./pages/administration/tokens-page.tsx').then((page) => page.route))

const accessLog = createRoute({
  getParentRoute: () => inside,
  path: '/access-log',
  validateSearch: (search) => only(search, ['what', 'outcome', 'from', 'until']),
}).lazy(() => import('./pages/administration/access-log-page.tsx').then((page) => page.route))

const notifications = createRoute({
  getParentRoute: () => inside,
  path: '/notifications',
}).lazy(() => import('./pages/notifications/notifications-page.tsx').then((page) => page.route))

const account = createRoute({
  getParentRoute: () => inside,
  path: '/account',
}).lazy(() => import('./pages/account/account-page.tsx').then((page) => page.route))

const letters = createRoute({
  getParentRoute: () => inside,
  path: '/letters',
}).lazy(() => import('./pages/letters/letters-page.tsx').then((page) => page.route))

const retention = createRoute({
  getParentRoute: () => inside,
  path: '/retention',
  validateSearch: (search) => only(search, ['view']),
}).lazy(() => import('./pages/retention/retention-page.tsx').then((page) => page.route))

/** Open to anybody who holds a letter. */
const check = createRoute({ getParentRoute: () => root, path: '/check' }).lazy(() =>
  import('./pages/check/check-page.tsx').then((page) => page.entry),
)

const checkCode = createRoute({ getParentRoute: () => root, path: '/check/$code' }).lazy(() =>
  import('./pages/check/check-page.tsx').then((page) => page.route),
)

/** Any other address; whoever is signed in keeps the bar and the menu. */
const nowhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFound })

/** The site map. */
export const routeTree = root.addChildren([
  signIn,
  check,
  checkCode,
  inside.addChildren([
    workbench,
    matters,
    cases,
    matter,
    write,
    done,
    begin,
    inbox,
    directory,
    agency,
    deadlines,
    calendar,
    accounts,
    tokens,
    accessLog,
    letters,
    retention,
    account,
    notifications,
    nowhere,
  ]),
])

/** Addresses carry plain text parameters, so that people can read, shorten and pass them on. */
export const router = createRouter({
  routeTree,
  defaultPendingComponent: Loading,
  defaultPendingMs: 300,
  defaultErrorComponent: Broken,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  // What a route's validateSearch leaves out is gone from the address too, or it would come back to the page unread.
  search: { strict: true },
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const parameters = new URLSearchParams()
    for (const [name, value] of Object.entries(search))
      if (typeof value === 'string' && value !== '') parameters.set(name, value)
    const text = parameters.toString()
    return text === '' ? '' : `?${text}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
