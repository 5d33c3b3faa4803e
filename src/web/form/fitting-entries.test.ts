import { expect, test } from 'vitest'
import { z } from 'zod'
import { kindOf } from '../../features/matters/matters.ts'
import { onlyEntries } from './begins-with.ts'
import { fittingVariants } from './fitting-entries.ts'
import { type FormSchema, plain, type Variants, variantsOf } from './form-schema.ts'

const formOf = (kind: string, action: string): FormSchema =>
  z.toJSONSchema(kindOf(kind).forms[action] ?? z.never(), { io: 'input' }) as FormSchema

const variantsIn = (schema: FormSchema | undefined): Variants => {
  const variants = schema && variantsOf(plain(schema))
  if (!variants) throw new Error('There is no choice among variants.')
  return variants
}

test('a statement by video is answered as such, and no other task is', () => {
  const answers = variantsIn(formOf('co-investigation', 'answerTask'))
  const [video, record] = [{ kind: 'remote-statement' }, { kind: 'fetch-record' }]

  expect(fittingVariants(answers, [record])).toEqual(['done', 'unable'])
  expect(fittingVariants(answers, [video])).toEqual(['remote', 'unable'])
  expect(fittingVariants(answers, [video, record])).toEqual(['done', 'remote', 'unable'])
})

test('only what was asked to be sealed or seized is reported as a measure', () => {
  const results = variantsIn(formOf('execution-help', 'report').properties?.results?.items)

  expect(fittingVariants(results, [{ kind: 'urge-performance' }])).toEqual(['executed', 'partly', 'not'])
  expect(fittingVariants(results, [{ kind: 'seize' }])).toEqual(['coerced', 'not'])
})

test('the only task that a result fits is chosen with the result', () => {
  const { done, unable } = variantsIn(formOf('co-investigation', 'answerTask')).of
  const lists = { tasks: [{ kind: 'remote-statement' }, { kind: 'fetch-record' }] }

  expect(onlyEntries(done ?? {}, lists)).toEqual({ task: 2 })
  expect(onlyEntries(unable ?? {}, lists)).toEqual({})
})
