import { expect, test } from 'vitest'
import { checkCitizenId } from '../../kernel/identifiers/citizen-id.ts'
import { checkCreditCode } from '../../kernel/identifiers/credit-code.ts'
import { checkPlate } from '../../kernel/identifiers/plate.ts'
import { inventedCitizenId, inventedCreditCode, inventedPlate, inventedTrailer } from './invented.ts'

const many = Array.from({ length: 33 }, (_, index) => index)

test('invented identifiers pass the checks that real ones pass, and no two are alike', () => {
  for (const [invented, check] of [
    [many.map(inventedCitizenId), checkCitizenId],
    [many.map(inventedCreditCode), checkCreditCode],
    [many.map((index) => inventedPlate('吉C', index)), checkPlate],
    [many.map((index) => inventedTrailer('吉C', index)), checkPlate],
  ] as const) {
    expect(new Set(invented).size).toBe(many.length)
    for (const each of invented) expect(check(each)).toMatchObject({ ok: true, warnings: [] })
  }
})
