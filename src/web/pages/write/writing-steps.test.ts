import { expect, test } from 'vitest'
import { z } from 'zod'
import { caseTransferForms } from '../../../features/matters/kinds/case-transfer/case-transfer.contract.ts'
import type { FormSchema } from '../../form/form-schema.ts'
import { faultsOfStep, writingSteps } from './writing-steps.ts'

const submission = z.toJSONSchema(caseTransferForms.submit, { io: 'input' }) as FormSchema

test('a transfer is written step by step, its declaration after the materials and the check at the end', () => {
  const names = writingSteps(submission, true).map(({ name }) => name)

  expect(names[0]).toBe('to')
  expect(names.slice(-3)).toEqual(['materials', 'declaration', 'check'])
  expect(names).not.toContain('notApplicable')
})

test('every fault of the content leads to exactly one step', () => {
  const steps = writingSteps(submission, true)
  const faults = ['to', 'party', 'notApplicable', 'officers'].map((name) => ({
    path: [name],
    message: { zh: '', en: '' },
  }))

  for (const fault of faults)
    expect(steps.filter((step) => faultsOfStep(step, [fault]).length > 0)).toHaveLength(1)
})
