import { type FormSchema, plain, propertiesOf, variantsOf } from './form-schema.ts'

type Body = Readonly<Record<string, unknown>>

/** The field of a list's entries that points to an entry of the matter's content, such as which error an answer is about. */
export function pointerOf(list: FormSchema): string | undefined {
  const items = list.items && plain(list.items)
  const groups = items ? (variantsOf(items)?.of ?? { only: items }) : {}
  return Object.values(groups)
    .flatMap((group) => Object.entries(group.properties ?? {}))
    .find(([, { widget, of }]) => widget === 'entry' && of === list.forEach)?.[0]
}

/**
 * What a form begins with: a list that answers every entry of a list of the matter's content has one entry for each from the start,
 * so that none is forgotten.
 */
export function oneForEach(schema: FormSchema, content: Body): Body {
  return Object.fromEntries(
    propertiesOf(schema, {}).flatMap(([name, given]) => {
      const list = plain(given)
      const pointer = list.forEach && pointerOf(list)
      const entries = list.forEach && content[list.forEach]
      if (!pointer || !Array.isArray(entries)) return []
      return [[name, entries.map((_, index) => ({ [pointer]: index + 1 }))]]
    }),
  )
}
