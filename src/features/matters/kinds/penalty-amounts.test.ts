import { expect, test } from 'vitest'
import { z } from 'zod'
import { withFittingAmounts } from './penalty-amounts.ts'

const Imposed = withFittingAmounts(
  z.strictObject({
    penalties: z.array(z.string()),
    fineYuan: z.number().optional(),
    confiscatedYuan: z.number().optional(),
  }),
)

const faultyFields = (imposed: z.input<typeof Imposed>) =>
  Imposed.safeParse(imposed).error?.issues.map(({ path }) => path.join('.')) ?? []

test('a fine says how much, and no amount is given for what is not imposed', () => {
  expect(faultyFields({ penalties: ['fine'] })).toEqual(['fineYuan'])
  expect(faultyFields({ penalties: ['warning'], fineYuan: 200 })).toEqual(['fineYuan'])
  expect(faultyFields({ penalties: ['fine'], fineYuan: 200, confiscatedYuan: 800 })).toEqual([
    'confiscatedYuan',
  ])
  expect(
    faultyFields({ penalties: ['fine', 'confiscate-gains'], fineYuan: 200, confiscatedYuan: 800 }),
  ).toEqual([])
})

test('gains may be confiscated before they are counted', () => {
  expect(faultyFields({ penalties: ['confiscate-gains'] })).toEqual([])
})
