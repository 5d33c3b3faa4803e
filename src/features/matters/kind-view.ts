import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Kind } from './kind.ts'
import { kindLetters } from './kind-letters.ts'
import { kinds } from './kinds/kinds.ts'
import type { KindsView, KindView } from './matter-views.ts'
import { opensWith } from './open-matter.ts'
import { standingActions } from './standing-actions.ts'

/** A kind as clients read it: chart, words, form schemas, clocks. The page needs no other knowledge of any kind. */
export function kindView(kind: Kind): KindView {
  const { chart, words } = kind
  return {
    kind: kind.name,
    words,
    chart: { initial: chart.initial, states: chart.states },
    forms: Object.fromEntries(
      Object.entries(kind.forms).map(([action, form]) => [action, jsonSchemaOf(form)]),
    ),
    clocks: chart.clocks,
    openedWith: opensWith(kind),
    mostAddressees: kind.mostAddressees,
    letters: kindLetters(kind),
    ...(kind.precedents ? { hasPrecedents: true as const } : {}),
    ...(kind.suggestsAddressee ? { suggestsAddressee: true as const } : {}),
  }
}

const jsonSchemaOf = (form: z.ZodType): Record<string, unknown> => {
  const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input' })
  return schema
}

let views: KindsView | undefined

/** All kinds, and once for all of them what the standing actions are called and take; made once per process. */
export function kindViews(): KindsView {
  const standing = Object.entries(standingActions)
  views ??= {
    items: kinds.map((kind) => kindView(kind as unknown as Kind)),
    standing: {
      actions: Object.fromEntries(standing.map(([name, { words }]) => [name, words])),
      forms: Object.fromEntries(standing.map(([name, { form }]) => [name, jsonSchemaOf(form)])),
    },
  }
  return views
}

let packed: Buffer | undefined

/** All kinds as packed JSON: every page needs them before its first picture, and packed they are a quarter. */
export function packedKindViews(): Buffer {
  packed ??= gzipSync(JSON.stringify(kindViews()), { level: 9 })
  return packed
}
