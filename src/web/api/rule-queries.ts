import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { AllianceWithMembers } from '../../features/agencies/alliances.ts'
import type { AmountDecision } from '../../features/rules/amount-history.ts'
import type { AmountAdopter, BindingAmount } from '../../features/rules/amount-rule.ts'
import type { CalendarDay } from '../../features/rules/calendar-year.ts'
import type { DeadlineDecision } from '../../features/rules/deadline-history.ts'
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

type Amounts = { readonly amounts: readonly BindingAmount[]; readonly adopters: readonly AmountAdopter[] }

/** The amounts of law as they bind one's own agency on a day (`YYYY-MM-DD`), or today; and for whom one may adopt others. */
export const amountsQuery = (day: string | undefined) =>
  queryOptions({
    queryKey: ['amount-rules', day ?? 'today'],
    queryFn: ({ signal }) => call<Amounts>('GET', '/amount-rules', { query: { on: day }, signal }),
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  })

/** Who adopted which amounts, the newest first. */
export const amountDecisionsQuery = queryOptions({
  queryKey: ['amount-rules', 'decisions'],
  queryFn: async ({ signal }) =>
    (
      await call<{ readonly decisions: readonly AmountDecision[] }>('GET', '/amount-rules/decisions', {
        signal,
      })
    ).decisions,
  staleTime: 5 * 60_000,
})

/** Which alliance adopted which deadlines, the newest first. */
export const deadlineDecisionsQuery = queryOptions({
  queryKey: ['deadline-rules', 'decisions'],
  queryFn: async ({ signal }) =>
    (
      await call<{ readonly decisions: readonly DeadlineDecision[] }>('GET', '/deadline-rules/decisions', {
        signal,
      })
    ).decisions,
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
