import { queryOptions } from '@tanstack/react-query'
import type { CalendarDay } from '../../features/rules/calendar-year.ts'
import type { ListedRule } from '../../features/rules/list-rules.ts'
import { call } from './call.ts'

/** Every deadline rule in force. */
export const rulesQuery = queryOptions({
  queryKey: ['deadline-rules'],
  queryFn: async ({ signal }) =>
    (await call<{ readonly rules: readonly ListedRule[] }>('GET', '/deadline-rules', { signal })).rules,
  staleTime: 5 * 60_000,
})

type CalendarYear = {
  readonly year: number
  readonly published: boolean
  readonly days: readonly CalendarDay[]
}

/** The working calendar of a year. */
export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => call<CalendarYear>('GET', '/calendar', { query: { year }, signal }),
    staleTime: 5 * 60_000,
  })
