import { expect, test } from 'vitest'
import type { ClockView } from '../../features/matters/matter-views.ts'
import type { FormSchema } from './form-schema.ts'
import { onlyRunning } from './running-items.ts'

const ending: FormSchema = {
  type: 'object',
  required: ['measure'],
  properties: {
    measure: { type: 'string', widget: 'running', of: 'seizure' },
    end: { type: 'string', enum: ['returned'] },
  },
}
const clock = (name: string, item: string | null) => ({ name, item }) as ClockView

test('the only measure in force need not be chosen', () => {
  const clocks = [clock('decision', null), clock('evidence', '登字第1号'), clock('seizure', '扣字第9号')]

  expect(onlyRunning(ending, clocks)).toEqual({ measure: '扣字第9号' })
})

test('of several measures one is chosen, and of none nothing is made up', () => {
  expect(onlyRunning(ending, [clock('seizure', '扣字第9号'), clock('seizure', '扣字第10号')])).toEqual({})
  expect(onlyRunning(ending, [clock('evidence', '登字第1号')])).toEqual({})
})
