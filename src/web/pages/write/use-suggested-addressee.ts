import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { KindView } from '../../../features/matters/matter-views.ts'
import { suggestedAddresseeQuery } from '../../api/suggested-addressee-query.ts'
import type { Advice } from '../../form/form-context.ts'
import type { FormPath } from '../../form/form-schema.ts'

type What = { readonly matterId: string; readonly kind: KindView; readonly savedAt: string | null }

/** Says beside the addressees who should get what is being written, and warns where somebody has to look closer. */
export function useSuggestedAddressee({
  matterId,
  kind,
  savedAt,
}: What): (path: FormPath) => readonly Advice[] {
  const { data } = useQuery({
    ...suggestedAddresseeQuery(matterId, savedAt),
    enabled: kind.suggestsAddressee === true,
  })
  return useCallback(
    (path) =>
      data && path.length === 1 && path[0] === 'to'
        ? [{ words: data.words, isWarning: data.isDoubtful }]
        : [],
    [data],
  )
}
