import { valueAt } from './form-path.ts'
import { type FormSchema, isGroup, plain, propertiesOf, variantsOf } from './form-schema.ts'
import type { Said } from './said.ts'

type Body = Readonly<Record<string, unknown>>

/** The field of a list's entries that points to an entry of the matter's content, such as which error an answer is about. */
export function pointerOf(list: FormSchema): string | undefined {
  return Object.entries(entryFields(list)).find(
    ([, { widget, of }]) => widget === 'entry' && of === list.forEach,
  )?.[0]
}

/** Which fields of an answer say what it answers: the pointer or, where it has none, those the answered entry has too. */
export function answeringFields(list: FormSchema, answered: unknown): readonly string[] {
  const pointer = pointerOf(list)
  if (pointer) return [pointer]
  return isGroup(answered) ? Object.keys(entryFields(list)).filter((name) => name in answered) : []
}

/** Whether an answer is the one to an entry that has to be answered. */
export function answers(list: FormSchema, answer: unknown, answered: Answered): boolean {
  const own = isGroup(answer) ? answer : {}
  const pointer = pointerOf(list)
  if (pointer) return own[pointer] === answered.number
  const fields = answeringFields(list, answered.value)
  return fields.length > 0 && fields.every((name) => own[name] === answered.value[name])
}

/** Whether nothing can be added or left out: the list answers each of those entries, and no others count. */
export function isComplete(
  list: FormSchema,
  typed: readonly unknown[],
  answered: readonly Answered[],
): boolean {
  if (!list.exactly || answered.length === 0 || typed.length !== answered.length) return false
  return answered.every((each) => typed.some((own) => answers(list, own, each)))
}

/** An entry that has to be answered, by its number counted from 1. */
type Answered = { readonly number: number; readonly value: Body }

const entryFields = (list: FormSchema): Readonly<Record<string, FormSchema>> => {
  const items = list.items && plain(list.items)
  const groups = items ? (variantsOf(items)?.of ?? { only: items }) : {}
  return Object.fromEntries(Object.values(groups).flatMap((group) => Object.entries(group.properties ?? {})))
}

/**
 * What a form begins with: a list that answers every entry of another list has one entry for each from the start, so that none is
 * forgotten.
 * @param lists the matter's content, and what was asked for since (`listsToAnswer`)
 */
export function oneForEach(schema: FormSchema, lists: Body): Body {
  return Object.fromEntries(
    propertiesOf(schema, {}).flatMap(([name, given]) => {
      const list = plain(given)
      const entries = list.forEach && lists[list.forEach]
      if (!Array.isArray(entries)) return []
      const begun = entries.map((entry, index) => beginning(list, entry, index))
      return begun.some((each) => Object.keys(each).length > 0) ? [[name, begun]] : []
    }),
  )
}

function beginning(list: FormSchema, answered: unknown, index: number): Body {
  const pointer = pointerOf(list)
  if (pointer) return { [pointer]: index + 1 }
  const asked = isGroup(answered) ? answered : {}
  return Object.fromEntries(answeringFields(list, answered).map((name) => [name, asked[name]]))
}

/** One of several choices, such as a measure that is suggested, as an entry of a list would name it: by the field that knows it. */
function asEntry(list: FormSchema, asked: unknown): Body {
  if (isGroup(asked)) return asked
  const known = Object.entries(entryFields(list)).find(([, field]) => field.enum?.includes(String(asked)))
  return known ? { [known[0]]: asked } : {}
}

/**
 * The lists a form answers, by name: those of the matter's content, also inside a group of it or as one field of several choices,
 * and, for the others, what somebody asked for last in this conversation, such as the gaps of a supplement.
 * @param records of the matter, oldest first
 */
export function listsToAnswer(
  schema: FormSchema,
  content: Body,
  records: readonly Said[],
  leg: number,
): Body {
  const asked = propertiesOf(schema, {}).flatMap(([, given]) => {
    const list = plain(given)
    const name = list.forEach
    if (!name || name in content) return []
    const within = valueAt(content, name.split('.'))
    if (Array.isArray(within)) return [[name, within.map((each) => asEntry(list, each))] as const]
    const inLeg = records.filter((record) => record.leg === null || record.leg === leg)
    const said = inLeg.flatMap(({ body }) => (isGroup(body.form) ? [body.form[name]] : []))
    const last = said.findLast(Array.isArray)
    return last ? [[name, last] as const] : []
  })
  return { ...content, ...Object.fromEntries(asked) }
}
