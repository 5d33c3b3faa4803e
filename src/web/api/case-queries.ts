import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CaseRow } from '../../features/cases/case-views.ts'
import type { CaseStanding } from '../../features/matters/matters.ts'
import { call } from './call.ts'
import type { CaseFilter } from './case-filter.ts'
import type { Page } from './shapes.ts'

/** The cases of one's agency, page by page. Under `matters`, so that a move makes it stale. */
export const casesQuery = (filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: ['matters', 'cases', filter],
    queryFn: ({ pageParam, signal }) =>
      call<Page<CaseRow>>('GET', '/cases', { query: { ...filter, limit: 30, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** What a case still needs, and who deals with the same act. */
export const caseStandingQuery = (id: string) =>
  queryOptions({
    queryKey: ['matter', id, 'standing'],
    queryFn: ({ signal }) => call<CaseStanding>('GET', `/cases/${id}/standing`, { signal }),
  })
