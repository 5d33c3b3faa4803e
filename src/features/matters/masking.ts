import { z } from 'zod'
import { maskIdNumber, maskName, maskPhone } from '../../kernel/identifiers/mask.ts'
import type { Personal } from '../../kernel/text.ts'

type Schema = {
  readonly personal?: Personal
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** A value as strangers to its details see it, and the paths that were masked. */
export type Masked = { readonly value: unknown; readonly masked: readonly string[] }

const maskers: Record<Personal, (text: string) => string> = {
  name: maskName,
  'id-number': maskIdNumber,
  phone: maskPhone,
  // The county or city stays: enough to know where a person is from, not where to find one.
  address: (text) => `${[...text].slice(0, 6).join('')}****`,
}

const schemas = new WeakMap<z.ZodType, Schema>()

/** Masks the personal data of a form's value, as the form's own annotations say (`personal()` in kernel/text.ts). */
export function maskPersonalData(form: z.ZodType, value: unknown): Masked {
  const masked: string[] = []
  const mask = (sort: Personal, text: string, path: string): string => {
    masked.push(path)
    return maskers[sort](text)
  }
  return { value: replaced(schemaOf(form), value, '', mask), masked }
}

/** A form's value with nothing where it holds personal data: what may be searched. */
export const withoutPersonalData = (form: z.ZodType, value: unknown): unknown =>
  replaced(schemaOf(form), value, '', () => undefined)

function schemaOf(form: z.ZodType): Schema {
  const known = schemas.get(form)
  if (known) return known
  const schema = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as Schema
  schemas.set(form, schema)
  return schema
}

type Replace = (sort: Personal, text: string, path: string) => string | undefined

function replaced(schema: Schema, value: unknown, path: string, replace: Replace): unknown {
  if (value === null || value === undefined) return value
  const variant = schema.anyOf ?? schema.oneOf
  if (variant) return replaced(fitting(variant, value), value, path, replace)
  if (schema.personal && typeof value === 'string') return replace(schema.personal, value, path)
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.map((item, index) => replaced(items, item, `${path}[${index}]`, replace)) : value
  }
  if (typeof value === 'object' && schema.properties) {
    const { properties } = schema
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        replaced(properties[name] ?? {}, inner, path ? `${path}.${name}` : name, replace),
      ]),
    )
  }
  return value
}

/** The variant of a union whose fixed properties agree with the value; without one, all their annotations together. */
function fitting(variants: readonly Schema[], value: unknown): Schema {
  const fixed = (variant: Schema) =>
    Object.entries(variant.properties ?? {}).every(([name, property]) => {
      const constant = (property as { const?: unknown }).const
      return constant === undefined || constant === (value as Record<string, unknown>)[name]
    })
  return (
    variants.find((variant) => variant.properties && fixed(variant)) ??
    variants.find((variant) => variant.personal) ??
    variants[0] ??
    {}
  )
}
