import { describe, expect, test } from 'vitest'
import type { DraftView } from '../../features/matters/matter-views.ts'
import { begun, completed, ownParticulars } from './begins-with.ts'
import type { FormSchema } from './form-schema.ts'

const self = { name: '周启明', phone: '024-55500103' }

const text: FormSchema = { type: 'string', maxLength: 100 }
const group = (properties: Readonly<Record<string, FormSchema>>): FormSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})
const somebody = group({ name: text, phone: text })
const contact: FormSchema = { ...somebody, begins: 'self' }

describe('a form begins with whoever fills it in', () => {
  test('as the contact, also inside another group', () => {
    const inside = group({ transfer: group({ reason: text, contact }) })

    expect(ownParticulars(group({ reason: text, contact }), self)).toEqual({ contact: self })
    expect(ownParticulars(inside, self)).toEqual({ transfer: { contact: self } })
  })

  test('by name alone while no telephone is known', () => {
    expect(ownParticulars(group({ contact }), { ...self, phone: null })).toEqual({
      contact: { name: '周启明' },
    })
  })

  test.each([
    ['a contact that need not be given', { ...group({ contact }), required: [] }],
    ['somebody else who can be rung up', group({ leader: somebody })],
    ['each of several', group({ visitors: { type: 'array', minItems: 2, items: group({ contact }) } })],
    ['what is no contact', group({ name: text, phone: text })],
  ])('but not in %s', (_, schema) => {
    expect(ownParticulars(schema, self)).toEqual({})
  })
})

test('what the platform drafted begins with whoever writes on; what somebody wrote stays as it is', () => {
  const drafted: DraftView = {
    action: 'submit',
    leg: 0,
    body: { decision: { caseNumber: '1号' } },
    version: 1,
    savedAt: null,
    savedBy: null,
  }
  const known = { contact: self, decision: { caseNumber: '2号' } }

  expect(completed(drafted, known).body).toEqual({ contact: self, decision: { caseNumber: '1号' } })
  expect(begun(drafted, known).body).toEqual(drafted.body)
  expect(begun({ ...drafted, version: 0 }, known).body).toEqual({
    contact: self,
    decision: { caseNumber: '1号' },
  })
})
