import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AgencyProfile } from '../../features/agencies/agency-profile.view.ts'
import type { CommonSuperior } from '../../features/agencies/common-superior.ts'
import type { FoundAgency } from '../../features/agencies/search-agencies.ts'
import { call } from './call.ts'

type AgencyFilter = {
  readonly q?: string
  readonly division?: string
  readonly line?: string
  readonly kind?: string
  readonly level?: string
  readonly neighbourOf?: string
  readonly limit?: number
}

type AlliancePage = {
  readonly items: readonly {
    readonly code: string
    readonly name: string
    readonly nameEn: string
    readonly members: readonly { readonly agency: { readonly id: string } }[]
  }[]
}

type AgencyPage = { readonly items: readonly FoundAgency[]; readonly next: string | null }

/** Agencies that fit a filter, best first. */
export const agenciesQuery = (filter: AgencyFilter) =>
  queryOptions({
    queryKey: ['agencies', filter],
    queryFn: ({ signal }) => call<AgencyPage>('GET', '/agencies', { query: filter, signal }),
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  })

/** The directory, page by page. */
export const directoryQuery = (filter: AgencyFilter) =>
  infiniteQueryOptions({
    queryKey: ['agencies', filter, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call<AgencyPage>('GET', '/agencies', { query: { ...filter, limit: 40, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  })

/** What the directory says of one agency. */
export const agencyQuery = (id: string) =>
  queryOptions({
    queryKey: ['agency', id],
    queryFn: ({ signal }) => call<AgencyProfile>('GET', `/agencies/${id}`, { signal }),
    staleTime: 5 * 60_000,
  })

/** All alliances with their members. */
export const alliancesQuery = () =>
  queryOptions({
    queryKey: ['alliances'],
    queryFn: ({ signal }) => call<AlliancePage>('GET', '/alliances', { signal }),
    staleTime: 5 * 60_000,
  })

/** Who designates between two agencies. */
export const commonSuperiorQuery = (a: string, b: string) =>
  queryOptions({
    queryKey: ['common-superior', a, b],
    queryFn: ({ signal }) =>
      call<CommonSuperior>('GET', '/agencies/common-superior', { query: { a, b }, signal }),
    staleTime: 5 * 60_000,
  })

/** The divisions below one, or the provinces. */
export const divisionsQuery = (parent?: string) =>
  queryOptions({
    queryKey: ['divisions', parent ?? ''],
    queryFn: ({ signal }) =>
      call<{ readonly items: readonly { readonly code: string; readonly name: string }[] }>(
        'GET',
        '/divisions',
        {
          query: { parent },
          signal,
        },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  })
