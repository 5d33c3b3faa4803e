import { expect, test } from 'vitest'
import { z } from 'zod'
import { kindOf } from '../../features/matters/matters.ts'
import type { FormSchema } from './form-schema.ts'
import { oneForEach } from './one-for-each.ts'

const formOf = (kind: string, action: string): FormSchema =>
  z.toJSONSchema(kindOf(kind).forms[action] ?? z.never(), { io: 'input' }) as FormSchema

test('an answer to several errors begins with one entry for each', () => {
  const content = { errors: [{ field: '轴数' }, { field: '有效期' }] }

  expect(oneForEach(formOf('data-correction', 'correct'), content)).toEqual({
    results: [{ error: 1 }, { error: 2 }],
  })
})

test('a review begins with one entry for each piece of evidence', () => {
  const content = { evidence: [{}, {}, {}] }

  expect(oneForEach(formOf('evidence-recognition', 'refuse'), content)).toEqual({
    reviews: [{ piece: 1 }, { piece: 2 }, { piece: 3 }],
  })
})

test('other lists begin empty', () => {
  expect(oneForEach(formOf('evidence-recognition', 'requestSupplement'), { evidence: [{}] })).toEqual({})
})
