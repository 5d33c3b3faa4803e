import { expect, test } from 'vitest'
import { z } from 'zod'
import { kinds } from './kinds/kinds.ts'
import { contentAction } from './read-matter.ts'
import { searchPairs, shortTexts } from './search-pairs.ts'

/** The names of the properties that a form marks as personal, except those of a natural person, which are left out whole. */
function personalFields(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof schema !== 'object' || schema === null) return found
  const { properties = {} } = schema as {
    properties?: Record<string, { personal?: string; const?: unknown }>
  }
  if (properties.kind?.const === 'person') return found
  for (const [name, property] of Object.entries(properties)) if (property.personal) found.add(name)
  for (const inner of Object.values(schema)) personalFields(inner, found)
  return found
}

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  '%s is not found by the personal data in it',
  (_name, kind) => {
    const form = kind.forms[contentAction(kind)]
    const fields = personalFields(form && z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }))

    expect([...fields].filter((name) => shortTexts({ [name]: '试例十三' }).length > 0)).toEqual([])
    expect(shortTexts({ kind: 'person', name: '试例十三' })).toEqual([])
  },
)

test('words of two characters and more are found, whatever their case and width', () => {
  expect(searchPairs(['吉Ｃ·12345'])).toEqual(expect.arrayContaining(searchPairs(['吉c12345'])))
})
