import { useSuspenseQuery } from '@tanstack/react-query'
import type { KindView } from '../../features/matters/matter-views.ts'
import { kindsQuery } from '../api/queries.ts'

/** All kinds of matters. */
export function useKinds(): readonly KindView[] {
  return useSuspenseQuery(kindsQuery).data
}

/** One kind; undefined for a kind this server no longer knows. */
export function useKind(name: string): KindView | undefined {
  return useKinds().find(({ kind }) => kind === name)
}
