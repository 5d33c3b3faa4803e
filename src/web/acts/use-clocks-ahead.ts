import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { KindView, LegView, MatterView } from '../../features/matters/matter-views.ts'
import { clocksAheadQuery } from '../api/queries.ts'
import type { Advice } from '../form/form-context.ts'
import type { FormPath } from '../form/form-schema.ts'

type What = {
  readonly matter: MatterView
  readonly kind: KindView
  readonly leg: LegView
  readonly action: string
  readonly value: Readonly<Record<string, unknown>>
}

/** Says beside a typed date when the deadline ends that runs from it, and warns when it would be overdue at once. */
export function useClocksAhead({
  matter,
  kind,
  leg,
  action,
  value,
}: What): (path: FormPath) => readonly Advice[] {
  const dated = Object.values(kind.clocks).map(({ from }) => from && value[from])
  const at = dated.find((typed) => typeof typed === 'string') ?? ''
  const { data: ahead } = useQuery(clocksAheadQuery(matter.id, { action, leg: leg.no, at }))
  return useCallback(
    (path) =>
      (ahead ?? [])
        .filter(({ field }) => path.length === 1 && path[0] === field)
        .map(({ words, isOverdue }) => ({ words, isWarning: isOverdue })),
    [ahead],
  )
}
