import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { SuggestedAddresseeView } from '../../features/matters/matter-views.ts'
import { call } from './call.ts'

/** Who should get what is being written, asked anew when it was saved. */
export const suggestedAddresseeQuery = (matterId: string, savedAt: string | null) =>
  queryOptions({
    queryKey: ['suggested-addressee', matterId, savedAt],
    queryFn: async ({ signal }) =>
      (
        await call<{ readonly suggestion: SuggestedAddresseeView | null }>(
          'GET',
          `/matters/${matterId}/suggested-addressee`,
          { signal },
        )
      ).suggestion,
    placeholderData: keepPreviousData,
  })
