import type { KindView } from '../../features/matters/matter-views.ts'

/** The action whose form is the content of the matter: the one that names its addressees. */
export function contentAction(kind: KindView): string {
  for (const steps of Object.values(kind.chart.states))
    for (const [action, step] of Object.entries(steps)) if (step.addresses) return action
  return Object.keys(kind.forms)[0] ?? ''
}
