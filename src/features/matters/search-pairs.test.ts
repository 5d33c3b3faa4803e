import { expect, test } from 'vitest'
import { z } from 'zod'
import { kinds } from './kinds/kinds.ts'
import { contentAction } from './read-matter.ts'
import { searchPairs, shortTexts } from './search-pairs.ts'

type Schema = {
  readonly personal?: string
  readonly const?: unknown
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** A value with every field of a schema filled in: personal ones with a name, the others with an ordinary word. */
function filled(schema: Schema, variant: number): unknown {
  const variants = schema.anyOf ?? schema.oneOf
  if (variants) return filled(variants[variant % variants.length] ?? {}, variant)
  if (schema.const !== undefined) return schema.const
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, inner]) => [name, filled(inner, variant)]),
    )
  if (schema.items) return [filled(schema.items, variant)]
  return schema.personal ? '试例十三' : '普通文字'
}

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  '%s is found by what it says and never by the personal data in it',
  (_name, kind) => {
    const form = kind.forms[contentAction(kind)]
    if (!form) throw new Error(`${kind.name} has no content.`)
    const schema = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as Schema
    for (const variant of [0, 1, 2, 3]) {
      const texts = shortTexts(form, filled(schema, variant))
      expect(texts).toContain('普通文字')
      expect(texts).not.toContain('试例十三')
    }
  },
)

test('words of two characters and more are found, whatever their case and width', () => {
  expect(searchPairs(['吉Ｃ·12345'])).toEqual(expect.arrayContaining(searchPairs(['吉c12345'])))
})
