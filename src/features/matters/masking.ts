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
  let schema = schemas.get(form)
  if (!schema) {
    schema = z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as Schema
    schemas.set(form, schema)
  }
  const masked: string[] = []
  return { value: mask(schema, value, '', masked), masked }
}

function mask(schema: Schema, value: unknown, path: string, masked: string[]): unknown {
  if (value === null || value === undefined) return value
  const variant = schema.anyOf ?? schema.oneOf
  if (variant) return mask(fitting(variant, value), value, path, masked)
  if (schema.personal && typeof value === 'string') {
    masked.push(path)
    return maskers[schema.personal](value)
  }
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.map((item, index) => mask(items, item, `${path}[${index}]`, masked)) : value
  }
  if (typeof value === 'object' && schema.properties) {
    const { properties } = schema
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        mask(properties[name] ?? {}, inner, path ? `${path}.${name}` : name, masked),
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
