import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { kindOf } from '../../features/matters/matters.ts'
import { formFaults } from './form-faults.ts'
import type { FormSchema } from './form-schema.ts'

const transfer: FormSchema = {
  type: 'object',
  needs: { urgencyReason: { where: 'urgency', is: ['urgent'] } },
  required: ['to', 'party', 'officers', 'colour', 'task', 'declaration'],
  properties: {
    to: { type: 'array', minItems: 1, maxItems: 1, items: { type: 'string' }, widget: 'agencies' },
    party: {
      oneOf: [
        {
          type: 'object',
          properties: { kind: { type: 'string', const: 'person' }, name: { type: 'string', maxLength: 4 } },
          required: ['kind', 'name'],
        },
        {
          type: 'object',
          properties: { kind: { type: 'string', const: 'organisation' }, name: { type: 'string' } },
          required: ['kind', 'name'],
        },
      ],
    },
    officers: {
      type: 'array',
      minItems: 2,
      widget: 'list',
      items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    },
    overload: {
      type: 'object',
      properties: { totalKg: { type: 'integer', minimum: 1 } },
      required: ['totalKg'],
    },
    plate: { type: 'string', widget: 'plate', explainedBy: 'plateNote' },
    plateNote: { type: 'string' },
    phone: { type: 'string', widget: 'phone' },
    urgency: { type: 'string', enum: ['normal', 'urgent'] },
    urgencyReason: { type: 'string' },
    colour: { type: 'string', enum: ['blue', 'yellow'] },
    task: { type: 'integer', minimum: 1, widget: 'entry' },
    declaration: { type: 'boolean', const: true, widget: 'confirm' },
  },
}

const complete = {
  to: ['a'],
  party: { kind: 'person', name: '王某' },
  officers: [{ name: '甲' }, { name: '乙' }],
  colour: 'blue',
  task: 1,
  declaration: true,
}

const placesOf = (value: unknown) => formFaults(transfer, value).map(({ path }) => path.join('.'))

describe('checks while one types', () => {
  test('a complete form has no faults', () => {
    expect(placesOf(complete)).toEqual([])
  })

  test('an empty form names every field that is missing, entry by entry', () => {
    expect(placesOf({})).toEqual([
      'to',
      'party.kind',
      'officers.0.name',
      'officers.1.name',
      'colour',
      'task',
      'declaration',
    ])
  })

  test('a group that may be left out is only checked once somebody began it', () => {
    expect(placesOf({ ...complete, overload: {} })).toEqual(['overload.totalKg'])
  })

  test('the variant that was chosen decides what has to be filled in', () => {
    expect(placesOf({ ...complete, party: { kind: 'person', name: '一二三四五' } })).toEqual(['party.name'])
    expect(placesOf({ ...complete, party: { kind: 'organisation', name: '一二三四五' } })).toEqual([])
  })

  test('a statement has to be made, not merely answered', () => {
    expect(placesOf({ ...complete, declaration: false })).toEqual(['declaration'])
  })

  test('a plate with a letter that no plate has is told at once', () => {
    expect(placesOf({ ...complete, plate: '辽A1234I' })).toEqual(['plate'])
    expect(placesOf({ ...complete, plate: '辽A12345' })).toEqual([])
  })

  test('an unusual plate may be used once the field beside it explains it', () => {
    expect(placesOf({ ...complete, plate: 'XYZ-9' })).toEqual(['plate'])
    expect(placesOf({ ...complete, plate: 'XYZ-9', plateNote: '境外号牌' })).toEqual([])
  })

  test('what was pasted too long is kept, and told with how long it is', () => {
    const party = { kind: 'person', name: '王某某某某' }

    expect(formFaults(transfer, { ...complete, party })).toEqual([
      {
        path: ['party', 'name'],
        message: {
          zh: '最多 4 个字，现有 5 个，请缩短。',
          en: 'At most 4 characters, these are 5; shorten it.',
        },
      },
    ])
  })

  test('what is no telephone number is told before anybody submits', () => {
    expect(placesOf({ ...complete, phone: '不知道' })).toEqual(['phone'])
    expect(placesOf({ ...complete, phone: '024-12345678' })).toEqual([])
  })

  test('a field that a choice makes necessary is asked for with that choice only', () => {
    expect(placesOf({ ...complete, urgency: 'normal' })).toEqual([])
    expect(placesOf({ ...complete, urgency: 'urgent' })).toEqual(['urgencyReason'])
    expect(placesOf({ ...complete, urgency: 'urgent', urgencyReason: '即将出省' })).toEqual([])
  })

  test.each([
    ['to', '请选择或填写，至少一项。'],
    ['party', '请选择一项。'],
    ['colour', '请选择一项。'],
    ['task', '请选择一项。'],
    ['declaration', '请确认这一项。'],
  ])('what is missing at %s is said in the words of the server: %s', (field, words) => {
    const { [field as 'to']: _, ...rest } = complete

    expect(formFaults(transfer, rest).map(({ message }) => message.zh)).toEqual([words])
  })
})

test('a group of which one field at least is needed says so before anything is sent', () => {
  const driver: FormSchema = {
    type: 'object',
    minProperties: 1,
    unfilled: { zh: '至少填写一项。', en: 'Fill in one at least.' },
    properties: { name: { type: 'string' }, remark: { type: 'string' } },
  }
  const form: FormSchema = { type: 'object', required: ['driver'], properties: { driver } }

  expect(formFaults(form, {})).toEqual([{ path: ['driver'], message: driver.unfilled }])
  expect(formFaults(form, { driver: { remark: '未能查明' } })).toEqual([])
})

test('a request for forces that says of none how many are needed is not complete', () => {
  const request = z.toJSONSchema(kindOf('force-request').forms.submit ?? z.never(), { io: 'input' })

  expect(formFaults(request as FormSchema, {})).toContainEqual({
    path: ['needs'],
    message: expect.objectContaining({ zh: '请填写需要多少人员、车辆或无人机。' }),
  })
})
