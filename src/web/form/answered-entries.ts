import { createContext, useContext } from 'react'
import { valueAt } from './form-path.ts'
import { type FormSchema, plain, variantsOf } from './form-schema.ts'
import type { Said } from './said.ts'

/** The numbers of the entries this action has answered already in the conversation, where it answers each once. */
const AnsweredEntries = createContext<ReadonlySet<unknown>>(new Set())

/** Gives the form below it what was answered already. */
export const AnsweredEntriesProvider = AnsweredEntries.Provider

/** True for an entry, by its number counted from 1, that need not be answered any more. */
export function useIsAnswered(): (number: number) => boolean {
  const answered = useContext(AnsweredEntries)
  return (number) => answered.has(number)
}

/**
 * The entries an action has answered in a conversation, where its form answers each once: the tasks of a co-investigation.
 * @param records of the matter
 */
export function answeredEntries(
  schema: FormSchema,
  action: string,
  records: readonly Said[],
  leg: number,
): ReadonlySet<unknown> {
  const groups = Object.values(variantsOf(plain(schema))?.of ?? { only: plain(schema) })
  const fields = groups.flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([name, given]) => (plain(given).once ? [name] : [])),
  )
  const taken = records.filter((record) => record.type === action && record.leg === leg)
  return new Set(taken.flatMap(({ body }) => fields.map((field) => valueAt(body.form, [field]))))
}
