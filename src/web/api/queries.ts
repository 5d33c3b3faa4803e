import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query'
import type { UploadView } from '../../features/files/unfinished-uploads.ts'
import type {
  ClockAhead,
  DraftView,
  EventView,
  InboxRow,
  KindsView,
  KindView,
  MatterRow,
  MatterView,
  WorkbenchView,
} from '../../features/matters/matter-views.ts'
import type { EvidenceView } from '../../features/matters/read-evidence.ts'
import type { SessionView } from '../../features/people/session-view.ts'
import { counted } from '../parts/counted.ts'
import { call, Problem } from './call.ts'
import type { MatterFilter } from './matter-filter.ts'
import type { DemoAccounts, Page } from './shapes.ts'

/** The one copy of the server's answers in the page. A refusal is final; only an unreachable server is asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => error instanceof Problem && isPassing(error) && failures < 2,
    },
    mutations: { retry: false },
  },
})

const isPassing = (problem: Problem): boolean => problem.code === 'offline' || problem.code === 'unavailable'

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<SessionView | null> => {
    try {
      return await call<SessionView>('GET', '/session')
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-signed-in') return null
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

/** The kinds of matters with their charts, words and forms: fixed while the server runs. */
export const kindsQuery = queryOptions({
  queryKey: ['kinds'],
  queryFn: async (): Promise<readonly KindView[]> => {
    const { items, standing } = await call<KindsView>('GET', '/kinds')
    return items.map((kind) => ({
      ...kind,
      words: { ...kind.words, actions: { ...kind.words.actions, ...standing.actions } },
      forms: { ...kind.forms, ...standing.forms },
    }))
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

/** The demonstration's accounts; null anywhere else. */
export const demoAccountsQuery = queryOptions({
  queryKey: ['demo-accounts'],
  queryFn: async (): Promise<DemoAccounts | null> => {
    try {
      return await call<DemoAccounts>('GET', '/demo-accounts')
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') return null
      throw error
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** What narrows the workbench. */
export type WorkbenchFilter = { readonly scope: WorkbenchScope; readonly kind?: string }

/** Whose deadlines: the whole agency's, those somebody with my powers can meet, or those of what is assigned to me. */
export type WorkbenchScope = 'agency' | 'role' | 'mine'

/** What my agency owes and waits for. */
export const workbenchQuery = (filter: WorkbenchFilter) =>
  queryOptions({
    queryKey: ['workbench', filter],
    queryFn: ({ signal }) =>
      call<WorkbenchView>('GET', '/workbench', { query: { ...filter, limit: 200 }, signal }),
    placeholderData: keepPreviousData,
  })

/** A list of matters, page by page. */
export const mattersQuery = (filter: MatterFilter) =>
  infiniteQueryOptions({
    queryKey: ['matters', filter],
    queryFn: ({ pageParam, signal }) =>
      call<Page<MatterRow>>('GET', '/matters', {
        query: { ...filter, limit: 30, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** How many matters a filter finds, counted up to a thousand. */
export const countQuery = (filter: MatterFilter) =>
  queryOptions({
    queryKey: ['matters', filter, 'count'],
    queryFn: async ({ signal }) => {
      const { count, more } = await call<{ readonly count: number; readonly more: boolean }>(
        'GET',
        '/matters/count',
        {
          query: filter,
          signal,
        },
      )
      return counted(count, more)
    },
    placeholderData: keepPreviousData,
  })

/** One matter. */
export const matterQuery = (id: string) =>
  queryOptions({
    queryKey: ['matter', id],
    queryFn: ({ signal }) => call<MatterView>('GET', `/matters/${id}`, { signal }),
  })

/** The evidence of a matter with its chain of custody. */
export const evidenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['matter', id, 'evidence'],
    queryFn: async ({ signal }) =>
      (await call<{ items: readonly EvidenceView[] }>('GET', `/matters/${id}/evidence`, { signal })).items,
  })

/** All events of a matter, oldest first. */
export const eventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['matter', id, 'events'],
    queryFn: async ({ signal }) =>
      (await call<Page<EventView>>('GET', `/matters/${id}/events`, { signal })).items,
  })

/** What somebody was writing for an action. Asked anew whenever a form opens. */
export const draftQuery = (matterId: string, action: string, leg: number) =>
  queryOptions({
    queryKey: ['draft', matterId, action, leg],
    queryFn: ({ signal }) =>
      call<DraftView>('GET', `/matters/${matterId}/drafts/${action}`, { query: { leg }, signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

/** The deadlines an action would start from a date typed into its form. */
export const clocksAheadQuery = (matterId: string, asked: { action: string; leg: number; at: string }) =>
  queryOptions({
    queryKey: ['clocks-ahead', matterId, asked],
    queryFn: async ({ signal }) =>
      (
        await call<{ readonly items: readonly ClockAhead[] }>('GET', `/matters/${matterId}/clocks-ahead`, {
          query: asked,
          signal,
        })
      ).items,
    enabled: asked.at !== '',
    staleTime: 60_000,
  })

/** What arrived, newest first. */
export const inboxQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: ['inbox', unread],
    queryFn: ({ pageParam, signal }) =>
      call<Page<InboxRow>>('GET', '/inbox', { query: { unread, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** Everything that a change of one matter may have made stale in lists. */
export function refreshLists(): void {
  void queries.invalidateQueries({ queryKey: ['workbench'] })
  void queries.invalidateQueries({ queryKey: ['matters'] })
  void queries.invalidateQueries({ queryKey: ['inbox'] })
}

/** A matter changed: it and the lists are read again where they are on the screen. */
export function refreshMatter(id: string): void {
  void queries.invalidateQueries({ queryKey: ['matter', id] })
  refreshLists()
}

/** What of one's own did not finish going up to a matter. Who may only look has nothing there. */
export const unfinishedUploadsQuery = (matterId: string) =>
  queryOptions({
    queryKey: ['unfinished-uploads', matterId],
    queryFn: async ({ signal }) =>
      (await call<{ items: readonly UploadView[] }>('GET', `/matters/${matterId}/uploads`, { signal })).items,
    staleTime: 30_000,
  })
