import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PrecedentView } from '../../features/matters/matter-views.ts'
import { call } from './call.ts'

/** Settled matters that resemble one, asked anew when what is being written was saved. */
export const precedentsQuery = (matterId: string, savedAt: string | null) =>
  queryOptions({
    queryKey: ['precedents', matterId, savedAt],
    queryFn: async ({ signal }) =>
      (
        await call<{ readonly items: readonly PrecedentView[] }>('GET', `/matters/${matterId}/precedents`, {
          signal,
        })
      ).items,
    placeholderData: keepPreviousData,
  })
