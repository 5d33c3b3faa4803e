import { expect, test } from 'vitest'
import { checkVin } from './vin.ts'

test.each(['1M8GDM9AXKP042788', '11111111111111111', '1m8gdm9axkp042788'])(
  '%s is a vehicle identification number',
  (vin) => {
    expect(checkVin(vin)).toMatchObject({ ok: true, value: vin.toUpperCase(), warnings: [] })
  },
)

test('a check digit that does not fit is only a warning', () => {
  expect(checkVin('1M8GDM9A1KP042788')).toMatchObject({ ok: true, warnings: [{}] })
})

test.each(['1M8GDM9AXKP04278', '1M8GDM9AXKP04278O', 'LFWQ'])(
  '%s may be an old chassis number, with a reason',
  (typed) => {
    expect(checkVin(typed)).toMatchObject({ ok: false, overridable: true })
  },
)
