import type { MatterView } from '../../../features/matters/matter-views.ts'
import { isGroup } from '../../form/form-schema.ts'
import type { Draft } from '../../form/use-draft.ts'
import { notApplicableField } from './writing-steps.ts'

/** Why materials do not apply, by item, as far as somebody said so. */
export function reasonsOf(draft: Pick<Draft, 'value'>): ReadonlyMap<string, string> {
  const entries = draft.value[notApplicableField]
  return new Map(
    (Array.isArray(entries) ? entries : [])
      .filter(isGroup)
      .map((entry) => [String(entry.item), typeof entry.reason === 'string' ? entry.reason : '']),
  )
}

/** Required materials with neither a file nor a reason. The server decides which of them cannot be excused. */
export function missingMaterials(
  draft: Pick<Draft, 'value' | 'materials'>,
  matter: Pick<MatterView, 'files'>,
): Draft['materials'] {
  const attached = new Set(matter.files.map(({ item }) => item))
  const reasons = reasonsOf(draft)
  return draft.materials.filter(
    ({ item, required }) => required && !attached.has(item) && (reasons.get(item) ?? '').trim() === '',
  )
}
