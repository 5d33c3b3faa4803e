import { queryOptions } from '@tanstack/react-query'
import type { Person } from '../../features/people/list-people.ts'
import { call } from './call.ts'

/** The people of one's own agency. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) =>
    (await call<{ readonly items: readonly Person[] }>('GET', '/people', { query: { limit: 200 }, signal }))
      .items,
  staleTime: 60_000,
})
