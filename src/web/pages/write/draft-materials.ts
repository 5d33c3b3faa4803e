import type { MatterView } from '../../../features/matters/matter-views.ts'
import { materialFaults, notApplicableField } from '../../../kernel/materials.ts'
import type { Fault } from '../../../kernel/refusal.ts'
import { isGroup } from '../../form/form-schema.ts'
import type { Draft } from '../../form/use-draft.ts'

/** Why materials do not apply, by item, as far as somebody said so; in the order in which they were said. */
export function reasonsOf(draft: Pick<Draft, 'value'>): ReadonlyMap<string, string> {
  const entries = draft.value[notApplicableField]
  return new Map(
    (Array.isArray(entries) ? entries : [])
      .filter(isGroup)
      .map((entry) => [String(entry.item), typeof entry.reason === 'string' ? entry.reason : '']),
  )
}

/** What the draft still lacks of its check-list, exactly as the server would refuse it. */
export function faultsOfMaterials(
  draft: Pick<Draft, 'value' | 'materials'>,
  matter: Pick<MatterView, 'files'>,
): readonly Fault[] {
  const attached = matter.files.flatMap(({ item, internal }) => (item && !internal ? [item] : []))
  return materialFaults(draft.materials, draft.value, new Set(attached))
}
