import type { z } from 'zod'
import { faultsOf } from '../../kernel/faults.ts'
import type { Check } from '../../kernel/identifiers/check.ts'
import { checkCitizenId } from '../../kernel/identifiers/citizen-id.ts'
import { checkCreditCode } from '../../kernel/identifiers/credit-code.ts'
import { checkPhone } from '../../kernel/identifiers/phone.ts'
import { checkPlate } from '../../kernel/identifiers/plate.ts'
import type { Fault } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import {
  chosenVariant,
  type FormPath,
  type FormSchema,
  fieldKind,
  isGroup,
  isNullable,
  plain,
  propertiesOf,
  variantsOf,
} from './form-schema.ts'

/**
 * What is still wrong with what was typed, in the very words the server would use. The server checks everything again; this
 * only spares people the round trip. Rules across fields are the server's alone.
 */
export function formFaults(schema: FormSchema, value: unknown, path: FormPath = []): Fault[] {
  return faultsAt(schema, value ?? {}, path, true)
}

function faultsAt(
  given: FormSchema,
  value: unknown,
  path: FormPath,
  isRequired: boolean,
  beside: Readonly<Record<string, unknown>> = {},
): Fault[] {
  if (value === null && isNullable(given)) return []
  if (value === undefined || value === null || value === '') return isRequired ? missingAt(given, path) : []
  const schema = plain(given)
  switch (fieldKind(schema)) {
    case 'group':
      return groupFaults(schema, value, path)
    case 'variants': {
      const variants = variantsOf(schema)
      if (!variants || !chosenVariant(variants, value)) return unchosen([...path, variants?.by ?? ''])
      return groupFaults(schema, value, path)
    }
    case 'list':
    case 'choices':
    case 'agencies':
    case 'colleagues':
      return listFaults(schema, value, path)
    case 'confirm':
      return value === true ? [] : unconfirmed(path)
    case 'number':
    case 'money':
    case 'kilograms':
    case 'entry':
      return numberFaults(schema, value, path)
    default:
      return textFaults(schema, value, path, beside)
  }
}

/** A missing group is missing field by field, so that each has its own sentence. */
function missingAt(given: FormSchema, path: FormPath): Fault[] {
  const kind = fieldKind(given)
  if (kind === 'group') return groupFaults(plain(given), {}, path)
  if (kind === 'variants') return unchosen([...path, variantsOf(plain(given))?.by ?? ''])
  if (kind === 'list') return listFaults(plain(given), [], path)
  if (kind === 'confirm') return unconfirmed(path)
  if (kind === 'choices' || kind === 'agencies' || kind === 'colleagues') return noneAt(path)
  if (kind === 'choice' || kind === 'plate-colour' || kind === 'entry' || kind === 'running')
    return unchosen(path, plain(given).enum)
  return missing(path)
}

function groupFaults(schema: FormSchema, value: unknown, path: FormPath): Fault[] {
  const group = isGroup(value) ? value : {}
  const { minProperties = 0, unfilled } = schema
  if (unfilled && Object.values(group).filter((each) => each !== undefined).length < minProperties)
    return [{ path: [...path], message: unfilled }]
  return propertiesOf(schema, group).flatMap(([name, property, isRequired]) =>
    faultsAt(property, group[name], [...path, name], isRequired, group),
  )
}

function listFaults(schema: FormSchema, value: unknown, path: FormPath): Fault[] {
  const list = Array.isArray(value) ? value : []
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items } = schema
  if (list.length < minItems) {
    // Entries that have to be there are shown empty; their fields say what is missing.
    if (fieldKind(schema) !== 'list') return noneAt(path)
    const absent = Array.from({ length: minItems }, (_, index) => list[index] ?? {})
    return absent.flatMap((item, index) => (items ? faultsAt(items, item, [...path, index], true) : []))
  }
  if (list.length > maxItems) return issue({ code: 'too_big', origin: 'array', maximum: maxItems }, path)
  return items ? list.flatMap((item, index) => faultsAt(items, item, [...path, index], true)) : []
}

function numberFaults(schema: FormSchema, value: unknown, path: FormPath): Fault[] {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return issue({ code: 'invalid_type', expected: 'number', input: value }, path)
  if (schema.type === 'integer' && !Number.isInteger(value))
    return issue({ code: 'invalid_type', expected: 'int', input: value }, path)
  if (schema.minimum !== undefined && value < schema.minimum)
    return issue({ code: 'too_small', origin: 'number', minimum: schema.minimum }, path)
  if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum)
    return issue({ code: 'too_small', origin: 'number', minimum: schema.exclusiveMinimum }, path)
  if (schema.maximum !== undefined && value > schema.maximum)
    return issue({ code: 'too_big', origin: 'number', maximum: schema.maximum }, path)
  return []
}

function textFaults(
  schema: FormSchema,
  value: unknown,
  path: FormPath,
  beside: Readonly<Record<string, unknown>>,
): Fault[] {
  if (typeof value !== 'string')
    return issue({ code: 'invalid_type', expected: 'string', input: value }, path)
  if (value.trim() === '') return missing(path)
  if (schema.minLength !== undefined && value.length < schema.minLength)
    return issue({ code: 'too_small', origin: 'string', minimum: schema.minLength }, path)
  if (schema.maxLength !== undefined && value.length > schema.maxLength)
    return issue({ code: 'too_big', origin: 'string', maximum: schema.maxLength, input: value }, path)
  if (schema.enum && !schema.enum.includes(value))
    return issue({ code: 'invalid_value', values: [...schema.enum] }, path)
  const check = identifierCheck(fieldKind(schema), value)
  if (!check || check.ok) return []
  const isExplained = typeof beside[schema.explainedBy ?? ''] === 'string'
  return check.overridable && isExplained ? [] : [{ path: [...path], message: check.why }]
}

/** What one should look at again, without being stopped. */
export function identifierAdvice(kind: string, value: string): readonly Words[] {
  const check = identifierCheck(kind, value)
  return check?.ok ? check.warnings : []
}

function identifierCheck(kind: string, value: string): Check<unknown> | undefined {
  switch (kind) {
    case 'plate':
      return checkPlate(value)
    case 'citizen-id':
      return checkCitizenId(value)
    case 'credit-code':
      return checkCreditCode(value)
    case 'phone':
      return checkPhone(value)
    default:
      return undefined
  }
}

const missing = (path: FormPath): Fault[] =>
  issue({ code: 'invalid_type', expected: 'string', input: undefined }, path)

const noneAt = (path: FormPath): Fault[] =>
  issue({ code: 'invalid_type', expected: 'array', input: undefined }, path)

const unchosen = (path: FormPath, values: readonly string[] = []): Fault[] =>
  issue({ code: 'invalid_value', values, input: undefined }, path)

const unconfirmed = (path: FormPath): Fault[] =>
  issue({ code: 'invalid_value', values: [true], input: undefined }, path)

/** The kernel's words for an issue; it knows issues by their shape alone. */
const issue = (found: Readonly<Record<string, unknown>>, path: FormPath): Fault[] =>
  faultsOf({ issues: [{ ...found, path, message: '' }] } as unknown as z.ZodError)
