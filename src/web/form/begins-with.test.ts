import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contact, list, reachable } from '../../features/matters/kinds/form-fields.ts'
import { text } from '../../kernel/text.ts'
import { ownParticulars } from './begins-with.ts'
import type { FormSchema } from './form-schema.ts'

const self = { name: '周启明', phone: '024-55500103' }
const of = (shape: z.ZodRawShape) => z.toJSONSchema(z.strictObject(shape)) as FormSchema

describe('a form begins with whoever fills it in', () => {
  test('as the contact, also inside another group', () => {
    const asked = of({ reason: text(100), contact: contact() })
    const inside = of({ transfer: z.strictObject({ reason: text(100), contact: contact() }) })

    expect(ownParticulars(asked, self)).toEqual({ contact: self })
    expect(ownParticulars(inside, self)).toEqual({ transfer: { contact: self } })
  })

  test('by name alone while no telephone is known', () => {
    expect(ownParticulars(of({ contact: contact() }), { ...self, phone: null })).toEqual({
      contact: { name: '周启明' },
    })
  })

  test.each([
    ['a contact that need not be given', { contact: contact().optional() }],
    ['somebody else who can be rung up', { leader: reachable() }],
    ['each of several', { visitors: list(z.strictObject({ contact: contact() }), 9, 2) }],
    ['what is no contact', { name: text(60), phone: text(30) }],
  ])('but not in %s', (_, shape) => {
    expect(ownParticulars(of(shape), self)).toEqual({})
  })
})
