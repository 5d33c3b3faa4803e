import { queryOptions } from '@tanstack/react-query'
import type { Person } from '../../features/people/list-people.ts'
import { everyItem } from './every-item.ts'

/** More people than any agency has accounts. */
const mostPeople = 5_000

/** The people of one's own agency. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: async ({ signal }) => (await everyItem<Person>('/people', mostPeople, { signal })).items,
  staleTime: 60_000,
})
