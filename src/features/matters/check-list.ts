import { AgencyId } from '../../kernel/ids.ts'
import type { Material } from '../../kernel/materials.ts'
import type { Tx } from '../../platform/database.ts'
import { agenciesByIds } from '../agencies/agencies.ts'
import type { Kind } from './kind.ts'

/**
 * The materials that must go with a matter: what its kind asks for everywhere, and what the regions of its two sides ask for. Nobody is
 * asked where an agency is; the directory knows.
 * @param content may be half written
 */
export async function checkListOf(
  tx: Tx,
  kind: Kind,
  { openerId, content }: { readonly openerId: string; readonly content: Readonly<Record<string, unknown>> },
): Promise<readonly Material[]> {
  const materials = kind.materialsOf(content)
  if (!kind.regionalMaterialsOf) return materials
  const written = [openerId, ...(Array.isArray(content.to) ? content.to : [])]
  const sides = written.flatMap((id) => AgencyId.safeParse(id).data ?? [])
  const known = await agenciesByIds(tx, sides)
  const provinces = [...known.values()].flatMap(({ divisionCode }) => divisionCode?.slice(0, 2) ?? [])
  return [...materials, ...kind.regionalMaterialsOf(content, provinces)]
}
