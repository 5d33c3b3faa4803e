import type { Words } from '../../kernel/words.ts'

/** The JSON Schema of a form, as `GET /kinds` carries it: the parts of it that our contracts use, and our own annotations. */
export type FormSchema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, FormSchema>>
  readonly required?: readonly string[]
  readonly items?: FormSchema
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly oneOf?: readonly FormSchema[]
  readonly anyOf?: readonly FormSchema[]
  readonly minLength?: number
  readonly maxLength?: number
  /** At least so many fields of the group are filled in; `unfilled` says what to do. */
  readonly minProperties?: number
  readonly unfilled?: Words
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly multipleOf?: number
  readonly format?: string
  readonly pattern?: string
  readonly widget?: string
  readonly personal?: string
  /** The list of the matter's content that an `entry` points to, or the clock whose items are chosen from. */
  readonly of?: string
  /** The kinds of entry it may point to; any unless said. */
  readonly kinds?: readonly string[]
  /** Each entry of that list is answered once. */
  readonly once?: true
  /** The list whose every entry this list answers: one of the matter's content, or what somebody asked for since. */
  readonly forEach?: string
  /** Those entries only, each of them: none is added and none left out. */
  readonly exactly?: true
  /** What a field begins with: the particulars of whoever fills it in, what was said last under its name, or what the matter itself says. */
  readonly begins?: 'self' | 'said' | 'asked'
  /** Where that was said when it had another name: `custody.items`. */
  readonly saidAs?: string
  /** Which agencies it may be, where these are not all of the directory: those in whose name one's own agency acts. */
  readonly among?: 'own-names'
  /** Fields of this group that are needed only where another one was answered in one of these ways, or at all. */
  readonly needs?: Readonly<Record<string, { readonly where: string; readonly is?: readonly string[] }>>
  /** Options that are offered only to somebody with this power; who has another one takes other options. */
  readonly offeredTo?: Readonly<Record<string, string>>
  /** The field beside this one that explains an identifier which looks wrong and is right all the same. */
  readonly explainedBy?: string
}

/** A place in a form's value: `['objects', 0, 'name']`. */
export type FormPath = readonly (string | number)[]

/** What a place in a form is, and so how it is drawn. */
export type FieldKind =
  | 'group'
  | 'variants'
  | 'list'
  | 'choices'
  | 'agencies'
  | 'agency'
  | 'colleagues'
  | 'colleague'
  | 'officer'
  | 'station'
  | 'matter'
  | 'file'
  | 'prose'
  | 'instant'
  | 'day'
  | 'plate'
  | 'plate-colour'
  | 'credit-code'
  | 'citizen-id'
  | 'phone'
  | 'money'
  | 'kilograms'
  | 'choice'
  | 'confirm'
  | 'yes-no'
  | 'entry'
  | 'running'
  | 'number'
  | 'text'

const widgets: ReadonlySet<string> = new Set<FieldKind>([
  'choices',
  'agencies',
  'agency',
  'colleagues',
  'colleague',
  'officer',
  'station',
  'matter',
  'file',
  'prose',
  'instant',
  'day',
  'plate',
  'plate-colour',
  'credit-code',
  'citizen-id',
  'phone',
  'money',
  'kilograms',
  'choice',
  'confirm',
  'entry',
  'running',
])

/** A schema without the "or null" around it. */
export function plain(schema: FormSchema): FormSchema {
  const variants = schema.anyOf?.filter(({ type }) => type !== 'null')
  const [only] = variants ?? []
  return only && variants?.length === 1 ? { ...only, ...annotations(schema) } : schema
}

const annotations = ({ widget, personal, explainedBy }: FormSchema) => ({
  ...(widget ? { widget } : {}),
  ...(personal ? { personal } : {}),
  ...(explainedBy ? { explainedBy } : {}),
})

/** True for choices of which none need be taken: taking none is an answer, and is sent as an empty list. */
export const noneNeeded = ({ minItems = 0 }: FormSchema): boolean => minItems === 0

/** True when null stands for "nobody" or "nothing". */
export const isNullable = (schema: FormSchema): boolean =>
  schema.anyOf?.some(({ type }) => type === 'null') ?? false

/** True for agencies of which only one's own and the bureau it acts for come into question. */
export const isOwnNames = ({ among }: FormSchema): boolean => among === 'own-names'

/** How a schema is drawn. */
export function fieldKind(given: FormSchema): FieldKind {
  const schema = plain(given)
  if (schema.widget && widgets.has(schema.widget)) return schema.widget as FieldKind
  if (variantsOf(schema)) return 'variants'
  if (schema.type === 'object') return 'group'
  if (schema.type === 'array') return schema.items?.enum ? 'choices' : 'list'
  if (schema.enum) return 'choice'
  if (schema.type === 'boolean') return schema.const === true ? 'confirm' : 'yes-no'
  if (schema.type === 'number' || schema.type === 'integer') return 'number'
  if (schema.format === 'date-time') return 'instant'
  if (schema.format === 'date') return 'day'
  return (schema.maxLength ?? 0) > 300 ? 'prose' : 'text'
}

/** The options of a choice that somebody with these powers is offered; one that was chosen stays to be seen. */
export const offeredOptions = (
  { enum: options = [], offeredTo = {} }: FormSchema,
  powers: readonly string[],
  chosen: unknown,
): readonly string[] =>
  options.filter((option) => {
    const power = offeredTo[option]
    return power === undefined || option === chosen || powers.includes(power)
  })

/** A group of which one variant holds, told apart by a fixed property: party = person or organisation. */
export type Variants = { readonly by: string; readonly of: Readonly<Record<string, FormSchema>> }

/** The variants of a schema, if it is such a union. */
export function variantsOf(schema: FormSchema): Variants | undefined {
  const each = (schema.oneOf ?? schema.anyOf)?.filter(({ type }) => type === 'object')
  const [first] = each ?? []
  if (!each || !first?.properties) return undefined
  const by = Object.keys(first.properties).find((name) =>
    each.every(({ properties }) => properties?.[name]?.const !== undefined),
  )
  if (!by) return undefined
  return {
    by,
    of: Object.fromEntries(each.map((variant) => [String(variant.properties?.[by]?.const), variant])),
  }
}

/** The variant a value has chosen. */
export function chosenVariant(variants: Variants, value: unknown): FormSchema | undefined {
  const chosen = isGroup(value) ? value[variants.by] : undefined
  return typeof chosen === 'string' ? variants.of[chosen] : undefined
}

/** The properties of a group as far as the value decides them, in the order of the contract. */
export function propertiesOf(
  given: FormSchema,
  value: unknown,
): readonly (readonly [string, FormSchema, boolean])[] {
  const schema = plain(given)
  const variants = variantsOf(schema)
  const group = variants ? chosenVariant(variants, value) : schema
  return Object.entries(group?.properties ?? {})
    .filter(([name]) => name !== variants?.by)
    .map(([name, property]) => [name, property, isNeeded(group, name, value)])
}

/** True for a field that always has to be filled in, or has to be because of what was chosen beside it. */
function isNeeded(group: FormSchema | undefined, name: string, value: unknown): boolean {
  if (group?.required?.includes(name)) return true
  const need = group?.needs?.[name]
  const answer = need && isGroup(value) ? value[need.where] : undefined
  return answer !== undefined && (need?.is?.includes(String(answer)) ?? true)
}

/** A plain object, as opposed to a list or a single value. */
export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
