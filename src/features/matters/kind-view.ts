import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { Kind } from './kind.ts'
import { kindLetters } from './kind-letters.ts'
import { caseFrom } from './kinds/case/from-matter.ts'
import { kinds } from './kinds/kinds.ts'
import type { KindsView, KindView } from './matter-views.ts'
import { opensWith } from './open-matter.ts'
import { standingActions } from './standing-actions.ts'

/** A kind as clients read it: chart, words, form schemas, clocks. The page needs no other knowledge of any kind. */
export function kindView(kind: Kind): KindView {
  const { chart, words } = kind
  const leads = caseFrom(kind.name)
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
    ...(leads ? { filesCaseBy: leads.files } : {}),
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

const packed: { [Packing in 'br' | 'gzip']?: Buffer } = {}

/**
 * All kinds as packed JSON, and how: every page needs them before its first picture. The kinds have much in common, which Brotli finds over
 * the whole length: a ninth, where gzip leaves a fifth. Nothing for who takes neither.
 */
export function packedKindViews(acceptEncoding: string): { packing: string; bytes: Buffer } | undefined {
  const packing = (['br', 'gzip'] as const).find((each) => new RegExp(`\\b${each}\\b`).test(acceptEncoding))
  if (!packing) return undefined
  packed[packing] ??= pack[packing](JSON.stringify(kindViews()))
  return { packing, bytes: packed[packing] }
}

const pack = {
  // 9 takes a tenth of the time of 11, which would block the first reader for more than a second, and gives a tenth more.
  br: (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (text: string) => gzipSync(text, { level: 9 }),
}
