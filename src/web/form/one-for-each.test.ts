import { expect, test } from 'vitest'
import { kindView } from '../../features/matters/kind-view.ts'
import { kindOf } from '../../features/matters/kinds/kinds.ts'
import type { FormSchema } from './form-schema.ts'
import { oneForEach } from './one-for-each.ts'

const formOf = (kind: string, action: string): FormSchema =>
  kindView(kindOf(kind)).forms[action] as FormSchema

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
