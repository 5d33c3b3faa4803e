import type { Fault } from './refusal.ts'
import type { Words } from './words.ts'

/** One item of a check-list of materials 材料清单. */
export type Material = {
  readonly item: string
  readonly words: Words
  /** Optional items are asked for, but nobody has to say why they are missing. */
  readonly required: boolean
  /** The matter makes no sense without it: "does not apply" is no answer. */
  readonly indispensable?: true
  /** Brought by this side once the matter is on its way; nobody is asked for it who writes the matter. */
  readonly later?: 'asker' | 'answerer'
}

type Content = Readonly<Record<string, unknown>>

/** The field of a content in which its writer says that a material does not apply, and why: `[{ item, reason }]`. */
export const notApplicableField = 'notApplicable'

/**
 * Required materials that are neither attached nor declared not applicable, also for a content that is still being written.
 * An indispensable one counts as missing even when declared so.
 */
export function missingMaterials(
  materials: readonly Material[],
  content: Content,
  attachedItems: ReadonlySet<string>,
): readonly Material[] {
  const excused = excusedItems(content)
  return materials.filter(
    ({ item, required, indispensable }) =>
      required && !attachedItems.has(item) && (indispensable || !excused.has(item)),
  )
}

/**
 * What is missing, as faults at `materials.ITEM`: the server refuses with them, and the page shows them before anybody
 * submits.
 */
export function materialFaults(
  materials: readonly Material[],
  content: Content,
  attachedItems: ReadonlySet<string>,
): Fault[] {
  return missingMaterials(materials, content, attachedItems).map(({ item, words, indispensable }) => ({
    path: ['materials', item],
    message: indispensable
      ? { zh: `缺少“${words.zh}”。请上传。`, en: `"${words.en}" is missing. Attach it.` }
      : {
          zh: `缺少“${words.zh}”。请上传；确不适用的，勾选“不适用”并写明理由。`,
          en: `"${words.en}" is missing. Attach it or, where it does not apply, say so and why.`,
        },
  }))
}

function excusedItems(content: Content): ReadonlySet<unknown> {
  const entries = content[notApplicableField]
  return new Set(
    (Array.isArray(entries) ? entries : []).map((entry: unknown) =>
      typeof entry === 'object' && entry !== null ? (entry as Content).item : undefined,
    ),
  )
}
