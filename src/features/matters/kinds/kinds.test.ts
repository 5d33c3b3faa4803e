import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { actionsOf, type Chart } from '../../../kernel/chart.ts'
import { kindOf, kinds } from './kinds.ts'

type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly maxLength?: number
  readonly maxItems?: number
  readonly maximum?: number
  readonly format?: string
  readonly additionalProperties?: boolean
  readonly widget?: string
  readonly forEach?: string
  readonly needs?: Readonly<Record<string, { readonly where: string; readonly is?: readonly string[] }>>
  readonly explainedBy?: string
}

/** Visits every part of a form with its path, variants of a union under the same path. */
function walk(schema: Schema, visit: (part: Schema, path: string) => void, path = ''): void {
  visit(schema, path)
  for (const variant of schema.oneOf ?? []) walk(variant, visit, path)
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    walk(property, visit, path ? `${path}.${name}` : name)
  if (schema.items) walk(schema.items, visit, `${path}[]`)
}

const schemaOf = (form: z.ZodType): Schema => z.toJSONSchema(form) as Schema

const forms = kinds.flatMap((kind) =>
  Object.entries(kind.forms).map(([action, form]) => ({
    kind,
    action,
    form,
    name: `${kind.name} ${action}`,
  })),
)

/** The paths that need a label, and for each closed list its values. */
function wordsNeeded(kind: (typeof kinds)[number]) {
  const fields = new Set<string>()
  const options = new Map<string, Set<string>>()
  for (const form of Object.values(kind.forms))
    walk(schemaOf(form), (part, path) => {
      // An entry of a list is named by its list; a choice of several by its field.
      if (path !== '' && !path.endsWith('[]')) fields.add(path)
      const values = part.enum ?? (typeof part.const === 'string' ? [part.const] : [])
      const field = path.replace(/\[\]$/, '')
      for (const value of values) options.set(field, (options.get(field) ?? new Set()).add(String(value)))
    })
  return { fields, options }
}

describe.each(kinds)('the words of $name', (kind) => {
  const { fields, options } = wordsNeeded(kind)

  test('name every state, action and clock of the chart, and nothing else', () => {
    expect(Object.keys(kind.words.states).sort()).toEqual(Object.keys(kind.chart.states).sort())
    expect(Object.keys(kind.words.actions).sort()).toEqual(actionsOf(kind.chart).sort())
    expect(Object.keys(kind.words.clocks).sort()).toEqual(Object.keys(kind.chart.clocks).sort())
  })

  test('know every field that says when a deadline was met', () => {
    for (const { doneAt = {} } of Object.values(kind.chart.clocks as Chart['clocks']))
      for (const [action, said = []] of Object.entries(doneAt)) {
        expect(actionsOf(kind.chart)).toContain(action)
        expect(Object.keys(kind.words.fields)).toEqual(expect.arrayContaining([said].flat()))
      }
  })

  test('name every field of every form, and nothing else', () => {
    expect(Object.keys(kind.words.fields).sort()).toEqual([...fields].sort())
  })

  test('name every option of every closed list, and nothing else', () => {
    const named = Object.entries(kind.words.options).map(([path, values]) => [
      path,
      Object.keys(values).sort(),
    ])
    const needed = [...options].map(([path, values]) => [path, [...values].sort()])
    expect(Object.fromEntries(named)).toEqual(Object.fromEntries(needed))
  })

  test('are there in both languages, without blanks at the ends', () => {
    const found: string[] = []
    const collect = (value: unknown): void => {
      if (typeof value === 'string') found.push(value)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
    }
    collect(kind.words)
    expect(found.filter((words) => words.trim() === '' || words !== words.trim())).toEqual([])
  })

  test('keep each language to its own characters and signs', () => {
    const strange: string[] = []
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const [language, words] of Object.entries(value)) {
        if (typeof words !== 'string') look(words)
        // The suffix of a trailer's plate has no other name.
        else if (
          language === 'en' &&
          /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/.test(words.replace('挂', ''))
        )
          strange.push(words)
        else if (language === 'zh' && /[\u4e00-\u9fff][,;:?!()"']|[,;:?!()"'][\u4e00-\u9fff]/.test(words))
          strange.push(words)
      }
    }
    look(kind.words)
    expect(strange).toEqual([])
  })
})

