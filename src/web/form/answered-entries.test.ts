import { expect, test } from 'vitest'
import { z } from 'zod'
import { kindOf } from '../../features/matters/matters.ts'
import { answeredEntries } from './answered-entries.ts'
import type { FormSchema } from './form-schema.ts'

const formOf = (kind: string, action: string): FormSchema =>
  z.toJSONSchema(kindOf(kind).forms[action] ?? z.never(), { io: 'input' }) as FormSchema

test('a task of a co-investigation is answered once, in each conversation for itself', () => {
  const answer = (leg: number, task: number) => ({
    type: 'answerTask',
    leg,
    body: { form: { result: 'done', task } },
  })
  const records = [answer(1, 2), answer(2, 1), { type: 'note', leg: 1, body: { form: { task: 3 } } }]

  expect([...answeredEntries(formOf('co-investigation', 'answerTask'), 'answerTask', records, 1)]).toEqual([
    2,
  ])
})

test('the same vehicle may be seen again', () => {
  const hit = { type: 'reportHit', leg: 1, body: { form: { vehicle: 1 } } }

  expect(answeredEntries(formOf('lookout', 'reportHit'), 'reportHit', [hit], 1).size).toBe(0)
})
