import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AllianceWithMembers } from '../../features/agencies/alliances.ts'
import type { BindingAmount } from '../../features/rules/amount-rule.ts'
import type { CalendarDay } from '../../features/rules/calendar-year.ts'
import type { ListedRule } from '../../features/rules/list-rules.ts'
import { call } from './call.ts'

/** Every deadline rule in force: as it binds in an alliance, or by law alone; on a day (`YYYY-MM-DD`), or now. */
export const rulesQuery = (scope: { readonly alliance?: string; readonly day?: string }) =>
  queryOptions({
    queryKey: ['deadline-rules', scope],
    queryFn: async ({ signal }) =>
      (
        await call<{ readonly rules: readonly ListedRule[] }>('GET', '/deadline-rules', {
          query: { alliance: scope.alliance, on: scope.day && `${scope.day}T12:00:00+08:00` },
          signal,
        })
      ).rules,
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  })

/** The amounts of law as they bind one's own agency today. */
export const amountsQuery = queryOptions({
  queryKey: ['amount-rules'],
  queryFn: async ({ signal }) =>
    (await call<{ readonly amounts: readonly BindingAmount[] }>('GET', '/amount-rules', { signal })).amounts,
  staleTime: 5 * 60_000,
})

/** Every alliance with its members. */
export const alliancesQuery = queryOptions({
  queryKey: ['alliances'],
  queryFn: async ({ signal }) =>
    (await call<{ readonly items: readonly AllianceWithMembers[] }>('GET', '/alliances', { signal })).items,
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
