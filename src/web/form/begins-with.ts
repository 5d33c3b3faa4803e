import type { DraftView } from '../../features/matters/matter-views.ts'
import { type FormSchema, fieldKind, isGroup, plain, propertiesOf } from './form-schema.ts'

type Body = Readonly<Record<string, unknown>>

/**
 * What a draft leaves out begins with what is known, also one that was not begun by a person: the notice a closed case calls for is
 * drafted by the platform, which does not know who will write it.
 */
export const completed = (draft: DraftView, known: Body): DraftView => ({
  ...draft,
  body: { ...known, ...draft.body },
})

/** What nobody has begun to write yet begins with what is known already. */
export const begun = (draft: DraftView, known: Body): DraftView =>
  draft.version > 0 ? draft : completed(draft, known)

/**
 * The groups of a form that begin with whoever fills it in, such as the contact 联系人. One that may be left out stays closed.
 * @param self name, and the telephone at the office where the account has one
 */
export function ownParticulars(
  schema: FormSchema,
  self: { readonly name: string; readonly phone: string | null },
): Body {
  return Object.fromEntries(
    propertiesOf(schema, {}).flatMap(([name, given, isRequired]): [string, Body][] => {
      const property = plain(given)
      if (!isRequired) return []
      if (property.begins === 'self')
        return [[name, { name: self.name, ...(self.phone ? { phone: self.phone } : {}) }]]
      const inner = fieldKind(property) === 'group' ? ownParticulars(property, self) : {}
      return Object.keys(inner).length > 0 ? [[name, inner]] : []
    }),
  )
}

/** A record of the matter, as far as it matters here. */
type Said = { readonly leg: number | null; readonly body: Body }

/**
 * The fields of a form that begin with what was said last under their name in this conversation, such as the people who are sent where
 * others are sent instead.
 * @param records of the matter, oldest first
 */
export function saidBefore(schema: FormSchema, records: readonly Said[], leg: number): Body {
  return Object.fromEntries(
    propertiesOf(schema, {}).flatMap(([name, given]): [string, unknown][] => {
      if (plain(given).begins !== 'said') return []
      const last = records.findLast(
        (record) => record.leg === leg && isGroup(record.body.form) && name in record.body.form,
      )
      return last ? [[name, (last.body.form as Body)[name]]] : []
    }),
  )
}
