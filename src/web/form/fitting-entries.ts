import { type FormSchema, isGroup, plain, type Variants } from './form-schema.ts'

/** Whether a field that points to an entry may point to this one: some variants of an answer fit entries of certain kinds only. */
export const pointsTo = ({ kinds }: FormSchema, entry: unknown): boolean =>
  !kinds || (isGroup(entry) && kinds.includes(String(entry.kind)))

/** The field of a group that points to an entry of the matter's content: its name and its schema. */
export const pointerIn = (group: FormSchema | undefined): readonly [string, FormSchema] | undefined =>
  Object.entries(group?.properties ?? {})
    .map(([name, given]) => [name, plain(given)] as const)
    .find(([, { widget }]) => widget === 'entry')

/**
 * The variants of an answer that fit one of the entries it may be about; the others could only be refused.
 * @param entries those that are not answered yet; where there is none, nothing is left out
 */
export const fittingVariants = ({ of }: Variants, entries: readonly unknown[]): readonly string[] =>
  Object.entries(of).flatMap(([name, variant]) => {
    const [, pointer] = pointerIn(variant) ?? []
    return !pointer || entries.length === 0 || entries.some((entry) => pointsTo(pointer, entry)) ? [name] : []
  })
