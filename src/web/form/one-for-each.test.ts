import { expect, test } from 'vitest'
import { z } from 'zod'
import { kindOf } from '../../features/matters/matters.ts'
import type { FormSchema } from './form-schema.ts'
import { answers, isComplete, listsToAnswer, oneForEach } from './one-for-each.ts'

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

test('a supplement begins with one entry for each gap that was asked for last in this conversation', () => {
  const form = formOf('case-transfer', 'supply')
  const gap = (item: string) => ({ item, what: '请补充原件' })
  const records = [
    { type: 'requestSupplement', leg: 1, body: { form: { gaps: [gap('facts')] } } },
    {
      type: 'requestSupplement',
      leg: 1,
      body: { form: { gaps: [gap('investigationReport'), gap('weighingSlip')] } },
    },
    { type: 'requestSupplement', leg: 2, body: { form: { gaps: [gap('law')] } } },
    { type: 'say', leg: null, body: { text: '请尽快' } },
  ]
  const lists = listsToAnswer(form, { caseNumber: '辽铁昌交执〔2026〕00401号' }, records, 1)

  expect(oneForEach(form, lists)).toEqual({
    answers: [{ item: 'investigationReport' }, { item: 'weighingSlip' }],
  })
  expect(oneForEach(form, listsToAnswer(form, {}, [], 1))).toEqual({})
})

test('an answer to a notice begins with one entry for each measure that is suggested, named by it', () => {
  const form = formOf('case-notice', 'answer')
  const lists = listsToAnswer(form, { request: { measures: ['interview', 'stop-driver'] } }, [], 1)

  expect(oneForEach(form, lists)).toEqual({
    outcomes: [{ measure: 'interview' }, { measure: 'stop-driver' }],
  })
  expect(oneForEach(form, listsToAnswer(form, { request: { measures: [] } }, [], 1))).toEqual({})
})

test('an answer belongs to the gap with the same item, wherever it stands', () => {
  const list = formOf('case-transfer', 'supply').properties?.answers ?? {}
  const asked = { number: 2, value: { item: 'law', what: '请写明条款' } }

  expect(answers(list, { item: 'law', answer: '公路法第五十条' }, asked)).toBe(true)
  expect(answers(list, { item: 'facts' }, asked)).toBe(false)
  expect(answers(list, {}, asked)).toBe(false)
})

test('other lists begin empty', () => {
  expect(oneForEach(formOf('evidence-recognition', 'requestSupplement'), { evidence: [{}] })).toEqual({})
})

test('an answer to every gap takes no further entry and lets none go; an answer to measures does', () => {
  const entries = [
    { number: 1, value: { item: 'law', what: '请写明条款' } },
    { number: 2, value: { item: 'weighingSlip', what: '请补充原件' } },
  ]
  const gaps = formOf('case-transfer', 'supply').properties?.answers ?? {}
  const both = [{ item: 'weighingSlip' }, { item: 'law', answer: '公路法第五十条' }]

  expect(isComplete(gaps, both, entries)).toBe(true)
  expect(isComplete(gaps, both.slice(1), entries)).toBe(false)
  expect(isComplete(gaps, [{ item: 'law' }, { item: 'facts' }], entries)).toBe(false)
  expect(isComplete(gaps, [], [])).toBe(false)

  const measures = formOf('case-notice', 'answer').properties?.outcomes ?? {}
  const suggested = [{ number: 1, value: { measure: 'interview' } }]
  expect(isComplete(measures, [{ measure: 'interview' }], suggested)).toBe(false)
})