describe.each(forms)('the form of $name', ({ kind, action, form }) => {
  const schema = schemaOf(form)

  test('is an action of the chart', () => {
    expect(actionsOf(kind.chart)).toContain(action)
  })

  test('transforms nothing: what was signed is what is stored', () => {
    expect(z.toJSONSchema(form, { io: 'input' })).toEqual(z.toJSONSchema(form, { io: 'output' }))
  })

  test('has a limit on everything and takes no unknown field', () => {
    const unlimited: string[] = []
    walk(schema, (part, path) => {
      const isClosed = part.enum !== undefined || part.const !== undefined || part.format !== undefined
      if (part.type === 'string' && !isClosed && part.maxLength === undefined) unlimited.push(path)
      if (part.type === 'array' && part.maxItems === undefined) unlimited.push(path)
      if ((part.type === 'number' || part.type === 'integer') && part.maximum === undefined)
        unlimited.push(path)
      if (part.type === 'object' && part.additionalProperties !== false) unlimited.push(path)
    })
    expect(unlimited).toEqual([])
  })

  test('uses widgets the page knows', () => {
    const used = new Set<string>()
    walk(schema, (part) => part.widget && used.add(part.widget))
    const known = [
      'prose',
      'instant',
      'day',
      'agencies',
      'plate',
      'plate-colour',
      'credit-code',
      'citizen-id',
      'phone',
      'money',
      'kilograms',
      'choice',
      'choices',
      'confirm',
      'list',
      'entry',
      'running',
      'officer',
      'file',
      'station',
    ]
    expect([...used].filter((widget) => !known.includes(widget))).toEqual([])
  })

  test('names the kind of each variant of a union by one fixed field', () => {
    walk(schema, (part, path) => {
      if (!part.oneOf) return
      const fixed = part.oneOf.map((variant) =>
        Object.entries(variant.properties ?? {}).filter(([, property]) => typeof property.const === 'string'),
      )
      expect(new Set(fixed.map((each) => each.map(([name]) => name).join())).size, path).toBe(1)
      expect(new Set(fixed.map((each) => String(each[0]?.[1].const))).size, path).toBe(part.oneOf.length)
    })
  })
})

test('a list that says of each entry of the content what became of it begins with one for each', () => {
  const forgetful: string[] = []
  for (const { name, form } of forms)
    walk(schemaOf(form), (part, path) => {
      if (part.type !== 'array' || part.forEach) return
      const entries = part.items?.oneOf ?? (part.items ? [part.items] : [])
      const points = entries.some(({ properties }) =>
        Object.values(properties ?? {}).some(({ widget }) => widget === 'entry'),
      )
      if (points) forgetful.push(`${name} ${path}`)
    })
  expect(forgetful).toEqual([])
})

test('the steps of the writing assistant are groups or lists', () => {
  for (const { kind, action, form } of forms) {
    const isContent = Object.values(kind.chart.states).some((steps) => steps[action]?.addresses)
    if (!isContent) continue
    for (const [name, step] of Object.entries(schemaOf(form).properties ?? {}))
      expect(step.oneOf ? 'object' : step.type, `${kind.name} ${name}`).toMatch(/^(object|array)$/)
  }
})

test('an unknown kind is a bug, not a refusal', () => {
  expect(kindOf('case-transfer').name).toBe('case-transfer')
  expect(() => kindOf('transfer')).toThrow('no kind of matter')
})

test.each(forms)(
  '$name asks beside a choice, and explains, only by fields that stand beside it',
  ({ form }) => {
    walk(schemaOf(form), ({ properties = {}, needs = {} }, path) => {
      for (const [field, { where, is }] of Object.entries(needs)) {
        expect(properties, `${path}.${field}`).toHaveProperty(field)
        expect(properties, `${path}.${where}`).toHaveProperty(where)
        if (is) expect(properties[where]?.enum, `${path}.${where}`).toEqual(expect.arrayContaining([...is]))
      }
      for (const [field, { explainedBy }] of Object.entries(properties))
        if (explainedBy) expect(properties, `${path}.${field}`).toHaveProperty(explainedBy)
    })
  },
)
